// Made by scripts/codegen from BeginQuorumEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** BeginQuorumEpochRequest, versions 0–1. */
export interface BeginQuorumEpochRequest {
  /** string; may be null; default null */
  clusterId: string | null
  /** int32; versions 1+; default -1; dropped in other versions */
  voterId: number
  /** array of TopicData */
  topics: TopicData[]
  /** array of LeaderEndpoint; versions 1+; dropped in other versions */
  leaderEndpoints: LeaderEndpoint[]
}

/** What encode takes for {@link BeginQuorumEpochRequest}: a field left out has its default. */
export interface BeginQuorumEpochRequestInput {
  clusterId?: string | null | undefined
  voterId?: number | undefined
  topics?: readonly TopicDataInput[] | undefined
  leaderEndpoints?: readonly LeaderEndpointInput[] | undefined
}

export function encodeBeginQuorumEpochRequest(writer: Writer, message: BeginQuorumEpochRequestInput, version: number): void {
  const { clusterId = null, voterId = -1, topics = [], leaderEndpoints = [] } = message
  const flexible = version >= 1
  if (flexible) writer.compactNullableString(clusterId)
  else writer.nullableString(clusterId)
  if (version >= 1) writer.int32(voterId)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  if (version >= 1) {
    writer.compactArrayLength(leaderEndpoints.length)
    for (const element of leaderEndpoints) encodeLeaderEndpoint(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeBeginQuorumEpochRequest(reader: Reader, version: number): BeginQuorumEpochRequest {
  const flexible = version >= 1
  const clusterId = flexible ? reader.compactNullableString() : reader.nullableString()
  const voterId = version >= 1 ? reader.int32() : -1
  const topics: TopicData[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  const leaderEndpoints: LeaderEndpoint[] = []
  if (version >= 1) {
    const leaderEndpointsCount = reader.compactArrayLength(5)
    for (let i = 0; i < leaderEndpointsCount; i++) leaderEndpoints.push(decodeLeaderEndpoint(reader, version))
  }
  if (flexible) reader.skipTags()
  return { clusterId, voterId, topics, leaderEndpoints }
}

/** Part of BeginQuorumEpochRequest. */
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

/** Part of BeginQuorumEpochRequest. */
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
  const partitionsCount = flexible ? reader.compactArrayLength(29) : reader.arrayLength(12)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  if (flexible) reader.skipTags()
  return { topicName, partitions }
}

/** Part of BeginQuorumEpochRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** uuid; versions 1+; dropped in other versions */
  voterDirectoryId: string
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  voterDirectoryId?: string | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partitionIndex = 0, voterDirectoryId = zeroUuid, leaderId = 0, leaderEpoch = 0 } = message
  const flexible = version >= 1
  writer.int32(partitionIndex)
  if (version >= 1) writer.uuid(voterDirectoryId)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  if (flexible) writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 1
  const partitionIndex = reader.int32()
  const voterDirectoryId = version >= 1 ? reader.uuid() : zeroUuid
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  if (flexible) reader.skipTags()
  return { partitionIndex, voterDirectoryId, leaderId, leaderEpoch }
}

export const beginQuorumEpochRequestCodec: MessageCodec<BeginQuorumEpochRequestInput, BeginQuorumEpochRequest> = {
  name: 'BeginQuorumEpochRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeBeginQuorumEpochRequest,
  decode: decodeBeginQuorumEpochRequest
}
