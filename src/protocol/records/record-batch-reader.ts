import { isPromise } from '../compression/is-promise'
import { defaultMaxDecompressedBytes } from '../compression/compression-codecs'
import { decompressRecords } from '../compression/decompress-records'
import { batchHeaderBytes, headerOffsets } from './batch-layout'
import { corruptRecord, type RecordsSource } from './corrupt-record'
import type { DecodedMessage } from './decoded-message'
import type { FetchedBatch } from './fetched-batch'
import { readInt64 } from './int64'
import { LegacyBatch, smallestMessage } from './legacy-batch'
import { openMessage } from './message-set'
import { RecordBatch } from './record-batch'
import { BatchCursor, type RecordCursor } from './record-cursor'

/** Options of {@link readBatches}. */
export interface ReadBatchesOptions extends RecordsSource {
  /** Hold checksums against the bytes when a batch is opened. Default true. */
  readonly checkCrcs?: boolean
}

/** Options of {@link openBatch} and {@link decodeBatch}. */
export interface DecodeOptions {
  /** Records below this offset are left out. Default 0. */
  readonly fromOffset?: number | bigint
  /** Most bytes the batch may decompress to, default 256 MiB. */
  readonly maxDecompressedBatchBytes?: number
}

/** Bytes up to and including the magic byte, which every format has in the same place. */
const prefixBytes = headerOffsets.magic + 1
/** Offset and length, which the length does not count. */
const lengthEnd = headerOffsets.partitionLeaderEpoch

/**
 * The complete batches of one fetched `records` field, in order; formats may be mixed. Only headers are looked at: the content is checked
 * by {@link openBatch}. A batch that goes on past the end of the field ends the iteration: brokers cut the last one off where the answer
 * is full (nothing at all, although there are bytes, means that not even the first batch fits).
 *
 * @throws KafkaCorruptRecordError on the step to a batch that cannot be right; those before it have been given out by then
 */
export function* readBatches(records: Buffer, options: ReadBatchesOptions = {}): Generator<FetchedBatch, void, undefined> {
  const { checkCrcs = true } = options
  let position = 0
  while (records.length - position >= prefixBytes) {
    const length = records.readInt32BE(position + headerOffsets.length)
    const magic = records.readInt8(position + headerOffsets.magic)
    const offset = readInt64(records, position)
    if (magic < 0 || magic > 2) throw corruptRecord(`unknown format ${magic}`, options, offset)
    const smallest = magic === 2 ? batchHeaderBytes - lengthEnd : smallestMessage[magic as 0 | 1]
    if (length < smallest) throw corruptRecord(`batch of ${length} bytes`, options, offset)
    const end = position + lengthEnd + length
    if (end > records.length) return
    const bytes = records.subarray(position, end)
    yield magic === 2 ? new RecordBatch(bytes, options, checkCrcs) : new LegacyBatch(bytes, options, checkCrcs)
    position = end
  }
}

/**
 * Checks a batch, decompresses it and gives a cursor to walk its records one by one.
 * @returns a promise when the codec works outside the main thread
 * @throws KafkaCorruptRecordError on a wrong checksum; KafkaDecompressionError; KafkaJSNotImplemented when the codec's package is missing
 */
export function openBatch(batch: FetchedBatch, options: DecodeOptions = {}): RecordCursor | Promise<RecordCursor> {
  batch.verify()
  const from = options.fromOffset ?? 0
  const maxBytes = options.maxDecompressedBatchBytes ?? defaultMaxDecompressedBytes
  if (batch instanceof LegacyBatch) return openMessage(batch, from, maxBytes)
  if (batch.compression === 0) return new BatchCursor(batch, batch.bytes, batchHeaderBytes, from)
  const data = decompressRecords(batch.compression, batch.bytes.subarray(batchHeaderBytes), maxBytes, batch)
  return isPromise(data) ? data.then(bytes => new BatchCursor(batch, bytes, 0, from)) : new BatchCursor(batch, data, 0, from)
}

/**
 * All records of a batch at once.
 * @returns a promise when the codec works outside the main thread
 * @throws as {@link openBatch}; KafkaCorruptRecordError on records that contradict the header
 */
export function decodeBatch(batch: FetchedBatch, options: DecodeOptions = {}): DecodedMessage[] | Promise<DecodedMessage[]> {
  const cursor = openBatch(batch, options)
  return isPromise(cursor) ? cursor.then(drain) : drain(cursor)
}

function drain(cursor: RecordCursor): DecodedMessage[] {
  const messages: DecodedMessage[] = []
  for (let message = cursor.next(); message !== undefined; message = cursor.next()) messages.push(message)
  return messages
}
