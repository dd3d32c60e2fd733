import zlib from 'node:zlib'
import { KafkaDecompressionError } from '../../errors/decode-errors'
import type { Codec } from './codec'
import { loadCodecPackage } from './load-codec-package'
import { boundOfZstdFrames, zstdBlockLimit } from './zstd-frame'

/** What Node has since 22.15; absent from the typings of Node 20. */
interface ZstdOfNode {
  zstdCompressSync?: (data: Buffer) => Buffer
  zstdDecompressSync?: (data: Buffer, options: { maxOutputLength: number }) => Buffer
}

interface ZstdPackage {
  Encoder: new (level: number) => { encodeSync(data: Buffer): Buffer }
  Decoder: new () => { decodeSync(data: Buffer): Buffer }
}

/** zstd's own default. */
const level = 3
const load = loadCodecPackage('@toondepauw/node-zstd', 'zstd', ', or use Node.js 22.15 or later') as () => ZstdPackage

/** zstd by `node:zlib` where it has it, else by the optional package `@toondepauw/node-zstd`. */
export const zstdCodec: Codec = {
  compress(data) {
    const { zstdCompressSync } = zlib as ZstdOfNode
    if (zstdCompressSync !== undefined) return zstdCompressSync(data)
    const { Encoder } = load()
    return new Encoder(level).encodeSync(data)
  },

  decompress(data, maxBytes) {
    const bound = boundOfZstdFrames(data)
    const { zstdDecompressSync } = zlib as ZstdOfNode
    try {
      if (zstdDecompressSync !== undefined) return zstdDecompressSync(data, { maxOutputLength: Math.max(1, maxBytes) })
    } catch (error) {
      throw failure(error, maxBytes)
    }
    const { Decoder } = load()
    // The package takes no limit, and allocates what the blocks could make: mostly what they do make, but for the last one.
    if (bound > maxBytes + zstdBlockLimit) throw new KafkaDecompressionError(`zstd: up to ${bound} bytes, more than ${maxBytes}`)
    let result: Buffer
    try {
      result = new Decoder().decodeSync(data)
    } catch (error) {
      throw failure(error, maxBytes)
    }
    if (result.length > maxBytes) throw new KafkaDecompressionError(`zstd: ${result.length} bytes, more than ${maxBytes}`)
    return result
  }
}

function failure(error: unknown, maxBytes: number): KafkaDecompressionError {
  const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
  return new KafkaDecompressionError(tooLarge ? `zstd: more than ${maxBytes} bytes` : `zstd: ${(error as Error).message}`, { cause: error })
}
