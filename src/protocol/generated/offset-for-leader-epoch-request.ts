// Made by scripts/codegen from OffsetForLeaderEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** OffsetForLeaderEpochRequest, versions 2–4. */
export interface OffsetForLeaderEpochRequest {
  /** int32; versions 3+; default -2; dropped in other versions */
  replicaId: number
  /** array of OffsetForLeaderTopic */
  topics: OffsetForLeaderTopic[]
}

/** What encode takes for {@link OffsetForLeaderEpochRequest}: a field left out has its default. */
export interface OffsetForLeaderEpochRequestInput {
  replicaId?: number | undefined
  topics?: readonly OffsetForLeaderTopicInput[] | undefined
}

export function encodeOffsetForLeaderEpochRequest(writer: Writer, message: OffsetForLeaderEpochRequestInput, version: number): void {
  const { replicaId = -2, topics = [] } = message
  const flexible = version >= 4
  if (version >= 3) writer.int32(replicaId)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetForLeaderTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetForLeaderEpochRequest(reader: Reader, version: number): OffsetForLeaderEpochRequest {
  const flexible = version >= 4
  const replicaId = version >= 3 ? reader.int32() : -2
  const topics: OffsetForLeaderTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetForLeaderTopic(reader, version))
  if (flexible) reader.skipTags()
  return { replicaId, topics }
}

/** Part of OffsetForLeaderEpochRequest. */
export interface OffsetForLeaderTopic {
  /** string */
  topic: string
  /** array of OffsetForLeaderPartition */
  partitions: OffsetForLeaderPartition[]
}

/** What encode takes for {@link OffsetForLeaderTopic}: a field left out has its default. */
export interface OffsetForLeaderTopicInput {
  topic?: string | undefined
  partitions?: readonly OffsetForLeaderPartitionInput[] | undefined
}

export function encodeOffsetForLeaderTopic(writer: Writer, message: OffsetForLeaderTopicInput, version: number): void {
  const { topic = '', partitions = [] } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(topic)
  else writer.string(topic)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetForLeaderPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetForLeaderTopic(reader: Reader, version: number): OffsetForLeaderTopic {
  const flexible = version >= 4
  const topic = flexible ? reader.compactString() : reader.string()
  const partitions: OffsetForLeaderPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(13) : reader.arrayLength(12)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetForLeaderPartition(reader, version))
  if (flexible) reader.skipTags()
  return { topic, partitions }
}

/** Part of OffsetForLeaderEpochRequest. */
export interface OffsetForLeaderPartition {
  /** int32 */
  partition: number
  /** int32; default -1 */
  currentLeaderEpoch: number
  /** int32 */
  leaderEpoch: number
}

/** What encode takes for {@link OffsetForLeaderPartition}: a field left out has its default. */
export interface OffsetForLeaderPartitionInput {
  partition?: number | undefined
  currentLeaderEpoch?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodeOffsetForLeaderPartition(writer: Writer, message: OffsetForLeaderPartitionInput, version: number): void {
  const { partition = 0, currentLeaderEpoch = -1, leaderEpoch = 0 } = message
  const flexible = version >= 4
  writer.int32(partition)
  writer.int32(currentLeaderEpoch)
  writer.int32(leaderEpoch)
  if (flexible) writer.int8(0)
}

export function decodeOffsetForLeaderPartition(reader: Reader, version: number): OffsetForLeaderPartition {
  const flexible = version >= 4
  const partition = reader.int32()
  const currentLeaderEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  if (flexible) reader.skipTags()
  return { partition, currentLeaderEpoch, leaderEpoch }
}

export const offsetForLeaderEpochRequestCodec: MessageCodec<OffsetForLeaderEpochRequestInput, OffsetForLeaderEpochRequest> = {
  name: 'OffsetForLeaderEpochRequest',
  lowestVersion: 2,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeOffsetForLeaderEpochRequest,
  decode: decodeOffsetForLeaderEpochRequest
}
