import { errorCodes } from '../../errors/error-table'
import { fetchApi } from '../../protocol/generated/fetch'
import type { FetchRequest } from '../../protocol/generated/fetch-request'
import type { FetchResponseInput, FetchableTopicResponseInput, PartitionDataInput } from '../../protocol/generated/fetch-response'
import { handler, type RequestContext } from '../handler'
import { Pending } from '../pending'
import { keyOf, type FetchSession, type FetchTarget } from '../storage/fetch-sessions'
import { readPartition } from '../storage/read-partition'
import { endpointsOf } from '../topics/node-endpoints'
import type { Partition } from '../topics/partition'

const finalEpoch = -1
const noSession = 0

/** What a Fetch request is about, its session taken into account. */
interface FetchPlan {
  readonly targets: readonly FetchTarget[]
  readonly session: FetchSession | undefined
  /** Whether the answer lists all partitions, or only what is new in the session. */
  readonly isFull: boolean
}

interface Answer {
  readonly response: FetchResponseInput
  readonly sizeInBytes: number
  /** Something that must not wait: an error, a redirection, a truncation. */
  readonly isUrgent: boolean
  readonly partitions: readonly Partition[]
}

/** Fetch: reads batches, and waits for more when there are too few. */
export const fetch = handler({
  api: fetchApi,
  handle(context, request) {
    const plan = planFetch(context, request)
    if (typeof plan === 'number') return { errorCode: plan, sessionId: noSession }
    if (!isIsolationLevel(request.isolationLevel)) return fail(request, errorCodes.UNKNOWN_SERVER_ERROR, context.version)
    const first = answer(context, request, plan)
    // Who asks for nothing, as to end a session, waits for nothing.
    const mayWait = request.maxWaitMs > 0 && plan.targets.length > 0
    if (first.isUrgent || first.sizeInBytes >= request.minBytes || !mayWait) return finish(plan, first)
    return longPoll(context, request, plan, first.partitions)
  },
  fail
})

function fail(request: FetchRequest, errorCode: number, version: number): FetchResponseInput {
  return {
    ...(version >= 7 ? { errorCode } : {}),
    responses: request.topics.map(({ topic, topicId, partitions }) => ({
      topic,
      topicId,
      partitions: partitions.map(({ partition }) => ({ partitionIndex: partition, errorCode, highWatermark: -1n, records: [] }))
    }))
  }
}

/** Finds or opens the session; an error code when the client's idea of it is wrong. */
function planFetch(context: RequestContext, request: FetchRequest): FetchPlan | number {
  const { sessionId, sessionEpoch } = request
  const sessions = context.node.fetchSessions
  const targets = targetsOf(request)
  if (sessionEpoch === finalEpoch || sessionEpoch === 0) {
    if (sessionId !== noSession) sessions.close(sessionId)
    const session = sessionEpoch === 0 ? sessions.open(context.version >= 13) : undefined
    session?.update(targets, [])
    return { targets, session, isFull: true }
  }
  const session = sessions.use(sessionId)
  if (session === undefined) return errorCodes.FETCH_SESSION_ID_NOT_FOUND
  if (session.nextEpoch !== sessionEpoch) return errorCodes.INVALID_FETCH_SESSION_EPOCH
  if (session.usesTopicIds !== context.version >= 13) return errorCodes.FETCH_SESSION_TOPIC_ID_ERROR
  session.update(targets, forgottenOf(request))
  if (session.partitions.size === 0) {
    sessions.close(sessionId)
    return { targets: [], session: undefined, isFull: true }
  }
  session.advance()
  return { targets: [...session.partitions.values()].map(({ target }) => target), session, isFull: false }
}

/** What the request lists. Of a partition that is named twice the last one counts, in the place of the first. */
function targetsOf({ topics }: FetchRequest): FetchTarget[] {
  const targets = topics.flatMap(({ topic, topicId, partitions }) =>
    partitions.map(({ partition, fetchOffset, partitionMaxBytes, currentLeaderEpoch, lastFetchedEpoch }) => ({
      topic,
      topicId,
      partition,
      fetchOffset: Number(fetchOffset),
      maxBytes: partitionMaxBytes,
      currentLeaderEpoch,
      lastFetchedEpoch
    }))
  )
  return [...new Map(targets.map(target => [keyOf(target), target])).values()]
}

