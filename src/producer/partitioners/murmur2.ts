const seed = 0x9747b28c
const multiplier = 0x5bd1e995

/** Where keys with characters beyond ASCII are encoded. Grows to the longest of them. */
let scratch = Buffer.allocUnsafe(256)

/**
 * The hash by which the Java client assigns keys to partitions (MurmurHash 2 with 32-bit wrap-around), as a signed 32-bit
 * number. Text is hashed as its UTF-8 bytes.
 */
export function murmur2(key: Uint8Array | string): number {
  return typeof key === 'string' ? murmur2OfText(key) : murmur2OfBytes(key, key.length)
}

function murmur2OfBytes(bytes: Uint8Array, length: number): number {
  let hash = seed ^ length
  let at = 0
  for (const end = length - 3; at < end; at += 4) {
    const word = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
    hash = mix(hash, word)
  }
  let rest = 0
  for (let last = length - 1; last >= at; last--) rest = (rest << 8) | bytes[last]
  return finish(hash, rest, length - at)
}

/** Characters of ASCII are their own bytes: most keys need no encoding. */
function murmur2OfText(text: string): number {
  const { length } = text
  let hash = seed ^ length
  let seen = 0
  let at = 0
  for (const end = length - 3; at < end; at += 4) {
    const a = text.charCodeAt(at)
    const b = text.charCodeAt(at + 1)
    const c = text.charCodeAt(at + 2)
    const d = text.charCodeAt(at + 3)
    seen |= a | b | c | d
    hash = mix(hash, a | (b << 8) | (c << 16) | (d << 24))
  }
  let rest = 0
  for (let last = length - 1; last >= at; last--) {
    const code = text.charCodeAt(last)
    seen |= code
    rest = (rest << 8) | code
  }
  if (seen > 0x7f) return murmur2OfEncoded(text)
  return finish(hash, rest, length - at)
}

function murmur2OfEncoded(text: string): number {
  const longest = text.length * 3
  if (longest > scratch.length) {
    // A single huge key does not keep its memory for ever.
    if (longest > 0x10_0000) {
      const bytes = Buffer.from(text)
      return murmur2OfBytes(bytes, bytes.length)
    }
    scratch = Buffer.allocUnsafe(longest)
  }
  return murmur2OfBytes(scratch, scratch.write(text, 0, 'utf8'))
}

function mix(hash: number, word: number): number {
  const spread = Math.imul(word, multiplier)
  return Math.imul(hash, multiplier) ^ Math.imul(spread ^ (spread >>> 24), multiplier)
}

/** @param rest the last `count` bytes, 0 to 3, little-endian */
function finish(hash: number, rest: number, count: number): number {
  let h = count === 0 ? hash : Math.imul(hash ^ rest, multiplier)
  h = Math.imul(h ^ (h >>> 13), multiplier)
  return h ^ (h >>> 15)
}
