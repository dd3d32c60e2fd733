import { isPromise } from '../compression/is-promise'
import { KafkaJSInvariantViolation } from '../../errors/usage-errors'
import { compressRecords } from '../compression/compress-records'
import { crc32c } from '../crc32c'
import { sizeOfVarint, sizeOfVarlong } from '../varint'
import { batchHeaderBytes, headerOffsets, transactionalBit } from './batch-layout'
import { RecordBufferPool } from './record-buffer-pool'
import { isList, countHeaders, sizeOfField, sizeOfHeaders, type HeaderValue, type RecordHeaders } from './record-headers'

/** Pool of writers that are given none. */
const sharedPool = new RecordBufferPool()

/** Up to here a loop is faster than a call of `write` (50 to 60 ns). */
const fewCharacters = 12
/** Above it, asking for the length of text costs little beside writing it. */
const manyCharacters = 4096
/** Up to here a loop is faster than a call of `set` (15 ns). */
const fewBytes = 12

/** Options of {@link RecordBatchWriter}. */
export interface RecordBatchWriterOptions {
  /** Bytes to begin with, default 16 KiB; doubled whenever they do not suffice. */
  readonly initialBytes?: number
  /** Where the buffer comes from and goes back to. Default: one pool for the process. */
  readonly pool?: RecordBufferPool
}

/** What {@link RecordBatchWriter.close} writes into the header. */
export interface BatchClosing {
  /** Codec as in `CompressionTypes`. Default none. */
  readonly compression?: number | undefined
  /** The batch is part of a transaction. Default false. */
  readonly transactional?: boolean | undefined
  /** Default −1: no idempotence. */
  readonly producerId?: bigint | undefined
  /** Default −1. */
  readonly producerEpoch?: number | undefined
  /** Sequence number of the first record, default −1. */
  readonly baseSequence?: number | undefined
}

/**
 * Writes one record batch of magic 2. Records go straight into one growing buffer; the header is filled in at the end.
 *
 * After {@link close} the bytes stay as they are, so that a retry sends the same ones. {@link release} gives the buffer back to the pool:
 * only once nothing can read it any more, i.e. when the broker has answered, never while a socket may still hold it.
 */
export class RecordBatchWriter {
  /** Records so far. */
  recordCount = 0
  /** ms, of the first record. */
  baseTimestamp = -1
  /** ms, the latest of all. */
  maxTimestamp = -1
  readonly #pool: RecordBufferPool
  #buffer: Buffer
  #position = batchHeaderBytes
  #closed: Buffer | Promise<Buffer> | undefined
  #released = false
  #guessAscii = true

  constructor(options: RecordBatchWriterOptions = {}) {
    this.#pool = options.pool ?? sharedPool
    this.#buffer = this.#pool.acquire(options.initialBytes ?? 16 * 1024)
  }

  /** Most bytes a record can add to a batch (its place and time in the batch take up to fifteen of them). */
  static sizeOf(key: HeaderValue, value: HeaderValue, headers: RecordHeaders | undefined): number {
    const body = 16 + sizeOfField(key) + sizeOfField(value) + sizeOfHeaders(headers)
    return sizeOfVarint(body) + body
  }

  /** Bytes of the batch so far, header included, not compressed. */
  get sizeInBytes(): number {
    return this.#position
  }

  /**
   * Adds a record.
   * @param timestampMs a safe integer of at least −1, so that the difference of any two is exact (`parseTimestamp` sees to it)
   * @param key text is written as UTF-8; null is no key
   * @param value null is a tombstone
   * @returns the record's place in the batch
   */
  append(timestampMs: number, key: HeaderValue, value: HeaderValue, headers?: RecordHeaders): number {
    this.tryAppend(Infinity, timestampMs, key, value, headers)
    return this.recordCount - 1
  }

