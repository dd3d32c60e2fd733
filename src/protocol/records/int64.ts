/** Reads an int64 as a number: exact between −2⁵³ and 2⁵³, rounded outside. */
export function readInt64(bytes: Buffer, offset: number): number {
  return bytes.readInt32BE(offset) * 0x1_0000_0000 + bytes.readUInt32BE(offset + 4)
}
