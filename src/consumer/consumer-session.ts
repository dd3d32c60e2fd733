import type { Cluster } from '../cluster/cluster'
import type { ConsumerConfigResolved } from '../config/consumer-config'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { Offsets } from '../types/offsets'
import type { Logger } from '../types/logger'
import type { BackoffOptions } from '../utils/backoff'
import { type Clock, sleep } from '../utils/clock'
import { deferred } from '../utils/deferred'
import type { AssignedPartition } from './assigned-partition'
import { roundRobin } from './assignors/round-robin-assigner'
import { FetchManager } from './fetch/fetch-manager'
import { ClassicMembership } from './membership/classic-membership'
import { assignerCluster } from './membership/group-leader'
import type { GroupMembership, JoinedGroup } from './membership/group-membership'
import { reconcile } from './membership/reconciler'
import { OffsetCommitter, type OffsetToCommit } from './offsets/offset-committer'
import { PositionResolver } from './offsets/position-resolver'
import { AutoCommit } from './run/auto-commit'
import type { RunOptions } from './check-arguments'
import { EachBatch } from './run/each-batch'
import { EachMessage } from './run/each-message'
import { HandlerCalls } from './run/handler-calls'
import { RunLoop } from './run/run-loop'
import type { SubscriptionState } from './subscription-state'

/** What a {@link ConsumerSession} is made of. */
export interface ConsumerSessionOptions {
  readonly cluster: Cluster
  readonly config: ConsumerConfigResolved
  readonly requestTimeoutMs: number
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly subscription: SubscriptionState
  readonly run: RunOptions
  /** The session cannot go on; it has to be stopped. */
  readonly onCrash: (error: Error) => void
}

/** The last commit of a session that stops gets so long, ms. */
const lastCommitMs = 5000
/** Waits after failures of requests, as the Java client's (KIP-580). */
const backoff: BackoffOptions = { initialMs: 100, maxMs: 1000, multiplier: 2, jitter: 0.2 }

/**
 * From `run()` to `stop()`: a membership in the group, and while that gives an assignment: positions, fetches, handlers and commits
 * for it. What an assignment began carries its epoch, and does nothing when another one has begun.
 */
export class ConsumerSession {
  private readonly stopping = new AbortController()
  private readonly membership: GroupMembership
  private readonly committer: OffsetCommitter
  private readonly autoCommit: AutoCommit
  private readonly calls: HandlerCalls
  private readonly resolver: PositionResolver
  private readonly fetches: FetchManager
  private readonly loop: RunLoop
  private readonly joined = deferred()
  /** Grows whenever an assignment begins or ends. */
  private epoch = 0
  private stopped: Promise<void> | undefined

  constructor(private readonly options: ConsumerSessionOptions) {
    const { cluster, config, clock, logger, instrumentation, subscription, run, requestTimeoutMs } = options
    const { signal } = this.stopping
    const isolationLevel = config.readUncommitted ? 0 : 1
    this.membership = this.makeMembership()
    this.committer = new OffsetCommitter({
      cluster,
      instrumentation,
      subscription,
      membership: this.membership,
      retry: config.retry,
      signal
    })
    this.autoCommit = new AutoCommit({ clock, logger, committer: this.committer, ...run.autoCommit })
    this.calls = new HandlerCalls(this.membership, subscription, () => this.wakeAll())
    const onFatal = (error: Error): void => this.crash(error)
    this.resolver = new PositionResolver({
      cluster,
      clock,
      logger,
      groupId: config.groupId,
      subscription,
      isolationLevel,
      backoff,
      signal,
      onReady: () => this.fetches.wake(),
      onReset: () => this.autoCommit.batchDone(),
      onFatal
    })
    this.fetches = new FetchManager({
      cluster,
      clock,
      logger,
      instrumentation,
      subscription,
      limits: { maxWaitMs: config.maxWaitTimeMs, minBytes: config.minBytes, maxBytes: config.maxBytes, isolationLevel },
      maxBytesPerPartition: config.maxBytesPerPartition,
      requestTimeoutMs,
      backoff,
      onFetched: partition => this.loop.wake(partition),
      onOutOfRange: partition => void this.resolver.checkRange(partition),
      onRecreated: partition => void this.resolver.restart(partition),
      onFatal
    })
    this.loop = this.makeLoop()
  }

