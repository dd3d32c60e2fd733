// Made by scripts/codegen from OffsetCommitResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** OffsetCommitResponse, versions 2–10. */
export interface OffsetCommitResponse {
  /** int32; versions 3+; dropped in other versions */
  throttleTimeMs: number
  /** array of OffsetCommitResponseTopic */
  topics: OffsetCommitResponseTopic[]
}

/** What encode takes for {@link OffsetCommitResponse}: a field left out has its default. */
export interface OffsetCommitResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly OffsetCommitResponseTopicInput[] | undefined
}

export function encodeOffsetCommitResponse(writer: Writer, message: OffsetCommitResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 8
  if (version >= 3) writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeOffsetCommitResponseTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitResponse(reader: Reader, version: number): OffsetCommitResponse {
  const flexible = version >= 8
  const throttleTimeMs = version >= 3 ? reader.int32() : 0
  const topics: OffsetCommitResponseTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetCommitResponseTopic(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of OffsetCommitResponse. */
export interface OffsetCommitResponseTopic {
  /** string; versions 2–9; dropped in other versions */
  name: string
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** array of OffsetCommitResponsePartition */
  partitions: OffsetCommitResponsePartition[]
}

/** What encode takes for {@link OffsetCommitResponseTopic}: a field left out has its default. */
export interface OffsetCommitResponseTopicInput {
  name?: string | undefined
  topicId?: string | undefined
  partitions?: readonly OffsetCommitResponsePartitionInput[] | undefined
}

export function encodeOffsetCommitResponseTopic(writer: Writer, message: OffsetCommitResponseTopicInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitions = [] } = message
  const flexible = version >= 8
  if (version <= 9) {
    if (flexible) writer.compactString(name)
    else writer.string(name)
  }
  if (version >= 10) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeOffsetCommitResponsePartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitResponseTopic(reader: Reader, version: number): OffsetCommitResponseTopic {
  const flexible = version >= 8
  const name = version <= 9 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const partitions: OffsetCommitResponsePartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOffsetCommitResponsePartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, topicId, partitions }
}

/** Part of OffsetCommitResponse. */
export interface OffsetCommitResponsePartition {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link OffsetCommitResponsePartition}: a field left out has its default. */
export interface OffsetCommitResponsePartitionInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodeOffsetCommitResponsePartition(writer: Writer, message: OffsetCommitResponsePartitionInput, version: number): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  const flexible = version >= 8
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeOffsetCommitResponsePartition(reader: Reader, version: number): OffsetCommitResponsePartition {
  const flexible = version >= 8
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, errorCode }
}

export const offsetCommitResponseCodec: MessageCodec<OffsetCommitResponseInput, OffsetCommitResponse> = {
  name: 'OffsetCommitResponse',
  lowestVersion: 2,
  highestVersion: 10,
  lowestFlexibleVersion: 8,
  encode: encodeOffsetCommitResponse,
  decode: decodeOffsetCommitResponse
}
