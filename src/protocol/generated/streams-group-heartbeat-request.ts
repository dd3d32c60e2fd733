// Made by scripts/codegen from StreamsGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** StreamsGroupHeartbeatRequest, versions 0. */
export interface StreamsGroupHeartbeatRequest {
  /** string */
  groupId: string
  /** string */
  memberId: string
  /** int32 */
  memberEpoch: number
  /** int32 */
  endpointInformationEpoch: number
  /** string; may be null; default null */
  instanceId: string | null
  /** string; may be null; default null */
  rackId: string | null
  /** int32; default -1 */
  rebalanceTimeoutMs: number
  /** Topology; may be null; default null */
  topology: Topology | null
  /** array of TaskIds; may be null; default null */
  activeTasks: TaskIds[] | null
  /** array of TaskIds; may be null; default null */
  standbyTasks: TaskIds[] | null
  /** array of TaskIds; may be null; default null */
  warmupTasks: TaskIds[] | null
  /** string; may be null; default null */
  processId: string | null
  /** Endpoint; may be null; default null */
  userEndpoint: Endpoint | null
  /** array of KeyValue; may be null; default null */
  clientTags: KeyValue[] | null
  /** array of TaskOffset; may be null; default null */
  taskOffsets: TaskOffset[] | null
  /** array of TaskOffset; may be null; default null */
  taskEndOffsets: TaskOffset[] | null
  /** bool */
  shutdownApplication: boolean
}

/** What encode takes for {@link StreamsGroupHeartbeatRequest}: a field left out has its default. */
export interface StreamsGroupHeartbeatRequestInput {
  groupId?: string | undefined
  memberId?: string | undefined
  memberEpoch?: number | undefined
  endpointInformationEpoch?: number | undefined
  instanceId?: string | null | undefined
  rackId?: string | null | undefined
  rebalanceTimeoutMs?: number | undefined
  topology?: TopologyInput | null | undefined
  activeTasks?: readonly TaskIdsInput[] | null | undefined
  standbyTasks?: readonly TaskIdsInput[] | null | undefined
  warmupTasks?: readonly TaskIdsInput[] | null | undefined
  processId?: string | null | undefined
  userEndpoint?: EndpointInput | null | undefined
  clientTags?: readonly KeyValueInput[] | null | undefined
  taskOffsets?: readonly TaskOffsetInput[] | null | undefined
  taskEndOffsets?: readonly TaskOffsetInput[] | null | undefined
  shutdownApplication?: boolean | undefined
}

export function encodeStreamsGroupHeartbeatRequest(writer: Writer, message: StreamsGroupHeartbeatRequestInput, version: number): void {
  const {
    groupId = '',
    memberId = '',
    memberEpoch = 0,
    endpointInformationEpoch = 0,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    topology = null,
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    processId = null,
    userEndpoint = null,
    clientTags = null,
    taskOffsets = null,
    taskEndOffsets = null,
    shutdownApplication = false
  } = message
  writer.compactString(groupId)
  writer.compactString(memberId)
  writer.int32(memberEpoch)
  writer.int32(endpointInformationEpoch)
  writer.compactNullableString(instanceId)
  writer.compactNullableString(rackId)
  writer.int32(rebalanceTimeoutMs)
  if (topology === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeTopology(writer, topology, version)
  }
  if (activeTasks === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(activeTasks.length)
    for (const element of activeTasks) encodeTaskIds(writer, element, version)
  }
  if (standbyTasks === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(standbyTasks.length)
    for (const element of standbyTasks) encodeTaskIds(writer, element, version)
  }
  if (warmupTasks === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(warmupTasks.length)
    for (const element of warmupTasks) encodeTaskIds(writer, element, version)
  }
  writer.compactNullableString(processId)
  if (userEndpoint === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeEndpoint(writer, userEndpoint, version)
  }
  if (clientTags === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(clientTags.length)
    for (const element of clientTags) encodeKeyValue(writer, element, version)
  }
  if (taskOffsets === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(taskOffsets.length)
    for (const element of taskOffsets) encodeTaskOffset(writer, element, version)
  }
  if (taskEndOffsets === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(taskEndOffsets.length)
    for (const element of taskEndOffsets) encodeTaskOffset(writer, element, version)
  }
  writer.bool(shutdownApplication)
  writer.int8(0)
}

