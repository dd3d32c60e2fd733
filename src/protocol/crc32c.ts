type Checksum = (bytes: Uint8Array) => number

// The package has no typings for this entry.
const { buf } = require('crc-32/crc32c') as { buf: (bytes: Uint8Array, seed: number) => number }

/** From here on the call into native code pays for itself (docs/adr/0002-crc32c.md). */
const nativeFromBytes = 1024

/** Undefined until first needed; null when the package is not installed. */
let native: Checksum | null | undefined

/**
 * CRC-32C (Castagnoli), the checksum of record batches of magic 2. Larger inputs go to the optional package `@node-rs/crc32` where it is
 * installed.
 * @returns 0 to 2³²−1
 */
export function crc32c(bytes: Uint8Array): number {
  if (bytes.length >= nativeFromBytes) {
    if (native === undefined) native = loadNative()
    if (native !== null) return native(bytes)
  }
  return buf(bytes, 0) >>> 0
}

function loadNative(): Checksum | null {
  try {
    const { crc32c: checksum } = require('@node-rs/crc32') as { crc32c: Checksum }
    // A checksum that is wrong on one platform would make every batch look corrupt there.
    return checksum(Buffer.from('123456789')) === 0xe3069283 ? checksum : null
  } catch {
    return null
  }
}
