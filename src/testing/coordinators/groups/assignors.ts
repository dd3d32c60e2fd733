import type { PartitionsByTopic } from './consumer-member'

/** A member as assignors see it. */
export interface AssignableMember {
  readonly memberId: string
  readonly instanceId: string | null
  /** Ids of topics that are there. */
  readonly topicIds: ReadonlySet<string>
  /** What it was meant to have until now. */
  readonly current: PartitionsByTopic
}

/** Partitions to spread: number of partitions by topic id. */
export type PartitionCounts = ReadonlyMap<string, number>

/** Gives each member its partitions, by member id. */
export type Assignor = (members: readonly AssignableMember[], counts: PartitionCounts) => Map<string, Map<string, Set<number>>>

/** Assignors of the broker by name (KIP-848). */
export const assignors: ReadonlyMap<string, Assignor> = new Map([
  ['uniform', uniform],
  ['range', range]
])

/** Evenly over all topics, changing as little as it can. */
function uniform(members: readonly AssignableMember[], counts: PartitionCounts): Map<string, Map<string, Set<number>>> {
  const result = emptyResult(members)
  const sizes = new Map(members.map(({ memberId }) => [memberId, 0]))
  const taken = new Map<string, Map<number, string>>()
  const give = (memberId: string, topicId: string, partition: number): void => {
    const previous = taken.get(topicId)?.get(partition)
    if (previous !== undefined) {
      result.get(previous)?.get(topicId)?.delete(partition)
      sizes.set(previous, (sizes.get(previous) ?? 0) - 1)
    }
    taken.set(topicId, (taken.get(topicId) ?? new Map()).set(partition, memberId))
    const topics = result.get(memberId) as Map<string, Set<number>>
    topics.set(topicId, (topics.get(topicId) ?? new Set()).add(partition))
    sizes.set(memberId, (sizes.get(memberId) ?? 0) + 1)
  }
  for (const { memberId, topicIds, current } of members) {
    for (const [topicId, partitions] of current) {
      if (!topicIds.has(topicId)) continue
      for (const partition of partitions) {
        if (partition < (counts.get(topicId) ?? 0) && taken.get(topicId)?.has(partition) !== true) give(memberId, topicId, partition)
      }
    }
  }
  const leastLoaded = (topicId: string): string | undefined => {
    let best: string | undefined
    for (const { memberId, topicIds } of members) {
      if (topicIds.has(topicId) && (best === undefined || (sizes.get(memberId) ?? 0) < (sizes.get(best) ?? 0))) best = memberId
    }
    return best
  }
  for (const [topicId, count] of counts) {
    for (let partition = 0; partition < count; partition++) {
      if (taken.get(topicId)?.has(partition) === true) continue
      const memberId = leastLoaded(topicId)
      if (memberId !== undefined) give(memberId, topicId, partition)
    }
  }
  const lastTopicFirst = [...counts.keys()]
  lastTopicFirst.reverse()
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    // The last partitions go first, so that the members that were there before keep the first.
    for (const topicId of lastTopicFirst) {
      for (let partition = (counts.get(topicId) ?? 0) - 1; partition >= 0; partition--) {
        const from = taken.get(topicId)?.get(partition)
        const to = leastLoaded(topicId)
        if (from === undefined || to === undefined || (sizes.get(from) ?? 0) - (sizes.get(to) ?? 0) < 2) continue
        give(to, topicId, partition)
        isMoving = true
      }
    }
  }
  return result
}

/** Of each topic a run of partitions for each subscriber, so that topics with as many partitions go together. */
function range(members: readonly AssignableMember[], counts: PartitionCounts): Map<string, Map<string, Set<number>>> {
  const result = emptyResult(members)
  // Static members come first and by their own name: they keep their partitions over restarts.
  const sorted = [...members].sort((a, b) => {
    if ((a.instanceId === null) !== (b.instanceId === null)) return a.instanceId === null ? 1 : -1
    return (a.instanceId ?? a.memberId) < (b.instanceId ?? b.memberId) ? -1 : 1
  })
  for (const [topicId, count] of counts) {
    const subscribers = sorted.filter(({ topicIds }) => topicIds.has(topicId))
    let next = 0
    for (const [index, { memberId }] of subscribers.entries()) {
      const size = Math.floor(count / subscribers.length) + (index < count % subscribers.length ? 1 : 0)
      if (size > 0) result.get(memberId)?.set(topicId, new Set(Array.from({ length: size }, (_, i) => next + i)))
      next += size
    }
  }
  return result
}

function emptyResult(members: readonly AssignableMember[]): Map<string, Map<string, Set<number>>> {
  return new Map(members.map(({ memberId }) => [memberId, new Map<string, Set<number>>()]))
}
