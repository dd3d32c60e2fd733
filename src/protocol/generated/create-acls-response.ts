// Made by scripts/codegen from CreateAclsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreateAclsResponse, versions 1–3. */
export interface CreateAclsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of AclCreationResult */
  results: AclCreationResult[]
}

/** What encode takes for {@link CreateAclsResponse}: a field left out has its default. */
export interface CreateAclsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly AclCreationResultInput[] | undefined
}

export function encodeCreateAclsResponse(writer: Writer, message: CreateAclsResponseInput, version: number): void {
  const { throttleTimeMs = 0, results = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeAclCreationResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeCreateAclsResponse(reader: Reader, version: number): CreateAclsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const results: AclCreationResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < resultsCount; i++) results.push(decodeAclCreationResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of CreateAclsResponse. */
export interface AclCreationResult {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link AclCreationResult}: a field left out has its default. */
export interface AclCreationResultInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeAclCreationResult(writer: Writer, message: AclCreationResultInput, version: number): void {
  const { errorCode = 0, errorMessage = '' } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.int8(0)
}

export function decodeAclCreationResult(reader: Reader, version: number): AclCreationResult {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage }
}

export const createAclsResponseCodec: MessageCodec<CreateAclsResponseInput, CreateAclsResponse> = {
  name: 'CreateAclsResponse',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreateAclsResponse,
  decode: decodeCreateAclsResponse
}
