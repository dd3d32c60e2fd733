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
  const end = data.length
  let at = 0
  const byte = (): number => {
    if (at >= end) throw malformed
    return data[at++]
  }
  const varint = (): number => {
    let value = byte()
    if (value >= 0x80) {
      value &= 0x7f
      for (let shift = 7; ; shift += 7) {
        if (shift > 28) throw malformed
        const next = byte()
        value |= (next & 0x7f) << shift
        if (next < 0x80) break
      }
    }
    return (value >>> 1) ^ -(value & 1)
  }
  const skip = (length: number): void => {
    if (length > end - at) throw malformed
    at += length
  }
  try {
    for (let index = 0; index < count; index++) {
      const size = varint()
      if (size > end - at) throw malformed
      const start = at
      byte()
      const timestampDelta = varlong(byte)
      varint()
      const keyLength = varint()
      if (keyLength >= 0) skip(keyLength)
      const valueLength = varint()
      if (valueLength >= 0) skip(valueLength)
      const headers = varint()
      if (headers < 0 || headers > end - at) throw malformed
      for (let header = 0; header < headers; header++) {
        const nameLength = varint()
        if (nameLength < 0) throw malformed
        skip(nameLength)
        const length = varint()
        if (length >= 0) skip(length)
      }
      if (at - start !== size) throw malformed
      visit(index, timestampDelta, keyLength >= 0)
    }
    return at === end
  } catch (error) {
    if (error === malformed) return false
    throw error
  }
}

/** Up to ten bytes; exact up to 2⁵³. */
function varlong(byte: () => number): number {
  let value = 0
  for (let factor = 1, i = 0; ; factor *= 128, i++) {
    if (i === 10) throw malformed
    const next = byte()
    value += (next & 0x7f) * factor
    if (next < 0x80) break
  }
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}
