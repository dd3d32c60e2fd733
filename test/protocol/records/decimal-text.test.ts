import * as fc from 'fast-check'
import { DecimalText } from '../../../src/protocol/records/decimal-text'

describe('DecimalText', () => {
  it('writes numbers as String does', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.array(fc.integer({ min: -3000, max: 3000 })), (base, steps) => {
        const text = new DecimalText()
        for (const step of steps.concat(0)) {
          const value = base + step
          if (Number.isSafeInteger(value)) expect(text.of(value)).toBe(String(value))
        }
      })
    )
  })

  it.each([0, 999, 1000, 1001, 999_999, 2 ** 52 - 1, 2 ** 52, 2 ** 53 - 1, 9_007_199_254_740_000 - 1])('writes %d', value => {
    expect(new DecimalText().of(value)).toBe(String(value))
  })

  it('writes the last number before each thousand where doubles are sparsest', () => {
    const text = new DecimalText()
    for (let thousands = 9_007_199_254_740; thousands > 9_007_199_249_000; thousands--) {
      expect(text.of(thousands * 1000 - 1)).toBe(String(thousands * 1000 - 1))
    }
  })
})
