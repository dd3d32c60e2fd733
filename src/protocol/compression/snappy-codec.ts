import { KafkaDecompressionError } from '../../errors/decode-errors'
import type { Codec } from './codec'
import { loadCodecPackage } from './load-codec-package'

interface Snappy {
  compressSync: (data: Uint8Array) => Buffer
  uncompressSync: (data: Uint8Array) => Buffer | string
}

const load = loadCodecPackage('snappy', 'Snappy') as () => Snappy

/**
 * The framing of the xerial library, which Kafka's Java client uses: a magic number, two version numbers, then blocks of Snappy, each
 * with its length before it.
 */
const xerialHeader = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1])
const xerialMagicBytes = 8
/** The first four bytes of the magic number, read as a length. */
const xerialMagicAsLength = xerialHeader.readInt32BE(0)
/** Snappy itself looks no further back than this. */
const blockBytes = 64 * 1024
/** Three bytes of Snappy make at most 64. */
const expansion = 22

/** Snappy by the package `snappy`: writes xerial's framing, reads it and plain blocks. */
export const snappyCodec: Codec = {
  compress(data) {
    const { compressSync } = load()
    const parts: Buffer[] = [xerialHeader]
    let total = xerialHeader.length
    for (let at = 0; at < data.length; at += blockBytes) {
      const block = compressSync(data.subarray(at, at + blockBytes))
      const length = Buffer.allocUnsafe(4)
      length.writeInt32BE(block.length, 0)
      parts.push(length, block)
      total += 4 + block.length
    }
    return Buffer.concat(parts, total)
  },

  decompress(data, maxBytes) {
    const blocks = isXerial(data) ? splitXerial(data) : [data]
    let total = 0
    for (const block of blocks) {
      total += announcedSize(block)
      if (total > maxBytes) throw new KafkaDecompressionError(`snappy: ${total} bytes, more than ${maxBytes}`)
    }
    const parts = blocks.map(decompressBlock)
    return parts.length === 1 ? parts[0] : Buffer.concat(parts)
  }
}

function isXerial(data: Buffer): boolean {
  return data.length >= xerialHeader.length && data.compare(xerialHeader, 0, xerialMagicBytes, 0, xerialMagicBytes) === 0
}

/** The blocks of a framed stream. A header in the middle, where streams were joined, is skipped. */
function splitXerial(data: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  let at = xerialHeader.length
  while (at < data.length) {
    if (data.length - at < 4) throw new KafkaDecompressionError(`snappy: ${data.length - at} bytes after the last block`)
    const length = data.readInt32BE(at)
    if (length === xerialMagicAsLength && isXerial(data.subarray(at))) {
      at += xerialHeader.length
      continue
    }
    at += 4
    if (length <= 0 || length > data.length - at) {
      throw new KafkaDecompressionError(`snappy: block of ${length} bytes, ${data.length - at} left`)
    }
    blocks.push(data.subarray(at, at + length))
    at += length
  }
  return blocks
}

/** The size in a block's preamble, unless so few bytes cannot make so many. */
function announcedSize(block: Buffer): number {
  let size = 0
  let scale = 1
  for (let at = 0; at < 5 && at < block.length; at++) {
    size += (block[at] & 0x7f) * scale
    scale *= 0x80
    if (block[at] >= 0x80) continue
    if (size > block.length * expansion) throw new KafkaDecompressionError(`snappy: ${block.length} bytes cannot make ${size}`)
    return size
  }
  throw new KafkaDecompressionError('snappy: no size at the beginning of a block')
}

function decompressBlock(block: Buffer): Buffer {
  const { uncompressSync } = load()
  try {
    return uncompressSync(block) as Buffer
  } catch (error) {
    throw new KafkaDecompressionError(`snappy: ${(error as Error).message}`, { cause: error })
  }
}
