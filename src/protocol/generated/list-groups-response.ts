// Made by scripts/codegen from ListGroupsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListGroupsResponse, versions 0–5. */
export interface ListGroupsResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of ListedGroup */
  groups: ListedGroup[]
}

/** What encode takes for {@link ListGroupsResponse}: a field left out has its default. */
export interface ListGroupsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  groups?: readonly ListedGroupInput[] | undefined
}

export function encodeListGroupsResponse(writer: Writer, message: ListGroupsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, groups = [] } = message
  const flexible = version >= 3
  if (version >= 1) writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (flexible) writer.compactArrayLength(groups.length)
  else writer.arrayLength(groups.length)
  for (const element of groups) encodeListedGroup(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeListGroupsResponse(reader: Reader, version: number): ListGroupsResponse {
  const flexible = version >= 3
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const groups: ListedGroup[] = []
  const groupsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < groupsCount; i++) groups.push(decodeListedGroup(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, groups }
}

/** Part of ListGroupsResponse. */
export interface ListedGroup {
  /** string */
  groupId: string
  /** string */
  protocolType: string
  /** string; versions 4+; dropped in other versions */
  groupState: string
  /** string; versions 5+; dropped in other versions */
  groupType: string
}

/** What encode takes for {@link ListedGroup}: a field left out has its default. */
export interface ListedGroupInput {
  groupId?: string | undefined
  protocolType?: string | undefined
  groupState?: string | undefined
  groupType?: string | undefined
}

export function encodeListedGroup(writer: Writer, message: ListedGroupInput, version: number): void {
  const { groupId = '', protocolType = '', groupState = '', groupType = '' } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  if (flexible) writer.compactString(protocolType)
  else writer.string(protocolType)
  if (version >= 4) writer.compactString(groupState)
  if (version >= 5) writer.compactString(groupType)
  if (flexible) writer.int8(0)
}

export function decodeListedGroup(reader: Reader, version: number): ListedGroup {
  const flexible = version >= 3
  const groupId = flexible ? reader.compactString() : reader.string()
  const protocolType = flexible ? reader.compactString() : reader.string()
  const groupState = version >= 4 ? reader.compactString() : ''
  const groupType = version >= 5 ? reader.compactString() : ''
  if (flexible) reader.skipTags()
  return { groupId, protocolType, groupState, groupType }
}

export const listGroupsResponseCodec: MessageCodec<ListGroupsResponseInput, ListGroupsResponse> = {
  name: 'ListGroupsResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeListGroupsResponse,
  decode: decodeListGroupsResponse
}
