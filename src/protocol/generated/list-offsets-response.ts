// Made by scripts/codegen from ListOffsetsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListOffsetsResponse, versions 1–11. */
export interface ListOffsetsResponse {
  /** int32; versions 2+; dropped in other versions */
  throttleTimeMs: number
  /** array of ListOffsetsTopicResponse */
  topics: ListOffsetsTopicResponse[]
}

/** What encode takes for {@link ListOffsetsResponse}: a field left out has its default. */
export interface ListOffsetsResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly ListOffsetsTopicResponseInput[] | undefined
}

export function encodeListOffsetsResponse(writer: Writer, message: ListOffsetsResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 6
  if (version >= 2) writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeListOffsetsTopicResponse(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsResponse(reader: Reader, version: number): ListOffsetsResponse {
  const flexible = version >= 6
  const throttleTimeMs = version >= 2 ? reader.int32() : 0
  const topics: ListOffsetsTopicResponse[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeListOffsetsTopicResponse(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of ListOffsetsResponse. */
export interface ListOffsetsTopicResponse {
  /** string */
  name: string
  /** array of ListOffsetsPartitionResponse */
  partitions: ListOffsetsPartitionResponse[]
}

/** What encode takes for {@link ListOffsetsTopicResponse}: a field left out has its default. */
export interface ListOffsetsTopicResponseInput {
  name?: string | undefined
  partitions?: readonly ListOffsetsPartitionResponseInput[] | undefined
}

export function encodeListOffsetsTopicResponse(writer: Writer, message: ListOffsetsTopicResponseInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeListOffsetsPartitionResponse(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsTopicResponse(reader: Reader, version: number): ListOffsetsTopicResponse {
  const flexible = version >= 6
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: ListOffsetsPartitionResponse[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(27) : reader.arrayLength(22)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeListOffsetsPartitionResponse(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of ListOffsetsResponse. */
export interface ListOffsetsPartitionResponse {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** int64; default -1n */
  timestamp: bigint
  /** int64; default -1n */
  offset: bigint
  /** int32; versions 4+; default -1 */
  leaderEpoch: number
}

/** What encode takes for {@link ListOffsetsPartitionResponse}: a field left out has its default. */
export interface ListOffsetsPartitionResponseInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  timestamp?: bigint | undefined
  offset?: bigint | undefined
  leaderEpoch?: number | undefined
}

export function encodeListOffsetsPartitionResponse(writer: Writer, message: ListOffsetsPartitionResponseInput, version: number): void {
  const { partitionIndex = 0, errorCode = 0, timestamp = -1n, offset = -1n, leaderEpoch = -1 } = message
  const flexible = version >= 6
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int64(timestamp)
  writer.int64(offset)
  if (version >= 4) writer.int32(leaderEpoch)
  if (version < 4 && leaderEpoch !== -1) notInVersion('ListOffsetsResponse', 'ListOffsetsPartitionResponse.leaderEpoch', version)
  if (flexible) writer.int8(0)
}

export function decodeListOffsetsPartitionResponse(reader: Reader, version: number): ListOffsetsPartitionResponse {
  const flexible = version >= 6
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const timestamp = reader.int64()
  const offset = reader.int64()
  const leaderEpoch = version >= 4 ? reader.int32() : -1
  if (flexible) reader.skipTags()
  return { partitionIndex, errorCode, timestamp, offset, leaderEpoch }
}

export const listOffsetsResponseCodec: MessageCodec<ListOffsetsResponseInput, ListOffsetsResponse> = {
  name: 'ListOffsetsResponse',
  lowestVersion: 1,
  highestVersion: 11,
  lowestFlexibleVersion: 6,
  encode: encodeListOffsetsResponse,
  decode: decodeListOffsetsResponse
}
