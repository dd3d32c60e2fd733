import { zeroUuid } from './uuid'

/**
 * Writes Kafka's primitive types into one growing buffer; large byte strings are put between its pieces by reference, not copied, so that
 * a request can go to the socket with one `writev`. Numbers out of a type's range are cut to it as by a typed array.
 */
export class Writer {
  #buffer: Buffer
  #view: DataView
  #offset = 0
  /** Where the piece begins that is not in `#pieces` yet. */
  #start = 0
  /** Bytes in `#pieces`. */
  #piecesLength = 0
  readonly #pieces: Buffer[] = []

  /** @param initialSize bytes to begin with, default 256 */
  constructor(initialSize = 256) {
    this.#buffer = Buffer.allocUnsafe(initialSize)
    this.#view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset, initialSize)
  }

  /** Bytes written so far, references included. */
  get length(): number {
    return this.#piecesLength + this.#offset - this.#start
  }

  /** What was written, in order: views of the writer's memory and the references between them. Writing may go on afterwards. */
  chunks(): Buffer[] {
    return this.#offset === this.#start ? this.#pieces.slice() : [...this.#pieces, this.#buffer.subarray(this.#start, this.#offset)]
  }

  /** What was written as one buffer: a view of the writer's memory when nothing was put in by reference, else a copy. */
  toBuffer(): Buffer {
    return this.#pieces.length === 0 ? this.#buffer.subarray(0, this.#offset) : Buffer.concat(this.chunks())
  }

  bool(value: boolean): void {
    this.int8(value ? 1 : 0)
  }

  int8(value: number): void {
    const at = this.#advance(1)
    this.#view.setInt8(at, value)
  }

  int16(value: number): void {
    const at = this.#advance(2)
    this.#view.setInt16(at, value)
  }

  uint16(value: number): void {
    const at = this.#advance(2)
    this.#view.setUint16(at, value)
  }

  int32(value: number): void {
    const at = this.#advance(4)
    this.#view.setInt32(at, value)
  }

  uint32(value: number): void {
    const at = this.#advance(4)
    this.#view.setUint32(at, value)
  }

  int64(value: bigint): void {
    const at = this.#advance(8)
    this.#view.setBigInt64(at, value)
  }

  float64(value: number): void {
    const at = this.#advance(8)
    this.#view.setFloat64(at, value)
  }

