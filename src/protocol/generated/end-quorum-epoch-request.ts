// Made by scripts/codegen from EndQuorumEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** EndQuorumEpochRequest, versions 0–1. */
export interface EndQuorumEpochRequest {
  /** string; may be null; default null */
  clusterId: string | null
  /** array of TopicData */
  topics: TopicData[]
  /** array of LeaderEndpoint; versions 1+; dropped in other versions */
  leaderEndpoints: LeaderEndpoint[]
}

/** What encode takes for {@link EndQuorumEpochRequest}: a field left out has its default. */
export interface EndQuorumEpochRequestInput {
  clusterId?: string | null | undefined
  topics?: readonly TopicDataInput[] | undefined
  leaderEndpoints?: readonly LeaderEndpointInput[] | undefined
}

export function encodeEndQuorumEpochRequest(writer: Writer, message: EndQuorumEpochRequestInput, version: number): void {
  const { clusterId = null, topics = [], leaderEndpoints = [] } = message
  const flexible = version >= 1
  if (flexible) writer.compactNullableString(clusterId)
  else writer.nullableString(clusterId)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  if (version >= 1) {
    writer.compactArrayLength(leaderEndpoints.length)
    for (const element of leaderEndpoints) encodeLeaderEndpoint(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeEndQuorumEpochRequest(reader: Reader, version: number): EndQuorumEpochRequest {
  const flexible = version >= 1
  const clusterId = flexible ? reader.compactNullableString() : reader.nullableString()
  const topics: TopicData[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  const leaderEndpoints: LeaderEndpoint[] = []
  if (version >= 1) {
    const leaderEndpointsCount = reader.compactArrayLength(5)
    for (let i = 0; i < leaderEndpointsCount; i++) leaderEndpoints.push(decodeLeaderEndpoint(reader, version))
  }
  if (flexible) reader.skipTags()
  return { clusterId, topics, leaderEndpoints }
}

/** Part of EndQuorumEpochRequest. */
export interface LeaderEndpoint {
  /** string; versions 1+ */
  name: string
  /** string; versions 1+ */
  host: string
  /** uint16; versions 1+ */
  port: number
}

/** What encode takes for {@link LeaderEndpoint}: a field left out has its default. */
export interface LeaderEndpointInput {
  name?: string | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeLeaderEndpoint(writer: Writer, message: LeaderEndpointInput, _version: number): void {
  const { name = '', host = '', port = 0 } = message
  writer.compactString(name)
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeLeaderEndpoint(reader: Reader, _version: number): LeaderEndpoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { name, host, port }
}

/** Part of EndQuorumEpochRequest. */
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
  const flexible = version >= 1
  if (flexible) writer.compactString(topicName)
  else writer.string(topicName)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const flexible = version >= 1
  const topicName = flexible ? reader.compactString() : reader.string()
  const partitions: PartitionData[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(14) : reader.arrayLength(16)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  if (flexible) reader.skipTags()
  return { topicName, partitions }
}

/** Part of EndQuorumEpochRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
  /** array of int32; versions 0; dropped in other versions */
  preferredSuccessors: number[]
  /** array of ReplicaInfo; versions 1+; dropped in other versions */
  preferredCandidates: ReplicaInfo[]
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  preferredSuccessors?: readonly number[] | undefined
  preferredCandidates?: readonly ReplicaInfoInput[] | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partitionIndex = 0, leaderId = 0, leaderEpoch = 0, preferredSuccessors = [], preferredCandidates = [] } = message
  const flexible = version >= 1
  writer.int32(partitionIndex)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  if (version <= 0) {
    writer.arrayLength(preferredSuccessors.length)
    for (const element of preferredSuccessors) writer.int32(element)
  }
  if (version >= 1) {
    writer.compactArrayLength(preferredCandidates.length)
    for (const element of preferredCandidates) encodeReplicaInfo(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 1
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const preferredSuccessors: number[] = []
  if (version <= 0) {
    const preferredSuccessorsCount = reader.arrayLength(4)
    for (let i = 0; i < preferredSuccessorsCount; i++) preferredSuccessors.push(reader.int32())
  }
  const preferredCandidates: ReplicaInfo[] = []
  if (version >= 1) {
    const preferredCandidatesCount = reader.compactArrayLength(21)
    for (let i = 0; i < preferredCandidatesCount; i++) preferredCandidates.push(decodeReplicaInfo(reader, version))
  }
  if (flexible) reader.skipTags()
  return { partitionIndex, leaderId, leaderEpoch, preferredSuccessors, preferredCandidates }
}

/** Part of EndQuorumEpochRequest. */
export interface ReplicaInfo {
  /** int32; versions 1+ */
  candidateId: number
  /** uuid; versions 1+ */
  candidateDirectoryId: string
}

/** What encode takes for {@link ReplicaInfo}: a field left out has its default. */
export interface ReplicaInfoInput {
  candidateId?: number | undefined
  candidateDirectoryId?: string | undefined
}

export function encodeReplicaInfo(writer: Writer, message: ReplicaInfoInput, _version: number): void {
  const { candidateId = 0, candidateDirectoryId = zeroUuid } = message
  writer.int32(candidateId)
  writer.uuid(candidateDirectoryId)
  writer.int8(0)
}

export function decodeReplicaInfo(reader: Reader, _version: number): ReplicaInfo {
  const candidateId = reader.int32()
  const candidateDirectoryId = reader.uuid()
  reader.skipTags()
  return { candidateId, candidateDirectoryId }
}

export const endQuorumEpochRequestCodec: MessageCodec<EndQuorumEpochRequestInput, EndQuorumEpochRequest> = {
  name: 'EndQuorumEpochRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeEndQuorumEpochRequest,
  decode: decodeEndQuorumEpochRequest
}
