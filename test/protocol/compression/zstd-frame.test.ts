import { Encoder } from '@toondepauw/node-zstd'
import { KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { zstdCodec } from '../../../src/protocol/compression/zstd-codec'
import { boundOfZstdFrames } from '../../../src/protocol/compression/zstd-frame'

const compress = (data: Buffer): Buffer => new Encoder(3).encodeSync(data)
const magic = Buffer.from('28b52ffd', 'hex')
/** A frame with a window of 1 MiB and the blocks given as type, size and content. */
const frame = (...blocks: [type: number, size: number, content: Buffer][]): Buffer =>
  Buffer.concat([
    magic,
    Buffer.from([0, 10 << 3]),
    ...blocks.flatMap(([type, size, content], i) => {
      const head = Buffer.alloc(3)
      head.writeUIntLE((i === blocks.length - 1 ? 1 : 0) | (type << 1) | (size << 3), 0, 3)
      return [head, content]
    })
  ])

describe('boundOfZstdFrames', () => {
  it.each([0, 1, 255, 256, 257, 70_000, 131_072, 131_073, 5_000_000])('is no less than %d bytes', size => {
    const bound = boundOfZstdFrames(compress(Buffer.alloc(size, 'abc')))
    expect(bound).toBeGreaterThanOrEqual(size)
    expect(bound).toBeLessThanOrEqual(size + 131_072 * 2)
  })

  it('counts full blocks where the frame does not say its size', () => {
    expect(boundOfZstdFrames(frame([2, 5, Buffer.alloc(5)], [2, 9, Buffer.alloc(9)]))).toBe(2 * 131_072)
  })

  it.each<[string, string, number]>([
    ['one byte', '2005', 5],
    ['two bytes', '60ff00', 511],
    ['four bytes', 'a000000200', 131_072],
    ['four bytes, more than a block', 'a000000300', 131_072],
    ['eight bytes', 'e00001000000000000', 256],
    ['two bytes behind a window and a dictionary id', '4150070100', 257]
  ])('takes the word of a frame for its size, in %s, unless its blocks cannot make it', (_, header, size) => {
    const block = Buffer.from([1 | (2 << 1) | (3 << 3), 0, 0, 1, 2, 3])
    expect(boundOfZstdFrames(Buffer.concat([magic, Buffer.from(header, 'hex'), block]))).toBe(size)
  })

  it('adds up plain and repeated blocks, joined frames, and skips what is to be skipped', () => {
    const one = frame([0, 3, Buffer.from('abc')], [1, 100_000, Buffer.from('x')])
    const skipped = Buffer.concat([Buffer.from('532a4d18', 'hex'), Buffer.from([5, 0, 0, 0]), Buffer.alloc(5)])
    expect(boundOfZstdFrames(Buffer.concat([one, skipped, one]))).toBe(200_006)
    expect(zstdCodec.decompress(one, 100_003)).toHaveLength(100_003)
    expect(() => zstdCodec.decompress(one, 100_002)).toThrow(KafkaDecompressionError)
  })

  it.each<[string, Buffer]>([
    ['another magic number', Buffer.from('no zstd at all')],
    ['a header that is cut off', magic],
    ['a window of 2³¹ bytes', Buffer.concat([magic, Buffer.from([0, 21 << 3, 1, 0, 0])])],
    ['a content of 2⁶⁰ bytes in one segment', Buffer.concat([magic, Buffer.from([0xe0, 0, 0, 0, 0, 0, 0, 0, 0x10, 1, 0, 0])])],
    ['a block of a reserved type', frame([3, 1, Buffer.from('x')])],
    ['a block of more than 128 KiB', frame([1, 131_073, Buffer.from('x')])],
    ['a block longer than what is there', frame([0, 4, Buffer.from('abc')])],
    ['a frame without a last block', frame([0, 1, Buffer.from('a')], [0, 1, Buffer.from('b')]).subarray(0, 10)],
    ['a checksum that is missing', Buffer.concat([magic, Buffer.from([4, 0, 1, 0, 0])])],
    [
      'a skippable frame longer than what is there',
      Buffer.concat([Buffer.from('502a4d18', 'hex'), Buffer.from([255, 255, 255, 255]), Buffer.alloc(9)])
    ]
  ])('refuses %s', (_, data) => {
    expect(() => boundOfZstdFrames(data)).toThrow(KafkaDecompressionError)
  })
})
