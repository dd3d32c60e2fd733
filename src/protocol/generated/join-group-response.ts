// Made by scripts/codegen from JoinGroupResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion, notNullInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** JoinGroupResponse, versions 0–9. */
export interface JoinGroupResponse {
  /** int32; versions 2+; dropped in other versions */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** int32; default -1 */
  generationId: number
  /** string; versions 7+; may be null; default null; dropped in other versions */
  protocolType: string | null
  /** string; may be null in versions 7+ */
  protocolName: string | null
  /** string */
  leader: string
  /** bool; versions 9+ */
  skipAssignment: boolean
  /** string */
  memberId: string
  /** array of JoinGroupResponseMember */
  members: JoinGroupResponseMember[]
}

/** What encode takes for {@link JoinGroupResponse}: a field left out has its default. */
export interface JoinGroupResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  generationId?: number | undefined
  protocolType?: string | null | undefined
  protocolName?: string | null | undefined
  leader?: string | undefined
  skipAssignment?: boolean | undefined
  memberId?: string | undefined
  members?: readonly JoinGroupResponseMemberInput[] | undefined
}

export function encodeJoinGroupResponse(writer: Writer, message: JoinGroupResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    generationId = -1,
    protocolType = null,
    protocolName = '',
    leader = '',
    skipAssignment = false,
    memberId = '',
    members = []
  } = message
  const flexible = version >= 6
  if (version >= 2) writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.int32(generationId)
  if (version >= 7) writer.compactNullableString(protocolType)
  if (version < 7 && protocolName === null) notNullInVersion('JoinGroupResponse', 'protocolName', version)
  if (flexible) writer.compactNullableString(protocolName)
  else writer.nullableString(protocolName)
  if (flexible) writer.compactString(leader)
  else writer.string(leader)
  if (version >= 9) writer.bool(skipAssignment)
  if (version < 9 && skipAssignment) notInVersion('JoinGroupResponse', 'skipAssignment', version)
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (flexible) writer.compactArrayLength(members.length)
  else writer.arrayLength(members.length)
  for (const element of members) encodeJoinGroupResponseMember(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeJoinGroupResponse(reader: Reader, version: number): JoinGroupResponse {
  const flexible = version >= 6
  const throttleTimeMs = version >= 2 ? reader.int32() : 0
  const errorCode = reader.int16()
  const generationId = reader.int32()
  const protocolType = version >= 7 ? reader.compactNullableString() : null
  const protocolName = version >= 7 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : flexible ? reader.compactString() : reader.string()
  const leader = flexible ? reader.compactString() : reader.string()
  const skipAssignment = version >= 9 ? reader.bool() : false
  const memberId = flexible ? reader.compactString() : reader.string()
  const members: JoinGroupResponseMember[] = []
  const membersCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(6)
  for (let i = 0; i < membersCount; i++) members.push(decodeJoinGroupResponseMember(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, generationId, protocolType, protocolName, leader, skipAssignment, memberId, members }
}

/** Part of JoinGroupResponse. */
export interface JoinGroupResponseMember {
  /** string */
  memberId: string
  /** string; versions 5+; may be null; default null; dropped in other versions */
  groupInstanceId: string | null
  /** bytes */
  metadata: Buffer
}

/** What encode takes for {@link JoinGroupResponseMember}: a field left out has its default. */
export interface JoinGroupResponseMemberInput {
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  metadata?: Uint8Array | undefined
}

export function encodeJoinGroupResponseMember(writer: Writer, message: JoinGroupResponseMemberInput, version: number): void {
  const { memberId = '', groupInstanceId = null, metadata = emptyBytes } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (version >= 5) {
    if (flexible) writer.compactNullableString(groupInstanceId)
    else writer.nullableString(groupInstanceId)
  }
  if (flexible) writer.compactBytes(metadata)
  else writer.bytes(metadata)
  if (flexible) writer.int8(0)
}

export function decodeJoinGroupResponseMember(reader: Reader, version: number): JoinGroupResponseMember {
  const flexible = version >= 6
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 5 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const metadata = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { memberId, groupInstanceId, metadata }
}

export const joinGroupResponseCodec: MessageCodec<JoinGroupResponseInput, JoinGroupResponse> = {
  name: 'JoinGroupResponse',
  lowestVersion: 0,
  highestVersion: 9,
  lowestFlexibleVersion: 6,
  encode: encodeJoinGroupResponse,
  decode: decodeJoinGroupResponse
}
