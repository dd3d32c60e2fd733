// Made by scripts/codegen from OffsetFetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion, notNullInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** OffsetFetchRequest, versions 1–10. */
export interface OffsetFetchRequest {
  /** string; versions 1–7 */
  groupId: string
  /** array of OffsetFetchRequestTopic; versions 1–7; may be null in versions 2–7 */
  topics: OffsetFetchRequestTopic[] | null
  /** array of OffsetFetchRequestGroup; versions 8+ */
  groups: OffsetFetchRequestGroup[]
  /** bool; versions 7+ */
  requireStable: boolean
}

/** What encode takes for {@link OffsetFetchRequest}: a field left out has its default. */
export interface OffsetFetchRequestInput {
  groupId?: string | undefined
  topics?: readonly OffsetFetchRequestTopicInput[] | null | undefined
  groups?: readonly OffsetFetchRequestGroupInput[] | undefined
  requireStable?: boolean | undefined
}

export function encodeOffsetFetchRequest(writer: Writer, message: OffsetFetchRequestInput, version: number): void {
  const { groupId = '', topics = [], groups = [], requireStable = false } = message
  const flexible = version >= 6
  if (version <= 7) {
    if (flexible) writer.compactString(groupId)
    else writer.string(groupId)
  }
  if (version > 7 && groupId !== '') notInVersion('OffsetFetchRequest', 'groupId', version)
  if (version <= 7) {
    if (version < 2 && topics === null) notNullInVersion('OffsetFetchRequest', 'topics', version)
    if (topics === null) {
      if (flexible) writer.compactArrayLength(-1)
      else writer.arrayLength(-1)
    } else {
      if (flexible) writer.compactArrayLength(topics.length)
      else writer.arrayLength(topics.length)
      for (const element of topics) encodeOffsetFetchRequestTopic(writer, element, version)
    }
  }
  if (version > 7 && (topics === null || topics.length !== 0)) notInVersion('OffsetFetchRequest', 'topics', version)
  if (version >= 8) {
    writer.compactArrayLength(groups.length)
    for (const element of groups) encodeOffsetFetchRequestGroup(writer, element, version)
  }
  if (version < 8 && groups.length !== 0) notInVersion('OffsetFetchRequest', 'groups', version)
  if (version >= 7) writer.bool(requireStable)
  if (version < 7 && requireStable) notInVersion('OffsetFetchRequest', 'requireStable', version)
  if (flexible) writer.int8(0)
}

export function decodeOffsetFetchRequest(reader: Reader, version: number): OffsetFetchRequest {
  const flexible = version >= 6
  const groupId = version <= 7 ? (flexible ? reader.compactString() : reader.string()) : ''
  let topics: OffsetFetchRequestTopic[] | null = []
  if (version <= 7) {
    const topicsCount = version >= 2 ? (flexible ? reader.compactNullableArrayLength(3) : reader.nullableArrayLength(6)) : flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
    if (topicsCount < 0) topics = null
    else for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetFetchRequestTopic(reader, version))
  }
  const groups: OffsetFetchRequestGroup[] = []
  if (version >= 8) {
    const groupsCount = reader.compactArrayLength(3)
    for (let i = 0; i < groupsCount; i++) groups.push(decodeOffsetFetchRequestGroup(reader, version))
  }
  const requireStable = version >= 7 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { groupId, topics, groups, requireStable }
}

/** Part of OffsetFetchRequest. */
export interface OffsetFetchRequestGroup {
  /** string; versions 8+ */
  groupId: string
  /** string; versions 9+; may be null; default null; dropped in other versions */
  memberId: string | null
  /** int32; versions 9+; default -1; dropped in other versions */
  memberEpoch: number
  /** array of OffsetFetchRequestTopics; versions 8+; may be null */
  topics: OffsetFetchRequestTopics[] | null
}

/** What encode takes for {@link OffsetFetchRequestGroup}: a field left out has its default. */
export interface OffsetFetchRequestGroupInput {
  groupId?: string | undefined
  memberId?: string | null | undefined
  memberEpoch?: number | undefined
  topics?: readonly OffsetFetchRequestTopicsInput[] | null | undefined
}

