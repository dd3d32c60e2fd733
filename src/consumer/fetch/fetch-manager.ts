import type { Cluster } from '../../cluster/cluster'
import { errorEntry } from '../../errors/error-table'
import { protocolError } from '../../errors/protocol-error'
import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import { fetchApi } from '../../protocol/generated/fetch'
import type { FetchResponse, PartitionData } from '../../protocol/generated/fetch-response'
import type { Logger } from '../../types/logger'
import { zeroUuid } from '../../protocol/uuid'
import { type BackoffOptions, backoffMs } from '../../utils/backoff'
import { type Clock, sleep, type Timer } from '../../utils/clock'
import type { AssignedPartition } from '../assigned-partition'
import { kindOfCode } from '../failure-policy'
import type { SubscriptionState } from '../subscription-state'
import { BrokerFetcher } from './broker-fetcher'
import { CompletedFetch } from './completed-fetch'
import { type BufferLimits, type FetchPlan, type FetchPlans, planFetches } from './fetch-plan'
import type { FetchLimits, FetchTarget } from './fetch-request'

/** What a {@link FetchManager} needs. */
export interface FetchManagerOptions {
  readonly cluster: Cluster
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly subscription: SubscriptionState
  readonly limits: FetchLimits
  readonly maxBytesPerPartition: number
  readonly requestTimeoutMs: number
  readonly backoff: BackoffOptions
  /** The partition has something to process. */
  readonly onFetched: (partition: AssignedPartition) => void
  /** The broker does not have the offset; the partition is not fetched until its position is set. */
  readonly onOutOfRange: (partition: AssignedPartition) => void
  /** The topic was deleted and made anew: the position says nothing about it. */
  readonly onRecreated: (partition: AssignedPartition) => void
  /** Only other settings or permissions help. */
  readonly onFatal: (error: Error) => void
}

const emptyPlan: FetchPlan = { targets: [], full: [] }
/** A batch larger than this is not asked for, whatever brokers claim. */
const mostFetchBytes = 2 ** 30

/**
 * Fetches ahead what is assigned: one fetcher per broker, buffers per partition. What waits to be processed is bounded: per partition
 * `maxBytesPerPartition` and one answer more, in all twice `maxBytes`, beyond which only partitions without anything waiting are fetched
 * (so that slow ones never stop the others). At most, then: 2 × maxBytes + one answer of maxBytes per broker + maxBytesPerPartition per
 * partition that would otherwise have nothing.
 */
export class FetchManager {
  private readonly fetchers = new Map<number, BrokerFetcher>()
  private readonly buffers: BufferLimits
  private readonly stopping = new AbortController()
  private readonly offMerge: () => void
  private retryTimer: Timer | undefined
  private seeksLeaders = false
  private isWaking = false
  private fetchCount = 0

  constructor(private readonly options: FetchManagerOptions) {
    const { limits, maxBytesPerPartition, cluster } = options
    this.buffers = { bytesPerPartition: maxBytesPerPartition, bytesInAll: 2 * limits.maxBytes }
    this.offMerge = cluster.metadata.onMerge(({ changed }) => {
      if (changed) this.wake()
    })
  }

  /** Something may be wanted now that was not before: after an assignment, a seek, a resume, or when a buffer has room. */
  wake(): void {
    // One look at all partitions serves all who call in the same turn.
    if (this.isWaking || this.stopping.signal.aborted) return
    this.isWaking = true
    queueMicrotask(() => {
      this.isWaking = false
      if (!this.stopping.signal.aborted) this.wakeFetchers()
    })
  }

  /** Abandons all fetches; resolves when none runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort()
    this.offMerge()
    this.retryTimer?.cancel()
    await Promise.all([...this.fetchers.values()].map(fetcher => fetcher.stop()))
  }

  private wakeFetchers(): void {
    const plans = this.plan()
    for (const [nodeId, plan] of plans.byBroker) this.fetcher(nodeId).wake(plan)
    if (plans.lacksLeader && !this.seeksLeaders) void this.seekLeaders()
    this.retryTimer?.cancel()
    this.retryTimer = undefined
    if (plans.nextRetryAt < Infinity) {
      this.retryTimer = this.options.clock.schedule(plans.nextRetryAt - this.options.clock.now(), () => this.wake())
    }
  }

  private plan(): FetchPlans {
    const { subscription, cluster, clock } = this.options
    for (const partition of subscription.assigned) this.checkTopic(partition)
    return planFetches(subscription, cluster.metadata, this.buffers, clock.now())
  }

  /** A topic of the same name with another id is another topic: at the old position its first records would be passed over. */
  private checkTopic(partition: AssignedPartition): void {
    const topicId = this.options.cluster.metadata.topic(partition.topic)?.topicId ?? zeroUuid
    if (topicId === zeroUuid || topicId === partition.topicId || partition.fetchOffset < 0) return
    const isKnown = partition.topicId !== zeroUuid
    partition.topicId = topicId
    if (isKnown) this.options.onRecreated(partition)
  }

