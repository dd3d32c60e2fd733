import { Reader } from '../../src/protocol/reader'
import { zeroUuid } from '../../src/protocol/uuid'

const reader = (...bytes: number[]): Reader => new Reader(Buffer.from(bytes))
const decodeError = expect.objectContaining({ name: 'KafkaDecodeError' })

describe('Reader', () => {
  it('reads integers of every width and sign', () => {
    expect(reader(0x80).int8()).toBe(-128)
    expect(reader(0x80, 0).int16()).toBe(-32768)
    expect(reader(0xff, 0xfe).uint16()).toBe(65534)
    expect(reader(0x80, 0, 0, 0).int32()).toBe(-(2 ** 31))
    expect(reader(0xff, 0xff, 0xff, 0xfe).uint32()).toBe(2 ** 32 - 2)
    expect(reader(0x80, 0, 0, 0, 0, 0, 0, 1).int64()).toBe(-(2n ** 63n) + 1n)
    expect(reader(0, 0x20, 0, 0, 0, 0, 0, 1).int64()).toBe(2n ** 53n + 1n)
    expect(reader(0xbf, 0xf0, 0, 0, 0, 0, 0, 0).float64()).toBe(-1)
    expect(reader(2).bool()).toBe(true)
    expect(reader(0).bool()).toBe(false)
  })

  it('reads a uuid as Kafka prints it', () => {
    expect(new Reader(Buffer.alloc(16)).uuid()).toBe(zeroUuid)
    expect(new Reader(Buffer.from('fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0', 'hex')).uuid()).toBe('__79_Pv6-fj39vX08_Lx8A')
  })

  it('keeps to its range of the buffer', () => {
    const part = new Reader(Buffer.from([9, 9, 0, 1, 9, 9]), 2, 4)
    expect(part.remaining).toBe(2)
    expect(part.int16()).toBe(1)
    expect(part.remaining).toBe(0)
    expect(() => part.int8()).toThrow(decodeError)
  })

  it.each([
    [-1, 2],
    [2, 1],
    [0, 4]
  ])('refuses the range %d to %d of three bytes', (start, end) => {
    expect(() => new Reader(Buffer.alloc(3), start, end)).toThrow(RangeError)
  })

  it('refuses to read a fixed-size value that is not all there', () => {
    const sizes = { bool: 1, int8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, int64: 8, float64: 8, uuid: 16, structPresent: 1 } as const
    for (const [method, size] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      // The buffer is longer than the range, so that only the reader's own check can notice.
      expect(() => new Reader(Buffer.alloc(64), 0, size)[method]()).not.toThrow()
      expect(() => new Reader(Buffer.alloc(64), 0, size - 1)[method]()).toThrow(decodeError)
    }
  })

  it('reads varints up to 32 bits and nothing longer', () => {
    expect(reader(0x7f).unsignedVarint()).toBe(127)
    expect(reader(0x80, 0x01).unsignedVarint()).toBe(128)
    expect(reader(0xff, 0xff, 0xff, 0xff, 0x0f).unsignedVarint()).toBe(2 ** 32 - 1)
    expect(reader(0x80, 0x80, 0x80, 0x80, 0x08).unsignedVarint()).toBe(2 ** 31)
    // More bytes than needed are read as what they say.
    expect(reader(0x81, 0x80, 0x80, 0x80, 0x00).unsignedVarint()).toBe(1)
    expect(() => reader(0xff, 0xff, 0xff, 0xff, 0x1f).unsignedVarint()).toThrow(decodeError)
    expect(() => reader(0x80, 0x80, 0x80, 0x80, 0x80, 0x00).unsignedVarint()).toThrow(decodeError)
    expect(() => reader(0x80, 0x80).unsignedVarint()).toThrow(decodeError)
    expect(() => reader().unsignedVarint()).toThrow(decodeError)
  })

  it('reads strings and byte strings in all four forms', () => {
    expect(reader(0, 2, 0xc3, 0xa9).string()).toBe('é')
    expect(reader(3, 0xc3, 0xa9).compactString()).toBe('é')
    expect(reader(0xff, 0xff).nullableString()).toBeNull()
    expect(reader(0, 0).nullableString()).toBe('')
    expect(reader(0).compactNullableString()).toBeNull()
    expect(reader(1).compactNullableString()).toBe('')
    expect(reader(0, 0, 0, 1, 7).bytes()).toEqual(Buffer.from([7]))
    expect(reader(2, 7).compactBytes()).toEqual(Buffer.from([7]))
    expect(reader(0xff, 0xff, 0xff, 0xff).nullableBytes()).toBeNull()
    expect(reader(0, 0, 0, 0).nullableBytes()).toEqual(Buffer.alloc(0))
    expect(reader(0).compactNullableBytes()).toBeNull()
    expect(reader(1).compactNullableBytes()).toEqual(Buffer.alloc(0))
  })

  it('gives byte strings as views', () => {
    const buffer = Buffer.from([0, 0, 0, 2, 1, 2])
    const view = new Reader(buffer).bytes()
    buffer[4] = 9
    expect(view).toEqual(Buffer.from([9, 2]))
  })

  it('refuses lengths that the bytes do not bear, negative ones, and null where it is not allowed', () => {
    for (const method of ['string', 'nullableString'] as const) {
      expect(() => reader(0, 3, 65, 65)[method]()).toThrow(decodeError)
      expect(() => reader(0x7f, 0xff, 65, 65)[method]()).toThrow(decodeError)
      expect(() => reader(0xff, 0xfe, 65, 65)[method]()).toThrow(decodeError)
    }
    for (const method of ['bytes', 'nullableBytes'] as const) {
      expect(() => reader(0, 0, 0, 3, 65, 65)[method]()).toThrow(decodeError)
      expect(() => reader(0x7f, 0xff, 0xff, 0xff, 65, 65)[method]()).toThrow(decodeError)
      expect(() => reader(0xff, 0xff, 0xff, 0xfe, 65, 65)[method]()).toThrow(decodeError)
    }
    for (const method of ['compactString', 'compactNullableString', 'compactBytes', 'compactNullableBytes'] as const) {
      expect(() => reader(4, 65, 65)[method]()).toThrow(decodeError)
      expect(() => reader(0xff, 0xff, 0xff, 0xff, 0x0f, 65)[method]()).toThrow(decodeError)
    }
    expect(() => reader(0xff, 0xff).string()).toThrow(/null/)
    expect(() => reader(0xff, 0xff, 0xff, 0xff).bytes()).toThrow(/null/)
    expect(() => reader(0).compactString()).toThrow(/null/)
    expect(() => reader(0).compactBytes()).toThrow(/null/)
  })

  it('holds array counts against the bytes that are left', () => {
    expect(reader(0, 0, 0, 2, 1, 2, 3, 4).arrayLength(2)).toBe(2)
    expect(() => reader(0, 0, 0, 2, 1, 2, 3).arrayLength(2)).toThrow(decodeError)
    expect(reader(3, 1, 2, 3, 4).compactArrayLength(2)).toBe(2)
    expect(() => reader(3, 1, 2, 3).compactArrayLength(2)).toThrow(decodeError)
    expect(reader(0xff, 0xff, 0xff, 0xff).nullableArrayLength(2)).toBe(-1)
    expect(reader(0).compactNullableArrayLength(2)).toBe(-1)
    expect(() => reader(0x7f, 0xff, 0xff, 0xff, 1).nullableArrayLength(1)).toThrow(decodeError)
    expect(() => reader(0xff, 0xff, 0xff, 0xff, 0x0f, 1).compactNullableArrayLength(1)).toThrow(decodeError)
    expect(() => reader(0xff, 0xff, 0xff, 0xff).arrayLength(1)).toThrow(/null/)
    expect(() => reader(0xff, 0xff, 0xff, 0xfe).nullableArrayLength(1)).toThrow(decodeError)
    expect(() => reader(0).compactArrayLength(1)).toThrow(/null/)
  })

  it('skips tagged fields and holds their sizes against the bytes that are left', () => {
    const tags = reader(2, 0, 1, 9, 0x80, 0x01, 2, 9, 9, 42)
    tags.skipTags()
    expect(tags.int8()).toBe(42)
    expect(() => reader(1, 0, 3, 9, 9).skipTags()).toThrow(decodeError)
    expect(() => reader(1, 0, 0xff, 0xff, 0xff, 0xff, 0x0f).skipTags()).toThrow(decodeError)
    expect(() => reader(0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0).skipTags()).toThrow(decodeError)
  })

  it('holds a tagged field that was read against the size it was announced with', () => {
    const field = reader(4, 0, 0, 0, 1)
    const end = field.tagEnd()
    field.int16()
    expect(() => field.endTag(end)).toThrow(decodeError)
    field.int16()
    expect(() => field.endTag(end)).not.toThrow()
  })
})
