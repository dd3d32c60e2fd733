// Made by scripts/codegen from DescribeProducersResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeProducersResponse, versions 0. */
export interface DescribeProducersResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of TopicResponse */
  topics: TopicResponse[]
}

/** What encode takes for {@link DescribeProducersResponse}: a field left out has its default. */
export interface DescribeProducersResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly TopicResponseInput[] | undefined
}

export function encodeDescribeProducersResponse(writer: Writer, message: DescribeProducersResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicResponse(writer, element, version)
  writer.int8(0)
}

export function decodeDescribeProducersResponse(reader: Reader, version: number): DescribeProducersResponse {
  const throttleTimeMs = reader.int32()
  const topics: TopicResponse[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicResponse(reader, version))
  reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of DescribeProducersResponse. */
export interface TopicResponse {
  /** string */
  name: string
  /** array of PartitionResponse */
  partitions: PartitionResponse[]
}

/** What encode takes for {@link TopicResponse}: a field left out has its default. */
export interface TopicResponseInput {
  name?: string | undefined
  partitions?: readonly PartitionResponseInput[] | undefined
}

export function encodeTopicResponse(writer: Writer, message: TopicResponseInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResponse(writer, element, version)
  writer.int8(0)
}

export function decodeTopicResponse(reader: Reader, version: number): TopicResponse {
  const name = reader.compactString()
  const partitions: PartitionResponse[] = []
  const partitionsCount = reader.compactArrayLength(9)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResponse(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of DescribeProducersResponse. */
export interface PartitionResponse {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** array of ProducerState */
  activeProducers: ProducerState[]
}

/** What encode takes for {@link PartitionResponse}: a field left out has its default. */
export interface PartitionResponseInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  activeProducers?: readonly ProducerStateInput[] | undefined
}

export function encodePartitionResponse(writer: Writer, message: PartitionResponseInput, version: number): void {
  const { partitionIndex = 0, errorCode = 0, errorMessage = null, activeProducers = [] } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(activeProducers.length)
  for (const element of activeProducers) encodeProducerState(writer, element, version)
  writer.int8(0)
}

export function decodePartitionResponse(reader: Reader, version: number): PartitionResponse {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const activeProducers: ProducerState[] = []
  const activeProducersCount = reader.compactArrayLength(37)
  for (let i = 0; i < activeProducersCount; i++) activeProducers.push(decodeProducerState(reader, version))
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage, activeProducers }
}

/** Part of DescribeProducersResponse. */
export interface ProducerState {
  /** int64 */
  producerId: bigint
  /** int32 */
  producerEpoch: number
  /** int32; default -1 */
  lastSequence: number
  /** int64; default -1n */
  lastTimestamp: bigint
  /** int32 */
  coordinatorEpoch: number
  /** int64; default -1n */
  currentTxnStartOffset: bigint
}

/** What encode takes for {@link ProducerState}: a field left out has its default. */
export interface ProducerStateInput {
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  lastSequence?: number | undefined
  lastTimestamp?: bigint | undefined
  coordinatorEpoch?: number | undefined
  currentTxnStartOffset?: bigint | undefined
}

export function encodeProducerState(writer: Writer, message: ProducerStateInput, _version: number): void {
  const {
    producerId = 0n,
    producerEpoch = 0,
    lastSequence = -1,
    lastTimestamp = -1n,
    coordinatorEpoch = 0,
    currentTxnStartOffset = -1n
  } = message
  writer.int64(producerId)
  writer.int32(producerEpoch)
  writer.int32(lastSequence)
  writer.int64(lastTimestamp)
  writer.int32(coordinatorEpoch)
  writer.int64(currentTxnStartOffset)
  writer.int8(0)
}

export function decodeProducerState(reader: Reader, _version: number): ProducerState {
  const producerId = reader.int64()
  const producerEpoch = reader.int32()
  const lastSequence = reader.int32()
  const lastTimestamp = reader.int64()
  const coordinatorEpoch = reader.int32()
  const currentTxnStartOffset = reader.int64()
  reader.skipTags()
  return { producerId, producerEpoch, lastSequence, lastTimestamp, coordinatorEpoch, currentTxnStartOffset }
}

export const describeProducersResponseCodec: MessageCodec<DescribeProducersResponseInput, DescribeProducersResponse> = {
  name: 'DescribeProducersResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeProducersResponse,
  decode: decodeDescribeProducersResponse
}
