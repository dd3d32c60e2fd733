import { KafkaDecompressionError } from '../../errors/decode-errors'
import type { Codec } from './codec'
import { loadCodecPackage } from './load-codec-package'
import { sizeOfLz4Frame } from './lz4-frame'

interface Lz4 {
  compressFrameSync: (data: Buffer) => Buffer
  decompressFrameSync: (data: Buffer) => Buffer
}

const load = loadCodecPackage('lz4-napi', 'LZ4') as () => Lz4

/** LZ4 frames by the package `lz4-napi`, with independent blocks, which is what Java insists on. */
export const lz4Codec: Codec = {
  compress(data) {
    return load().compressFrameSync(data)
  },

  decompress(data, maxBytes) {
    // The package takes no limit: what the frame announces is summed up before a byte is decompressed.
    const size = sizeOfLz4Frame(data, maxBytes)
    if (size > maxBytes) throw new KafkaDecompressionError(`lz4: ${size} bytes, more than ${maxBytes}`)
    const { decompressFrameSync } = load()
    try {
      return decompressFrameSync(data)
    } catch (error) {
      throw new KafkaDecompressionError(`lz4: ${(error as Error).message}`, { cause: error })
    }
  }
}
