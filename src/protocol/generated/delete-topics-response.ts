// Made by scripts/codegen from DeleteTopicsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notNullInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DeleteTopicsResponse, versions 1–6. */
export interface DeleteTopicsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DeletableTopicResult */
  responses: DeletableTopicResult[]
}

/** What encode takes for {@link DeleteTopicsResponse}: a field left out has its default. */
export interface DeleteTopicsResponseInput {
  throttleTimeMs?: number | undefined
  responses?: readonly DeletableTopicResultInput[] | undefined
}

export function encodeDeleteTopicsResponse(writer: Writer, message: DeleteTopicsResponseInput, version: number): void {
  const { throttleTimeMs = 0, responses = [] } = message
  const flexible = version >= 4
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(responses.length)
  else writer.arrayLength(responses.length)
  for (const element of responses) encodeDeletableTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteTopicsResponse(reader: Reader, version: number): DeleteTopicsResponse {
  const flexible = version >= 4
  const throttleTimeMs = reader.int32()
  const responses: DeletableTopicResult[] = []
  const responsesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeDeletableTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, responses }
}

/** Part of DeleteTopicsResponse. */
export interface DeletableTopicResult {
  /** string; may be null in versions 6+ */
  name: string | null
  /** uuid; versions 6+; dropped in other versions */
  topicId: string
  /** int16 */
  errorCode: number
  /** string; versions 5+; may be null; default null; dropped in other versions */
  errorMessage: string | null
}

/** What encode takes for {@link DeletableTopicResult}: a field left out has its default. */
export interface DeletableTopicResultInput {
  name?: string | null | undefined
  topicId?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeDeletableTopicResult(writer: Writer, message: DeletableTopicResultInput, version: number): void {
  const { name = '', topicId = zeroUuid, errorCode = 0, errorMessage = null } = message
  const flexible = version >= 4
  if (version < 6 && name === null) notNullInVersion('DeleteTopicsResponse', 'DeletableTopicResult.name', version)
  if (flexible) writer.compactNullableString(name)
  else writer.nullableString(name)
  if (version >= 6) writer.uuid(topicId)
  writer.int16(errorCode)
  if (version >= 5) writer.compactNullableString(errorMessage)
  if (flexible) writer.int8(0)
}

export function decodeDeletableTopicResult(reader: Reader, version: number): DeletableTopicResult {
  const flexible = version >= 4
  const name = version >= 6 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : flexible ? reader.compactString() : reader.string()
  const topicId = version >= 6 ? reader.uuid() : zeroUuid
  const errorCode = reader.int16()
  const errorMessage = version >= 5 ? reader.compactNullableString() : null
  if (flexible) reader.skipTags()
  return { name, topicId, errorCode, errorMessage }
}

export const deleteTopicsResponseCodec: MessageCodec<DeleteTopicsResponseInput, DeleteTopicsResponse> = {
  name: 'DeleteTopicsResponse',
  lowestVersion: 1,
  highestVersion: 6,
  lowestFlexibleVersion: 4,
  encode: encodeDeleteTopicsResponse,
  decode: decodeDeleteTopicsResponse
}
