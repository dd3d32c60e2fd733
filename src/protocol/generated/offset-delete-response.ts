// Made by scripts/codegen from OffsetDeleteResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** OffsetDeleteResponse, versions 0. */
export interface OffsetDeleteResponse {
  /** int16 */
  errorCode: number
  /** int32 */
  throttleTimeMs: number
  /** array of OffsetDeleteResponseTopic */
  topics: OffsetDeleteResponseTopic[]
}

/** What encode takes for {@link OffsetDeleteResponse}: a field left out has its default. */
export interface OffsetDeleteResponseInput {
  errorCode?: number | undefined
  throttleTimeMs?: number | undefined
  topics?: readonly OffsetDeleteResponseTopicInput[] | undefined
}

export function encodeOffsetDeleteResponse(writer: Writer, message: OffsetDeleteResponseInput, version: number): void {
  const { errorCode = 0, throttleTimeMs = 0, topics = [] } = message
  writer.int16(errorCode)
  writer.int32(throttleTimeMs)
  writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetDeleteResponseTopic(writer, element, version)
}

export function decodeOffsetDeleteResponse(reader: Reader, version: number): OffsetDeleteResponse {
  const errorCode = reader.int16()
  const throttleTimeMs = reader.int32()
  const topics: OffsetDeleteResponseTopic[] = []
  const topicsCount = reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetDeleteResponseTopic(reader, version))
  return { errorCode, throttleTimeMs, topics }
}

/** Part of OffsetDeleteResponse. */
export interface OffsetDeleteResponseTopic {
  /** string */
  name: string
  /** array of OffsetDeleteResponsePartition */
  partitions: OffsetDeleteResponsePartition[]
}

/** What encode takes for {@link OffsetDeleteResponseTopic}: a field left out has its default. */
export interface OffsetDeleteResponseTopicInput {
  name?: string | undefined
  partitions?: readonly OffsetDeleteResponsePartitionInput[] | undefined
}

export function encodeOffsetDeleteResponseTopic(writer: Writer, message: OffsetDeleteResponseTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.string(name)
  writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetDeleteResponsePartition(writer, element, version)
}

export function decodeOffsetDeleteResponseTopic(reader: Reader, version: number): OffsetDeleteResponseTopic {
  const name = reader.string()
  const partitions: OffsetDeleteResponsePartition[] = []
  const partitionsCount = reader.arrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetDeleteResponsePartition(reader, version))
  return { name, partitions }
}

/** Part of OffsetDeleteResponse. */
export interface OffsetDeleteResponsePartition {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link OffsetDeleteResponsePartition}: a field left out has its default. */
export interface OffsetDeleteResponsePartitionInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodeOffsetDeleteResponsePartition(writer: Writer, message: OffsetDeleteResponsePartitionInput, _version: number): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
}

export function decodeOffsetDeleteResponsePartition(reader: Reader, _version: number): OffsetDeleteResponsePartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  return { partitionIndex, errorCode }
}

export const offsetDeleteResponseCodec: MessageCodec<OffsetDeleteResponseInput, OffsetDeleteResponse> = {
  name: 'OffsetDeleteResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: Infinity,
  encode: encodeOffsetDeleteResponse,
  decode: decodeOffsetDeleteResponse
}
