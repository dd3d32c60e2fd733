import { errorCodes } from '../../errors/error-table'
import { KafkaDecodeError } from '../../errors/decode-errors'
import { headerOffsets, transactionalBit } from '../../protocol/records/batch-layout'
import type { DecodedMessage } from '../../protocol/records/decoded-message'
import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import { decodeBatch, readBatches } from '../../protocol/records/record-batch-reader'

/** A record that was refused, by its place in the batch (KIP-467). */
export interface RefusedRecord {
  readonly batchIndex: number
  readonly message: string
}

/** What is wrong with a batch. */
export interface Refusal {
  readonly errorCode: number
  readonly message: string | null
  readonly records: readonly RefusedRecord[]
}

/** Topic configs that decide about a batch. */
export interface BatchRules {
  readonly maxMessageBytes: number
  readonly segmentBytes: number
  readonly isCompacted: boolean
  readonly timestampType: string
  /** ms */
  readonly timestampBeforeMaxMs: number
  /** ms */
  readonly timestampAfterMaxMs: number
  /** ms on the wall clock. */
  readonly now: number
}

const zstd = 4
/** First Produce version that may carry zstd (KIP-110). */
const zstdVersion = 7

const refuse = (errorCode: number, message: string | null = null, records: readonly RefusedRecord[] = []): Refusal => ({
  errorCode,
  message,
  records
})

/** Whether the first batch of a partition's records is part of a transaction; their content has not been checked. */
export function isTransactional(records: Buffer | null): boolean {
  if (records === null || records.length < headerOffsets.lastOffsetDelta || records[headerOffsets.magic] !== 2) return false
  return (records.readInt16BE(headerOffsets.attributes) & transactionalBit) !== 0
}

/** The batch of one partition of a Produce request: exactly one of magic 2. Bytes after it that make no batch are left alone. */
export function readProducedBatch(records: Buffer | null, produceVersion: number): FetchedBatch | Refusal {
  const invalid = (rule: string): Refusal =>
    refuse(errorCodes.INVALID_RECORD, `Produce requests with version ${produceVersion} must have ${rule}`)
  try {
    let batch: FetchedBatch | undefined
    for (const next of readBatches(records ?? Buffer.alloc(0))) {
      if (batch !== undefined) return invalid('exactly one record batch per partition')
      batch = next
      if (batch.magic !== 2) return invalid('record batches with magic version 2')
      if (produceVersion < zstdVersion && batch.compression === zstd) return refuse(errorCodes.UNSUPPORTED_COMPRESSION_TYPE)
    }
    return batch ?? invalid('at least one record batch per partition')
  } catch (error) {
    if (error instanceof KafkaDecodeError) return refuse(errorCodes.CORRUPT_MESSAGE)
    throw error
  }
}

/** Whether a batch may be appended to a topic with these rules; undefined: it may. */
export function validateBatch(batch: FetchedBatch, rules: BatchRules): Refusal | undefined {
  if (batch.baseOffset !== 0) {
    return refuse(errorCodes.INVALID_RECORD, `The base offset of a batch to be appended is 0, this one says ${batch.baseOffset}`)
  }
  if (batch.sizeInBytes > rules.maxMessageBytes) {
    return refuse(
      errorCodes.MESSAGE_TOO_LARGE,
      `The record batch size is ${batch.sizeInBytes} bytes which exceeds the maximum of ${rules.maxMessageBytes}`
    )
  }
  try {
    batch.verify()
  } catch (error) {
    if (error instanceof KafkaDecodeError) return refuse(errorCodes.CORRUPT_MESSAGE)
    throw error
  }
  if (batch.isControl) return refuse(errorCodes.INVALID_RECORD, 'Clients are not allowed to write control records')
  if (batch.recordCount <= 0 || batch.lastOffsetDelta !== batch.recordCount - 1) {
    return refuse(errorCodes.INVALID_RECORD, 'Count of records and last offset of the batch do not fit together')
  }
  if (batch.producerId >= 0n && batch.baseSequence < 0) {
    return refuse(errorCodes.INVALID_RECORD, 'A producer id needs a sequence')
  }
  const checksTime = rules.timestampType !== 'LogAppendTime'
  if (checksTime && batch.maxTimestamp > rules.now + rules.timestampAfterMaxMs) return timestampRefusal(batch, rules)
  if (checksTime && batch.maxTimestamp >= 0 && batch.baseTimestamp < rules.now - rules.timestampBeforeMaxMs)
    return timestampRefusal(batch, rules)
  if (!rules.isCompacted) return undefined
  const messages = decodeNow(batch)
  const keyless = messages.flatMap((message, batchIndex) =>
    message.key === null ? [{ batchIndex, message: 'Compacted topic cannot accept message without key' }] : []
  )
  return keyless.length === 0 ? undefined : refuse(errorCodes.INVALID_RECORD, 'One or more records have been rejected', keyless)
}

function timestampRefusal(batch: FetchedBatch, rules: BatchRules): Refusal {
  return refuse(
    errorCodes.INVALID_TIMESTAMP,
    `Timestamp ${batch.maxTimestamp} is out of range: the broker takes ${rules.now - rules.timestampBeforeMaxMs} to ${rules.now + rules.timestampAfterMaxMs}`
  )
}

/** The records of a batch whose codec answers at once, which the built-in ones do. */
function decodeNow(batch: FetchedBatch): DecodedMessage[] {
  const decoded = decodeBatch(batch)
  if (decoded instanceof Promise) throw new Error('The embedded broker looks into batches with the built-in codecs only')
  return decoded
}
