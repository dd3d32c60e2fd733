import { Encoder } from '@toondepauw/node-zstd'
import type { Codec } from '../../../src/protocol/compression/codec'

type Package = typeof import('@toondepauw/node-zstd')

/** The codec as it is on a Node with, or without, zstd of its own. */
function codecWith(zlib: { zstdCompressSync?: unknown; zstdDecompressSync?: unknown }, zstd?: unknown): Codec {
  jest
    .resetModules()
    .doMock('node:zlib', () => ({
      ...jest.requireActual<object>('node:zlib'),
      zstdCompressSync: undefined,
      zstdDecompressSync: undefined,
      ...zlib
    }))
    .doMock('@toondepauw/node-zstd', () => zstd ?? jest.requireActual<Package>('@toondepauw/node-zstd'))
  return (require('../../../src/protocol/compression/zstd-codec') as { zstdCodec: Codec }).zstdCodec
}

afterEach(() => jest.dontMock('node:zlib').dontMock('@toondepauw/node-zstd').resetModules())

const data = Buffer.from('the same again and again '.repeat(100))
const compressed = new Encoder(3).encodeSync(data)

describe('zstdCodec', () => {
  it('uses the package where Node has no zstd', () => {
    const codec = codecWith({})
    expect((codec.decompress(codec.compress(data) as Buffer, data.length) as Buffer).equals(data)).toBe(true)
  })

  it('does not show the package what could make too much', () => {
    const decodeSync = jest.fn()
    const codec = codecWith(
      {},
      {
        Decoder: class {
          decodeSync = decodeSync
        }
      }
    )
    const bomb = new Encoder(3).encodeSync(Buffer.alloc(1_000_000))
    expect(() => codec.decompress(bomb, 700_000)).toThrow('zstd: up to')
    expect(decodeSync).not.toHaveBeenCalled()
  })

  it('says what to install where there is neither', () => {
    const codec = codecWith({})
    jest.doMock('@toondepauw/node-zstd', () => {
      throw new Error('Cannot find module')
    })
    expect(() => codec.compress(data)).toThrow('npm install @toondepauw/node-zstd, or use Node.js 22.15 or later')
    expect(() => codec.decompress(compressed, 10_000)).toThrow('npm install @toondepauw/node-zstd')
  })

  it('prefers Node, and hands it the limit', () => {
    const zstdDecompressSync = jest.fn(() => data)
    const codec = codecWith({ zstdCompressSync: () => compressed, zstdDecompressSync })
    expect(codec.compress(data)).toBe(compressed)
    expect(codec.decompress(compressed, 3000)).toBe(data)
    expect(zstdDecompressSync).toHaveBeenCalledWith(compressed, { maxOutputLength: 3000 })
  })

  it("turns Node's errors into its own", () => {
    for (const [code, reason] of [
      ['ERR_BUFFER_TOO_LARGE', 'zstd: more than 3000 bytes'],
      ['ZSTD_error_corruption_detected', 'zstd: bad data']
    ]) {
      const codec = codecWith({
        zstdDecompressSync: () => {
          throw Object.assign(new Error('bad data'), { code })
        }
      })
      expect(() => codec.decompress(compressed, 3000)).toThrow(
        expect.objectContaining({ name: 'KafkaDecompressionError', message: reason }) as Error
      )
    }
  })
})
