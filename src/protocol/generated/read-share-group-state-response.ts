// Made by scripts/codegen from ReadShareGroupStateResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ReadShareGroupStateResponse, versions 0. */
export interface ReadShareGroupStateResponse {
  /** array of ReadStateResult */
  results: ReadStateResult[]
}

/** What encode takes for {@link ReadShareGroupStateResponse}: a field left out has its default. */
export interface ReadShareGroupStateResponseInput {
  results?: readonly ReadStateResultInput[] | undefined
}

export function encodeReadShareGroupStateResponse(writer: Writer, message: ReadShareGroupStateResponseInput, version: number): void {
  const { results = [] } = message
  writer.compactArrayLength(results.length)
  for (const element of results) encodeReadStateResult(writer, element, version)
  writer.int8(0)
}

export function decodeReadShareGroupStateResponse(reader: Reader, version: number): ReadShareGroupStateResponse {
  const results: ReadStateResult[] = []
  const resultsCount = reader.compactArrayLength(18)
  for (let i = 0; i < resultsCount; i++) results.push(decodeReadStateResult(reader, version))
  reader.skipTags()
  return { results }
}

/** Part of ReadShareGroupStateResponse. */
export interface ReadStateResult {
  /** uuid */
  topicId: string
  /** array of PartitionResult */
  partitions: PartitionResult[]
}

/** What encode takes for {@link ReadStateResult}: a field left out has its default. */
export interface ReadStateResultInput {
  topicId?: string | undefined
  partitions?: readonly PartitionResultInput[] | undefined
}

export function encodeReadStateResult(writer: Writer, message: ReadStateResultInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeReadStateResult(reader: Reader, version: number): ReadStateResult {
  const topicId = reader.uuid()
  const partitions: PartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(21)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResult(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ReadShareGroupStateResponse. */
export interface PartitionResult {
  /** int32 */
  partition: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int32 */
  stateEpoch: number
  /** int64 */
  startOffset: bigint
  /** array of StateBatch */
  stateBatches: StateBatch[]
}

/** What encode takes for {@link PartitionResult}: a field left out has its default. */
export interface PartitionResultInput {
  partition?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  stateEpoch?: number | undefined
  startOffset?: bigint | undefined
  stateBatches?: readonly StateBatchInput[] | undefined
}

export function encodePartitionResult(writer: Writer, message: PartitionResultInput, version: number): void {
  const { partition = 0, errorCode = 0, errorMessage = null, stateEpoch = 0, startOffset = 0n, stateBatches = [] } = message
  writer.int32(partition)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int32(stateEpoch)
  writer.int64(startOffset)
  writer.compactArrayLength(stateBatches.length)
  for (const element of stateBatches) encodeStateBatch(writer, element, version)
  writer.int8(0)
}

export function decodePartitionResult(reader: Reader, version: number): PartitionResult {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const stateEpoch = reader.int32()
  const startOffset = reader.int64()
  const stateBatches: StateBatch[] = []
  const stateBatchesCount = reader.compactArrayLength(20)
  for (let i = 0; i < stateBatchesCount; i++) stateBatches.push(decodeStateBatch(reader, version))
  reader.skipTags()
  return { partition, errorCode, errorMessage, stateEpoch, startOffset, stateBatches }
}

/** Part of ReadShareGroupStateResponse. */
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

export const readShareGroupStateResponseCodec: MessageCodec<ReadShareGroupStateResponseInput, ReadShareGroupStateResponse> = {
  name: 'ReadShareGroupStateResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeReadShareGroupStateResponse,
  decode: decodeReadShareGroupStateResponse
}
