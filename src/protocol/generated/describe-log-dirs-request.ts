// Made by scripts/codegen from DescribeLogDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeLogDirsRequest, versions 1–5. */
export interface DescribeLogDirsRequest {
  /** array of DescribableLogDirTopic; may be null */
  topics: DescribableLogDirTopic[] | null
}

/** What encode takes for {@link DescribeLogDirsRequest}: a field left out has its default. */
export interface DescribeLogDirsRequestInput {
  topics?: readonly DescribableLogDirTopicInput[] | null | undefined
}

export function encodeDescribeLogDirsRequest(writer: Writer, message: DescribeLogDirsRequestInput, version: number): void {
  const { topics = [] } = message
  const flexible = version >= 2
  if (topics === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(topics.length)
    else writer.arrayLength(topics.length)
    for (const element of topics) encodeDescribableLogDirTopic(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeDescribeLogDirsRequest(reader: Reader, version: number): DescribeLogDirsRequest {
  const flexible = version >= 2
  let topics: DescribableLogDirTopic[] | null = []
  const topicsCount = flexible ? reader.compactNullableArrayLength(3) : reader.nullableArrayLength(6)
  if (topicsCount < 0) topics = null
  else for (let i = 0; i < topicsCount; i++) topics.push(decodeDescribableLogDirTopic(reader, version))
  if (flexible) reader.skipTags()
  return { topics }
}

/** Part of DescribeLogDirsRequest. */
export interface DescribableLogDirTopic {
  /** string */
  topic: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link DescribableLogDirTopic}: a field left out has its default. */
export interface DescribableLogDirTopicInput {
  topic?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeDescribableLogDirTopic(writer: Writer, message: DescribableLogDirTopicInput, version: number): void {
  const { topic = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(topic)
  else writer.string(topic)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeDescribableLogDirTopic(reader: Reader, version: number): DescribableLogDirTopic {
  const flexible = version >= 2
  const topic = flexible ? reader.compactString() : reader.string()
  const partitions: number[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  if (flexible) reader.skipTags()
  return { topic, partitions }
}

export const describeLogDirsRequestCodec: MessageCodec<DescribeLogDirsRequestInput, DescribeLogDirsRequest> = {
  name: 'DescribeLogDirsRequest',
  lowestVersion: 1,
  highestVersion: 5,
  lowestFlexibleVersion: 2,
  encode: encodeDescribeLogDirsRequest,
  decode: decodeDescribeLogDirsRequest
}
