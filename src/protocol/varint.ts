/**
 * Bytes an unsigned 32-bit varint takes: seven bits a byte, lowest first.
 * @param value 0 to 2³²−1
 */
export function sizeOfUnsignedVarint(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5
}

/**
 * Bytes a zigzag varint takes: 0, −1, 1, −2 … are numbered 0, 1, 2, 3 … and written as an unsigned varint.
 * @param value −2³¹ to 2³¹−1
 */
export function sizeOfVarint(value: number): number {
  return sizeOfUnsignedVarint(((value << 1) ^ (value >> 31)) >>> 0)
}

/**
 * Bytes a zigzag varlong takes.
 * @param value a safe integer
 */
export function sizeOfVarlong(value: number): number {
  // Doubling stays exact: a safe integer has 53 bits and the double a power of two more.
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  let size = 1
  while (rest >= 0x80) {
    rest = Math.floor(rest / 0x80)
    size++
  }
  return size
}
