// Made by scripts/codegen from DescribeTopicPartitionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DescribeTopicPartitionsResponse, versions 0. */
export interface DescribeTopicPartitionsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DescribeTopicPartitionsResponseTopic */
  topics: DescribeTopicPartitionsResponseTopic[]
  /** Cursor; may be null; default null */
  nextCursor: Cursor | null
}

/** What encode takes for {@link DescribeTopicPartitionsResponse}: a field left out has its default. */
export interface DescribeTopicPartitionsResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly DescribeTopicPartitionsResponseTopicInput[] | undefined
  nextCursor?: CursorInput | null | undefined
}

export function encodeDescribeTopicPartitionsResponse(
  writer: Writer,
  message: DescribeTopicPartitionsResponseInput,
  version: number
): void {
  const { throttleTimeMs = 0, topics = [], nextCursor = null } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeDescribeTopicPartitionsResponseTopic(writer, element, version)
  if (nextCursor === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeCursor(writer, nextCursor, version)
  }
  writer.int8(0)
}

export function decodeDescribeTopicPartitionsResponse(reader: Reader, version: number): DescribeTopicPartitionsResponse {
  const throttleTimeMs = reader.int32()
  const topics: DescribeTopicPartitionsResponseTopic[] = []
  const topicsCount = reader.compactArrayLength(26)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDescribeTopicPartitionsResponseTopic(reader, version))
  const nextCursor = reader.structPresent() ? decodeCursor(reader, version) : null
  reader.skipTags()
  return { throttleTimeMs, topics, nextCursor }
}

/** Part of DescribeTopicPartitionsResponse. */
export interface Cursor {
  /** string */
  topicName: string
  /** int32 */
  partitionIndex: number
}

/** What encode takes for {@link Cursor}: a field left out has its default. */
export interface CursorInput {
  topicName?: string | undefined
  partitionIndex?: number | undefined
}

export function encodeCursor(writer: Writer, message: CursorInput, _version: number): void {
  const { topicName = '', partitionIndex = 0 } = message
  writer.compactString(topicName)
  writer.int32(partitionIndex)
  writer.int8(0)
}

export function decodeCursor(reader: Reader, _version: number): Cursor {
  const topicName = reader.compactString()
  const partitionIndex = reader.int32()
  reader.skipTags()
  return { topicName, partitionIndex }
}

/** Part of DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponseTopic {
  /** int16 */
  errorCode: number
  /** string; may be null */
  name: string | null
  /** uuid */
  topicId: string
  /** bool */
  isInternal: boolean
  /** array of DescribeTopicPartitionsResponsePartition */
  partitions: DescribeTopicPartitionsResponsePartition[]
  /** int32; default -2147483648 */
  topicAuthorizedOperations: number
}

/** What encode takes for {@link DescribeTopicPartitionsResponseTopic}: a field left out has its default. */
export interface DescribeTopicPartitionsResponseTopicInput {
  errorCode?: number | undefined
  name?: string | null | undefined
  topicId?: string | undefined
  isInternal?: boolean | undefined
  partitions?: readonly DescribeTopicPartitionsResponsePartitionInput[] | undefined
  topicAuthorizedOperations?: number | undefined
}

export function encodeDescribeTopicPartitionsResponseTopic(
  writer: Writer,
  message: DescribeTopicPartitionsResponseTopicInput,
  version: number
): void {
  const {
    errorCode = 0,
    name = '',
    topicId = zeroUuid,
    isInternal = false,
    partitions = [],
    topicAuthorizedOperations = -2147483648
  } = message
  writer.int16(errorCode)
  writer.compactNullableString(name)
  writer.uuid(topicId)
  writer.bool(isInternal)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeDescribeTopicPartitionsResponsePartition(writer, element, version)
  writer.int32(topicAuthorizedOperations)
  writer.int8(0)
}

export function decodeDescribeTopicPartitionsResponseTopic(reader: Reader, version: number): DescribeTopicPartitionsResponseTopic {
  const errorCode = reader.int16()
  const name = reader.compactNullableString()
  const topicId = reader.uuid()
  const isInternal = reader.bool()
  const partitions: DescribeTopicPartitionsResponsePartition[] = []
  const partitionsCount = reader.compactArrayLength(20)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeDescribeTopicPartitionsResponsePartition(reader, version))
  const topicAuthorizedOperations = reader.int32()
  reader.skipTags()
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations }
}

