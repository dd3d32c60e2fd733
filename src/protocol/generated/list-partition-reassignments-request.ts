// Made by scripts/codegen from ListPartitionReassignmentsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListPartitionReassignmentsRequest, versions 0. */
export interface ListPartitionReassignmentsRequest {
  /** int32; default 60000 */
  timeoutMs: number
  /** array of ListPartitionReassignmentsTopics; may be null; default null */
  topics: ListPartitionReassignmentsTopics[] | null
}

/** What encode takes for {@link ListPartitionReassignmentsRequest}: a field left out has its default. */
export interface ListPartitionReassignmentsRequestInput {
  timeoutMs?: number | undefined
  topics?: readonly ListPartitionReassignmentsTopicsInput[] | null | undefined
}

export function encodeListPartitionReassignmentsRequest(
  writer: Writer,
  message: ListPartitionReassignmentsRequestInput,
  version: number
): void {
  const { timeoutMs = 60000, topics = null } = message
  writer.int32(timeoutMs)
  if (topics === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(topics.length)
    for (const element of topics) encodeListPartitionReassignmentsTopics(writer, element, version)
  }
  writer.int8(0)
}

export function decodeListPartitionReassignmentsRequest(reader: Reader, version: number): ListPartitionReassignmentsRequest {
  const timeoutMs = reader.int32()
  let topics: ListPartitionReassignmentsTopics[] | null = []
  const topicsCount = reader.compactNullableArrayLength(3)
  if (topicsCount < 0) topics = null
  else for (let i = 0; i < topicsCount; i++) topics.push(decodeListPartitionReassignmentsTopics(reader, version))
  reader.skipTags()
  return { timeoutMs, topics }
}

/** Part of ListPartitionReassignmentsRequest. */
export interface ListPartitionReassignmentsTopics {
  /** string */
  name: string
  /** array of int32 */
  partitionIndexes: number[]
}

/** What encode takes for {@link ListPartitionReassignmentsTopics}: a field left out has its default. */
export interface ListPartitionReassignmentsTopicsInput {
  name?: string | undefined
  partitionIndexes?: readonly number[] | undefined
}

export function encodeListPartitionReassignmentsTopics(
  writer: Writer,
  message: ListPartitionReassignmentsTopicsInput,
  _version: number
): void {
  const { name = '', partitionIndexes = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitionIndexes.length)
  for (const element of partitionIndexes) writer.int32(element)
  writer.int8(0)
}

export function decodeListPartitionReassignmentsTopics(reader: Reader, _version: number): ListPartitionReassignmentsTopics {
  const name = reader.compactString()
  const partitionIndexes: number[] = []
  const partitionIndexesCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionIndexesCount; i++) partitionIndexes.push(reader.int32())
  reader.skipTags()
  return { name, partitionIndexes }
}

export const listPartitionReassignmentsRequestCodec: MessageCodec<ListPartitionReassignmentsRequestInput, ListPartitionReassignmentsRequest> = {
  name: 'ListPartitionReassignmentsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeListPartitionReassignmentsRequest,
  decode: decodeListPartitionReassignmentsRequest
}
