// Made by scripts/codegen from DescribeGroupsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeGroupsResponse, versions 0–6. */
export interface DescribeGroupsResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** array of DescribedGroup */
  groups: DescribedGroup[]
}

/** What encode takes for {@link DescribeGroupsResponse}: a field left out has its default. */
export interface DescribeGroupsResponseInput {
  throttleTimeMs?: number | undefined
  groups?: readonly DescribedGroupInput[] | undefined
}

export function encodeDescribeGroupsResponse(writer: Writer, message: DescribeGroupsResponseInput, version: number): void {
  const { throttleTimeMs = 0, groups = [] } = message
  const flexible = version >= 5
  if (version >= 1) writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(groups.length)
  else writer.arrayLength(groups.length)
  for (const element of groups) encodeDescribedGroup(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeGroupsResponse(reader: Reader, version: number): DescribeGroupsResponse {
  const flexible = version >= 5
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const groups: DescribedGroup[] = []
  const groupsCount = flexible ? reader.compactArrayLength(12) : reader.arrayLength(14)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeDescribedGroup(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, groups }
}

/** Part of DescribeGroupsResponse. */
export interface DescribedGroup {
  /** int16 */
  errorCode: number
  /** string; versions 6+; may be null; default null */
  errorMessage: string | null
  /** string */
  groupId: string
  /** string */
  groupState: string
  /** string */
  protocolType: string
  /** string */
  protocolData: string
  /** array of DescribedGroupMember */
  members: DescribedGroupMember[]
  /** int32; versions 3+; default -2147483648 */
  authorizedOperations: number
}

/** What encode takes for {@link DescribedGroup}: a field left out has its default. */
export interface DescribedGroupInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  groupId?: string | undefined
  groupState?: string | undefined
  protocolType?: string | undefined
  protocolData?: string | undefined
  members?: readonly DescribedGroupMemberInput[] | undefined
  authorizedOperations?: number | undefined
}

export function encodeDescribedGroup(writer: Writer, message: DescribedGroupInput, version: number): void {
  const {
    errorCode = 0,
    errorMessage = null,
    groupId = '',
    groupState = '',
    protocolType = '',
    protocolData = '',
    members = [],
    authorizedOperations = -2147483648
  } = message
  const flexible = version >= 5
  writer.int16(errorCode)
  if (version >= 6) writer.compactNullableString(errorMessage)
  if (version < 6 && errorMessage !== null) notInVersion('DescribeGroupsResponse', 'DescribedGroup.errorMessage', version)
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  if (flexible) writer.compactString(groupState)
  else writer.string(groupState)
  if (flexible) writer.compactString(protocolType)
  else writer.string(protocolType)
  if (flexible) writer.compactString(protocolData)
  else writer.string(protocolData)
  if (flexible) writer.compactArrayLength(members.length)
  else writer.arrayLength(members.length)
  for (const element of members) encodeDescribedGroupMember(writer, element, version)
  if (version >= 3) writer.int32(authorizedOperations)
  if (version < 3 && authorizedOperations !== -2147483648) notInVersion('DescribeGroupsResponse', 'DescribedGroup.authorizedOperations', version)
  if (flexible) writer.int8(0)
}

export function decodeDescribedGroup(reader: Reader, version: number): DescribedGroup {
  const flexible = version >= 5
  const errorCode = reader.int16()
  const errorMessage = version >= 6 ? reader.compactNullableString() : null
  const groupId = flexible ? reader.compactString() : reader.string()
  const groupState = flexible ? reader.compactString() : reader.string()
  const protocolType = flexible ? reader.compactString() : reader.string()
  const protocolData = flexible ? reader.compactString() : reader.string()
  const members: DescribedGroupMember[] = []
  const membersCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(14)
  for (let i = 0; i < membersCount; i++) members.push(decodeDescribedGroupMember(reader, version))
  const authorizedOperations = version >= 3 ? reader.int32() : -2147483648
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, groupId, groupState, protocolType, protocolData, members, authorizedOperations }
}

/** Part of DescribeGroupsResponse. */
export interface DescribedGroupMember {
  /** string */
  memberId: string
  /** string; versions 4+; may be null; default null; dropped in other versions */
  groupInstanceId: string | null
  /** string */
  clientId: string
  /** string */
  clientHost: string
  /** bytes */
  memberMetadata: Buffer
  /** bytes */
  memberAssignment: Buffer
}

/** What encode takes for {@link DescribedGroupMember}: a field left out has its default. */
export interface DescribedGroupMemberInput {
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  clientId?: string | undefined
  clientHost?: string | undefined
  memberMetadata?: Uint8Array | undefined
  memberAssignment?: Uint8Array | undefined
}

export function encodeDescribedGroupMember(writer: Writer, message: DescribedGroupMemberInput, version: number): void {
  const {
    memberId = '',
    groupInstanceId = null,
    clientId = '',
    clientHost = '',
    memberMetadata = emptyBytes,
    memberAssignment = emptyBytes
  } = message
  const flexible = version >= 5
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (version >= 4) {
    if (flexible) writer.compactNullableString(groupInstanceId)
    else writer.nullableString(groupInstanceId)
  }
  if (flexible) writer.compactString(clientId)
  else writer.string(clientId)
  if (flexible) writer.compactString(clientHost)
  else writer.string(clientHost)
  if (flexible) writer.compactBytes(memberMetadata)
  else writer.bytes(memberMetadata)
  if (flexible) writer.compactBytes(memberAssignment)
  else writer.bytes(memberAssignment)
  if (flexible) writer.int8(0)
}

export function decodeDescribedGroupMember(reader: Reader, version: number): DescribedGroupMember {
  const flexible = version >= 5
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 4 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const clientId = flexible ? reader.compactString() : reader.string()
  const clientHost = flexible ? reader.compactString() : reader.string()
  const memberMetadata = flexible ? reader.compactBytes() : reader.bytes()
  const memberAssignment = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { memberId, groupInstanceId, clientId, clientHost, memberMetadata, memberAssignment }
}

export const describeGroupsResponseCodec: MessageCodec<DescribeGroupsResponseInput, DescribeGroupsResponse> = {
  name: 'DescribeGroupsResponse',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 5,
  encode: encodeDescribeGroupsResponse,
  decode: decodeDescribeGroupsResponse
}
