// Made by scripts/codegen from SyncGroupResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** SyncGroupResponse, versions 0–5. */
export interface SyncGroupResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; versions 5+; may be null; default null; dropped in other versions */
  protocolType: string | null
  /** string; versions 5+; may be null; default null; dropped in other versions */
  protocolName: string | null
  /** bytes */
  assignment: Buffer
}

/** What encode takes for {@link SyncGroupResponse}: a field left out has its default. */
export interface SyncGroupResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  protocolType?: string | null | undefined
  protocolName?: string | null | undefined
  assignment?: Uint8Array | undefined
}

export function encodeSyncGroupResponse(writer: Writer, message: SyncGroupResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, protocolType = null, protocolName = null, assignment = emptyBytes } = message
  const flexible = version >= 4
  if (version >= 1) writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (version >= 5) writer.compactNullableString(protocolType)
  if (version >= 5) writer.compactNullableString(protocolName)
  if (flexible) writer.compactBytes(assignment)
  else writer.bytes(assignment)
  if (flexible) writer.int8(0)
}

export function decodeSyncGroupResponse(reader: Reader, version: number): SyncGroupResponse {
  const flexible = version >= 4
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const protocolType = version >= 5 ? reader.compactNullableString() : null
  const protocolName = version >= 5 ? reader.compactNullableString() : null
  const assignment = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, protocolType, protocolName, assignment }
}

export const syncGroupResponseCodec: MessageCodec<SyncGroupResponseInput, SyncGroupResponse> = {
  name: 'SyncGroupResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 4,
  encode: encodeSyncGroupResponse,
  decode: decodeSyncGroupResponse
}
