// Made by scripts/codegen from ReadShareGroupStateSummaryRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ReadShareGroupStateSummaryRequest, versions 0–1. */
export interface ReadShareGroupStateSummaryRequest {
  /** string */
  groupId: string
  /** array of ReadStateSummaryData */
  topics: ReadStateSummaryData[]
}

/** What encode takes for {@link ReadShareGroupStateSummaryRequest}: a field left out has its default. */
export interface ReadShareGroupStateSummaryRequestInput {
  groupId?: string | undefined
  topics?: readonly ReadStateSummaryDataInput[] | undefined
}

export function encodeReadShareGroupStateSummaryRequest(
  writer: Writer,
  message: ReadShareGroupStateSummaryRequestInput,
  version: number
): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeReadStateSummaryData(writer, element, version)
  writer.int8(0)
}

export function decodeReadShareGroupStateSummaryRequest(reader: Reader, version: number): ReadShareGroupStateSummaryRequest {
  const groupId = reader.compactString()
  const topics: ReadStateSummaryData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeReadStateSummaryData(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of ReadShareGroupStateSummaryRequest. */
export interface ReadStateSummaryData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link ReadStateSummaryData}: a field left out has its default. */
export interface ReadStateSummaryDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeReadStateSummaryData(writer: Writer, message: ReadStateSummaryDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeReadStateSummaryData(reader: Reader, version: number): ReadStateSummaryData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(9)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ReadShareGroupStateSummaryRequest. */
export interface PartitionData {
  /** int32 */
  partition: number
  /** int32 */
  leaderEpoch: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partition?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partition = 0, leaderEpoch = 0 } = message
  writer.int32(partition)
  writer.int32(leaderEpoch)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partition = reader.int32()
  const leaderEpoch = reader.int32()
  reader.skipTags()
  return { partition, leaderEpoch }
}

export const readShareGroupStateSummaryRequestCodec: MessageCodec<ReadShareGroupStateSummaryRequestInput, ReadShareGroupStateSummaryRequest> = {
  name: 'ReadShareGroupStateSummaryRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeReadShareGroupStateSummaryRequest,
  decode: decodeReadShareGroupStateSummaryRequest
}
