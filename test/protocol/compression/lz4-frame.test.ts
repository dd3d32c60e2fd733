import lz4 from 'lz4-napi'
import { KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { lz4Codec } from '../../../src/protocol/compression/lz4-codec'
import { repairLz4Frame, sizeOfLz4Frame } from '../../../src/protocol/compression/lz4-frame'
import { xxhash32OfFew } from '../../../src/protocol/compression/xxhash32'

const text = Buffer.from('the same again and again '.repeat(400))
const frame = lz4.compressFrameSync(text)

describe('xxhash32OfFew', () => {
  it.each([10, 100, 70_000, 300_000, 5_000_000])('sums the header of a frame as the library does, %d bytes of content', size => {
    const written = lz4.compressFrameSync(Buffer.alloc(size, 'x'), { contentChecksum: size > 100 })
    expect((xxhash32OfFew(written.subarray(4, 6)) >>> 8) & 0xff).toBe(written[6])
  })

  it('sums well-known inputs', () => {
    expect(xxhash32OfFew(Buffer.alloc(0))).toBe(0x02cc5d05)
    expect(xxhash32OfFew(Buffer.from('a'))).toBe(0x550d7456)
    expect(xxhash32OfFew(Buffer.from('abc'))).toBe(0x32d153ff)
  })
})

describe('repairLz4Frame', () => {
  it('corrects the checksum that Kafka summed over the magic number, too', () => {
    const wrong = Buffer.from(frame)
    wrong[6] = (xxhash32OfFew(frame.subarray(0, 6)) >>> 8) & 0xff
    expect(() => lz4Codec.decompress(wrong, 100_000)).toThrow('HeaderChecksum')
    const repaired = repairLz4Frame(wrong)
    expect(repaired.equals(frame)).toBe(true)
    expect(wrong.equals(frame)).toBe(false)
  })

  it('leaves everything else alone', () => {
    for (const bytes of [frame, Buffer.alloc(0), Buffer.from('no frame at all'), frame.subarray(0, 6)])
      expect(repairLz4Frame(bytes)).toBe(bytes)
  })
})

describe('sizeOfLz4Frame', () => {
  it('is a bound, and exact where the bound is too high', () => {
    expect(sizeOfLz4Frame(frame, 10_000_000)).toBeGreaterThanOrEqual(text.length)
    expect(sizeOfLz4Frame(frame, 1)).toBe(text.length)
  })

  it.each([1, 14, 15, 19, 20, 300, 65_536, 65_537, 1_000_000])('counts %d bytes exactly, equal ones and all different ones', size => {
    for (const data of [Buffer.alloc(size, 'x'), Buffer.from(Array.from({ length: size }, (_, i) => Math.imul(i, 2_654_435_761) >>> 24))]) {
      expect(sizeOfLz4Frame(lz4.compressFrameSync(data), 0)).toBe(size)
    }
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['a frame without an end', bytes => bytes.subarray(0, -4)],
    ['a block longer than what is there', bytes => (bytes.writeUInt32LE(bytes.length, 7), bytes)],
    ['a block larger than the frame allows', bytes => (bytes.writeUInt32LE(0x7fffffff, 7), bytes)],
    ['an uncompressed block larger than the frame allows', bytes => (bytes.writeUInt32LE(0xffffffff, 7), bytes)],
    ['another magic number', bytes => (bytes.writeUInt32LE(0x184d2a50, 0), bytes)],
    ['a header that is cut off', bytes => bytes.subarray(0, 5)]
  ])('refuses %s', (_, break_) => {
    expect(() => sizeOfLz4Frame(break_(Buffer.from(frame)), 1000)).toThrow(KafkaDecompressionError)
  })
})
