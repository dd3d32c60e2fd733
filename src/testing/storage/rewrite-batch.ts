import { compressRecords } from '../../protocol/compression/compress-records'
import { isPromise } from '../../protocol/compression/is-promise'
import { crc32c } from '../../protocol/crc32c'
import { Reader } from '../../protocol/reader'
import { batchHeaderBytes, compressionMask, deleteHorizonBit, headerOffsets, logAppendTimeBit } from '../../protocol/records/batch-layout'
import { readInt64 } from '../../protocol/records/int64'

/** What a batch becomes. */
export interface Rewriting {
  /** The records, not compressed. */
  readonly content: Buffer
  /** By the record's place: whether it stays. */
  readonly stays: readonly boolean[]
  /** ms on the wall clock from which tombstones and markers of the batch may go (KIP-534); undefined: it has none. */
  readonly deleteHorizonMs: number | undefined
}

/** A batch without some of its records. Offsets of the others stay, and so do the first and the last one. */
export function rewriteBatch(batch: Buffer, { content, stays, deleteHorizonMs }: Rewriting): Buffer {
  const oldBase = readInt64(batch, headerOffsets.baseTimestamp)
  const records: { timestamp: number; attributes: number; rest: Buffer }[] = []
  const reader = new Reader(content)
  for (const flag of stays) {
    const end = zigzag(reader.unsignedVarint()) + reader.offset
    const attributes = reader.int8()
    const timestamp = oldBase + readVarlong(reader)
    if (flag) records.push({ timestamp, attributes, rest: content.subarray(reader.offset, end) })
    reader.offset = end
  }
  if (records.length === 0) return emptyBatch(batch)
  const base = deleteHorizonMs ?? records[0].timestamp
  const written = Buffer.concat(
    records.flatMap(({ timestamp, attributes, rest }) => {
      const body = Buffer.concat([Buffer.from([attributes & 0xff]), varlong(timestamp - base), rest])
      return [varlong(body.length), body]
    })
  )
  const attributes = batch.readInt16BE(headerOffsets.attributes)
  const { codec, data } = compressed(attributes & compressionMask, written)
  const bytes = Buffer.concat([batch.subarray(0, batchHeaderBytes), data])
  const others = attributes & ~(compressionMask | deleteHorizonBit)
  bytes.writeInt16BE(others | codec | (deleteHorizonMs === undefined ? 0 : deleteHorizonBit), headerOffsets.attributes)
  bytes.writeBigInt64BE(BigInt(base), headerOffsets.baseTimestamp)
  if ((attributes & logAppendTimeBit) === 0) {
    bytes.writeBigInt64BE(BigInt(Math.max(...records.map(({ timestamp }) => timestamp))), headerOffsets.maxTimestamp)
  }
  return sealed(bytes, records.length)
}

/** A batch of no records: what is kept where its producer's last sequence number has to stay known. */
export function emptyBatch(batch: Buffer): Buffer {
  const bytes = Buffer.from(batch.subarray(0, batchHeaderBytes))
  const attributes = batch.readInt16BE(headerOffsets.attributes)
  bytes.writeInt16BE(attributes & ~(compressionMask | deleteHorizonBit), headerOffsets.attributes)
  bytes.writeBigInt64BE(batch.readBigInt64BE(headerOffsets.maxTimestamp), headerOffsets.baseTimestamp)
  return sealed(bytes, 0)
}

function sealed(bytes: Buffer, recordCount: number): Buffer {
  bytes.writeInt32BE(bytes.length - headerOffsets.partitionLeaderEpoch, headerOffsets.length)
  bytes.writeInt32BE(recordCount, headerOffsets.recordCount)
  bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return bytes
}

/** Records in the batch's own compression; as they are where only a plug-in has its codec. */
function compressed(codec: number, records: Buffer): { codec: number; data: Buffer } {
  if (codec === 0) return { codec, data: records }
  const data = compressRecords(codec, records)
  return isPromise(data) ? { codec: 0, data: records } : { codec, data }
}

const zigzag = (raw: number): number => (raw >>> 1) ^ -(raw & 1)

function readVarlong(reader: Reader): number {
  let raw = 0
  for (let factor = 1; ; factor *= 0x80) {
    const byte = reader.int8()
    raw += (byte & 0x7f) * factor
    if (byte >= 0) break
  }
  return raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2
}

/** @param value a safe integer */
function varlong(value: number): Buffer {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  const bytes: number[] = []
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  bytes.push(rest)
  return Buffer.from(bytes)
}
