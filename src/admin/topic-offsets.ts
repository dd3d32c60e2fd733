import { retryPolicy } from '../cluster/retry-policy'
import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { protocolError } from '../errors/protocol-error'
import { listOffsetsApi } from '../protocol/generated/list-offsets'
import type { SeekEntry } from '../types/offsets'
import type { AdminContext } from './admin-context'

/** The timestamps by which a broker is asked for the two ends of a log. */
const latest = -1n
const earliest = -2n

const readUncommitted = 0

/** A partition as ListOffsets names it. */
interface Place {
  readonly partitionIndex: number
  readonly currentLeaderEpoch: number
}

/**
 * Where the partitions of a topic begin and end, by partition number: `low` is the first offset, `high` (and `offset`) the
 * one after the last record, those of open transactions included.
 * @throws KafkaJSProtocolError, or KafkaJSNumberOfRetriesExceeded when the topic stays unknown or a partition without leader
 */
export async function fetchTopicOffsets(context: AdminContext, topic: string): Promise<(SeekEntry & { high: string; low: string })[]> {
  if (typeof topic !== 'string' || topic === '') throw new KafkaJSNonRetriableError(`Invalid topic ${topic}`)
  return context.cluster.retry(
    'Fetching topic offsets',
    async (_, bail) => {
      try {
        return await bothEnds(context, topic)
      } catch (error) {
        throw retryPolicy(error).retriable ? error : bail(error)
      }
    },
    { config: context.retry }
  )
}

async function bothEnds(context: AdminContext, topic: string): Promise<(SeekEntry & { high: string; low: string })[]> {
  const places = await byLeader(context, topic)
  const ask = (timestamp: bigint): Promise<Map<number, string>[]> =>
    Promise.all([...places].map(([leader, partitions]) => listOffsets(context, leader, topic, partitions, timestamp)))
  // A broker takes a partition only once in a request.
  const [highs, lows] = await Promise.all([ask(latest), ask(earliest)])
  const low = new Map(lows.flatMap(map => [...map]))
  return highs
    .flatMap(map => [...map])
    .sort(([a], [b]) => a - b)
    .map(([partition, offset]) => ({ partition, offset, high: offset, low: low.get(partition) as string }))
}

async function byLeader({ cluster }: AdminContext, topic: string): Promise<Map<number, Place[]>> {
  const { topics } = await cluster.fetchTopics([topic])
  const found = topics.find(({ name }) => name === topic)
  const errorCode = found?.errorCode ?? unknownTopic
  if (found === undefined || errorCode !== 0) throw protocolError(errorCode, null, { topic })
  const places = new Map<number, Place[]>()
  for (const { partitionIndex, leaderId, leaderEpoch } of found.partitions) {
    if (leaderId < 0) throw protocolError(leaderNotAvailable, null, { topic, partition: partitionIndex })
    const place = { partitionIndex, currentLeaderEpoch: leaderEpoch }
    places.set(leaderId, [...(places.get(leaderId) ?? []), place])
  }
  return places
}

const unknownTopic = 3
const leaderNotAvailable = 5

async function listOffsets(
  { cluster }: AdminContext,
  leader: number,
  topic: string,
  places: readonly Place[],
  timestamp: bigint
): Promise<Map<number, string>> {
  const partitions = places.map(place => ({ ...place, timestamp }))
  const request = { replicaId: -1, isolationLevel: readUncommitted, topics: [{ name: topic, partitions }] }
  const response = await cluster.send(leader, 'general', listOffsetsApi, request)
  const answers = response.topics.find(({ name }) => name === topic)?.partitions ?? []
  const offsets = new Map<number, string>()
  for (const { partitionIndex } of places) {
    const answer = answers.find(each => each.partitionIndex === partitionIndex)
    const errorCode = answer?.errorCode ?? unknownTopic
    if (answer === undefined || errorCode !== 0) throw protocolError(errorCode, null, { topic, partition: partitionIndex })
    offsets.set(partitionIndex, String(answer.offset))
  }
  return offsets
}
