const seed = 0x9747b28c
const multiplier = 0x5bd1e995

/**
 * The hash of KafkaJS 1: meant to be murmur2, but multiplied as doubles, which lose low bits above 2⁵³, and with an incomplete last word
 * mixed in twice. Kept bit for bit, because applications that began with it have their keys where it put them.
 * @returns a double; its low 32 bits count
 */
export function legacyMurmur2(key: unknown): number {
  const bytes = key instanceof Uint8Array ? key : Buffer.from(String(key))
  const { length } = bytes
  const tail = length & ~3
  const byteAt = (index: number): number => bytes[index] ?? 0

  let hash = seed ^ length
  for (let at = 0; at < length; at += 4) {
    // The sum, not the union, of the bytes: a top byte from 0x80 on makes the word negative either way.
    let word = byteAt(at) + (byteAt(at + 1) << 8) + (byteAt(at + 2) << 16) + (byteAt(at + 3) << 24)
    word *= multiplier
    word ^= word >>> 24
    word *= multiplier
    hash *= multiplier
    hash ^= word
  }
  if (tail < length) {
    for (let at = length - 1; at >= tail; at--) hash ^= byteAt(at) << (8 * (at - tail))
    hash *= multiplier
  }
  hash ^= hash >>> 13
  hash *= multiplier
  hash ^= hash >>> 15
  return hash
}
