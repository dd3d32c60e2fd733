// Made by scripts/codegen from OffsetForLeaderEpochResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** OffsetForLeaderEpochResponse, versions 2–4. */
export interface OffsetForLeaderEpochResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of OffsetForLeaderTopicResult */
  topics: OffsetForLeaderTopicResult[]
}

/** What encode takes for {@link OffsetForLeaderEpochResponse}: a field left out has its default. */
export interface OffsetForLeaderEpochResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly OffsetForLeaderTopicResultInput[] | undefined
}

export function encodeOffsetForLeaderEpochResponse(writer: Writer, message: OffsetForLeaderEpochResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 4
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetForLeaderTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetForLeaderEpochResponse(reader: Reader, version: number): OffsetForLeaderEpochResponse {
  const flexible = version >= 4
  const throttleTimeMs = reader.int32()
  const topics: OffsetForLeaderTopicResult[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetForLeaderTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of OffsetForLeaderEpochResponse. */
export interface OffsetForLeaderTopicResult {
  /** string */
  topic: string
  /** array of EpochEndOffset */
  partitions: EpochEndOffset[]
}

/** What encode takes for {@link OffsetForLeaderTopicResult}: a field left out has its default. */
export interface OffsetForLeaderTopicResultInput {
  topic?: string | undefined
  partitions?: readonly EpochEndOffsetInput[] | undefined
}

export function encodeOffsetForLeaderTopicResult(writer: Writer, message: OffsetForLeaderTopicResultInput, version: number): void {
  const { topic = '', partitions = [] } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(topic)
  else writer.string(topic)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeEpochEndOffset(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetForLeaderTopicResult(reader: Reader, version: number): OffsetForLeaderTopicResult {
  const flexible = version >= 4
  const topic = flexible ? reader.compactString() : reader.string()
  const partitions: EpochEndOffset[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(19) : reader.arrayLength(18)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeEpochEndOffset(reader, version))
  if (flexible) reader.skipTags()
  return { topic, partitions }
}

/** Part of OffsetForLeaderEpochResponse. */
export interface EpochEndOffset {
  /** int16 */
  errorCode: number
  /** int32 */
  partition: number
  /** int32; default -1 */
  leaderEpoch: number
  /** int64; default -1n */
  endOffset: bigint
}

/** What encode takes for {@link EpochEndOffset}: a field left out has its default. */
export interface EpochEndOffsetInput {
  errorCode?: number | undefined
  partition?: number | undefined
  leaderEpoch?: number | undefined
  endOffset?: bigint | undefined
}

export function encodeEpochEndOffset(writer: Writer, message: EpochEndOffsetInput, version: number): void {
  const { errorCode = 0, partition = 0, leaderEpoch = -1, endOffset = -1n } = message
  const flexible = version >= 4
  writer.int16(errorCode)
  writer.int32(partition)
  writer.int32(leaderEpoch)
  writer.int64(endOffset)
  if (flexible) writer.int8(0)
}

export function decodeEpochEndOffset(reader: Reader, version: number): EpochEndOffset {
  const flexible = version >= 4
  const errorCode = reader.int16()
  const partition = reader.int32()
  const leaderEpoch = reader.int32()
  const endOffset = reader.int64()
  if (flexible) reader.skipTags()
  return { errorCode, partition, leaderEpoch, endOffset }
}

export const offsetForLeaderEpochResponseCodec: MessageCodec<OffsetForLeaderEpochResponseInput, OffsetForLeaderEpochResponse> = {
  name: 'OffsetForLeaderEpochResponse',
  lowestVersion: 2,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeOffsetForLeaderEpochResponse,
  decode: decodeOffsetForLeaderEpochResponse
}
