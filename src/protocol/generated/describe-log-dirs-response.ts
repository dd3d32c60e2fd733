// Made by scripts/codegen from DescribeLogDirsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeLogDirsResponse, versions 1–5. */
export interface DescribeLogDirsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16; versions 3+; dropped in other versions */
  errorCode: number
  /** array of DescribeLogDirsResult */
  results: DescribeLogDirsResult[]
}

/** What encode takes for {@link DescribeLogDirsResponse}: a field left out has its default. */
export interface DescribeLogDirsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  results?: readonly DescribeLogDirsResultInput[] | undefined
}

export function encodeDescribeLogDirsResponse(writer: Writer, message: DescribeLogDirsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, results = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (version >= 3) writer.int16(errorCode)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeDescribeLogDirsResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeLogDirsResponse(reader: Reader, version: number): DescribeLogDirsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const errorCode = version >= 3 ? reader.int16() : 0
  const results: DescribeLogDirsResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(8)
  for (let i = 0; i < resultsCount; i++) results.push(decodeDescribeLogDirsResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, results }
}

/** Part of DescribeLogDirsResponse. */
export interface DescribeLogDirsResult {
  /** int16 */
  errorCode: number
  /** string */
  logDir: string
  /** array of DescribeLogDirsTopic */
  topics: DescribeLogDirsTopic[]
  /** int64; versions 4+; default -1n; dropped in other versions */
  totalBytes: bigint
  /** int64; versions 4+; default -1n; dropped in other versions */
  usableBytes: bigint
  /** bool; versions 5+; dropped in other versions */
  isCordoned: boolean
}

/** What encode takes for {@link DescribeLogDirsResult}: a field left out has its default. */
export interface DescribeLogDirsResultInput {
  errorCode?: number | undefined
  logDir?: string | undefined
  topics?: readonly DescribeLogDirsTopicInput[] | undefined
  totalBytes?: bigint | undefined
  usableBytes?: bigint | undefined
  isCordoned?: boolean | undefined
}

export function encodeDescribeLogDirsResult(writer: Writer, message: DescribeLogDirsResultInput, version: number): void {
  const { errorCode = 0, logDir = '', topics = [], totalBytes = -1n, usableBytes = -1n, isCordoned = false } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactString(logDir)
  else writer.string(logDir)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeDescribeLogDirsTopic(writer, element, version)
  if (version >= 4) writer.int64(totalBytes)
  if (version >= 4) writer.int64(usableBytes)
  if (version >= 5) writer.bool(isCordoned)
  if (flexible) writer.int8(0)
}

export function decodeDescribeLogDirsResult(reader: Reader, version: number): DescribeLogDirsResult {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const logDir = flexible ? reader.compactString() : reader.string()
  const topics: DescribeLogDirsTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDescribeLogDirsTopic(reader, version))
  const totalBytes = version >= 4 ? reader.int64() : -1n
  const usableBytes = version >= 4 ? reader.int64() : -1n
  const isCordoned = version >= 5 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { errorCode, logDir, topics, totalBytes, usableBytes, isCordoned }
}

/** Part of DescribeLogDirsResponse. */
export interface DescribeLogDirsTopic {
  /** string */
  name: string
  /** array of DescribeLogDirsPartition */
  partitions: DescribeLogDirsPartition[]
}

/** What encode takes for {@link DescribeLogDirsTopic}: a field left out has its default. */
export interface DescribeLogDirsTopicInput {
  name?: string | undefined
  partitions?: readonly DescribeLogDirsPartitionInput[] | undefined
}

export function encodeDescribeLogDirsTopic(writer: Writer, message: DescribeLogDirsTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeDescribeLogDirsPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeLogDirsTopic(reader: Reader, version: number): DescribeLogDirsTopic {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: DescribeLogDirsPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(22) : reader.arrayLength(21)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeDescribeLogDirsPartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of DescribeLogDirsResponse. */
export interface DescribeLogDirsPartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  partitionSize: bigint
  /** int64 */
  offsetLag: bigint
  /** bool */
  isFutureKey: boolean
}

/** What encode takes for {@link DescribeLogDirsPartition}: a field left out has its default. */
export interface DescribeLogDirsPartitionInput {
  partitionIndex?: number | undefined
  partitionSize?: bigint | undefined
  offsetLag?: bigint | undefined
  isFutureKey?: boolean | undefined
}

export function encodeDescribeLogDirsPartition(writer: Writer, message: DescribeLogDirsPartitionInput, version: number): void {
  const { partitionIndex = 0, partitionSize = 0n, offsetLag = 0n, isFutureKey = false } = message
  const flexible = version >= 2
  writer.int32(partitionIndex)
  writer.int64(partitionSize)
  writer.int64(offsetLag)
  writer.bool(isFutureKey)
  if (flexible) writer.int8(0)
}

export function decodeDescribeLogDirsPartition(reader: Reader, version: number): DescribeLogDirsPartition {
  const flexible = version >= 2
  const partitionIndex = reader.int32()
  const partitionSize = reader.int64()
  const offsetLag = reader.int64()
  const isFutureKey = reader.bool()
  if (flexible) reader.skipTags()
  return { partitionIndex, partitionSize, offsetLag, isFutureKey }
}

export const describeLogDirsResponseCodec: MessageCodec<DescribeLogDirsResponseInput, DescribeLogDirsResponse> = {
  name: 'DescribeLogDirsResponse',
  lowestVersion: 1,
  highestVersion: 5,
  lowestFlexibleVersion: 2,
  encode: encodeDescribeLogDirsResponse,
  decode: decodeDescribeLogDirsResponse
}
