// Made by scripts/codegen from ProduceResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ProduceResponse, versions 3–13. */
export interface ProduceResponse {
  /** array of TopicProduceResponse */
  responses: TopicProduceResponse[]
  /** int32 */
  throttleTimeMs: number
  /** array of NodeEndpoint; versions 10+; tag 0 */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link ProduceResponse}: a field left out has its default. */
export interface ProduceResponseInput {
  responses?: readonly TopicProduceResponseInput[] | undefined
  throttleTimeMs?: number | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeProduceResponse(writer: Writer, message: ProduceResponseInput, version: number): void {
  const { responses = [], throttleTimeMs = 0, nodeEndpoints = [] } = message
  const flexible = version >= 9
  if (flexible) writer.compactArrayLength(responses.length)
  else writer.arrayLength(responses.length)
  for (const element of responses) encodeTopicProduceResponse(writer, element, version)
  writer.int32(throttleTimeMs)
  if (version < 10 && nodeEndpoints.length !== 0) notInVersion('ProduceResponse', 'nodeEndpoints', version)
  if (flexible) {
    const hasNodeEndpoints = version >= 10 && nodeEndpoints.length !== 0
    writer.unsignedVarint(hasNodeEndpoints ? 1 : 0)
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0)
      writer.compactArrayLength(nodeEndpoints.length)
      for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
      writer.endTag(mark)
    }
  }
}

export function decodeProduceResponse(reader: Reader, version: number): ProduceResponse {
  const flexible = version >= 9
  const responses: TopicProduceResponse[] = []
  const responsesCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < responsesCount; i++) responses.push(decodeTopicProduceResponse(reader, version))
  const throttleTimeMs = reader.int32()
  let nodeEndpoints: NodeEndpoint[] = []
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          if (version >= 10) {
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
  return { responses, throttleTimeMs, nodeEndpoints }
}

