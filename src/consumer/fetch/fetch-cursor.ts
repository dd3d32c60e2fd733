import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import { openBatch } from '../../protocol/records/record-batch-reader'
import type { RecordCursor } from '../../protocol/records/record-cursor'
import { AbortedTransactions } from './aborted-transactions'
import type { CompletedFetch } from './completed-fetch'

/**
 * Walks what a fetch brought, from an offset on, batch by batch, leaving out what is not for applications: control batches
 * and aborted transactions. A batch is checked and decompressed when its turn comes.
 */
export class FetchCursor {
  private readonly aborted: AbortedTransactions
  private index = 0
  private done: number
  private open: FetchedBatch | undefined
  private dropped = false

  /** @param fromOffset records below it are left out */
  constructor(
    private readonly fetch: CompletedFetch,
    private readonly fromOffset: number
  ) {
    this.aborted = new AbortedTransactions(fetch.abortedTransactions)
    this.done = fromOffset
  }

  /** Offset after the last batch that was given out, counted as done once the next one is asked for, or left out. */
  get position(): number {
    return this.done
  }

  /** Something was left out: control batches or aborted transactions. */
  get hasDropped(): boolean {
    return this.dropped
  }

  /**
   * The records of the next batch that has any; undefined after the last.
   * @returns a promise when the batch is decompressed outside the main thread
   * @throws KafkaDecodeError on a batch that cannot be read, again and again; `position` then stays before it
   */
  next(): RecordCursor | Promise<RecordCursor> | undefined {
    if (this.open !== undefined) this.done = this.open.nextOffset
    this.open = undefined
    const { batches } = this.fetch
    while (this.index < batches.length) {
      const batch = batches[this.index]
      const isAborted = this.aborted.includes(batch)
      if (batch.nextOffset > this.fromOffset) {
        if (!batch.isControl && !isAborted) {
          const records = openBatch(batch, { fromOffset: this.fromOffset })
          this.index++
          this.open = batch
          return records
        }
        this.dropped = true
        this.done = batch.nextOffset
      }
      this.index++
    }
    if (this.fetch.corruption !== undefined) throw this.fetch.corruption
    return undefined
  }
}
