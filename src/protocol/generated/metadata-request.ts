// Made by scripts/codegen from MetadataRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion, notNullInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** MetadataRequest, versions 0–13. */
export interface MetadataRequest {
  /** array of MetadataRequestTopic; may be null in versions 1+ */
  topics: MetadataRequestTopic[] | null
  /** bool; versions 4+; default true */
  allowAutoTopicCreation: boolean
  /** bool; versions 8–10 */
  includeClusterAuthorizedOperations: boolean
  /** bool; versions 8+ */
  includeTopicAuthorizedOperations: boolean
}

/** What encode takes for {@link MetadataRequest}: a field left out has its default. */
export interface MetadataRequestInput {
  topics?: readonly MetadataRequestTopicInput[] | null | undefined
  allowAutoTopicCreation?: boolean | undefined
  includeClusterAuthorizedOperations?: boolean | undefined
  includeTopicAuthorizedOperations?: boolean | undefined
}

export function encodeMetadataRequest(writer: Writer, message: MetadataRequestInput, version: number): void {
  const {
    topics = [],
    allowAutoTopicCreation = true,
    includeClusterAuthorizedOperations = false,
    includeTopicAuthorizedOperations = false
  } = message
  const flexible = version >= 9
  if (version < 1 && topics === null) notNullInVersion('MetadataRequest', 'topics', version)
  if (topics === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(topics.length)
    else writer.arrayLength(topics.length)
    for (const element of topics) encodeMetadataRequestTopic(writer, element, version)
  }
  if (version >= 4) writer.bool(allowAutoTopicCreation)
  if (version < 4 && !allowAutoTopicCreation) notInVersion('MetadataRequest', 'allowAutoTopicCreation', version)
  if ((version >= 8 && version <= 10)) writer.bool(includeClusterAuthorizedOperations)
  if ((version < 8 || version > 10) && includeClusterAuthorizedOperations) notInVersion('MetadataRequest', 'includeClusterAuthorizedOperations', version)
  if (version >= 8) writer.bool(includeTopicAuthorizedOperations)
  if (version < 8 && includeTopicAuthorizedOperations) notInVersion('MetadataRequest', 'includeTopicAuthorizedOperations', version)
  if (flexible) writer.int8(0)
}

export function decodeMetadataRequest(reader: Reader, version: number): MetadataRequest {
  const flexible = version >= 9
  let topics: MetadataRequestTopic[] | null = []
  const topicsCount = version >= 1 ? (flexible ? reader.compactNullableArrayLength(2) : reader.nullableArrayLength(2)) : flexible ? reader.compactArrayLength(2) : reader.arrayLength(2)
  if (topicsCount < 0) topics = null
  else for (let i = 0; i < topicsCount; i++) topics.push(decodeMetadataRequestTopic(reader, version))
  const allowAutoTopicCreation = version >= 4 ? reader.bool() : true
  const includeClusterAuthorizedOperations = (version >= 8 && version <= 10) ? reader.bool() : false
  const includeTopicAuthorizedOperations = version >= 8 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { topics, allowAutoTopicCreation, includeClusterAuthorizedOperations, includeTopicAuthorizedOperations }
}

/** Part of MetadataRequest. */
export interface MetadataRequestTopic {
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** string; may be null in versions 10+ */
  name: string | null
}

/** What encode takes for {@link MetadataRequestTopic}: a field left out has its default. */
export interface MetadataRequestTopicInput {
  topicId?: string | undefined
  name?: string | null | undefined
}

export function encodeMetadataRequestTopic(writer: Writer, message: MetadataRequestTopicInput, version: number): void {
  const { topicId = zeroUuid, name = '' } = message
  const flexible = version >= 9
  if (version >= 10) writer.uuid(topicId)
  if (version < 10 && name === null) notNullInVersion('MetadataRequest', 'MetadataRequestTopic.name', version)
  if (flexible) writer.compactNullableString(name)
  else writer.nullableString(name)
  if (flexible) writer.int8(0)
}

export function decodeMetadataRequestTopic(reader: Reader, version: number): MetadataRequestTopic {
  const flexible = version >= 9
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const name = version >= 10 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { topicId, name }
}

export const metadataRequestCodec: MessageCodec<MetadataRequestInput, MetadataRequest> = {
  name: 'MetadataRequest',
  lowestVersion: 0,
  highestVersion: 13,
  lowestFlexibleVersion: 9,
  encode: encodeMetadataRequest,
  decode: decodeMetadataRequest
}
