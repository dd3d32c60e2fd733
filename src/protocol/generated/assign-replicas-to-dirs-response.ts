// Made by scripts/codegen from AssignReplicasToDirsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AssignReplicasToDirsResponse, versions 0. */
export interface AssignReplicasToDirsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of DirectoryData */
  directories: DirectoryData[]
}

/** What encode takes for {@link AssignReplicasToDirsResponse}: a field left out has its default. */
export interface AssignReplicasToDirsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  directories?: readonly DirectoryDataInput[] | undefined
}

export function encodeAssignReplicasToDirsResponse(writer: Writer, message: AssignReplicasToDirsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, directories = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactArrayLength(directories.length)
  for (const element of directories) encodeDirectoryData(writer, element, version)
  writer.int8(0)
}

export function decodeAssignReplicasToDirsResponse(reader: Reader, version: number): AssignReplicasToDirsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const directories: DirectoryData[] = []
  const directoriesCount = reader.compactArrayLength(18)
  for (let i = 0; i < directoriesCount; i++) directories.push(decodeDirectoryData(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, directories }
}

/** Part of AssignReplicasToDirsResponse. */
export interface DirectoryData {
  /** uuid */
  id: string
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link DirectoryData}: a field left out has its default. */
export interface DirectoryDataInput {
  id?: string | undefined
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeDirectoryData(writer: Writer, message: DirectoryDataInput, version: number): void {
  const { id = zeroUuid, topics = [] } = message
  writer.uuid(id)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeDirectoryData(reader: Reader, version: number): DirectoryData {
  const id = reader.uuid()
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { id, topics }
}

/** Part of AssignReplicasToDirsResponse. */
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
  const partitionsCount = reader.compactArrayLength(7)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of AssignReplicasToDirsResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partitionIndex = 0, errorCode = 0 } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  reader.skipTags()
  return { partitionIndex, errorCode }
}

export const assignReplicasToDirsResponseCodec: MessageCodec<AssignReplicasToDirsResponseInput, AssignReplicasToDirsResponse> = {
  name: 'AssignReplicasToDirsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAssignReplicasToDirsResponse,
  decode: decodeAssignReplicasToDirsResponse
}
