// Made by scripts/codegen from AddPartitionsToTxnResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AddPartitionsToTxnResponse, versions 0–5. */
export interface AddPartitionsToTxnResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16; versions 4+; dropped in other versions */
  errorCode: number
  /** array of AddPartitionsToTxnResult; versions 4+ */
  resultsByTransaction: AddPartitionsToTxnResult[]
  /** array of AddPartitionsToTxnTopicResult; versions 0–3 */
  resultsByTopicV3AndBelow: AddPartitionsToTxnTopicResult[]
}

/** What encode takes for {@link AddPartitionsToTxnResponse}: a field left out has its default. */
export interface AddPartitionsToTxnResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  resultsByTransaction?: readonly AddPartitionsToTxnResultInput[] | undefined
  resultsByTopicV3AndBelow?: readonly AddPartitionsToTxnTopicResultInput[] | undefined
}

export function encodeAddPartitionsToTxnResponse(writer: Writer, message: AddPartitionsToTxnResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, resultsByTransaction = [], resultsByTopicV3AndBelow = [] } = message
  const flexible = version >= 3
  writer.int32(throttleTimeMs)
  if (version >= 4) writer.int16(errorCode)
  if (version >= 4) {
    writer.compactArrayLength(resultsByTransaction.length)
    for (const element of resultsByTransaction) encodeAddPartitionsToTxnResult(writer, element, version)
  }
  if (version < 4 && resultsByTransaction.length !== 0) notInVersion('AddPartitionsToTxnResponse', 'resultsByTransaction', version)
  if (version <= 3) {
    if (flexible) writer.compactArrayLength(resultsByTopicV3AndBelow.length)
    else writer.arrayLength(resultsByTopicV3AndBelow.length)
    for (const element of resultsByTopicV3AndBelow) encodeAddPartitionsToTxnTopicResult(writer, element, version)
  }
  if (version > 3 && resultsByTopicV3AndBelow.length !== 0) notInVersion('AddPartitionsToTxnResponse', 'resultsByTopicV3AndBelow', version)
  if (flexible) writer.int8(0)
}

export function decodeAddPartitionsToTxnResponse(reader: Reader, version: number): AddPartitionsToTxnResponse {
  const flexible = version >= 3
  const throttleTimeMs = reader.int32()
  const errorCode = version >= 4 ? reader.int16() : 0
  const resultsByTransaction: AddPartitionsToTxnResult[] = []
  if (version >= 4) {
    const resultsByTransactionCount = reader.compactArrayLength(3)
    for (let i = 0; i < resultsByTransactionCount; i++) resultsByTransaction.push(decodeAddPartitionsToTxnResult(reader, version))
  }
  const resultsByTopicV3AndBelow: AddPartitionsToTxnTopicResult[] = []
  if (version <= 3) {
    const resultsByTopicV3AndBelowCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
    for (let i = 0; i < resultsByTopicV3AndBelowCount; i++) resultsByTopicV3AndBelow.push(decodeAddPartitionsToTxnTopicResult(reader, version))
  }
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, resultsByTransaction, resultsByTopicV3AndBelow }
}

/** Part of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnTopicResult {
  /** string */
  name: string
  /** array of AddPartitionsToTxnPartitionResult */
  resultsByPartition: AddPartitionsToTxnPartitionResult[]
}

/** What encode takes for {@link AddPartitionsToTxnTopicResult}: a field left out has its default. */
export interface AddPartitionsToTxnTopicResultInput {
  name?: string | undefined
  resultsByPartition?: readonly AddPartitionsToTxnPartitionResultInput[] | undefined
}

export function encodeAddPartitionsToTxnTopicResult(writer: Writer, message: AddPartitionsToTxnTopicResultInput, version: number): void {
  const { name = '', resultsByPartition = [] } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(resultsByPartition.length)
  else writer.arrayLength(resultsByPartition.length)
  for (const element of resultsByPartition) encodeAddPartitionsToTxnPartitionResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAddPartitionsToTxnTopicResult(reader: Reader, version: number): AddPartitionsToTxnTopicResult {
  const flexible = version >= 3
  const name = flexible ? reader.compactString() : reader.string()
  const resultsByPartition: AddPartitionsToTxnPartitionResult[] = []
  const resultsByPartitionCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(6)
  for (let i = 0; i < resultsByPartitionCount; i++) resultsByPartition.push(decodeAddPartitionsToTxnPartitionResult(reader, version))
  if (flexible) reader.skipTags()
  return { name, resultsByPartition }
}

/** Part of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnPartitionResult {
  /** int32 */
  partitionIndex: number
  /** int16 */
  partitionErrorCode: number
}

/** What encode takes for {@link AddPartitionsToTxnPartitionResult}: a field left out has its default. */
export interface AddPartitionsToTxnPartitionResultInput {
  partitionIndex?: number | undefined
  partitionErrorCode?: number | undefined
}

export function encodeAddPartitionsToTxnPartitionResult(
  writer: Writer,
  message: AddPartitionsToTxnPartitionResultInput,
  version: number
): void {
  const { partitionIndex = 0, partitionErrorCode = 0 } = message
  const flexible = version >= 3
  writer.int32(partitionIndex)
  writer.int16(partitionErrorCode)
  if (flexible) writer.int8(0)
}

export function decodeAddPartitionsToTxnPartitionResult(reader: Reader, version: number): AddPartitionsToTxnPartitionResult {
  const flexible = version >= 3
  const partitionIndex = reader.int32()
  const partitionErrorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { partitionIndex, partitionErrorCode }
}

/** Part of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnResult {
  /** string; versions 4+ */
  transactionalId: string
  /** array of AddPartitionsToTxnTopicResult; versions 4+ */
  topicResults: AddPartitionsToTxnTopicResult[]
}

/** What encode takes for {@link AddPartitionsToTxnResult}: a field left out has its default. */
export interface AddPartitionsToTxnResultInput {
  transactionalId?: string | undefined
  topicResults?: readonly AddPartitionsToTxnTopicResultInput[] | undefined
}

export function encodeAddPartitionsToTxnResult(writer: Writer, message: AddPartitionsToTxnResultInput, version: number): void {
  const { transactionalId = '', topicResults = [] } = message
  writer.compactString(transactionalId)
  writer.compactArrayLength(topicResults.length)
  for (const element of topicResults) encodeAddPartitionsToTxnTopicResult(writer, element, version)
  writer.int8(0)
}

export function decodeAddPartitionsToTxnResult(reader: Reader, version: number): AddPartitionsToTxnResult {
  const transactionalId = reader.compactString()
  const topicResults: AddPartitionsToTxnTopicResult[] = []
  const topicResultsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicResultsCount; i++) topicResults.push(decodeAddPartitionsToTxnTopicResult(reader, version))
  reader.skipTags()
  return { transactionalId, topicResults }
}

export const addPartitionsToTxnResponseCodec: MessageCodec<AddPartitionsToTxnResponseInput, AddPartitionsToTxnResponse> = {
  name: 'AddPartitionsToTxnResponse',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeAddPartitionsToTxnResponse,
  decode: decodeAddPartitionsToTxnResponse
}
