import type { MetadataCache } from '../../cluster/metadata-cache'
import { zeroUuid } from '../../protocol/uuid'
import type { AssignedPartition } from '../assigned-partition'
import type { SubscriptionState } from '../subscription-state'
import type { FetchTarget } from './fetch-request'

/** How much may be buffered. */
export interface BufferLimits {
  /** A partition with so many bytes waiting to be processed is not fetched. */
  readonly bytesPerPartition: number
  /** With so many bytes waiting in all, only partitions that have none are fetched. */
  readonly bytesInAll: number
}

/** What to ask one broker for. */
export interface FetchPlan {
  readonly targets: FetchTarget[]
  /** Led by the broker and wanted, but left out because they have enough buffered. */
  readonly full: AssignedPartition[]
}

/** The plans for all brokers, and what stands in the way of the rest. */
export interface FetchPlans {
  readonly byBroker: Map<number, FetchPlan>
  /** Some partition has no leader that is known. */
  readonly lacksLeader: boolean
  /** Point of `clock.now()` at which the next partition may be fetched again after a failure; Infinity: none waits. */
  readonly nextRetryAt: number
}

/**
 * Decides what to fetch from whom. A partition is wanted when it is assigned, has a position, is not paused, its last fetch did not
 * fail just now and no batch that cannot be read blocks it. Oldest first: brokers fill an answer in the order of the request.
 */
export function planFetches(subscription: SubscriptionState, metadata: MetadataCache, limits: BufferLimits, now: number): FetchPlans {
  const byBroker = new Map<number, FetchPlan>()
  let lacksLeader = false
  let nextRetryAt = Infinity
  let inAll = 0
  for (const partition of subscription.assigned) inAll += waitingBytes(partition)
  for (const partition of subscription.assigned) {
    if (partition.fetchOffset < 0 || partition.isBlocked || subscription.isPaused(partition)) continue
    const known = metadata.partition(partition.topic, partition.partition)
    if (known === undefined || known.leader < 0) {
      lacksLeader = true
      continue
    }
    if (partition.fetchAfter > now && partition.failedLeader === known.leader) {
      nextRetryAt = Math.min(nextRetryAt, partition.fetchAfter)
      continue
    }
    let plan = byBroker.get(known.leader)
    if (plan === undefined) byBroker.set(known.leader, (plan = { targets: [], full: [] }))
    const waiting = waitingBytes(partition)
    if (waiting >= limits.bytesPerPartition || (waiting > 0 && inAll >= limits.bytesInAll)) plan.full.push(partition)
    else {
      plan.targets.push({
        partition,
        generation: partition.generation,
        fetchOffset: partition.fetchOffset,
        topicId: metadata.topic(partition.topic)?.topicId ?? zeroUuid,
        leaderEpoch: known.leaderEpoch,
        maxBytes: Math.max(limits.bytesPerPartition, partition.fetchBytes)
      })
    }
  }
  for (const { targets } of byBroker.values()) targets.sort((a, b) => a.partition.fetchOrder - b.partition.fetchOrder)
  return { byBroker, lacksLeader, nextRetryAt }
}

/** What is being processed does not count: its successor should be there when it is done. */
function waitingBytes({ buffer, bufferedBytes, processing }: AssignedPartition): number {
  return processing ? bufferedBytes - (buffer.peek()?.bytes ?? 0) : bufferedBytes
}
