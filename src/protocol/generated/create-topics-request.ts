// Made by scripts/codegen from CreateTopicsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreateTopicsRequest, versions 2–7. */
export interface CreateTopicsRequest {
  /** array of CreatableTopic */
  topics: CreatableTopic[]
  /** int32; default 60000 */
  timeoutMs: number
  /** bool */
  validateOnly: boolean
}

/** What encode takes for {@link CreateTopicsRequest}: a field left out has its default. */
export interface CreateTopicsRequestInput {
  topics?: readonly CreatableTopicInput[] | undefined
  timeoutMs?: number | undefined
  validateOnly?: boolean | undefined
}

export function encodeCreateTopicsRequest(writer: Writer, message: CreateTopicsRequestInput, version: number): void {
  const { topics = [], timeoutMs = 60000, validateOnly = false } = message
  const flexible = version >= 5
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeCreatableTopic(writer, element, version)
  writer.int32(timeoutMs)
  writer.bool(validateOnly)
  if (flexible) writer.int8(0)
}

export function decodeCreateTopicsRequest(reader: Reader, version: number): CreateTopicsRequest {
  const flexible = version >= 5
  const topics: CreatableTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(10) : reader.arrayLength(16)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeCreatableTopic(reader, version))
  const timeoutMs = reader.int32()
  const validateOnly = reader.bool()
  if (flexible) reader.skipTags()
  return { topics, timeoutMs, validateOnly }
}

/** Part of CreateTopicsRequest. */
export interface CreatableTopic {
  /** string */
  name: string
  /** int32 */
  numPartitions: number
  /** int16 */
  replicationFactor: number
  /** array of CreatableReplicaAssignment */
  assignments: CreatableReplicaAssignment[]
  /** array of CreatableTopicConfig */
  configs: CreatableTopicConfig[]
}

/** What encode takes for {@link CreatableTopic}: a field left out has its default. */
export interface CreatableTopicInput {
  name?: string | undefined
  numPartitions?: number | undefined
  replicationFactor?: number | undefined
  assignments?: readonly CreatableReplicaAssignmentInput[] | undefined
  configs?: readonly CreatableTopicConfigInput[] | undefined
}

export function encodeCreatableTopic(writer: Writer, message: CreatableTopicInput, version: number): void {
  const { name = '', numPartitions = 0, replicationFactor = 0, assignments = [], configs = [] } = message
  const flexible = version >= 5
  if (flexible) writer.compactString(name)
  else writer.string(name)
  writer.int32(numPartitions)
  writer.int16(replicationFactor)
  if (flexible) writer.compactArrayLength(assignments.length)
  else writer.arrayLength(assignments.length)
  for (const element of assignments) encodeCreatableReplicaAssignment(writer, element, version)
  if (flexible) writer.compactArrayLength(configs.length)
  else writer.arrayLength(configs.length)
  for (const element of configs) encodeCreatableTopicConfig(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeCreatableTopic(reader: Reader, version: number): CreatableTopic {
  const flexible = version >= 5
  const name = flexible ? reader.compactString() : reader.string()
  const numPartitions = reader.int32()
  const replicationFactor = reader.int16()
  const assignments: CreatableReplicaAssignment[] = []
  const assignmentsCount = flexible ? reader.compactArrayLength(6) : reader.arrayLength(8)
  for (let i = 0; i < assignmentsCount; i++) assignments.push(decodeCreatableReplicaAssignment(reader, version))
  const configs: CreatableTopicConfig[] = []
  const configsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < configsCount; i++) configs.push(decodeCreatableTopicConfig(reader, version))
  if (flexible) reader.skipTags()
  return { name, numPartitions, replicationFactor, assignments, configs }
}

/** Part of CreateTopicsRequest. */
export interface CreatableTopicConfig {
  /** string */
  name: string
  /** string; may be null */
  value: string | null
}

/** What encode takes for {@link CreatableTopicConfig}: a field left out has its default. */
export interface CreatableTopicConfigInput {
  name?: string | undefined
  value?: string | null | undefined
}

export function encodeCreatableTopicConfig(writer: Writer, message: CreatableTopicConfigInput, version: number): void {
  const { name = '', value = '' } = message
  const flexible = version >= 5
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactNullableString(value)
  else writer.nullableString(value)
  if (flexible) writer.int8(0)
}

export function decodeCreatableTopicConfig(reader: Reader, version: number): CreatableTopicConfig {
  const flexible = version >= 5
  const name = flexible ? reader.compactString() : reader.string()
  const value = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { name, value }
}

/** Part of CreateTopicsRequest. */
export interface CreatableReplicaAssignment {
  /** int32 */
  partitionIndex: number
  /** array of int32 */
  brokerIds: number[]
}

/** What encode takes for {@link CreatableReplicaAssignment}: a field left out has its default. */
export interface CreatableReplicaAssignmentInput {
  partitionIndex?: number | undefined
  brokerIds?: readonly number[] | undefined
}

export function encodeCreatableReplicaAssignment(writer: Writer, message: CreatableReplicaAssignmentInput, version: number): void {
  const { partitionIndex = 0, brokerIds = [] } = message
  const flexible = version >= 5
  writer.int32(partitionIndex)
  if (flexible) writer.compactArrayLength(brokerIds.length)
  else writer.arrayLength(brokerIds.length)
  for (const element of brokerIds) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeCreatableReplicaAssignment(reader: Reader, version: number): CreatableReplicaAssignment {
  const flexible = version >= 5
  const partitionIndex = reader.int32()
  const brokerIds: number[] = []
  const brokerIdsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < brokerIdsCount; i++) brokerIds.push(reader.int32())
  if (flexible) reader.skipTags()
  return { partitionIndex, brokerIds }
}

export const createTopicsRequestCodec: MessageCodec<CreateTopicsRequestInput, CreateTopicsRequest> = {
  name: 'CreateTopicsRequest',
  lowestVersion: 2,
  highestVersion: 7,
  lowestFlexibleVersion: 5,
  encode: encodeCreateTopicsRequest,
  decode: decodeCreateTopicsRequest
}
