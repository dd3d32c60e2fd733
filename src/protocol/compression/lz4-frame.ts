import { KafkaDecompressionError } from '../../errors/decode-errors'
import { xxhash32OfFew } from './xxhash32'

const frameMagic = 0x184d2204
/** Magic number, flags, block size. */
const fixedBytes = 6
const contentSizeBit = 0x08
const dictionaryBit = 0x01
const blockChecksumBit = 0x10
const uncompressedBit = 0x8000_0000
/** LZ4 makes at most this many bytes of one. */
const expansion = 255

/**
 * Corrects the header checksum of an LZ4 frame of a message of magic 0. Kafka's first LZ4 code summed the magic number, too, and
 * brokers keep those messages as they came; LZ4 libraries refuse them.
 * @returns the frame itself when its checksum is not that wrong one, else a corrected copy
 */
export function repairLz4Frame(frame: Buffer): Buffer {
  if (frame.length <= fixedBytes || frame.readUInt32LE(0) !== frameMagic) return frame
  const end = headerEnd(frame)
  if (frame.length <= end || frame[end] !== checksum(frame, 0, end)) return frame
  const repaired = Buffer.from(frame)
  repaired[end] = checksum(frame, 4, end)
  return repaired
}

/**
 * Walks the blocks of an LZ4 frame without decompressing them.
 * @returns an upper bound of the decompressed size; when that would be above `maxBytes`, the exact size
 * @throws KafkaDecompressionError when the blocks do not fit the bytes
 */
export function sizeOfLz4Frame(frame: Buffer, maxBytes: number): number {
  if (frame.length <= fixedBytes || frame.readUInt32LE(0) !== frameMagic) throw new KafkaDecompressionError('lz4: not a frame')
  const flags = frame[4]
  const blockLimit = 2 ** (8 + 2 * ((frame[5] >>> 4) & 7))
  const checksumBytes = (flags & blockChecksumBit) === 0 ? 0 : 4
  let bound = 0
  let at = headerEnd(frame) + 1
  for (;;) {
    if (at + 4 > frame.length) throw new KafkaDecompressionError('lz4: frame without an end')
    const header = frame.readUInt32LE(at)
    at += 4
    if (header === 0) break
    const plain = header >= uncompressedBit
    const size = plain ? header - uncompressedBit : header
    if (size > blockLimit) throw new KafkaDecompressionError(`lz4: block of ${size} bytes where ${blockLimit} are the limit`)
    if (at + size + checksumBytes > frame.length)
      throw new KafkaDecompressionError(`lz4: block of ${size} bytes, ${frame.length - at} left`)
    bound += plain ? size : Math.min(blockLimit, size * expansion)
    at += size + checksumBytes
  }
  // Blocks seldom fill up, so that a bound above the limit proves nothing yet.
  return bound > maxBytes ? exactSize(frame, checksumBytes) : bound
}

/** Sums up what the sequences of all blocks announce; the blocks have been found to fit the bytes. */
function exactSize(frame: Buffer, checksumBytes: number): number {
  let total = 0
  let at = headerEnd(frame) + 1
  for (let header = frame.readUInt32LE(at); header !== 0; header = frame.readUInt32LE(at)) {
    at += 4
    const size = header % uncompressedBit
    total += header >= uncompressedBit ? size : sizeOfBlock(frame.subarray(at, at + size))
    at += size + checksumBytes
  }
  return total
}

function sizeOfBlock(block: Buffer): number {
  let total = 0
  let at = 0
  const lengthBytes = (): number => {
    let length = 0
    for (let byte = 255; byte === 255 && at < block.length; length += byte) byte = block[at++]
    return length
  }
  while (at < block.length) {
    const token = block[at++]
    let literals = token >>> 4
    if (literals === 15) literals += lengthBytes()
    total += literals
    at += literals + 2
    // The last sequence is literals only.
    if (at > block.length) break
    const match = token & 15
    total += 4 + (match === 15 ? 15 + lengthBytes() : match)
  }
  return total
}

/** Where the header's checksum, one byte, stands. */
function headerEnd(frame: Buffer): number {
  const flags = frame[4]
  return fixedBytes + ((flags & contentSizeBit) === 0 ? 0 : 8) + ((flags & dictionaryBit) === 0 ? 0 : 4)
}

function checksum(frame: Buffer, from: number, to: number): number {
  return (xxhash32OfFew(frame.subarray(from, to)) >>> 8) & 0xff
}
