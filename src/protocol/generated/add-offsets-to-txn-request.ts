// Made by scripts/codegen from AddOffsetsToTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AddOffsetsToTxnRequest, versions 0–4. */
export interface AddOffsetsToTxnRequest {
  /** string */
  transactionalId: string
  /** int64 */
  producerId: bigint
  /** int16 */
  producerEpoch: number
  /** string */
  groupId: string
}

/** What encode takes for {@link AddOffsetsToTxnRequest}: a field left out has its default. */
export interface AddOffsetsToTxnRequestInput {
  transactionalId?: string | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  groupId?: string | undefined
}

export function encodeAddOffsetsToTxnRequest(writer: Writer, message: AddOffsetsToTxnRequestInput, version: number): void {
  const { transactionalId = '', producerId = 0n, producerEpoch = 0, groupId = '' } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(transactionalId)
  else writer.string(transactionalId)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  if (flexible) writer.int8(0)
}

export function decodeAddOffsetsToTxnRequest(reader: Reader, version: number): AddOffsetsToTxnRequest {
  const flexible = version >= 3
  const transactionalId = flexible ? reader.compactString() : reader.string()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const groupId = flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { transactionalId, producerId, producerEpoch, groupId }
}

export const addOffsetsToTxnRequestCodec: MessageCodec<AddOffsetsToTxnRequestInput, AddOffsetsToTxnRequest> = {
  name: 'AddOffsetsToTxnRequest',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 3,
  encode: encodeAddOffsetsToTxnRequest,
  decode: decodeAddOffsetsToTxnRequest
}