  /**
   * Adds a record unless the batch would then be larger than `limitBytes` (header included, not compressed). The first record always
   * goes in.
   * @returns whether it was added
   */
  tryAppend(limitBytes: number, timestampMs: number, key: HeaderValue, value: HeaderValue, headers?: RecordHeaders): boolean {
    if (this.#closed !== undefined || this.#released) throw new KafkaJSInvariantViolation('record appended to a closed batch')
    const outcome = this.#add(limitBytes, timestampMs, key, value, headers, this.#guessAscii)
    if (outcome !== undefined) return outcome
    // Text beyond ASCII. There will be more of it, so this batch is done with guessing.
    this.#guessAscii = false
    return this.#add(limitBytes, timestampMs, key, value, headers, false) === true
  }

  /**
   * @param guess take key and value, where they are text, for ASCII: whether they are shows when they are written, and asking before
   * takes as long as writing them
   * @returns undefined when the guess was wrong; nothing has been added then
   */
  #add(
    limitBytes: number,
    timestampMs: number,
    key: HeaderValue,
    value: HeaderValue,
    headers: RecordHeaders | undefined,
    guess: boolean
  ): boolean | undefined {
    const start = this.#position
    const index = this.recordCount
    const delta = index === 0 ? 0 : timestampMs - this.baseTimestamp
    const keyLength = guess ? guessedLength(key) : lengthOf(key)
    const valueLength = guess ? guessedLength(value) : lengthOf(value)
    const body =
      1 +
      (delta >= -64 && delta < 64 ? 1 : sizeOfVarlong(delta)) +
      sizeOfVarint(index) +
      sizeOfVarint(keyLength) +
      (keyLength > 0 ? keyLength : 0) +
      sizeOfVarint(valueLength) +
      (valueLength > 0 ? valueLength : 0) +
      (headers === undefined ? 1 : sizeOfHeaders(headers))
    const end = start + sizeOfVarint(body) + body
    if (end > limitBytes && index > 0) return false
    // UTF-8 makes at most three bytes of a character; with room for them the wrong guess shows in how many were written.
    const needed = guess ? end + roomForGuess(key) + roomForGuess(value) : end
    if (needed > this.#buffer.length) this.#grow(needed)

    this.#varint(body)
    this.#buffer[this.#position++] = 0
    this.#varlong(delta)
    this.#varint(index)
    if (!this.#field(key, keyLength) || !this.#field(value, valueLength)) {
      this.#position = start
      return undefined
    }
    if (headers === undefined) this.#buffer[this.#position++] = 0
    else this.#headers(headers)
    if (index === 0) {
      this.baseTimestamp = timestampMs
      this.maxTimestamp = timestampMs
    } else if (timestampMs > this.maxTimestamp) this.maxTimestamp = timestampMs
    this.recordCount = index + 1
    return true
  }

  /**
   * Ends the batch: compresses, fills in the header, computes the checksum. Called again it gives the same bytes.
   * @returns the complete batch; a promise when the codec works outside the main thread
   * @throws whatever the codec throws; KafkaJSNotImplemented when its package is not installed
   */
  close(closing: BatchClosing = {}): Buffer | Promise<Buffer> {
    if (this.#closed === undefined) {
      const compression = closing.compression ?? 0
      if (compression === 0) this.#closed = this.#seal(closing)
      else {
        const compressed = compressRecords(compression, this.#buffer.subarray(batchHeaderBytes, this.#position))
        this.#closed = isPromise(compressed)
          ? compressed.then(data => this.#sealCompressed(closing, data))
          : this.#sealCompressed(closing, compressed)
      }
    }
    return this.#closed
  }

  /** Gives the buffer back, after compression where that is still going on. What {@link close} returned must not be used afterwards. */
  release(): void {
    if (this.#released) return
    this.#released = true
    const giveBack = (): void => this.#pool.release(this.#buffer)
    if (this.#closed !== undefined && isPromise(this.#closed)) void this.#closed.then(giveBack, giveBack)
    else giveBack()
  }

  #sealCompressed(closing: BatchClosing, data: Uint8Array): Buffer {
    // Compressed records take the place of the plain ones: no second buffer to keep until the broker has answered.
    this.#position = batchHeaderBytes
    if (batchHeaderBytes + data.length > this.#buffer.length) this.#grow(batchHeaderBytes + data.length)
    this.#buffer.set(data, batchHeaderBytes)
    this.#position += data.length
    return this.#seal(closing)
  }

  #seal(closing: BatchClosing): Buffer {
    const batch = this.#buffer.subarray(0, this.#position)
    const view = new DataView(batch.buffer, batch.byteOffset, batch.length)
    view.setBigInt64(headerOffsets.baseOffset, 0n)
    view.setInt32(headerOffsets.length, batch.length - headerOffsets.partitionLeaderEpoch)
    view.setInt32(headerOffsets.partitionLeaderEpoch, -1)
    view.setInt8(headerOffsets.magic, 2)
    view.setInt16(headerOffsets.attributes, (closing.compression ?? 0) | (closing.transactional === true ? transactionalBit : 0))
    view.setInt32(headerOffsets.lastOffsetDelta, this.recordCount - 1)
    view.setBigInt64(headerOffsets.baseTimestamp, BigInt(this.baseTimestamp))
    view.setBigInt64(headerOffsets.maxTimestamp, BigInt(this.maxTimestamp))
    view.setBigInt64(headerOffsets.producerId, closing.producerId ?? -1n)
    view.setInt16(headerOffsets.producerEpoch, closing.producerEpoch ?? -1)
    view.setInt32(headerOffsets.baseSequence, closing.baseSequence ?? -1)
    view.setInt32(headerOffsets.recordCount, this.recordCount)
    view.setUint32(headerOffsets.crc, crc32c(batch.subarray(headerOffsets.attributes)))
    return batch
  }

  #headers(headers: RecordHeaders): void {
    this.#varint(countHeaders(headers))
    for (const key of Object.keys(headers)) {
      const value = headers[key]
      if (isList(value)) for (const item of value) this.#header(key, item)
      else this.#header(key, value)
    }
  }

  #header(key: string, value: HeaderValue): void {
    this.#field(key, lengthOf(key))
    this.#field(value, lengthOf(value))
  }

  /** @returns whether `length` was right; only that of text can be wrong */
  #field(field: HeaderValue, length: number): boolean {
    this.#varint(length)
    if (length <= 0) return true
    const at = this.#position
    const buffer = this.#buffer
    this.#position = at + length
    if (typeof field === 'string') {
      if (length > fewCharacters || field.length !== length) return buffer.write(field, at) === length
      for (let i = 0; i < length; i++) {
        const code = field.charCodeAt(i)
        if (code > 0x7f) return false
        buffer[at + i] = code
      }
      return true
    }
    const bytes = field as Uint8Array
    if (length > fewBytes) buffer.set(bytes, at)
    else for (let i = 0; i < length; i++) buffer[at + i] = bytes[i]
    return true
  }

  #varint(value: number): void {
    const buffer = this.#buffer
    let rest = ((value << 1) ^ (value >> 31)) >>> 0
    if (rest < 0x80) {
      buffer[this.#position++] = rest
      return
    }
    while (rest > 0x7f) {
      buffer[this.#position++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    buffer[this.#position++] = rest
  }

  #varlong(value: number): void {
    if (value >= -0x4000_0000 && value < 0x4000_0000) {
      this.#varint(value)
      return
    }
    const buffer = this.#buffer
    // Zigzag doubles the difference, which can have 54 bits already.
    let rest = value < 0 ? -2n * BigInt(value) - 1n : 2n * BigInt(value)
    while (rest > 0x7fn) {
      buffer[this.#position++] = Number(rest & 0x7fn) | 0x80
      rest >>= 7n
    }
    buffer[this.#position++] = Number(rest)
  }

  #grow(needed: number): void {
    const next = this.#pool.acquire(Math.max(needed, 2 * this.#buffer.length))
    this.#buffer.copy(next, 0, 0, this.#position)
    this.#pool.release(this.#buffer)
    this.#buffer = next
  }
}

/** As {@link lengthOf}, with text taken for ASCII unless it is long. */
function guessedLength(field: HeaderValue): number {
  if (field === null || field === undefined) return -1
  return typeof field === 'string' && field.length > manyCharacters ? Buffer.byteLength(field) : field.length
}

/** What text may take beyond its {@link guessedLength}. */
function roomForGuess(field: HeaderValue): number {
  return typeof field === 'string' && field.length <= manyCharacters ? 2 * field.length : 0
}

/** Bytes of a field's content; −1 for null. */
function lengthOf(field: HeaderValue): number {
  if (field === null || field === undefined) return -1
  return typeof field === 'string' ? Buffer.byteLength(field) : field.length
}
