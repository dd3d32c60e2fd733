// Made by scripts/codegen from ReadShareGroupStateSummaryResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ReadShareGroupStateSummaryResponse, versions 0–1. */
export interface ReadShareGroupStateSummaryResponse {
  /** array of ReadStateSummaryResult */
  results: ReadStateSummaryResult[]
}

/** What encode takes for {@link ReadShareGroupStateSummaryResponse}: a field left out has its default. */
export interface ReadShareGroupStateSummaryResponseInput {
  results?: readonly ReadStateSummaryResultInput[] | undefined
}

export function encodeReadShareGroupStateSummaryResponse(
  writer: Writer,
  message: ReadShareGroupStateSummaryResponseInput,
  version: number
): void {
  const { results = [] } = message
  writer.compactArrayLength(results.length)
  for (const element of results) encodeReadStateSummaryResult(writer, element, version)
  writer.int8(0)
}

export function decodeReadShareGroupStateSummaryResponse(reader: Reader, version: number): ReadShareGroupStateSummaryResponse {
  const results: ReadStateSummaryResult[] = []
  const resultsCount = reader.compactArrayLength(18)
  for (let i = 0; i < resultsCount; i++) results.push(decodeReadStateSummaryResult(reader, version))
  reader.skipTags()
  return { results }
}

/** Part of ReadShareGroupStateSummaryResponse. */
export interface ReadStateSummaryResult {
  /** uuid */
  topicId: string
  /** array of PartitionResult */
  partitions: PartitionResult[]
}

/** What encode takes for {@link ReadStateSummaryResult}: a field left out has its default. */
export interface ReadStateSummaryResultInput {
  topicId?: string | undefined
  partitions?: readonly PartitionResultInput[] | undefined
}

export function encodeReadStateSummaryResult(writer: Writer, message: ReadStateSummaryResultInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeReadStateSummaryResult(reader: Reader, version: number): ReadStateSummaryResult {
  const topicId = reader.uuid()
  const partitions: PartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(24)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResult(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ReadShareGroupStateSummaryResponse. */
export interface PartitionResult {
  /** int32 */
  partition: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int32 */
  stateEpoch: number
  /** int32 */
  leaderEpoch: number
  /** int64 */
  startOffset: bigint
  /** int32; versions 1+; default -1; dropped in other versions */
  deliveryCompleteCount: number
}

/** What encode takes for {@link PartitionResult}: a field left out has its default. */
export interface PartitionResultInput {
  partition?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  stateEpoch?: number | undefined
  leaderEpoch?: number | undefined
  startOffset?: bigint | undefined
  deliveryCompleteCount?: number | undefined
}

export function encodePartitionResult(writer: Writer, message: PartitionResultInput, version: number): void {
  const {
    partition = 0,
    errorCode = 0,
    errorMessage = null,
    stateEpoch = 0,
    leaderEpoch = 0,
    startOffset = 0n,
    deliveryCompleteCount = -1
  } = message
  writer.int32(partition)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int32(stateEpoch)
  writer.int32(leaderEpoch)
  writer.int64(startOffset)
  if (version >= 1) writer.int32(deliveryCompleteCount)
  writer.int8(0)
}

export function decodePartitionResult(reader: Reader, version: number): PartitionResult {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const stateEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const deliveryCompleteCount = version >= 1 ? reader.int32() : -1
  reader.skipTags()
  return { partition, errorCode, errorMessage, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount }
}

export const readShareGroupStateSummaryResponseCodec: MessageCodec<ReadShareGroupStateSummaryResponseInput, ReadShareGroupStateSummaryResponse> = {
  name: 'ReadShareGroupStateSummaryResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeReadShareGroupStateSummaryResponse,
  decode: decodeReadShareGroupStateSummaryResponse
}
