// Made by scripts/codegen from TxnOffsetCommitRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** TxnOffsetCommitRequest, versions 0–5. */
export interface TxnOffsetCommitRequest {
  /** string */
  transactionalId: string
  /** string */
  groupId: string
  /** int64 */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** int32; versions 3+; default -1 */
  generationId: number
  /** string; versions 3+ */
  memberId: string
  /** string; versions 3+; may be null; default null */
  groupInstanceId: string | null
  /** array of TxnOffsetCommitRequestTopic */
  topics: TxnOffsetCommitRequestTopic[]
}

/** What encode takes for {@link TxnOffsetCommitRequest}: a field left out has its default. */
export interface TxnOffsetCommitRequestInput {
  transactionalId?: string | undefined
  groupId?: string | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  generationId?: number | undefined
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  topics?: readonly TxnOffsetCommitRequestTopicInput[] | undefined
}

export function encodeTxnOffsetCommitRequest(writer: Writer, message: TxnOffsetCommitRequestInput, version: number): void {
  const {
    transactionalId = '',
    groupId = '',
    producerId = 0n,
    producerEpoch = 0,
    generationId = -1,
    memberId = '',
    groupInstanceId = null,
    topics = []
  } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(transactionalId)
  else writer.string(transactionalId)
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  if (version >= 3) writer.int32(generationId)
  if (version < 3 && generationId !== -1) notInVersion('TxnOffsetCommitRequest', 'generationId', version)
  if (version >= 3) writer.compactString(memberId)
  if (version < 3 && memberId !== '') notInVersion('TxnOffsetCommitRequest', 'memberId', version)
  if (version >= 3) writer.compactNullableString(groupInstanceId)
  if (version < 3 && groupInstanceId !== null) notInVersion('TxnOffsetCommitRequest', 'groupInstanceId', version)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeTxnOffsetCommitRequestTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitRequest(reader: Reader, version: number): TxnOffsetCommitRequest {
  const flexible = version >= 3
  const transactionalId = flexible ? reader.compactString() : reader.string()
  const groupId = flexible ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const generationId = version >= 3 ? reader.int32() : -1
  const memberId = version >= 3 ? reader.compactString() : ''
  const groupInstanceId = version >= 3 ? reader.compactNullableString() : null
  const topics: TxnOffsetCommitRequestTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTxnOffsetCommitRequestTopic(reader, version))
  if (flexible) reader.skipTags()
  return { transactionalId, groupId, producerId, producerEpoch, generationId, memberId, groupInstanceId, topics }
}

/** Part of TxnOffsetCommitRequest. */
export interface TxnOffsetCommitRequestTopic {
  /** string */
  name: string
  /** array of TxnOffsetCommitRequestPartition */
  partitions: TxnOffsetCommitRequestPartition[]
}

/** What encode takes for {@link TxnOffsetCommitRequestTopic}: a field left out has its default. */
export interface TxnOffsetCommitRequestTopicInput {
  name?: string | undefined
  partitions?: readonly TxnOffsetCommitRequestPartitionInput[] | undefined
}

export function encodeTxnOffsetCommitRequestTopic(writer: Writer, message: TxnOffsetCommitRequestTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodeTxnOffsetCommitRequestPartition(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitRequestTopic(reader: Reader, version: number): TxnOffsetCommitRequestTopic {
  const flexible = version >= 3
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: TxnOffsetCommitRequestPartition[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(18) : reader.arrayLength(14)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodeTxnOffsetCommitRequestPartition(reader, version))
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of TxnOffsetCommitRequest. */
export interface TxnOffsetCommitRequestPartition {
  /** int32 */
  partitionIndex: number
  /** int64 */
  committedOffset: bigint
  /** int32; versions 2+; default -1; dropped in other versions */
  committedLeaderEpoch: number
  /** string; may be null */
  committedMetadata: string | null
}

/** What encode takes for {@link TxnOffsetCommitRequestPartition}: a field left out has its default. */
export interface TxnOffsetCommitRequestPartitionInput {
  partitionIndex?: number | undefined
  committedOffset?: bigint | undefined
  committedLeaderEpoch?: number | undefined
  committedMetadata?: string | null | undefined
}

export function encodeTxnOffsetCommitRequestPartition(
  writer: Writer,
  message: TxnOffsetCommitRequestPartitionInput,
  version: number
): void {
  const { partitionIndex = 0, committedOffset = 0n, committedLeaderEpoch = -1, committedMetadata = '' } = message
  const flexible = version >= 3
  writer.int32(partitionIndex)
  writer.int64(committedOffset)
  if (version >= 2) writer.int32(committedLeaderEpoch)
  if (flexible) writer.compactNullableString(committedMetadata)
  else writer.nullableString(committedMetadata)
  if (flexible) writer.int8(0)
}

export function decodeTxnOffsetCommitRequestPartition(reader: Reader, version: number): TxnOffsetCommitRequestPartition {
  const flexible = version >= 3
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64()
  const committedLeaderEpoch = version >= 2 ? reader.int32() : -1
  const committedMetadata = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata }
}

export const txnOffsetCommitRequestCodec: MessageCodec<TxnOffsetCommitRequestInput, TxnOffsetCommitRequest> = {
  name: 'TxnOffsetCommitRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeTxnOffsetCommitRequest,
  decode: decodeTxnOffsetCommitRequest
}
