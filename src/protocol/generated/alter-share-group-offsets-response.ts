// Made by scripts/codegen from AlterShareGroupOffsetsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AlterShareGroupOffsetsResponse, versions 0. */
export interface AlterShareGroupOffsetsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** array of AlterShareGroupOffsetsResponseTopic */
  responses: AlterShareGroupOffsetsResponseTopic[]
}

/** What encode takes for {@link AlterShareGroupOffsetsResponse}: a field left out has its default. */
export interface AlterShareGroupOffsetsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  responses?: readonly AlterShareGroupOffsetsResponseTopicInput[] | undefined
}

export function encodeAlterShareGroupOffsetsResponse(writer: Writer, message: AlterShareGroupOffsetsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = null, responses = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(responses.length)
  for (const element of responses) encodeAlterShareGroupOffsetsResponseTopic(writer, element, version)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsResponse(reader: Reader, version: number): AlterShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responses: AlterShareGroupOffsetsResponseTopic[] = []
  const responsesCount = reader.compactArrayLength(19)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeAlterShareGroupOffsetsResponseTopic(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, responses }
}

/** Part of AlterShareGroupOffsetsResponse. */
export interface AlterShareGroupOffsetsResponseTopic {
  /** string */
  topicName: string
  /** uuid */
  topicId: string
  /** array of AlterShareGroupOffsetsResponsePartition */
  partitions: AlterShareGroupOffsetsResponsePartition[]
}

/** What encode takes for {@link AlterShareGroupOffsetsResponseTopic}: a field left out has its default. */
export interface AlterShareGroupOffsetsResponseTopicInput {
  topicName?: string | undefined
  topicId?: string | undefined
  partitions?: readonly AlterShareGroupOffsetsResponsePartitionInput[] | undefined
}

export function encodeAlterShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsResponseTopicInput,
  version: number
): void {
  const { topicName = '', topicId = zeroUuid, partitions = [] } = message
  writer.compactString(topicName)
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeAlterShareGroupOffsetsResponsePartition(writer, element, version)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsResponseTopic(reader: Reader, version: number): AlterShareGroupOffsetsResponseTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const partitions: AlterShareGroupOffsetsResponsePartition[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeAlterShareGroupOffsetsResponsePartition(reader, version))
  reader.skipTags()
  return { topicName, topicId, partitions }
}

/** Part of AlterShareGroupOffsetsResponse. */
export interface AlterShareGroupOffsetsResponsePartition {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link AlterShareGroupOffsetsResponsePartition}: a field left out has its default. */
export interface AlterShareGroupOffsetsResponsePartitionInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeAlterShareGroupOffsetsResponsePartition(
  writer: Writer,
  message: AlterShareGroupOffsetsResponsePartitionInput,
  _version: number
): void {
  const { partitionIndex = 0, errorCode = 0, errorMessage = null } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeAlterShareGroupOffsetsResponsePartition(reader: Reader, _version: number): AlterShareGroupOffsetsResponsePartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage }
}

export const alterShareGroupOffsetsResponseCodec: MessageCodec<AlterShareGroupOffsetsResponseInput, AlterShareGroupOffsetsResponse> = {
  name: 'AlterShareGroupOffsetsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAlterShareGroupOffsetsResponse,
  decode: decodeAlterShareGroupOffsetsResponse
}
