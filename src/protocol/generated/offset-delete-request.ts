// Made by scripts/codegen from OffsetDeleteRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** OffsetDeleteRequest, versions 0. */
export interface OffsetDeleteRequest {
  /** string */
  groupId: string
  /** array of OffsetDeleteRequestTopic */
  topics: OffsetDeleteRequestTopic[]
}

/** What encode takes for {@link OffsetDeleteRequest}: a field left out has its default. */
export interface OffsetDeleteRequestInput {
  groupId?: string | undefined
  topics?: readonly OffsetDeleteRequestTopicInput[] | undefined
}

export function encodeOffsetDeleteRequest(writer: Writer, message: OffsetDeleteRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.string(groupId)
  writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetDeleteRequestTopic(writer, element, version)
}

export function decodeOffsetDeleteRequest(reader: Reader, version: number): OffsetDeleteRequest {
  const groupId = reader.string()
  const topics: OffsetDeleteRequestTopic[] = []
  const topicsCount = reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetDeleteRequestTopic(reader, version))
  return { groupId, topics }
}

/** Part of OffsetDeleteRequest. */
export interface OffsetDeleteRequestTopic {
  /** string */
  name: string
  /** array of OffsetDeleteRequestPartition */
  partitions: OffsetDeleteRequestPartition[]
}

/** What encode takes for {@link OffsetDeleteRequestTopic}: a field left out has its default. */
export interface OffsetDeleteRequestTopicInput {
  name?: string | undefined
  partitions?: readonly OffsetDeleteRequestPartitionInput[] | undefined
}

export function encodeOffsetDeleteRequestTopic(writer: Writer, message: OffsetDeleteRequestTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.string(name)
  writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetDeleteRequestPartition(writer, element, version)
}

export function decodeOffsetDeleteRequestTopic(reader: Reader, version: number): OffsetDeleteRequestTopic {
  const name = reader.string()
  const partitions: OffsetDeleteRequestPartition[] = []
  const partitionsCount = reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetDeleteRequestPartition(reader, version))
  return { name, partitions }
}

/** Part of OffsetDeleteRequest. */
export interface OffsetDeleteRequestPartition {
  /** int32 */
  partitionIndex: number
}

/** What encode takes for {@link OffsetDeleteRequestPartition}: a field left out has its default. */
export interface OffsetDeleteRequestPartitionInput {
  partitionIndex?: number | undefined
}

export function encodeOffsetDeleteRequestPartition(writer: Writer, message: OffsetDeleteRequestPartitionInput, _version: number): void {
  const { partitionIndex = 0 } = message
  writer.int32(partitionIndex)
}

export function decodeOffsetDeleteRequestPartition(reader: Reader, _version: number): OffsetDeleteRequestPartition {
  const partitionIndex = reader.int32()
  return { partitionIndex }
}

export const offsetDeleteRequestCodec: MessageCodec<OffsetDeleteRequestInput, OffsetDeleteRequest> = {
  name: 'OffsetDeleteRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: Infinity,
  encode: encodeOffsetDeleteRequest,
  decode: decodeOffsetDeleteRequest
}
