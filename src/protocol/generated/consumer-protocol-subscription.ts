// Made by scripts/codegen from ConsumerProtocolSubscription in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ConsumerProtocolSubscription, versions 0–3. */
export interface ConsumerProtocolSubscription {
  /** array of string */
  topics: string[]
  /** bytes; may be null; default null */
  userData: Buffer | null
  /** array of TopicPartition; versions 1+; dropped in other versions */
  ownedPartitions: TopicPartition[]
  /** int32; versions 2+; default -1; dropped in other versions */
  generationId: number
  /** string; versions 3+; may be null; default null; dropped in other versions */
  rackId: string | null
}

/** What encode takes for {@link ConsumerProtocolSubscription}: a field left out has its default. */
export interface ConsumerProtocolSubscriptionInput {
  topics?: readonly string[] | undefined
  userData?: Uint8Array | null | undefined
  ownedPartitions?: readonly TopicPartitionInput[] | undefined
  generationId?: number | undefined
  rackId?: string | null | undefined
}

export function encodeConsumerProtocolSubscription(writer: Writer, message: ConsumerProtocolSubscriptionInput, version: number): void {
  const { topics = [], userData = null, ownedPartitions = [], generationId = -1, rackId = null } = message
  writer.arrayLength(topics.length)
  for (const element of topics) writer.string(element)
  writer.nullableBytes(userData)
  if (version >= 1) {
    writer.arrayLength(ownedPartitions.length)
    for (const element of ownedPartitions) encodeTopicPartition(writer, element, version)
  }
  if (version >= 2) writer.int32(generationId)
  if (version >= 3) writer.nullableString(rackId)
}

export function decodeConsumerProtocolSubscription(reader: Reader, version: number): ConsumerProtocolSubscription {
  const topics: string[] = []
  const topicsCount = reader.arrayLength(2)
  for (let i = 0; i < topicsCount; i++) topics.push(reader.string())
  const userData = reader.nullableBytes()
  const ownedPartitions: TopicPartition[] = []
  if (version >= 1) {
    const ownedPartitionsCount = reader.arrayLength(6)
    for (let i = 0; i < ownedPartitionsCount; i++) ownedPartitions.push(decodeTopicPartition(reader, version))
  }
  const generationId = version >= 2 ? reader.int32() : -1
  const rackId = version >= 3 ? reader.nullableString() : null
  return { topics, userData, ownedPartitions, generationId, rackId }
}

/** Part of ConsumerProtocolSubscription. */
export interface TopicPartition {
  /** string; versions 1+ */
  topic: string
  /** array of int32; versions 1+ */
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

export const consumerProtocolSubscriptionCodec: MessageCodec<ConsumerProtocolSubscriptionInput, ConsumerProtocolSubscription> = {
  name: 'ConsumerProtocolSubscription',
  lowestVersion: 0,
  highestVersion: 3,
  lowestFlexibleVersion: Infinity,
  encode: encodeConsumerProtocolSubscription,
  decode: decodeConsumerProtocolSubscription
}