/** Part of DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponsePartition {
  /** int16 */
  errorCode: number
  /** int32 */
  partitionIndex: number
  /** int32 */
  leaderId: number
  /** int32; default -1 */
  leaderEpoch: number
  /** array of int32 */
  replicaNodes: number[]
  /** array of int32 */
  isrNodes: number[]
  /** array of int32; may be null; default null */
  eligibleLeaderReplicas: number[] | null
  /** array of int32; may be null; default null */
  lastKnownElr: number[] | null
  /** array of int32 */
  offlineReplicas: number[]
}

/** What encode takes for {@link DescribeTopicPartitionsResponsePartition}: a field left out has its default. */
export interface DescribeTopicPartitionsResponsePartitionInput {
  errorCode?: number | undefined
  partitionIndex?: number | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  replicaNodes?: readonly number[] | undefined
  isrNodes?: readonly number[] | undefined
  eligibleLeaderReplicas?: readonly number[] | null | undefined
  lastKnownElr?: readonly number[] | null | undefined
  offlineReplicas?: readonly number[] | undefined
}

export function encodeDescribeTopicPartitionsResponsePartition(
  writer: Writer,
  message: DescribeTopicPartitionsResponsePartitionInput,
  _version: number
): void {
  const {
    errorCode = 0,
    partitionIndex = 0,
    leaderId = 0,
    leaderEpoch = -1,
    replicaNodes = [],
    isrNodes = [],
    eligibleLeaderReplicas = null,
    lastKnownElr = null,
    offlineReplicas = []
  } = message
  writer.int16(errorCode)
  writer.int32(partitionIndex)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  writer.compactArrayLength(replicaNodes.length)
  for (const element of replicaNodes) writer.int32(element)
  writer.compactArrayLength(isrNodes.length)
  for (const element of isrNodes) writer.int32(element)
  if (eligibleLeaderReplicas === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(eligibleLeaderReplicas.length)
    for (const element of eligibleLeaderReplicas) writer.int32(element)
  }
  if (lastKnownElr === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(lastKnownElr.length)
    for (const element of lastKnownElr) writer.int32(element)
  }
  writer.compactArrayLength(offlineReplicas.length)
  for (const element of offlineReplicas) writer.int32(element)
  writer.int8(0)
}

export function decodeDescribeTopicPartitionsResponsePartition(reader: Reader, _version: number): DescribeTopicPartitionsResponsePartition {
  const errorCode = reader.int16()
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const replicaNodes: number[] = []
  const replicaNodesCount = reader.compactArrayLength(4)
  for (let i = 0; i < replicaNodesCount; i++) replicaNodes.push(reader.int32())
  const isrNodes: number[] = []
  const isrNodesCount = reader.compactArrayLength(4)
  for (let i = 0; i < isrNodesCount; i++) isrNodes.push(reader.int32())
  let eligibleLeaderReplicas: number[] | null = []
  const eligibleLeaderReplicasCount = reader.compactNullableArrayLength(4)
  if (eligibleLeaderReplicasCount < 0) eligibleLeaderReplicas = null
  else for (let i = 0; i < eligibleLeaderReplicasCount; i++) eligibleLeaderReplicas.push(reader.int32())
  let lastKnownElr: number[] | null = []
  const lastKnownElrCount = reader.compactNullableArrayLength(4)
  if (lastKnownElrCount < 0) lastKnownElr = null
  else for (let i = 0; i < lastKnownElrCount; i++) lastKnownElr.push(reader.int32())
  const offlineReplicas: number[] = []
  const offlineReplicasCount = reader.compactArrayLength(4)
  for (let i = 0; i < offlineReplicasCount; i++) offlineReplicas.push(reader.int32())
  reader.skipTags()
  return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, eligibleLeaderReplicas, lastKnownElr, offlineReplicas }
}

export const describeTopicPartitionsResponseCodec: MessageCodec<DescribeTopicPartitionsResponseInput, DescribeTopicPartitionsResponse> = {
  name: 'DescribeTopicPartitionsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeTopicPartitionsResponse,
  decode: decodeDescribeTopicPartitionsResponse
}
