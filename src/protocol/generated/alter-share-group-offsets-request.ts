// Made by scripts/codegen from AlterShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterShareGroupOffsetsRequest, versions 0. */
export interface AlterShareGroupOffsetsRequest {
  /** string */
  groupId: string
  /** array of AlterShareGroupOffsetsRequestTopic */
  topics: AlterShareGroupOffsetsRequestTopic[]
}

/** What encode takes for {@link AlterShareGroupOffsetsRequest}: a field left out has its default. */
export interface AlterShareGroupOffsetsRequestInput {
  groupId?: string | undefined
  topics?: readonly AlterShareGroupOffsetsRequestTopicInput[] | undefined
}

export function encodeAlterShareGroupOffsetsRequest(writer: Writer, message: AlterShareGroupOffsetsRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeAlterShareGroupOffsetsRequestTopic(writer, element, version)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsRequest(reader: Reader, version: number): AlterShareGroupOffsetsRequest {
  const groupId = reader.compactString()
  const topics: AlterShareGroupOffsetsRequestTopic[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeAlterShareGroupOffsetsRequestTopic(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of AlterShareGroupOffsetsRequest. */
export interface AlterShareGroupOffsetsRequestTopic {
  /** string */
  topicName: string
  /** array of AlterShareGroupOffsetsRequestPartition */
  partitions: AlterShareGroupOffsetsRequestPartition[]
}

/** What encode takes for {@link AlterShareGroupOffsetsRequestTopic}: a field left out has its default. */
export interface AlterShareGroupOffsetsRequestTopicInput {
  topicName?: string | undefined
  partitions?: readonly AlterShareGroupOffsetsRequestPartitionInput[] | undefined
}

export function encodeAlterShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestTopicInput,
  version: number
): void {
  const { topicName = '', partitions = [] } = message
  writer.compactString(topicName)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeAlterShareGroupOffsetsRequestPartition(writer, element, version)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsRequestTopic(reader: Reader, version: number): AlterShareGroupOffsetsRequestTopic {
  const topicName = reader.compactString()
  const partitions: AlterShareGroupOffsetsRequestPartition[] = []
  const partitionsCount = reader.compactArrayLength(13)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeAlterShareGroupOffsetsRequestPartition(reader, version))
  reader.skipTags()
  return { topicName, partitions }
}

/** Part of AlterShareGroupOffsetsRequest. */
export interface AlterShareGroupOffsetsRequestPartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  startOffset: bigint
}

/** What encode takes for {@link AlterShareGroupOffsetsRequestPartition}: a field left out has its default. */
export interface AlterShareGroupOffsetsRequestPartitionInput {
  partitionIndex?: number | undefined
  startOffset?: bigint | undefined
}

export function encodeAlterShareGroupOffsetsRequestPartition(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestPartitionInput,
  _version: number
): void {
  const { partitionIndex = 0, startOffset = 0n } = message
  writer.int32(partitionIndex)
  writer.int64(startOffset)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsRequestPartition(reader: Reader, _version: number): AlterShareGroupOffsetsRequestPartition {
  const partitionIndex = reader.int32()
  const startOffset = reader.int64()
  reader.skipTags()
  return { partitionIndex, startOffset }
}

export const alterShareGroupOffsetsRequestCodec: MessageCodec<AlterShareGroupOffsetsRequestInput, AlterShareGroupOffsetsRequest> = {
  name: 'AlterShareGroupOffsetsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAlterShareGroupOffsetsRequest,
  decode: decodeAlterShareGroupOffsetsRequest
}
