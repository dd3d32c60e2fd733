// Made by scripts/codegen from AddOffsetsToTxnResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AddOffsetsToTxnResponse, versions 0–4. */
export interface AddOffsetsToTxnResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link AddOffsetsToTxnResponse}: a field left out has its default. */
export interface AddOffsetsToTxnResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
}

export function encodeAddOffsetsToTxnResponse(writer: Writer, message: AddOffsetsToTxnResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0 } = message
  const flexible = version >= 3
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeAddOffsetsToTxnResponse(reader: Reader, version: number): AddOffsetsToTxnResponse {
  const flexible = version >= 3
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode }
}

export const addOffsetsToTxnResponseCodec: MessageCodec<AddOffsetsToTxnResponseInput, AddOffsetsToTxnResponse> = {
  name: 'AddOffsetsToTxnResponse',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 3,
  encode: encodeAddOffsetsToTxnResponse,
  decode: decodeAddOffsetsToTxnResponse
}
