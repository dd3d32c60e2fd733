// Made by scripts/codegen from StreamsGroupDescribeResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** StreamsGroupDescribeResponse, versions 0. */
export interface StreamsGroupDescribeResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DescribedGroup */
  groups: DescribedGroup[]
}

/** What encode takes for {@link StreamsGroupDescribeResponse}: a field left out has its default. */
export interface StreamsGroupDescribeResponseInput {
  throttleTimeMs?: number | undefined
  groups?: readonly DescribedGroupInput[] | undefined
}

export function encodeStreamsGroupDescribeResponse(writer: Writer, message: StreamsGroupDescribeResponseInput, version: number): void {
  const { throttleTimeMs = 0, groups = [] } = message
  writer.int32(throttleTimeMs)
  writer.compactArrayLength(groups.length)
  for (const element of groups) encodeDescribedGroup(writer, element, version)
  writer.int8(0)
}

export function decodeStreamsGroupDescribeResponse(reader: Reader, version: number): StreamsGroupDescribeResponse {
  const throttleTimeMs = reader.int32()
  const groups: DescribedGroup[] = []
  const groupsCount = reader.compactArrayLength(20)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeDescribedGroup(reader, version))
  reader.skipTags()
  return { throttleTimeMs, groups }
}

/** Part of StreamsGroupDescribeResponse. */
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
  /** Topology; may be null; default null */
  topology: Topology | null
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
  topology?: TopologyInput | null | undefined
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
    topology = null,
    members = [],
    authorizedOperations = -2147483648
  } = message
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactString(groupId)
  writer.compactString(groupState)
  writer.int32(groupEpoch)
  writer.int32(assignmentEpoch)
  if (topology === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeTopology(writer, topology, version)
  }
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
  const topology = reader.structPresent() ? decodeTopology(reader, version) : null
  const members: Member[] = []
  const membersCount = reader.compactArrayLength(28)
  for (let i = 0; i < membersCount; i++) members.push(decodeMember(reader, version))
  const authorizedOperations = reader.int32()
  reader.skipTags()
  return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, topology, members, authorizedOperations }
}

/** Part of StreamsGroupDescribeResponse. */
export interface Member {
  /** string */
  memberId: string
  /** int32 */
  memberEpoch: number
  /** string; may be null; default null */
  instanceId: string | null
  /** string; may be null; default null */
  rackId: string | null
  /** string */
  clientId: string
  /** string */
  clientHost: string
  /** int32 */
  topologyEpoch: number
  /** string */
  processId: string
  /** Endpoint; may be null; default null */
  userEndpoint: Endpoint | null
  /** array of KeyValue */
  clientTags: KeyValue[]
  /** array of TaskOffset */
  taskOffsets: TaskOffset[]
  /** array of TaskOffset */
  taskEndOffsets: TaskOffset[]
  /** Assignment */
  assignment: Assignment
  /** Assignment */
  targetAssignment: Assignment
  /** bool */
  isClassic: boolean
}

/** What encode takes for {@link Member}: a field left out has its default. */
export interface MemberInput {
  memberId?: string | undefined
  memberEpoch?: number | undefined
  instanceId?: string | null | undefined
  rackId?: string | null | undefined
  clientId?: string | undefined
  clientHost?: string | undefined
  topologyEpoch?: number | undefined
  processId?: string | undefined
  userEndpoint?: EndpointInput | null | undefined
  clientTags?: readonly KeyValueInput[] | undefined
  taskOffsets?: readonly TaskOffsetInput[] | undefined
  taskEndOffsets?: readonly TaskOffsetInput[] | undefined
  assignment?: AssignmentInput | undefined
  targetAssignment?: AssignmentInput | undefined
  isClassic?: boolean | undefined
}

