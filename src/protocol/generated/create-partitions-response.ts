// Made by scripts/codegen from CreatePartitionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreatePartitionsResponse, versions 0–3. */
export interface CreatePartitionsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of CreatePartitionsTopicResult */
  results: CreatePartitionsTopicResult[]
}

/** What encode takes for {@link CreatePartitionsResponse}: a field left out has its default. */
export interface CreatePartitionsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly CreatePartitionsTopicResultInput[] | undefined
}

export function encodeCreatePartitionsResponse(writer: Writer, message: CreatePartitionsResponseInput, version: number): void {
  const { throttleTimeMs = 0, results = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeCreatePartitionsTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeCreatePartitionsResponse(reader: Reader, version: number): CreatePartitionsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const results: CreatePartitionsTopicResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(6)
  for (let i = 0; i < resultsCount; i++) results.push(decodeCreatePartitionsTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of CreatePartitionsResponse. */
export interface CreatePartitionsTopicResult {
  /** string */
  name: string
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link CreatePartitionsTopicResult}: a field left out has its default. */
export interface CreatePartitionsTopicResultInput {
  name?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeCreatePartitionsTopicResult(writer: Writer, message: CreatePartitionsTopicResultInput, version: number): void {
  const { name = '', errorCode = 0, errorMessage = null } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.int8(0)
}

export function decodeCreatePartitionsTopicResult(reader: Reader, version: number): CreatePartitionsTopicResult {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { name, errorCode, errorMessage }
}

export const createPartitionsResponseCodec: MessageCodec<CreatePartitionsResponseInput, CreatePartitionsResponse> = {
  name: 'CreatePartitionsResponse',
  lowestVersion: 0,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreatePartitionsResponse,
  decode: decodeCreatePartitionsResponse
}
