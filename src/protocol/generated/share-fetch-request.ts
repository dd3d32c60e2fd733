// Made by scripts/codegen from ShareFetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ShareFetchRequest, versions 1–2. */
export interface ShareFetchRequest {
  /** string; may be null; default null */
  groupId: string | null
  /** string; may be null */
  memberId: string | null
  /** int32 */
  shareSessionEpoch: number
  /** int32 */
  maxWaitMs: number
  /** int32 */
  minBytes: number
  /** int32; default 2147483647 */
  maxBytes: number
  /** int32 */
  maxRecords: number
  /** int32 */
  batchSize: number
  /** int8; versions 2+; dropped in other versions */
  shareAcquireMode: number
  /** bool; versions 2+ */
  isRenewAck: boolean
  /** array of FetchTopic */
  topics: FetchTopic[]
  /** array of ForgottenTopic */
  forgottenTopicsData: ForgottenTopic[]
}

/** What encode takes for {@link ShareFetchRequest}: a field left out has its default. */
export interface ShareFetchRequestInput {
  groupId?: string | null | undefined
  memberId?: string | null | undefined
  shareSessionEpoch?: number | undefined
  maxWaitMs?: number | undefined
  minBytes?: number | undefined
  maxBytes?: number | undefined
  maxRecords?: number | undefined
  batchSize?: number | undefined
  shareAcquireMode?: number | undefined
  isRenewAck?: boolean | undefined
  topics?: readonly FetchTopicInput[] | undefined
  forgottenTopicsData?: readonly ForgottenTopicInput[] | undefined
}

export function encodeShareFetchRequest(writer: Writer, message: ShareFetchRequestInput, version: number): void {
  const {
    groupId = null,
    memberId = '',
    shareSessionEpoch = 0,
    maxWaitMs = 0,
    minBytes = 0,
    maxBytes = 2147483647,
    maxRecords = 0,
    batchSize = 0,
    shareAcquireMode = 0,
    isRenewAck = false,
    topics = [],
    forgottenTopicsData = []
  } = message
  writer.compactNullableString(groupId)
  writer.compactNullableString(memberId)
  writer.int32(shareSessionEpoch)
  writer.int32(maxWaitMs)
  writer.int32(minBytes)
  writer.int32(maxBytes)
  writer.int32(maxRecords)
  writer.int32(batchSize)
  if (version >= 2) writer.int8(shareAcquireMode)
  if (version >= 2) writer.bool(isRenewAck)
  if (version < 2 && isRenewAck) notInVersion('ShareFetchRequest', 'isRenewAck', version)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeFetchTopic(writer, element, version)
  writer.compactArrayLength(forgottenTopicsData.length)
  for (const element of forgottenTopicsData) encodeForgottenTopic(writer, element, version)
  writer.int8(0)
}

export function decodeShareFetchRequest(reader: Reader, version: number): ShareFetchRequest {
  const groupId = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const shareSessionEpoch = reader.int32()
  const maxWaitMs = reader.int32()
  const minBytes = reader.int32()
  const maxBytes = reader.int32()
  const maxRecords = reader.int32()
  const batchSize = reader.int32()
  const shareAcquireMode = version >= 2 ? reader.int8() : 0
  const isRenewAck = version >= 2 ? reader.bool() : false
  const topics: FetchTopic[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeFetchTopic(reader, version))
  const forgottenTopicsData: ForgottenTopic[] = []
  const forgottenTopicsDataCount = reader.compactArrayLength(18)
  for (let i = 0; i < forgottenTopicsDataCount; i++) forgottenTopicsData.push(decodeForgottenTopic(reader, version))
  reader.skipTags()
  return {
    groupId,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes,
    maxRecords,
    batchSize,
    shareAcquireMode,
    isRenewAck,
    topics,
    forgottenTopicsData
  }
}

/** Part of ShareFetchRequest. */
export interface ForgottenTopic {
  /** uuid */
  topicId: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link ForgottenTopic}: a field left out has its default. */
