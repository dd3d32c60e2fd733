// Made by scripts/codegen from DescribeTransactionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeTransactionsResponse, versions 0. */
export interface DescribeTransactionsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of TransactionState */
  transactionStates: TransactionState[]
}

/** What encode takes for {@link DescribeTransactionsResponse}: a field left out has its default. */
export interface DescribeTransactionsResponseInput {
  throttleTimeMs?: number | undefined
  transactionStates?: readonly TransactionStateInput[] | undefined
}

export function encodeDescribeTransactionsResponse(writer: Writer, message: DescribeTransactionsResponseInput, version: number): void {
  const { throttleTimeMs = 0, transactionStates = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(transactionStates.length)
  for (const element of transactionStates) encodeTransactionState(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeTransactionsResponse(reader: Reader, version: number): DescribeTransactionsResponse {
  const throttleTimeMs = reader.int32()
  const transactionStates: TransactionState[] = []
  const transactionStatesCount = reader.compactArrayLength(28)
  for (let i = 0; i < transactionStatesCount; i++) transactionStates.push(decodeTransactionState(reader, version))
  reader.skipTags()
  return { throttleTimeMs, transactionStates }
}

/** Part of DescribeTransactionsResponse. */
export interface TransactionState {
  /** int16 */
  errorCode: number
  /** string */
  transactionalId: string
  /** string */
  transactionState: string
  /** int32 */
  transactionTimeoutMs: number
  /** int64 */
  transactionStartTimeMs: bigint
  /** int64 */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link TransactionState}: a field left out has its default. */
export interface TransactionStateInput {
  errorCode?: number | undefined
  transactionalId?: string | undefined
  transactionState?: string | undefined
  transactionTimeoutMs?: number | undefined
  transactionStartTimeMs?: bigint | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeTransactionState(writer: Writer, message: TransactionStateInput, version: number): void {
  const {
    errorCode = 0,
    transactionalId = '',
    transactionState = '',
    transactionTimeoutMs = 0,
    transactionStartTimeMs = 0n,
    producerId = 0n,
    producerEpoch = 0,
    topics = []
  } = message
  writer.int16(errorCode)
  writer.compactString(transactionalId)
  writer.compactString(transactionState)
  writer.int32(transactionTimeoutMs)
  writer.int64(transactionStartTimeMs)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeTransactionState(reader: Reader, version: number): TransactionState {
  const errorCode = reader.int16()
  const transactionalId = reader.compactString()
  const transactionState = reader.compactString()
  const transactionTimeoutMs = reader.int32()
  const transactionStartTimeMs = reader.int64()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { errorCode, transactionalId, transactionState, transactionTimeoutMs, transactionStartTimeMs, producerId, producerEpoch, topics }
}

/** Part of DescribeTransactionsResponse. */
export interface TopicData {
  /** string */
  topic: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topic?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, _version: number): void {
  const { topic = '', partitions = [] } = message
  writer.compactString(topic)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeTopicData(reader: Reader, _version: number): TopicData {
  const topic = reader.compactString()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topic, partitions }
}

export const describeTransactionsResponseCodec: MessageCodec<DescribeTransactionsResponseInput, DescribeTransactionsResponse> = {
  name: 'DescribeTransactionsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeTransactionsResponse,
  decode: decodeDescribeTransactionsResponse
}
