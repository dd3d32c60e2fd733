// Made by scripts/codegen from WriteTxnMarkersResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** WriteTxnMarkersResponse, versions 1–2. */
export interface WriteTxnMarkersResponse {
  /** array of WritableTxnMarkerResult */
  markers: WritableTxnMarkerResult[]
}

/** What encode takes for {@link WriteTxnMarkersResponse}: a field left out has its default. */
export interface WriteTxnMarkersResponseInput {
  markers?: readonly WritableTxnMarkerResultInput[] | undefined
}

export function encodeWriteTxnMarkersResponse(writer: Writer, message: WriteTxnMarkersResponseInput, version: number): void {
  const { markers = [] } = message
  writer.compactArrayLength(markers.length)
  for (const element of markers) encodeWritableTxnMarkerResult(writer, element, version)
  writer.int8(0)
}

export function decodeWriteTxnMarkersResponse(reader: Reader, version: number): WriteTxnMarkersResponse {
  const markers: WritableTxnMarkerResult[] = []
  const markersCount = reader.compactArrayLength(10)
  for (let i = 0; i < markersCount; i++) markers.push(decodeWritableTxnMarkerResult(reader, version))
  reader.skipTags()
  return { markers }
}

/** Part of WriteTxnMarkersResponse. */
export interface WritableTxnMarkerResult {
  /** int64 */
  producerId: bigint
  /** array of WritableTxnMarkerTopicResult */
  topics: WritableTxnMarkerTopicResult[]
}

/** What encode takes for {@link WritableTxnMarkerResult}: a field left out has its default. */
export interface WritableTxnMarkerResultInput {
  producerId?: bigint | undefined
  topics?: readonly WritableTxnMarkerTopicResultInput[] | undefined
}

export function encodeWritableTxnMarkerResult(writer: Writer, message: WritableTxnMarkerResultInput, version: number): void {
  const { producerId = 0n, topics = [] } = message
  writer.int64(producerId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeWritableTxnMarkerTopicResult(writer, element, version)
  writer.int8(0)
}

export function decodeWritableTxnMarkerResult(reader: Reader, version: number): WritableTxnMarkerResult {
  const producerId = reader.int64()
  const topics: WritableTxnMarkerTopicResult[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeWritableTxnMarkerTopicResult(reader, version))
  reader.skipTags()
  return { producerId, topics }
}

/** Part of WriteTxnMarkersResponse. */
export interface WritableTxnMarkerTopicResult {
  /** string */
  name: string
  /** array of WritableTxnMarkerPartitionResult */
  partitions: WritableTxnMarkerPartitionResult[]
}

/** What encode takes for {@link WritableTxnMarkerTopicResult}: a field left out has its default. */
export interface WritableTxnMarkerTopicResultInput {
  name?: string | undefined
  partitions?: readonly WritableTxnMarkerPartitionResultInput[] | undefined
}

export function encodeWritableTxnMarkerTopicResult(writer: Writer, message: WritableTxnMarkerTopicResultInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeWritableTxnMarkerPartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeWritableTxnMarkerTopicResult(reader: Reader, version: number): WritableTxnMarkerTopicResult {
  const name = reader.compactString()
  const partitions: WritableTxnMarkerPartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(7)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeWritableTxnMarkerPartitionResult(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of WriteTxnMarkersResponse. */
export interface WritableTxnMarkerPartitionResult {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link WritableTxnMarkerPartitionResult}: a field left out has its default. */
export interface WritableTxnMarkerPartitionResultInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodeWritableTxnMarkerPartitionResult(
  writer: Writer,
  message: WritableTxnMarkerPartitionResultInput,
  _version: number
): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodeWritableTxnMarkerPartitionResult(reader: Reader, _version: number): WritableTxnMarkerPartitionResult {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  reader.skipTags()
  return { partitionIndex, errorCode }
}

export const writeTxnMarkersResponseCodec: MessageCodec<WriteTxnMarkersResponseInput, WriteTxnMarkersResponse> = {
  name: 'WriteTxnMarkersResponse',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeWriteTxnMarkersResponse,
  decode: decodeWriteTxnMarkersResponse
}
