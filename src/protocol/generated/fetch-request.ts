// Made by scripts/codegen from FetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** FetchRequest, versions 4–18. */
export interface FetchRequest {
  /** string; versions 12+; may be null; tag 0; default null; dropped in other versions */
  clusterId: string | null
  /** int32; versions 4–14; default -1 */
  replicaId: number
  /** ReplicaState; versions 15+; tag 1 */
  replicaState: ReplicaState
  /** int32 */
  maxWaitMs: number
  /** int32 */
  minBytes: number
  /** int32; default 2147483647 */
  maxBytes: number
  /** int8 */
  isolationLevel: number
  /** int32; versions 7+; dropped in other versions */
  sessionId: number
  /** int32; versions 7+; default -1; dropped in other versions */
  sessionEpoch: number
  /** array of FetchTopic */
  topics: FetchTopic[]
  /** array of ForgottenTopic; versions 7+ */
  forgottenTopicsData: ForgottenTopic[]
  /** string; versions 11+; dropped in other versions */
  rackId: string
}

/** What encode takes for {@link FetchRequest}: a field left out has its default. */
export interface FetchRequestInput {
  clusterId?: string | null | undefined
  replicaId?: number | undefined
  replicaState?: ReplicaStateInput | undefined
  maxWaitMs?: number | undefined
  minBytes?: number | undefined
  maxBytes?: number | undefined
  isolationLevel?: number | undefined
  sessionId?: number | undefined
  sessionEpoch?: number | undefined
  topics?: readonly FetchTopicInput[] | undefined
  forgottenTopicsData?: readonly ForgottenTopicInput[] | undefined
  rackId?: string | undefined
}

export function encodeFetchRequest(writer: Writer, message: FetchRequestInput, version: number): void {
  const {
    clusterId = null,
    replicaId = -1,
    replicaState = {},
    maxWaitMs = 0,
    minBytes = 0,
    maxBytes = 2147483647,
    isolationLevel = 0,
    sessionId = 0,
    sessionEpoch = -1,
    topics = [],
    forgottenTopicsData = [],
    rackId = ''
  } = message
  const flexible = version >= 12
  if (version <= 14) writer.int32(replicaId)
  if (version > 14 && replicaId !== -1) notInVersion('FetchRequest', 'replicaId', version)
  if (version < 15 && !isDefaultReplicaState(replicaState)) notInVersion('FetchRequest', 'replicaState', version)
  writer.int32(maxWaitMs)
  writer.int32(minBytes)
  writer.int32(maxBytes)
  writer.int8(isolationLevel)
  if (version >= 7) writer.int32(sessionId)
  if (version >= 7) writer.int32(sessionEpoch)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeFetchTopic(writer, element, version)
  if (version >= 7) {
    if (flexible) writer.compactArrayLength(forgottenTopicsData.length)
    else writer.arrayLength(forgottenTopicsData.length)
    for (const element of forgottenTopicsData) encodeForgottenTopic(writer, element, version)
  }
  if (version < 7 && forgottenTopicsData.length !== 0) notInVersion('FetchRequest', 'forgottenTopicsData', version)
  if (version >= 11) {
    if (flexible) writer.compactString(rackId)
    else writer.string(rackId)
  }
  if (flexible) {
    const hasClusterId = clusterId !== null
    const hasReplicaState = version >= 15 && !isDefaultReplicaState(replicaState)
    writer.unsignedVarint((hasClusterId ? 1 : 0) + (hasReplicaState ? 1 : 0))
    if (hasClusterId) {
      const mark = writer.beginTag(0)
      writer.compactNullableString(clusterId)
      writer.endTag(mark)
    }
    if (hasReplicaState) {
      const mark = writer.beginTag(1)
      encodeReplicaState(writer, replicaState, version)
      writer.endTag(mark)
    }
  }
}

