import { KafkaDecodeError } from '../errors/decode-errors'

/** Shared, as it has no byte to change. */
export const emptyBytes: Buffer = Buffer.alloc(0)

/**
 * Reads Kafka's primitive types from a range of a buffer, moving `offset` forward. Nothing is read, and nothing allocated, past `end`:
 * every length and count that the peer names is held against the bytes that are there first. Byte strings are views of the buffer.
 *
 * All methods throw {@link KafkaDecodeError} on bytes that are not what they should be; the reader's position is then undefined.
 */
export class Reader {
  /** Next byte to read, an index into the buffer. */
  offset: number
  /** First byte that is not the reader's to read. */
  readonly end: number
  readonly #buffer: Buffer
  readonly #view: DataView
  readonly #anyNegativeIsNull: boolean

  /**
   * @param offset where to start, default 0
   * @param end where to stop (exclusive), default the buffer's end
   * @param anyNegativeIsNull whether not only -1 stands for null where null is allowed, default false
   */
  constructor(buffer: Buffer, offset = 0, end: number = buffer.length, anyNegativeIsNull = false) {
    if (offset < 0 || offset > end || end > buffer.length) throw new RangeError(`range ${offset}..${end} of ${buffer.length} bytes`)
    this.#buffer = buffer
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length)
    this.offset = offset
    this.end = end
    this.#anyNegativeIsNull = anyNegativeIsNull
  }

  /** Bytes left. */
  get remaining(): number {
    return this.end - this.offset
  }

  bool(): boolean {
    return this.int8() !== 0
  }

  int8(): number {
    const at = this.offset
    if (at + 1 > this.end) this.#short(1)
    this.offset = at + 1
    return this.#view.getInt8(at)
  }

  int16(): number {
    const at = this.offset
    if (at + 2 > this.end) this.#short(2)
    this.offset = at + 2
    return this.#view.getInt16(at)
  }

  uint16(): number {
    const at = this.offset
    if (at + 2 > this.end) this.#short(2)
    this.offset = at + 2
    return this.#view.getUint16(at)
  }

  int32(): number {
    const at = this.offset
    if (at + 4 > this.end) this.#short(4)
    this.offset = at + 4
    return this.#view.getInt32(at)
  }

  uint32(): number {
    const at = this.offset
    if (at + 4 > this.end) this.#short(4)
    this.offset = at + 4
    return this.#view.getUint32(at)
  }

  int64(): bigint {
    const at = this.offset
    if (at + 8 > this.end) this.#short(8)
    this.offset = at + 8
    return this.#view.getBigInt64(at)
  }

  float64(): number {
    const at = this.offset
    if (at + 8 > this.end) this.#short(8)
    this.offset = at + 8
    return this.#view.getFloat64(at)
  }

  /** Sixteen bytes as Kafka prints them: 22 characters of base64url. */
  uuid(): string {
    const at = this.offset
    if (at + 16 > this.end) this.#short(16)
    this.offset = at + 16
    return this.#buffer.toString('base64url', at, at + 16)
  }

  /** At most five bytes; 0 to 2³²−1. */
  unsignedVarint(): number {
    const at = this.offset
    if (at >= this.end) this.#short(1)
    const first = this.#view.getUint8(at)
    this.offset = at + 1
    if (first < 0x80) return first
    let value = first & 0x7f
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.#byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    const last = this.#byte()
    if (last > 0x0f) throw new KafkaDecodeError(`varint at offset ${at} does not fit 32 bits`)
    return (value | (last << 28)) >>> 0
  }

  string(): string {
    return this.#text(this.#length(this.int16()))
  }

  nullableString(): string | null {
    const length = this.#nullableLength(this.int16())
    return length < 0 ? null : this.#text(length)
  }

  compactString(): string {
    return this.#text(this.#length(this.unsignedVarint() - 1))
  }

  compactNullableString(): string | null {
    const length = this.#nullableLength(this.unsignedVarint() - 1)
    return length < 0 ? null : this.#text(length)
  }

  /** A view. */
  bytes(): Buffer {
    return this.#slice(this.#length(this.int32()))
  }

  /** A view. */
  nullableBytes(): Buffer | null {
    const length = this.#nullableLength(this.int32())
    return length < 0 ? null : this.#slice(length)
  }

  /** A view. */
  compactBytes(): Buffer {
    return this.#slice(this.#length(this.unsignedVarint() - 1))
  }

  /** A view. */
  compactNullableBytes(): Buffer | null {
    const length = this.#nullableLength(this.unsignedVarint() - 1)
    return length < 0 ? null : this.#slice(length)
  }

  /** @param elementSize the fewest bytes an element can take, at least 1 */
  arrayLength(elementSize: number): number {
    const count = this.int32()
    if (count < 0) this.#nullOrNegative(count)
    if (count * elementSize > this.end - this.offset) this.#tooMany(count)
    return count
  }

  /**
   * −1 for null.
   * @param elementSize the fewest bytes an element can take, at least 1
   */
  nullableArrayLength(elementSize: number): number {
    const count = this.int32()
    if (count < -1) return this.#otherNegative(count)
    if (count * elementSize > this.end - this.offset) this.#tooMany(count)
    return count
  }

  /** @param elementSize the fewest bytes an element can take, at least 1 */
  compactArrayLength(elementSize: number): number {
    const count = this.unsignedVarint() - 1
    if (count < 0) this.#nullOrNegative(count)
    if (count * elementSize > this.end - this.offset) this.#tooMany(count)
    return count
  }

  /**
   * −1 for null.
   * @param elementSize the fewest bytes an element can take, at least 1
   */
  compactNullableArrayLength(elementSize: number): number {
    const count = this.unsignedVarint() - 1
    if (count * elementSize > this.end - this.offset) this.#tooMany(count)
    return count
  }

  /** The marker before a structure that may be null: true when the structure follows. */
  structPresent(): boolean {
    return this.int8() >= 0
  }

  /**
   * The size before a tagged field's content.
   * @returns where the content ends, for {@link endTag}
   */
  tagEnd(): number {
    const size = this.unsignedVarint()
    if (size > this.end - this.offset) this.#short(size)
    return this.offset + size
  }

  /** Holds a tagged field that has been read against the size it was announced with. */
  endTag(end: number): void {
    if (this.offset !== end) throw new KafkaDecodeError(`tagged field ends at offset ${this.offset}, not at ${end} as announced`)
  }

  /** Skips a whole section of tagged fields none of which is known. */
  skipTags(): void {
    for (let count = this.unsignedVarint(); count > 0; count--) {
      this.unsignedVarint()
      this.offset = this.tagEnd()
    }
  }

  #byte(): number {
    const at = this.offset
    if (at >= this.end) this.#short(1)
    this.offset = at + 1
    return this.#view.getUint8(at)
  }

  #length(length: number): number {
    if (length < 0) this.#nullOrNegative(length)
    if (length > this.end - this.offset) this.#short(length)
    return length
  }

  #nullableLength(length: number): number {
    if (length < -1) return this.#otherNegative(length)
    if (length > this.end - this.offset) this.#short(length)
    return length
  }

  #text(length: number): string {
    if (length === 0) return ''
    const at = this.offset
    this.offset = at + length
    return this.#buffer.toString('utf8', at, at + length)
  }

  #slice(length: number): Buffer {
    if (length === 0) return emptyBytes
    const at = this.offset
    this.offset = at + length
    return this.#buffer.subarray(at, at + length)
  }

  #short(needed: number): never {
    throw new KafkaDecodeError(`${needed} bytes expected at offset ${this.offset}, ${this.end - this.offset} left`)
  }

  #tooMany(count: number): never {
    throw new KafkaDecodeError(`${count} array elements announced at offset ${this.offset}, only ${this.end - this.offset} bytes left`)
  }

  #otherNegative(length: number): number {
    return this.#anyNegativeIsNull ? -1 : this.#nullOrNegative(length)
  }

  #nullOrNegative(length: number): never {
    throw new KafkaDecodeError(
      length === -1 ? `null at offset ${this.offset} where null is not allowed` : `length ${length} at offset ${this.offset}`
    )
  }
}