export function encodeMember(writer: Writer, message: MemberInput, version: number): void {
  const {
    memberId = '',
    memberEpoch = 0,
    instanceId = null,
    rackId = null,
    clientId = '',
    clientHost = '',
    topologyEpoch = 0,
    processId = '',
    userEndpoint = null,
    clientTags = [],
    taskOffsets = [],
    taskEndOffsets = [],
    assignment = {},
    targetAssignment = {},
    isClassic = false
  } = message
  writer.compactString(memberId)
  writer.int32(memberEpoch)
  writer.compactNullableString(instanceId)
  writer.compactNullableString(rackId)
  writer.compactString(clientId)
  writer.compactString(clientHost)
  writer.int32(topologyEpoch)
  writer.compactString(processId)
  if (userEndpoint === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeEndpoint(writer, userEndpoint, version)
  }
  writer.compactArrayLength(clientTags.length)
  for (const element of clientTags) encodeKeyValue(writer, element, version)
  writer.compactArrayLength(taskOffsets.length)
  for (const element of taskOffsets) encodeTaskOffset(writer, element, version)
  writer.compactArrayLength(taskEndOffsets.length)
  for (const element of taskEndOffsets) encodeTaskOffset(writer, element, version)
  encodeAssignment(writer, assignment, version)
  encodeAssignment(writer, targetAssignment, version)
  writer.bool(isClassic)
  writer.int8(0)
}

export function decodeMember(reader: Reader, version: number): Member {
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const topologyEpoch = reader.int32()
  const processId = reader.compactString()
  const userEndpoint = reader.structPresent() ? decodeEndpoint(reader, version) : null
  const clientTags: KeyValue[] = []
  const clientTagsCount = reader.compactArrayLength(3)
  for (let i = 0; i < clientTagsCount; i++) clientTags.push(decodeKeyValue(reader, version))
  const taskOffsets: TaskOffset[] = []
  const taskOffsetsCount = reader.compactArrayLength(14)
  for (let i = 0; i < taskOffsetsCount; i++) taskOffsets.push(decodeTaskOffset(reader, version))
  const taskEndOffsets: TaskOffset[] = []
  const taskEndOffsetsCount = reader.compactArrayLength(14)
  for (let i = 0; i < taskEndOffsetsCount; i++) taskEndOffsets.push(decodeTaskOffset(reader, version))
  const assignment = decodeAssignment(reader, version)
  const targetAssignment = decodeAssignment(reader, version)
  const isClassic = reader.bool()
  reader.skipTags()
  return {
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic
  }
}

/** Part of StreamsGroupDescribeResponse. */
export interface Assignment {
  /** array of TaskIds */
  activeTasks: TaskIds[]
  /** array of TaskIds */
  standbyTasks: TaskIds[]
  /** array of TaskIds */
  warmupTasks: TaskIds[]
}

/** What encode takes for {@link Assignment}: a field left out has its default. */
export interface AssignmentInput {
  activeTasks?: readonly TaskIdsInput[] | undefined
  standbyTasks?: readonly TaskIdsInput[] | undefined
  warmupTasks?: readonly TaskIdsInput[] | undefined
}

export function encodeAssignment(writer: Writer, message: AssignmentInput, version: number): void {
  const { activeTasks = [], standbyTasks = [], warmupTasks = [] } = message
  writer.compactArrayLength(activeTasks.length)
  for (const element of activeTasks) encodeTaskIds(writer, element, version)
  writer.compactArrayLength(standbyTasks.length)
  for (const element of standbyTasks) encodeTaskIds(writer, element, version)
  writer.compactArrayLength(warmupTasks.length)
  for (const element of warmupTasks) encodeTaskIds(writer, element, version)
  writer.int8(0)
}

export function decodeAssignment(reader: Reader, version: number): Assignment {
  const activeTasks: TaskIds[] = []
  const activeTasksCount = reader.compactArrayLength(3)
  for (let i = 0; i < activeTasksCount; i++) activeTasks.push(decodeTaskIds(reader, version))
  const standbyTasks: TaskIds[] = []
  const standbyTasksCount = reader.compactArrayLength(3)
  for (let i = 0; i < standbyTasksCount; i++) standbyTasks.push(decodeTaskIds(reader, version))
  const warmupTasks: TaskIds[] = []
  const warmupTasksCount = reader.compactArrayLength(3)
  for (let i = 0; i < warmupTasksCount; i++) warmupTasks.push(decodeTaskIds(reader, version))
  reader.skipTags()
  return { activeTasks, standbyTasks, warmupTasks }
}

/** Part of StreamsGroupDescribeResponse. */
export interface TaskIds {
  /** string */
  subtopologyId: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TaskIds}: a field left out has its default. */
