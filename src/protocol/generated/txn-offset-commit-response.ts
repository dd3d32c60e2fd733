// Made by scripts/codegen from TxnOffsetCommitResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** TxnOffsetCommitResponse, versions 0–5. */
export interface TxnOffsetCommitResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of TxnOffsetCommitResponseTopic */
  topics: TxnOffsetCommitResponseTopic[]
}

/** What encode takes for {@link TxnOffsetCommitResponse}: a field left out has its default. */
export interface TxnOffsetCommitResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly TxnOffsetCommitResponseTopicInput[] | undefined
}

export function encodeTxnOffsetCommitResponse(writer: Writer, message: TxnOffsetCommitResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 3
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeTxnOffsetCommitResponseTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitResponse(reader: Reader, version: number): TxnOffsetCommitResponse {
  const flexible = version >= 3
  const throttleTimeMs = reader.int32()
  const topics: TxnOffsetCommitResponseTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTxnOffsetCommitResponseTopic(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of TxnOffsetCommitResponse. */
export interface TxnOffsetCommitResponseTopic {
  /** string */
  name: string
  /** array of TxnOffsetCommitResponsePartition */
  partitions: TxnOffsetCommitResponsePartition[]
}

/** What encode takes for {@link TxnOffsetCommitResponseTopic}: a field left out has its default. */
export interface TxnOffsetCommitResponseTopicInput {
  name?: string | undefined
  partitions?: readonly TxnOffsetCommitResponsePartitionInput[] | undefined
}

export function encodeTxnOffsetCommitResponseTopic(writer: Writer, message: TxnOffsetCommitResponseTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeTxnOffsetCommitResponsePartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitResponseTopic(reader: Reader, version: number): TxnOffsetCommitResponseTopic {
  const flexible = version >= 3
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: TxnOffsetCommitResponsePartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeTxnOffsetCommitResponsePartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of TxnOffsetCommitResponse. */
export interface TxnOffsetCommitResponsePartition {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link TxnOffsetCommitResponsePartition}: a field left out has its default. */
export interface TxnOffsetCommitResponsePartitionInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodeTxnOffsetCommitResponsePartition(
  writer: Writer,
  message: TxnOffsetCommitResponsePartitionInput,
  version: number
): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  const flexible = version >= 3
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitResponsePartition(reader: Reader, version: number): TxnOffsetCommitResponsePartition {
  const flexible = version >= 3
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, errorCode }
}

export const txnOffsetCommitResponseCodec: MessageCodec<TxnOffsetCommitResponseInput, TxnOffsetCommitResponse> = {
  name: 'TxnOffsetCommitResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeTxnOffsetCommitResponse,
  decode: decodeTxnOffsetCommitResponse
}
