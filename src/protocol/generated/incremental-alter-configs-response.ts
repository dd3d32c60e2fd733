// Made by scripts/codegen from IncrementalAlterConfigsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** IncrementalAlterConfigsResponse, versions 0–1. */
export interface IncrementalAlterConfigsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of AlterConfigsResourceResponse */
  responses: AlterConfigsResourceResponse[]
}

/** What encode takes for {@link IncrementalAlterConfigsResponse}: a field left out has its default. */
export interface IncrementalAlterConfigsResponseInput {
  throttleTimeMs?: number | undefined
  responses?: readonly AlterConfigsResourceResponseInput[] | undefined
}

export function encodeIncrementalAlterConfigsResponse(
  writer: Writer,
  message: IncrementalAlterConfigsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, responses = [] } = message
  const flexible = version >= 1
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(responses.length)
  else writer.arrayLength(responses.length)
  for (const element of responses) encodeAlterConfigsResourceResponse(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeIncrementalAlterConfigsResponse(reader: Reader, version: number): IncrementalAlterConfigsResponse {
  const flexible = version >= 1
  const throttleTimeMs = reader.int32()
  const responses: AlterConfigsResourceResponse[] = []
  const responsesCount = flexible ? reader.compactArrayLength(6) : reader.arrayLength(7)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeAlterConfigsResourceResponse(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, responses }
}

/** Part of IncrementalAlterConfigsResponse. */
export interface AlterConfigsResourceResponse {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
}

/** What encode takes for {@link AlterConfigsResourceResponse}: a field left out has its default. */
export interface AlterConfigsResourceResponseInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  resourceType?: number | undefined
  resourceName?: string | undefined
}

export function encodeAlterConfigsResourceResponse(writer: Writer, message: AlterConfigsResourceResponseInput, version: number): void {
  const { errorCode = 0, errorMessage = '', resourceType = 0, resourceName = '' } = message
  const flexible = version >= 1
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  if (flexible) writer.int8(0)
}

export function decodeAlterConfigsResourceResponse(reader: Reader, version: number): AlterConfigsResourceResponse {
  const flexible = version >= 1
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, resourceType, resourceName }
}

export const incrementalAlterConfigsResponseCodec: MessageCodec<IncrementalAlterConfigsResponseInput, IncrementalAlterConfigsResponse> = {
  name: 'IncrementalAlterConfigsResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeIncrementalAlterConfigsResponse,
  decode: decodeIncrementalAlterConfigsResponse
}
