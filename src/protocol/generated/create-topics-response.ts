// Made by scripts/codegen from CreateTopicsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** CreateTopicsResponse, versions 2–7. */
export interface CreateTopicsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of CreatableTopicResult */
  topics: CreatableTopicResult[]
}

/** What encode takes for {@link CreateTopicsResponse}: a field left out has its default. */
export interface CreateTopicsResponseInput {
  throttleTimeMs?: number | undefined
  topics?: readonly CreatableTopicResultInput[] | undefined
}

export function encodeCreateTopicsResponse(writer: Writer, message: CreateTopicsResponseInput, version: number): void {
  const { throttleTimeMs = 0, topics = [] } = message
  const flexible = version >= 5
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeCreatableTopicResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeCreateTopicsResponse(reader: Reader, version: number): CreateTopicsResponse {
  const flexible = version >= 5
  const throttleTimeMs = reader.int32()
  const topics: CreatableTopicResult[] = []
  const topicsCount = flexible ? reader.compactArrayLength(12) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeCreatableTopicResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, topics }
}

/** Part of CreateTopicsResponse. */
export interface CreatableTopicResult {
  /** string */
  name: string
  /** uuid; versions 7+; dropped in other versions */
  topicId: string
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** int16; versions 5+; tag 0; dropped in other versions */
  topicConfigErrorCode: number
  /** int32; versions 5+; default -1; dropped in other versions */
  numPartitions: number
  /** int16; versions 5+; default -1; dropped in other versions */
  replicationFactor: number
  /** array of CreatableTopicConfigs; versions 5+; may be null; dropped in other versions */
  configs: CreatableTopicConfigs[] | null
}

/** What encode takes for {@link CreatableTopicResult}: a field left out has its default. */
export interface CreatableTopicResultInput {
  name?: string | undefined
  topicId?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  topicConfigErrorCode?: number | undefined
  numPartitions?: number | undefined
  replicationFactor?: number | undefined
  configs?: readonly CreatableTopicConfigsInput[] | null | undefined
}

export function encodeCreatableTopicResult(writer: Writer, message: CreatableTopicResultInput, version: number): void {
  const {
    name = '',
    topicId = zeroUuid,
    errorCode = 0,
    errorMessage = '',
    topicConfigErrorCode = 0,
    numPartitions = -1,
    replicationFactor = -1,
    configs = []
  } = message
  const flexible = version >= 5
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (version >= 7) writer.uuid(topicId)
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (version >= 5) writer.int32(numPartitions)
  if (version >= 5) writer.int16(replicationFactor)
  if (version >= 5) {
    if (configs === null) {
      writer.compactArrayLength(-1)
    } else {
      writer.compactArrayLength(configs.length)
      for (const element of configs) encodeCreatableTopicConfigs(writer, element, version)
    }
  }
  if (flexible) {
    const hasTopicConfigErrorCode = topicConfigErrorCode !== 0
    writer.unsignedVarint(hasTopicConfigErrorCode ? 1 : 0)
    if (hasTopicConfigErrorCode) {
      writer.unsignedVarint(0)
      writer.unsignedVarint(2)
      writer.int16(topicConfigErrorCode)
    }
  }
}

export function decodeCreatableTopicResult(reader: Reader, version: number): CreatableTopicResult {
  const flexible = version >= 5
  const name = flexible ? reader.compactString() : reader.string()
  const topicId = version >= 7 ? reader.uuid() : zeroUuid
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  let topicConfigErrorCode: number = 0
  const numPartitions = version >= 5 ? reader.int32() : -1
  const replicationFactor = version >= 5 ? reader.int16() : -1
  let configs: CreatableTopicConfigs[] | null = []
  if (version >= 5) {
    const configsCount = reader.compactNullableArrayLength(6)
    if (configsCount < 0) configs = null
    else for (let i = 0; i < configsCount; i++) configs.push(decodeCreatableTopicConfigs(reader, version))
  }
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          topicConfigErrorCode = reader.int16()
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return { name, topicId, errorCode, errorMessage, topicConfigErrorCode, numPartitions, replicationFactor, configs }
}

/** Part of CreateTopicsResponse. */
export interface CreatableTopicConfigs {
  /** string; versions 5+ */
  name: string
  /** string; versions 5+; may be null */
  value: string | null
  /** bool; versions 5+ */
  readOnly: boolean
  /** int8; versions 5+; default -1; dropped in other versions */
  configSource: number
  /** bool; versions 5+ */
  isSensitive: boolean
}

/** What encode takes for {@link CreatableTopicConfigs}: a field left out has its default. */
export interface CreatableTopicConfigsInput {
  name?: string | undefined
  value?: string | null | undefined
  readOnly?: boolean | undefined
  configSource?: number | undefined
  isSensitive?: boolean | undefined
}

export function encodeCreatableTopicConfigs(writer: Writer, message: CreatableTopicConfigsInput, _version: number): void {
  const { name = '', value = '', readOnly = false, configSource = -1, isSensitive = false } = message
  writer.compactString(name)
  writer.compactNullableString(value)
  writer.bool(readOnly)
  writer.int8(configSource)
  writer.bool(isSensitive)
  writer.int8(0)
}

export function decodeCreatableTopicConfigs(reader: Reader, _version: number): CreatableTopicConfigs {
  const name = reader.compactString()
  const value = reader.compactNullableString()
  const readOnly = reader.bool()
  const configSource = reader.int8()
  const isSensitive = reader.bool()
  reader.skipTags()
  return { name, value, readOnly, configSource, isSensitive }
}

export const createTopicsResponseCodec: MessageCodec<CreateTopicsResponseInput, CreateTopicsResponse> = {
  name: 'CreateTopicsResponse',
  lowestVersion: 2,
  highestVersion: 7,
  lowestFlexibleVersion: 5,
  encode: encodeCreateTopicsResponse,
  decode: decodeCreateTopicsResponse
}
