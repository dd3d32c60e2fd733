/** A member of a group and the topics it wants. */
export interface MemberSubscription {
  readonly memberId: string
  readonly topics: readonly string[]
}

/** Partitions by topic; without a prototype. */
export type PartitionsByTopic = Record<string, number[]>

/**
 * Deals partitions out like cards, topic by topic, partition by partition, over the members in order of their ids; a member that does not
 * subscribe to a topic is skipped. When all members want the same topics their shares differ by one partition at most.
 * @param partitions partition ids by topic; a topic that is missing, or has none, gives nothing
 * @returns an entry for every member, also for those that get nothing
 */
export function assignRoundRobin(
  members: readonly MemberSubscription[],
  partitions: ReadonlyMap<string, readonly number[]>
): Map<string, PartitionsByTopic> {
  const sorted = [...members].sort((a, b) => compare(a.memberId, b.memberId))
  const result = new Map(sorted.map(({ memberId }) => [memberId, Object.create(null) as PartitionsByTopic]))
  const wanted = sorted.map(({ memberId, topics }) => ({ memberId, topics: new Set(topics) }))
  const topics = [...new Set(members.flatMap(({ topics }) => topics))].sort(compare)
  let next = 0
  for (const topic of topics) {
    if (!wanted.some(member => member.topics.has(topic))) continue
    for (const partition of [...(partitions.get(topic) ?? [])].sort((a, b) => a - b)) {
      let member = wanted[next % wanted.length]
      while (!member.topics.has(topic)) member = wanted[++next % wanted.length]
      next++
      const assignment = result.get(member.memberId) as PartitionsByTopic
      const own = assignment[topic]
      if (own === undefined) assignment[topic] = [partition]
      else own.push(partition)
    }
  }
  return result
}

/** By code unit, as every member's machine sorts, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
