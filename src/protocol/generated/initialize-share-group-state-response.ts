// Made by scripts/codegen from InitializeShareGroupStateResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** InitializeShareGroupStateResponse, versions 0. */
export interface InitializeShareGroupStateResponse {
  /** array of InitializeStateResult */
  results: InitializeStateResult[]
}

/** What encode takes for {@link InitializeShareGroupStateResponse}: a field left out has its default. */
export interface InitializeShareGroupStateResponseInput {
  results?: readonly InitializeStateResultInput[] | undefined
}

export function encodeInitializeShareGroupStateResponse(
  writer: Writer,
  message: InitializeShareGroupStateResponseInput,
  version: number
): void {
  const { results = [] } = message
  writer.compactArrayLength(results.length)
  for (const element of results) encodeInitializeStateResult(writer, element, version)
  writer.int8(0)
}

export function decodeInitializeShareGroupStateResponse(reader: Reader, version: number): InitializeShareGroupStateResponse {
  const results: InitializeStateResult[] = []
  const resultsCount = reader.compactArrayLength(18)
  for (let i = 0; i < resultsCount; i++) results.push(decodeInitializeStateResult(reader, version))
  reader.skipTags()
  return { results }
}

/** Part of InitializeShareGroupStateResponse. */
export interface InitializeStateResult {
  /** uuid */
  topicId: string
  /** array of PartitionResult */
  partitions: PartitionResult[]
}

/** What encode takes for {@link InitializeStateResult}: a field left out has its default. */
export interface InitializeStateResultInput {
  topicId?: string | undefined
  partitions?: readonly PartitionResultInput[] | undefined
}

export function encodeInitializeStateResult(writer: Writer, message: InitializeStateResultInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeInitializeStateResult(reader: Reader, version: number): InitializeStateResult {
  const topicId = reader.uuid()
  const partitions: PartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResult(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of InitializeShareGroupStateResponse. */
export interface PartitionResult {
  /** int32 */
  partition: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
}

/** What encode takes for {@link PartitionResult}: a field left out has its default. */
export interface PartitionResultInput {
  partition?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodePartitionResult(writer: Writer, message: PartitionResultInput, _version: number): void {
  const { partition = 0, errorCode = 0, errorMessage = null } = message
  writer.int32(partition)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodePartitionResult(reader: Reader, _version: number): PartitionResult {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { partition, errorCode, errorMessage }
}

export const initializeShareGroupStateResponseCodec: MessageCodec<InitializeShareGroupStateResponseInput, InitializeShareGroupStateResponse> = {
  name: 'InitializeShareGroupStateResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeInitializeShareGroupStateResponse,
  decode: decodeInitializeShareGroupStateResponse
}
