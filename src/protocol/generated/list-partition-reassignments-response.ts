// Made by scripts/codegen from ListPartitionReassignmentsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListPartitionReassignmentsResponse, versions 0. */
export interface ListPartitionReassignmentsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of OngoingTopicReassignment */
  topics: OngoingTopicReassignment[]
}

/** What encode takes for {@link ListPartitionReassignmentsResponse}: a field left out has its default. */
export interface ListPartitionReassignmentsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  topics?: readonly OngoingTopicReassignmentInput[] | undefined
}

export function encodeListPartitionReassignmentsResponse(
  writer: Writer,
  message: ListPartitionReassignmentsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', topics = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeOngoingTopicReassignment(writer, element, version)
  writer.int8(0)
}

export function decodeListPartitionReassignmentsResponse(reader: Reader, version: number): ListPartitionReassignmentsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const topics: OngoingTopicReassignment[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeOngoingTopicReassignment(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, topics }
}

/** Part of ListPartitionReassignmentsResponse. */
export interface OngoingTopicReassignment {
  /** string */
  name: string
  /** array of OngoingPartitionReassignment */
  partitions: OngoingPartitionReassignment[]
}

/** What encode takes for {@link OngoingTopicReassignment}: a field left out has its default. */
export interface OngoingTopicReassignmentInput {
  name?: string | undefined
  partitions?: readonly OngoingPartitionReassignmentInput[] | undefined
}

export function encodeOngoingTopicReassignment(writer: Writer, message: OngoingTopicReassignmentInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeOngoingPartitionReassignment(writer, element, version)
  writer.int8(0)
}

export function decodeOngoingTopicReassignment(reader: Reader, version: number): OngoingTopicReassignment {
  const name = reader.compactString()
  const partitions: OngoingPartitionReassignment[] = []
  const partitionsCount = reader.compactArrayLength(8)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeOngoingPartitionReassignment(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of ListPartitionReassignmentsResponse. */
export interface OngoingPartitionReassignment {
  /** int32 */
  partitionIndex: number
  /** array of int32 */
  replicas: number[]
  /** array of int32 */
  addingReplicas: number[]
  /** array of int32 */
  removingReplicas: number[]
}

/** What encode takes for {@link OngoingPartitionReassignment}: a field left out has its default. */
export interface OngoingPartitionReassignmentInput {
  partitionIndex?: number | undefined
  replicas?: readonly number[] | undefined
  addingReplicas?: readonly number[] | undefined
  removingReplicas?: readonly number[] | undefined
}

export function encodeOngoingPartitionReassignment(writer: Writer, message: OngoingPartitionReassignmentInput, _version: number): void {
  const { partitionIndex = 0, replicas = [], addingReplicas = [], removingReplicas = [] } = message
  writer.int32(partitionIndex)
  writer.compactArrayLength(replicas.length)
  for (const element of replicas) writer.int32(element)
  writer.compactArrayLength(addingReplicas.length)
  for (const element of addingReplicas) writer.int32(element)
  writer.compactArrayLength(removingReplicas.length)
  for (const element of removingReplicas) writer.int32(element)
  writer.int8(0)
}

export function decodeOngoingPartitionReassignment(reader: Reader, _version: number): OngoingPartitionReassignment {
  const partitionIndex = reader.int32()
  const replicas: number[] = []
  const replicasCount = reader.compactArrayLength(4)
  for (let i = 0; i < replicasCount; i++) replicas.push(reader.int32())
  const addingReplicas: number[] = []
  const addingReplicasCount = reader.compactArrayLength(4)
  for (let i = 0; i < addingReplicasCount; i++) addingReplicas.push(reader.int32())
  const removingReplicas: number[] = []
  const removingReplicasCount = reader.compactArrayLength(4)
  for (let i = 0; i < removingReplicasCount; i++) removingReplicas.push(reader.int32())
  reader.skipTags()
  return { partitionIndex, replicas, addingReplicas, removingReplicas }
}

export const listPartitionReassignmentsResponseCodec: MessageCodec<ListPartitionReassignmentsResponseInput, ListPartitionReassignmentsResponse> = {
  name: 'ListPartitionReassignmentsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeListPartitionReassignmentsResponse,
  decode: decodeListPartitionReassignmentsResponse
}
