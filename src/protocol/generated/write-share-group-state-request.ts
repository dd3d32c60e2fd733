// Made by scripts/codegen from WriteShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** WriteShareGroupStateRequest, versions 0–1. */
export interface WriteShareGroupStateRequest {
  /** string */
  groupId: string
  /** array of WriteStateData */
  topics: WriteStateData[]
}

/** What encode takes for {@link WriteShareGroupStateRequest}: a field left out has its default. */
export interface WriteShareGroupStateRequestInput {
  groupId?: string | undefined
  topics?: readonly WriteStateDataInput[] | undefined
}

export function encodeWriteShareGroupStateRequest(writer: Writer, message: WriteShareGroupStateRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeWriteStateData(writer, element, version)
  writer.int8(0)
}

export function decodeWriteShareGroupStateRequest(reader: Reader, version: number): WriteShareGroupStateRequest {
  const groupId = reader.compactString()
  const topics: WriteStateData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeWriteStateData(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of WriteShareGroupStateRequest. */
export interface WriteStateData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link WriteStateData}: a field left out has its default. */
export interface WriteStateDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeWriteStateData(writer: Writer, message: WriteStateDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeWriteStateData(reader: Reader, version: number): WriteStateData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(22)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of WriteShareGroupStateRequest. */
export interface PartitionData {
  /** int32 */
  partition: number
  /** int32 */
  stateEpoch: number
  /** int32 */
  leaderEpoch: number
  /** int64 */
  startOffset: bigint
  /** int32; versions 1+; default -1; dropped in other versions */
  deliveryCompleteCount: number
  /** array of StateBatch */
  stateBatches: StateBatch[]
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partition?: number | undefined
  stateEpoch?: number | undefined
  leaderEpoch?: number | undefined
  startOffset?: bigint | undefined
  deliveryCompleteCount?: number | undefined
  stateBatches?: readonly StateBatchInput[] | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partition = 0, stateEpoch = 0, leaderEpoch = 0, startOffset = 0n, deliveryCompleteCount = -1, stateBatches = [] } = message
  writer.int32(partition)
  writer.int32(stateEpoch)
  writer.int32(leaderEpoch)
  writer.int64(startOffset)
  if (version >= 1) writer.int32(deliveryCompleteCount)
  writer.compactArrayLength(stateBatches.length)
  for (const element of stateBatches) encodeStateBatch(writer, element, version)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partition = reader.int32()
  const stateEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const deliveryCompleteCount = version >= 1 ? reader.int32() : -1
  const stateBatches: StateBatch[] = []
  const stateBatchesCount = reader.compactArrayLength(20)
  for (let i = 0; i < stateBatchesCount; i++) stateBatches.push(decodeStateBatch(reader, version))
  reader.skipTags()
  return { partition, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches }
}

/** Part of WriteShareGroupStateRequest. */
export interface StateBatch {
  /** int64 */
  firstOffset: bigint
  /** int64 */
  lastOffset: bigint
  /** int8 */
  deliveryState: number
  /** int16 */
  deliveryCount: number
}

/** What encode takes for {@link StateBatch}: a field left out has its default. */
export interface StateBatchInput {
  firstOffset?: bigint | undefined
  lastOffset?: bigint | undefined
  deliveryState?: number | undefined
  deliveryCount?: number | undefined
}

export function encodeStateBatch(writer: Writer, message: StateBatchInput, _version: number): void {
  const { firstOffset = 0n, lastOffset = 0n, deliveryState = 0, deliveryCount = 0 } = message
  writer.int64(firstOffset)
  writer.int64(lastOffset)
  writer.int8(deliveryState)
  writer.int16(deliveryCount)
  writer.int8(0)
}

export function decodeStateBatch(reader: Reader, _version: number): StateBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryState = reader.int8()
  const deliveryCount = reader.int16()
  reader.skipTags()
  return { firstOffset, lastOffset, deliveryState, deliveryCount }
}

export const writeShareGroupStateRequestCodec: MessageCodec<WriteShareGroupStateRequestInput, WriteShareGroupStateRequest> = {
  name: 'WriteShareGroupStateRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeWriteShareGroupStateRequest,
  decode: decodeWriteShareGroupStateRequest
}
