// Made by scripts/codegen from StreamsGroupHeartbeatResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** StreamsGroupHeartbeatResponse, versions 0. */
export interface StreamsGroupHeartbeatResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** string */
  memberId: string
  /** int32 */
  memberEpoch: number
  /** int32 */
  heartbeatIntervalMs: number
  /** int32 */
  acceptableRecoveryLag: number
  /** int32 */
  taskOffsetIntervalMs: number
  /** array of Status; may be null */
  status: Status[] | null
  /** array of TaskIds; may be null; default null */
  activeTasks: TaskIds[] | null
  /** array of TaskIds; may be null; default null */
  standbyTasks: TaskIds[] | null
  /** array of TaskIds; may be null; default null */
  warmupTasks: TaskIds[] | null
  /** int32 */
  endpointInformationEpoch: number
  /** array of EndpointToPartitions; may be null; default null */
  partitionsByUserEndpoint: EndpointToPartitions[] | null
}

/** What encode takes for {@link StreamsGroupHeartbeatResponse}: a field left out has its default. */
export interface StreamsGroupHeartbeatResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  memberId?: string | undefined
  memberEpoch?: number | undefined
  heartbeatIntervalMs?: number | undefined
  acceptableRecoveryLag?: number | undefined
  taskOffsetIntervalMs?: number | undefined
  status?: readonly StatusInput[] | null | undefined
  activeTasks?: readonly TaskIdsInput[] | null | undefined
  standbyTasks?: readonly TaskIdsInput[] | null | undefined
  warmupTasks?: readonly TaskIdsInput[] | null | undefined
  endpointInformationEpoch?: number | undefined
  partitionsByUserEndpoint?: readonly EndpointToPartitionsInput[] | null | undefined
}

export function encodeStreamsGroupHeartbeatResponse(writer: Writer, message: StreamsGroupHeartbeatResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    memberId = '',
    memberEpoch = 0,
    heartbeatIntervalMs = 0,
    acceptableRecoveryLag = 0,
    taskOffsetIntervalMs = 0,
    status = [],
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    endpointInformationEpoch = 0,
    partitionsByUserEndpoint = null
  } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.compactString(memberId)
  writer.int32(memberEpoch)
  writer.int32(heartbeatIntervalMs)
  writer.int32(acceptableRecoveryLag)
  writer.int32(taskOffsetIntervalMs)
  if (status === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(status.length)
    for (const element of status) encodeStatus(writer, element, version)
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
  writer.int32(endpointInformationEpoch)
  if (partitionsByUserEndpoint === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(partitionsByUserEndpoint.length)
    for (const element of partitionsByUserEndpoint) encodeEndpointToPartitions(writer, element, version)
  }
  writer.int8(0)
}

export function decodeStreamsGroupHeartbeatResponse(reader: Reader, version: number): StreamsGroupHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const heartbeatIntervalMs = reader.int32()
  const acceptableRecoveryLag = reader.int32()
  const taskOffsetIntervalMs = reader.int32()
  let status: Status[] | null = []
  const statusCount = reader.compactNullableArrayLength(3)
  if (statusCount < 0) status = null
  else for (let i = 0; i < statusCount; i++) status.push(decodeStatus(reader, version))
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
  const endpointInformationEpoch = reader.int32()
  let partitionsByUserEndpoint: EndpointToPartitions[] | null = []
  const partitionsByUserEndpointCount = reader.compactNullableArrayLength(7)
  if (partitionsByUserEndpointCount < 0) partitionsByUserEndpoint = null
  else for (let i = 0; i < partitionsByUserEndpointCount; i++) partitionsByUserEndpoint.push(decodeEndpointToPartitions(reader, version))
  reader.skipTags()
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLag,
    taskOffsetIntervalMs,
    status,
    activeTasks,
    standbyTasks,
    warmupTasks,
    endpointInformationEpoch,
    partitionsByUserEndpoint
  }
}

/** Part of StreamsGroupHeartbeatResponse. */
export interface EndpointToPartitions {
  /** Endpoint */
  userEndpoint: Endpoint
  /** array of TopicPartition */
  activePartitions: TopicPartition[]
  /** array of TopicPartition */
  standbyPartitions: TopicPartition[]
}

/** What encode takes for {@link EndpointToPartitions}: a field left out has its default. */
export interface EndpointToPartitionsInput {
  userEndpoint?: EndpointInput | undefined
  activePartitions?: readonly TopicPartitionInput[] | undefined
  standbyPartitions?: readonly TopicPartitionInput[] | undefined
}

export function encodeEndpointToPartitions(writer: Writer, message: EndpointToPartitionsInput, version: number): void {
  const { userEndpoint = {}, activePartitions = [], standbyPartitions = [] } = message
  encodeEndpoint(writer, userEndpoint, version)
  writer.compactArrayLength(activePartitions.length)
  for (const element of activePartitions) encodeTopicPartition(writer, element, version)
  writer.compactArrayLength(standbyPartitions.length)
  for (const element of standbyPartitions) encodeTopicPartition(writer, element, version)
  writer.int8(0)
}

export function decodeEndpointToPartitions(reader: Reader, version: number): EndpointToPartitions {
  const userEndpoint = decodeEndpoint(reader, version)
  const activePartitions: TopicPartition[] = []
  const activePartitionsCount = reader.compactArrayLength(3)
  for (let i = 0; i < activePartitionsCount; i++) activePartitions.push(decodeTopicPartition(reader, version))
  const standbyPartitions: TopicPartition[] = []
  const standbyPartitionsCount = reader.compactArrayLength(3)
  for (let i = 0; i < standbyPartitionsCount; i++) standbyPartitions.push(decodeTopicPartition(reader, version))
  reader.skipTags()
  return { userEndpoint, activePartitions, standbyPartitions }
}

/** Part of StreamsGroupHeartbeatResponse. */
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
  writer.compactString(topic)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeTopicPartition(reader: Reader, _version: number): TopicPartition {
  const topic = reader.compactString()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topic, partitions }
}

/** Part of StreamsGroupHeartbeatResponse. */
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

/** Part of StreamsGroupHeartbeatResponse. */
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

/** Part of StreamsGroupHeartbeatResponse. */
export interface Status {
  /** int8 */
  statusCode: number
  /** string */
  statusDetail: string
}

/** What encode takes for {@link Status}: a field left out has its default. */
export interface StatusInput {
  statusCode?: number | undefined
  statusDetail?: string | undefined
}

export function encodeStatus(writer: Writer, message: StatusInput, _version: number): void {
  const { statusCode = 0, statusDetail = '' } = message
  writer.int8(statusCode)
  writer.compactString(statusDetail)
  writer.int8(0)
}

export function decodeStatus(reader: Reader, _version: number): Status {
  const statusCode = reader.int8()
  const statusDetail = reader.compactString()
  reader.skipTags()
  return { statusCode, statusDetail }
}

export const streamsGroupHeartbeatResponseCodec: MessageCodec<StreamsGroupHeartbeatResponseInput, StreamsGroupHeartbeatResponse> = {
  name: 'StreamsGroupHeartbeatResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeStreamsGroupHeartbeatResponse,
  decode: decodeStreamsGroupHeartbeatResponse
}
