import { KafkaDecompressionError } from '../../errors/decode-errors'
import { errorCodes } from '../../errors/error-table'
import { isKafkaJSError } from '../../errors/kafkajs-error'
import { isPromise } from '../../protocol/compression/is-promise'
import { defaultMaxDecompressedBytes } from '../../protocol/compression/compression-codecs'
import { compressRecords } from '../../protocol/compression/compress-records'
import { decompressRecords } from '../../protocol/compression/decompress-records'
import { batchHeaderBytes, headerOffsets, transactionalBit } from '../../protocol/records/batch-layout'
import { ProducedBatch } from './produced-batch'
import { walkRecords } from './walk-records'

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
  /** Whether the answer tells where the log starts: it does when the log has looked at what is in the batch. */
  readonly tellsLogStart: boolean
}

/** Topic configs that decide about a batch. */
export interface BatchRules {
  readonly maxMessageBytes: number
  readonly segmentBytes: number
  readonly isCompacted: boolean
  readonly timestampType: string
  /** `compression.type` */
  readonly compressionType: string
  /** ms */
  readonly timestampBeforeMaxMs: number
  /** ms */
  readonly timestampAfterMaxMs: number
  /** ms on the wall clock. */
  readonly now: number
}

/** Codecs by their names in `compression.type`. */
const codecs: Readonly<Record<string, number>> = { uncompressed: 0, gzip: 1, snappy: 2, lz4: 3, zstd: 4 }
const zstd = 4
const lastCodec = 4
/** First Produce version that may carry zstd (KIP-110). */
const zstdVersion = 7
/** Bytes up to and including the magic byte. */
const prefixBytes = headerOffsets.magic + 1
/** Offset and length, which the length does not count. */
const lengthEnd = headerOffsets.partitionLeaderEpoch
/** Fewest bytes that Kafka takes for a batch, its first twelve not counted. */
const smallestBatch = 14

/** @param tellsLogStart default false: the batch has not got as far as that */
const refuse = (
  errorCode: number,
  message: string | null = null,
  records: readonly RefusedRecord[] = [],
  tellsLogStart = false
): Refusal => ({ errorCode, message, records, tellsLogStart })

/** What the log itself finds wrong. */
const invalid = (message: string): Refusal => refuse(errorCodes.INVALID_RECORD, message, [], true)

/** Whether the first batch of a partition's records is part of a transaction; their content has not been checked. */
export function isTransactional(records: Buffer | null): boolean {
  if (records === null || records.length < headerOffsets.lastOffsetDelta || records[headerOffsets.magic] !== 2) return false
  return (records.readInt16BE(headerOffsets.attributes) & transactionalBit) !== 0
}

/** Id and epoch of the producer whose transaction a partition's records are part of, as one text; undefined: they are in none. */
export function transactionalProducer(records: Buffer | null): string | undefined {
  if (records === null || !isTransactional(records) || records.length < headerOffsets.baseSequence) return undefined
  const producerId = records.readBigInt64BE(headerOffsets.producerId)
  return producerId < 0n ? undefined : `${producerId} ${records.readInt16BE(headerOffsets.producerEpoch)}`
}

/** Whether the bytes cannot be cut into batches: Kafka then refuses the whole request. */
export function isTorn(records: Buffer | null): boolean {
  return cut(records) === undefined
}

/** The complete batches of a field, in order; undefined when one has a length or a format that cannot be. */
function cut(records: Buffer | null): Buffer[] | undefined {
  const batches: Buffer[] = []
  if (records === null) return batches
  let position = 0
  while (records.length - position >= prefixBytes) {
    const length = records.readInt32BE(position + headerOffsets.length)
    const magic = records.readInt8(position + headerOffsets.magic)
    if (length < smallestBatch || magic < 0 || magic > 2) return undefined
    const end = position + lengthEnd + length
    if (end > records.length) break
    batches.push(records.subarray(position, end))
    position = end
  }
  return batches
}

/** The batch of one partition of a Produce request: exactly one of magic 2. Bytes after it that make no batch are left alone. */
export function readProducedBatch(records: Buffer | null, produceVersion: number): ProducedBatch | Refusal {
  const batches = cut(records)
  if (batches === undefined) return refuse(errorCodes.CORRUPT_MESSAGE)
  const broken = (rule: string): Refusal =>
    refuse(errorCodes.INVALID_RECORD, `Produce requests with version ${produceVersion} must have ${rule}`)
  const [bytes, second] = batches
  if (bytes === undefined) return broken('at least one record batch per partition')
  if (bytes[headerOffsets.magic] !== 2) return broken('record batches with magic version 2')
  if (bytes.length < batchHeaderBytes) return refuse(errorCodes.CORRUPT_MESSAGE)
  const batch = new ProducedBatch(bytes)
  if (produceVersion < zstdVersion && batch.compression === zstd) return refuse(errorCodes.UNSUPPORTED_COMPRESSION_TYPE)
  return second === undefined ? batch : broken('exactly one record batch per partition')
}

