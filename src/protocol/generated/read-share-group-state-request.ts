// Made by scripts/codegen from ReadShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ReadShareGroupStateRequest, versions 0. */
export interface ReadShareGroupStateRequest {
  /** string */
  groupId: string
  /** array of ReadStateData */
  topics: ReadStateData[]
}

/** What encode takes for {@link ReadShareGroupStateRequest}: a field left out has its default. */
export interface ReadShareGroupStateRequestInput {
  groupId?: string | undefined
  topics?: readonly ReadStateDataInput[] | undefined
}

export function encodeReadShareGroupStateRequest(writer: Writer, message: ReadShareGroupStateRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeReadStateData(writer, element, version)
  writer.int8(0)
}

export function decodeReadShareGroupStateRequest(reader: Reader, version: number): ReadShareGroupStateRequest {
  const groupId = reader.compactString()
  const topics: ReadStateData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeReadStateData(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of ReadShareGroupStateRequest. */
export interface ReadStateData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link ReadStateData}: a field left out has its default. */
export interface ReadStateDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeReadStateData(writer: Writer, message: ReadStateDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeReadStateData(reader: Reader, version: number): ReadStateData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(9)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ReadShareGroupStateRequest. */
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

export const readShareGroupStateRequestCodec: MessageCodec<ReadShareGroupStateRequestInput, ReadShareGroupStateRequest> = {
  name: 'ReadShareGroupStateRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeReadShareGroupStateRequest,
  decode: decodeReadShareGroupStateRequest
}
