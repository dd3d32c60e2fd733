// Made by scripts/codegen from ConsumerProtocolAssignment in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ConsumerProtocolAssignment, versions 0–3. */
export interface ConsumerProtocolAssignment {
  /** array of TopicPartition */
  assignedPartitions: TopicPartition[]
  /** bytes; may be null; default null */
  userData: Buffer | null
}

/** What encode takes for {@link ConsumerProtocolAssignment}: a field left out has its default. */
export interface ConsumerProtocolAssignmentInput {
  assignedPartitions?: readonly TopicPartitionInput[] | undefined
  userData?: Uint8Array | null | undefined
}

export function encodeConsumerProtocolAssignment(writer: Writer, message: ConsumerProtocolAssignmentInput, version: number): void {
  const { assignedPartitions = [], userData = null } = message
  writer.arrayLength(assignedPartitions.length)
  for (const element of assignedPartitions) encodeTopicPartition(writer, element, version)
  writer.nullableBytes(userData)
}

export function decodeConsumerProtocolAssignment(reader: Reader, version: number): ConsumerProtocolAssignment {
  const assignedPartitions: TopicPartition[] = []
  const assignedPartitionsCount = reader.arrayLength(6)
  for (let i = 0; i < assignedPartitionsCount; i++) assignedPartitions.push(decodeTopicPartition(reader, version))
  const userData = reader.nullableBytes()
  return { assignedPartitions, userData }
}

/** Part of ConsumerProtocolAssignment. */
export interface TopicPartition {
  /** string */
  topic: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TopicPartition}: a field left out has its default. */
export interface TopicPartitionInput {
  topic?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTopicPartition(writer: Writer, message: TopicPartitionInput, _version: number): void {
  const { topic = '', partitions = [] } = message
  writer.string(topic)
  writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
}

export function decodeTopicPartition(reader: Reader, _version: number): TopicPartition {
  const topic = reader.string()
  const partitions: number[] = []
  const partitionsCount = reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  return { topic, partitions }
}

export const consumerProtocolAssignmentCodec: MessageCodec<ConsumerProtocolAssignmentInput, ConsumerProtocolAssignment> = {
  name: 'ConsumerProtocolAssignment',
  lowestVersion: 0,
  highestVersion: 3,
  lowestFlexibleVersion: Infinity,
  encode: encodeConsumerProtocolAssignment,
  decode: decodeConsumerProtocolAssignment
}
