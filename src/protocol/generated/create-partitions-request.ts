// Made by scripts/codegen from CreatePartitionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreatePartitionsRequest, versions 0–3. */
export interface CreatePartitionsRequest {
  /** array of CreatePartitionsTopic */
  topics: CreatePartitionsTopic[]
  /** int32 */
  timeoutMs: number
  /** bool */
  validateOnly: boolean
}

/** What encode takes for {@link CreatePartitionsRequest}: a field left out has its default. */
export interface CreatePartitionsRequestInput {
  topics?: readonly CreatePartitionsTopicInput[] | undefined
  timeoutMs?: number | undefined
  validateOnly?: boolean | undefined
}

export function encodeCreatePartitionsRequest(writer: Writer, message: CreatePartitionsRequestInput, version: number): void {
  const { topics = [], timeoutMs = 0, validateOnly = false } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeCreatePartitionsTopic(writer, element, version)
  writer.int32(timeoutMs)
  writer.bool(validateOnly)
  if (flexible) writer.int8(0)
}

export function decodeCreatePartitionsRequest(reader: Reader, version: number): CreatePartitionsRequest {
  const flexible = version >= 2
  const topics: CreatePartitionsTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(10)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeCreatePartitionsTopic(reader, version))
  const timeoutMs = reader.int32()
  const validateOnly = reader.bool()
  if (flexible) reader.skipTags()
  return { topics, timeoutMs, validateOnly }
}

/** Part of CreatePartitionsRequest. */
export interface CreatePartitionsTopic {
  /** string */
  name: string
  /** int32 */
  count: number
  /** array of CreatePartitionsAssignment; may be null */
  assignments: CreatePartitionsAssignment[] | null
}

/** What encode takes for {@link CreatePartitionsTopic}: a field left out has its default. */
export interface CreatePartitionsTopicInput {
  name?: string | undefined
  count?: number | undefined
  assignments?: readonly CreatePartitionsAssignmentInput[] | null | undefined
}

export function encodeCreatePartitionsTopic(writer: Writer, message: CreatePartitionsTopicInput, version: number): void {
  const { name = '', count: countValue = 0, assignments = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  writer.int32(countValue)
  if (assignments === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(assignments.length)
    else writer.arrayLength(assignments.length)
    for (const element of assignments) encodeCreatePartitionsAssignment(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeCreatePartitionsTopic(reader: Reader, version: number): CreatePartitionsTopic {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const countValue = reader.int32()
  let assignments: CreatePartitionsAssignment[] | null = []
  const assignmentsCount = flexible ? reader.compactNullableArrayLength(2) : reader.nullableArrayLength(4)
  if (assignmentsCount < 0) assignments = null
  else for (let i = 0; i < assignmentsCount; i++) assignments.push(decodeCreatePartitionsAssignment(reader, version))
  if (flexible) reader.skipTags()
  return { name, count: countValue, assignments }
}

/** Part of CreatePartitionsRequest. */
export interface CreatePartitionsAssignment {
  /** array of int32 */
  brokerIds: number[]
}

/** What encode takes for {@link CreatePartitionsAssignment}: a field left out has its default. */
export interface CreatePartitionsAssignmentInput {
  brokerIds?: readonly number[] | undefined
}

export function encodeCreatePartitionsAssignment(writer: Writer, message: CreatePartitionsAssignmentInput, version: number): void {
  const { brokerIds = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(brokerIds.length)
  else writer.arrayLength(brokerIds.length)
  for (const element of brokerIds) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeCreatePartitionsAssignment(reader: Reader, version: number): CreatePartitionsAssignment {
  const flexible = version >= 2
  const brokerIds: number[] = []
  const brokerIdsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < brokerIdsCount; i++) brokerIds.push(reader.int32())
  if (flexible) reader.skipTags()
  return { brokerIds }
}

export const createPartitionsRequestCodec: MessageCodec<CreatePartitionsRequestInput, CreatePartitionsRequest> = {
  name: 'CreatePartitionsRequest',
  lowestVersion: 0,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreatePartitionsRequest,
  decode: decodeCreatePartitionsRequest
}