  /**
   * @param value 22 characters of base64url
   * @throws TypeError when it is anything else
   */
  uuid(value: string): void {
    const at = this.#advance(16)
    if (value === zeroUuid) this.#buffer.fill(0, at, at + 16)
    else if (value.length !== 22 || this.#buffer.write(value, at, 16, 'base64url') !== 16) throw new TypeError(`not a uuid: ${value}`)
  }

  /** @param value 0 to 2³²−1 */
  unsignedVarint(value: number): void {
    let rest = value >>> 0
    let at = this.#advance(rest < 0x80 ? 1 : 5)
    const view = this.#view
    while (rest >= 0x80) {
      view.setUint8(at++, (rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    view.setUint8(at++, rest)
    this.#offset = at
  }

  /** @throws RangeError above 32767 bytes of UTF-8 */
  string(value: string): void {
    const length = Buffer.byteLength(value)
    if (length > 0x7fff) throw new RangeError(`a string of ${length} bytes does not fit the protocol's 32767`)
    this.int16(length)
    this.#text(value, length)
  }

  /** @throws RangeError above 32767 bytes of UTF-8 */
  nullableString(value: string | null): void {
    if (value === null) this.int16(-1)
    else this.string(value)
  }

  /** @throws RangeError above 32767 bytes of UTF-8, the limit brokers set for this form, too */
  compactString(value: string): void {
    const length = Buffer.byteLength(value)
    if (length > 0x7fff) throw new RangeError(`a string of ${length} bytes does not fit the protocol's 32767`)
    this.unsignedVarint(length + 1)
    this.#text(value, length)
  }

  /** @throws RangeError above 32767 bytes of UTF-8 */
  compactNullableString(value: string | null): void {
    if (value === null) this.unsignedVarint(0)
    else this.compactString(value)
  }

  /** Copied. */
  bytes(value: Uint8Array): void {
    this.int32(value.length)
    this.raw(value)
  }

  /** Copied. */
  nullableBytes(value: Uint8Array | null): void {
    if (value === null) this.int32(-1)
    else this.bytes(value)
  }

  /** Copied. */
  compactBytes(value: Uint8Array): void {
    this.unsignedVarint(value.length + 1)
    this.raw(value)
  }

  /** Copied. */
  compactNullableBytes(value: Uint8Array | null): void {
    if (value === null) this.unsignedVarint(0)
    else this.compactBytes(value)
  }

  /** Taken by reference: not to be changed until the chunks have gone out. */
  records(value: RecordsInput | null): void {
    if (value === null) this.int32(-1)
    else {
      this.int32(lengthOf(value))
      this.#references(value)
    }
  }

  /** Taken by reference: not to be changed until the chunks have gone out. */
  compactRecords(value: RecordsInput | null): void {
    if (value === null) this.unsignedVarint(0)
    else {
      this.unsignedVarint(lengthOf(value) + 1)
      this.#references(value)
    }
  }

  /** @param count −1 for null */
  arrayLength(count: number): void {
    this.int32(count)
  }

  /** @param count −1 for null */
  compactArrayLength(count: number): void {
    this.unsignedVarint(count + 1)
  }

  /**
   * Starts a tagged field whose size is not known yet: the tag and room for a size of one byte.
   * @returns a mark for {@link endTag}; nothing may be put in by reference in between
   */
  beginTag(tag: number): number {
    this.unsignedVarint(tag)
    this.#advance(1)
    return this.#offset
  }

  /** Fills in the size of the tagged field begun at `mark`, moving its content when the size takes more than one byte. */
  endTag(mark: number): void {
    const size = this.#offset - mark
    if (size >= 0x80) {
      const end = this.#offset
      // The size goes to the content's end first, to learn how far the content has to move to make room for it.
      this.unsignedVarint(size)
      const shift = this.#offset - end - 1
      this.#buffer.copyWithin(mark + shift, mark, end)
      this.#offset = mark - 1
      this.unsignedVarint(size)
      this.#offset = end + shift
    } else {
      this.#view.setUint8(mark - 1, size)
    }
  }

  /** Bytes without a length, copied. */
  raw(value: Uint8Array): void {
    const at = this.#advance(value.length)
    this.#buffer.set(value, at)
  }

  /** Bytes without a length, by reference: not to be changed until the chunks have gone out. */
  reference(value: Uint8Array): void {
    if (value.length === 0) return
    if (this.#offset > this.#start) {
      this.#pieces.push(this.#buffer.subarray(this.#start, this.#offset))
      this.#piecesLength += this.#offset - this.#start
      this.#start = this.#offset
    }
    this.#pieces.push(Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.length))
    this.#piecesLength += value.length
  }

  #references(value: RecordsInput): void {
    if (value instanceof Uint8Array) this.reference(value)
    else for (const part of value) this.reference(part)
  }

  #text(value: string, length: number): void {
    const at = this.#advance(length)
    if (length > 0) this.#buffer.write(value, at, length, 'utf8')
  }

  /** Makes room, which may replace `#buffer` and `#view`, and moves on. @returns where to write */
  #advance(size: number): number {
    const at = this.#offset
    if (at + size > this.#buffer.length) this.#grow(at + size)
    this.#offset = at + size
    return at
  }

  #grow(needed: number): void {
    const next = Buffer.allocUnsafe(Math.max(needed, 2 * this.#buffer.length))
    // What lies before #start is in #pieces already; the rest keeps its place, so that the marks of open tagged fields stay good.
    this.#buffer.copy(next, this.#start, this.#start, this.#offset)
    this.#buffer = next
    this.#view = new DataView(next.buffer, next.byteOffset, next.length)
  }
}

/** Record batches ready to go: one byte string, or several that are sent as one. */
export type RecordsInput = Uint8Array | readonly Uint8Array[]

function lengthOf(value: RecordsInput): number {
  if (value instanceof Uint8Array) return value.length
  let length = 0
  for (const part of value) length += part.length
  return length
}
