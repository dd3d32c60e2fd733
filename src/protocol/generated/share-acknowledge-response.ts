// Made by scripts/codegen from ShareAcknowledgeResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ShareAcknowledgeResponse, versions 1–2. */
export interface ShareAcknowledgeResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int32; versions 2+; dropped in other versions */
  acquisitionLockTimeoutMs: number
  /** array of ShareAcknowledgeTopicResponse */
  responses: ShareAcknowledgeTopicResponse[]
  /** array of NodeEndpoint */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link ShareAcknowledgeResponse}: a field left out has its default. */
export interface ShareAcknowledgeResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  acquisitionLockTimeoutMs?: number | undefined
  responses?: readonly ShareAcknowledgeTopicResponseInput[] | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeShareAcknowledgeResponse(writer: Writer, message: ShareAcknowledgeResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    acquisitionLockTimeoutMs = 0,
    responses = [],
    nodeEndpoints = []
  } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  if (version >= 2) writer.int32(acquisitionLockTimeoutMs)
  writer.compactArrayLength(responses.length)
  for (const element of responses) encodeShareAcknowledgeTopicResponse(writer, element, version)
  writer.compactArrayLength(nodeEndpoints.length)
  for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
  writer.int8(0)
}

export function decodeShareAcknowledgeResponse(reader: Reader, version: number): ShareAcknowledgeResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acquisitionLockTimeoutMs = version >= 2 ? reader.int32() : 0
  const responses: ShareAcknowledgeTopicResponse[] = []
  const responsesCount = reader.compactArrayLength(18)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeShareAcknowledgeTopicResponse(reader, version))
  const nodeEndpoints: NodeEndpoint[] = []
  const nodeEndpointsCount = reader.compactArrayLength(11)
  for (let i = 0; i < nodeEndpointsCount; i++) nodeEndpoints.push(decodeNodeEndpoint(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints }
}

/** Part of ShareAcknowledgeResponse. */
export interface NodeEndpoint {
  /** int32 */
  nodeId: number
  /** string */
  host: string
  /** int32 */
  port: number
  /** string; may be null; default null */
  rack: string | null
}

/** What encode takes for {@link NodeEndpoint}: a field left out has its default. */
export interface NodeEndpointInput {
  nodeId?: number | undefined
  host?: string | undefined
  port?: number | undefined
  rack?: string | null | undefined
}

export function encodeNodeEndpoint(writer: Writer, message: NodeEndpointInput, _version: number): void {
  const { nodeId = 0, host = '', port = 0, rack = null } = message
  writer.int32(nodeId)
  writer.compactString(host)
  writer.int32(port)
  writer.compactNullableString(rack)
  writer.int8(0)
}

export function decodeNodeEndpoint(reader: Reader, _version: number): NodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  reader.skipTags()
  return { nodeId, host, port, rack }
}

/** Part of ShareAcknowledgeResponse. */
export interface ShareAcknowledgeTopicResponse {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link ShareAcknowledgeTopicResponse}: a field left out has its default. */
export interface ShareAcknowledgeTopicResponseInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeShareAcknowledgeTopicResponse(writer: Writer, message: ShareAcknowledgeTopicResponseInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeShareAcknowledgeTopicResponse(reader: Reader, version: number): ShareAcknowledgeTopicResponse {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(17)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ShareAcknowledgeResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** LeaderIdAndEpoch */
  currentLeader: LeaderIdAndEpoch
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  currentLeader?: LeaderIdAndEpochInput | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partitionIndex = 0, errorCode = 0, errorMessage = null, currentLeader = {} } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  encodeLeaderIdAndEpoch(writer, currentLeader, version)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const currentLeader = decodeLeaderIdAndEpoch(reader, version)
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage, currentLeader }
}

/** Part of ShareAcknowledgeResponse. */
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

export const shareAcknowledgeResponseCodec: MessageCodec<ShareAcknowledgeResponseInput, ShareAcknowledgeResponse> = {
  name: 'ShareAcknowledgeResponse',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeShareAcknowledgeResponse,
  decode: decodeShareAcknowledgeResponse
}
