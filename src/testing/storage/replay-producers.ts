import { headerOffsets } from '../../protocol/records/batch-layout'
import { readControlRecord } from '../../protocol/records/control-record'
import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import { RecordBatch } from '../../protocol/records/record-batch'
import type { ProducerStates } from './producer-states'
import type { StoredBatch } from './stored-batch'

const sequences = 0x8000_0000

/** First and last sequence of an idempotent batch; after the highest comes 0. */
export function sequencesOf({ baseSequence, lastOffsetDelta }: Pick<FetchedBatch, 'baseSequence' | 'lastOffsetDelta'>): {
  firstSequence: number
  lastSequence: number
} {
  return { firstSequence: baseSequence, lastSequence: (baseSequence + lastOffsetDelta) % sequences }
}

/** Finds out again what a log says of its producers, as a broker does when it starts or has cut its log. */
export function replay(producers: ProducerStates, batches: readonly StoredBatch[]): void {
  producers.clear()
  for (const { producerId, bytes, appendedAt, baseOffset, lastOffset, maxTimestamp } of batches) {
    if (producerId < 0n || bytes[headerOffsets.magic] !== 2) continue
    const batch = new RecordBatch(bytes, {}, false)
    const { producerEpoch, isTransactional } = batch
    if (!batch.isControl) {
      const produced = { ...sequencesOf(batch), firstOffset: baseOffset, lastOffset, timestamp: maxTimestamp }
      producers.appended(producerId, producerEpoch, produced, isTransactional, appendedAt)
      continue
    }
    const control = readControlRecord(batch)
    if (control === undefined || control.type === 'other') continue
    const { coordinatorEpoch } = control
    const marker = { producerId, producerEpoch, isCommit: control.type === 'commit', coordinatorEpoch, transactionVersion: 0 }
    producers.end(marker, baseOffset, maxTimestamp, appendedAt)
  }
}
