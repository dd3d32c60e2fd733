// Made by scripts/codegen from AlterPartitionResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AlterPartitionResponse, versions 2–3. */
export interface AlterPartitionResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link AlterPartitionResponse}: a field left out has its default. */
export interface AlterPartitionResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeAlterPartitionResponse(writer: Writer, message: AlterPartitionResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, topics = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeAlterPartitionResponse(reader: Reader, version: number): AlterPartitionResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, topics }
}

/** Part of AlterPartitionResponse. */
export interface TopicData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(21)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of AlterPartitionResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
  /** array of int32 */
  isr: number[]
  /** int8 */
  leaderRecoveryState: number
  /** int32 */
  partitionEpoch: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  isr?: readonly number[] | undefined
  leaderRecoveryState?: number | undefined
  partitionEpoch?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const {
    partitionIndex = 0,
    errorCode = 0,
    leaderId = 0,
    leaderEpoch = 0,
    isr = [],
    leaderRecoveryState = 0,
    partitionEpoch = 0
  } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  writer.compactArrayLength(isr.length)
  for (const element of isr) writer.int32(element)
  writer.int8(leaderRecoveryState)
  writer.int32(partitionEpoch)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const isr: number[] = []
  const isrCount = reader.compactArrayLength(4)
  for (let i = 0; i < isrCount; i++) isr.push(reader.int32())
  const leaderRecoveryState = reader.int8()
  const partitionEpoch = reader.int32()
  reader.skipTags()
  return { partitionIndex, errorCode, leaderId, leaderEpoch, isr, leaderRecoveryState, partitionEpoch }
}

export const alterPartitionResponseCodec: MessageCodec<AlterPartitionResponseInput, AlterPartitionResponse> = {
  name: 'AlterPartitionResponse',
  lowestVersion: 2,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeAlterPartitionResponse,
  decode: decodeAlterPartitionResponse
}
