// Made by scripts/codegen from DeleteShareGroupStateResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DeleteShareGroupStateResponse, versions 0. */
export interface DeleteShareGroupStateResponse {
  /** array of DeleteStateResult */
  results: DeleteStateResult[]
}

/** What encode takes for {@link DeleteShareGroupStateResponse}: a field left out has its default. */
export interface DeleteShareGroupStateResponseInput {
  results?: readonly DeleteStateResultInput[] | undefined
}

export function encodeDeleteShareGroupStateResponse(writer: Writer, message: DeleteShareGroupStateResponseInput, version: number): void {
  const { results = [] } = message
  writer.compactArrayLength(results.length)
  for (const element of results) encodeDeleteStateResult(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteShareGroupStateResponse(reader: Reader, version: number): DeleteShareGroupStateResponse {
  const results: DeleteStateResult[] = []
  const resultsCount = reader.compactArrayLength(18)
  for (let i = 0; i < resultsCount; i++) results.push(decodeDeleteStateResult(reader, version))
  reader.skipTags()
  return { results }
}

/** Part of DeleteShareGroupStateResponse. */
export interface DeleteStateResult {
  /** uuid */
  topicId: string
  /** array of PartitionResult */
  partitions: PartitionResult[]
}

/** What encode takes for {@link DeleteStateResult}: a field left out has its default. */
export interface DeleteStateResultInput {
  topicId?: string | undefined
  partitions?: readonly PartitionResultInput[] | undefined
}

export function encodeDeleteStateResult(writer: Writer, message: DeleteStateResultInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionResult(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteStateResult(reader: Reader, version: number): DeleteStateResult {
  const topicId = reader.uuid()
  const partitions: PartitionResult[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionResult(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of DeleteShareGroupStateResponse. */
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

export const deleteShareGroupStateResponseCodec: MessageCodec<DeleteShareGroupStateResponseInput, DeleteShareGroupStateResponse> = {
  name: 'DeleteShareGroupStateResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDeleteShareGroupStateResponse,
  decode: decodeDeleteShareGroupStateResponse
}
