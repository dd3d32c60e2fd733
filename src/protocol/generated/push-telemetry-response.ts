// Made by scripts/codegen from PushTelemetryResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** PushTelemetryResponse, versions 0. */
export interface PushTelemetryResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link PushTelemetryResponse}: a field left out has its default. */
export interface PushTelemetryResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
}

export function encodePushTelemetryResponse(writer: Writer, message: PushTelemetryResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0 } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodePushTelemetryResponse(reader: Reader, _version: number): PushTelemetryResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  reader.skipTags()
  return { throttleTimeMs, errorCode }
}

export const pushTelemetryResponseCodec: MessageCodec<PushTelemetryResponseInput, PushTelemetryResponse> = {
  name: 'PushTelemetryResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodePushTelemetryResponse,
  decode: decodePushTelemetryResponse
}
