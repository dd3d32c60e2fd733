// Made by scripts/codegen from MetadataResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion, notNullInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** MetadataResponse, versions 0–13. */
export interface MetadataResponse {
  /** int32; versions 3+; dropped in other versions */
  throttleTimeMs: number
  /** array of MetadataResponseBroker */
  brokers: MetadataResponseBroker[]
  /** string; versions 2+; may be null; default null; dropped in other versions */
  clusterId: string | null
  /** int32; versions 1+; default -1; dropped in other versions */
  controllerId: number
  /** array of MetadataResponseTopic */
  topics: MetadataResponseTopic[]
  /** int32; versions 8–10; default -2147483648 */
  clusterAuthorizedOperations: number
  /** int16; versions 13+; dropped in other versions */
  errorCode: number
}

/** What encode takes for {@link MetadataResponse}: a field left out has its default. */
export interface MetadataResponseInput {
  throttleTimeMs?: number | undefined
  brokers?: readonly MetadataResponseBrokerInput[] | undefined
  clusterId?: string | null | undefined
  controllerId?: number | undefined
  topics?: readonly MetadataResponseTopicInput[] | undefined
  clusterAuthorizedOperations?: number | undefined
  errorCode?: number | undefined
}

export function encodeMetadataResponse(writer: Writer, message: MetadataResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    brokers = [],
    clusterId = null,
    controllerId = -1,
    topics = [],
    clusterAuthorizedOperations = -2147483648,
    errorCode = 0
  } = message
  const flexible = version >= 9
  if (version >= 3) writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(brokers.length)
  else writer.arrayLength(brokers.length)
  for (const element of brokers) encodeMetadataResponseBroker(writer, element, version)
  if (version >= 2) {
    if (flexible) writer.compactNullableString(clusterId)
    else writer.nullableString(clusterId)
  }
  if (version >= 1) writer.int32(controllerId)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeMetadataResponseTopic(writer, element, version)
  if ((version >= 8 && version <= 10)) writer.int32(clusterAuthorizedOperations)
  if ((version < 8 || version > 10) && clusterAuthorizedOperations !== -2147483648) notInVersion('MetadataResponse', 'clusterAuthorizedOperations', version)
  if (version >= 13) writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeMetadataResponse(reader: Reader, version: number): MetadataResponse {
  const flexible = version >= 9
  const throttleTimeMs = version >= 3 ? reader.int32() : 0
  const brokers: MetadataResponseBroker[] = []
  const brokersCount = flexible ? reader.compactArrayLength(11) : reader.arrayLength(10)
  for (let i = 0; i < brokersCount; i++) brokers.push(decodeMetadataResponseBroker(reader, version))
  const clusterId = version >= 2 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const controllerId = version >= 1 ? reader.int32() : -1
  const topics: MetadataResponseTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(10) : reader.arrayLength(8)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeMetadataResponseTopic(reader, version))
  const clusterAuthorizedOperations = (version >= 8 && version <= 10) ? reader.int32() : -2147483648
  const errorCode = version >= 13 ? reader.int16() : 0
  if (flexible) reader.skipTags()
  return { throttleTimeMs, brokers, clusterId, controllerId, topics, clusterAuthorizedOperations, errorCode }
}

/** Part of MetadataResponse. */
export interface MetadataResponseTopic {
  /** int16 */
  errorCode: number
  /** string; may be null in versions 12+ */
  name: string | null
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** bool; versions 1+; dropped in other versions */
  isInternal: boolean
  /** array of MetadataResponsePartition */
  partitions: MetadataResponsePartition[]
  /** int32; versions 8+; default -2147483648 */
  topicAuthorizedOperations: number
}

/** What encode takes for {@link MetadataResponseTopic}: a field left out has its default. */
export interface MetadataResponseTopicInput {
  errorCode?: number | undefined
  name?: string | null | undefined
  topicId?: string | undefined
  isInternal?: boolean | undefined
  partitions?: readonly MetadataResponsePartitionInput[] | undefined
  topicAuthorizedOperations?: number | undefined
}

export function encodeMetadataResponseTopic(writer: Writer, message: MetadataResponseTopicInput, version: number): void {
  const {
    errorCode = 0,
    name = '',
    topicId = zeroUuid,
    isInternal = false,
    partitions = [],
    topicAuthorizedOperations = -2147483648
  } = message
  const flexible = version >= 9
  writer.int16(errorCode)
  if (version < 12 && name === null) notNullInVersion('MetadataResponse', 'MetadataResponseTopic.name', version)
  if (flexible) writer.compactNullableString(name)
  else writer.nullableString(name)
  if (version >= 10) writer.uuid(topicId)
  if (version >= 1) writer.bool(isInternal)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeMetadataResponsePartition(writer, element, version)
  if (version >= 8) writer.int32(topicAuthorizedOperations)
  if (version < 8 && topicAuthorizedOperations !== -2147483648) notInVersion('MetadataResponse', 'MetadataResponseTopic.topicAuthorizedOperations', version)
  if (flexible) writer.int8(0)
}

