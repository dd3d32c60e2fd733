// Made by scripts/codegen from WriteTxnMarkersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** WriteTxnMarkersRequest, versions 1–2. */
export interface WriteTxnMarkersRequest {
  /** array of WritableTxnMarker */
  markers: WritableTxnMarker[]
}

/** What encode takes for {@link WriteTxnMarkersRequest}: a field left out has its default. */
export interface WriteTxnMarkersRequestInput {
  markers?: readonly WritableTxnMarkerInput[] | undefined
}

export function encodeWriteTxnMarkersRequest(writer: Writer, message: WriteTxnMarkersRequestInput, version: number): void {
  const { markers = [] } = message
  writer.compactArrayLength(markers.length)
  for (const element of markers) encodeWritableTxnMarker(writer, element, version)
  writer.int8(0)
}

export function decodeWriteTxnMarkersRequest(reader: Reader, version: number): WriteTxnMarkersRequest {
  const markers: WritableTxnMarker[] = []
  const markersCount = reader.compactArrayLength(17)
  for (let i = 0; i < markersCount; i++) markers.push(decodeWritableTxnMarker(reader, version))
  reader.skipTags()
  return { markers }
}

/** Part of WriteTxnMarkersRequest. */
export interface WritableTxnMarker {
  /** int64 */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** bool */
  transactionResult: boolean
  /** array of WritableTxnMarkerTopic */
  topics: WritableTxnMarkerTopic[]
  /** int32 */
  coordinatorEpoch: number
  /** int8; versions 2+; dropped in other versions */
  transactionVersion: number
}

/** What encode takes for {@link WritableTxnMarker}: a field left out has its default. */
export interface WritableTxnMarkerInput {
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  transactionResult?: boolean | undefined
  topics?: readonly WritableTxnMarkerTopicInput[] | undefined
  coordinatorEpoch?: number | undefined
  transactionVersion?: number | undefined
}

export function encodeWritableTxnMarker(writer: Writer, message: WritableTxnMarkerInput, version: number): void {
  const {
    producerId = 0n,
    producerEpoch = 0,
    transactionResult = false,
    topics = [],
    coordinatorEpoch = 0,
    transactionVersion = 0
  } = message
  writer.int64(producerId)
  writer.int16(producerEpoch)
  writer.bool(transactionResult)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeWritableTxnMarkerTopic(writer, element, version)
  writer.int32(coordinatorEpoch)
  if (version >= 2) writer.int8(transactionVersion)
  writer.int8(0)
}

export function decodeWritableTxnMarker(reader: Reader, version: number): WritableTxnMarker {
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const transactionResult = reader.bool()
  const topics: WritableTxnMarkerTopic[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeWritableTxnMarkerTopic(reader, version))
  const coordinatorEpoch = reader.int32()
  const transactionVersion = version >= 2 ? reader.int8() : 0
  reader.skipTags()
  return { producerId, producerEpoch, transactionResult, topics, coordinatorEpoch, transactionVersion }
}

/** Part of WriteTxnMarkersRequest. */
export interface WritableTxnMarkerTopic {
  /** string */
  name: string
  /** array of int32 */
  partitionIndexes: number[]
}

/** What encode takes for {@link WritableTxnMarkerTopic}: a field left out has its default. */
export interface WritableTxnMarkerTopicInput {
  name?: string | undefined
  partitionIndexes?: readonly number[] | undefined
}

export function encodeWritableTxnMarkerTopic(writer: Writer, message: WritableTxnMarkerTopicInput, _version: number): void {
  const { name = '', partitionIndexes = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitionIndexes.length)
  for (const element of partitionIndexes) writer.int32(element)
  writer.int8(0)
}

export function decodeWritableTxnMarkerTopic(reader: Reader, _version: number): WritableTxnMarkerTopic {
  const name = reader.compactString()
  const partitionIndexes: number[] = []
  const partitionIndexesCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionIndexesCount; i++) partitionIndexes.push(reader.int32())
  reader.skipTags()
  return { name, partitionIndexes }
}

export const writeTxnMarkersRequestCodec: MessageCodec<WriteTxnMarkersRequestInput, WriteTxnMarkersRequest> = {
  name: 'WriteTxnMarkersRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeWriteTxnMarkersRequest,
  decode: decodeWriteTxnMarkersRequest
}
