// Made by scripts/codegen from FetchSnapshotRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** FetchSnapshotRequest, versions 0–1. */
export interface FetchSnapshotRequest {
  /** string; may be null; tag 0; default null */
  clusterId: string | null
  /** int32; default -1 */
  replicaId: number
  /** int32; default 2147483647 */
  maxBytes: number
  /** array of TopicSnapshot */
  topics: TopicSnapshot[]
}

/** What encode takes for {@link FetchSnapshotRequest}: a field left out has its default. */
export interface FetchSnapshotRequestInput {
  clusterId?: string | null | undefined
  replicaId?: number | undefined
  maxBytes?: number | undefined
  topics?: readonly TopicSnapshotInput[] | undefined
}

export function encodeFetchSnapshotRequest(writer: Writer, message: FetchSnapshotRequestInput, version: number): void {
  const { clusterId = null, replicaId = -1, maxBytes = 2147483647, topics = [] } = message
  writer.int32(replicaId)
  writer.int32(maxBytes)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicSnapshot(writer, element, version)
  const hasClusterId = clusterId !== null
  writer.unsignedVarint(hasClusterId ? 1 : 0)
  if (hasClusterId) {
    const mark = writer.beginTag(0)
    writer.compactNullableString(clusterId)
    writer.endTag(mark)
  }
}

export function decodeFetchSnapshotRequest(reader: Reader, version: number): FetchSnapshotRequest {
  let clusterId: string | null = null
  const replicaId = reader.int32()
  const maxBytes = reader.int32()
  const topics: TopicSnapshot[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicSnapshot(reader, version))
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        clusterId = reader.compactNullableString()
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { clusterId, replicaId, maxBytes, topics }
}

/** Part of FetchSnapshotRequest. */
export interface TopicSnapshot {
  /** string */
  name: string
  /** array of PartitionSnapshot */
  partitions: PartitionSnapshot[]
}

/** What encode takes for {@link TopicSnapshot}: a field left out has its default. */
export interface TopicSnapshotInput {
  name?: string | undefined
  partitions?: readonly PartitionSnapshotInput[] | undefined
}

export function encodeTopicSnapshot(writer: Writer, message: TopicSnapshotInput, version: number): void {
  const { name = '', partitions = [] } = message
  writer.compactString(name)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionSnapshot(writer, element, version)
  writer.int8(0)
}

export function decodeTopicSnapshot(reader: Reader, version: number): TopicSnapshot {
  const name = reader.compactString()
  const partitions: PartitionSnapshot[] = []
  const partitionsCount = reader.compactArrayLength(30)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionSnapshot(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of FetchSnapshotRequest. */
export interface PartitionSnapshot {
  /** int32 */
  partition: number
  /** int32 */
  currentLeaderEpoch: number
  /** SnapshotId */
  snapshotId: SnapshotId
  /** int64 */
  position: bigint
  /** uuid; versions 1+; tag 0; dropped in other versions */
  replicaDirectoryId: string
}

/** What encode takes for {@link PartitionSnapshot}: a field left out has its default. */
export interface PartitionSnapshotInput {
  partition?: number | undefined
  currentLeaderEpoch?: number | undefined
  snapshotId?: SnapshotIdInput | undefined
  position?: bigint | undefined
  replicaDirectoryId?: string | undefined
}

export function encodePartitionSnapshot(writer: Writer, message: PartitionSnapshotInput, version: number): void {
  const { partition = 0, currentLeaderEpoch = 0, snapshotId = {}, position = 0n, replicaDirectoryId = zeroUuid } = message
  writer.int32(partition)
  writer.int32(currentLeaderEpoch)
  encodeSnapshotId(writer, snapshotId, version)
  writer.int64(position)
  const hasReplicaDirectoryId = version >= 1 && replicaDirectoryId !== zeroUuid
  writer.unsignedVarint(hasReplicaDirectoryId ? 1 : 0)
  if (hasReplicaDirectoryId) {
    writer.unsignedVarint(0)
    writer.unsignedVarint(16)
    writer.uuid(replicaDirectoryId)
  }
}

export function decodePartitionSnapshot(reader: Reader, version: number): PartitionSnapshot {
  const partition = reader.int32()
  const currentLeaderEpoch = reader.int32()
  const snapshotId = decodeSnapshotId(reader, version)
  const position = reader.int64()
  let replicaDirectoryId: string = zeroUuid
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        if (version >= 1) {
          replicaDirectoryId = reader.uuid()
        } else reader.offset = end
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { partition, currentLeaderEpoch, snapshotId, position, replicaDirectoryId }
}

/** Part of FetchSnapshotRequest. */
export interface SnapshotId {
  /** int64 */
  endOffset: bigint
  /** int32 */
  epoch: number
}

/** What encode takes for {@link SnapshotId}: a field left out has its default. */
export interface SnapshotIdInput {
  endOffset?: bigint | undefined
  epoch?: number | undefined
}

export function encodeSnapshotId(writer: Writer, message: SnapshotIdInput, _version: number): void {
  const { endOffset = 0n, epoch = 0 } = message
  writer.int64(endOffset)
  writer.int32(epoch)
  writer.int8(0)
}

export function decodeSnapshotId(reader: Reader, _version: number): SnapshotId {
  const endOffset = reader.int64()
  const epoch = reader.int32()
  reader.skipTags()
  return { endOffset, epoch }
}

export const fetchSnapshotRequestCodec: MessageCodec<FetchSnapshotRequestInput, FetchSnapshotRequest> = {
  name: 'FetchSnapshotRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeFetchSnapshotRequest,
  decode: decodeFetchSnapshotRequest
}
