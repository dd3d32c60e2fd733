// Made by scripts/codegen from AddPartitionsToTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AddPartitionsToTxnRequest, versions 0–5. */
export interface AddPartitionsToTxnRequest {
  /** array of AddPartitionsToTxnTransaction; versions 4+ */
  transactions: AddPartitionsToTxnTransaction[]
  /** string; versions 0–3 */
  v3AndBelowTransactionalId: string
  /** int64; versions 0–3 */
  v3AndBelowProducerId: bigint
  /** int16; versions 0–3 */
  v3AndBelowProducerEpoch: number
  /** array of AddPartitionsToTxnTopic; versions 0–3 */
  v3AndBelowTopics: AddPartitionsToTxnTopic[]
}

/** What encode takes for {@link AddPartitionsToTxnRequest}: a field left out has its default. */
export interface AddPartitionsToTxnRequestInput {
  transactions?: readonly AddPartitionsToTxnTransactionInput[] | undefined
  v3AndBelowTransactionalId?: string | undefined
  v3AndBelowProducerId?: bigint | undefined
  v3AndBelowProducerEpoch?: number | undefined
  v3AndBelowTopics?: readonly AddPartitionsToTxnTopicInput[] | undefined
}

export function encodeAddPartitionsToTxnRequest(writer: Writer, message: AddPartitionsToTxnRequestInput, version: number): void {
  const {
    transactions = [],
    v3AndBelowTransactionalId = '',
    v3AndBelowProducerId = 0n,
    v3AndBelowProducerEpoch = 0,
    v3AndBelowTopics = []
  } = message
  const flexible = version >= 3
  if (version >= 4) {
    writer.compactArrayLength(transactions.length)
    for (const element of transactions) encodeAddPartitionsToTxnTransaction(writer, element, version)
  }
  if (version < 4 && transactions.length !== 0) notInVersion('AddPartitionsToTxnRequest', 'transactions', version)
  if (version <= 3) {
    if (flexible) writer.compactString(v3AndBelowTransactionalId)
    else writer.string(v3AndBelowTransactionalId)
  }
  if (version > 3 && v3AndBelowTransactionalId !== '') notInVersion('AddPartitionsToTxnRequest', 'v3AndBelowTransactionalId', version)
  if (version <= 3) writer.int64(v3AndBelowProducerId)
  if (version > 3 && v3AndBelowProducerId !== 0n) notInVersion('AddPartitionsToTxnRequest', 'v3AndBelowProducerId', version)
  if (version <= 3) writer.int16(v3AndBelowProducerEpoch)
  if (version > 3 && v3AndBelowProducerEpoch !== 0) notInVersion('AddPartitionsToTxnRequest', 'v3AndBelowProducerEpoch', version)
  if (version <= 3) {
    if (flexible) writer.compactArrayLength(v3AndBelowTopics.length)
    else writer.arrayLength(v3AndBelowTopics.length)
    for (const element of v3AndBelowTopics) encodeAddPartitionsToTxnTopic(writer, element, version)
  }
  if (version > 3 && v3AndBelowTopics.length !== 0) notInVersion('AddPartitionsToTxnRequest', 'v3AndBelowTopics', version)
  if (flexible) writer.int8(0)
}

export function decodeAddPartitionsToTxnRequest(reader: Reader, version: number): AddPartitionsToTxnRequest {
  const flexible = version >= 3
  const transactions: AddPartitionsToTxnTransaction[] = []
  if (version >= 4) {
    const transactionsCount = reader.compactArrayLength(14)
    for (let i = 0; i < transactionsCount; i++) transactions.push(decodeAddPartitionsToTxnTransaction(reader, version))
  }
  const v3AndBelowTransactionalId = version <= 3 ? (flexible ? reader.compactString() : reader.string()) : ''
  const v3AndBelowProducerId = version <= 3 ? reader.int64() : 0n
  const v3AndBelowProducerEpoch = version <= 3 ? reader.int16() : 0
  const v3AndBelowTopics: AddPartitionsToTxnTopic[] = []
  if (version <= 3) {
    const v3AndBelowTopicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
    for (let i = 0; i < v3AndBelowTopicsCount; i++) v3AndBelowTopics.push(decodeAddPartitionsToTxnTopic(reader, version))
  }
  if (flexible) reader.skipTags()
  return { transactions, v3AndBelowTransactionalId, v3AndBelowProducerId, v3AndBelowProducerEpoch, v3AndBelowTopics }
}

/** Part of AddPartitionsToTxnRequest. */
export interface AddPartitionsToTxnTopic {
  /** string */
  name: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link AddPartitionsToTxnTopic}: a field left out has its default. */
export interface AddPartitionsToTxnTopicInput {
  name?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeAddPartitionsToTxnTopic(writer: Writer, message: AddPartitionsToTxnTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 3
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeAddPartitionsToTxnTopic(reader: Reader, version: number): AddPartitionsToTxnTopic {
  const flexible = version >= 3
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: number[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  if (flexible) reader.skipTags()
  return { name, partitions }
}

/** Part of AddPartitionsToTxnRequest. */
export interface AddPartitionsToTxnTransaction {
  /** string; versions 4+ */
  transactionalId: string
  /** int64; versions 4+ */
  producerId: bigint
  /** int16; versions 4+ */
  producerEpoch: number
  /** bool; versions 4+ */
  verifyOnly: boolean
  /** array of AddPartitionsToTxnTopic; versions 4+ */
  topics: AddPartitionsToTxnTopic[]
}

/** What encode takes for {@link AddPartitionsToTxnTransaction}: a field left out has its default. */
export interface AddPartitionsToTxnTransactionInput {
  transactionalId?: string | undefined
  producerId?: bigint | undefined
  producerEpoch?: number | undefined
  verifyOnly?: boolean | undefined
  topics?: readonly AddPartitionsToTxnTopicInput[] | undefined
}

export function encodeAddPartitionsToTxnTransaction(writer: Writer, message: AddPartitionsToTxnTransactionInput, version: number): void {
  const { transactionalId = '', producerId = 0n, producerEpoch = 0, verifyOnly = false, topics = [] } = message
  writer.compactString(transactionalId)
  writer.int64(producerId)
  writer.int16(producerEpoch)
  writer.bool(verifyOnly)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeAddPartitionsToTxnTopic(writer, element, version)
  writer.int8(0)
}

export function decodeAddPartitionsToTxnTransaction(reader: Reader, version: number): AddPartitionsToTxnTransaction {
  const transactionalId = reader.compactString()
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const verifyOnly = reader.bool()
  const topics: AddPartitionsToTxnTopic[] = []
  const topicsCount = reader.compactArrayLength(3)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeAddPartitionsToTxnTopic(reader, version))
  reader.skipTags()
  return { transactionalId, producerId, producerEpoch, verifyOnly, topics }
}

export const addPartitionsToTxnRequestCodec: MessageCodec<AddPartitionsToTxnRequestInput, AddPartitionsToTxnRequest> = {
  name: 'AddPartitionsToTxnRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeAddPartitionsToTxnRequest,
  decode: decodeAddPartitionsToTxnRequest
}