export function decodeStreamsGroupHeartbeatRequest(reader: Reader, version: number): StreamsGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const endpointInformationEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const rebalanceTimeoutMs = reader.int32()
  const topology = reader.structPresent() ? decodeTopology(reader, version) : null
  let activeTasks: TaskIds[] | null = []
  const activeTasksCount = reader.compactNullableArrayLength(3)
  if (activeTasksCount < 0) activeTasks = null
  else for (let i = 0; i < activeTasksCount; i++) activeTasks.push(decodeTaskIds(reader, version))
  let standbyTasks: TaskIds[] | null = []
  const standbyTasksCount = reader.compactNullableArrayLength(3)
  if (standbyTasksCount < 0) standbyTasks = null
  else for (let i = 0; i < standbyTasksCount; i++) standbyTasks.push(decodeTaskIds(reader, version))
  let warmupTasks: TaskIds[] | null = []
  const warmupTasksCount = reader.compactNullableArrayLength(3)
  if (warmupTasksCount < 0) warmupTasks = null
  else for (let i = 0; i < warmupTasksCount; i++) warmupTasks.push(decodeTaskIds(reader, version))
  const processId = reader.compactNullableString()
  const userEndpoint = reader.structPresent() ? decodeEndpoint(reader, version) : null
  let clientTags: KeyValue[] | null = []
  const clientTagsCount = reader.compactNullableArrayLength(3)
  if (clientTagsCount < 0) clientTags = null
  else for (let i = 0; i < clientTagsCount; i++) clientTags.push(decodeKeyValue(reader, version))
  let taskOffsets: TaskOffset[] | null = []
  const taskOffsetsCount = reader.compactNullableArrayLength(14)
  if (taskOffsetsCount < 0) taskOffsets = null
  else for (let i = 0; i < taskOffsetsCount; i++) taskOffsets.push(decodeTaskOffset(reader, version))
  let taskEndOffsets: TaskOffset[] | null = []
  const taskEndOffsetsCount = reader.compactNullableArrayLength(14)
  if (taskEndOffsetsCount < 0) taskEndOffsets = null
  else for (let i = 0; i < taskEndOffsetsCount; i++) taskEndOffsets.push(decodeTaskOffset(reader, version))
  const shutdownApplication = reader.bool()
  reader.skipTags()
  return {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    topology,
    activeTasks,
    standbyTasks,
    warmupTasks,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    shutdownApplication
  }
}

/** Part of StreamsGroupHeartbeatRequest. */
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

/** Part of StreamsGroupHeartbeatRequest. */
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

/** Part of StreamsGroupHeartbeatRequest. */
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

/** Part of StreamsGroupHeartbeatRequest. */
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

/** Part of StreamsGroupHeartbeatRequest. */
export interface Topology {
  /** int32 */
  epoch: number
  /** array of Subtopology */
  subtopologies: Subtopology[]
}

/** What encode takes for {@link Topology}: a field left out has its default. */
export interface TopologyInput {
  epoch?: number | undefined
  subtopologies?: readonly SubtopologyInput[] | undefined
}

export function encodeTopology(writer: Writer, message: TopologyInput, version: number): void {
  const { epoch = 0, subtopologies = [] } = message
  writer.int32(epoch)
  writer.compactArrayLength(subtopologies.length)
  for (const element of subtopologies) encodeSubtopology(writer, element, version)
  writer.int8(0)
}

export function decodeTopology(reader: Reader, version: number): Topology {
  const epoch = reader.int32()
  const subtopologies: Subtopology[] = []
  const subtopologiesCount = reader.compactArrayLength(8)
  for (let i = 0; i < subtopologiesCount; i++) subtopologies.push(decodeSubtopology(reader, version))
  reader.skipTags()
  return { epoch, subtopologies }
}

/** Part of StreamsGroupHeartbeatRequest. */
export interface Subtopology {
  /** string */
  subtopologyId: string
  /** array of string */
  sourceTopics: string[]
  /** array of string */
  sourceTopicRegex: string[]
  /** array of TopicInfo */
  stateChangelogTopics: TopicInfo[]
  /** array of string */
  repartitionSinkTopics: string[]
  /** array of TopicInfo */
  repartitionSourceTopics: TopicInfo[]
  /** array of CopartitionGroup */
  copartitionGroups: CopartitionGroup[]
}

/** What encode takes for {@link Subtopology}: a field left out has its default. */
export interface SubtopologyInput {
  subtopologyId?: string | undefined
  sourceTopics?: readonly string[] | undefined
  sourceTopicRegex?: readonly string[] | undefined
  stateChangelogTopics?: readonly TopicInfoInput[] | undefined
  repartitionSinkTopics?: readonly string[] | undefined
  repartitionSourceTopics?: readonly TopicInfoInput[] | undefined
  copartitionGroups?: readonly CopartitionGroupInput[] | undefined
}

