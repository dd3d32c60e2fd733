import { backoffMs } from '../../src/utils/backoff'

const options = { initialMs: 100, maxMs: 1000, multiplier: 2, jitter: 0.2 }

describe('backoffMs', () => {
  it('doubles up to its limit', () => {
    const middle = { ...options, random: () => 0.5 }
    expect([0, 1, 2, 3, 4, 1000].map(attempt => backoffMs(middle, attempt))).toEqual([100, 200, 400, 800, 1000, 1000])
  })

  it('moves by the jitter only, and never past the limit', () => {
    expect(backoffMs({ ...options, random: () => 0 }, 1)).toBe(160)
    expect(backoffMs({ ...options, random: () => 0.999999 }, 1)).toBeCloseTo(240, 2)
    expect(backoffMs({ ...options, random: () => 0.999999 }, 9)).toBe(1000)
  })
})
