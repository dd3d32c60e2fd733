// Made by scripts/codegen from EndQuorumEpochResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** EndQuorumEpochResponse, versions 0–1. */
export interface EndQuorumEpochResponse {
  /** int16 */
  errorCode: number
  /** array of TopicData */
  topics: TopicData[]
  /** array of NodeEndpoint; versions 1+; tag 0 */
  nodeEndpoints: NodeEndpoint[]
}

/** What encode takes for {@link EndQuorumEpochResponse}: a field left out has its default. */
export interface EndQuorumEpochResponseInput {
  errorCode?: number | undefined
  topics?: readonly TopicDataInput[] | undefined
  nodeEndpoints?: readonly NodeEndpointInput[] | undefined
}

export function encodeEndQuorumEpochResponse(writer: Writer, message: EndQuorumEpochResponseInput, version: number): void {
  const { errorCode = 0, topics = [], nodeEndpoints = [] } = message
  const flexible = version >= 1
  writer.int16(errorCode)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  if (version < 1 && nodeEndpoints.length !== 0) notInVersion('EndQuorumEpochResponse', 'nodeEndpoints', version)
  if (flexible) {
    const hasNodeEndpoints = nodeEndpoints.length !== 0
    writer.unsignedVarint(hasNodeEndpoints ? 1 : 0)
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0)
      writer.compactArrayLength(nodeEndpoints.length)
      for (const element of nodeEndpoints) encodeNodeEndpoint(writer, element, version)
      writer.endTag(mark)
    }
  }
}

export function decodeEndQuorumEpochResponse(reader: Reader, version: number): EndQuorumEpochResponse {
  const flexible = version >= 1
  const errorCode = reader.int16()
  const topics: TopicData[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  let nodeEndpoints: NodeEndpoint[] = []
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          nodeEndpoints = []
          const nodeEndpointsCount = reader.compactArrayLength(8)
          for (let j = 0; j < nodeEndpointsCount; j++) nodeEndpoints.push(decodeNodeEndpoint(reader, version))
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return { errorCode, topics, nodeEndpoints }
}

/** Part of EndQuorumEpochResponse. */
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

/** Part of EndQuorumEpochResponse. */
export interface TopicData {
  /** string */
  topicName: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topicName?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, version: number): void {
  const { topicName = '', partitions = [] } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(topicName)
  else writer.string(topicName)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const flexible = version >= 1
  const topicName = flexible ? reader.compactString() : reader.string()
  const partitions: PartitionData[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(15) : reader.arrayLength(14)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  if (flexible) reader.skipTags()
  return { topicName, partitions }
}

/** Part of EndQuorumEpochResponse. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int16 */
  errorCode: number
  /** int32 */
  leaderId: number
  /** int32 */
  leaderEpoch: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  errorCode?: number | undefined
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partitionIndex = 0, errorCode = 0, leaderId = 0, leaderEpoch = 0 } = message
  const flexible = version >= 1
  writer.int32(partitionIndex)
  writer.int16(errorCode)
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  if (flexible) writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 1
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  if (flexible) reader.skipTags()
  return { partitionIndex, errorCode, leaderId, leaderEpoch }
}

export const endQuorumEpochResponseCodec: MessageCodec<EndQuorumEpochResponseInput, EndQuorumEpochResponse> = {
  name: 'EndQuorumEpochResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeEndQuorumEpochResponse,
  decode: decodeEndQuorumEpochResponse
}
