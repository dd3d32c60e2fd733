// Made by scripts/codegen from EndTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** EndTxnRequest, versions 0–5. */
export interface EndTxnRequest {
  /** string */
  transactionalId: string
  /** int64 */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** bool */
  committed: boolean
}

/** What encode takes for {@link EndTxnRequest}: a field left out has its default. */
export interface EndTxnRequestInput {
  transactionalId?: string | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  committed?: boolean | undefined
}

export function encodeEndTxnRequest(writer: Writer, message: EndTxnRequestInput, version: number): void {
  const { transactionalId = '', producerId = 0n, producerEpoch = 0, committed = false } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(transactionalId)
  else writer.string(transactionalId)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  writer.bool(committed)
  if (flexible) writer.int8(0)
}

export function decodeEndTxnRequest(reader: Reader, version: number): EndTxnRequest {
  const flexible = version >= 3
  const transactionalId = flexible ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const committed = reader.bool()
  if (flexible) reader.skipTags()
  return { transactionalId, producerId, producerEpoch, committed }
}

export const endTxnRequestCodec: MessageCodec<EndTxnRequestInput, EndTxnRequest> = {
  name: 'EndTxnRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeEndTxnRequest,
  decode: decodeEndTxnRequest
}
