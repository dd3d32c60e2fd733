/** Called for each record. `timestampDelta` is to the batch's base timestamp, ms. */
export type RecordVisitor = (index: number, timestampDelta: number, hasKey: boolean) => void

/** Thrown and caught in here: a record that contradicts itself. */
const malformed = new Error('malformed record')

/**
 * Walks over the records of a batch of magic 2 without making anything of them.
 * @param data the records, not compressed
 * @param count how many there have to be
 * @returns whether they are all well-formed and nothing is left over
 */
export function walkRecords(data: Buffer, count: number, visit: RecordVisitor): boolean {
  const walker = new Walker(data)
  try {
    for (let index = 0; index < count; index++) walker.record(index, visit)
    return walker.isAtEnd
  } catch (error) {
    if (error === malformed) return false
    throw error
  }
}

class Walker {
  private at = 0
  private readonly end: number

  constructor(private readonly data: Buffer) {
    this.end = data.length
  }

  get isAtEnd(): boolean {
    return this.at === this.end
  }

  record(index: number, visit: RecordVisitor): void {
    const size = this.varint()
    if (size > this.end - this.at) throw malformed
    const start = this.at
    this.skip(1)
    const timestampDelta = this.varlong()
    this.varint()
    const keyLength = this.field()
    this.field()
    const headers = this.varint()
    if (headers < 0 || headers > this.end - this.at) throw malformed
    for (let header = 0; header < headers; header++) {
      if (this.field() < 0) throw malformed
      this.field()
    }
    if (this.at - start !== size) throw malformed
    visit(index, timestampDelta, keyLength >= 0)
  }

  /** Skips bytes with their length before them; a negative length stands for null. */
  private field(): number {
    const length = this.varint()
    if (length > 0) this.skip(length)
    return length
  }

  private skip(length: number): void {
    if (length > this.end - this.at) throw malformed
    this.at += length
  }

  private varint(): number {
    const { at } = this
    if (at >= this.end) throw malformed
    const first = this.data[at]
    if (first >= 0x80) return this.longVarint()
    this.at = at + 1
    return (first >>> 1) ^ -(first & 1)
  }

  private longVarint(): number {
    let value = 0
    for (let shift = 0; shift <= 28; shift += 7) {
      if (this.at >= this.end) throw malformed
      const next = this.data[this.at++]
      value |= (next & 0x7f) << shift
      if (next < 0x80) return (value >>> 1) ^ -(value & 1)
    }
    throw malformed
  }

  /** Up to ten bytes; exact up to 2⁵³. */
  private varlong(): number {
    let value = 0
    for (let factor = 1, i = 0; i < 10; factor *= 128, i++) {
      if (this.at >= this.end) throw malformed
      const next = this.data[this.at++]
      value += (next & 0x7f) * factor
      if (next < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }
    throw malformed
  }
}
