// Made by scripts/codegen from AssignReplicasToDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AssignReplicasToDirsRequest, versions 0. */
export interface AssignReplicasToDirsRequest {
  /** int32 */
  brokerId: number
  /** int64; default -1n */
  brokerEpoch: bigint
  /** array of DirectoryData */
  directories: DirectoryData[]
}

/** What encode takes for {@link AssignReplicasToDirsRequest}: a field left out has its default. */
export interface AssignReplicasToDirsRequestInput {
  brokerId?: number | undefined
  brokerEpoch?: bigint | undefined
  directories?: readonly DirectoryDataInput[] | undefined
}

export function encodeAssignReplicasToDirsRequest(writer: Writer, message: AssignReplicasToDirsRequestInput, version: number): void {
  const { brokerId = 0, brokerEpoch = -1n, directories = [] } = message
  writer.int32(brokerId)
  writer.int64(brokerEpoch)
  writer.compactArrayLength(directories.length)
  for (const element of directories) encodeDirectoryData(writer, element, version)
  writer.int8(0)
}

export function decodeAssignReplicasToDirsRequest(reader: Reader, version: number): AssignReplicasToDirsRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const directories: DirectoryData[] = []
  const directoriesCount = reader.compactArrayLength(18)
  for (let i = 0; i < directoriesCount; i++) directories.push(decodeDirectoryData(reader, version))
  reader.skipTags()
  return { brokerId, brokerEpoch, directories }
}

/** Part of AssignReplicasToDirsRequest. */
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

/** Part of AssignReplicasToDirsRequest. */
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
  const partitionsCount = reader.compactArrayLength(5)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of AssignReplicasToDirsRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partitionIndex = 0 } = message
  writer.int32(partitionIndex)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partitionIndex = reader.int32()
  reader.skipTags()
  return { partitionIndex }
}

export const assignReplicasToDirsRequestCodec: MessageCodec<AssignReplicasToDirsRequestInput, AssignReplicasToDirsRequest> = {
  name: 'AssignReplicasToDirsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAssignReplicasToDirsRequest,
  decode: decodeAssignReplicasToDirsRequest
}
