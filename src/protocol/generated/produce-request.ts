// Made by scripts/codegen from ProduceRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { RecordsInput, Writer } from '../writer'

/** ProduceRequest, versions 3–13. */
export interface ProduceRequest {
  /** string; may be null; default null */
  transactionalId: string | null
  /** int16 */
  acks: number
  /** int32 */
  timeoutMs: number
  /** array of TopicProduceData */
  topicData: TopicProduceData[]
}

/** What encode takes for {@link ProduceRequest}: a field left out has its default. */
export interface ProduceRequestInput {
  transactionalId?: string | null | undefined
  acks?: number | undefined
  timeoutMs?: number | undefined
  topicData?: readonly TopicProduceDataInput[] | undefined
}

export function encodeProduceRequest(writer: Writer, message: ProduceRequestInput, version: number): void {
  const { transactionalId = null, acks = 0, timeoutMs = 0, topicData = [] } = message
  const flexible = version >= 9
  if (flexible) writer.compactNullableString(transactionalId)
  else writer.nullableString(transactionalId)
  writer.int16(acks)
  writer.int32(timeoutMs)
  if (flexible) writer.compactArrayLength(topicData.length)
  else writer.arrayLength(topicData.length)
  for (const element of topicData) encodeTopicProduceData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeProduceRequest(reader: Reader, version: number): ProduceRequest {
  const flexible = version >= 9
  const transactionalId = flexible ? reader.compactNullableString() : reader.nullableString()
  const acks = reader.int16()
  const timeoutMs = reader.int32()
  const topicData: TopicProduceData[] = []
  const topicDataCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicDataCount; i++) topicData.push(decodeTopicProduceData(reader, version))
  if (flexible) reader.skipTags()
  return { transactionalId, acks, timeoutMs, topicData }
}

/** Part of ProduceRequest. */
export interface TopicProduceData {
  /** string; versions 3–12; dropped in other versions */
  name: string
  /** uuid; versions 13+; dropped in other versions */
  topicId: string
  /** array of PartitionProduceData */
  partitionData: PartitionProduceData[]
}

/** What encode takes for {@link TopicProduceData}: a field left out has its default. */
export interface TopicProduceDataInput {
  name?: string | undefined
  topicId?: string | undefined
  partitionData?: readonly PartitionProduceDataInput[] | undefined
}

export function encodeTopicProduceData(writer: Writer, message: TopicProduceDataInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitionData = [] } = message
  const flexible = version >= 9
  if (version <= 12) {
    if (flexible) writer.compactString(name)
    else writer.string(name)
  }
  if (version >= 13) writer.uuid(topicId)
  if (flexible) writer.compactArrayLength(partitionData.length)
  else writer.arrayLength(partitionData.length)
  for (const element of partitionData) encodePartitionProduceData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeTopicProduceData(reader: Reader, version: number): TopicProduceData {
  const flexible = version >= 9
  const name = version <= 12 ? (flexible ? reader.compactString() : reader.string()) : ''
  const topicId = version >= 13 ? reader.uuid() : zeroUuid
  const partitionData: PartitionProduceData[] = []
  const partitionDataCount = flexible ? reader.compactArrayLength(6) : reader.arrayLength(8)
  for (let i = 0; i < partitionDataCount; i++) partitionData.push(decodePartitionProduceData(reader, version))
  if (flexible) reader.skipTags()
  return { name, topicId, partitionData }
}

/** Part of ProduceRequest. */
export interface PartitionProduceData {
  /** int32 */
  index: number
  /** records; may be null; default null */
  records: Buffer | null
}

/** What encode takes for {@link PartitionProduceData}: a field left out has its default. */
export interface PartitionProduceDataInput {
  index?: number | undefined
  records?: RecordsInput | null | undefined
}

export function encodePartitionProduceData(writer: Writer, message: PartitionProduceDataInput, version: number): void {
  const { index = 0, records = null } = message
  const flexible = version >= 9
  writer.int32(index)
  if (flexible) writer.compactRecords(records)
  else writer.records(records)
  if (flexible) writer.int8(0)
}

export function decodePartitionProduceData(reader: Reader, version: number): PartitionProduceData {
  const flexible = version >= 9
  const index = reader.int32()
  const records = flexible ? reader.compactNullableBytes() : reader.nullableBytes()
  if (flexible) reader.skipTags()
  return { index, records }
}

export const produceRequestCodec: MessageCodec<ProduceRequestInput, ProduceRequest> = {
  name: 'ProduceRequest',
  lowestVersion: 3,
  highestVersion: 13,
  lowestFlexibleVersion: 9,
  encode: encodeProduceRequest,
  decode: decodeProduceRequest
}
