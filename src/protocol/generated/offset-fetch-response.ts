// Made by scripts/codegen from OffsetFetchResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** OffsetFetchResponse, versions 1–10. */
export interface OffsetFetchResponse {
  /** int32; versions 3+; dropped in other versions */
  throttleTimeMs: number
  /** array of OffsetFetchResponseTopic; versions 1–7 */
  topics: OffsetFetchResponseTopic[]
  /** int16; versions 2–7; dropped in other versions */
  errorCode: number
  /** array of OffsetFetchResponseGroup; versions 8+ */
  groups: OffsetFetchResponseGroup[]
}

/** What encode takes for {@link OffsetFetchResponse}: a field left out has its default. */
export interface OffsetFetchResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly OffsetFetchResponseTopicInput[] | undefined
  errorCode?: number | undefined
  groups?: readonly OffsetFetchResponseGroupInput[] | undefined
}

export function encodeOffsetFetchResponse(writer: Writer, message: OffsetFetchResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [], errorCode = 0, groups = [] } = message
  const flexible = version >= 6
  if (version >= 3) writer.int32(throttleTimeMs)
  if (version <= 7) {
    if (flexible) writer.compactArrayLength(topics.length)
    else writer.arrayLength(topics.length)
    for (const element of topics) encodeOffsetFetchResponseTopic(writer, element, version)
  }
  if (version > 7 && topics.length !== 0) notInVersion('OffsetFetchResponse', 'topics', version)
  if ((version >= 2 && version <= 7)) writer.int16(errorCode)
  if (version >= 8) {
    writer.compactArrayLength(groups.length)
    for (const element of groups) encodeOffsetFetchResponseGroup(writer, element, version)
  }
  if (version < 8 && groups.length !== 0) notInVersion('OffsetFetchResponse', 'groups', version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetFetchResponse(reader: Reader, version: number): OffsetFetchResponse {
  const flexible = version >= 6
  const throttleTimeMs = version >= 3 ? reader.int32() : 0
  const topics: OffsetFetchResponseTopic[] = []
  if (version <= 7) {
    const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
    for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetFetchResponseTopic(reader, version))
  }
  const errorCode = (version >= 2 && version <= 7) ? reader.int16() : 0
  const groups: OffsetFetchResponseGroup[] = []
  if (version >= 8) {
    const groupsCount = reader.compactArrayLength(5)
    for (let i = 0; i < groupsCount; i++) groups.push(decodeOffsetFetchResponseGroup(reader, version))
  }
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics, errorCode, groups }
}

/** Part of OffsetFetchResponse. */
export interface OffsetFetchResponseGroup {
  /** string; versions 8+ */
  groupId: string
  /** array of OffsetFetchResponseTopics; versions 8+ */
  topics: OffsetFetchResponseTopics[]
  /** int16; versions 8+ */
  errorCode: number
}

/** What encode takes for {@link OffsetFetchResponseGroup}: a field left out has its default. */
export interface OffsetFetchResponseGroupInput {
  groupId?: string | undefined
  topics?: readonly OffsetFetchResponseTopicsInput[] | undefined
  errorCode?: number | undefined
}

export function encodeOffsetFetchResponseGroup(writer: Writer, message: OffsetFetchResponseGroupInput, version: number): void {
  const { groupId = '', topics = [], errorCode = 0 } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeOffsetFetchResponseTopics(writer, element, version)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodeOffsetFetchResponseGroup(reader: Reader, version: number): OffsetFetchResponseGroup {
  const groupId = reader.compactString()
  const topics: OffsetFetchResponseTopics[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetFetchResponseTopics(reader, version))
  const errorCode = reader.int16()
  reader.skipTags()
  return { groupId, topics, errorCode }
}

/** Part of OffsetFetchResponse. */
export interface OffsetFetchResponseTopics {
  /** string; versions 8–9; dropped in other versions */
  name: string
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** array of OffsetFetchResponsePartitions; versions 8+ */
  partitions: OffsetFetchResponsePartitions[]
}

/** What encode takes for {@link OffsetFetchResponseTopics}: a field left out has its default. */
export interface OffsetFetchResponseTopicsInput {
  name?: string | undefined
  topicId?: string | undefined
  partitions?: readonly OffsetFetchResponsePartitionsInput[] | undefined
}

export function encodeOffsetFetchResponseTopics(writer: Writer, message: OffsetFetchResponseTopicsInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitions = [] } = message
  if (version <= 9) writer.compactString(name)
  if (version >= 10) writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeOffsetFetchResponsePartitions(writer, element, version)
  writer.int8(0)
}