export interface ForgottenTopicInput {
  topicId?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeForgottenTopic(writer: Writer, message: ForgottenTopicInput, _version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  writer.int8(0)
}

export function decodeForgottenTopic(reader: Reader, _version: number): ForgottenTopic {
  const topicId = reader.uuid()
  const partitions: number[] = []
  const partitionsCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ShareFetchRequest. */
export interface FetchTopic {
  /** uuid */
  topicId: string
  /** array of FetchPartition */
  partitions: FetchPartition[]
}

/** What encode takes for {@link FetchTopic}: a field left out has its default. */
export interface FetchTopicInput {
  topicId?: string | undefined
  partitions?: readonly FetchPartitionInput[] | undefined
}

export function encodeFetchTopic(writer: Writer, message: FetchTopicInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeFetchPartition(writer, element, version)
  writer.int8(0)
}

export function decodeFetchTopic(reader: Reader, version: number): FetchTopic {
  const topicId = reader.uuid()
  const partitions: FetchPartition[] = []
  const partitionsCount = reader.compactArrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeFetchPartition(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ShareFetchRequest. */
export interface FetchPartition {
  /** int32 */
  partitionIndex: number
  /** array of AcknowledgementBatch */
  acknowledgementBatches: AcknowledgementBatch[]
}

/** What encode takes for {@link FetchPartition}: a field left out has its default. */
export interface FetchPartitionInput {
  partitionIndex?: number | undefined
  acknowledgementBatches?: readonly AcknowledgementBatchInput[] | undefined
}

export function encodeFetchPartition(writer: Writer, message: FetchPartitionInput, version: number): void {
  const { partitionIndex = 0, acknowledgementBatches = [] } = message
  writer.int32(partitionIndex)
  writer.compactArrayLength(acknowledgementBatches.length)
  for (const element of acknowledgementBatches) encodeAcknowledgementBatch(writer, element, version)
  writer.int8(0)
}

export function decodeFetchPartition(reader: Reader, version: number): FetchPartition {
  const partitionIndex = reader.int32()
  const acknowledgementBatches: AcknowledgementBatch[] = []
  const acknowledgementBatchesCount = reader.compactArrayLength(18)
  for (let i = 0; i < acknowledgementBatchesCount; i++) acknowledgementBatches.push(decodeAcknowledgementBatch(reader, version))
  reader.skipTags()
  return { partitionIndex, acknowledgementBatches }
}

/** Part of ShareFetchRequest. */
export interface AcknowledgementBatch {
  /** int64 */
  firstOffset: bigint
  /** int64 */
  lastOffset: bigint
  /** array of int8 */
  acknowledgeTypes: number[]
}

/** What encode takes for {@link AcknowledgementBatch}: a field left out has its default. */
export interface AcknowledgementBatchInput {
  firstOffset?: bigint | undefined
  lastOffset?: bigint | undefined
  acknowledgeTypes?: readonly number[] | undefined
}

export function encodeAcknowledgementBatch(writer: Writer, message: AcknowledgementBatchInput, _version: number): void {
  const { firstOffset = 0n, lastOffset = 0n, acknowledgeTypes = [] } = message
  writer.int64(firstOffset)
  writer.int64(lastOffset)
  writer.compactArrayLength(acknowledgeTypes.length)
  for (const element of acknowledgeTypes) writer.int8(element)
  writer.int8(0)
}

export function decodeAcknowledgementBatch(reader: Reader, _version: number): AcknowledgementBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const acknowledgeTypes: number[] = []
  const acknowledgeTypesCount = reader.compactArrayLength(1)
  for (let i = 0; i < acknowledgeTypesCount; i++) acknowledgeTypes.push(reader.int8())
  reader.skipTags()
  return { firstOffset, lastOffset, acknowledgeTypes }
}

export const shareFetchRequestCodec: MessageCodec<ShareFetchRequestInput, ShareFetchRequest> = {
  name: 'ShareFetchRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeShareFetchRequest,
  decode: decodeShareFetchRequest
}
