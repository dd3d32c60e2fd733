import type { Cluster } from '../../cluster/cluster'
import { protocolError } from '../../errors/protocol-error'
import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import type { BrokerConnection } from '../../network/broker-connection'
import { fetchApi } from '../../protocol/generated/fetch'
import type { FetchResponse, PartitionData } from '../../protocol/generated/fetch-response'
import type { Logger } from '../../types/logger'
import { type BackoffOptions, backoffMs } from '../../utils/backoff'
import { type Clock, sleep, type Timer } from '../../utils/clock'
import type { AssignedPartition } from '../assigned-partition'
import { failureKind } from '../failure-policy'
import type { FetchPlan } from './fetch-plan'
import { buildFetchRequest, type FetchLimits, type FetchTarget, haveIds, lastVersionWithNames, matchResponse } from './fetch-request'
import { pollWaitMs } from './poll-wait'

/** What a {@link BrokerFetcher} needs. */
export interface BrokerFetcherOptions {
  readonly nodeId: number
  readonly cluster: Pick<Cluster, 'connection' | 'requestMetadataUpdate'>
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly limits: FetchLimits
  readonly requestTimeoutMs: number
  readonly backoff: BackoffOptions
  /** What to ask this broker for now. */
  readonly plan: () => FetchPlan
  /** Takes one partition's part of an answer. */
  readonly onData: (target: FetchTarget, data: PartitionData, response: FetchResponse) => void
  /** Called after all parts of an answer. */
  readonly onRound: () => void
  readonly onFatal: (error: Error) => void
}

/** A fetch that is out. */
interface Round {
  readonly connection: BrokerConnection
  readonly sentAt: number
  /** Partitions that it asks for, or that were full when it left, by the generation of their position. */
  readonly covered: Map<AssignedPartition, number>
  cutShort: boolean
  timer: Timer | undefined
}

/** A long poll that makes a partition wait is cut short after so many ms: one that has data is answered sooner. */
const graceMs = 50

/** So many answers in a row may bring nothing without having waited for it; a broker that goes on like that is asked less often. */
const mostHasty = 3

/**
 * Fetches from one broker, on a connection of its own: one request at a time, the next as soon as the answer is taken in and
 * anything is wanted. Idle while nothing is; `wake` says that there may be something.
 */
export class BrokerFetcher {
  private readonly stopping = new AbortController()
  private round: Round | undefined
  private isRunning = false
  private failures = 0
  private emptyPolls = 0
  /** Answers in a row that brought nothing and did not take the time they were given. */
  private hasty = 0
  private idle: Promise<void> = Promise.resolve()

  constructor(private readonly options: BrokerFetcherOptions) {}

  /** Fetches when there is something to fetch. A partition that became wanted while a long poll without it is out does not wait for its end. */
  wake(plan: FetchPlan): void {
    if (this.stopping.signal.aborted) return
    if (!this.isRunning) {
      if (plan.targets.length > 0) this.idle = this.run()
    } else if (this.round !== undefined) this.cutShortFor(plan, this.round)
  }

  /** Abandons what is out; resolves when nothing of this fetcher runs any more. */
  stop(): Promise<void> {
    this.stopping.abort()
    this.round?.timer?.cancel()
    this.round?.connection.close()
    return this.idle
  }

  private async run(): Promise<void> {
    this.isRunning = true
    try {
      while (!this.stopping.signal.aborted) {
        const plan = this.options.plan()
        if (plan.targets.length === 0) return
        await this.fetch(plan)
      }
    } finally {
      this.isRunning = false
    }
  }

  private async fetch(plan: FetchPlan): Promise<void> {
    const { nodeId, cluster, clock, backoff, logger, onFatal } = this.options
    try {
      const connection = await cluster.connection(nodeId, 'fetch')
      if (this.stopping.signal.aborted) return
      await this.exchange(connection, plan)
      this.failures = 0
      if (this.hasty > mostHasty) await sleep(clock, backoffMs(backoff, this.hasty - mostHasty - 1), this.stopping.signal)
    } catch (error) {
      if (this.stopping.signal.aborted || this.wasCutShort()) return
      const kind = failureKind(error)
      if (kind === 'closed') return this.stopping.abort()
      if (kind === 'fatal') {
        this.stopping.abort()
        return onFatal(error as Error)
      }
      const waitMs = backoffMs(backoff, this.failures++)
      logger.warn('Fetching from a broker failed, trying again', { nodeId, waitMs, error: (error as Error).message })
      cluster.requestMetadataUpdate().catch(ignore)
      await sleep(clock, waitMs, this.stopping.signal)
    } finally {
      this.round?.timer?.cancel()
      this.round = undefined
    }
  }

  private async exchange(connection: BrokerConnection, plan: FetchPlan): Promise<void> {
    const { nodeId, clock, instrumentation, limits, requestTimeoutMs, onData, onRound } = this.options
    const { targets, full } = plan
    const maxWaitMs = pollWaitMs(limits.maxWaitMs, full.length > 0, this.emptyPolls)
    const version = connection.versions.pick(fetchApi, haveIds(targets) ? {} : { max: lastVersionWithNames })
    const request = buildFetchRequest(targets, { ...limits, maxWaitMs }, version)
    const sentAt = clock.now()
    this.round = { connection, sentAt, covered: cover(plan), cutShort: false, timer: undefined }
    if (instrumentation.hasListeners('fetch_start')) instrumentation.emit('fetch_start', { nodeId })
    const response = await connection.send(fetchApi, version, request, maxWaitMs + requestTimeoutMs)
    this.round.timer?.cancel()
    this.round = undefined
    if (response.errorCode !== 0) throw protocolError(response.errorCode, null, { apiName: fetchApi.name, apiVersion: version })
    const parts = matchResponse(targets, response, version)
    let hasRecords = false
    for (const [target, data] of parts) {
      if (data.records !== null && data.records.length > 0) hasRecords = true
      onData(target, data, response)
    }
    this.emptyPolls = hasRecords ? 0 : this.emptyPolls + 1
    this.hasty = !hasRecords && clock.now() - sentAt < maxWaitMs / 2 ? this.hasty + 1 : 0
    if (instrumentation.hasListeners('fetch')) {
      const numberOfBatches = parts.filter(([, { records }]) => records !== null && records.length > 0).length
      instrumentation.emit('fetch', { numberOfBatches, duration: clock.now() - sentAt, nodeId })
    }
    onRound()
  }

  private cutShortFor(plan: FetchPlan, round: Round): void {
    if (round.timer !== undefined || plan.targets.every(({ partition, generation }) => round.covered.get(partition) === generation)) return
    const { clock } = this.options
    round.timer = clock.schedule(Math.max(0, round.sentAt + graceMs - clock.now()), () => {
      round.cutShort = true
      round.connection.close()
    })
  }

  private wasCutShort(): boolean {
    return this.round?.cutShort === true
  }
}

function cover({ targets, full }: FetchPlan): Map<AssignedPartition, number> {
  const covered = new Map(full.map(partition => [partition, partition.generation]))
  for (const { partition, generation } of targets) covered.set(partition, generation)
  return covered
}

function ignore(): void {}
