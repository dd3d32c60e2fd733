// Made by scripts/codegen from DescribeQuorumResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DescribeQuorumResponse, versions 0–2. */
export interface DescribeQuorumResponse {
  /** int16 */
  errorCode: number
  /** string; versions 2+; may be null; dropped in other versions */
  errorMessage: string | null
  /** array of TopicData */
  topics: TopicData[]
  /** array of Node; versions 2+ */
  nodes: Node[]
}

/** What encode takes for {@link DescribeQuorumResponse}: a field left out has its default. */
export interface DescribeQuorumResponseInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  topics?: readonly TopicDataInput[] | undefined
  nodes?: readonly NodeInput[] | undefined
}

export function encodeDescribeQuorumResponse(writer: Writer, message: DescribeQuorumResponseInput, version: number): void {
  const { errorCode = 0, errorMessage = '', topics = [], nodes = [] } = message
  writer.int16(errorCode)
  if (version >= 2) writer.compactNullableString(errorMessage)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  if (version >= 2) {
    writer.compactArrayLength(nodes.length)
    for (const element of nodes) encodeNode(writer, element, version)
  }
  if (version < 2 && nodes.length !== 0) notInVersion('DescribeQuorumResponse', 'nodes', version)
  writer.int8(0)
}

export function decodeDescribeQuorumResponse(reader: Reader, version: number): DescribeQuorumResponse {
  const errorCode = reader.int16()
  const errorMessage = version >= 2 ? reader.compactNullableString() : ''
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  const nodes: Node[] = []
  if (version >= 2) {
    const nodesCount = reader.compactArrayLength(6)
    for (let i = 0; i < nodesCount; i++) nodes.push(decodeNode(reader, version))
  }
  reader.skipTags()
  return { errorCode, errorMessage, topics, nodes }
}

/** Part of DescribeQuorumResponse. */
export interface Node {
  /** int32; versions 2+ */
  nodeId: number
  /** array of Listener; versions 2+ */
  listeners: Listener[]
}

/** What encode takes for {@link Node}: a field left out has its default. */
export interface NodeInput {
  nodeId?: number | undefined
  listeners?: readonly ListenerInput[] | undefined
}

export function encodeNode(writer: Writer, message: NodeInput, version: number): void {
  const { nodeId = 0, listeners = [] } = message
  writer.int32(nodeId)
  writer.compactArrayLength(listeners.length)
  for (const element of listeners) encodeListener(writer, element, version)
  writer.int8(0)
}

export function decodeNode(reader: Reader, version: number): Node {
  const nodeId = reader.int32()
  const listeners: Listener[] = []
  const listenersCount = reader.compactArrayLength(5)
  for (let i = 0; i < listenersCount; i++) listeners.push(decodeListener(reader, version))
  reader.skipTags()
  return { nodeId, listeners }
}

/** Part of DescribeQuorumResponse. */
export interface Listener {
  /** string; versions 2+ */
  name: string
  /** string; versions 2+ */
  host: string
  /** uint16; versions 2+ */
  port: number
}

/** What encode takes for {@link Listener}: a field left out has its default. */
export interface ListenerInput {
  name?: string | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeListener(writer: Writer, message: ListenerInput, _version: number): void {
  const { name = '', host = '', port = 0 } = message
  writer.compactString(name)
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeListener(reader: Reader, _version: number): Listener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { name, host, port }
}

/** Part of DescribeQuorumResponse. */
export interface TopicData {
  /** string */
  topicName: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topicName?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, version: number): void {
  const { topicName = '', partitions = [] } = message
  writer.compactString(topicName)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const topicName = reader.compactString()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(25)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicName, partitions }
}

/** Part of DescribeQuorumResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; versions 2+; may be null; dropped in other versions */
  errorMessage: string | null
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
  /** int64 */
  highWatermark: bigint
  /** array of ReplicaState */
  currentVoters: ReplicaState[]
  /** array of ReplicaState */
  observers: ReplicaState[]
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  highWatermark?: bigint | undefined
  currentVoters?: readonly ReplicaStateInput[] | undefined
  observers?: readonly ReplicaStateInput[] | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = '',
    leaderId = 0,
    leaderEpoch = 0,
    highWatermark = 0n,
    currentVoters = [],
    observers = []
  } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  if (version >= 2) writer.compactNullableString(errorMessage)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  writer.int64(highWatermark)
  writer.compactArrayLength(currentVoters.length)
  for (const element of currentVoters) encodeReplicaState(writer, element, version)
  writer.compactArrayLength(observers.length)
  for (const element of observers) encodeReplicaState(writer, element, version)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = version >= 2 ? reader.compactNullableString() : ''
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const highWatermark = reader.int64()
  const currentVoters: ReplicaState[] = []
  const currentVotersCount = reader.compactArrayLength(13)
  for (let i = 0; i < currentVotersCount; i++) currentVoters.push(decodeReplicaState(reader, version))
  const observers: ReplicaState[] = []
  const observersCount = reader.compactArrayLength(13)
  for (let i = 0; i < observersCount; i++) observers.push(decodeReplicaState(reader, version))
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage, leaderId, leaderEpoch, highWatermark, currentVoters, observers }
}

/** Part of DescribeQuorumResponse. */
export interface ReplicaState {
  /** int32 */
  replicaId: number
  /** uuid; versions 2+ */
  replicaDirectoryId: string
  /** int64 */
  logEndOffset: bigint
  /** int64; versions 1+; default -1n; dropped in other versions */
  lastFetchTimestamp: bigint
  /** int64; versions 1+; default -1n; dropped in other versions */
  lastCaughtUpTimestamp: bigint
}

/** What encode takes for {@link ReplicaState}: a field left out has its default. */
export interface ReplicaStateInput {
  replicaId?: number | undefined
  replicaDirectoryId?: string | undefined
  logEndOffset?: bigint | undefined
  lastFetchTimestamp?: bigint | undefined
  lastCaughtUpTimestamp?: bigint | undefined
}

export function encodeReplicaState(writer: Writer, message: ReplicaStateInput, version: number): void {
  const { replicaId = 0, replicaDirectoryId = zeroUuid, logEndOffset = 0n, lastFetchTimestamp = -1n, lastCaughtUpTimestamp = -1n } = message
  writer.int32(replicaId)
  if (version >= 2) writer.uuid(replicaDirectoryId)
  if (version < 2 && replicaDirectoryId !== zeroUuid) notInVersion('DescribeQuorumResponse', 'ReplicaState.replicaDirectoryId', version)
  writer.int64(logEndOffset)
  if (version >= 1) writer.int64(lastFetchTimestamp)
  if (version >= 1) writer.int64(lastCaughtUpTimestamp)
  writer.int8(0)
}

export function decodeReplicaState(reader: Reader, version: number): ReplicaState {
  const replicaId = reader.int32()
  const replicaDirectoryId = version >= 2 ? reader.uuid() : zeroUuid
  const logEndOffset = reader.int64()
  const lastFetchTimestamp = version >= 1 ? reader.int64() : -1n
  const lastCaughtUpTimestamp = version >= 1 ? reader.int64() : -1n
  reader.skipTags()
  return { replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp }
}

export const describeQuorumResponseCodec: MessageCodec<DescribeQuorumResponseInput, DescribeQuorumResponse> = {
  name: 'DescribeQuorumResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeQuorumResponse,
  decode: decodeDescribeQuorumResponse
}
