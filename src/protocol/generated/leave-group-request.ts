// Made by scripts/codegen from LeaveGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** LeaveGroupRequest, versions 0–5. */
export interface LeaveGroupRequest {
  /** string */
  groupId: string
  /** string; versions 0–2 */
  memberId: string
  /** array of MemberIdentity; versions 3+ */
  members: MemberIdentity[]
}

/** What encode takes for {@link LeaveGroupRequest}: a field left out has its default. */
export interface LeaveGroupRequestInput {
  groupId?: string | undefined
  memberId?: string | undefined
  members?: readonly MemberIdentityInput[] | undefined
}

export function encodeLeaveGroupRequest(writer: Writer, message: LeaveGroupRequestInput, version: number): void {
  const { groupId = '', memberId = '', members = [] } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  if (version <= 2) writer.string(memberId)
  if (version > 2 && memberId !== '') notInVersion('LeaveGroupRequest', 'memberId', version)
  if (version >= 3) {
    if (flexible) writer.compactArrayLength(members.length)
    else writer.arrayLength(members.length)
    for (const element of members) encodeMemberIdentity(writer, element, version)
  }
  if (version < 3 && members.length !== 0) notInVersion('LeaveGroupRequest', 'members', version)
  if (flexible) writer.int8(0)
}

export function decodeLeaveGroupRequest(reader: Reader, version: number): LeaveGroupRequest {
  const flexible = version >= 4
  const groupId = flexible ? reader.compactString() : reader.string()
  const memberId = version <= 2 ? reader.string() : ''
  const members: MemberIdentity[] = []
  if (version >= 3) {
    const membersCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
    for (let i = 0; i < membersCount; i++) members.push(decodeMemberIdentity(reader, version))
  }
  if (flexible) reader.skipTags()
  return { groupId, memberId, members }
}

/** Part of LeaveGroupRequest. */
export interface MemberIdentity {
  /** string; versions 3+ */
  memberId: string
  /** string; versions 3+; may be null; default null */
  groupInstanceId: string | null
  /** string; versions 5+; may be null; default null; dropped in other versions */
  reason: string | null
}

/** What encode takes for {@link MemberIdentity}: a field left out has its default. */
export interface MemberIdentityInput {
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  reason?: string | null | undefined
}

export function encodeMemberIdentity(writer: Writer, message: MemberIdentityInput, version: number): void {
  const { memberId = '', groupInstanceId = null, reason = null } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (flexible) writer.compactNullableString(groupInstanceId)
  else writer.nullableString(groupInstanceId)
  if (version >= 5) writer.compactNullableString(reason)
  if (flexible) writer.int8(0)
}

export function decodeMemberIdentity(reader: Reader, version: number): MemberIdentity {
  const flexible = version >= 4
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = flexible ? reader.compactNullableString() : reader.nullableString()
  const reason = version >= 5 ? reader.compactNullableString() : null
  if (flexible) reader.skipTags()
  return { memberId, groupInstanceId, reason }
}

export const leaveGroupRequestCodec: MessageCodec<LeaveGroupRequestInput, LeaveGroupRequest> = {
  name: 'LeaveGroupRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 4,
  encode: encodeLeaveGroupRequest,
  decode: decodeLeaveGroupRequest
}
