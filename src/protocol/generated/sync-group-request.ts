// Made by scripts/codegen from SyncGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** SyncGroupRequest, versions 0–5. */
export interface SyncGroupRequest {
  /** string */
  groupId: string
  /** int32 */
  generationId: number
  /** string */
  memberId: string
  /** string; versions 3+; may be null; default null */
  groupInstanceId: string | null
  /** string; versions 5+; may be null; default null; dropped in other versions */
  protocolType: string | null
  /** string; versions 5+; may be null; default null; dropped in other versions */
  protocolName: string | null
  /** array of SyncGroupRequestAssignment */
  assignments: SyncGroupRequestAssignment[]
}

/** What encode takes for {@link SyncGroupRequest}: a field left out has its default. */
export interface SyncGroupRequestInput {
  groupId?: string | undefined
  generationId?: number | undefined
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
  protocolType?: string | null | undefined
  protocolName?: string | null | undefined
  assignments?: readonly SyncGroupRequestAssignmentInput[] | undefined
}

export function encodeSyncGroupRequest(writer: Writer, message: SyncGroupRequestInput, version: number): void {
  const {
    groupId = '',
    generationId = 0,
    memberId = '',
    groupInstanceId = null,
    protocolType = null,
    protocolName = null,
    assignments = []
  } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  writer.int32(generationId)
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (version >= 3) {
    if (flexible) writer.compactNullableString(groupInstanceId)
    else writer.nullableString(groupInstanceId)
  }
  if (version < 3 && groupInstanceId !== null) notInVersion('SyncGroupRequest', 'groupInstanceId', version)
  if (version >= 5) writer.compactNullableString(protocolType)
  if (version >= 5) writer.compactNullableString(protocolName)
  if (flexible) writer.compactArrayLength(assignments.length)
  else writer.arrayLength(assignments.length)
  for (const element of assignments) encodeSyncGroupRequestAssignment(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeSyncGroupRequest(reader: Reader, version: number): SyncGroupRequest {
  const flexible = version >= 4
  const groupId = flexible ? reader.compactString() : reader.string()
  const generationId = reader.int32()
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 3 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  const protocolType = version >= 5 ? reader.compactNullableString() : null
  const protocolName = version >= 5 ? reader.compactNullableString() : null
  const assignments: SyncGroupRequestAssignment[] = []
  const assignmentsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < assignmentsCount; i++) assignments.push(decodeSyncGroupRequestAssignment(reader, version))
  if (flexible) reader.skipTags()
  return { groupId, generationId, memberId, groupInstanceId, protocolType, protocolName, assignments }
}

/** Part of SyncGroupRequest. */
export interface SyncGroupRequestAssignment {
  /** string */
  memberId: string
  /** bytes */
  assignment: Buffer
}

/** What encode takes for {@link SyncGroupRequestAssignment}: a field left out has its default. */
export interface SyncGroupRequestAssignmentInput {
  memberId?: string | undefined
  assignment?: Uint8Array | undefined
}

export function encodeSyncGroupRequestAssignment(writer: Writer, message: SyncGroupRequestAssignmentInput, version: number): void {
  const { memberId = '', assignment = emptyBytes } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(memberId)
  else writer.string(memberId)
  if (flexible) writer.compactBytes(assignment)
  else writer.bytes(assignment)
  if (flexible) writer.int8(0)
}

export function decodeSyncGroupRequestAssignment(reader: Reader, version: number): SyncGroupRequestAssignment {
  const flexible = version >= 4
  const memberId = flexible ? reader.compactString() : reader.string()
  const assignment = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { memberId, assignment }
}

export const syncGroupRequestCodec: MessageCodec<SyncGroupRequestInput, SyncGroupRequest> = {
  name: 'SyncGroupRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 4,
  encode: encodeSyncGroupRequest,
  decode: decodeSyncGroupRequest
}
