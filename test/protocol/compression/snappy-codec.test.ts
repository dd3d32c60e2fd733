import snappy from 'snappy'
import { KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { snappyCodec } from '../../../src/protocol/compression/snappy-codec'

const header = Buffer.from('82534e41505059000000000100000001', 'hex')
const block = (text: string, length?: number): Buffer => {
  const data = snappy.compressSync(text)
  const size = Buffer.alloc(4)
  size.writeInt32BE(length ?? data.length)
  return Buffer.concat([size, data])
}
const read = (data: Buffer, maxBytes = 1000): string => (snappyCodec.decompress(data, maxBytes) as Buffer).toString()

describe('snappyCodec', () => {
  it('writes blocks of 64 KiB in the framing of the Java client', () => {
    const framed = snappyCodec.compress(Buffer.alloc(100_000, 'x')) as Buffer
    expect(framed.subarray(0, 16).equals(header)).toBe(true)
    const first = framed.readInt32BE(16)
    expect(snappy.uncompressSync(framed.subarray(20, 20 + first))).toHaveLength(65_536)
    expect(20 + first + 4 + framed.readInt32BE(20 + first)).toBe(framed.length)
  })

  it('reads blocks without framing, as other clients write them', () => {
    expect(read(snappy.compressSync('bare'))).toBe('bare')
  })

  it('reads streams that were joined', () => {
    expect(read(Buffer.concat([header, block('one '), header, block('two')]))).toBe('one two')
  })

  it.each<[string, Buffer, string]>([
    ['a block of negative length', Buffer.concat([header, block('x', -1)]), 'block of -1 bytes'],
    ['a block of no length', Buffer.concat([header, block('x', 0)]), 'block of 0 bytes'],
    ['a block longer than what is there', Buffer.concat([header, block('x', 2 ** 31 - 1)]), 'block of 2147483647 bytes'],
    ['some bytes after the last block', Buffer.concat([header, block('x'), Buffer.alloc(3)]), '3 bytes after the last block'],
    ['a joined stream with a broken header', Buffer.concat([header, block('x'), header.subarray(0, 7), Buffer.alloc(9, 1)]), 'block of '],
    ['a size of four gigabytes', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0]), '7 bytes cannot make 4294967295'],
    ['a size of 256 megabytes in seven bytes', Buffer.from([0x80, 0x80, 0x80, 0x80, 0x01, 0, 0]), '7 bytes cannot make 268435456'],
    ['a size without end', Buffer.alloc(20, 0xff), 'no size']
  ])('refuses %s before it decompresses anything', (_, data, reason) => {
    expect(() => read(data, 2 ** 40)).toThrow(KafkaDecompressionError)
    expect(() => read(data, 2 ** 40)).toThrow(reason)
  })

  it('adds up the blocks before it decompresses any', () => {
    const many = Buffer.concat([header, ...Array.from({ length: 11 }, () => block('x'.repeat(100)))])
    expect(() => read(many)).toThrow('more than 1000')
    expect(read(many, 1100)).toHaveLength(1100)
  })
})
