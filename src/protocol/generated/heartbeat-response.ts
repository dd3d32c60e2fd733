// Made by scripts/codegen from HeartbeatResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** HeartbeatResponse, versions 0–4. */
export interface HeartbeatResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link HeartbeatResponse}: a field left out has its default. */
export interface HeartbeatResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
}

export function encodeHeartbeatResponse(writer: Writer, message: HeartbeatResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0 } = message
  const flexible = version >= 4
  if (version >= 1) writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeHeartbeatResponse(reader: Reader, version: number): HeartbeatResponse {
  const flexible = version >= 4
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode }
}

export const heartbeatResponseCodec: MessageCodec<HeartbeatResponseInput, HeartbeatResponse> = {
  name: 'HeartbeatResponse',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeHeartbeatResponse,
  decode: decodeHeartbeatResponse
}