export function encodeOffsetFetchRequestGroup(writer: Writer, message: OffsetFetchRequestGroupInput, version: number): void {
  const { groupId = '', memberId = null, memberEpoch = -1, topics = [] } = message
  writer.compactString(groupId)
  if (version >= 9) writer.compactNullableString(memberId)
  if (version >= 9) writer.int32(memberEpoch)
  if (topics === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(topics.length)
    for (const element of topics) encodeOffsetFetchRequestTopics(writer, element, version)
  }
  writer.int8(0)
}

export function decodeOffsetFetchRequestGroup(reader: Reader, version: number): OffsetFetchRequestGroup {
  const groupId = reader.compactString()
  const memberId = version >= 9 ? reader.compactNullableString() : null
  const memberEpoch = version >= 9 ? reader.int32() : -1
  let topics: OffsetFetchRequestTopics[] | null = []
  const topicsCount = reader.compactNullableArrayLength(3)
  if (topicsCount < 0) topics = null
  else for (let i = 0; i < topicsCount; i++) topics.push(decodeOffsetFetchRequestTopics(reader, version))
  reader.skipTags()
  return { groupId, memberId, memberEpoch, topics }
}

/** Part of OffsetFetchRequest. */
export interface OffsetFetchRequestTopics {
  /** string; versions 8–9; dropped in other versions */
  name: string
  /** uuid; versions 10+; dropped in other versions */
  topicId: string
  /** array of int32; versions 8+ */
  partitionIndexes: number[]
}

/** What encode takes for {@link OffsetFetchRequestTopics}: a field left out has its default. */
export interface OffsetFetchRequestTopicsInput {
  name?: string | undefined
  topicId?: string | undefined
  partitionIndexes?: readonly number[] | undefined
}

export function encodeOffsetFetchRequestTopics(writer: Writer, message: OffsetFetchRequestTopicsInput, version: number): void {
  const { name = '', topicId = zeroUuid, partitionIndexes = [] } = message
  if (version <= 9) writer.compactString(name)
  if (version >= 10) writer.uuid(topicId)
  writer.compactArrayLength(partitionIndexes.length)
  for (const element of partitionIndexes) writer.int32(element)
  writer.int8(0)
}

export function decodeOffsetFetchRequestTopics(reader: Reader, version: number): OffsetFetchRequestTopics {
  const name = version <= 9 ? reader.compactString() : ''
  const topicId = version >= 10 ? reader.uuid() : zeroUuid
  const partitionIndexes: number[] = []
  const partitionIndexesCount = reader.compactArrayLength(4)
  for (let i = 0; i < partitionIndexesCount; i++) partitionIndexes.push(reader.int32())
  reader.skipTags()
  return { name, topicId, partitionIndexes }
}

/** Part of OffsetFetchRequest. */
export interface OffsetFetchRequestTopic {
  /** string; versions 1–7 */
  name: string
  /** array of int32; versions 1–7 */
  partitionIndexes: number[]
}

/** What encode takes for {@link OffsetFetchRequestTopic}: a field left out has its default. */
export interface OffsetFetchRequestTopicInput {
  name?: string | undefined
  partitionIndexes?: readonly number[] | undefined
}

export function encodeOffsetFetchRequestTopic(writer: Writer, message: OffsetFetchRequestTopicInput, version: number): void {
  const { name = '', partitionIndexes = [] } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitionIndexes.length)
  else writer.arrayLength(partitionIndexes.length)
  for (const element of partitionIndexes) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeOffsetFetchRequestTopic(reader: Reader, version: number): OffsetFetchRequestTopic {
  const flexible = version >= 6
  const name = flexible ? reader.compactString() : reader.string()
  const partitionIndexes: number[] = []
  const partitionIndexesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionIndexesCount; i++) partitionIndexes.push(reader.int32())
  if (flexible) reader.skipTags()
  return { name, partitionIndexes }
}

export const offsetFetchRequestCodec: MessageCodec<OffsetFetchRequestInput, OffsetFetchRequest> = {
  name: 'OffsetFetchRequest',
  lowestVersion: 1,
  highestVersion: 10,
  lowestFlexibleVersion: 6,
  encode: encodeOffsetFetchRequest,
  decode: decodeOffsetFetchRequest
}