export function encodeSubtopology(writer: Writer, message: SubtopologyInput, version: number): void {
  const {
    subtopologyId = '',
    sourceTopics = [],
    sourceTopicRegex = [],
    stateChangelogTopics = [],
    repartitionSinkTopics = [],
    repartitionSourceTopics = [],
    copartitionGroups = []
  } = message
  writer.compactString(subtopologyId)
  writer.compactArrayLength(sourceTopics.length)
  for (const element of sourceTopics) writer.compactString(element)
  writer.compactArrayLength(sourceTopicRegex.length)
  for (const element of sourceTopicRegex) writer.compactString(element)
  writer.compactArrayLength(stateChangelogTopics.length)
  for (const element of stateChangelogTopics) encodeTopicInfo(writer, element, version)
  writer.compactArrayLength(repartitionSinkTopics.length)
  for (const element of repartitionSinkTopics) writer.compactString(element)
  writer.compactArrayLength(repartitionSourceTopics.length)
  for (const element of repartitionSourceTopics) encodeTopicInfo(writer, element, version)
  writer.compactArrayLength(copartitionGroups.length)
  for (const element of copartitionGroups) encodeCopartitionGroup(writer, element, version)
  writer.int8(0)
}

export function decodeSubtopology(reader: Reader, version: number): Subtopology {
  const subtopologyId = reader.compactString()
  const sourceTopics: string[] = []
  const sourceTopicsCount = reader.compactArrayLength(1)
  for (let i = 0; i < sourceTopicsCount; i++) sourceTopics.push(reader.compactString())
  const sourceTopicRegex: string[] = []
  const sourceTopicRegexCount = reader.compactArrayLength(1)
  for (let i = 0; i < sourceTopicRegexCount; i++) sourceTopicRegex.push(reader.compactString())
  const stateChangelogTopics: TopicInfo[] = []
  const stateChangelogTopicsCount = reader.compactArrayLength(9)
  for (let i = 0; i < stateChangelogTopicsCount; i++) stateChangelogTopics.push(decodeTopicInfo(reader, version))
  const repartitionSinkTopics: string[] = []
  const repartitionSinkTopicsCount = reader.compactArrayLength(1)
  for (let i = 0; i < repartitionSinkTopicsCount; i++) repartitionSinkTopics.push(reader.compactString())
  const repartitionSourceTopics: TopicInfo[] = []
  const repartitionSourceTopicsCount = reader.compactArrayLength(9)
  for (let i = 0; i < repartitionSourceTopicsCount; i++) repartitionSourceTopics.push(decodeTopicInfo(reader, version))
  const copartitionGroups: CopartitionGroup[] = []
  const copartitionGroupsCount = reader.compactArrayLength(4)
  for (let i = 0; i < copartitionGroupsCount; i++) copartitionGroups.push(decodeCopartitionGroup(reader, version))
  reader.skipTags()
  return {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups
  }
}

/** Part of StreamsGroupHeartbeatRequest. */
export interface CopartitionGroup {
  /** array of int16 */
  sourceTopics: number[]
  /** array of int16 */
  sourceTopicRegex: number[]
  /** array of int16 */
  repartitionSourceTopics: number[]
}

/** What encode takes for {@link CopartitionGroup}: a field left out has its default. */
export interface CopartitionGroupInput {
  sourceTopics?: readonly number[] | undefined
  sourceTopicRegex?: readonly number[] | undefined
  repartitionSourceTopics?: readonly number[] | undefined
}

export function encodeCopartitionGroup(writer: Writer, message: CopartitionGroupInput, _version: number): void {
  const { sourceTopics = [], sourceTopicRegex = [], repartitionSourceTopics = [] } = message
  writer.compactArrayLength(sourceTopics.length)
  for (const element of sourceTopics) writer.int16(element)
  writer.compactArrayLength(sourceTopicRegex.length)
  for (const element of sourceTopicRegex) writer.int16(element)
  writer.compactArrayLength(repartitionSourceTopics.length)
  for (const element of repartitionSourceTopics) writer.int16(element)
  writer.int8(0)
}

export function decodeCopartitionGroup(reader: Reader, _version: number): CopartitionGroup {
  const sourceTopics: number[] = []
  const sourceTopicsCount = reader.compactArrayLength(2)
  for (let i = 0; i < sourceTopicsCount; i++) sourceTopics.push(reader.int16())
  const sourceTopicRegex: number[] = []
  const sourceTopicRegexCount = reader.compactArrayLength(2)
  for (let i = 0; i < sourceTopicRegexCount; i++) sourceTopicRegex.push(reader.int16())
  const repartitionSourceTopics: number[] = []
  const repartitionSourceTopicsCount = reader.compactArrayLength(2)
  for (let i = 0; i < repartitionSourceTopicsCount; i++) repartitionSourceTopics.push(reader.int16())
  reader.skipTags()
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics }
}

/** Part of StreamsGroupHeartbeatRequest. */
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

export const streamsGroupHeartbeatRequestCodec: MessageCodec<StreamsGroupHeartbeatRequestInput, StreamsGroupHeartbeatRequest> = {
  name: 'StreamsGroupHeartbeatRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeStreamsGroupHeartbeatRequest,
  decode: decodeStreamsGroupHeartbeatRequest
}
