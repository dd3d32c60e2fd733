import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { lookupCodec } from '../../../src/protocol/compression/compression-codecs'
import type { Codec } from '../../../src/protocol/compression/codec'
import { CompressionTypes } from '../../../src/types/enums'

const names = ['GZIP', 'Snappy', 'LZ4', 'ZSTD'] as const
const codecOf = (name: (typeof names)[number]): Codec => lookupCodec(CompressionTypes[name]) as Codec
const run = async (codec: Codec, data: Buffer, maxBytes: number): Promise<Buffer> => codec.decompress(data, maxBytes)

const samples: [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['a byte', Buffer.from('x')],
  ['text', Buffer.from('the same again and again '.repeat(40))],
  ['a megabyte of zeros', Buffer.alloc(1 << 20)],
  ['noise of more than a block', randomBytes(300_000)],
  ['exactly a block', Buffer.alloc(65_536, 'ab')],
  ['a block and a byte', Buffer.alloc(65_537, 'abc')]
]

describe.each(names)('%s', name => {
  const codec = codecOf(name)

  it.each(samples)('gives back %s', async (_, data) => {
    const compressed = await codec.compress(data)
    expect((await run(codec, compressed, data.length)).equals(data)).toBe(true)
  })

  it('works on views in the middle of memory', async () => {
    const memory = Buffer.from('--the same again and again and again and again--')
    const compressed = await codec.compress(memory.subarray(2, -2))
    const padded = Buffer.concat([Buffer.alloc(5), compressed, Buffer.alloc(5)])
    expect((await run(codec, padded.subarray(5, -5), 100)).toString()).toBe(memory.toString().slice(2, -2))
  })

  it('stops a bomb', async () => {
    const bomb = await codec.compress(Buffer.alloc(50_000_000))
    await expect(run(codec, bomb, 10_000_000)).rejects.toThrow(KafkaDecompressionError)
    expect((await run(codec, bomb, 50_000_000)).length).toBe(50_000_000)
  })

  it('refuses one byte more than allowed', async () => {
    const compressed = await codec.compress(Buffer.alloc(1000))
    await expect(run(codec, compressed, 999)).rejects.toThrow(KafkaDecompressionError)
    expect((await run(codec, compressed, 1000)).length).toBe(1000)
  })

  it('refuses data that is cut off, at every byte', async () => {
    const compressed = await codec.compress(Buffer.from('some text, some text and some more text'))
    for (let end = 0; end < compressed.length; end++) {
      const outcome = await run(codec, compressed.subarray(0, end), 1000).catch((error: unknown) => error)
      // A framed Snappy stream can end after its header.
      if (name === 'Snappy' && end === 16) expect(outcome).toHaveLength(0)
      else expect(outcome).toBeInstanceOf(KafkaDecompressionError)
    }
  })

  it('throws nothing but its own error on noise and on flipped bytes', async () => {
    const good = await codec.compress(Buffer.from('some text, some text and some more text'.repeat(20)))
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 3 }),
        async (noise, flips) => {
          const bad = Buffer.from(good)
          for (const [at, byte] of flips) bad[at] = byte
          for (const data of [Buffer.from(noise), bad]) {
            const result = await run(codec, data, 5000).catch((error: unknown) => error)
            expect(Buffer.isBuffer(result) ? result.length <= 5000 : result instanceof KafkaDecompressionError).toBe(true)
          }
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe('GZIP', () => {
  it('reads several members after each other', async () => {
    const joined = Buffer.concat([gzipSync('one '), gzipSync('two')])
    expect((await run(codecOf('GZIP'), joined, 100)).toString()).toBe('one two')
    await expect(run(codecOf('GZIP'), joined, 6)).rejects.toThrow('more than 6 bytes')
  })
})
