// Made by scripts/codegen from ConsumerGroupDescribeResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ConsumerGroupDescribeResponse, versions 0–1. */
export interface ConsumerGroupDescribeResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DescribedGroup */
  groups: DescribedGroup[]
}

/** What encode takes for {@link ConsumerGroupDescribeResponse}: a field left out has its default. */
export interface ConsumerGroupDescribeResponseInput {
  throttleTimeMs?: number | undefined
  groups?: readonly DescribedGroupInput[] | undefined
}

export function encodeConsumerGroupDescribeResponse(writer: Writer, message: ConsumerGroupDescribeResponseInput, version: number): void {
  const { throttleTimeMs = 0, groups = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(groups.length)
  for (const element of groups) encodeDescribedGroup(writer, element, version)
  writer.int8(0)
}

export function decodeConsumerGroupDescribeResponse(reader: Reader, version: number): ConsumerGroupDescribeResponse {
  const throttleTimeMs = reader.int32()
  const groups: DescribedGroup[] = []
  const groupsCount = reader.compactArrayLength(20)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeDescribedGroup(reader, version))
  reader.skipTags()
  return { throttleTimeMs, groups }
}

/** Part of ConsumerGroupDescribeResponse. */
export interface DescribedGroup {
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** string */
  groupId: string
  /** string */
  groupState: string
  /** int32 */
  groupEpoch: number
  /** int32 */
  assignmentEpoch: number
  /** string */
  assignorName: string
  /** array of Member */
  members: Member[]
  /** int32; default -2147483648 */
  authorizedOperations: number
}

/** What encode takes for {@link DescribedGroup}: a field left out has its default. */
export interface DescribedGroupInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  groupId?: string | undefined
  groupState?: string | undefined
  groupEpoch?: number | undefined
  assignmentEpoch?: number | undefined
  assignorName?: string | undefined
  members?: readonly MemberInput[] | undefined
  authorizedOperations?: number | undefined
}

export function encodeDescribedGroup(writer: Writer, message: DescribedGroupInput, version: number): void {
  const {
    errorCode = 0,
    errorMessage = null,
    groupId = '',
    groupState = '',
    groupEpoch = 0,
    assignmentEpoch = 0,
    assignorName = '',
    members = [],
    authorizedOperations = -2147483648
  } = message
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactString(groupId)
  writer.compactString(groupState)
  writer.int32(groupEpoch)
  writer.int32(assignmentEpoch)
  writer.compactString(assignorName)
  writer.compactArrayLength(members.length)
  for (const element of members) encodeMember(writer, element, version)
  writer.int32(authorizedOperations)
  writer.int8(0)
}

export function decodeDescribedGroup(reader: Reader, version: number): DescribedGroup {
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const groupId = reader.compactString()
  const groupState = reader.compactString()
  const groupEpoch = reader.int32()
  const assignmentEpoch = reader.int32()
  const assignorName = reader.compactString()
  const members: Member[] = []
  const membersCount = reader.compactArrayLength(16)
  for (let i = 0; i < membersCount; i++) members.push(decodeMember(reader, version))
  const authorizedOperations = reader.int32()
  reader.skipTags()
  return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, assignorName, members, authorizedOperations }
}

/** Part of ConsumerGroupDescribeResponse. */
export interface Member {
  /** string */
  memberId: string
  /** string; may be null; default null */
  instanceId: string | null
  /** string; may be null; default null */
  rackId: string | null
  /** int32 */
  memberEpoch: number
  /** string */
  clientId: string
  /** string */
  clientHost: string
  /** array of string */
  subscribedTopicNames: string[]
  /** string; may be null; default null */
  subscribedTopicRegex: string | null
  /** Assignment */
  assignment: Assignment
  /** Assignment */
  targetAssignment: Assignment
  /** int8; versions 1+; default -1; dropped in other versions */
  memberType: number
}

/** What encode takes for {@link Member}: a field left out has its default. */
export interface MemberInput {
  memberId?: string | undefined
  instanceId?: string | null | undefined
  rackId?: string | null | undefined
  memberEpoch?: number | undefined
  clientId?: string | undefined
  clientHost?: string | undefined
  subscribedTopicNames?: readonly string[] | undefined
  subscribedTopicRegex?: string | null | undefined
  assignment?: AssignmentInput | undefined
  targetAssignment?: AssignmentInput | undefined
  memberType?: number | undefined
}

export function encodeMember(writer: Writer, message: MemberInput, version: number): void {
  const {
    memberId = '',
    instanceId = null,
    rackId = null,
    memberEpoch = 0,
    clientId = '',
    clientHost = '',
    subscribedTopicNames = [],
    subscribedTopicRegex = null,
    assignment = {},
    targetAssignment = {},
    memberType = -1
  } = message
  writer.compactString(memberId)
  writer.compactNullableString(instanceId)
  writer.compactNullableString(rackId)
  writer.int32(memberEpoch)
  writer.compactString(clientId)
  writer.compactString(clientHost)
  writer.compactArrayLength(subscribedTopicNames.length)
  for (const element of subscribedTopicNames) writer.compactString(element)
  writer.compactNullableString(subscribedTopicRegex)
  encodeAssignment(writer, assignment, version)
  encodeAssignment(writer, targetAssignment, version)
  if (version >= 1) writer.int8(memberType)
  writer.int8(0)
}

export function decodeMember(reader: Reader, version: number): Member {
  const memberId = reader.compactString()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const subscribedTopicNames: string[] = []
  const subscribedTopicNamesCount = reader.compactArrayLength(1)
  for (let i = 0; i < subscribedTopicNamesCount; i++) subscribedTopicNames.push(reader.compactString())
  const subscribedTopicRegex = reader.compactNullableString()
  const assignment = decodeAssignment(reader, version)
  const targetAssignment = decodeAssignment(reader, version)
  const memberType = version >= 1 ? reader.int8() : -1
  reader.skipTags()
  return {
    memberId,
    instanceId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    assignment,
    targetAssignment,
    memberType
  }
}

/** Part of ConsumerGroupDescribeResponse. */
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
  const topicPartitionsCount = reader.compactArrayLength(19)
  for (let i = 0; i < topicPartitionsCount; i++) topicPartitions.push(decodeTopicPartitions(reader, version))
  reader.skipTags()
  return { topicPartitions }
}

/** Part of ConsumerGroupDescribeResponse. */
export interface TopicPartitions {
  /** uuid */
  topicId: string
  /** string */
  topicName: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TopicPartitions}: a field left out has its default. */
export interface TopicPartitionsInput {
  topicId?: string | undefined
  topicName?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTopicPartitions(writer: Writer, message: TopicPartitionsInput, _version: number): void {
  const { topicId = zeroUuid, topicName = '', partitions = [] } = message
  writer.uuid(topicId)
  writer.compactString(topicName)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeTopicPartitions(reader: Reader, _version: number): TopicPartitions {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topicId, topicName, partitions }
}

export const consumerGroupDescribeResponseCodec: MessageCodec<ConsumerGroupDescribeResponseInput, ConsumerGroupDescribeResponse> = {
  name: 'ConsumerGroupDescribeResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeConsumerGroupDescribeResponse,
  decode: decodeConsumerGroupDescribeResponse
}
