// Made by scripts/codegen from DeleteShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DeleteShareGroupStateRequest, versions 0. */
export interface DeleteShareGroupStateRequest {
  /** string */
  groupId: string
  /** array of DeleteStateData */
  topics: DeleteStateData[]
}

/** What encode takes for {@link DeleteShareGroupStateRequest}: a field left out has its default. */
export interface DeleteShareGroupStateRequestInput {
  groupId?: string | undefined
  topics?: readonly DeleteStateDataInput[] | undefined
}

export function encodeDeleteShareGroupStateRequest(writer: Writer, message: DeleteShareGroupStateRequestInput, version: number): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeDeleteStateData(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteShareGroupStateRequest(reader: Reader, version: number): DeleteShareGroupStateRequest {
  const groupId = reader.compactString()
  const topics: DeleteStateData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeDeleteStateData(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of DeleteShareGroupStateRequest. */
export interface DeleteStateData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link DeleteStateData}: a field left out has its default. */
export interface DeleteStateDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeDeleteStateData(writer: Writer, message: DeleteStateDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeDeleteStateData(reader: Reader, version: number): DeleteStateData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(5)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of DeleteShareGroupStateRequest. */
export interface PartitionData {
  /** int32 */
  partition: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partition?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partition = 0 } = message
  writer.int32(partition)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partition = reader.int32()
  reader.skipTags()
  return { partition }
}

export const deleteShareGroupStateRequestCodec: MessageCodec<DeleteShareGroupStateRequestInput, DeleteShareGroupStateRequest> = {
  name: 'DeleteShareGroupStateRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDeleteShareGroupStateRequest,
  decode: decodeDeleteShareGroupStateRequest
}
