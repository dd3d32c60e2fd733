// Made by scripts/codegen from AlterPartitionReassignmentsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterPartitionReassignmentsRequest, versions 0–1. */
export interface AlterPartitionReassignmentsRequest {
  /** int32; default 60000 */
  timeoutMs: number
  /** bool; versions 1+; default true */
  allowReplicationFactorChange: boolean
  /** array of ReassignableTopic */
  topics: ReassignableTopic[]
}

/** What encode takes for {@link AlterPartitionReassignmentsRequest}: a field left out has its default. */
export interface AlterPartitionReassignmentsRequestInput {
  timeoutMs?: number | undefined
  allowReplicationFactorChange?: boolean | undefined
  topics?: readonly ReassignableTopicInput[] | undefined
}

export function encodeAlterPartitionReassignmentsRequest(
  writer: Writer,
  message: AlterPartitionReassignmentsRequestInput,
  version: number
): void {
  const { timeoutMs = 60000, allowReplicationFactorChange = true, topics = [] } = message
  writer.int32(timeoutMs)
  if (version >= 1) writer.bool(allowReplicationFactorChange)
  if (version < 1 && !allowReplicationFactorChange) notInVersion('AlterPartitionReassignmentsRequest', 'allowReplicationFactorChange', version)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeReassignableTopic(writer, element, version)
  writer.int8(0)
}

export function decodeAlterPartitionReassignmentsRequest(reader: Reader, version: number): AlterPartitionReassignmentsRequest {
  const timeoutMs = reader.int32()
  const allowReplicationFactorChange = version >= 1 ? reader.bool() : true
  const topics: ReassignableTopic[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeReassignableTopic(reader, version))
  reader.skipTags()
  return { timeoutMs, allowReplicationFactorChange, topics }
}

/** Part of AlterPartitionReassignmentsRequest. */
export interface ReassignableTopic {
  /** string */
  name: string
  /** array of ReassignablePartition */
  partitions: ReassignablePartition[]
}

/** What encode takes for {@link ReassignableTopic}: a field left out has its default. */
export interface ReassignableTopicInput {
  name?: string | undefined
  partitions?: readonly ReassignablePartitionInput[] | undefined
}

export function encodeReassignableTopic(writer: Writer, message: ReassignableTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeReassignablePartition(writer, element, version)
  writer.int8(0)
}

export function decodeReassignableTopic(reader: Reader, version: number): ReassignableTopic {
  const name = reader.compactString()
  const partitions: ReassignablePartition[] = []
  const partitionsCount = reader.compactArrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeReassignablePartition(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of AlterPartitionReassignmentsRequest. */
export interface ReassignablePartition {
  /** int32 */
  partitionIndex: number
  /** array of int32; may be null; default null */
  replicas: number[] | null
}

/** What encode takes for {@link ReassignablePartition}: a field left out has its default. */
export interface ReassignablePartitionInput {
  partitionIndex?: number | undefined
  replicas?: readonly number[] | null | undefined
}

export function encodeReassignablePartition(writer: Writer, message: ReassignablePartitionInput, _version: number): void {
  const { partitionIndex = 0, replicas = null } = message
  writer.int32(partitionIndex)
  if (replicas === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(replicas.length)
    for (const element of replicas) writer.int32(element)
  }
  writer.int8(0)
}

export function decodeReassignablePartition(reader: Reader, _version: number): ReassignablePartition {
  const partitionIndex = reader.int32()
  let replicas: number[] | null = []
  const replicasCount = reader.compactNullableArrayLength(4)
  if (replicasCount < 0) replicas = null
  else for (let i = 0; i < replicasCount; i++) replicas.push(reader.int32())
  reader.skipTags()
  return { partitionIndex, replicas }
}

export const alterPartitionReassignmentsRequestCodec: MessageCodec<AlterPartitionReassignmentsRequestInput, AlterPartitionReassignmentsRequest> = {
  name: 'AlterPartitionReassignmentsRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeAlterPartitionReassignmentsRequest,
  decode: decodeAlterPartitionReassignmentsRequest
}