export function decodeMetadataResponseTopic(reader: Reader, version: number): MetadataResponseTopic {
  const flexible = version >= 9
  const errorCode = reader.int16()
  const name = version >= 12 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : flexible ? reader.compactString() : reader.string()
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const isInternal = version >= 1 ? reader.bool() : false
  const partitions: MetadataResponsePartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(18) : reader.arrayLength(18)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeMetadataResponsePartition(reader, version))
  const topicAuthorizedOperations = version >= 8 ? reader.int32() : -2147483648
  if (flexible) reader.skipTags()
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations }
}

/** Part of MetadataResponse. */
export interface MetadataResponsePartition {
  /** int16 */
  errorCode: number
  /** int32 */
  partitionIndex: number
  /** int32 */
  leaderId: number
  /** int32; versions 7+; default -1; dropped in other versions */
  leaderEpoch: number
  /** array of int32 */
  replicaNodes: number[]
  /** array of int32 */
  isrNodes: number[]
  /** array of int32; versions 5+; dropped in other versions */
  offlineReplicas: number[]
}

/** What encode takes for {@link MetadataResponsePartition}: a field left out has its default. */
export interface MetadataResponsePartitionInput {
  errorCode?: number | undefined
  partitionIndex?: number | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  replicaNodes?: readonly number[] | undefined
  isrNodes?: readonly number[] | undefined
  offlineReplicas?: readonly number[] | undefined
}

export function encodeMetadataResponsePartition(writer: Writer, message: MetadataResponsePartitionInput, version: number): void {
  const {
    errorCode = 0,
    partitionIndex = 0,
    leaderId = 0,
    leaderEpoch = -1,
    replicaNodes = [],
    isrNodes = [],
    offlineReplicas = []
  } = message
  const flexible = version >= 9
  writer.int16(errorCode)
  writer.int32(partitionIndex)
  writer.int32(leaderId)
  if (version >= 7) writer.int32(leaderEpoch)
  if (flexible) writer.compactArrayLength(replicaNodes.length)
  else writer.arrayLength(replicaNodes.length)
  for (const element of replicaNodes) writer.int32(element)
  if (flexible) writer.compactArrayLength(isrNodes.length)
  else writer.arrayLength(isrNodes.length)
  for (const element of isrNodes) writer.int32(element)
  if (version >= 5) {
    if (flexible) writer.compactArrayLength(offlineReplicas.length)
    else writer.arrayLength(offlineReplicas.length)
    for (const element of offlineReplicas) writer.int32(element)
  }
  if (flexible) writer.int8(0)
}

export function decodeMetadataResponsePartition(reader: Reader, version: number): MetadataResponsePartition {
  const flexible = version >= 9
  const errorCode = reader.int16()
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch = version >= 7 ? reader.int32() : -1
  const replicaNodes: number[] = []
  const replicaNodesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < replicaNodesCount; i++) replicaNodes.push(reader.int32())
  const isrNodes: number[] = []
  const isrNodesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < isrNodesCount; i++) isrNodes.push(reader.int32())
  const offlineReplicas: number[] = []
  if (version >= 5) {
    const offlineReplicasCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
    for (let i = 0; i < offlineReplicasCount; i++) offlineReplicas.push(reader.int32())
  }
  if (flexible) reader.skipTags()
  return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, offlineReplicas }
}

/** Part of MetadataResponse. */
export interface MetadataResponseBroker {
  /** int32 */
  nodeId: number
  /** string */
  host: string
  /** int32 */
  port: number
  /** string; versions 1+; may be null; default null; dropped in other versions */
  rack: string | null
}

/** What encode takes for {@link MetadataResponseBroker}: a field left out has its default. */
export interface MetadataResponseBrokerInput {
  nodeId?: number | undefined
  host?: string | undefined
  port?: number | undefined
  rack?: string | null | undefined
}

export function encodeMetadataResponseBroker(writer: Writer, message: MetadataResponseBrokerInput, version: number): void {
  const { nodeId = 0, host = '', port = 0, rack = null } = message
  const flexible = version >= 9
  writer.int32(nodeId)
  if (flexible) writer.compactString(host)
  else writer.string(host)
  writer.int32(port)
  if (version >= 1) {
    if (flexible) writer.compactNullableString(rack)
    else writer.nullableString(rack)
  }
  if (flexible) writer.int8(0)
}

export function decodeMetadataResponseBroker(reader: Reader, version: number): MetadataResponseBroker {
  const flexible = version >= 9
  const nodeId = reader.int32()
  const host = flexible ? reader.compactString() : reader.string()
  const port = reader.int32()
  const rack = version >= 1 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  if (flexible) reader.skipTags()
  return { nodeId, host, port, rack }
}

export const metadataResponseCodec: MessageCodec<MetadataResponseInput, MetadataResponse> = {
  name: 'MetadataResponse',
  lowestVersion: 0,
  highestVersion: 13,
  lowestFlexibleVersion: 9,
  encode: encodeMetadataResponse,
  decode: decodeMetadataResponse
}
