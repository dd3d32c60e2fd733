// Made by scripts/codegen from JoinGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** JoinGroupRequest, versions 0–9. */
export interface JoinGroupRequest {
  /** string */
  groupId: string
  /** int32 */
  sessionTimeoutMs: number
  /** int32; versions 1+; default -1; dropped in other versions */
  rebalanceTimeoutMs: number
  /** string */
  memberId: string
  /** string; versions 5+; may be null; default null */
  groupInstanceId: string | null
  /** string */
  protocolType: string
  /** array of JoinGroupRequestProtocol */
  protocols: JoinGroupRequestProtocol[]
  /** string; versions 8+; may be null; default null; dropped in other versions */
  reason: string | null
}

/** What encode takes for {@link JoinGroupRequest}: a field left out has its default. */
export interface JoinGroupRequestInput {
  groupId?: string | undefined
  sessionTimeoutMs?: number | undefined
  rebalanceTimeoutMs?: number | undefined
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  protocolType?: string | undefined
  protocols?: readonly JoinGroupRequestProtocolInput[] | undefined
  reason?: string | null | undefined
}

export function encodeJoinGroupRequest(writer: Writer, message: JoinGroupRequestInput, version: number): void {
  const {
    groupId = '',
    sessionTimeoutMs = 0,
    rebalanceTimeoutMs = -1,
    memberId = '',
    groupInstanceId = null,
    protocolType = '',
    protocols = [],
    reason = null
  } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  writer.int32(sessionTimeoutMs)
  if (version >= 1) writer.int32(rebalanceTimeoutMs)
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (version >= 5) {
    if (flexible) writer.compactNullableString(groupInstanceId)
    else writer.nullableString(groupInstanceId)
  }
  if (version < 5 && groupInstanceId !== null) notInVersion('JoinGroupRequest', 'groupInstanceId', version)
  if (flexible) writer.compactString(protocolType)
  else writer.string(protocolType)
  if (flexible) writer.compactArrayLength(protocols.length)
  else writer.arrayLength(protocols.length)
  for (const element of protocols) encodeJoinGroupRequestProtocol(writer, element, version)
  if (version >= 8) writer.compactNullableString(reason)
  if (flexible) writer.int8(0)
}

export function decodeJoinGroupRequest(reader: Reader, version: number): JoinGroupRequest {
  const flexible = version >= 6
  const groupId = flexible ? reader.compactString() : reader.string()
  const sessionTimeoutMs = reader.int32()
  const rebalanceTimeoutMs = version >= 1 ? reader.int32() : -1
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 5 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const protocolType = flexible ? reader.compactString() : reader.string()
  const protocols: JoinGroupRequestProtocol[] = []
  const protocolsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < protocolsCount; i++) protocols.push(decodeJoinGroupRequestProtocol(reader, version))
  const reason = version >= 8 ? reader.compactNullableString() : null
  if (flexible) reader.skipTags()
  return { groupId, sessionTimeoutMs, rebalanceTimeoutMs, memberId, groupInstanceId, protocolType, protocols, reason }
}

/** Part of JoinGroupRequest. */
export interface JoinGroupRequestProtocol {
  /** string */
  name: string
  /** bytes */
  metadata: Buffer
}

/** What encode takes for {@link JoinGroupRequestProtocol}: a field left out has its default. */
export interface JoinGroupRequestProtocolInput {
  name?: string | undefined
  metadata?: Uint8Array | undefined
}

export function encodeJoinGroupRequestProtocol(writer: Writer, message: JoinGroupRequestProtocolInput, version: number): void {
  const { name = '', metadata = emptyBytes } = message
  const flexible = version >= 6
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactBytes(metadata)
  else writer.bytes(metadata)
  if (flexible) writer.int8(0)
}

export function decodeJoinGroupRequestProtocol(reader: Reader, version: number): JoinGroupRequestProtocol {
  const flexible = version >= 6
  const name = flexible ? reader.compactString() : reader.string()
  const metadata = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { name, metadata }
}

export const joinGroupRequestCodec: MessageCodec<JoinGroupRequestInput, JoinGroupRequest> = {
  name: 'JoinGroupRequest',
  lowestVersion: 0,
  highestVersion: 9,
  lowestFlexibleVersion: 6,
  encode: encodeJoinGroupRequest,
  decode: decodeJoinGroupRequest
}
