// Made by scripts/codegen from AlterPartitionReassignmentsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterPartitionReassignmentsResponse, versions 0–1. */
export interface AlterPartitionReassignmentsResponse {
  /** int32 */
  throttleTimeMs: number
  /** bool; versions 1+; default true; dropped in other versions */
  allowReplicationFactorChange: boolean
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of ReassignableTopicResponse */
  responses: ReassignableTopicResponse[]
}

/** What encode takes for {@link AlterPartitionReassignmentsResponse}: a field left out has its default. */
export interface AlterPartitionReassignmentsResponseInput {
  throttleTimeMs?: number | undefined
  allowReplicationFactorChange?: boolean | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  responses?: readonly ReassignableTopicResponseInput[] | undefined
}

export function encodeAlterPartitionReassignmentsResponse(
  writer: Writer,
  message: AlterPartitionReassignmentsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, allowReplicationFactorChange = true, errorCode = 0, errorMessage = '', responses = [] } = message
  writer.int32(throttleTimeMs)
  if (version >= 1) writer.bool(allowReplicationFactorChange)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(responses.length)
  for (const element of responses) encodeReassignableTopicResponse(writer, element, version)
  writer.int8(0)
}

export function decodeAlterPartitionReassignmentsResponse(reader: Reader, version: number): AlterPartitionReassignmentsResponse {
  const throttleTimeMs = reader.int32()
  const allowReplicationFactorChange = version >= 1 ? reader.bool() : true
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responses: ReassignableTopicResponse[] = []
  const responsesCount = reader.compactArrayLength(3)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeReassignableTopicResponse(reader, version))
  reader.skipTags()
  return { throttleTimeMs, allowReplicationFactorChange, errorCode, errorMessage, responses }
}

/** Part of AlterPartitionReassignmentsResponse. */
export interface ReassignableTopicResponse {
  /** string */
  name: string
  /** array of ReassignablePartitionResponse */
  partitions: ReassignablePartitionResponse[]
}

/** What encode takes for {@link ReassignableTopicResponse}: a field left out has its default. */
export interface ReassignableTopicResponseInput {
  name?: string | undefined
  partitions?: readonly ReassignablePartitionResponseInput[] | undefined
}

export function encodeReassignableTopicResponse(writer: Writer, message: ReassignableTopicResponseInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeReassignablePartitionResponse(writer, element, version)
  writer.int8(0)
}

export function decodeReassignableTopicResponse(reader: Reader, version: number): ReassignableTopicResponse {
  const name = reader.compactString()
  const partitions: ReassignablePartitionResponse[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeReassignablePartitionResponse(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of AlterPartitionReassignmentsResponse. */
export interface ReassignablePartitionResponse {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link ReassignablePartitionResponse}: a field left out has its default. */
export interface ReassignablePartitionResponseInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeReassignablePartitionResponse(writer: Writer, message: ReassignablePartitionResponseInput, _version: number): void {
  const { partitionIndex = 0, errorCode = 0, errorMessage = '' } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeReassignablePartitionResponse(reader: Reader, _version: number): ReassignablePartitionResponse {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage }
}

export const alterPartitionReassignmentsResponseCodec: MessageCodec<AlterPartitionReassignmentsResponseInput, AlterPartitionReassignmentsResponse> = {
  name: 'AlterPartitionReassignmentsResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeAlterPartitionReassignmentsResponse,
  decode: decodeAlterPartitionReassignmentsResponse
}
