// Made by scripts/codegen from DeleteShareGroupOffsetsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DeleteShareGroupOffsetsResponse, versions 0. */
export interface DeleteShareGroupOffsetsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** array of DeleteShareGroupOffsetsResponseTopic */
  responses: DeleteShareGroupOffsetsResponseTopic[]
}

/** What encode takes for {@link DeleteShareGroupOffsetsResponse}: a field left out has its default. */
export interface DeleteShareGroupOffsetsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  responses?: readonly DeleteShareGroupOffsetsResponseTopicInput[] | undefined
}

export function encodeDeleteShareGroupOffsetsResponse(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = null, responses = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(responses.length)
  for (const element of responses) encodeDeleteShareGroupOffsetsResponseTopic(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteShareGroupOffsetsResponse(reader: Reader, version: number): DeleteShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responses: DeleteShareGroupOffsetsResponseTopic[] = []
  const responsesCount = reader.compactArrayLength(21)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeDeleteShareGroupOffsetsResponseTopic(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, responses }
}

/** Part of DeleteShareGroupOffsetsResponse. */
export interface DeleteShareGroupOffsetsResponseTopic {
  /** string */
  topicName: string
  /** uuid */
  topicId: string
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link DeleteShareGroupOffsetsResponseTopic}: a field left out has its default. */
export interface DeleteShareGroupOffsetsResponseTopicInput {
  topicName?: string | undefined
  topicId?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeDeleteShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponseTopicInput,
  _version: number
): void {
  const { topicName = '', topicId = zeroUuid, errorCode = 0, errorMessage = null } = message
  writer.compactString(topicName)
  writer.uuid(topicId)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeDeleteShareGroupOffsetsResponseTopic(reader: Reader, _version: number): DeleteShareGroupOffsetsResponseTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { topicName, topicId, errorCode, errorMessage }
}

export const deleteShareGroupOffsetsResponseCodec: MessageCodec<DeleteShareGroupOffsetsResponseInput, DeleteShareGroupOffsetsResponse> = {
  name: 'DeleteShareGroupOffsetsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDeleteShareGroupOffsetsResponse,
  decode: decodeDeleteShareGroupOffsetsResponse
}
