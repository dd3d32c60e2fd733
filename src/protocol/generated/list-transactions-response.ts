// Made by scripts/codegen from ListTransactionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListTransactionsResponse, versions 0–2. */
export interface ListTransactionsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of string */
  unknownStateFilters: string[]
  /** array of TransactionState */
  transactionStates: TransactionState[]
}

/** What encode takes for {@link ListTransactionsResponse}: a field left out has its default. */
export interface ListTransactionsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  unknownStateFilters?: readonly string[] | undefined
  transactionStates?: readonly TransactionStateInput[] | undefined
}

export function encodeListTransactionsResponse(writer: Writer, message: ListTransactionsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, unknownStateFilters = [], transactionStates = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactArrayLength(unknownStateFilters.length)
  for (const element of unknownStateFilters) writer.compactString(element)
  writer.compactArrayLength(transactionStates.length)
  for (const element of transactionStates) encodeTransactionState(writer, element, version)
  writer.int8(0)
}

export function decodeListTransactionsResponse(reader: Reader, version: number): ListTransactionsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const unknownStateFilters: string[] = []
  const unknownStateFiltersCount = reader.compactArrayLength(1)
  for (let i = 0; i < unknownStateFiltersCount; i++) unknownStateFilters.push(reader.compactString())
  const transactionStates: TransactionState[] = []
  const transactionStatesCount = reader.compactArrayLength(11)
  for (let i = 0; i < transactionStatesCount; i++) transactionStates.push(decodeTransactionState(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, unknownStateFilters, transactionStates }
}

/** Part of ListTransactionsResponse. */
export interface TransactionState {
  /** string */
  transactionalId: string
  /** int64 */
  producerId: bigint
  /** string */
  transactionState: string
}

/** What encode takes for {@link TransactionState}: a field left out has its default. */
export interface TransactionStateInput {
  transactionalId?: string | undefined
  producerId?: bigint | undefined
  transactionState?: string | undefined
}

export function encodeTransactionState(writer: Writer, message: TransactionStateInput, _version: number): void {
  const { transactionalId = '', producerId = 0n, transactionState = '' } = message
  writer.compactString(transactionalId)
  writer.int64(producerId)
  writer.compactString(transactionState)
  writer.int8(0)
}

export function decodeTransactionState(reader: Reader, _version: number): TransactionState {
  const transactionalId = reader.compactString()
  const producerId = reader.int64()
  const transactionState = reader.compactString()
  reader.skipTags()
  return { transactionalId, producerId, transactionState }
}

export const listTransactionsResponseCodec: MessageCodec<ListTransactionsResponseInput, ListTransactionsResponse> = {
  name: 'ListTransactionsResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeListTransactionsResponse,
  decode: decodeListTransactionsResponse
}