  /** Begins; resolves when the group has been joined for the first time, or when the session is over before that. */
  start(): Promise<void> {
    this.autoCommit.start()
    this.membership.start()
    return this.joined.promise
  }

  /** Whether a handler calls, see {@link HandlerCalls.isCaller}. */
  isCalledFromHandler(): boolean {
    return this.calls.isCaller()
  }

  /** Whether handlers get records, or will again. */
  get isRunning(): boolean {
    return this.stopped === undefined
  }

  /** Something was resumed or sought. */
  wakeAll(): void {
    this.loop.wakeAll()
    this.fetches.wake()
  }

  /**
   * Commits for the group, see {@link OffsetCommitter.commit}.
   * @param since an assignment: when it is over its partition may have another owner, or may be about to be read again from another offset
   */
  async commit(offsets: readonly Omit<OffsetToCommit, 'assigned'>[], since?: AssignedPartition): Promise<void> {
    const { subscription } = this.options
    const owned = offsets.map((offset): OffsetToCommit => {
      const { topic, partition } = offset
      const assigned = since?.topic === topic && since.partition === partition ? since : subscription.get(topic, partition)
      if (assigned === undefined) throw this.committer.notAssigned(topic, partition)
      return { ...offset, assigned }
    })
    await this.committer.commit(owned)
  }

  /** Moves a partition: at once when it is assigned, else when it will be. */
  async seek(topic: string, partition: number, offset: number): Promise<void> {
    const { subscription } = this.options
    const assigned = subscription.get(topic, partition)
    if (assigned === undefined) subscription.rememberSeek({ topic, partition }, offset)
    else {
      await this.move(assigned, offset)
      if (!assigned.revoked) await this.autoCommit.commitAll()
    }
  }

  /** Ends everything, in bounded time: handlers that run are waited for, what is done is committed, the group is left. */
  stop(): Promise<void> {
    this.stopped ??= this.end()
    return this.stopped
  }

  private async end(): Promise<void> {
    const { config, subscription } = this.options
    this.epoch++
    this.loop.suspend()
    const fetchesEnd = this.fetches.stop()
    await this.waitFor(this.loop.whenIdle(), config.rebalanceTimeoutMs)
    this.autoCommit.stop()
    await this.waitFor(this.autoCommit.commitAll(), lastCommitMs)
    subscription.revokeAll()
    this.stopping.abort()
    await Promise.all([this.membership.leave(), fetchesEnd])
    this.joined.resolve()
  }

  private async waitFor(end: Promise<void>, mostMs: number): Promise<void> {
    const over = new AbortController()
    await Promise.race([end, sleep(this.options.clock, mostMs, over.signal)])
    over.abort()
  }

  private makeMembership(): GroupMembership {
    const { cluster, config, clock, logger, instrumentation, subscription, requestTimeoutMs } = this.options
    const { groupId, sessionTimeoutMs, rebalanceTimeoutMs, heartbeatIntervalMs } = config
    const view = assignerCluster(cluster.metadata)
    return new ClassicMembership({
      cluster,
      clock,
      logger,
      instrumentation,
      groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs,
      heartbeatIntervalMs,
      requestTimeoutMs,
      backoff,
      assigners: (config.partitionAssigners ?? [roundRobin]).map(make => make({ cluster: view, groupId, logger })),
      topics: () => [...subscription.topics.keys()],
      listener: {
        onAssigned: joined => this.assigned(joined),
        onRevoking: () => this.revoking(),
        onLost: () => this.lost(),
        onFatal: error => this.crash(error)
      }
    })
  }

