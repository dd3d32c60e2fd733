// Made by scripts/codegen from InitProducerIdRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** InitProducerIdRequest, versions 0–6. */
export interface InitProducerIdRequest {
  /** string; may be null */
  transactionalId: string | null
  /** int32 */
  transactionTimeoutMs: number
  /** int64; versions 3+; default -1n */
  producerId: bigint
  /** int16; versions 3+; default -1 */
  producerEpoch: number
  /** bool; versions 6+ */
  enable2Pc: boolean
  /** bool; versions 6+ */
  keepPreparedTxn: boolean
}

/** What encode takes for {@link InitProducerIdRequest}: a field left out has its default. */
export interface InitProducerIdRequestInput {
  transactionalId?: string | null | undefined
  transactionTimeoutMs?: number | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  enable2Pc?: boolean | undefined
  keepPreparedTxn?: boolean | undefined
}

export function encodeInitProducerIdRequest(writer: Writer, message: InitProducerIdRequestInput, version: number): void {
  const {
    transactionalId = '',
    transactionTimeoutMs = 0,
    producerId = -1n,
    producerEpoch = -1,
    enable2Pc = false,
    keepPreparedTxn = false
  } = message
  const flexible = version >= 2
  if (flexible) writer.compactNullableString(transactionalId)
  else writer.nullableString(transactionalId)
  writer.int32(transactionTimeoutMs)
  if (version >= 3) writer.int64(producerId)
  if (version < 3 && producerId !== -1n) notInVersion('InitProducerIdRequest', 'producerId', version)
  if (version >= 3) writer.int16(producerEpoch)
  if (version < 3 && producerEpoch !== -1) notInVersion('InitProducerIdRequest', 'producerEpoch', version)
  if (version >= 6) writer.bool(enable2Pc)
  if (version < 6 && enable2Pc) notInVersion('InitProducerIdRequest', 'enable2Pc', version)
  if (version >= 6) writer.bool(keepPreparedTxn)
  if (version < 6 && keepPreparedTxn) notInVersion('InitProducerIdRequest', 'keepPreparedTxn', version)
  if (flexible) writer.int8(0)
}

export function decodeInitProducerIdRequest(reader: Reader, version: number): InitProducerIdRequest {
  const flexible = version >= 2
  const transactionalId = flexible ? reader.compactNullableString() : reader.nullableString()
  const transactionTimeoutMs = reader.int32()
  const producerId = version >= 3 ? reader.int64() : -1n
  const producerEpoch = version >= 3 ? reader.int16() : -1
  const enable2Pc = version >= 6 ? reader.bool() : false
  const keepPreparedTxn = version >= 6 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { transactionalId, transactionTimeoutMs, producerId, producerEpoch, enable2Pc, keepPreparedTxn }
}

export const initProducerIdRequestCodec: MessageCodec<InitProducerIdRequestInput, InitProducerIdRequest> = {
  name: 'InitProducerIdRequest',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 2,
  encode: encodeInitProducerIdRequest,
  decode: decodeInitProducerIdRequest
}
