// Made by scripts/codegen from ListOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListOffsetsRequest, versions 1–11. */
export interface ListOffsetsRequest {
  /** int32 */
  replicaId: number
  /** int8; versions 2+ */
  isolationLevel: number
  /** array of ListOffsetsTopic */
  topics: ListOffsetsTopic[]
  /** int32; versions 10+; dropped in other versions */
  timeoutMs: number
}

/** What encode takes for {@link ListOffsetsRequest}: a field left out has its default. */
export interface ListOffsetsRequestInput {
  replicaId?: number | undefined
  isolationLevel?: number | undefined
  topics?: readonly ListOffsetsTopicInput[] | undefined
  timeoutMs?: number | undefined
}

export function encodeListOffsetsRequest(writer: Writer, message: ListOffsetsRequestInput, version: number): void {
  const { replicaId = 0, isolationLevel = 0, topics = [], timeoutMs = 0 } = message
  const flexible = version >= 6
  writer.int32(replicaId)
  if (version >= 2) writer.int8(isolationLevel)
  if (version < 2 && isolationLevel !== 0) notInVersion('ListOffsetsRequest', 'isolationLevel', version)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeListOffsetsTopic(writer, element, version)
  if (version >= 10) writer.int32(timeoutMs)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsRequest(reader: Reader, version: number): ListOffsetsRequest {
  const flexible = version >= 6
  const replicaId = reader.int32()
  const isolationLevel = version >= 2 ? reader.int8() : 0
  const topics: ListOffsetsTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeListOffsetsTopic(reader, version))
  const timeoutMs = version >= 10 ? reader.int32() : 0
  if (flexible) reader.skipTags()
  return { replicaId, isolationLevel, topics, timeoutMs }
}

/** Part of ListOffsetsRequest. */
export interface ListOffsetsTopic {
  /** string */
  name: string
  /** array of ListOffsetsPartition */
  partitions: ListOffsetsPartition[]
}

/** What encode takes for {@link ListOffsetsTopic}: a field left out has its default. */
export interface ListOffsetsTopicInput {
  name?: string | undefined
  partitions?: readonly ListOffsetsPartitionInput[] | undefined
}

export function encodeListOffsetsTopic(writer: Writer, message: ListOffsetsTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeListOffsetsPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsTopic(reader: Reader, version: number): ListOffsetsTopic {
  const flexible = version >= 6
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: ListOffsetsPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(17) : reader.arrayLength(12)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeListOffsetsPartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of ListOffsetsRequest. */
export interface ListOffsetsPartition {
  /** int32 */
  partitionIndex: number
  /** int32; versions 4+; default -1; dropped in other versions */
  currentLeaderEpoch: number
  /** int64 */
  timestamp: bigint
}

/** What encode takes for {@link ListOffsetsPartition}: a field left out has its default. */
export interface ListOffsetsPartitionInput {
  partitionIndex?: number | undefined
  currentLeaderEpoch?: number | undefined
  timestamp?: bigint | undefined
}

export function encodeListOffsetsPartition(writer: Writer, message: ListOffsetsPartitionInput, version: number): void {
  const { partitionIndex = 0, currentLeaderEpoch = -1, timestamp = 0n } = message
  const flexible = version >= 6
  writer.int32(partitionIndex)
  if (version >= 4) writer.int32(currentLeaderEpoch)
  writer.int64(timestamp)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsPartition(reader: Reader, version: number): ListOffsetsPartition {
  const flexible = version >= 6
  const partitionIndex = reader.int32()
  const currentLeaderEpoch = version >= 4 ? reader.int32() : -1
  const timestamp = reader.int64()
  if (flexible) reader.skipTags()
  return { partitionIndex, currentLeaderEpoch, timestamp }
}

export const listOffsetsRequestCodec: MessageCodec<ListOffsetsRequestInput, ListOffsetsRequest> = {
  name: 'ListOffsetsRequest',
  lowestVersion: 1,
  highestVersion: 11,
  lowestFlexibleVersion: 6,
  encode: encodeListOffsetsRequest,
  decode: decodeListOffsetsRequest
}
