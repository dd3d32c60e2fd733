// Made by scripts/codegen from InitProducerIdResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** InitProducerIdResponse, versions 0–6. */
export interface InitProducerIdResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** int64; default -1n */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** int64; versions 6+; default -1n */
  ongoingTxnProducerId: bigint
  /** int16; versions 6+; default -1 */
  ongoingTxnProducerEpoch: number
}

/** What encode takes for {@link InitProducerIdResponse}: a field left out has its default. */
export interface InitProducerIdResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  ongoingTxnProducerId?: bigint | undefined
  ongoingTxnProducerEpoch?: number | undefined
}

export function encodeInitProducerIdResponse(writer: Writer, message: InitProducerIdResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    producerId = -1n,
    producerEpoch = 0,
    ongoingTxnProducerId = -1n,
    ongoingTxnProducerEpoch = -1
  } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  if (version >= 6) writer.int64(ongoingTxnProducerId)
  if (version < 6 && ongoingTxnProducerId !== -1n) notInVersion('InitProducerIdResponse', 'ongoingTxnProducerId', version)
  if (version >= 6) writer.int16(ongoingTxnProducerEpoch)
  if (version < 6 && ongoingTxnProducerEpoch !== -1) notInVersion('InitProducerIdResponse', 'ongoingTxnProducerEpoch', version)
  if (flexible) writer.int8(0)
}

export function decodeInitProducerIdResponse(reader: Reader, version: number): InitProducerIdResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const ongoingTxnProducerId = version >= 6 ? reader.int64() : -1n
  const ongoingTxnProducerEpoch = version >= 6 ? reader.int16() : -1
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, producerId, producerEpoch, ongoingTxnProducerId, ongoingTxnProducerEpoch }
}

export const initProducerIdResponseCodec: MessageCodec<InitProducerIdResponseInput, InitProducerIdResponse> = {
  name: 'InitProducerIdResponse',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 2,
  encode: encodeInitProducerIdResponse,
  decode: decodeInitProducerIdResponse
}