  private fetcher(nodeId: number): BrokerFetcher {
    const known = this.fetchers.get(nodeId)
    if (known !== undefined) return known
    const { cluster, clock, logger, instrumentation, limits, requestTimeoutMs, backoff, onFatal } = this.options
    const fetcher = new BrokerFetcher({
      nodeId,
      cluster,
      clock,
      logger,
      instrumentation,
      limits,
      requestTimeoutMs,
      backoff,
      plan: () => this.plan().byBroker.get(nodeId) ?? emptyPlan,
      onData: (target, data, response) => this.take(nodeId, target, data, response),
      onRound: () => this.wake(),
      onFatal
    })
    this.fetchers.set(nodeId, fetcher)
    return fetcher
  }

  private take(nodeId: number, target: FetchTarget, data: PartitionData, response: FetchResponse): void {
    const { partition } = target
    // Revoked, sought, or answered by another broker in the meantime: this answer is to an old question.
    if (partition.revoked || partition.generation !== target.generation || partition.fetchOffset !== target.fetchOffset) return
    partition.fetchOrder = ++this.fetchCount
    if (data.errorCode === 0) this.takeRecords(nodeId, target, data)
    else this.takeError(nodeId, target, data, response)
  }

  private takeRecords(nodeId: number, { partition, fetchOffset, maxBytes }: FetchTarget, data: PartitionData): void {
    const isCommitted = this.options.limits.isolationLevel === 1
    const fetch = new CompletedFetch({
      topic: partition.topic,
      partition: partition.partition,
      fetchOffset,
      highWatermark: data.highWatermark,
      abortedTransactions: isCommitted ? (data.abortedTransactions ?? []) : [],
      records: data.records
    })
    if (fetch.isTooSmall) {
      partition.fetchBytes = Math.min(mostFetchBytes, maxBytes * 2)
      return this.postpone(nodeId, partition, 'not even one batch came whole', 'warn')
    }
    partition.fetchFailures = 0
    partition.failedLeader = -1
    if (fetch.isEmpty) return
    partition.buffer.push(fetch)
    partition.bufferedBytes += fetch.bytes
    partition.fetchOffset = fetch.nextOffset
    partition.isBlocked = fetch.corruption !== undefined
    this.options.onFetched(partition)
  }

  private takeError(nodeId: number, { partition }: FetchTarget, data: PartitionData, response: FetchResponse): void {
    const { cluster, onOutOfRange, onFatal } = this.options
    const { topic, partition: id } = partition
    const entry = errorEntry(data.errorCode)
    // What is buffered is to be handed out first: a new position would drop it.
    if (entry.offsetOutOfRange && partition.buffer.length === 0) {
      partition.isBlocked = true
      return onOutOfRange(partition)
    }
    if (kindOfCode(data.errorCode) === 'fatal') {
      return onFatal(protocolError(data.errorCode, null, { apiName: fetchApi.name, topic, partition: id }))
    }
    this.postpone(nodeId, partition, entry.message, entry.retriable ? 'debug' : 'warn')
    const { leaderId, leaderEpoch } = data.currentLeader
    // The broker may say who leads now (KIP-951), which saves the way round by the metadata.
    if (leaderId >= 0 && cluster.metadata.learnLeader(topic, id, leaderId, leaderEpoch, response.nodeEndpoints)) return
    if (entry.refreshMetadata) cluster.requestMetadataUpdate().catch(ignore)
  }

  private postpone(nodeId: number, partition: AssignedPartition, error: string, level: 'debug' | 'warn'): void {
    const { clock, backoff, logger } = this.options
    const waitMs = backoffMs(backoff, partition.fetchFailures++)
    partition.fetchAfter = clock.now() + waitMs
    partition.failedLeader = nodeId
    logger[level]('Fetching a partition failed, trying again', {
      topic: partition.topic,
      partition: partition.partition,
      nodeId,
      waitMs,
      error
    })
  }

  private async seekLeaders(): Promise<void> {
    const { cluster, clock, backoff } = this.options
    const { signal } = this.stopping
    this.seeksLeaders = true
    for (let attempt = 0; !signal.aborted && this.plan().lacksLeader; attempt++) {
      await cluster.requestMetadataUpdate().catch(ignore)
      if (!signal.aborted && this.plan().lacksLeader) await sleep(clock, backoffMs(backoff, attempt), signal)
    }
    this.seeksLeaders = false
  }
}

function ignore(): void {}
