// Made by scripts/codegen from DescribeShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeShareGroupOffsetsRequest, versions 0–1. */
export interface DescribeShareGroupOffsetsRequest {
  /** array of DescribeShareGroupOffsetsRequestGroup */
  groups: DescribeShareGroupOffsetsRequestGroup[]
}

/** What encode takes for {@link DescribeShareGroupOffsetsRequest}: a field left out has its default. */
export interface DescribeShareGroupOffsetsRequestInput {
  groups?: readonly DescribeShareGroupOffsetsRequestGroupInput[] | undefined
}

export function encodeDescribeShareGroupOffsetsRequest(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestInput,
  version: number
): void {
  const { groups = [] } = message
  writer.compactArrayLength(groups.length)
  for (const element of groups) encodeDescribeShareGroupOffsetsRequestGroup(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsRequest(reader: Reader, version: number): DescribeShareGroupOffsetsRequest {
  const groups: DescribeShareGroupOffsetsRequestGroup[] = []
  const groupsCount = reader.compactArrayLength(3)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeDescribeShareGroupOffsetsRequestGroup(reader, version))
  reader.skipTags()
  return { groups }
}

/** Part of DescribeShareGroupOffsetsRequest. */
export interface DescribeShareGroupOffsetsRequestGroup {
  /** string */
  groupId: string
  /** array of DescribeShareGroupOffsetsRequestTopic; may be null */
  topics: DescribeShareGroupOffsetsRequestTopic[] | null
}

/** What encode takes for {@link DescribeShareGroupOffsetsRequestGroup}: a field left out has its default. */
export interface DescribeShareGroupOffsetsRequestGroupInput {
  groupId?: string | undefined
  topics?: readonly DescribeShareGroupOffsetsRequestTopicInput[] | null | undefined
}

export function encodeDescribeShareGroupOffsetsRequestGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestGroupInput,
  version: number
): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  if (topics === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(topics.length)
    for (const element of topics) encodeDescribeShareGroupOffsetsRequestTopic(writer, element, version)
  }
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsRequestGroup(reader: Reader, version: number): DescribeShareGroupOffsetsRequestGroup {
  const groupId = reader.compactString()
  let topics: DescribeShareGroupOffsetsRequestTopic[] | null = []
  const topicsCount = reader.compactNullableArrayLength(3)
  if (topicsCount < 0) topics = null
  else for (let i = 0; i < topicsCount; i++) topics.push(decodeDescribeShareGroupOffsetsRequestTopic(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of DescribeShareGroupOffsetsRequest. */
export interface DescribeShareGroupOffsetsRequestTopic {
  /** string */
  topicName: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link DescribeShareGroupOffsetsRequestTopic}: a field left out has its default. */
export interface DescribeShareGroupOffsetsRequestTopicInput {
  topicName?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeDescribeShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestTopicInput,
  _version: number
): void {
  const { topicName = '', partitions = [] } = message
  writer.compactString(topicName)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsRequestTopic(reader: Reader, _version: number): DescribeShareGroupOffsetsRequestTopic {
  const topicName = reader.compactString()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topicName, partitions }
}

export const describeShareGroupOffsetsRequestCodec: MessageCodec<DescribeShareGroupOffsetsRequestInput, DescribeShareGroupOffsetsRequest> = {
  name: 'DescribeShareGroupOffsetsRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeShareGroupOffsetsRequest,
  decode: decodeDescribeShareGroupOffsetsRequest
}
