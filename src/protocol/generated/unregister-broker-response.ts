// Made by scripts/codegen from UnregisterBrokerResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** UnregisterBrokerResponse, versions 0. */
export interface UnregisterBrokerResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link UnregisterBrokerResponse}: a field left out has its default. */
export interface UnregisterBrokerResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeUnregisterBrokerResponse(writer: Writer, message: UnregisterBrokerResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '' } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeUnregisterBrokerResponse(reader: Reader, _version: number): UnregisterBrokerResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage }
}

export const unregisterBrokerResponseCodec: MessageCodec<UnregisterBrokerResponseInput, UnregisterBrokerResponse> = {
  name: 'UnregisterBrokerResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeUnregisterBrokerResponse,
  decode: decodeUnregisterBrokerResponse
}
