// Made by scripts/codegen from HeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** HeartbeatRequest, versions 0–4. */
export interface HeartbeatRequest {
  /** string */
  groupId: string
  /** int32 */
  generationId: number
  /** string */
  memberId: string
  /** string; versions 3+; may be null; default null */
  groupInstanceId: string | null
}

/** What encode takes for {@link HeartbeatRequest}: a field left out has its default. */
export interface HeartbeatRequestInput {
  groupId?: string | undefined
  generationId?: number | undefined
  memberId?: string | undefined
  groupInstanceId?: string | null | undefined
}

export function encodeHeartbeatRequest(writer: Writer, message: HeartbeatRequestInput, version: number): void {
  const { groupId = '', generationId = 0, memberId = '', groupInstanceId = null } = message
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
  if (version < 3 && groupInstanceId !== null) notInVersion('HeartbeatRequest', 'groupInstanceId', version)
  if (flexible) writer.int8(0)
}

export function decodeHeartbeatRequest(reader: Reader, version: number): HeartbeatRequest {
  const flexible = version >= 4
  const groupId = flexible ? reader.compactString() : reader.string()
  const generationId = reader.int32()
  const memberId = flexible ? reader.compactString() : reader.string()
  const groupInstanceId = version >= 3 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : null
  if (flexible) reader.skipTags()
  return { groupId, generationId, memberId, groupInstanceId }
}

export const heartbeatRequestCodec: MessageCodec<HeartbeatRequestInput, HeartbeatRequest> = {
  name: 'HeartbeatRequest',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeHeartbeatRequest,
  decode: decodeHeartbeatRequest
}
