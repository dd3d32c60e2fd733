// Made by scripts/codegen from OffsetCommitRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** OffsetCommitRequest, versions 2–10. */
export interface OffsetCommitRequest {
  /** string */
  groupId: string
  /** int32; default -1 */
  generationIdOrMemberEpoch: number
  /** string */
  memberId: string
  /** string; versions 7+; may be null; default null */
  groupInstanceId: string | null
  /** int64; versions 2–4; default -1n; dropped in other versions */
  retentionTimeMs: bigint
  /** array of OffsetCommitRequestTopic */
  topics: OffsetCommitRequestTopic[]
}

/** What encode takes for {@link OffsetCommitRequest}: a field left out has its default. */
export interface OffsetCommitRequestInput {
  groupId?: string | undefined
  generationIdOrMemberEpoch?: number | undefined
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  retentionTimeMs?: bigint | undefined
  topics?: readonly OffsetCommitRequestTopicInput[] | undefined
}

export function encodeOffsetCommitRequest(writer: Writer, message: OffsetCommitRequestInput, version: number): void {
  const {
    groupId = '',
    generationIdOrMemberEpoch = -1,
    memberId = '',
    groupInstanceId = null,
    retentionTimeMs = -1n,
    topics = []
  } = message
  const flexible = version >= 8
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  writer.int32(generationIdOrMemberEpoch)
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (version >= 7) {
    if (flexible) writer.compactNullableString(groupInstanceId)
    else writer.nullableString(groupInstanceId)
  }
  if (version < 7 && groupInstanceId !== null) notInVersion('OffsetCommitRequest', 'groupInstanceId', version)
  if (version <= 4) writer.int64(retentionTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetCommitRequestTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitRequest(reader: Reader, version: number): OffsetCommitRequest {
  const flexible = version >= 8
  const groupId = flexible ? reader.compactString() : reader.string()
  const generationIdOrMemberEpoch = reader.int32()
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 7 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const retentionTimeMs = version <= 4 ? reader.int64() : -1n
  const topics: OffsetCommitRequestTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetCommitRequestTopic(reader, version))
  if (flexible) reader.skipTags()
  return { groupId, generationIdOrMemberEpoch, memberId, groupInstanceId, retentionTimeMs, topics }
}

/** Part of OffsetCommitRequest. */
export interface OffsetCommitRequestTopic {
  /** string; versions 2–9; dropped in other versions */
  name: string
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** array of OffsetCommitRequestPartition */
  partitions: OffsetCommitRequestPartition[]
}

/** What encode takes for {@link OffsetCommitRequestTopic}: a field left out has its default. */
export interface OffsetCommitRequestTopicInput {
  name?: string | undefined
  topicId?: string | undefined
  partitions?: readonly OffsetCommitRequestPartitionInput[] | undefined
}

export function encodeOffsetCommitRequestTopic(writer: Writer, message: OffsetCommitRequestTopicInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitions = [] } = message
  const flexible = version >= 8
  if (version <= 9) {
    if (flexible) writer.compactString(name)
    else writer.string(name)
  }
  if (version >= 10) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetCommitRequestPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitRequestTopic(reader: Reader, version: number): OffsetCommitRequestTopic {
  const flexible = version >= 8
  const name = version <= 9 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const partitions: OffsetCommitRequestPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(18) : reader.arrayLength(14)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetCommitRequestPartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, topicId, partitions }
}

/** Part of OffsetCommitRequest. */
export interface OffsetCommitRequestPartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  committedOffset: bigint
  /** int32; versions 6+; default -1; dropped in other versions */
  committedLeaderEpoch: number
  /** string; may be null */
  committedMetadata: string | null
}

/** What encode takes for {@link OffsetCommitRequestPartition}: a field left out has its default. */
export interface OffsetCommitRequestPartitionInput {
  partitionIndex?: number | undefined
  committedOffset?: bigint | undefined
  committedLeaderEpoch?: number | undefined
  committedMetadata?: string | null | undefined
}

export function encodeOffsetCommitRequestPartition(writer: Writer, message: OffsetCommitRequestPartitionInput, version: number): void {
  const { partitionIndex = 0, committedOffset = 0n, committedLeaderEpoch = -1, committedMetadata = '' } = message
  const flexible = version >= 8
  writer.int32(partitionIndex)
  writer.int64(committedOffset)
  if (version >= 6) writer.int32(committedLeaderEpoch)
  if (flexible) writer.compactNullableString(committedMetadata)
  else writer.nullableString(committedMetadata)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitRequestPartition(reader: Reader, version: number): OffsetCommitRequestPartition {
  const flexible = version >= 8
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64()
  const committedLeaderEpoch = version >= 6 ? reader.int32() : -1
  const committedMetadata = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata }
}

export const offsetCommitRequestCodec: MessageCodec<OffsetCommitRequestInput, OffsetCommitRequest> = {
  name: 'OffsetCommitRequest',
  lowestVersion: 2,
  highestVersion: 10,
  lowestFlexibleVersion: 8,
  encode: encodeOffsetCommitRequest,
  decode: decodeOffsetCommitRequest
}
