import { buf as crc32cOf } from 'crc-32/crc32c'

/**
 * CRC-32C (Castagnoli), the checksum of record batches of magic 2.
 * @returns 0 to 2³²−1
 */
export function crc32c(bytes: Uint8Array): number {
  return crc32cOf(bytes, 0) >>> 0
}
