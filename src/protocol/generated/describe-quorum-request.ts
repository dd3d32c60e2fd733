// Made by scripts/codegen from DescribeQuorumRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeQuorumRequest, versions 0–2. */
export interface DescribeQuorumRequest {
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link DescribeQuorumRequest}: a field left out has its default. */
export interface DescribeQuorumRequestInput {
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeDescribeQuorumRequest(writer: Writer, message: DescribeQuorumRequestInput, version: number): void {
  const { topics = [] } = message
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeQuorumRequest(reader: Reader, version: number): DescribeQuorumRequest {
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { topics }
}

/** Part of DescribeQuorumRequest. */
export interface TopicData {
  /** string */
  topicName: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topicName?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, version: number): void {
  const { topicName = '', partitions = [] } = message
  writer.compactString(topicName)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const topicName = reader.compactString()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(5)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicName, partitions }
}

/** Part of DescribeQuorumRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partitionIndex = 0 } = message
  writer.int32(partitionIndex)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partitionIndex = reader.int32()
  reader.skipTags()
  return { partitionIndex }
}

export const describeQuorumRequestCodec: MessageCodec<DescribeQuorumRequestInput, DescribeQuorumRequest> = {
  name: 'DescribeQuorumRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeQuorumRequest,
  decode: decodeDescribeQuorumRequest
}
