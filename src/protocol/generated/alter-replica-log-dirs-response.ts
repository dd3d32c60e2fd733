// Made by scripts/codegen from AlterReplicaLogDirsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterReplicaLogDirsResponse, versions 1–2. */
export interface AlterReplicaLogDirsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of AlterReplicaLogDirTopicResult */
  results: AlterReplicaLogDirTopicResult[]
}

/** What encode takes for {@link AlterReplicaLogDirsResponse}: a field left out has its default. */
export interface AlterReplicaLogDirsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly AlterReplicaLogDirTopicResultInput[] | undefined
}

export function encodeAlterReplicaLogDirsResponse(writer: Writer, message: AlterReplicaLogDirsResponseInput, version: number): void {
  const { throttleTimeMs = 0, results = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeAlterReplicaLogDirTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDirsResponse(reader: Reader, version: number): AlterReplicaLogDirsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const results: AlterReplicaLogDirTopicResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < resultsCount; i++) results.push(decodeAlterReplicaLogDirTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of AlterReplicaLogDirsResponse. */
export interface AlterReplicaLogDirTopicResult {
  /** string */
  topicName: string
  /** array of AlterReplicaLogDirPartitionResult */
  partitions: AlterReplicaLogDirPartitionResult[]
}

/** What encode takes for {@link AlterReplicaLogDirTopicResult}: a field left out has its default. */
export interface AlterReplicaLogDirTopicResultInput {
  topicName?: string | undefined
  partitions?: readonly AlterReplicaLogDirPartitionResultInput[] | undefined
}

export function encodeAlterReplicaLogDirTopicResult(writer: Writer, message: AlterReplicaLogDirTopicResultInput, version: number): void {
  const { topicName = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(topicName)
  else writer.string(topicName)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeAlterReplicaLogDirPartitionResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDirTopicResult(reader: Reader, version: number): AlterReplicaLogDirTopicResult {
  const flexible = version >= 2
  const topicName = flexible ? reader.compactString() : reader.string()
  const partitions: AlterReplicaLogDirPartitionResult[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeAlterReplicaLogDirPartitionResult(reader, version))
  if (flexible) reader.skipTags()
  return { topicName, partitions }
}

/** Part of AlterReplicaLogDirsResponse. */
export interface AlterReplicaLogDirPartitionResult {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link AlterReplicaLogDirPartitionResult}: a field left out has its default. */
export interface AlterReplicaLogDirPartitionResultInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodeAlterReplicaLogDirPartitionResult(
  writer: Writer,
  message: AlterReplicaLogDirPartitionResultInput,
  version: number
): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  const flexible = version >= 2
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDirPartitionResult(reader: Reader, version: number): AlterReplicaLogDirPartitionResult {
  const flexible = version >= 2
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, errorCode }
}

export const alterReplicaLogDirsResponseCodec: MessageCodec<AlterReplicaLogDirsResponseInput, AlterReplicaLogDirsResponse> = {
  name: 'AlterReplicaLogDirsResponse',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeAlterReplicaLogDirsResponse,
  decode: decodeAlterReplicaLogDirsResponse
}
