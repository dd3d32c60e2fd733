// Made by scripts/codegen from EnvelopeResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** EnvelopeResponse, versions 0. */
export interface EnvelopeResponse {
  /** bytes; may be null; default null */
  responseData: Buffer | null
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link EnvelopeResponse}: a field left out has its default. */
export interface EnvelopeResponseInput {
  responseData?: Uint8Array | null | undefined
  errorCode?: number | undefined
}

export function encodeEnvelopeResponse(writer: Writer, message: EnvelopeResponseInput, _version: number): void {
  const { responseData = null, errorCode = 0 } = message
  writer.compactNullableBytes(responseData)
  writer.int16(errorCode)
  writer.int8(0)
}

export function decodeEnvelopeResponse(reader: Reader, _version: number): EnvelopeResponse {
  const responseData = reader.compactNullableBytes()
  const errorCode = reader.int16()
  reader.skipTags()
  return { responseData, errorCode }
}

export const envelopeResponseCodec: MessageCodec<EnvelopeResponseInput, EnvelopeResponse> = {
  name: 'EnvelopeResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeEnvelopeResponse,
  decode: decodeEnvelopeResponse
}
