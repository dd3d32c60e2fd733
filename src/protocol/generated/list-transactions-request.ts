// Made by scripts/codegen from ListTransactionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListTransactionsRequest, versions 0–2. */
export interface ListTransactionsRequest {
  /** array of string */
  stateFilters: string[]
  /** array of int64 */
  producerIdFilters: bigint[]
  /** int64; versions 1+; default -1n */
  durationFilter: bigint
  /** string; versions 2+; may be null; default null */
  transactionalIdPattern: string | null
}

/** What encode takes for {@link ListTransactionsRequest}: a field left out has its default. */
export interface ListTransactionsRequestInput {
  stateFilters?: readonly string[] | undefined
  producerIdFilters?: readonly bigint[] | undefined
  durationFilter?: bigint | undefined
  transactionalIdPattern?: string | null | undefined
}

export function encodeListTransactionsRequest(writer: Writer, message: ListTransactionsRequestInput, version: number): void {
  const { stateFilters = [], producerIdFilters = [], durationFilter = -1n, transactionalIdPattern = null } = message
  writer.compactArrayLength(stateFilters.length)
  for (const element of stateFilters) writer.compactString(element)
  writer.compactArrayLength(producerIdFilters.length)
  for (const element of producerIdFilters) writer.int64(element)
  if (version >= 1) writer.int64(durationFilter)
  if (version < 1 && durationFilter !== -1n) notInVersion('ListTransactionsRequest', 'durationFilter', version)
  if (version >= 2) writer.compactNullableString(transactionalIdPattern)
  if (version < 2 && transactionalIdPattern !== null) notInVersion('ListTransactionsRequest', 'transactionalIdPattern', version)
  writer.int8(0)
}

export function decodeListTransactionsRequest(reader: Reader, version: number): ListTransactionsRequest {
  const stateFilters: string[] = []
  const stateFiltersCount = reader.compactArrayLength(1)
  for (let i = 0; i < stateFiltersCount; i++) stateFilters.push(reader.compactString())
  const producerIdFilters: bigint[] = []
  const producerIdFiltersCount = reader.compactArrayLength(8)
  for (let i = 0; i < producerIdFiltersCount; i++) producerIdFilters.push(reader.int64())
  const durationFilter = version >= 1 ? reader.int64() : -1n
  const transactionalIdPattern = version >= 2 ? reader.compactNullableString() : null
  reader.skipTags()
  return { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern }
}

export const listTransactionsRequestCodec: MessageCodec<ListTransactionsRequestInput, ListTransactionsRequest> = {
  name: 'ListTransactionsRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeListTransactionsRequest,
  decode: decodeListTransactionsRequest
}
