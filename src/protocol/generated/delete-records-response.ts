// Made by scripts/codegen from DeleteRecordsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteRecordsResponse, versions 0–2. */
export interface DeleteRecordsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DeleteRecordsTopicResult */
  topics: DeleteRecordsTopicResult[]
}

/** What encode takes for {@link DeleteRecordsResponse}: a field left out has its default. */
export interface DeleteRecordsResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly DeleteRecordsTopicResultInput[] | undefined
}

export function encodeDeleteRecordsResponse(writer: Writer, message: DeleteRecordsResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeDeleteRecordsTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsResponse(reader: Reader, version: number): DeleteRecordsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const topics: DeleteRecordsTopicResult[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDeleteRecordsTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of DeleteRecordsResponse. */
export interface DeleteRecordsTopicResult {
  /** string */
  name: string
  /** array of DeleteRecordsPartitionResult */
  partitions: DeleteRecordsPartitionResult[]
}

/** What encode takes for {@link DeleteRecordsTopicResult}: a field left out has its default. */
export interface DeleteRecordsTopicResultInput {
  name?: string | undefined
  partitions?: readonly DeleteRecordsPartitionResultInput[] | undefined
}

export function encodeDeleteRecordsTopicResult(writer: Writer, message: DeleteRecordsTopicResultInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeDeleteRecordsPartitionResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsTopicResult(reader: Reader, version: number): DeleteRecordsTopicResult {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: DeleteRecordsPartitionResult[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(15) : reader.arrayLength(14)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeDeleteRecordsPartitionResult(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of DeleteRecordsResponse. */
export interface DeleteRecordsPartitionResult {
  /** int32 */
  partitionIndex: number
  /** int64 */
  lowWatermark: bigint
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link DeleteRecordsPartitionResult}: a field left out has its default. */
export interface DeleteRecordsPartitionResultInput {
  partitionIndex?: number | undefined
  lowWatermark?: bigint | undefined
  errorCode?: number | undefined
}

export function encodeDeleteRecordsPartitionResult(writer: Writer, message: DeleteRecordsPartitionResultInput, version: number): void {
  const { partitionIndex = 0, lowWatermark = 0n, errorCode = 0 } = message
  const flexible = version >= 2
  writer.int32(partitionIndex)
  writer.int64(lowWatermark)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsPartitionResult(reader: Reader, version: number): DeleteRecordsPartitionResult {
  const flexible = version >= 2
  const partitionIndex = reader.int32()
  const lowWatermark = reader.int64()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, lowWatermark, errorCode }
}

export const deleteRecordsResponseCodec: MessageCodec<DeleteRecordsResponseInput, DeleteRecordsResponse> = {
  name: 'DeleteRecordsResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteRecordsResponse,
  decode: decodeDeleteRecordsResponse
}
