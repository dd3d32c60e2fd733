const prime1 = 0x9e3779b1
const prime2 = 0x85ebca77
const prime3 = 0xc2b2ae3d
const prime4 = 0x27d4eb2f
const prime5 = 0x165667b1

/**
 * xxHash32 with seed 0 of fewer than 16 bytes: enough for the header of an LZ4 frame, which has at most 18 with the magic number
 * left out of the sum.
 * @returns 0 to 2³²−1
 */
export function xxhash32OfFew(bytes: Uint8Array): number {
  let hash = prime5 + bytes.length
  let at = 0
  for (; at + 4 <= bytes.length; at += 4) {
    const lane = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
    hash = Math.imul(rotate(hash + Math.imul(lane, prime3), 17), prime4)
  }
  for (; at < bytes.length; at++) hash = Math.imul(rotate(hash + Math.imul(bytes[at], prime5), 11), prime1)
  hash = Math.imul(hash ^ (hash >>> 15), prime2)
  hash = Math.imul(hash ^ (hash >>> 13), prime3)
  return (hash ^ (hash >>> 16)) >>> 0
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
