// Made by scripts/codegen from ShareFetchResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { RecordsInput, Writer } from '../writer'

/** ShareFetchResponse, versions 1–2. */
export interface ShareFetchResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int32 */
  acquisitionLockTimeoutMs: number
  /** array of ShareFetchableTopicResponse */
  responses: ShareFetchableTopicResponse[]
  /** array of NodeEndpoint */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link ShareFetchResponse}: a field left out has its default. */
export interface ShareFetchResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  acquisitionLockTimeoutMs?: number | undefined
  responses?: readonly ShareFetchableTopicResponseInput[] | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeShareFetchResponse(writer: Writer, message: ShareFetchResponseInput, version: number): void {
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
  writer.int32(acquisitionLockTimeoutMs)
  writer.compactArrayLength(responses.length)
  for (const element of responses) encodeShareFetchableTopicResponse(writer, element, version)
  writer.compactArrayLength(nodeEndpoints.length)
  for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
  writer.int8(0)
}

export function decodeShareFetchResponse(reader: Reader, version: number): ShareFetchResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acquisitionLockTimeoutMs = reader.int32()
  const responses: ShareFetchableTopicResponse[] = []
  const responsesCount = reader.compactArrayLength(18)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeShareFetchableTopicResponse(reader, version))
  const nodeEndpoints: NodeEndpoint[] = []
  const nodeEndpointsCount = reader.compactArrayLength(11)
  for (let i = 0; i < nodeEndpointsCount; i++) nodeEndpoints.push(decodeNodeEndpoint(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints }
}

/** Part of ShareFetchResponse. */
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

/** Part of ShareFetchResponse. */
export interface ShareFetchableTopicResponse {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link ShareFetchableTopicResponse}: a field left out has its default. */
export interface ShareFetchableTopicResponseInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeShareFetchableTopicResponse(writer: Writer, message: ShareFetchableTopicResponseInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeShareFetchableTopicResponse(reader: Reader, version: number): ShareFetchableTopicResponse {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(22)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of ShareFetchResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int16 */
  acknowledgeErrorCode: number
  /** string; may be null; default null */
  acknowledgeErrorMessage: string | null
  /** LeaderIdAndEpoch */
  currentLeader: LeaderIdAndEpoch
  /** records */
  records: Buffer
  /** array of AcquiredRecords */
  acquiredRecords: AcquiredRecords[]
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  acknowledgeErrorCode?: number | undefined
  acknowledgeErrorMessage?: string | null | undefined
  currentLeader?: LeaderIdAndEpochInput | undefined
  records?: RecordsInput | undefined
  acquiredRecords?: readonly AcquiredRecordsInput[] | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = null,
    acknowledgeErrorCode = 0,
    acknowledgeErrorMessage = null,
    currentLeader = {},
    records = emptyBytes,
    acquiredRecords = []
  } = message
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int16(acknowledgeErrorCode)
  writer.compactNullableString(acknowledgeErrorMessage)
  encodeLeaderIdAndEpoch(writer, currentLeader, version)
  writer.compactRecords(records)
  writer.compactArrayLength(acquiredRecords.length)
  for (const element of acquiredRecords) encodeAcquiredRecords(writer, element, version)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acknowledgeErrorCode = reader.int16()
  const acknowledgeErrorMessage = reader.compactNullableString()
  const currentLeader = decodeLeaderIdAndEpoch(reader, version)
  const records = reader.compactBytes()
  const acquiredRecords: AcquiredRecords[] = []
  const acquiredRecordsCount = reader.compactArrayLength(19)
  for (let i = 0; i < acquiredRecordsCount; i++) acquiredRecords.push(decodeAcquiredRecords(reader, version))
  reader.skipTags()
  return { partitionIndex, errorCode, errorMessage, acknowledgeErrorCode, acknowledgeErrorMessage, currentLeader, records, acquiredRecords }
}

/** Part of ShareFetchResponse. */
export interface AcquiredRecords {
  /** int64 */
  firstOffset: bigint
  /** int64 */
  lastOffset: bigint
  /** int16 */
  deliveryCount: number
}

/** What encode takes for {@link AcquiredRecords}: a field left out has its default. */
export interface AcquiredRecordsInput {
  firstOffset?: bigint | undefined
  lastOffset?: bigint | undefined
  deliveryCount?: number | undefined
}

export function encodeAcquiredRecords(writer: Writer, message: AcquiredRecordsInput, _version: number): void {
  const { firstOffset = 0n, lastOffset = 0n, deliveryCount = 0 } = message
  writer.int64(firstOffset)
  writer.int64(lastOffset)
  writer.int16(deliveryCount)
  writer.int8(0)
}

export function decodeAcquiredRecords(reader: Reader, _version: number): AcquiredRecords {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryCount = reader.int16()
  reader.skipTags()
  return { firstOffset, lastOffset, deliveryCount }
}

/** Part of ShareFetchResponse. */
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

export const shareFetchResponseCodec: MessageCodec<ShareFetchResponseInput, ShareFetchResponse> = {
  name: 'ShareFetchResponse',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 1,
  encode: encodeShareFetchResponse,
  decode: decodeShareFetchResponse
}