  private makeLoop(): RunLoop {
    const { config, clock, logger, instrumentation, subscription, run } = this.options
    const { autoCommit, calls } = this
    const shared = { calls, autoCommit, instrumentation, clock }
    const processor =
      run.eachMessage === undefined
        ? new EachBatch({
            ...shared,
            handler: run.eachBatch,
            autoResolve: run.eachBatchAutoResolve,
            subscription,
            isRunning: () => this.isRunning,
            commit: (since, offsets) => this.commit(flatten(offsets), since)
          })
        : new EachMessage({ ...shared, handler: run.eachMessage })
    return new RunLoop({
      clock,
      logger,
      subscription,
      retry: config.retry,
      concurrency: run.partitionsConsumedConcurrently,
      processor,
      calls,
      handlerName: run.eachMessage === undefined ? 'eachBatch' : 'eachMessage',
      onRoom: () => this.fetches.wake(),
      onFailure: () => autoCommit.commitAll(),
      onCrash: error => this.crash(error)
    })
  }

  private assigned(joined: JoinedGroup): void {
    if (!this.isRunning) return
    const { subscription, cluster } = this.options
    this.epoch++
    // Members of a classic group own nothing when they join: what a handler that did not end in time still holds is over.
    subscription.revokeAll()
    this.report(joined)
    const topics = Object.keys(joined.assignment).filter(topic => subscription.topics.has(topic))
    cluster.trackTopics(topics)
    const wanted = topics.flatMap(topic => joined.assignment[topic].map(partition => ({ topic, partition })))
    const { assign } = reconcile(wanted, subscription.assigned)
    const unsought: AssignedPartition[] = []
    for (const partition of subscription.assign(assign)) {
      const sought = subscription.takeSeek(partition)
      if (sought === undefined) unsought.push(partition)
      else void this.move(partition, sought)
    }
    void this.resolver.resolve(unsought)
    this.loop.resume()
    this.fetches.wake()
    this.joined.resolve()
  }

  /** The membership may not wait to the end of this: then another assignment has begun, which must not be touched. */
  private async revoking(): Promise<void> {
    const epoch = ++this.epoch
    this.loop.suspend()
    // At once, for the case that a handler takes longer than the group waits.
    void this.autoCommit.commitAll()
    await this.loop.whenIdle()
    if (epoch === this.epoch) await this.autoCommit.commitAll()
    if (epoch === this.epoch) this.options.subscription.revokeAll()
    // A session that is being stopped commits and leaves by itself. To join before that would end the generation that its last commit
    // belongs to, and what it has done would be given to others once more.
    if (!this.isRunning) await aborted(this.stopping.signal)
  }

  private lost(): void {
    this.epoch++
    this.loop.suspend()
    this.options.subscription.revokeAll()
  }

  private async move(partition: AssignedPartition, offset: number): Promise<void> {
    if (offset < 0) return this.resolver.seekTo(partition, offset)
    partition.seek(offset)
    this.fetches.wake()
  }

  private crash(error: Error): void {
    if (!this.isRunning) return
    this.loop.suspend()
    this.options.onCrash(error)
  }

  private report({ groupId, memberId, generationId, leaderId, isLeader, protocol, assignment, durationMs }: JoinedGroup): void {
    const { instrumentation, logger, subscription } = this.options
    const duration = Math.round(durationMs)
    const payload = { groupId, memberId, leaderId, isLeader, memberAssignment: assignment, groupProtocol: protocol, duration }
    instrumentation.emit('group_join', payload)
    logger.info('Consumer has joined the group', payload)
    const assignedTopics = Object.keys(assignment)
    const topicsSubscribed = [...subscription.topics.keys()]
    const topicsNotSubscribed = assignedTopics.filter(topic => !subscription.topics.has(topic))
    if (topicsNotSubscribed.length === 0) return
    const received = { groupId, generationId, memberId, assignedTopics, topicsSubscribed, topicsNotSubscribed }
    instrumentation.emit('received_unsubscribed_topics', received)
    logger.warn('Consumer group received unsubscribed topics', received)
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function flatten({ topics }: Offsets): { topic: string; partition: number; offset: bigint }[] {
  return topics.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({ topic, partition, offset: BigInt(offset) }))
  )
}
