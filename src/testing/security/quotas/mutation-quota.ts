import { errorCodes } from '../../../errors/error-table'
import { createPartitionsApi } from '../../../protocol/generated/create-partitions'
import { createTopicsApi } from '../../../protocol/generated/create-topics'
import { deleteTopicsApi } from '../../../protocol/generated/delete-topics'
import type { RequestContext } from '../../handler'

type Message = Readonly<Record<string, unknown>>

/** A request that makes or deletes partitions, topic by topic. */
interface Mutation {
  /** Field of the answer that has an item for each topic. */
  readonly answers: string
  /** Fields of the request that list topics. */
  readonly lists: readonly string[]
  /** First version whose clients understand that they have to wait (KIP-599); the others rest afterwards. */
  readonly strictVersion: number
  /** How many partitions a topic of the request is about, looked at before it is served. */
  readonly count: (context: RequestContext, topic: never) => number
}

const createTopics: Mutation = {
  answers: 'topics',
  lists: ['topics'],
  strictVersion: 6,
  count: ({ cluster }, { numPartitions, assignments }: { numPartitions: number; assignments: readonly unknown[] }) => {
    if (assignments.length > 0) return assignments.length
    return numPartitions === -1 ? cluster.configs.brokerNumber('num.partitions') : numPartitions
  }
}

const createPartitions: Mutation = {
  answers: 'results',
  lists: ['topics'],
  strictVersion: 3,
  count: ({ cluster }, { name, count }: { name: string; count: number }) => count - (cluster.topics.get(name)?.partitions.length ?? count)
}

const deleteTopics: Mutation = {
  answers: 'responses',
  lists: ['topicNames', 'topics'],
  strictVersion: 5,
  count: ({ cluster }, topic: string | { name: string | null; topicId: string }) => {
    const { name, topicId } = typeof topic === 'string' ? { name: topic, topicId: '' } : topic
    return (name === null ? cluster.topics.getById(topicId) : cluster.topics.get(name))?.partitions.length ?? 0
  }
}

const mutations: ReadonlyMap<number, Mutation> = new Map([
  [createTopicsApi.key, createTopics],
  [createPartitionsApi.key, createPartitions],
  [deleteTopicsApi.key, deleteTopics]
])

/** What the quota says to one who makes and deletes partitions. */
export interface MutationQuota {
  hasOverdrawn(): boolean
  record(count: number): void
}

/** Whether the quota of partitions has a say in requests of the API. */
export function isMutation(apiKey: number): boolean {
  return mutations.has(apiKey)
}

/**
 * Serves the topics of a request one after the other, as long as the quota lasts. The topic that overdraws it is still served, those
 * after it are refused, if the client understands that. A client that does has to rest only when it was refused something.
 */
export function mutate(
  context: RequestContext,
  apiKey: number,
  request: Message,
  quota: MutationQuota,
  serve: (request: Message) => Message,
  fail: (request: Message, errorCode: number) => Message
): { answer: Message; throttles: boolean } {
  const mutation = mutations.get(apiKey) as Mutation
  const { answers, lists, strictVersion, count } = mutation
  const items = lists.flatMap(list => ((request[list] ?? []) as readonly never[]).map(topic => ({ list, topic })))
  const nothing = Object.fromEntries(lists.map(list => [list, []]))
  const results: unknown[] = []
  const names = items.map(({ topic }) => (typeof topic === 'object' ? ((topic as { name: unknown }).name ?? topic) : topic))
  // The handler has to see the same topic twice to refuse it.
  if (new Set(names).size < names.length) return { answer: serve(request), throttles: true }
  const isStrict = context.version >= strictVersion
  let isRefused = false
  for (const { list, topic } of items) {
    const alone = { ...request, ...nothing, [list]: [topic] }
    if (isStrict && quota.hasOverdrawn()) {
      isRefused = true
      results.push(...(fail(alone, errorCodes.THROTTLING_QUOTA_EXCEEDED)[answers] as unknown[]))
      continue
    }
    const partitions = count(context, topic)
    const answer = (serve(alone)[answers] ?? []) as { errorCode?: number }[]
    results.push(...answer)
    if (answer.every(({ errorCode = 0 }) => errorCode === errorCodes.NONE)) quota.record(partitions)
  }
  return { answer: { [answers]: results }, throttles: isRefused || !isStrict }
}
