// Made by scripts/codegen from FetchResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { RecordsInput, Writer } from '../writer'

/** FetchResponse, versions 4–18. */
export interface FetchResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16; versions 7+; dropped in other versions */
  errorCode: number
  /** int32; versions 7+ */
  sessionId: number
  /** array of FetchableTopicResponse */
  responses: FetchableTopicResponse[]
  /** array of NodeEndpoint; versions 16+; tag 0 */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link FetchResponse}: a field left out has its default. */
export interface FetchResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  sessionId?: number | undefined
  responses?: readonly FetchableTopicResponseInput[] | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeFetchResponse(writer: Writer, message: FetchResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, sessionId = 0, responses = [], nodeEndpoints = [] } = message
  const flexible = version >= 12
  writer.int32(throttleTimeMs)
  if (version >= 7) writer.int16(errorCode)
  if (version >= 7) writer.int32(sessionId)
  if (version < 7 && sessionId !== 0) notInVersion('FetchResponse', 'sessionId', version)
  if (flexible) writer.compactArrayLength(responses.length)
  else writer.arrayLength(responses.length)
  for (const element of responses) encodeFetchableTopicResponse(writer, element, version)
  if (version < 16 && nodeEndpoints.length !== 0) notInVersion('FetchResponse', 'nodeEndpoints', version)
  if (flexible) {
    const hasNodeEndpoints = version >= 16 && nodeEndpoints.length !== 0
    writer.unsignedVarint(hasNodeEndpoints ? 1 : 0)
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0)
      writer.compactArrayLength(nodeEndpoints.length)
      for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
      writer.endTag(mark)
    }
  }
}

export function decodeFetchResponse(reader: Reader, version: number): FetchResponse {
  const flexible = version >= 12
  const throttleTimeMs = reader.int32()
  const errorCode = version >= 7 ? reader.int16() : 0
  const sessionId = version >= 7 ? reader.int32() : 0
  const responses: FetchableTopicResponse[] = []
  const responsesCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeFetchableTopicResponse(reader, version))
  let nodeEndpoints: NodeEndpoint[] = []
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          if (version >= 16) {
            nodeEndpoints = []
            const nodeEndpointsCount = reader.compactArrayLength(11)
            for (let j = 0; j < nodeEndpointsCount; j++) nodeEndpoints.push(decodeNodeEndpoint(reader, version))
          } else reader.offset = end
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints }
}