function forgottenOf({ forgottenTopicsData }: FetchRequest): FetchTarget[] {
  const nothing = { fetchOffset: 0, maxBytes: 0, currentLeaderEpoch: -1, lastFetchedEpoch: -1 }
  return forgottenTopicsData.flatMap(({ topic, topicId, partitions }) =>
    partitions.map(partition => ({ topic, topicId, partition, ...nothing }))
  )
}

function answer(context: RequestContext, request: FetchRequest, { targets, session, isFull }: FetchPlan): Answer {
  const topics: (FetchableTopicResponseInput & { partitions: PartitionDataInput[] })[] = []
  const list = ({ topic, topicId }: FetchTarget, data: PartitionDataInput): void => {
    const last = topics[topics.length - 1]
    // The partitions of a topic stand together only where they follow each other.
    if (last?.topic === topic && last.topicId === topicId) last.partitions.push(data)
    else topics.push({ topic, topicId, partitions: [data] })
  }
  const moved = new Set<number>()
  const partitions: Partition[] = []
  const missing: [FetchTarget, PartitionDataInput][] = []
  let bytesLeft = Math.min(request.maxBytes, context.node.config('fetch.max.bytes'))
  let sizeInBytes = 0
  let isUrgent = false
  for (const target of targets) {
    const read = readPartition(context, target, {
      isolationLevel: request.isolationLevel,
      rackId: request.rackId,
      bytesLeft,
      minOne: sizeInBytes === 0
    })
    const { data } = read
    if (read.partition === undefined) {
      missing.push([target, data])
      continue
    }
    partitions.push(read.partition)
    sizeInBytes += read.sizeInBytes
    bytesLeft = Math.max(0, bytesLeft - read.sizeInBytes)
    const redirects = data.preferredReadReplica !== undefined || data.divergingEpoch !== undefined
    if (data.errorCode !== errorCodes.NONE || redirects) isUrgent = true
    if (data.currentLeader?.leaderId !== undefined) moved.add(data.currentLeader.leaderId)
    if (isFull || redirects || isNews(session, target, data, read.sizeInBytes)) list(target, data)
  }
  // What is not there comes last, and hurries nobody as long as there is something else to wait for.
  for (const [target, data] of missing) list(target, data)
  if (partitions.length === 0) isUrgent = true
  const response: FetchResponseInput = {
    sessionId: session?.id ?? noSession,
    responses: topics,
    ...(context.version >= 16 ? { nodeEndpoints: endpointsOf(context, moved) } : {})
  }
  return { response, sizeInBytes, isUrgent, partitions }
}

function isIsolationLevel(level: number): boolean {
  return level === 0 || level === 1
}

/** Whether an incremental answer has to list the partition. */
function isNews(session: FetchSession | undefined, target: FetchTarget, data: PartitionDataInput, sizeInBytes: number): boolean {
  const known = session?.partitions.get(keyOf(target))
  if (known === undefined || sizeInBytes > 0 || data.errorCode !== errorCodes.NONE) return true
  return known.highWatermark !== Number(data.highWatermark) || known.logStartOffset !== Number(data.logStartOffset)
}

/** Notes in the session what the client now knows. */
function finish({ session }: FetchPlan, { response }: Answer): FetchResponseInput {
  if (session === undefined) return response
  for (const { topic = '', topicId = '', partitions = [] } of response.responses ?? []) {
    for (const data of partitions) {
      const known = session.partitions.get(keyOf({ topic, topicId, partition: data.partitionIndex ?? 0 }))
      if (known === undefined) continue
      known.highWatermark = Number(data.highWatermark ?? -1n)
      known.logStartOffset = Number(data.logStartOffset ?? -1n)
    }
  }
  return response
}

/** Looks again at each change of a partition until there is enough, or until `maxWaitMs` is over. */
function longPoll(
  context: RequestContext,
  request: FetchRequest,
  plan: FetchPlan,
  partitions: readonly Partition[]
): Pending<FetchResponseInput> {
  const pending = new Pending<FetchResponseInput>()
  const stop = (): void => {
    timer.cancel()
    for (const remove of removers) remove()
  }
  const settle = (last: Answer): void => {
    stop()
    pending.complete(finish(plan, last))
  }
  const timer = context.cluster.clock.schedule(request.maxWaitMs, () => settle(answer(context, request, plan)))
  const removers = partitions.map(partition =>
    partition.onChange(() => {
      const now = answer(context, request, plan)
      if (now.isUrgent || now.sizeInBytes >= request.minBytes) settle(now)
    })
  )
  pending.onAbandon(stop)
  return pending
}
