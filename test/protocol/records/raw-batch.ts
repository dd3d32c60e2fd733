import { crc32 } from 'node:zlib'
import { crc32c } from '../../../src/protocol/crc32c'
import { batchHeaderBytes, headerOffsets } from '../../../src/protocol/records/batch-layout'

/** Header fields of a batch of magic 2 that may say anything. */
export interface RawHeader {
  baseOffset?: bigint
  length?: number
  attributes?: number
  lastOffsetDelta?: number
  baseTimestamp?: bigint
  maxTimestamp?: bigint
  recordCount?: number
}

/** A batch of magic 2 with a right checksum over whatever it is given. */
export function rawBatch(records: Uint8Array, header: RawHeader = {}): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(batchHeaderBytes), records])
  const { recordCount = 1 } = header
  bytes.writeBigInt64BE(header.baseOffset ?? 0n, headerOffsets.baseOffset)
  bytes.writeInt32BE(header.length ?? bytes.length - 12, headerOffsets.length)
  bytes.writeInt8(2, headerOffsets.magic)
  bytes.writeInt16BE(header.attributes ?? 0, headerOffsets.attributes)
  bytes.writeInt32BE(header.lastOffsetDelta ?? Math.max(0, recordCount - 1), headerOffsets.lastOffsetDelta)
  bytes.writeBigInt64BE(header.baseTimestamp ?? 1000n, headerOffsets.baseTimestamp)
  bytes.writeBigInt64BE(header.maxTimestamp ?? 1000n, headerOffsets.maxTimestamp)
  bytes.writeBigInt64BE(-1n, headerOffsets.producerId)
  bytes.writeInt32BE(recordCount, headerOffsets.recordCount)
  bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return bytes
}

/** Zigzag varint or varlong. */
export function varint(value: number | bigint): number[] {
  const wide = BigInt(value)
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, (wide << 1n) ^ (wide >> 63n))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return [...bytes, Number(rest)]
}

/** What a record of magic 2 is made of. */
export interface RawRecord {
  timeDelta?: number | bigint
  offsetDelta?: number
  /** Replaces what follows the offset delta. Default: no key, no value, no headers. */
  body?: number[]
  /** Replaces the length in front. */
  length?: number
}

/** A record of magic 2. */
export function rawRecord({ timeDelta = 0, offsetDelta = 0, body = [...varint(-1), ...varint(-1), 0], length }: RawRecord = {}): Buffer {
  const content = [0, ...varint(timeDelta), ...varint(offsetDelta), ...body]
  return Buffer.from([...varint(length ?? content.length), ...content])
}

/** What a message of magic 0 or 1 is made of. */
export interface RawMessage {
  magic?: number
  offset?: bigint
  attributes?: number
  timestamp?: bigint
  key?: Uint8Array | null
  value?: Uint8Array | null
  /** Replaces the size in front. */
  size?: number
  /** Replaces key and value with their lengths. */
  rest?: Uint8Array
}

/** A message of magic 0 or 1 with a right checksum. */
export function rawMessage(message: RawMessage = {}): Buffer {
  const { magic = 1, offset = 0n, attributes = 0, timestamp = 1000n, key = null, value = null, size, rest } = message
  const time = Buffer.alloc(8)
  time.writeBigInt64BE(timestamp)
  const content = Buffer.concat([
    Buffer.from([magic, attributes & 0xff]),
    ...(magic === 0 ? [] : [time]),
    rest ?? Buffer.concat([field(key), field(value)])
  ])
  const head = Buffer.alloc(16)
  head.writeBigInt64BE(offset, 0)
  head.writeInt32BE(size ?? content.length + 4, 8)
  head.writeUInt32BE(crc32(content), 12)
  return Buffer.concat([head, content])
}

function field(bytes: Uint8Array | null): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes === null ? -1 : bytes.length)
  return bytes === null ? length : Buffer.concat([length, bytes])
}
