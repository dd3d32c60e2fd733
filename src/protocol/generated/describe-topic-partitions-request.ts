// Made by scripts/codegen from DescribeTopicPartitionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeTopicPartitionsRequest, versions 0. */
export interface DescribeTopicPartitionsRequest {
  /** array of TopicRequest */
  topics: TopicRequest[]
  /** int32; default 2000 */
  responsePartitionLimit: number
  /** Cursor; may be null; default null */
  cursor: Cursor | null
}

/** What encode takes for {@link DescribeTopicPartitionsRequest}: a field left out has its default. */
export interface DescribeTopicPartitionsRequestInput {
  topics?: readonly TopicRequestInput[] | undefined
  responsePartitionLimit?: number | undefined
  cursor?: CursorInput | null | undefined
}

export function encodeDescribeTopicPartitionsRequest(writer: Writer, message: DescribeTopicPartitionsRequestInput, version: number): void {
  const { topics = [], responsePartitionLimit = 2000, cursor = null } = message
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicRequest(writer, element, version)
  writer.int32(responsePartitionLimit)
  if (cursor === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeCursor(writer, cursor, version)
  }
  writer.int8(0)
}

export function decodeDescribeTopicPartitionsRequest(reader: Reader, version: number): DescribeTopicPartitionsRequest {
  const topics: TopicRequest[] = []
  const topicsCount = reader.compactArrayLength(2)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicRequest(reader, version))
  const responsePartitionLimit = reader.int32()
  const cursor = reader.structPresent() ? decodeCursor(reader, version) : null
  reader.skipTags()
  return { topics, responsePartitionLimit, cursor }
}

/** Part of DescribeTopicPartitionsRequest. */
export interface Cursor {
  /** string */
  topicName: string
  /** int32 */
  partitionIndex: number
}

/** What encode takes for {@link Cursor}: a field left out has its default. */
export interface CursorInput {
  topicName?: string | undefined
  partitionIndex?: number | undefined
}

export function encodeCursor(writer: Writer, message: CursorInput, _version: number): void {
  const { topicName = '', partitionIndex = 0 } = message
  writer.compactString(topicName)
  writer.int32(partitionIndex)
  writer.int8(0)
}

export function decodeCursor(reader: Reader, _version: number): Cursor {
  const topicName = reader.compactString()
  const partitionIndex = reader.int32()
  reader.skipTags()
  return { topicName, partitionIndex }
}

/** Part of DescribeTopicPartitionsRequest. */
export interface TopicRequest {
  /** string */
  name: string
}

/** What encode takes for {@link TopicRequest}: a field left out has its default. */
export interface TopicRequestInput {
  name?: string | undefined
}

export function encodeTopicRequest(writer: Writer, message: TopicRequestInput, _version: number): void {
  const { name = '' } = message
  writer.compactString(name)
  writer.int8(0)
}

export function decodeTopicRequest(reader: Reader, _version: number): TopicRequest {
  const name = reader.compactString()
  reader.skipTags()
  return { name }
}

export const describeTopicPartitionsRequestCodec: MessageCodec<DescribeTopicPartitionsRequestInput, DescribeTopicPartitionsRequest> = {
  name: 'DescribeTopicPartitionsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeTopicPartitionsRequest,
  decode: decodeDescribeTopicPartitionsRequest
}
