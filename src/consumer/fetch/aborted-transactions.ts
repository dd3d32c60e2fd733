import type { BatchHeader } from '../../protocol/records/fetched-batch'

/** As a fetch response lists it. */
export interface AbortedTransaction {
  readonly producerId: bigint
  /** Offset of the transaction's first record in the partition. */
  readonly firstOffset: bigint
}

/**
 * Tells the batches of aborted transactions from all others, for read_committed. A producer has one transaction at a time, so
 * from an aborted transaction's first offset to the producer's next marker all its transactional batches are void.
 *
 * Batches have to be shown in the order of the log. The list may come in any order (Redpanda's does), may name transactions
 * without any record in what was fetched, and may name several of one producer.
 */
export class AbortedTransactions {
  /** First offsets by producer, descending, so that the current transaction is at the end. */
  private readonly open = new Map<bigint, number[]>()

  constructor(list: readonly AbortedTransaction[]) {
    for (const { producerId, firstOffset } of list) {
      const offsets = this.open.get(producerId)
      if (offsets === undefined) this.open.set(producerId, [Number(firstOffset)])
      else offsets.push(Number(firstOffset))
    }
    for (const offsets of this.open.values()) offsets.sort((a, b) => b - a)
  }

  /** Whether the batch belongs to an aborted transaction. A control batch does not, but ends its producer's transaction. */
  includes(batch: BatchHeader): boolean {
    if (this.open.size === 0 || !batch.isTransactional) return false
    const offsets = this.open.get(batch.producerId)
    if (offsets === undefined) return false
    if (batch.isControl) {
      this.end(batch.producerId, offsets, batch.lastOffset)
      return false
    }
    return offsets[offsets.length - 1] <= batch.lastOffset
  }

  private end(producerId: bigint, offsets: number[], marker: number): void {
    while (offsets.length > 0 && offsets[offsets.length - 1] <= marker) offsets.pop()
    if (offsets.length === 0) this.open.delete(producerId)
  }
}