export function decodeFetchRequest(reader: Reader, version: number): FetchRequest {
  const flexible = version >= 12
  let clusterId: string | null = null
  const replicaId = version <= 14 ? reader.int32() : -1
  let replicaState: ReplicaState = defaultReplicaState()
  const maxWaitMs = reader.int32()
  const minBytes = reader.int32()
  const maxBytes = reader.int32()
  const isolationLevel = reader.int8()
  const sessionId = version >= 7 ? reader.int32() : 0
  const sessionEpoch = version >= 7 ? reader.int32() : -1
  const topics: FetchTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeFetchTopic(reader, version))
  const forgottenTopicsData: ForgottenTopic[] = []
  if (version >= 7) {
    const forgottenTopicsDataCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
    for (let i = 0; i < forgottenTopicsDataCount; i++) forgottenTopicsData.push(decodeForgottenTopic(reader, version))
  }
  const rackId = version >= 11 ? (flexible ? reader.compactString() : reader.string()) : ''
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          clusterId = reader.compactNullableString()
          break
        case 1:
          if (version >= 15) {
            replicaState = decodeReplicaState(reader, version)
          } else reader.offset = end
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return {
    clusterId,
    replicaId,
    replicaState,
    maxWaitMs,
    minBytes,
    maxBytes,
    isolationLevel,
    sessionId,
    sessionEpoch,
    topics,
    forgottenTopicsData,
    rackId
  }
}

/** Part of FetchRequest. */
export interface ForgottenTopic {
  /** string; versions 7–12; dropped in other versions */
  topic: string
  /** uuid; versions 13+; dropped in other versions */
  topicId: string
  /** array of int32; versions 7+ */
  partitions: number[]
}

