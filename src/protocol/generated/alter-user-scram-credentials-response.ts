// Made by scripts/codegen from AlterUserScramCredentialsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterUserScramCredentialsResponse, versions 0. */
export interface AlterUserScramCredentialsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of AlterUserScramCredentialsResult */
  results: AlterUserScramCredentialsResult[]
}

/** What encode takes for {@link AlterUserScramCredentialsResponse}: a field left out has its default. */
export interface AlterUserScramCredentialsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly AlterUserScramCredentialsResultInput[] | undefined
}

export function encodeAlterUserScramCredentialsResponse(
  writer: Writer,
  message: AlterUserScramCredentialsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, results = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(results.length)
  for (const element of results) encodeAlterUserScramCredentialsResult(writer, element, version)
  writer.int8(0)
}

export function decodeAlterUserScramCredentialsResponse(reader: Reader, version: number): AlterUserScramCredentialsResponse {
  const throttleTimeMs = reader.int32()
  const results: AlterUserScramCredentialsResult[] = []
  const resultsCount = reader.compactArrayLength(5)
  for (let i = 0; i < resultsCount; i++) results.push(decodeAlterUserScramCredentialsResult(reader, version))
  reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of AlterUserScramCredentialsResponse. */
export interface AlterUserScramCredentialsResult {
  /** string */
  user: string
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link AlterUserScramCredentialsResult}: a field left out has its default. */
export interface AlterUserScramCredentialsResultInput {
  user?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeAlterUserScramCredentialsResult(
  writer: Writer,
  message: AlterUserScramCredentialsResultInput,
  _version: number
): void {
  const { user = '', errorCode = 0, errorMessage = '' } = message
  writer.compactString(user)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeAlterUserScramCredentialsResult(reader: Reader, _version: number): AlterUserScramCredentialsResult {
  const user = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { user, errorCode, errorMessage }
}

export const alterUserScramCredentialsResponseCodec: MessageCodec<AlterUserScramCredentialsResponseInput, AlterUserScramCredentialsResponse> = {
  name: 'AlterUserScramCredentialsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAlterUserScramCredentialsResponse,
  decode: decodeAlterUserScramCredentialsResponse
}
