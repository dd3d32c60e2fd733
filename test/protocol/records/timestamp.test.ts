import Long from 'long'
import { KafkaUsageError } from '../../../src/errors/usage-errors'
import { parseTimestamp, type TimestampInput } from '../../../src/protocol/records/timestamp'

describe('parseTimestamp', () => {
  it.each<[TimestampInput, number]>([
    [undefined, 42],
    [null, 42],
    ['', 42],
    ['1700000000000', 1_700_000_000_000],
    [1_700_000_000_000, 1_700_000_000_000],
    [1_700_000_000_000n, 1_700_000_000_000],
    [new Date(5), 5],
    [Long.fromString('1700000000000'), 1_700_000_000_000],
    [1.9, 1],
    ['0', 0],
    [0, 0],
    ['-1', -1],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  ])('takes %p for %d', (timestamp, ms) => {
    expect(parseTimestamp(timestamp, 42)).toBe(ms)
  })

  it.each<[TimestampInput]>([['yesterday'], [NaN], [Infinity], [-2], ['9007199254740992'], [new Date(NaN)], [{}]])(
    'refuses %p',
    timestamp => {
      expect(() => parseTimestamp(timestamp, 42)).toThrow(KafkaUsageError)
    }
  )
})
