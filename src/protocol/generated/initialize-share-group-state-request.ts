// Made by scripts/codegen from InitializeShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** InitializeShareGroupStateRequest, versions 0. */
export interface InitializeShareGroupStateRequest {
  /** string */
  groupId: string
  /** array of InitializeStateData */
  topics: InitializeStateData[]
}

/** What encode takes for {@link InitializeShareGroupStateRequest}: a field left out has its default. */
export interface InitializeShareGroupStateRequestInput {
  groupId?: string | undefined
  topics?: readonly InitializeStateDataInput[] | undefined
}

export function encodeInitializeShareGroupStateRequest(
  writer: Writer,
  message: InitializeShareGroupStateRequestInput,
  version: number
): void {
  const { groupId = '', topics = [] } = message
  writer.compactString(groupId)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeInitializeStateData(writer, element, version)
  writer.int8(0)
}

export function decodeInitializeShareGroupStateRequest(reader: Reader, version: number): InitializeShareGroupStateRequest {
  const groupId = reader.compactString()
  const topics: InitializeStateData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeInitializeStateData(reader, version))
  reader.skipTags()
  return { groupId, topics }
}

/** Part of InitializeShareGroupStateRequest. */
export interface InitializeStateData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link InitializeStateData}: a field left out has its default. */
export interface InitializeStateDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeInitializeStateData(writer: Writer, message: InitializeStateDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeInitializeStateData(reader: Reader, version: number): InitializeStateData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(17)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of InitializeShareGroupStateRequest. */
export interface PartitionData {
  /** int32 */
  partition: number
  /** int32 */
  stateEpoch: number
  /** int64 */
  startOffset: bigint
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partition?: number | undefined
  stateEpoch?: number | undefined
  startOffset?: bigint | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, _version: number): void {
  const { partition = 0, stateEpoch = 0, startOffset = 0n } = message
  writer.int32(partition)
  writer.int32(stateEpoch)
  writer.int64(startOffset)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, _version: number): PartitionData {
  const partition = reader.int32()
  const stateEpoch = reader.int32()
  const startOffset = reader.int64()
  reader.skipTags()
  return { partition, stateEpoch, startOffset }
}

export const initializeShareGroupStateRequestCodec: MessageCodec<InitializeShareGroupStateRequestInput, InitializeShareGroupStateRequest> = {
  name: 'InitializeShareGroupStateRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeInitializeShareGroupStateRequest,
  decode: decodeInitializeShareGroupStateRequest
}
