import { headerOffsets } from './batch-layout'
import { viewOf } from './buffer-view'
import { corruptRecord } from './corrupt-record'
import { DecimalText } from './decimal-text'
import { type BatchContext, type DecodedHeaders, type DecodedMessage, HeadersObject } from './decoded-message'
import type { FetchedBatch } from './fetched-batch'
import { smallestRecord } from './record-batch'

/** Walks the records of a batch, decoding each when it is asked for. */
export interface RecordCursor {
  /**
   * The next record; undefined after the last.
   * @throws KafkaCorruptRecordError, again on every call after the first
   */
  next(): DecodedMessage | undefined
}

/** Walks the (decompressed) records of a batch of magic 2. */
export class BatchCursor implements RecordCursor {
  readonly #batch: FetchedBatch
  readonly #bytes: Buffer
  readonly #memory: ArrayBufferLike
  readonly #memoryOffset: number
  readonly #context: BatchContext
  readonly #from: number
  readonly #baseOffset: number
  readonly #baseTimestamp: number
  /** Time of all records when the broker set it. */
  readonly #appendTime: string | undefined
  /** Offsets or times need more than 53 bits. */
  readonly #wide: boolean
  readonly #isControl: boolean
  #position: number
  #left: number
  /** Of the record that is being read; until that is known, the one after the record before. */
  #delta = -1
  readonly #offsets = new DecimalText()
  readonly #times = new DecimalText()
  /** Records made at once often have the same time. */
  #lastTimeDelta: number | undefined
  #lastTime = ''
  #failure: Error | undefined

  /**
   * @param bytes where the records are
   * @param position of the first record in `bytes`
   * @param fromOffset records below it are left out
   */
  constructor(batch: FetchedBatch, bytes: Buffer, position: number, fromOffset: number | bigint) {
    this.#batch = batch
    this.#bytes = bytes
    this.#memory = bytes.buffer
    this.#memoryOffset = bytes.byteOffset
    this.#position = position
    this.#context = batch.context
    this.#left = batch.recordCount
    this.#isControl = batch.isControl
    this.#baseOffset = batch.baseOffset
    this.#baseTimestamp = batch.baseTimestamp
    this.#appendTime = batch.timestampType === 'logAppendTime' ? batch.context.maxTimestamp : undefined
    this.#wide = !Number.isSafeInteger(batch.nextOffset) || !Number.isSafeInteger(batch.baseTimestamp)
    // Relative to the base offset, so that it is exact whatever the size of the offsets.
    this.#from = Number(BigInt(fromOffset) - batch.exactBaseOffset)
    if (batch.recordCount * smallestRecord > bytes.length - position) {
      throw this.#corrupt(`${batch.recordCount} records in ${bytes.length - position} bytes`)
    }
  }