/** What encode takes for {@link ForgottenTopic}: a field left out has its default. */
export interface ForgottenTopicInput {
  topic?: string | undefined
  topicId?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeForgottenTopic(writer: Writer, message: ForgottenTopicInput, version: number): void {
  const { topic = '', topicId = zeroUuid, partitions = [] } = message
  const flexible = version >= 12
  if (version <= 12) {
    if (flexible) writer.compactString(topic)
    else writer.string(topic)
  }
  if (version >= 13) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeForgottenTopic(reader: Reader, version: number): ForgottenTopic {
  const flexible = version >= 12
  const topic = version <= 12 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 13 ? reader.uuid() : zeroUuid
  const partitions: number[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  if (flexible) reader.skipTags()
  return { topic, topicId, partitions }
}

/** Part of FetchRequest. */
export interface FetchTopic {
  /** string; versions 4–12; dropped in other versions */
  topic: string
  /** uuid; versions 13+; dropped in other versions */
  topicId: string
  /** array of FetchPartition */
  partitions: FetchPartition[]
}

/** What encode takes for {@link FetchTopic}: a field left out has its default. */
export interface FetchTopicInput {
  topic?: string | undefined
  topicId?: string | undefined
  partitions?: readonly FetchPartitionInput[] | undefined
}

export function encodeFetchTopic(writer: Writer, message: FetchTopicInput, version: number): void {
  const { topic = '', topicId = zeroUuid, partitions = [] } = message
  const flexible = version >= 12
  if (version <= 12) {
    if (flexible) writer.compactString(topic)
    else writer.string(topic)
  }
  if (version >= 13) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeFetchPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeFetchTopic(reader: Reader, version: number): FetchTopic {
  const flexible = version >= 12
  const topic = version <= 12 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 13 ? reader.uuid() : zeroUuid
  const partitions: FetchPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(33) : reader.arrayLength(16)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeFetchPartition(reader, version))
  if (flexible) reader.skipTags()
  return { topic, topicId, partitions }
}

/** Part of FetchRequest. */
export interface FetchPartition {
  /** int32 */
  partition: number
  /** int32; versions 9+; default -1; dropped in other versions */
  currentLeaderEpoch: number
  /** int64 */
  fetchOffset: bigint
  /** int32; versions 12+; default -1 */
  lastFetchedEpoch: number
  /** int64; versions 5+; default -1n; dropped in other versions */
  logStartOffset: bigint
  /** int32 */
  partitionMaxBytes: number
  /** uuid; versions 17+; tag 0; dropped in other versions */
  replicaDirectoryId: string
  /** int64; versions 18+; tag 1; default 9223372036854775807n; dropped in other versions */
  highWatermark: bigint
}

/** What encode takes for {@link FetchPartition}: a field left out has its default. */
export interface FetchPartitionInput {
  partition?: number | undefined
  currentLeaderEpoch?: number | undefined
  fetchOffset?: bigint | undefined
  lastFetchedEpoch?: number | undefined
  logStartOffset?: bigint | undefined
  partitionMaxBytes?: number | undefined
  replicaDirectoryId?: string | undefined
  highWatermark?: bigint | undefined
}

export function encodeFetchPartition(writer: Writer, message: FetchPartitionInput, version: number): void {
  const {
    partition = 0,
    currentLeaderEpoch = -1,
    fetchOffset = 0n,
    lastFetchedEpoch = -1,
    logStartOffset = -1n,
    partitionMaxBytes = 0,
    replicaDirectoryId = zeroUuid,
    highWatermark = 9223372036854775807n
  } = message
  const flexible = version >= 12
  writer.int32(partition)
  if (version >= 9) writer.int32(currentLeaderEpoch)
  writer.int64(fetchOffset)
  if (version >= 12) writer.int32(lastFetchedEpoch)
  if (version < 12 && lastFetchedEpoch !== -1) notInVersion('FetchRequest', 'FetchPartition.lastFetchedEpoch', version)
  if (version >= 5) writer.int64(logStartOffset)
  writer.int32(partitionMaxBytes)
  if (flexible) {
    const hasReplicaDirectoryId = version >= 17 && replicaDirectoryId !== zeroUuid
    const hasHighWatermark = version >= 18 && highWatermark !== 9223372036854775807n
    writer.unsignedVarint((hasReplicaDirectoryId ? 1 : 0) + (hasHighWatermark ? 1 : 0))
    if (hasReplicaDirectoryId) {
      writer.unsignedVarint(0)
      writer.unsignedVarint(16)
      writer.uuid(replicaDirectoryId)
    }
    if (hasHighWatermark) {
      writer.unsignedVarint(1)
      writer.unsignedVarint(8)
      writer.int64(highWatermark)
    }
  }
}

export function decodeFetchPartition(reader: Reader, version: number): FetchPartition {
  const flexible = version >= 12
  const partition = reader.int32()
  const currentLeaderEpoch = version >= 9 ? reader.int32() : -1
  const fetchOffset = reader.int64()
  const lastFetchedEpoch = version >= 12 ? reader.int32() : -1
  const logStartOffset = version >= 5 ? reader.int64() : -1n
  const partitionMaxBytes = reader.int32()
  let replicaDirectoryId: string = zeroUuid
  let highWatermark: bigint = 9223372036854775807n
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          if (version >= 17) {
            replicaDirectoryId = reader.uuid()
          } else reader.offset = end
          break
        case 1:
          if (version >= 18) {
            highWatermark = reader.int64()
          } else reader.offset = end
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return {
    partition,
    currentLeaderEpoch,
    fetchOffset,
    lastFetchedEpoch,
    logStartOffset,
    partitionMaxBytes,
    replicaDirectoryId,
    highWatermark
  }
}

/** Part of FetchRequest. */
export interface ReplicaState {
  /** int32; versions 15+; default -1 */
  replicaId: number
  /** int64; versions 15+; default -1n */
  replicaEpoch: bigint
}

/** What encode takes for {@link ReplicaState}: a field left out has its default. */
export interface ReplicaStateInput {
  replicaId?: number | undefined
  replicaEpoch?: bigint | undefined
}

export function encodeReplicaState(writer: Writer, message: ReplicaStateInput, _version: number): void {
  const { replicaId = -1, replicaEpoch = -1n } = message
  writer.int32(replicaId)
  writer.int64(replicaEpoch)
  writer.int8(0)
}

export function decodeReplicaState(reader: Reader, _version: number): ReplicaState {
  const replicaId = reader.int32()
  const replicaEpoch = reader.int64()
  reader.skipTags()
  return { replicaId, replicaEpoch }
}

function defaultReplicaState(): ReplicaState {
  return { replicaId: -1, replicaEpoch: -1n }
}

function isDefaultReplicaState(message: ReplicaStateInput): boolean {
  const { replicaId = -1, replicaEpoch = -1n } = message
  return replicaId === -1 && replicaEpoch === -1n
}

export const fetchRequestCodec: MessageCodec<FetchRequestInput, FetchRequest> = {
  name: 'FetchRequest',
  lowestVersion: 4,
  highestVersion: 18,
  lowestFlexibleVersion: 12,
  encode: encodeFetchRequest,
  decode: decodeFetchRequest
}