/** Part of FetchResponse. */
export interface NodeEndpoint {
  /** int32; versions 16+ */
  nodeId: number
  /** string; versions 16+ */
  host: string
  /** int32; versions 16+ */
  port: number
  /** string; versions 16+; may be null; default null */
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

/** Part of FetchResponse. */
export interface FetchableTopicResponse {
  /** string; versions 4–12; dropped in other versions */
  topic: string
  /** uuid; versions 13+; dropped in other versions */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link FetchableTopicResponse}: a field left out has its default. */
export interface FetchableTopicResponseInput {
  topic?: string | undefined
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeFetchableTopicResponse(writer: Writer, message: FetchableTopicResponseInput, version: number): void {
  const { topic = '', topicId = zeroUuid, partitions = [] } = message
  const flexible = version >= 12
  if (version <= 12) {
    if (flexible) writer.compactString(topic)
    else writer.string(topic)
  }
  if (version >= 13) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeFetchableTopicResponse(reader: Reader, version: number): FetchableTopicResponse {
  const flexible = version >= 12
  const topic = version <= 12 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 13 ? reader.uuid() : zeroUuid
  const partitions: PartitionData[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(37) : reader.arrayLength(30)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  if (flexible) reader.skipTags()
  return { topic, topicId, partitions }
}

/** Part of FetchResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** int64 */
  highWatermark: bigint
  /** int64; default -1n */
  lastStableOffset: bigint
  /** int64; versions 5+; default -1n; dropped in other versions */
  logStartOffset: bigint
  /** EpochEndOffset; versions 12+; tag 0 */
  divergingEpoch: EpochEndOffset
  /** LeaderIdAndEpoch; versions 12+; tag 1 */
  currentLeader: LeaderIdAndEpoch
  /** SnapshotId; versions 12+; tag 2 */
  snapshotId: SnapshotId
  /** array of AbortedTransaction; may be null */
  abortedTransactions: AbortedTransaction[] | null
  /** int32; versions 11+; default -1 */
  preferredReadReplica: number
  /** records; may be null; default null */
  records: Buffer | null
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  highWatermark?: bigint | undefined
  lastStableOffset?: bigint | undefined
  logStartOffset?: bigint | undefined
  divergingEpoch?: EpochEndOffsetInput | undefined
  currentLeader?: LeaderIdAndEpochInput | undefined
  snapshotId?: SnapshotIdInput | undefined
  abortedTransactions?: readonly AbortedTransactionInput[] | null | undefined
  preferredReadReplica?: number | undefined
  records?: RecordsInput | null | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const {
    partitionIndex = 0,
    errorCode = 0,
    highWatermark = 0n,
    lastStableOffset = -1n,
    logStartOffset = -1n,
    divergingEpoch = {},
    currentLeader = {},
    snapshotId = {},
    abortedTransactions = [],
    preferredReadReplica = -1,
    records = null
  } = message
  const flexible = version >= 12
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int64(highWatermark)
  writer.int64(lastStableOffset)
  if (version >= 5) writer.int64(logStartOffset)
  if (version < 12 && !isDefaultEpochEndOffset(divergingEpoch)) notInVersion('FetchResponse', 'PartitionData.divergingEpoch', version)
  if (version < 12 && !isDefaultLeaderIdAndEpoch(currentLeader)) notInVersion('FetchResponse', 'PartitionData.currentLeader', version)
  if (version < 12 && !isDefaultSnapshotId(snapshotId)) notInVersion('FetchResponse', 'PartitionData.snapshotId', version)
  if (abortedTransactions === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(abortedTransactions.length)
    else writer.arrayLength(abortedTransactions.length)
    for (const element of abortedTransactions) encodeAbortedTransaction(writer, element, version)
  }
  if (version >= 11) writer.int32(preferredReadReplica)
  if (version < 11 && preferredReadReplica !== -1) notInVersion('FetchResponse', 'PartitionData.preferredReadReplica', version)
  if (flexible) writer.compactRecords(records)
  else writer.records(records)
  if (flexible) {
    const hasDivergingEpoch = !isDefaultEpochEndOffset(divergingEpoch)
    const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(currentLeader)
    const hasSnapshotId = !isDefaultSnapshotId(snapshotId)
    writer.unsignedVarint((hasDivergingEpoch ? 1 : 0) + (hasCurrentLeader ? 1 : 0) + (hasSnapshotId ? 1 : 0))
    if (hasDivergingEpoch) {
      const mark = writer.beginTag(0)
      encodeEpochEndOffset(writer, divergingEpoch, version)
      writer.endTag(mark)
    }
    if (hasCurrentLeader) {
      const mark = writer.beginTag(1)
      encodeLeaderIdAndEpoch(writer, currentLeader, version)
      writer.endTag(mark)
    }
    if (hasSnapshotId) {
      const mark = writer.beginTag(2)
      encodeSnapshotId(writer, snapshotId, version)
      writer.endTag(mark)
    }
  }
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 12
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const highWatermark = reader.int64()
  const lastStableOffset = reader.int64()
  const logStartOffset = version >= 5 ? reader.int64() : -1n
  let divergingEpoch: EpochEndOffset = defaultEpochEndOffset()
  let currentLeader: LeaderIdAndEpoch = defaultLeaderIdAndEpoch()
  let snapshotId: SnapshotId = defaultSnapshotId()
  let abortedTransactions: AbortedTransaction[] | null = []
  const abortedTransactionsCount = flexible ? reader.compactNullableArrayLength(17) : reader.nullableArrayLength(16)
  if (abortedTransactionsCount < 0) abortedTransactions = null
  else for (let i = 0; i < abortedTransactionsCount; i++) abortedTransactions.push(decodeAbortedTransaction(reader, version))
  const preferredReadReplica = version >= 11 ? reader.int32() : -1
  const records = flexible ? reader.compactNullableBytes() : reader.nullableBytes()
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          divergingEpoch = decodeEpochEndOffset(reader, version)
          break
        case 1:
          currentLeader = decodeLeaderIdAndEpoch(reader, version)
          break
        case 2:
          snapshotId = decodeSnapshotId(reader, version)
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    divergingEpoch,
    currentLeader,
    snapshotId,
    abortedTransactions,
    preferredReadReplica,
    records
  }
}

/** Part of FetchResponse. */
export interface AbortedTransaction {
  /** int64 */
  producerId: bigint
  /** int64 */
  firstOffset: bigint
}

/** What encode takes for {@link AbortedTransaction}: a field left out has its default. */
export interface AbortedTransactionInput {
  producerId?: bigint | undefined
  firstOffset?: bigint | undefined
}

export function encodeAbortedTransaction(writer: Writer, message: AbortedTransactionInput, version: number): void {
  const { producerId = 0n, firstOffset = 0n } = message
  const flexible = version >= 12
  writer.int64(producerId)
  writer.int64(firstOffset)
  if (flexible) writer.int8(0)
}

export function decodeAbortedTransaction(reader: Reader, version: number): AbortedTransaction {
  const flexible = version >= 12
  const producerId = reader.int64()
  const firstOffset = reader.int64()
  if (flexible) reader.skipTags()
  return { producerId, firstOffset }
}

/** Part of FetchResponse. */
export interface SnapshotId {
  /** int64; versions 12+; default -1n */
  endOffset: bigint
  /** int32; versions 12+; default -1 */
  epoch: number
}

/** What encode takes for {@link SnapshotId}: a field left out has its default. */
export interface SnapshotIdInput {
  endOffset?: bigint | undefined
  epoch?: number | undefined
}

export function encodeSnapshotId(writer: Writer, message: SnapshotIdInput, _version: number): void {
  const { endOffset = -1n, epoch = -1 } = message
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

function defaultSnapshotId(): SnapshotId {
  return { endOffset: -1n, epoch: -1 }
}

function isDefaultSnapshotId(message: SnapshotIdInput): boolean {
  const { endOffset = -1n, epoch = -1 } = message
  return endOffset === -1n && epoch === -1
}

/** Part of FetchResponse. */
export interface LeaderIdAndEpoch {
  /** int32; versions 12+; default -1 */
  leaderId: number
  /** int32; versions 12+; default -1 */
  leaderEpoch: number
}

/** What encode takes for {@link LeaderIdAndEpoch}: a field left out has its default. */
export interface LeaderIdAndEpochInput {
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodeLeaderIdAndEpoch(writer: Writer, message: LeaderIdAndEpochInput, _version: number): void {
  const { leaderId = -1, leaderEpoch = -1 } = message
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
  return { leaderId: -1, leaderEpoch: -1 }
}

function isDefaultLeaderIdAndEpoch(message: LeaderIdAndEpochInput): boolean {
  const { leaderId = -1, leaderEpoch = -1 } = message
  return leaderId === -1 && leaderEpoch === -1
}

/** Part of FetchResponse. */
export interface EpochEndOffset {
  /** int32; versions 12+; default -1 */
  epoch: number
  /** int64; versions 12+; default -1n */
  endOffset: bigint
}

/** What encode takes for {@link EpochEndOffset}: a field left out has its default. */
export interface EpochEndOffsetInput {
  epoch?: number | undefined
  endOffset?: bigint | undefined
}

export function encodeEpochEndOffset(writer: Writer, message: EpochEndOffsetInput, _version: number): void {
  const { epoch = -1, endOffset = -1n } = message
  writer.int32(epoch)
  writer.int64(endOffset)
  writer.int8(0)
}

export function decodeEpochEndOffset(reader: Reader, _version: number): EpochEndOffset {
  const epoch = reader.int32()
  const endOffset = reader.int64()
  reader.skipTags()
  return { epoch, endOffset }
}

function defaultEpochEndOffset(): EpochEndOffset {
  return { epoch: -1, endOffset: -1n }
}

function isDefaultEpochEndOffset(message: EpochEndOffsetInput): boolean {
  const { epoch = -1, endOffset = -1n } = message
  return epoch === -1 && endOffset === -1n
}

export const fetchResponseCodec: MessageCodec<FetchResponseInput, FetchResponse> = {
  name: 'FetchResponse',
  lowestVersion: 4,
  highestVersion: 18,
  lowestFlexibleVersion: 12,
  encode: encodeFetchResponse,
  decode: decodeFetchResponse
}