  next(): DecodedMessage | undefined {
    while (this.#left > 0) {
      this.#left--
      const message = this.#record()
      if (message !== undefined) return message
    }
    if (this.#failure !== undefined) throw this.#failure
    if (this.#position !== this.#bytes.length) throw this.#corrupt(`${this.#bytes.length - this.#position} bytes after the last record`)
    return undefined
  }

  #record(): DecodedMessage | undefined {
    const bytes = this.#bytes
    this.#delta++
    const length = this.#varint()
    const end = this.#position + length
    if (length < smallestRecord - 1 || end > bytes.length)
      throw this.#corrupt(`record of ${length} bytes, ${bytes.length - this.#position} left`)
    const attributes = (bytes[this.#position++] << 24) >> 24
    const timestamp = this.#timestamp()
    const delta = this.#varint()
    if (delta < 0 || delta > this.#batch.lastOffsetDelta)
      throw this.#corrupt(`offset delta ${delta} in a batch that spans ${this.#batch.lastOffsetDelta}`)
    this.#delta = delta
    if (delta < this.#from) {
      this.#position = end
      return undefined
    }
    const key = this.#field(end)
    const value = this.#field(end)
    const headers = this.#headers(end)
    if (this.#position !== end)
      throw this.#corrupt(`record ends ${Math.abs(this.#position - end)} bytes ${this.#position < end ? 'before' : 'after'} its length`)
    return {
      magicByte: 2,
      attributes,
      timestamp,
      offset: this.#wide ? String(this.#batch.exactBaseOffset + BigInt(delta)) : this.#offsets.of(this.#baseOffset + delta),
      key,
      value,
      headers,
      isControlRecord: this.#isControl,
      batchContext: this.#context
    }
  }

  #timestamp(): string {
    const first = this.#bytes[this.#position]
    let delta: number | bigint
    if (first < 0x80) {
      this.#position++
      delta = (first >>> 1) ^ -(first & 1)
    } else delta = this.#varlong()
    if (this.#appendTime !== undefined) return this.#appendTime
    if (!this.#wide && typeof delta === 'number') {
      if (delta === this.#lastTimeDelta) return this.#lastTime
      const timestamp = this.#baseTimestamp + delta
      if (Number.isSafeInteger(timestamp)) {
        this.#lastTimeDelta = delta
        this.#lastTime = this.#times.of(timestamp)
        return this.#lastTime
      }
    }
    // Java adds with wrap-around, and its deltas are made the same way.
    return String(BigInt.asIntN(64, this.#batch.bytes.readBigInt64BE(headerOffsets.baseTimestamp) + BigInt(delta)))
  }

  #field(end: number): Buffer | null {
    const length = this.#varint()
    const at = this.#position
    if (length < 0) {
      if (length === -1) return null
      throw this.#corrupt(`field of ${length} bytes`)
    }
    if (length > end - at) throw this.#corrupt(`field of ${length} bytes, ${end - at} left in the record`)
    this.#position = at + length
    return viewOf(this.#memory, this.#memoryOffset + at, length)
  }

  #headers(end: number): DecodedHeaders {
    const headers = new HeadersObject()
    const count = this.#varint()
    if (count === 0) return headers
    // A header takes two bytes or more.
    if (count < 0 || count * 2 > end - this.#position) throw this.#corrupt(`${count} headers in ${end - this.#position} bytes`)
    for (let i = 0; i < count; i++) {
      const name = this.#field(end)
      if (name === null) throw this.#corrupt('header without a key')
      const key = name.toString()
      const value = this.#field(end)
      const earlier = headers[key]
      if (earlier === undefined) headers[key] = value
      else if (Array.isArray(earlier)) earlier.push(value)
      else headers[key] = [earlier, value]
    }
    return headers
  }

  #varint(): number {
    const bytes = this.#bytes
    const first = bytes[this.#position++]
    if (first < 0x80) return (first >>> 1) ^ -(first & 1)
    let value = first & 0x7f
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = bytes[this.#position++]
      if (byte === undefined) throw this.#corrupt('ends within a number')
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
    throw this.#corrupt('number of more than 32 bits')
  }

  /** @returns a bigint when the value needs more than 49 bits */
  #varlong(): number | bigint {
    const bytes = this.#bytes
    let value = 0
    let scale = 1
    const start = this.#position
    for (let i = 0; i < 7; i++) {
      const byte = bytes[this.#position++]
      if (byte === undefined) throw this.#corrupt('ends within a number')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
      scale *= 0x80
    }
    this.#position = start
    let wide = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[this.#position++]
      if (byte === undefined) throw this.#corrupt('ends within a number')
      wide |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asIntN(64, (wide >> 1n) ^ -(wide & 1n))
    }
    throw this.#corrupt('number of more than 64 bits')
  }

  #corrupt(reason: string): Error {
    // Whoever asks again must not get what happens to stand behind the damage.
    this.#left = 0
    this.#failure = corruptRecord(reason, this.#batch.source, this.#batch.exactBaseOffset + BigInt(Math.max(0, this.#delta)))
    return this.#failure
  }
}
