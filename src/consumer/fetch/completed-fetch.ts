import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import { readBatches } from '../../protocol/records/record-batch-reader'
import type { AbortedTransaction } from './aborted-transactions'

/** What a fetch response says of one partition, errors aside. */
export interface FetchedPartition {
  readonly topic: string
  readonly partition: number
  /** The offset that was asked for. */
  readonly fetchOffset: number
  /** Offset after the last record that all in-sync replicas have. */
  readonly highWatermark: bigint
  /** Empty unless reading committed records only. */
  readonly abortedTransactions: readonly AbortedTransaction[]
  readonly records: Buffer | null
}

/**
 * The records one fetch brought for one partition, as bytes: only the batches' headers have been looked at. They stay as they
 * are; how far the application has come is the partition's `position`, so that records can be handed out again from
 * anywhere in them (after a pause, after a failure of the handler) without asking the broker again.
 */
export class CompletedFetch {
  readonly topic: string
  readonly partition: number
  readonly fetchOffset: number
  readonly highWatermark: bigint
  readonly abortedTransactions: readonly AbortedTransaction[]
  /** Bytes held. */
  readonly bytes: number
  /** Batches that reach beyond `fetchOffset`, in the order of the log. */
  readonly batches: readonly FetchedBatch[]
  /** Where to fetch on: after the last whole batch, whether or not any record in it is left. */
  readonly nextOffset: number
  /** Why the batch at `nextOffset` cannot be read; undefined when nothing is wrong. */
  readonly corruption: unknown
  /** The answer was too short for a single batch. */
  readonly isTooSmall: boolean

  constructor(fetched: FetchedPartition) {
    const { topic, partition, fetchOffset, records } = fetched
    this.topic = topic
    this.partition = partition
    this.fetchOffset = fetchOffset
    this.highWatermark = fetched.highWatermark
    this.abortedTransactions = fetched.abortedTransactions
    this.bytes = records === null ? 0 : records.length
    const batches: FetchedBatch[] = []
    let nextOffset = fetchOffset
    let whole = 0
    let corruption: unknown
    try {
      for (const batch of readBatches(records ?? nothing, { topic, partition })) {
        whole++
        if (batch.nextOffset <= nextOffset) continue
        batches.push(batch)
        nextOffset = batch.nextOffset
      }
    } catch (error) {
      corruption = error
    }
    this.batches = batches
    this.nextOffset = nextOffset
    this.corruption = corruption
    this.isTooSmall = corruption === undefined && whole === 0 && this.bytes > 0
  }

  /** Nothing came, not even records to be left out. */
  get isEmpty(): boolean {
    return this.batches.length === 0 && this.corruption === undefined
  }
}

const nothing = Buffer.alloc(0)
