// Made by scripts/codegen from LeaveGroupResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** LeaveGroupResponse, versions 0–5. */
export interface LeaveGroupResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of MemberResponse; versions 3+ */
  members: MemberResponse[]
}

/** What encode takes for {@link LeaveGroupResponse}: a field left out has its default. */
export interface LeaveGroupResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  members?: readonly MemberResponseInput[] | undefined
}

export function encodeLeaveGroupResponse(writer: Writer, message: LeaveGroupResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, members = [] } = message
  const flexible = version >= 4
  if (version >= 1) writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (version >= 3) {
    if (flexible) writer.compactArrayLength(members.length)
    else writer.arrayLength(members.length)
    for (const element of members) encodeMemberResponse(writer, element, version)
  }
  if (version < 3 && members.length !== 0) notInVersion('LeaveGroupResponse', 'members', version)
  if (flexible) writer.int8(0)
}

export function decodeLeaveGroupResponse(reader: Reader, version: number): LeaveGroupResponse {
  const flexible = version >= 4
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const members: MemberResponse[] = []
  if (version >= 3) {
    const membersCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(6)
    for (let i = 0; i < membersCount; i++) members.push(decodeMemberResponse(reader, version))
  }
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, members }
}

/** Part of LeaveGroupResponse. */
export interface MemberResponse {
  /** string; versions 3+ */
  memberId: string
  /** string; versions 3+; may be null */
  groupInstanceId: string | null
  /** int16; versions 3+ */
  errorCode: number
}

/** What encode takes for {@link MemberResponse}: a field left out has its default. */
export interface MemberResponseInput {
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  errorCode?: number | undefined
}

export function encodeMemberResponse(writer: Writer, message: MemberResponseInput, version: number): void {
  const { memberId = '', groupInstanceId = '', errorCode = 0 } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (flexible) writer.compactNullableString(groupInstanceId)
  else writer.nullableString(groupInstanceId)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeMemberResponse(reader: Reader, version: number): MemberResponse {
  const flexible = version >= 4
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = flexible ? reader.compactNullableString() : reader.nullableString()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { memberId, groupInstanceId, errorCode }
}

export const leaveGroupResponseCodec: MessageCodec<LeaveGroupResponseInput, LeaveGroupResponse> = {
  name: 'LeaveGroupResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 4,
  encode: encodeLeaveGroupResponse,
  decode: decodeLeaveGroupResponse
}
