import type { TopicPartition } from '../../types/offsets'

/** What has to happen for a member to own what it should. */
export interface Reconciliation {
  /** Owned now, not any more. */
  readonly revoke: readonly TopicPartition[]
  /** To be owned, not yet. */
  readonly assign: readonly TopicPartition[]
}

/** The way from what a member owns to what it is to own. Pure; partitions named twice count once. */
export function reconcile(target: Iterable<TopicPartition>, owned: Iterable<TopicPartition>): Reconciliation {
  const wanted = keyed(target)
  const held = keyed(owned)
  return {
    revoke: [...held].filter(([key]) => !wanted.has(key)).map(([, partition]) => partition),
    assign: [...wanted].filter(([key]) => !held.has(key)).map(([, partition]) => partition)
  }
}

function keyed(partitions: Iterable<TopicPartition>): Map<string, TopicPartition> {
  const map = new Map<string, TopicPartition>()
  // Topic names have no slash, so the key is unambiguous.
  for (const { topic, partition } of partitions) map.set(`${partition}/${topic}`, { topic, partition })
  return map
}
