declare module 'crc-32/crc32c' {
  /** CRC-32C as a signed 32-bit integer; `seed` is the checksum of what came before. */
  export function buf(data: Uint8Array, seed?: number): number
}
