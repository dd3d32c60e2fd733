// Made by scripts/codegen from EndTxnResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** EndTxnResponse, versions 0–5. */
export interface EndTxnResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** int64; versions 5+; default -1n; dropped in other versions */
  producerId: bigint
  /** int16; versions 5+; default -1; dropped in other versions */
  producerEpoch: number
}

/** What encode takes for {@link EndTxnResponse}: a field left out has its default. */
export interface EndTxnResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
}

export function encodeEndTxnResponse(writer: Writer, message: EndTxnResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, producerId = -1n, producerEpoch = -1 } = message
  const flexible = version >= 3
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (version >= 5) writer.int64(producerId)
  if (version >= 5) writer.int16(producerEpoch)
  if (flexible) writer.int8(0)
}

export function decodeEndTxnResponse(reader: Reader, version: number): EndTxnResponse {
  const flexible = version >= 3
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerId = version >= 5 ? reader.int64() : -1n
  const producerEpoch = version >= 5 ? reader.int16() : -1
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, producerId, producerEpoch }
}

export const endTxnResponseCodec: MessageCodec<EndTxnResponseInput, EndTxnResponse> = {
  name: 'EndTxnResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeEndTxnResponse,
  decode: decodeEndTxnResponse
}
