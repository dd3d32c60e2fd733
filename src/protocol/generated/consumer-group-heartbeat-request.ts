// Made by scripts/codegen from ConsumerGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ConsumerGroupHeartbeatRequest, versions 0–1. */
export interface ConsumerGroupHeartbeatRequest {
  /** string */
  groupId: string
  /** string */
  memberId: string
  /** int32 */
  memberEpoch: number
  /** string; may be null; default null */
  instanceId: string | null
  /** string; may be null; default null */
  rackId: string | null
  /** int32; default -1 */
  rebalanceTimeoutMs: number
  /** array of string; may be null; default null */
  subscribedTopicNames: string[] | null
  /** string; versions 1+; may be null; default null */
  subscribedTopicRegex: string | null
  /** string; may be null; default null */
  serverAssignor: string | null
  /** array of TopicPartitions; may be null; default null */
  topicPartitions: TopicPartitions[] | null
}

/** What encode takes for {@link ConsumerGroupHeartbeatRequest}: a field left out has its default. */
export interface ConsumerGroupHeartbeatRequestInput {
  groupId?: string | undefined
  memberId?: string | undefined
  memberEpoch?: number | undefined
  instanceId?: string | null | undefined
  rackId?: string | null | undefined
  rebalanceTimeoutMs?: number | undefined
  subscribedTopicNames?: readonly string[] | null | undefined
  subscribedTopicRegex?: string | null | undefined
  serverAssignor?: string | null | undefined
  topicPartitions?: readonly TopicPartitionsInput[] | null | undefined
}

export function encodeConsumerGroupHeartbeatRequest(writer: Writer, message: ConsumerGroupHeartbeatRequestInput, version: number): void {
  const {
    groupId = '',
    memberId = '',
    memberEpoch = 0,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    subscribedTopicNames = null,
    subscribedTopicRegex = null,
    serverAssignor = null,
    topicPartitions = null
  } = message
  writer.compactString(groupId)
  writer.compactString(memberId)
  writer.int32(memberEpoch)
  writer.compactNullableString(instanceId)
  writer.compactNullableString(rackId)
  writer.int32(rebalanceTimeoutMs)
  if (subscribedTopicNames === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(subscribedTopicNames.length)
    for (const element of subscribedTopicNames) writer.compactString(element)
  }
  if (version >= 1) writer.compactNullableString(subscribedTopicRegex)
  if (version < 1 && subscribedTopicRegex !== null) notInVersion('ConsumerGroupHeartbeatRequest', 'subscribedTopicRegex', version)
  writer.compactNullableString(serverAssignor)
  if (topicPartitions === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(topicPartitions.length)
    for (const element of topicPartitions) encodeTopicPartitions(writer, element, version)
  }
  writer.int8(0)
}

export function decodeConsumerGroupHeartbeatRequest(reader: Reader, version: number): ConsumerGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const rebalanceTimeoutMs = reader.int32()
  let subscribedTopicNames: string[] | null = []
  const subscribedTopicNamesCount = reader.compactNullableArrayLength(1)
  if (subscribedTopicNamesCount < 0) subscribedTopicNames = null
  else for (let i = 0; i < subscribedTopicNamesCount; i++) subscribedTopicNames.push(reader.compactString())
  const subscribedTopicRegex = version >= 1 ? reader.compactNullableString() : null
  const serverAssignor = reader.compactNullableString()
  let topicPartitions: TopicPartitions[] | null = []
  const topicPartitionsCount = reader.compactNullableArrayLength(18)
  if (topicPartitionsCount < 0) topicPartitions = null
  else for (let i = 0; i < topicPartitionsCount; i++) topicPartitions.push(decodeTopicPartitions(reader, version))
  reader.skipTags()
  return {
    groupId,
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames,
    subscribedTopicRegex,
    serverAssignor,
    topicPartitions
  }
}

/** Part of ConsumerGroupHeartbeatRequest. */
export interface TopicPartitions {
  /** uuid */
  topicId: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TopicPartitions}: a field left out has its default. */
export interface TopicPartitionsInput {
  topicId?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTopicPartitions(writer: Writer, message: TopicPartitionsInput, _version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeTopicPartitions(reader: Reader, _version: number): TopicPartitions {
  const topicId = reader.uuid()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topicId, partitions }
}

export const consumerGroupHeartbeatRequestCodec: MessageCodec<ConsumerGroupHeartbeatRequestInput, ConsumerGroupHeartbeatRequest> = {
  name: 'ConsumerGroupHeartbeatRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatRequest
}
