// Made by scripts/codegen from DescribeShareGroupOffsetsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DescribeShareGroupOffsetsResponse, versions 0–1. */
export interface DescribeShareGroupOffsetsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DescribeShareGroupOffsetsResponseGroup */
  groups: DescribeShareGroupOffsetsResponseGroup[]
}

/** What encode takes for {@link DescribeShareGroupOffsetsResponse}: a field left out has its default. */
export interface DescribeShareGroupOffsetsResponseInput {
  throttleTimeMs?: number | undefined
  groups?: readonly DescribeShareGroupOffsetsResponseGroupInput[] | undefined
}

export function encodeDescribeShareGroupOffsetsResponse(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, groups = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(groups.length)
  for (const element of groups) encodeDescribeShareGroupOffsetsResponseGroup(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsResponse(reader: Reader, version: number): DescribeShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const groups: DescribeShareGroupOffsetsResponseGroup[] = []
  const groupsCount = reader.compactArrayLength(6)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeDescribeShareGroupOffsetsResponseGroup(reader, version))
  reader.skipTags()
  return { throttleTimeMs, groups }
}

/** Part of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponseGroup {
  /** string */
  groupId: string
  /** array of DescribeShareGroupOffsetsResponseTopic */
  topics: DescribeShareGroupOffsetsResponseTopic[]
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link DescribeShareGroupOffsetsResponseGroup}: a field left out has its default. */
export interface DescribeShareGroupOffsetsResponseGroupInput {
  groupId?: string | undefined
  topics?: readonly DescribeShareGroupOffsetsResponseTopicInput[] | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeDescribeShareGroupOffsetsResponseGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseGroupInput,
  version: number
): void {
  const { groupId = '', topics = [], errorCode = 0, errorMessage = null } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeDescribeShareGroupOffsetsResponseTopic(writer, element, version)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsResponseGroup(reader: Reader, version: number): DescribeShareGroupOffsetsResponseGroup {
  const groupId = reader.compactString()
  const topics: DescribeShareGroupOffsetsResponseTopic[] = []
  const topicsCount = reader.compactArrayLength(19)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDescribeShareGroupOffsetsResponseTopic(reader, version))
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { groupId, topics, errorCode, errorMessage }
}

/** Part of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponseTopic {
  /** string */
  topicName: string
  /** uuid */
  topicId: string
  /** array of DescribeShareGroupOffsetsResponsePartition */
  partitions: DescribeShareGroupOffsetsResponsePartition[]
}

/** What encode takes for {@link DescribeShareGroupOffsetsResponseTopic}: a field left out has its default. */
export interface DescribeShareGroupOffsetsResponseTopicInput {
  topicName?: string | undefined
  topicId?: string | undefined
  partitions?: readonly DescribeShareGroupOffsetsResponsePartitionInput[] | undefined
}

export function encodeDescribeShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseTopicInput,
  version: number
): void {
  const { topicName = '', topicId = zeroUuid, partitions = [] } = message
  writer.compactString(topicName)
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeDescribeShareGroupOffsetsResponsePartition(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsResponseTopic(reader: Reader, version: number): DescribeShareGroupOffsetsResponseTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const partitions: DescribeShareGroupOffsetsResponsePartition[] = []
  const partitionsCount = reader.compactArrayLength(20)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeDescribeShareGroupOffsetsResponsePartition(reader, version))
  reader.skipTags()
  return { topicName, topicId, partitions }
}

/** Part of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponsePartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  startOffset: bigint
  /** int32 */
  leaderEpoch: number
  /** int64; versions 1+; default -1n; dropped in other versions */
  lag: bigint
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link DescribeShareGroupOffsetsResponsePartition}: a field left out has its default. */
export interface DescribeShareGroupOffsetsResponsePartitionInput {
  partitionIndex?: number | undefined
  startOffset?: bigint | undefined
  leaderEpoch?: number | undefined
  lag?: bigint | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeDescribeShareGroupOffsetsResponsePartition(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponsePartitionInput,
  version: number
): void {
  const { partitionIndex = 0, startOffset = 0n, leaderEpoch = 0, lag = -1n, errorCode = 0, errorMessage = null } = message
  writer.int32(partitionIndex)
  writer.int64(startOffset)
  writer.int32(leaderEpoch)
  if (version >= 1) writer.int64(lag)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeDescribeShareGroupOffsetsResponsePartition(
  reader: Reader,
  version: number
): DescribeShareGroupOffsetsResponsePartition {
  const partitionIndex = reader.int32()
  const startOffset = reader.int64()
  const leaderEpoch = reader.int32()
  const lag = version >= 1 ? reader.int64() : -1n
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { partitionIndex, startOffset, leaderEpoch, lag, errorCode, errorMessage }
}

export const describeShareGroupOffsetsResponseCodec: MessageCodec<DescribeShareGroupOffsetsResponseInput, DescribeShareGroupOffsetsResponse> = {
  name: 'DescribeShareGroupOffsetsResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeShareGroupOffsetsResponse,
  decode: decodeDescribeShareGroupOffsetsResponse
}