/** The batch as a topic with these rules takes it, or why it does not. */
export function validateBatch(batch: ProducedBatch, rules: BatchRules): ProducedBatch | Refusal {
  const { bytes, recordCount, compression } = batch
  if (batch.baseOffset !== 0n) return invalid(`The base offset of a batch to be appended is 0, this one says ${batch.baseOffset}`)
  if (bytes.length > rules.maxMessageBytes) {
    return refuse(
      errorCodes.MESSAGE_TOO_LARGE,
      `The record batch size is ${bytes.length} bytes which exceeds the maximum of ${rules.maxMessageBytes}`
    )
  }
  if (!batch.hasRightChecksum) return refuse(errorCodes.CORRUPT_MESSAGE)
  // Kafka has no error of its own for a codec that does not exist, nor for content that does not decompress.
  if (compression > lastCodec) return refuse(errorCodes.UNKNOWN_SERVER_ERROR, null, [], true)
  if (batch.isControl) return invalid('Clients are not allowed to write control records')
  if (recordCount <= 0 || batch.lastOffsetDelta !== recordCount - 1)
    return invalid('Count of records and last offset of the batch do not fit together')
  if (batch.producerId >= 0n && batch.baseSequence < 0) return invalid('A producer id needs a sequence')
  const content = decompress(batch)
  if (content === undefined) return refuse(errorCodes.UNKNOWN_SERVER_ERROR, null, [], true)
  if (isPromise(content)) return fit(batch, rules)
  const refused: RefusedRecord[] = []
  let isUntimely = false
  let maxTimestamp = -1
  const isWhole = walkRecords(content, recordCount, (batchIndex, timestampDelta, hasKey) => {
    const timestamp = batch.baseTimestamp + timestampDelta
    if (timestamp > maxTimestamp) maxTimestamp = timestamp
    if (rules.isCompacted && !hasKey) refused.push({ batchIndex, message: 'A compacted topic takes no record without a key' })
    else if (!isTimely(timestamp, rules)) {
      isUntimely = true
      refused.push({ batchIndex, message: `Timestamp ${timestamp} is out of range` })
    }
  })
  if (!isWhole) return invalid('A record is not well-formed')
  if (refused.length > 0) {
    const errorCode = isUntimely ? errorCodes.INVALID_TIMESTAMP : errorCodes.INVALID_RECORD
    return refuse(errorCode, 'One or more records have been rejected', refused, true)
  }
  return fit(corrected(batch, content, maxTimestamp, rules.compressionType), rules)
}

function isTimely(timestamp: number, { timestampType, now, timestampBeforeMaxMs, timestampAfterMaxMs }: BatchRules): boolean {
  if (timestampType === 'LogAppendTime' || timestamp === -1) return true
  return now - timestamp <= timestampBeforeMaxMs && timestamp - now <= timestampAfterMaxMs
}

/** The records as they are without compression; undefined when they do not decompress; a promise when only a plug-in knows. */
function decompress(batch: ProducedBatch): Buffer | Promise<Buffer> | undefined {
  const { compression, content } = batch
  if (compression === 0) return content
  const unknown = (error: unknown): Promise<Buffer> | undefined => {
    // The codec's package is not there: the batch is taken as it is.
    if (isKafkaJSError(error) && !(error instanceof KafkaDecompressionError)) return Promise.resolve(content)
    return undefined
  }
  try {
    const data = decompressRecords(compression, content, defaultMaxDecompressedBytes, { source: {}, exactBaseOffset: 0n })
    if (isPromise(data)) data.catch(() => {})
    return data
  } catch (error) {
    return unknown(error)
  }
}

/** The batch with the compression that the topic wants, and without what only brokers may say. */
function corrected(batch: ProducedBatch, content: Buffer, maxTimestamp: number, compressionType: string): ProducedBatch {
  const compression = codecs[compressionType] ?? batch.compression
  if (compression === batch.compression) return batch.corrected(maxTimestamp)
  const data = compression === 0 ? content : compressRecords(compression, content)
  return isPromise(data) ? batch.corrected(maxTimestamp) : batch.corrected(maxTimestamp, { compression, data })
}

/** A segment has to hold the batch, with whatever compression it has by now. */
function fit(batch: ProducedBatch, { segmentBytes }: BatchRules): ProducedBatch | Refusal {
  if (batch.bytes.length <= segmentBytes) return batch
  return refuse(errorCodes.RECORD_LIST_TOO_LARGE, `A batch of ${batch.bytes.length} bytes does not fit a segment of ${segmentBytes}`)
}