export interface TaskIdsInput {
  subtopologyId?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTaskIds(writer: Writer, message: TaskIdsInput, _version: number): void {
  const { subtopologyId = '', partitions = [] } = message
  writer.compactString(subtopologyId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeTaskIds(reader: Reader, _version: number): TaskIds {
  const subtopologyId = reader.compactString()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { subtopologyId, partitions }
}

/** Part of StreamsGroupDescribeResponse. */
export interface TaskOffset {
  /** string */
  subtopologyId: string
  /** int32 */
  partition: number
  /** int64 */
  offset: bigint
}

/** What encode takes for {@link TaskOffset}: a field left out has its default. */
export interface TaskOffsetInput {
  subtopologyId?: string | undefined
  partition?: number | undefined
  offset?: bigint | undefined
}

export function encodeTaskOffset(writer: Writer, message: TaskOffsetInput, _version: number): void {
  const { subtopologyId = '', partition = 0, offset = 0n } = message
  writer.compactString(subtopologyId)
  writer.int32(partition)
  writer.int64(offset)
  writer.int8(0)
}

export function decodeTaskOffset(reader: Reader, _version: number): TaskOffset {
  const subtopologyId = reader.compactString()
  const partition = reader.int32()
  const offset = reader.int64()
  reader.skipTags()
  return { subtopologyId, partition, offset }
}

/** Part of StreamsGroupDescribeResponse. */
export interface KeyValue {
  /** string */
  key: string
  /** string */
  value: string
}

/** What encode takes for {@link KeyValue}: a field left out has its default. */
export interface KeyValueInput {
  key?: string | undefined
  value?: string | undefined
}

export function encodeKeyValue(writer: Writer, message: KeyValueInput, _version: number): void {
  const { key = '', value = '' } = message
  writer.compactString(key)
  writer.compactString(value)
  writer.int8(0)
}

export function decodeKeyValue(reader: Reader, _version: number): KeyValue {
  const key = reader.compactString()
  const value = reader.compactString()
  reader.skipTags()
  return { key, value }
}

/** Part of StreamsGroupDescribeResponse. */
export interface Endpoint {
  /** string */
  host: string
  /** uint16 */
  port: number
}

/** What encode takes for {@link Endpoint}: a field left out has its default. */
export interface EndpointInput {
  host?: string | undefined
  port?: number | undefined
}

export function encodeEndpoint(writer: Writer, message: EndpointInput, _version: number): void {
  const { host = '', port = 0 } = message
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeEndpoint(reader: Reader, _version: number): Endpoint {
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { host, port }
}

/** Part of StreamsGroupDescribeResponse. */
export interface Topology {
  /** int32 */
  epoch: number
  /** array of Subtopology; may be null; default null */
  subtopologies: Subtopology[] | null
}

/** What encode takes for {@link Topology}: a field left out has its default. */
export interface TopologyInput {
  epoch?: number | undefined
  subtopologies?: readonly SubtopologyInput[] | null | undefined
}

export function encodeTopology(writer: Writer, message: TopologyInput, version: number): void {
  const { epoch = 0, subtopologies = null } = message
  writer.int32(epoch)
  if (subtopologies === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(subtopologies.length)
    for (const element of subtopologies) encodeSubtopology(writer, element, version)
  }
  writer.int8(0)
}

export function decodeTopology(reader: Reader, version: number): Topology {
  const epoch = reader.int32()
  let subtopologies: Subtopology[] | null = []
  const subtopologiesCount = reader.compactNullableArrayLength(6)
  if (subtopologiesCount < 0) subtopologies = null
  else for (let i = 0; i < subtopologiesCount; i++) subtopologies.push(decodeSubtopology(reader, version))
  reader.skipTags()
  return { epoch, subtopologies }
}

/** Part of StreamsGroupDescribeResponse. */
export interface Subtopology {
  /** string */
  subtopologyId: string
  /** array of string */
  sourceTopics: string[]
  /** array of string */
  repartitionSinkTopics: string[]
  /** array of TopicInfo */
  stateChangelogTopics: TopicInfo[]
  /** array of TopicInfo */
  repartitionSourceTopics: TopicInfo[]
}

/** What encode takes for {@link Subtopology}: a field left out has its default. */
export interface SubtopologyInput {
  subtopologyId?: string | undefined
  sourceTopics?: readonly string[] | undefined
  repartitionSinkTopics?: readonly string[] | undefined
  stateChangelogTopics?: readonly TopicInfoInput[] | undefined
  repartitionSourceTopics?: readonly TopicInfoInput[] | undefined
}

export function encodeSubtopology(writer: Writer, message: SubtopologyInput, version: number): void {
  const {
    subtopologyId = '',
    sourceTopics = [],
    repartitionSinkTopics = [],
    stateChangelogTopics = [],
    repartitionSourceTopics = []
  } = message
  writer.compactString(subtopologyId)
  writer.compactArrayLength(sourceTopics.length)
  for (const element of sourceTopics) writer.compactString(element)
  writer.compactArrayLength(repartitionSinkTopics.length)
  for (const element of repartitionSinkTopics) writer.compactString(element)
  writer.compactArrayLength(stateChangelogTopics.length)
  for (const element of stateChangelogTopics) encodeTopicInfo(writer, element, version)
  writer.compactArrayLength(repartitionSourceTopics.length)
  for (const element of repartitionSourceTopics) encodeTopicInfo(writer, element, version)
  writer.int8(0)
}

export function decodeSubtopology(reader: Reader, version: number): Subtopology {
  const subtopologyId = reader.compactString()
  const sourceTopics: string[] = []
  const sourceTopicsCount = reader.compactArrayLength(1)
  for (let i = 0; i < sourceTopicsCount; i++) sourceTopics.push(reader.compactString())
  const repartitionSinkTopics: string[] = []
  const repartitionSinkTopicsCount = reader.compactArrayLength(1)
  for (let i = 0; i < repartitionSinkTopicsCount; i++) repartitionSinkTopics.push(reader.compactString())
  const stateChangelogTopics: TopicInfo[] = []
  const stateChangelogTopicsCount = reader.compactArrayLength(9)
  for (let i = 0; i < stateChangelogTopicsCount; i++) stateChangelogTopics.push(decodeTopicInfo(reader, version))
  const repartitionSourceTopics: TopicInfo[] = []
  const repartitionSourceTopicsCount = reader.compactArrayLength(9)
  for (let i = 0; i < repartitionSourceTopicsCount; i++) repartitionSourceTopics.push(decodeTopicInfo(reader, version))
  reader.skipTags()
  return { subtopologyId, sourceTopics, repartitionSinkTopics, stateChangelogTopics, repartitionSourceTopics }
}

/** Part of StreamsGroupDescribeResponse. */
export interface TopicInfo {
  /** string */
  name: string
  /** int32 */
  partitions: number
  /** int16 */
  replicationFactor: number
  /** array of KeyValue */
  topicConfigs: KeyValue[]
}

/** What encode takes for {@link TopicInfo}: a field left out has its default. */
export interface TopicInfoInput {
  name?: string | undefined
  partitions?: number | undefined
  replicationFactor?: number | undefined
  topicConfigs?: readonly KeyValueInput[] | undefined
}

export function encodeTopicInfo(writer: Writer, message: TopicInfoInput, version: number): void {
  const { name = '', partitions = 0, replicationFactor = 0, topicConfigs = [] } = message
  writer.compactString(name)
  writer.int32(partitions)
  writer.int16(replicationFactor)
  writer.compactArrayLength(topicConfigs.length)
  for (const element of topicConfigs) encodeKeyValue(writer, element, version)
  writer.int8(0)
}

export function decodeTopicInfo(reader: Reader, version: number): TopicInfo {
  const name = reader.compactString()
  const partitions = reader.int32()
  const replicationFactor = reader.int16()
  const topicConfigs: KeyValue[] = []
  const topicConfigsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicConfigsCount; i++) topicConfigs.push(decodeKeyValue(reader, version))
  reader.skipTags()
  return { name, partitions, replicationFactor, topicConfigs }
}

export const streamsGroupDescribeResponseCodec: MessageCodec<StreamsGroupDescribeResponseInput, StreamsGroupDescribeResponse> = {
  name: 'StreamsGroupDescribeResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeStreamsGroupDescribeResponse,
  decode: decodeStreamsGroupDescribeResponse
}
