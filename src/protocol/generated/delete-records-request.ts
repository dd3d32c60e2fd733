// Made by scripts/codegen from DeleteRecordsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteRecordsRequest, versions 0–2. */
export interface DeleteRecordsRequest {
  /** array of DeleteRecordsTopic */
  topics: DeleteRecordsTopic[]
  /** int32 */
  timeoutMs: number
}

/** What encode takes for {@link DeleteRecordsRequest}: a field left out has its default. */
export interface DeleteRecordsRequestInput {
  topics?: readonly DeleteRecordsTopicInput[] | undefined
  timeoutMs?: number | undefined
}

export function encodeDeleteRecordsRequest(writer: Writer, message: DeleteRecordsRequestInput, version: number): void {
  const { topics = [], timeoutMs = 0 } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeDeleteRecordsTopic(writer, element, version)
  writer.int32(timeoutMs)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsRequest(reader: Reader, version: number): DeleteRecordsRequest {
  const flexible = version >= 2
  const topics: DeleteRecordsTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDeleteRecordsTopic(reader, version))
  const timeoutMs = reader.int32()
  if (flexible) reader.skipTags()
  return { topics, timeoutMs }
}

/** Part of DeleteRecordsRequest. */
export interface DeleteRecordsTopic {
  /** string */
  name: string
  /** array of DeleteRecordsPartition */
  partitions: DeleteRecordsPartition[]
}

/** What encode takes for {@link DeleteRecordsTopic}: a field left out has its default. */
export interface DeleteRecordsTopicInput {
  name?: string | undefined
  partitions?: readonly DeleteRecordsPartitionInput[] | undefined
}

export function encodeDeleteRecordsTopic(writer: Writer, message: DeleteRecordsTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeDeleteRecordsPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsTopic(reader: Reader, version: number): DeleteRecordsTopic {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: DeleteRecordsPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(13) : reader.arrayLength(12)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeDeleteRecordsPartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of DeleteRecordsRequest. */
export interface DeleteRecordsPartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  offset: bigint
}

/** What encode takes for {@link DeleteRecordsPartition}: a field left out has its default. */
export interface DeleteRecordsPartitionInput {
  partitionIndex?: number | undefined
  offset?: bigint | undefined
}

export function encodeDeleteRecordsPartition(writer: Writer, message: DeleteRecordsPartitionInput, version: number): void {
  const { partitionIndex = 0, offset = 0n } = message
  const flexible = version >= 2
  writer.int32(partitionIndex)
  writer.int64(offset)
  if (flexible) writer.int8(0)
}

export function decodeDeleteRecordsPartition(reader: Reader, version: number): DeleteRecordsPartition {
  const flexible = version >= 2
  const partitionIndex = reader.int32()
  const offset = reader.int64()
  if (flexible) reader.skipTags()
  return { partitionIndex, offset }
}

export const deleteRecordsRequestCodec: MessageCodec<DeleteRecordsRequestInput, DeleteRecordsRequest> = {
  name: 'DeleteRecordsRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteRecordsRequest,
  decode: decodeDeleteRecordsRequest
}