/** Part of ProduceResponse. */
export interface NodeEndpoint {
  /** int32; versions 10+ */
  nodeId: number
  /** string; versions 10+ */
  host: string
  /** int32; versions 10+ */
  port: number
  /** string; versions 10+; may be null; default null */
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

/** Part of ProduceResponse. */
export interface TopicProduceResponse {
  /** string; versions 3–12; dropped in other versions */
  name: string
  /** uuid; versions 13+; dropped in other versions */
  topicId: string
  /** array of PartitionProduceResponse */
  partitionResponses: PartitionProduceResponse[]
}

/** What encode takes for {@link TopicProduceResponse}: a field left out has its default. */
export interface TopicProduceResponseInput {
  name?: string | undefined
  topicId?: string | undefined
  partitionResponses?: readonly PartitionProduceResponseInput[] | undefined
}

export function encodeTopicProduceResponse(writer: Writer, message: TopicProduceResponseInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitionResponses = [] } = message
  const flexible = version >= 9
  if (version <= 12) {
    if (flexible) writer.compactString(name)
    else writer.string(name)
  }
  if (version >= 13) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitionResponses.length)
  else writer.arrayLength(partitionResponses.length)
  for (const element of partitionResponses) encodePartitionProduceResponse(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTopicProduceResponse(reader: Reader, version: number): TopicProduceResponse {
  const flexible = version >= 9
  const name = version <= 12 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 13 ? reader.uuid() : zeroUuid
  const partitionResponses: PartitionProduceResponse[] = []
  const partitionResponsesCount = flexible ? reader.compactArrayLength(33) : reader.arrayLength(22)
  for (let i = 0; i < partitionResponsesCount; i++) partitionResponses.push(decodePartitionProduceResponse(reader, version))
  if (flexible) reader.skipTags()
  return { name, topicId, partitionResponses }
}

/** Part of ProduceResponse. */
export interface PartitionProduceResponse {
  /** int32 */
  index: number
  /** int16 */
  errorCode: number
  /** int64 */
  baseOffset: bigint
  /** int64; default -1n */
  logAppendTimeMs: bigint
  /** int64; versions 5+; default -1n; dropped in other versions */
  logStartOffset: bigint
  /** array of BatchIndexAndErrorMessage; versions 8+; dropped in other versions */
  recordErrors: BatchIndexAndErrorMessage[]
  /** string; versions 8+; may be null; default null; dropped in other versions */
  errorMessage: string | null
  /** LeaderIdAndEpoch; versions 10+; tag 0 */
  currentLeader: LeaderIdAndEpoch
}

/** What encode takes for {@link PartitionProduceResponse}: a field left out has its default. */
export interface PartitionProduceResponseInput {
  index?: number | undefined
  errorCode?: number | undefined
  baseOffset?: bigint | undefined
  logAppendTimeMs?: bigint | undefined
  logStartOffset?: bigint | undefined
  recordErrors?: readonly BatchIndexAndErrorMessageInput[] | undefined
  errorMessage?: string | null | undefined
  currentLeader?: LeaderIdAndEpochInput | undefined
}

export function encodePartitionProduceResponse(writer: Writer, message: PartitionProduceResponseInput, version: number): void {
  const {
    index = 0,
    errorCode = 0,
    baseOffset = 0n,
    logAppendTimeMs = -1n,
    logStartOffset = -1n,
    recordErrors = [],
    errorMessage = null,
    currentLeader = {}
  } = message
  const flexible = version >= 9
  writer.int32(index)
  writer.int16(errorCode)
  writer.int64(baseOffset)
  writer.int64(logAppendTimeMs)
  if (version >= 5) writer.int64(logStartOffset)
  if (version >= 8) {
    if (flexible) writer.compactArrayLength(recordErrors.length)
    else writer.arrayLength(recordErrors.length)
    for (const element of recordErrors) encodeBatchIndexAndErrorMessage(writer, element, version)
  }
  if (version >= 8) {
    if (flexible) writer.compactNullableString(errorMessage)
    else writer.nullableString(errorMessage)
  }
  if (version < 10 && !isDefaultLeaderIdAndEpoch(currentLeader)) notInVersion('ProduceResponse', 'PartitionProduceResponse.currentLeader', version)
  if (flexible) {
    const hasCurrentLeader = version >= 10 && !isDefaultLeaderIdAndEpoch(currentLeader)
    writer.unsignedVarint(hasCurrentLeader ? 1 : 0)
    if (hasCurrentLeader) {
      const mark = writer.beginTag(0)
      encodeLeaderIdAndEpoch(writer, currentLeader, version)
      writer.endTag(mark)
    }
  }
}

export function decodePartitionProduceResponse(reader: Reader, version: number): PartitionProduceResponse {
  const flexible = version >= 9
  const index = reader.int32()
  const errorCode = reader.int16()
  const baseOffset = reader.int64()
  const logAppendTimeMs = reader.int64()
  const logStartOffset = version >= 5 ? reader.int64() : -1n
  const recordErrors: BatchIndexAndErrorMessage[] = []
  if (version >= 8) {
    const recordErrorsCount = flexible ? reader.compactArrayLength(6) : reader.arrayLength(6)
    for (let i = 0; i < recordErrorsCount; i++) recordErrors.push(decodeBatchIndexAndErrorMessage(reader, version))
  }
  const errorMessage = version >= 8 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  let currentLeader: LeaderIdAndEpoch = defaultLeaderIdAndEpoch()
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          if (version >= 10) {
            currentLeader = decodeLeaderIdAndEpoch(reader, version)
          } else reader.offset = end
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return { index, errorCode, baseOffset, logAppendTimeMs, logStartOffset, recordErrors, errorMessage, currentLeader }
}

/** Part of ProduceResponse. */
export interface LeaderIdAndEpoch {
  /** int32; versions 10+; default -1 */
  leaderId: number
  /** int32; versions 10+; default -1 */
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

/** Part of ProduceResponse. */
export interface BatchIndexAndErrorMessage {
  /** int32; versions 8+ */
  batchIndex: number
  /** string; versions 8+; may be null; default null */
  batchIndexErrorMessage: string | null
}

/** What encode takes for {@link BatchIndexAndErrorMessage}: a field left out has its default. */
export interface BatchIndexAndErrorMessageInput {
  batchIndex?: number | undefined
  batchIndexErrorMessage?: string | null | undefined
}

export function encodeBatchIndexAndErrorMessage(writer: Writer, message: BatchIndexAndErrorMessageInput, version: number): void {
  const { batchIndex = 0, batchIndexErrorMessage = null } = message
  const flexible = version >= 9
  writer.int32(batchIndex)
  if (flexible) writer.compactNullableString(batchIndexErrorMessage)
  else writer.nullableString(batchIndexErrorMessage)
  if (flexible) writer.int8(0)
}

export function decodeBatchIndexAndErrorMessage(reader: Reader, version: number): BatchIndexAndErrorMessage {
  const flexible = version >= 9
  const batchIndex = reader.int32()
  const batchIndexErrorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { batchIndex, batchIndexErrorMessage }
}

export const produceResponseCodec: MessageCodec<ProduceResponseInput, ProduceResponse> = {
  name: 'ProduceResponse',
  lowestVersion: 3,
  highestVersion: 13,
  lowestFlexibleVersion: 9,
  encode: encodeProduceResponse,
  decode: decodeProduceResponse
}
