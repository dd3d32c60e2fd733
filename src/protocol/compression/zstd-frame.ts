import { KafkaDecompressionError } from '../../errors/decode-errors'

const frameMagic = 0xfd2fb528
/** Skippable frames begin with this number or one of the fifteen after it. */
const skippableMagic = 0x184d2a50
/** Most bytes a block makes. */
export const zstdBlockLimit = 128 * 1024
/** What decoders take without being told to take more: 2²⁷ bytes. */
const largestWindow = 2 ** 27

const dictionaryIdBytes = [0, 1, 2, 4]
const contentSizeBytes = [0, 2, 4, 8]

/**
 * Walks the frames and blocks of zstd data without decompressing them.
 * @returns an upper bound of the decompressed size: what the frames say, or a full block for every compressed one
 * @throws KafkaDecompressionError when they do not fit the bytes, or want a window of more than 128 MiB
 */
export function boundOfZstdFrames(data: Buffer): number {
  let bound = 0
  let at = 0
  while (at < data.length) {
    need(data, at, 4)
    const magic = data.readUInt32LE(at)
    at += 4
    if (magic === frameMagic) {
      const header = frameHeader(data, at)
      at = header.end
      let frameBound = 0
      for (let last = false; !last; ) {
        need(data, at, 3)
        const block = data.readUIntLE(at, 3)
        at += 3
        last = (block & 1) === 1
        const type = (block >>> 1) & 3
        const size = block >>> 3
        // Type 1 repeats one byte; what is 3 is reserved.
        if (type === 3) throw new KafkaDecompressionError('zstd: block of a reserved type')
        if (size > zstdBlockLimit) throw new KafkaDecompressionError(`zstd: block of ${size} bytes`)
        frameBound += type === 2 ? Math.min(zstdBlockLimit, header.window) : size
        const stored = type === 1 ? 1 : size
        need(data, at, stored)
        at += stored
      }
      // A frame that says less than its blocks give is refused by decoders.
      bound += Math.min(frameBound, header.contentSize)
      if (header.hasChecksum) {
        need(data, at, 4)
        at += 4
      }
    } else if (magic >= skippableMagic && magic < skippableMagic + 16) {
      need(data, at, 4)
      const size = data.readUInt32LE(at)
      at += 4
      need(data, at, size)
      at += size
    } else throw new KafkaDecompressionError('zstd: not a frame')
  }
  return bound
}

interface FrameHeader {
  /** Where the first block begins. */
  end: number
  window: number
  /** Infinity when the frame does not say. */
  contentSize: number
  hasChecksum: boolean
}

function frameHeader(data: Buffer, start: number): FrameHeader {
  need(data, start, 1)
  const descriptor = data[start]
  const isSingleSegment = (descriptor & 0x20) !== 0
  const sizeFlag = descriptor >>> 6
  const sizeBytes = sizeFlag === 0 && isSingleSegment ? 1 : contentSizeBytes[sizeFlag]
  const end = start + 1 + (isSingleSegment ? 0 : 1) + dictionaryIdBytes[descriptor & 3] + sizeBytes
  need(data, start, end - start)
  let contentSize = Infinity
  if (sizeBytes > 0) {
    contentSize = data.readUIntLE(end - sizeBytes, Math.min(sizeBytes, 4)) + (sizeBytes === 2 ? 256 : 0)
    if (sizeBytes === 8) contentSize += data.readUInt32LE(end - 4) * 2 ** 32
  }
  const base = 2 ** (10 + (data[start + 1] >>> 3))
  const window = isSingleSegment ? contentSize : base + (base / 8) * (data[start + 1] & 7)
  if (window > largestWindow) throw new KafkaDecompressionError(`zstd: window of ${window} bytes`)
  return { end, window, contentSize, hasChecksum: (descriptor & 0x04) !== 0 }
}

function need(data: Buffer, at: number, bytes: number): void {
  if (at + bytes > data.length) throw new KafkaDecompressionError(`zstd: ${bytes} bytes expected, ${data.length - at} left`)
}
