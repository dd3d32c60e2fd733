// Made by scripts/codegen from ElectLeadersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ElectLeadersRequest, versions 0–2. */
export interface ElectLeadersRequest {
  /** int8; versions 1+ */
  electionType: number
  /** array of TopicPartitions; may be null */
  topicPartitions: TopicPartitions[] | null
  /** int32; default 60000 */
  timeoutMs: number
}

/** What encode takes for {@link ElectLeadersRequest}: a field left out has its default. */
export interface ElectLeadersRequestInput {
  electionType?: number | undefined
  topicPartitions?: readonly TopicPartitionsInput[] | null | undefined
  timeoutMs?: number | undefined
}

export function encodeElectLeadersRequest(writer: Writer, message: ElectLeadersRequestInput, version: number): void {
  const { electionType = 0, topicPartitions = [], timeoutMs = 60000 } = message
  const flexible = version >= 2
  if (version >= 1) writer.int8(electionType)
  if (version < 1 && electionType !== 0) notInVersion('ElectLeadersRequest', 'electionType', version)
  if (topicPartitions === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(topicPartitions.length)
    else writer.arrayLength(topicPartitions.length)
    for (const element of topicPartitions) encodeTopicPartitions(writer, element, version)
  }
  writer.int32(timeoutMs)
  if (flexible) writer.int8(0)
}

export function decodeElectLeadersRequest(reader: Reader, version: number): ElectLeadersRequest {
  const flexible = version >= 2
  const electionType = version >= 1 ? reader.int8() : 0
  let topicPartitions: TopicPartitions[] | null = []
  const topicPartitionsCount = flexible ? reader.compactNullableArrayLength(3) : reader.nullableArrayLength(6)
  if (topicPartitionsCount < 0) topicPartitions = null
  else for (let i = 0; i < topicPartitionsCount; i++) topicPartitions.push(decodeTopicPartitions(reader, version))
  const timeoutMs = reader.int32()
  if (flexible) reader.skipTags()
  return { electionType, topicPartitions, timeoutMs }
}

/** Part of ElectLeadersRequest. */
export interface TopicPartitions {
  /** string */
  topic: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link TopicPartitions}: a field left out has its default. */
export interface TopicPartitionsInput {
  topic?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeTopicPartitions(writer: Writer, message: TopicPartitionsInput, version: number): void {
  const { topic = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(topic)
  else writer.string(topic)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const flexible = version >= 2
  const topic = flexible ? reader.compactString() : reader.string()
  const partitions: number[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  if (flexible) reader.skipTags()
  return { topic, partitions }
}

export const electLeadersRequestCodec: MessageCodec<ElectLeadersRequestInput, ElectLeadersRequest> = {
  name: 'ElectLeadersRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeElectLeadersRequest,
  decode: decodeElectLeadersRequest
}
