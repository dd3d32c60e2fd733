// Made by scripts/codegen from ConsumerGroupHeartbeatResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ConsumerGroupHeartbeatResponse, versions 0–1. */
export interface ConsumerGroupHeartbeatResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** string; may be null; default null */
  memberId: string | null
  /** int32 */
  memberEpoch: number
  /** int32 */
  heartbeatIntervalMs: number
  /** Assignment; may be null; default null */
  assignment: Assignment | null
}

/** What encode takes for {@link ConsumerGroupHeartbeatResponse}: a field left out has its default. */
export interface ConsumerGroupHeartbeatResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  memberId?: string | null | undefined
  memberEpoch?: number | undefined
  heartbeatIntervalMs?: number | undefined
  assignment?: AssignmentInput | null | undefined
}

export function encodeConsumerGroupHeartbeatResponse(writer: Writer, message: ConsumerGroupHeartbeatResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    memberId = null,
    memberEpoch = 0,
    heartbeatIntervalMs = 0,
    assignment = null
  } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactNullableString(memberId)
  writer.int32(memberEpoch)
  writer.int32(heartbeatIntervalMs)
  if (assignment === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeAssignment(writer, assignment, version)
  }
  writer.int8(0)
}

export function decodeConsumerGroupHeartbeatResponse(reader: Reader, version: number): ConsumerGroupHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const heartbeatIntervalMs = reader.int32()
  const assignment = reader.structPresent() ? decodeAssignment(reader, version) : null
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, assignment }
}

/** Part of ConsumerGroupHeartbeatResponse. */
export interface Assignment {
  /** array of TopicPartitions */
  topicPartitions: TopicPartitions[]
}

/** What encode takes for {@link Assignment}: a field left out has its default. */
export interface AssignmentInput {
  topicPartitions?: readonly TopicPartitionsInput[] | undefined
}

export function encodeAssignment(writer: Writer, message: AssignmentInput, version: number): void {
  const { topicPartitions = [] } = message
  writer.compactArrayLength(topicPartitions.length)
  for (const element of topicPartitions) encodeTopicPartitions(writer, element, version)
  writer.int8(0)
}

export function decodeAssignment(reader: Reader, version: number): Assignment {
  const topicPartitions: TopicPartitions[] = []
  const topicPartitionsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicPartitionsCount; i++) topicPartitions.push(decodeTopicPartitions(reader, version))
  reader.skipTags()
  return { topicPartitions }
}

/** Part of ConsumerGroupHeartbeatResponse. */
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

export const consumerGroupHeartbeatResponseCodec: MessageCodec<ConsumerGroupHeartbeatResponseInput, ConsumerGroupHeartbeatResponse> = {
  name: 'ConsumerGroupHeartbeatResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeConsumerGroupHeartbeatResponse,
  decode: decodeConsumerGroupHeartbeatResponse
}
