// Made by scripts/codegen from DeleteTopicsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** DeleteTopicsRequest, versions 1–6. */
export interface DeleteTopicsRequest {
  /** array of DeleteTopicState; versions 6+ */
  topics: DeleteTopicState[]
  /** array of string; versions 1–5; dropped in other versions */
  topicNames: string[]
  /** int32 */
  timeoutMs: number
}

/** What encode takes for {@link DeleteTopicsRequest}: a field left out has its default. */
export interface DeleteTopicsRequestInput {
  topics?: readonly DeleteTopicStateInput[] | undefined
  topicNames?: readonly string[] | undefined
  timeoutMs?: number | undefined
}

export function encodeDeleteTopicsRequest(writer: Writer, message: DeleteTopicsRequestInput, version: number): void {
  const { topics = [], topicNames = [], timeoutMs = 0 } = message
  const flexible = version >= 4
  if (version >= 6) {
    writer.compactArrayLength(topics.length)
    for (const element of topics) encodeDeleteTopicState(writer, element, version)
  }
  if (version < 6 && topics.length !== 0) notInVersion('DeleteTopicsRequest', 'topics', version)
  if (version <= 5) {
    if (flexible) writer.compactArrayLength(topicNames.length)
    else writer.arrayLength(topicNames.length)
    for (const element of topicNames) {
      if (flexible) writer.compactString(element)
      else writer.string(element)
    }
  }
  writer.int32(timeoutMs)
  if (flexible) writer.int8(0)
}

export function decodeDeleteTopicsRequest(reader: Reader, version: number): DeleteTopicsRequest {
  const flexible = version >= 4
  const topics: DeleteTopicState[] = []
  if (version >= 6) {
    const topicsCount = reader.compactArrayLength(18)
    for (let i = 0; i < topicsCount; i++) topics.push(decodeDeleteTopicState(reader, version))
  }
  const topicNames: string[] = []
  if (version <= 5) {
    const topicNamesCount = flexible ? reader.compactArrayLength(1) : reader.arrayLength(2)
    for (let i = 0; i < topicNamesCount; i++) topicNames.push(flexible ? reader.compactString() : reader.string())
  }
  const timeoutMs = reader.int32()
  if (flexible) reader.skipTags()
  return { topics, topicNames, timeoutMs }
}

/** Part of DeleteTopicsRequest. */
export interface DeleteTopicState {
  /** string; versions 6+; may be null; default null */
  name: string | null
  /** uuid; versions 6+ */
  topicId: string
}

/** What encode takes for {@link DeleteTopicState}: a field left out has its default. */
export interface DeleteTopicStateInput {
  name?: string | null | undefined
  topicId?: string | undefined
}

export function encodeDeleteTopicState(writer: Writer, message: DeleteTopicStateInput, _version: number): void {
  const { name = null, topicId = zeroUuid } = message
  writer.compactNullableString(name)
  writer.uuid(topicId)
  writer.int8(0)
}

export function decodeDeleteTopicState(reader: Reader, _version: number): DeleteTopicState {
  const name = reader.compactNullableString()
  const topicId = reader.uuid()
  reader.skipTags()
  return { name, topicId }
}

export const deleteTopicsRequestCodec: MessageCodec<DeleteTopicsRequestInput, DeleteTopicsRequest> = {
  name: 'DeleteTopicsRequest',
  lowestVersion: 1,
  highestVersion: 6,
  lowestFlexibleVersion: 4,
  encode: encodeDeleteTopicsRequest,
  decode: decodeDeleteTopicsRequest
}
