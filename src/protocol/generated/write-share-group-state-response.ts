// Made by scripts/codegen from WriteShareGroupStateResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** WriteShareGroupStateResponse, versions 0–1. */
export interface WriteShareGroupStateResponse {
  /** array of WriteStateResult */
  results: WriteStateResult[]
}

/** What encode takes for {@link WriteShareGroupStateResponse}: a field left out has its default. */
export interface WriteShareGroupStateResponseInput {
  results?: readonly WriteStateResultInput[] | undefined
}

export function encodeWriteShareGroupStateResponse(writer: Writer, message: WriteShareGroupStateResponseInput, version: number): void {
  const { results = [] } = message
  writer.compactArrayLength(results.length)
  for (const element of results) encodeWriteStateResult(writer, element, version)
  writer.int8(0)
}

export function decodeWriteShareGroupStateResponse(reader: Reader, version: number): WriteShareGroupStateResponse {
  const results: WriteStateResult[] = []
  const resultsCount = reader.compactArrayLength(18)
  for (let i = 0; i < resultsCount; i++) results.push(decodeWriteStateResult(reader, version))
  reader.skipTags()
  return { results }
}

/** Part of WriteShareGroupStateResponse. */
export interface WriteStateResult {
  /** uuid */
  topicId: string
  /** array of PartitionResult */
  partitions: PartitionResult[]
}

/** What encode takes for {@link WriteStateResult}: a field left out has its default. */
export interface WriteStateResultInput {
  topicId?: string | undefined
  partitions?: readonly PartitionResultInput[] | undefined
}

export function encodeWriteStateResult(writer: Writer, message: WriteStateResultInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeWriteStateResult(reader: Reader, version: number): WriteStateResult {
  const topicId = reader.uuid()
  const partitions: PartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResult(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of WriteShareGroupStateResponse. */
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

export const writeShareGroupStateResponseCodec: MessageCodec<WriteShareGroupStateResponseInput, WriteShareGroupStateResponse> = {
  name: 'WriteShareGroupStateResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeWriteShareGroupStateResponse,
  decode: decodeWriteShareGroupStateResponse
}
