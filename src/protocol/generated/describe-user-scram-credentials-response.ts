// Made by scripts/codegen from DescribeUserScramCredentialsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeUserScramCredentialsResponse, versions 0. */
export interface DescribeUserScramCredentialsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of DescribeUserScramCredentialsResult */
  results: DescribeUserScramCredentialsResult[]
}

/** What encode takes for {@link DescribeUserScramCredentialsResponse}: a field left out has its default. */
export interface DescribeUserScramCredentialsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  results?: readonly DescribeUserScramCredentialsResultInput[] | undefined
}

export function encodeDescribeUserScramCredentialsResponse(
  writer: Writer,
  message: DescribeUserScramCredentialsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', results = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(results.length)
  for (const element of results) encodeDescribeUserScramCredentialsResult(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeUserScramCredentialsResponse(reader: Reader, version: number): DescribeUserScramCredentialsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const results: DescribeUserScramCredentialsResult[] = []
  const resultsCount = reader.compactArrayLength(6)
  for (let i = 0; i < resultsCount; i++) results.push(decodeDescribeUserScramCredentialsResult(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, results }
}

/** Part of DescribeUserScramCredentialsResponse. */
export interface DescribeUserScramCredentialsResult {
  /** string */
  user: string
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of CredentialInfo */
  credentialInfos: CredentialInfo[]
}

/** What encode takes for {@link DescribeUserScramCredentialsResult}: a field left out has its default. */
export interface DescribeUserScramCredentialsResultInput {
  user?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  credentialInfos?: readonly CredentialInfoInput[] | undefined
}

export function encodeDescribeUserScramCredentialsResult(
  writer: Writer,
  message: DescribeUserScramCredentialsResultInput,
  version: number
): void {
  const { user = '', errorCode = 0, errorMessage = '', credentialInfos = [] } = message
  writer.compactString(user)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(credentialInfos.length)
  for (const element of credentialInfos) encodeCredentialInfo(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeUserScramCredentialsResult(reader: Reader, version: number): DescribeUserScramCredentialsResult {
  const user = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const credentialInfos: CredentialInfo[] = []
  const credentialInfosCount = reader.compactArrayLength(6)
  for (let i = 0; i < credentialInfosCount; i++) credentialInfos.push(decodeCredentialInfo(reader, version))
  reader.skipTags()
  return { user, errorCode, errorMessage, credentialInfos }
}

/** Part of DescribeUserScramCredentialsResponse. */
export interface CredentialInfo {
  /** int8 */
  mechanism: number
  /** int32 */
  iterations: number
}

/** What encode takes for {@link CredentialInfo}: a field left out has its default. */
export interface CredentialInfoInput {
  mechanism?: number | undefined
  iterations?: number | undefined
}

export function encodeCredentialInfo(writer: Writer, message: CredentialInfoInput, _version: number): void {
  const { mechanism = 0, iterations = 0 } = message
  writer.int8(mechanism)
  writer.int32(iterations)
  writer.int8(0)
}

export function decodeCredentialInfo(reader: Reader, _version: number): CredentialInfo {
  const mechanism = reader.int8()
  const iterations = reader.int32()
  reader.skipTags()
  return { mechanism, iterations }
}

export const describeUserScramCredentialsResponseCodec: MessageCodec<DescribeUserScramCredentialsResponseInput, DescribeUserScramCredentialsResponse> = {
  name: 'DescribeUserScramCredentialsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeUserScramCredentialsResponse,
  decode: decodeDescribeUserScramCredentialsResponse
}
