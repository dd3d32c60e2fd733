import { sizeOfUnsignedVarint, sizeOfVarint, sizeOfVarlong } from '../../src/protocol/varint'
import { Writer } from '../../src/protocol/writer'

/** Bytes that the protocol's definition gives: seven bits a byte of the value itself, or of its zigzag number. */
function sizeByDefinition(value: bigint): number {
  let size = 1
  for (let rest = value >> 7n; rest > 0n; rest >>= 7n) size++
  return size
}
const zigzag = (value: bigint): bigint => (value >= 0n ? 2n * value : -2n * value - 1n)

/** Both sides of every power of two below 2^bits. */
const edges = (bits: number): number[] => Array.from({ length: bits }, (_, i) => [2 ** i - 1, 2 ** i, 2 ** i + 1]).flat()

describe('sizes of varints', () => {
  it('are those that the writer needs', () => {
    for (const value of [...edges(32), 2 ** 32 - 1].filter(edge => edge < 2 ** 32)) {
      const writer = new Writer()
      writer.unsignedVarint(value)
      expect(sizeOfUnsignedVarint(value)).toBe(writer.length)
      expect(sizeOfUnsignedVarint(value)).toBe(sizeByDefinition(BigInt(value)))
    }
  })

  it('are those of the zigzag number', () => {
    for (const value of [...edges(31), 2 ** 31 - 1].filter(edge => edge < 2 ** 31).flatMap(edge => [edge, -edge, -edge - 1])) {
      expect(sizeOfVarint(value)).toBe(sizeByDefinition(zigzag(BigInt(value))))
    }
  })

  it('are those of the zigzag number for longs', () => {
    for (const value of [...edges(53), Number.MAX_SAFE_INTEGER].filter(Number.isSafeInteger).flatMap(edge => [edge, -edge])) {
      expect(sizeOfVarlong(value)).toBe(sizeByDefinition(zigzag(BigInt(value))))
    }
  })
})
