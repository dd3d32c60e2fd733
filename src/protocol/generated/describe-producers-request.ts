// Made by scripts/codegen from DescribeProducersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeProducersRequest, versions 0. */
export interface DescribeProducersRequest {
  /** array of TopicRequest */
  topics: TopicRequest[]
}

/** What encode takes for {@link DescribeProducersRequest}: a field left out has its default. */
export interface DescribeProducersRequestInput {
  topics?: readonly TopicRequestInput[] | undefined
}

export function encodeDescribeProducersRequest(writer: Writer, message: DescribeProducersRequestInput, version: number): void {
  const { topics = [] } = message
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicRequest(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeProducersRequest(reader: Reader, version: number): DescribeProducersRequest {
  const topics: TopicRequest[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicRequest(reader, version))
  reader.skipTags()
  return { topics }
}

/** Part of DescribeProducersRequest. */
export interface TopicRequest {
  /** string */
  name: string
  /** array of int32 */
  partitionIndexes: number[]
}

/** What encode takes for {@link TopicRequest}: a field left out has its default. */
export interface TopicRequestInput {
  name?: string | undefined
  partitionIndexes?: readonly number[] | undefined
}

export function encodeTopicRequest(writer: Writer, message: TopicRequestInput, _version: number): void {
  const { name = '', partitionIndexes = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitionIndexes.length)
  for (const element of partitionIndexes) writer.int32(element)
  writer.int8(0)
}

export function decodeTopicRequest(reader: Reader, _version: number): TopicRequest {
  const name = reader.compactString()
  const partitionIndexes: number[] = []
  const partitionIndexesCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionIndexesCount; i++) partitionIndexes.push(reader.int32())
  reader.skipTags()
  return { name, partitionIndexes }
}

export const describeProducersRequestCodec: MessageCodec<DescribeProducersRequestInput, DescribeProducersRequest> = {
  name: 'DescribeProducersRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeProducersRequest,
  decode: decodeDescribeProducersRequest
}
