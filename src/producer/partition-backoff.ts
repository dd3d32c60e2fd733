import type { MetadataCache } from '../cluster/metadata-cache'
import type { RetryConfig } from '../config/retry-config'
import { backoffMs } from '../utils/backoff'
import type { Clock } from '../utils/clock'
import type { PartitionQueue } from './partition-queue'

/** What a {@link PartitionBackoff} is made of. */
export interface PartitionBackoffOptions {
  readonly clock: Clock
  readonly metadata: MetadataCache
  readonly retry: RetryConfig
  /** The wait of a partition is over. */
  readonly onOver: (queue: PartitionQueue) => void
}

/** Longest wait when time is the limit and not a number of retries: whoever is back shall not wait for us (KIP-580). */
const longestWaitMs = 1000

/**
 * Leaves partitions alone after failures, each by itself: the others of a broker flow on. A wait ends early when another leader, or a
 * new term of the same one, becomes known, since the failure says nothing about that.
 */
export class PartitionBackoff {
  private readonly queues = new Set<PartitionQueue>()
  private readonly unsubscribe: () => void

  constructor(private readonly options: PartitionBackoffOptions) {
    this.unsubscribe = options.metadata.onMerge(({ changed }) => {
      if (changed) this.onMetadata()
    })
  }

  /**
   * @param leader that failed, −1 when there was none
   * @param leaderEpoch that was known at the failed attempt
   * @returns how long the partition will be left alone, ms
   */
  start(queue: PartitionQueue, leader: number, leaderEpoch: number): number {
    const { clock, retry } = this.options
    const { initialRetryTimeMs: initialMs, multiplier, factor: jitter } = retry
    const maxMs = retry.explicitRetries ? retry.maxRetryTimeMs : Math.min(retry.maxRetryTimeMs, longestWaitMs)
    const waitMs = backoffMs({ initialMs, maxMs, multiplier, jitter }, queue.failures++)
    queue.failedLeader = leader
    queue.failedLeaderEpoch = leaderEpoch
    queue.backoff?.cancel()
    queue.backoff = clock.schedule(waitMs, () => this.end(queue))
    this.queues.add(queue)
    // Metadata may have changed between the attempt and its failure.
    if (this.hasOtherLeader(queue)) this.end(queue)
    return waitMs
  }

  close(): void {
    this.unsubscribe()
    for (const queue of this.queues) {
      queue.backoff?.cancel()
      queue.backoff = undefined
    }
    this.queues.clear()
  }

  private end(queue: PartitionQueue): void {
    queue.backoff?.cancel()
    queue.backoff = undefined
    this.queues.delete(queue)
    this.options.onOver(queue)
  }

  private onMetadata(): void {
    for (const queue of this.queues) if (this.hasOtherLeader(queue)) this.end(queue)
  }

  private hasOtherLeader({ topic, partition, failedLeader, failedLeaderEpoch }: PartitionQueue): boolean {
    const known = this.options.metadata.partition(topic, partition)
    if (known === undefined || known.leader < 0) return false
    return known.leader !== failedLeader || known.leaderEpoch > failedLeaderEpoch
  }
}
