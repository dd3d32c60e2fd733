import type { FetchRequestInput } from '../../protocol/generated/fetch-request'
import type { FetchResponse, PartitionData } from '../../protocol/generated/fetch-response'
import { zeroUuid } from '../../protocol/uuid'
import type { AssignedPartition } from '../assigned-partition'

/** One partition of a fetch, with what it is asked from; answers count only while partition and target still agree. */
export interface FetchTarget {
  readonly partition: AssignedPartition
  readonly generation: number
  readonly fetchOffset: number
  readonly topicId: string
  /** −1 unknown */
  readonly leaderEpoch: number
  readonly maxBytes: number
}

/** Limits of a fetch. */
export interface FetchLimits {
  readonly maxWaitMs: number
  readonly minBytes: number
  readonly maxBytes: number
  /** 0 read_uncommitted, 1 read_committed */
  readonly isolationLevel: 0 | 1
}

/** From here on topics are named by id only (KIP-516). */
const firstVersionWithIds = 13

/** The last version with names, to which a topic without id, of an old or lenient broker, holds the whole request. */
export const lastVersionWithNames = firstVersionWithIds - 1

/** Whether every target can be named by id. */
export function haveIds(targets: readonly FetchTarget[]): boolean {
  return targets.every(({ topicId }) => topicId !== zeroUuid)
}

/** A full fetch without session. Partitions keep their order within a topic, topics the order of their first partition. */
export function buildFetchRequest(targets: readonly FetchTarget[], limits: FetchLimits, version: number): FetchRequestInput {
  const topics = new Map<
    string,
    { topic: string; topicId: string; partitions: NonNullable<FetchRequestInput['topics']>[number]['partitions'] & object[] }
  >()
  for (const { partition, topicId, fetchOffset, leaderEpoch, maxBytes } of targets) {
    let topic = topics.get(partition.topic)
    if (topic === undefined) topics.set(partition.topic, (topic = { topic: partition.topic, topicId, partitions: [] }))
    topic.partitions.push({
      partition: partition.partition,
      currentLeaderEpoch: leaderEpoch,
      fetchOffset: BigInt(fetchOffset),
      partitionMaxBytes: maxBytes
    })
  }
  const byId = version >= firstVersionWithIds
  return {
    ...limits,
    topics: [...topics.values()].map(({ topic, topicId, partitions }) => (byId ? { topicId, partitions } : { topic, partitions }))
  }
}

/** Pairs the parts of an answer with their targets. What was not asked for, or comes twice, is left out. */
export function matchResponse(targets: readonly FetchTarget[], response: FetchResponse, version: number): [FetchTarget, PartitionData][] {
  const byId = version >= firstVersionWithIds
  const open = new Map(targets.map(target => [`${target.partition.partition}/${byId ? target.topicId : target.partition.topic}`, target]))
  const pairs: [FetchTarget, PartitionData][] = []
  for (const { topic, topicId, partitions } of response.responses) {
    for (const data of partitions) {
      const key = `${data.partitionIndex}/${byId ? topicId : topic}`
      const target = open.get(key)
      if (target === undefined) continue
      open.delete(key)
      pairs.push([target, data])
    }
  }
  return pairs
}
