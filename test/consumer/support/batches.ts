import { crc32c } from '../../../src/protocol/crc32c'
import { controlBit, headerOffsets } from '../../../src/protocol/records/batch-layout'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'

/** What a {@link batch} is like. */
export interface BatchOptions {
  baseOffset: number
  values: string[]
  /** Of a transaction. */
  producerId?: number
  /** A marker; its record is not looked at. */
  isControl?: boolean
  /** Offset after the batch when that is not where its records end: compaction has removed the last ones. */
  nextOffset?: number
  compression?: number
}

/** A batch as a broker stores it. */
export async function batch({
  baseOffset,
  values,
  producerId,
  isControl = false,
  nextOffset,
  compression = 0
}: BatchOptions): Promise<Buffer> {
  const writer = new RecordBatchWriter()
  for (const value of values) writer.append(1_700_000_000_000, null, Buffer.from(value), undefined)
  const transactional = producerId !== undefined
  const closing = { compression, transactional, producerId: BigInt(producerId ?? -1), producerEpoch: transactional ? 0 : -1 }
  const bytes = Buffer.from(await writer.close(closing))
  bytes.writeBigInt64BE(BigInt(baseOffset), headerOffsets.baseOffset)
  if (isControl) bytes.writeInt16BE(bytes.readInt16BE(headerOffsets.attributes) | controlBit, headerOffsets.attributes)
  if (nextOffset !== undefined) bytes.writeInt32BE(nextOffset - 1 - baseOffset, headerOffsets.lastOffsetDelta)
  bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return bytes
}
