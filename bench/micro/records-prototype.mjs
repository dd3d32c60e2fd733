// What records.mjs compares with: the shortest loops that write and read a batch, without checks, headers, limits or wide numbers.
import { createRequire } from 'node:module'
const crc32c = createRequire(import.meta.url)('crc-32/crc32c')

const bytes = Buffer.allocUnsafe(1 << 22)
let at = 0

function putVarint(value) {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
}

function sizeOfVarint(value) {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0
  return zigzag < 128 ? 1 : zigzag < 16384 ? 2 : zigzag < 2097152 ? 3 : zigzag < 268435456 ? 4 : 5
}

const scratch = Buffer.allocUnsafe(256)

export function write(keys, value, count) {
  at = 61
  for (let i = 0; i < count; i++) {
    const keyLength = scratch.latin1Write(keys[i], 0)
    const body = 3 + sizeOfVarint(i) + sizeOfVarint(keyLength) + keyLength + sizeOfVarint(value.length) + value.length
    putVarint(body)
    bytes[at++] = 0
    putVarint(0)
    putVarint(i)
    putVarint(keyLength)
    scratch.copy(bytes, at, 0, keyLength)
    at += keyLength
    putVarint(value.length)
    if (value.length < 64) for (let j = 0; j < value.length; j++) bytes[at + j] = value[j]
    else bytes.set(value, at)
    at += value.length
    bytes[at++] = 0
  }
  bytes.writeInt32BE(crc32c.buf(bytes.subarray(21, at), 0), 17)
}

let source
let position = 0

function varint() {
  let byte = source[position++]
  if (byte < 128) return (byte >>> 1) ^ -(byte & 1)
  let value = byte & 127
  let shift = 7
  do {
    byte = source[position++]
    value |= (byte & 127) << shift
    shift += 7
  } while (byte > 127)
  return (value >>> 1) ^ -(value & 1)
}

export function decode(batch) {
  const messages = []
  const base = Number(batch.readBigInt64BE(0))
  const time = Number(batch.readBigInt64BE(27))
  const count = batch.readInt32BE(57)
  if (crc32c.buf(batch.subarray(21), 0) >>> 0 !== batch.readUInt32BE(17)) throw new Error('checksum')
  source = batch
  position = 61
  for (let i = 0; i < count; i++) {
    varint()
    const attributes = source[position++]
    const timeDelta = varint()
    const delta = varint()
    const keyLength = varint()
    let key = null
    if (keyLength >= 0) {
      key = source.subarray(position, position + keyLength)
      position += keyLength
    }
    const valueLength = varint()
    let value = null
    if (valueLength >= 0) {
      value = source.subarray(position, position + valueLength)
      position += valueLength
    }
    varint()
    const timestamp = String(time + timeDelta)
    messages.push({ magicByte: 2, attributes, timestamp, offset: String(base + delta), key, value, headers: {}, isControlRecord: false })
  }
  return messages
}
