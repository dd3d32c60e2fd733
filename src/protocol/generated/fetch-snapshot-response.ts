// Made by scripts/codegen from FetchSnapshotResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { RecordsInput, Writer } from '../writer'

/** FetchSnapshotResponse, versions 0–1. */
export interface FetchSnapshotResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of TopicSnapshot */
  topics: TopicSnapshot[]
  /** array of NodeEndpoint; versions 1+; tag 0 */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link FetchSnapshotResponse}: a field left out has its default. */
export interface FetchSnapshotResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  topics?: readonly TopicSnapshotInput[] | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeFetchSnapshotResponse(writer: Writer, message: FetchSnapshotResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, topics = [], nodeEndpoints = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicSnapshot(writer, element, version)
  if (version < 1 && nodeEndpoints.length !== 0) notInVersion('FetchSnapshotResponse', 'nodeEndpoints', version)
  const hasNodeEndpoints = version >= 1 && nodeEndpoints.length !== 0
  writer.unsignedVarint(hasNodeEndpoints ? 1 : 0)
  if (hasNodeEndpoints) {
    const mark = writer.beginTag(0)
    writer.compactArrayLength(nodeEndpoints.length)
    for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
    writer.endTag(mark)
  }
}

export function decodeFetchSnapshotResponse(reader: Reader, version: number): FetchSnapshotResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const topics: TopicSnapshot[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicSnapshot(reader, version))
  let nodeEndpoints: NodeEndpoint[] = []
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        if (version >= 1) {
          nodeEndpoints = []
          const nodeEndpointsCount = reader.compactArrayLength(8)
          for (let j = 0; j < nodeEndpointsCount; j++) nodeEndpoints.push(decodeNodeEndpoint(reader, version))
        } else reader.offset = end
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { throttleTimeMs, errorCode, topics, nodeEndpoints }
}

/** Part of FetchSnapshotResponse. */
export interface NodeEndpoint {
  /** int32; versions 1+ */
  nodeId: number
  /** string; versions 1+ */
  host: string
  /** uint16; versions 1+ */
  port: number
}

/** What encode takes for {@link NodeEndpoint}: a field left out has its default. */
export interface NodeEndpointInput {
  nodeId?: number | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeNodeEndpoint(writer: Writer, message: NodeEndpointInput, _version: number): void {
  const { nodeId = 0, host = '', port = 0 } = message
  writer.int32(nodeId)
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeNodeEndpoint(reader: Reader, _version: number): NodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { nodeId, host, port }
}

/** Part of FetchSnapshotResponse. */
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
  const partitionsCount = reader.compactArrayLength(37)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionSnapshot(reader, version))
  reader.skipTags()
  return { name, partitions }
}

/** Part of FetchSnapshotResponse. */
export interface PartitionSnapshot {
  /** int32 */
  index: number
  /** int16 */
  errorCode: number
  /** SnapshotId */
  snapshotId: SnapshotId
  /** LeaderIdAndEpoch; tag 0 */
  currentLeader: LeaderIdAndEpoch
  /** int64 */
  size: bigint
  /** int64 */
  position: bigint
  /** records */
  unalignedRecords: Buffer
}

/** What encode takes for {@link PartitionSnapshot}: a field left out has its default. */
export interface PartitionSnapshotInput {
  index?: number | undefined
  errorCode?: number | undefined
  snapshotId?: SnapshotIdInput | undefined
  currentLeader?: LeaderIdAndEpochInput | undefined
  size?: bigint | undefined
  position?: bigint | undefined
  unalignedRecords?: RecordsInput | undefined
}

export function encodePartitionSnapshot(writer: Writer, message: PartitionSnapshotInput, version: number): void {
  const { index = 0, errorCode = 0, snapshotId = {}, currentLeader = {}, size = 0n, position = 0n, unalignedRecords = emptyBytes } = message
  writer.int32(index)
  writer.int16(errorCode)
  encodeSnapshotId(writer, snapshotId, version)
  writer.int64(size)
  writer.int64(position)
  writer.compactRecords(unalignedRecords)
  const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(currentLeader)
  writer.unsignedVarint(hasCurrentLeader ? 1 : 0)
  if (hasCurrentLeader) {
    const mark = writer.beginTag(0)
    encodeLeaderIdAndEpoch(writer, currentLeader, version)
    writer.endTag(mark)
  }
}

export function decodePartitionSnapshot(reader: Reader, version: number): PartitionSnapshot {
  const index = reader.int32()
  const errorCode = reader.int16()
  const snapshotId = decodeSnapshotId(reader, version)
  let currentLeader: LeaderIdAndEpoch = defaultLeaderIdAndEpoch()
  const size = reader.int64()
  const position = reader.int64()
  const unalignedRecords = reader.compactBytes()
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        currentLeader = decodeLeaderIdAndEpoch(reader, version)
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { index, errorCode, snapshotId, currentLeader, size, position, unalignedRecords }
}

/** Part of FetchSnapshotResponse. */
export interface LeaderIdAndEpoch {
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
}

/** What encode takes for {@link LeaderIdAndEpoch}: a field left out has its default. */
export interface LeaderIdAndEpochInput {
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodeLeaderIdAndEpoch(writer: Writer, message: LeaderIdAndEpochInput, _version: number): void {
  const { leaderId = 0, leaderEpoch = 0 } = message
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  writer.int8(0)
}

export function decodeLeaderIdAndEpoch(reader: Reader, _version: number): LeaderIdAndEpoch {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  reader.skipTags()
  return { leaderId, leaderEpoch }
}

function defaultLeaderIdAndEpoch(): LeaderIdAndEpoch {
  return { leaderId: 0, leaderEpoch: 0 }
}

function isDefaultLeaderIdAndEpoch(message: LeaderIdAndEpochInput): boolean {
  const { leaderId = 0, leaderEpoch = 0 } = message
  return leaderId === 0 && leaderEpoch === 0
}

/** Part of FetchSnapshotResponse. */
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

export const fetchSnapshotResponseCodec: MessageCodec<FetchSnapshotResponseInput, FetchSnapshotResponse> = {
  name: 'FetchSnapshotResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeFetchSnapshotResponse,
  decode: decodeFetchSnapshotResponse
}
