// Made by scripts/codegen from VoteRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** VoteRequest, versions 0–2. */
export interface VoteRequest {
  /** string; may be null; default null */
  clusterId: string | null
  /** int32; versions 1+; default -1; dropped in other versions */
  voterId: number
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link VoteRequest}: a field left out has its default. */
export interface VoteRequestInput {
  clusterId?: string | null | undefined
  voterId?: number | undefined
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeVoteRequest(writer: Writer, message: VoteRequestInput, version: number): void {
  const { clusterId = null, voterId = -1, topics = [] } = message
  writer.compactNullableString(clusterId)
  if (version >= 1) writer.int32(voterId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeVoteRequest(reader: Reader, version: number): VoteRequest {
  const clusterId = reader.compactNullableString()
  const voterId = version >= 1 ? reader.int32() : -1
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { clusterId, voterId, topics }
}

/** Part of VoteRequest. */
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
  const partitionsCount = reader.compactArrayLength(25)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicName, partitions }
}

/** Part of VoteRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int32 */
  replicaEpoch: number
  /** int32 */
  replicaId: number
  /** uuid; versions 1+; dropped in other versions */
  replicaDirectoryId: string
  /** uuid; versions 1+; dropped in other versions */
  voterDirectoryId: string
  /** int32 */
  lastOffsetEpoch: number
  /** int64 */
  lastOffset: bigint
  /** bool; versions 2+ */
  preVote: boolean
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  replicaEpoch?: number | undefined
  replicaId?: number | undefined
  replicaDirectoryId?: string | undefined
  voterDirectoryId?: string | undefined
  lastOffsetEpoch?: number | undefined
  lastOffset?: bigint | undefined
  preVote?: boolean | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const {
    partitionIndex = 0,
    replicaEpoch = 0,
    replicaId = 0,
    replicaDirectoryId = zeroUuid,
    voterDirectoryId = zeroUuid,
    lastOffsetEpoch = 0,
    lastOffset = 0n,
    preVote = false
  } = message
  writer.int32(partitionIndex)
  writer.int32(replicaEpoch)
  writer.int32(replicaId)
  if (version >= 1) writer.uuid(replicaDirectoryId)
  if (version >= 1) writer.uuid(voterDirectoryId)
  writer.int32(lastOffsetEpoch)
  writer.int64(lastOffset)
  if (version >= 2) writer.bool(preVote)
  if (version < 2 && preVote) notInVersion('VoteRequest', 'PartitionData.preVote', version)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partitionIndex = reader.int32()
  const replicaEpoch = reader.int32()
  const replicaId = reader.int32()
  const replicaDirectoryId = version >= 1 ? reader.uuid() : zeroUuid
  const voterDirectoryId = version >= 1 ? reader.uuid() : zeroUuid
  const lastOffsetEpoch = reader.int32()
  const lastOffset = reader.int64()
  const preVote = version >= 2 ? reader.bool() : false
  reader.skipTags()
  return { partitionIndex, replicaEpoch, replicaId, replicaDirectoryId, voterDirectoryId, lastOffsetEpoch, lastOffset, preVote }
}

export const voteRequestCodec: MessageCodec<VoteRequestInput, VoteRequest> = {
  name: 'VoteRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeVoteRequest,
  decode: decodeVoteRequest
}