export function decodeOffsetFetchResponseTopics(reader: Reader, version: number): OffsetFetchResponseTopics {
  const name = version <= 9 ? reader.compactString() : ''
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const partitions: OffsetFetchResponsePartitions[] = []
  const partitionsCount = reader.compactArrayLength(20)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetFetchResponsePartitions(reader, version))
  reader.skipTags()
  return { name, topicId, partitions }
}

/** Part of OffsetFetchResponse. */
export interface OffsetFetchResponsePartitions {
  /** int32; versions 8+ */
  partitionIndex: number
  /** int64; versions 8+ */
  committedOffset: bigint
  /** int32; versions 8+; default -1; dropped in other versions */
  committedLeaderEpoch: number
  /** string; versions 8+; may be null */
  metadata: string | null
  /** int16; versions 8+ */
  errorCode: number
}

/** What encode takes for {@link OffsetFetchResponsePartitions}: a field left out has its default. */
export interface OffsetFetchResponsePartitionsInput {
  partitionIndex?: number | undefined
  committedOffset?: bigint | undefined
  committedLeaderEpoch?: number | undefined
  metadata?: string | null | undefined
  errorCode?: number | undefined
}

export function encodeOffsetFetchResponsePartitions(writer: Writer, message: OffsetFetchResponsePartitionsInput, _version: number): void {
  const { partitionIndex = 0, committedOffset = 0n, committedLeaderEpoch = -1, metadata = '', errorCode = 0 } = message
  writer.int32(partitionIndex)
  writer.int64(committedOffset)
  writer.int32(committedLeaderEpoch)
  writer.compactNullableString(metadata)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodeOffsetFetchResponsePartitions(reader: Reader, _version: number): OffsetFetchResponsePartitions {
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64()
  const committedLeaderEpoch = reader.int32()
  const metadata = reader.compactNullableString()
  const errorCode = reader.int16()
  reader.skipTags()
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode }
}

/** Part of OffsetFetchResponse. */
export interface OffsetFetchResponseTopic {
  /** string; versions 1–7 */
  name: string
  /** array of OffsetFetchResponsePartition; versions 1–7 */
  partitions: OffsetFetchResponsePartition[]
}

/** What encode takes for {@link OffsetFetchResponseTopic}: a field left out has its default. */
export interface OffsetFetchResponseTopicInput {
  name?: string | undefined
  partitions?: readonly OffsetFetchResponsePartitionInput[] | undefined
}

export function encodeOffsetFetchResponseTopic(writer: Writer, message: OffsetFetchResponseTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetFetchResponsePartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetFetchResponseTopic(reader: Reader, version: number): OffsetFetchResponseTopic {
  const flexible = version >= 6
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: OffsetFetchResponsePartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(20) : reader.arrayLength(16)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetFetchResponsePartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of OffsetFetchResponse. */
export interface OffsetFetchResponsePartition {
  /** int32; versions 1–7 */
  partitionIndex: number
  /** int64; versions 1–7 */
  committedOffset: bigint
  /** int32; versions 5–7; default -1; dropped in other versions */
  committedLeaderEpoch: number
  /** string; versions 1–7; may be null */
  metadata: string | null
  /** int16; versions 1–7 */
  errorCode: number
}

/** What encode takes for {@link OffsetFetchResponsePartition}: a field left out has its default. */
export interface OffsetFetchResponsePartitionInput {
  partitionIndex?: number | undefined
  committedOffset?: bigint | undefined
  committedLeaderEpoch?: number | undefined
  metadata?: string | null | undefined
  errorCode?: number | undefined
}

export function encodeOffsetFetchResponsePartition(writer: Writer, message: OffsetFetchResponsePartitionInput, version: number): void {
  const { partitionIndex = 0, committedOffset = 0n, committedLeaderEpoch = -1, metadata = '', errorCode = 0 } = message
  const flexible = version >= 6
  writer.int32(partitionIndex)
  writer.int64(committedOffset)
  if (version >= 5) writer.int32(committedLeaderEpoch)
  if (flexible) writer.compactNullableString(metadata)
  else writer.nullableString(metadata)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeOffsetFetchResponsePartition(reader: Reader, version: number): OffsetFetchResponsePartition {
  const flexible = version >= 6
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64()
  const committedLeaderEpoch = version >= 5 ? reader.int32() : -1
  const metadata = flexible ? reader.compactNullableString() : reader.nullableString()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode }
}

export const offsetFetchResponseCodec: MessageCodec<OffsetFetchResponseInput, OffsetFetchResponse> = {
  name: 'OffsetFetchResponse',
  lowestVersion: 1,
  highestVersion: 10,
  lowestFlexibleVersion: 6,
  encode: encodeOffsetFetchResponse,
  decode: decodeOffsetFetchResponse
}
