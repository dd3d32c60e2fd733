// Made by scripts/codegen from DeleteShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteShareGroupOffsetsRequest, versions 0. */
export interface DeleteShareGroupOffsetsRequest {
  /** string */
  groupId: string
  /** array of DeleteShareGroupOffsetsRequestTopic */
  topics: DeleteShareGroupOffsetsRequestTopic[]
}

/** What encode takes for {@link DeleteShareGroupOffsetsRequest}: a field left out has its default. */
export interface DeleteShareGroupOffsetsRequestInput {
  groupId?: string | undefined
  topics?: readonly DeleteShareGroupOffsetsRequestTopicInput[] | undefined
}

export function encodeDeleteShareGroupOffsetsRequest(writer: Writer, message: DeleteShareGroupOffsetsRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeDeleteShareGroupOffsetsRequestTopic(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteShareGroupOffsetsRequest(reader: Reader, version: number): DeleteShareGroupOffsetsRequest {
  const groupId = reader.compactString()
  const topics: DeleteShareGroupOffsetsRequestTopic[] = []
  const topicsCount = reader.compactArrayLength(2)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDeleteShareGroupOffsetsRequestTopic(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of DeleteShareGroupOffsetsRequest. */
export interface DeleteShareGroupOffsetsRequestTopic {
  /** string */
  topicName: string
}

/** What encode takes for {@link DeleteShareGroupOffsetsRequestTopic}: a field left out has its default. */
export interface DeleteShareGroupOffsetsRequestTopicInput {
  topicName?: string | undefined
}

export function encodeDeleteShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsRequestTopicInput,
  _version: number
): void {
  const { topicName = '' } = message
  writer.compactString(topicName)
  writer.int8(0)
}

export function decodeDeleteShareGroupOffsetsRequestTopic(reader: Reader, _version: number): DeleteShareGroupOffsetsRequestTopic {
  const topicName = reader.compactString()
  reader.skipTags()
  return { topicName }
}

export const deleteShareGroupOffsetsRequestCodec: MessageCodec<DeleteShareGroupOffsetsRequestInput, DeleteShareGroupOffsetsRequest> = {
  name: 'DeleteShareGroupOffsetsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDeleteShareGroupOffsetsRequest,
  decode: decodeDeleteShareGroupOffsetsRequest
}
