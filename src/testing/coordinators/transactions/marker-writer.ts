import type { TopicStore } from '../../topics/topic-store'
import type { Transaction } from './transaction'

/** The topic whose partitions stand for committed offsets in a transaction. */
export const offsetsTopic = '__consumer_offsets'

/** What the writer of markers needs of the world. */
export interface MarkerEnvironment {
  readonly topics: TopicStore
  /** The end of a transaction for the offsets that it committed. */
  completeOffsets(producerId: bigint, isCommit: boolean): void
}

/**
 * Writes the markers that end a transaction into its partitions. A partition that has no leader gets its marker when it has one, and a test
 * can hold markers back; until the last one is written the transaction is not complete.
 */
export class MarkerWriter {
  /** Transactional ids whose markers wait. */
  private readonly held = new Set<string>()
  private isHeldForAll = false
  private readonly waiting = new Map<Transaction, { coordinatorEpoch: number; onComplete: () => void; removers: (() => void)[] }>()

  constructor(private readonly environment: MarkerEnvironment) {}

  /** Writes all markers of a transaction in state PrepareCommit or PrepareAbort, then calls back. */
  write(transaction: Transaction, coordinatorEpoch: number, onComplete: () => void): void {
    this.waiting.set(transaction, { coordinatorEpoch, onComplete, removers: [] })
    this.goOn(transaction)
  }

  /** Holds the markers of one transactional id back, or of all. */
  hold(transactionalId?: string): void {
    if (transactionalId === undefined) this.isHeldForAll = true
    else this.held.add(transactionalId)
  }

  /** Lets the markers go that `hold` holds. */
  release(transactionalId?: string): void {
    if (transactionalId === undefined) {
      this.isHeldForAll = false
      this.held.clear()
    } else this.held.delete(transactionalId)
    for (const transaction of [...this.waiting.keys()]) this.goOn(transaction)
  }

  /** Forgets a transaction whose markers wait; those that are missing will never come. */
  drop(transaction: Transaction): void {
    for (const remove of this.waiting.get(transaction)?.removers ?? []) remove()
    this.waiting.delete(transaction)
  }

  private goOn(transaction: Transaction): void {
    const entry = this.waiting.get(transaction)
    if (entry === undefined) return
    for (const remove of entry.removers.splice(0)) remove()
    if (this.isHeldForAll || this.held.has(transaction.transactionalId)) return
    const isCommit = transaction.state === 'PrepareCommit'
    for (const [topic, indexes] of transaction.partitions) {
      for (const index of [...indexes]) {
        if (topic === offsetsTopic) this.environment.completeOffsets(transaction.producerId, isCommit)
        else {
          const partition = this.environment.topics.partition(topic, index)
          if (partition !== undefined && partition.leader < 0) {
            entry.removers.push(partition.onChange(() => this.goOn(transaction)))
            continue
          }
          // The marker is out before anybody is woken who may look at the transaction.
          indexes.delete(index)
          if (partition === undefined) continue
          partition.log.appendMarker({
            producerId: transaction.producerId,
            producerEpoch: transaction.producerEpoch,
            isCommit,
            coordinatorEpoch: entry.coordinatorEpoch,
            transactionVersion: transaction.usesEpochBump ? 2 : 0
          })
          partition.changed()
        }
        indexes.delete(index)
      }
      if (indexes.size === 0) transaction.partitions.delete(topic)
    }
    if (transaction.partitions.size > 0) return
    this.waiting.delete(transaction)
    entry.onComplete()
  }
}
