import type { Cluster } from '../../cluster/cluster'
import { listOffsetsApi } from '../../protocol/generated/list-offsets'
import type { ListOffsetsRequestInput } from '../../protocol/generated/list-offsets-request'
import type { TopicPartition } from '../../types/offsets'
import { keyOf } from '../subscription-state'

/** Timestamps that mean the end and the beginning of the log. */
export const latestTimestamp = -1
export const earliestTimestamp = -2

/** Which offset of which partition. */
export interface OffsetQuery extends TopicPartition {
  /** ms since the Unix epoch, {@link latestTimestamp} or {@link earliestTimestamp} */
  readonly timestamp: number
}

/** What a leader said of one partition. */
export interface OffsetAnswer {
  readonly errorCode: number
  /** Valid when `errorCode` is 0. */
  readonly offset: number
}

/** First version in which a request says what the end is: of the log, or of the finished transactions. */
const firstVersionWithIsolation = 2

/**
 * Asks the leaders (never other replicas, whose log may end earlier) for offsets, at most one per partition.
 * @returns answers by {@link keyOf}; what is missing could not be asked: no leader, or its request failed
 * @param onFailure told why a request failed
 */
export async function listOffsets(
  cluster: Pick<Cluster, 'metadata' | 'send'>,
  queries: readonly OffsetQuery[],
  isolationLevel: 0 | 1,
  onFailure: (error: unknown) => void
): Promise<Map<string, OffsetAnswer>> {
  const answers = new Map<string, OffsetAnswer>()
  const byLeader = new Map<number, OffsetQuery[]>()
  for (const query of queries) {
    const leader = cluster.metadata.leader(query.topic, query.partition)
    if (leader < 0) continue
    const known = byLeader.get(leader)
    if (known === undefined) byLeader.set(leader, [query])
    else known.push(query)
  }
  const ask = async ([leader, asked]: [number, OffsetQuery[]]): Promise<void> => {
    const response = await cluster.send(leader, 'general', listOffsetsApi, version => request(asked, isolationLevel, version))
    for (const { name, partitions } of response.topics) {
      for (const { partitionIndex, errorCode, offset } of partitions) {
        answers.set(keyOf(name, partitionIndex), { errorCode, offset: Number(offset) })
      }
    }
  }
  await Promise.all([...byLeader].map(entry => ask(entry).catch(onFailure)))
  return answers
}

function request(queries: readonly OffsetQuery[], isolationLevel: 0 | 1, version: number): ListOffsetsRequestInput {
  const topics = new Map<string, { partitionIndex: number; timestamp: bigint }[]>()
  for (const { topic, partition, timestamp } of queries) {
    const entry = { partitionIndex: partition, timestamp: BigInt(timestamp) }
    const known = topics.get(topic)
    if (known === undefined) topics.set(topic, [entry])
    else known.push(entry)
  }
  return {
    replicaId: -1,
    ...(version >= firstVersionWithIsolation ? { isolationLevel } : {}),
    topics: [...topics].map(([name, partitions]) => ({ name, partitions }))
  }
}
