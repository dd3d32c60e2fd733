// Made by scripts/codegen from ShareAcknowledgeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ShareAcknowledgeRequest, versions 1–2. */
export interface ShareAcknowledgeRequest {
  /** string; may be null; default null */
  groupId: string | null
  /** string; may be null */
  memberId: string | null
  /** int32 */
  shareSessionEpoch: number
  /** bool; versions 2+ */
  isRenewAck: boolean
  /** array of AcknowledgeTopic */
  topics: AcknowledgeTopic[]
}

/** What encode takes for {@link ShareAcknowledgeRequest}: a field left out has its default. */
export interface ShareAcknowledgeRequestInput {
  groupId?: string | null | undefined
  memberId?: string | null | undefined
  shareSessionEpoch?: number | undefined
  isRenewAck?: boolean | undefined
  topics?: readonly AcknowledgeTopicInput[] | undefined
}

export function encodeShareAcknowledgeRequest(writer: Writer, message: ShareAcknowledgeRequestInput, version: number): void {
  const { groupId = null, memberId = '', shareSessionEpoch = 0, isRenewAck = false, topics = [] } = message
  writer.compactNullableString(groupId)
  writer.compactNullableString(memberId)
  writer.int32(shareSessionEpoch)
  if (version >= 2) writer.bool(isRenewAck)
  if (version < 2 && isRenewAck) notInVersion('ShareAcknowledgeRequest', 'isRenewAck', version)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeAcknowledgeTopic(writer, element, version)
  writer.int8(0)
}

export function decodeShareAcknowledgeRequest(reader: Reader, version: number): ShareAcknowledgeRequest {
  const groupId = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const shareSessionEpoch = reader.int32()
  const isRenewAck = version >= 2 ? reader.bool() : false
  const topics: AcknowledgeTopic[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeAcknowledgeTopic(reader, version))
  reader.skipTags()
  return { groupId, memberId, shareSessionEpoch, isRenewAck, topics }
}

/** Part of ShareAcknowledgeRequest. */
export interface AcknowledgeTopic {
  /** uuid */
  topicId: string
  /** array of AcknowledgePartition */
  partitions: AcknowledgePartition[]
}

/** What encode takes for {@link AcknowledgeTopic}: a field left out has its default. */
export interface AcknowledgeTopicInput {
  topicId?: string | undefined
  partitions?: readonly AcknowledgePartitionInput[] | undefined
}

export function encodeAcknowledgeTopic(writer: Writer, message: AcknowledgeTopicInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodeAcknowledgePartition(writer, element, version)
  writer.int8(0)
}

export function decodeAcknowledgeTopic(reader: Reader, version: number): AcknowledgeTopic {
  const topicId = reader.uuid()
  const partitions: AcknowledgePartition[] = []
  const partitionsCount = reader.compactArrayLength(6)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeAcknowledgePartition(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ShareAcknowledgeRequest. */
export interface AcknowledgePartition {
  /** int32 */
  partitionIndex: number
  /** array of AcknowledgementBatch */
  acknowledgementBatches: AcknowledgementBatch[]
}

/** What encode takes for {@link AcknowledgePartition}: a field left out has its default. */
export interface AcknowledgePartitionInput {
  partitionIndex?: number | undefined
  acknowledgementBatches?: readonly AcknowledgementBatchInput[] | undefined
}

export function encodeAcknowledgePartition(writer: Writer, message: AcknowledgePartitionInput, version: number): void {
  const { partitionIndex = 0, acknowledgementBatches = [] } = message
  writer.int32(partitionIndex)
  writer.compactArrayLength(acknowledgementBatches.length)
  for (const element of acknowledgementBatches) encodeAcknowledgementBatch(writer, element, version)
  writer.int8(0)
}

export function decodeAcknowledgePartition(reader: Reader, version: number): AcknowledgePartition {
  const partitionIndex = reader.int32()
  const acknowledgementBatches: AcknowledgementBatch[] = []
  const acknowledgementBatchesCount = reader.compactArrayLength(18)
  for (let i = 0; i < acknowledgementBatchesCount; i++) acknowledgementBatches.push(decodeAcknowledgementBatch(reader, version))
  reader.skipTags()
  return { partitionIndex, acknowledgementBatches }
}

/** Part of ShareAcknowledgeRequest. */
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

export const shareAcknowledgeRequestCodec: MessageCodec<ShareAcknowledgeRequestInput, ShareAcknowledgeRequest> = {
  name: 'ShareAcknowledgeRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeShareAcknowledgeRequest,
  decode: decodeShareAcknowledgeRequest
}
