import { crc32c } from '../../protocol/crc32c'
import { controlBit, headerOffsets } from '../../protocol/records/batch-layout'
import { RecordBatch } from '../../protocol/records/record-batch'
import { RecordBatchWriter } from '../../protocol/records/record-batch-writer'

/** The end of a transaction in one partition. */
export interface TransactionMarker {
  readonly producerId: bigint
  /** With transaction.version 2 one more than that of the transaction's records. */
  readonly producerEpoch: number
  readonly isCommit: boolean
  readonly coordinatorEpoch: number
  /** Level of `transaction.version` that the transaction ended by: with 2 the epoch must be a new one. */
  readonly transactionVersion: number
}

const abortType = 0
const commitType = 1

/** The control batch that says so in the log. */
export function encodeMarker(marker: TransactionMarker, timestampMs: number): RecordBatch {
  const { producerId, producerEpoch, isCommit, coordinatorEpoch } = marker
  const key = Buffer.alloc(4)
  key.writeInt16BE(isCommit ? commitType : abortType, 2)
  const value = Buffer.alloc(6)
  value.writeInt32BE(coordinatorEpoch, 2)
  const writer = new RecordBatchWriter({ initialBytes: 128 })
  writer.append(timestampMs, key, value)
  const bytes = Buffer.from(writer.close({ transactional: true, producerId, producerEpoch }) as Buffer)
  writer.release()
  bytes.writeInt16BE(bytes.readInt16BE(headerOffsets.attributes) | controlBit, headerOffsets.attributes)
  bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return new RecordBatch(bytes, {}, false)
}
