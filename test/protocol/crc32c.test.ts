import * as fc from 'fast-check'
import { crc32c } from '../../src/protocol/crc32c'

/** Bit by bit, from the polynomial. */
function slow(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0)
  }
  return ~sum >>> 0
}

describe('crc32c', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  })

  it.each([0, 1, 15, 16, 17, 1023, 1024, 1025, 5000])('sums %d bytes, whoever does it', length => {
    const memory = Buffer.from(Array.from({ length: length + 7 }, (_, i) => (i * 131) & 0xff))
    const bytes = memory.subarray(7)
    expect(crc32c(bytes)).toBe(slow(bytes))
  })

  it('agrees with the definition on anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), bytes => {
        expect(crc32c(bytes)).toBe(slow(bytes))
      })
    )
  })

  describe('without the native package', () => {
    afterEach(() => jest.dontMock('@node-rs/crc32').resetModules())

    const fresh = (): typeof crc32c => (require('../../src/protocol/crc32c') as { crc32c: typeof crc32c }).crc32c
    const large = Buffer.alloc(5000, 'x')

    it('sums all the same', () => {
      jest.resetModules().doMock('@node-rs/crc32', () => {
        throw new Error('not installed')
      })
      expect(fresh()(large)).toBe(slow(large))
    })

    it('does not trust one that sums wrongly', () => {
      jest.resetModules().doMock('@node-rs/crc32', () => ({ crc32c: () => 1 }))
      expect(fresh()(large)).toBe(slow(large))
    })

    it('would have used it', () => {
      const native = jest.fn(() => 0xe3069283)
      jest.resetModules().doMock('@node-rs/crc32', () => ({ crc32c: native }))
      const sum = fresh()
      sum(Buffer.alloc(1023))
      expect(native).not.toHaveBeenCalled()
      expect(sum(large)).toBe(0xe3069283)
      expect(native).toHaveBeenCalledTimes(2)
    })
  })
})
