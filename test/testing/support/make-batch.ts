import { crc32c } from '../../../src/protocol/crc32c'
import { headerOffsets } from '../../../src/protocol/records/batch-layout'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'

/** A record to write; text stands for its value. */
export type RecordSpec = string | { key?: string | null; value?: string | null; timestamp?: number }

/** What a batch says of itself; what is left out is not idempotent, not compressed and in no transaction. */
export interface BatchSpec {
  producerId?: bigint
  producerEpoch?: number
  baseSequence?: number
  transactional?: boolean
  compression?: number
  /** Changes the finished bytes. The checksum is made anew when it returns true. */
  spoil?: (bytes: Buffer) => boolean
}

/** Time of records that say none, ms: in the past of every clock that tests have. */
export const recordTime = 1_600_000_000_000

/** Writes a batch of magic 2. */
export function makeBatch(records: readonly RecordSpec[], { spoil, ...closing }: BatchSpec = {}): Buffer {
  const writer = new RecordBatchWriter({ initialBytes: 1024 })
  for (const record of records) {
    const { key = null, value = null, timestamp = recordTime } = typeof record === 'string' ? { value: record } : record
    writer.append(timestamp, key, value)
  }
  const closed = writer.close(closing)
  if (closed instanceof Promise) throw new Error('Tests write batches with codecs that answer at once')
  const bytes = Buffer.from(closed)
  writer.release()
  if (spoil?.(bytes) === true) bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return bytes
}
