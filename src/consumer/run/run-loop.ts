import type { RetryConfig } from '../../config/retry-config'
import { KafkaDecodeError } from '../../errors/decode-errors'
import { KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../../errors/kafkajs-error'
import type { Logger } from '../../types/logger'
import type { Clock, Timer } from '../../utils/clock'
import { type Deferred, deferred } from '../../utils/deferred'
import { RingQueue } from '../../utils/ring-queue'
import type { AssignedPartition } from '../assigned-partition'
import { failureKind } from '../failure-policy'
import { keyOf, type SubscriptionState } from '../subscription-state'
import type { HandlerCalls } from './handler-calls'
import type { Processor } from './processor'

/** What a {@link RunLoop} needs. */
export interface RunLoopOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly subscription: SubscriptionState
  readonly retry: RetryConfig
  /** How many partitions are processed at once. */
  readonly concurrency: number
  readonly processor: Processor
  readonly calls: HandlerCalls
  /** Name of the handler, for log lines. */
  readonly handlerName: string
  /** A buffer has room, or a position was set back. */
  readonly onRoom: () => void
  /** A handler failed; what was done before should be committed. */
  readonly onFailure: () => Promise<void>
  /** A handler has failed for good. */
  readonly onCrash: (error: Error) => void
}

/** Names of errors that say that the program is wrong, as KafkaJS sees it: repeating does not cure them. */
const programErrors = new Set(['RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'])
/** A handler that failed because the group rebalances is not called again for so long, ms. */
const rebalanceWaitMs = 100
/** After so long without a break timers and sockets get their turn, ms. Longer, and sockets run full: brokers then wait for this end. */
const longestTurnMs = 2

/**
 * Decides which partition is processed next: in turn, never one twice at a time, `concurrency` of them at once. A partition whose handler
 * failed waits by itself; the others go on.
 */
export class RunLoop {
  private readonly queue = new RingQueue<AssignedPartition>()
  private readonly queued = new Set<AssignedPartition>()
  private readonly timers = new Set<Timer>()
  /** What is processed, by {@link keyOf}: a handler may outlive the assignment that it works for, and the partition come back meanwhile. */
  private readonly running = new Set<string>()
  private readonly run: (partition: AssignedPartition) => Promise<void>
  private suspended = true
  private idle: Deferred<void> | undefined
  private lastBreakAt = 0

  constructor(private readonly options: RunLoopOptions) {
    this.run = options.calls.under(partition => this.process(partition))
  }

  /** The partition may have something to process. */
  wake(partition: AssignedPartition): void {
    this.enqueue(partition)
    this.pump()
  }

  /** All partitions may have something to process. */
  wakeAll(): void {
    for (const partition of this.options.subscription.assigned) this.enqueue(partition)
    this.pump()
  }

  /** Begins to hand out records. */
  resume(): void {
    this.suspended = false
    this.wakeAll()
  }

  /** Hands out nothing more; handlers come to an end after the record that they are at. */
  suspend(): void {
    this.suspended = true
    for (const timer of this.timers) timer.cancel()
    this.timers.clear()
    for (const partition of this.options.subscription.assigned) partition.interrupted = true
  }

  /** Resolves when no handler runs. */
  whenIdle(): Promise<void> {
    if (this.running.size === 0) return Promise.resolve()
    this.idle ??= deferred()
    return this.idle.promise
  }

  private enqueue(partition: AssignedPartition): void {
    if (partition.processing || partition.revoked || this.queued.has(partition)) return
    this.queued.add(partition)
    this.queue.push(partition)
  }

  private pump(): void {
    while (!this.suspended && this.running.size < this.options.concurrency) {
      const partition = this.queue.shift()
      if (partition === undefined) return
      this.queued.delete(partition)
      if (this.mayProcess(partition)) void this.run(partition)
    }
  }

  private mayProcess(partition: AssignedPartition): boolean {
    const { subscription, clock } = this.options
    if (partition.revoked || partition.buffer.length === 0 || subscription.isPaused(partition)) return false
    if (this.running.has(keyOf(partition.topic, partition.partition))) return false
    const waitMs = partition.processAfter - clock.now()
    if (waitMs <= 0) return true
    const timer = clock.schedule(waitMs, () => {
      this.timers.delete(timer)
      this.wake(partition)
    })
    this.timers.add(timer)
    return false
  }

  private async process(partition: AssignedPartition): Promise<void> {
    const { generation, buffer, topic, partition: id } = partition
    const key = keyOf(topic, id)
    partition.processing = true
    partition.interrupted = false
    this.running.add(key)
    try {
      const fetch = buffer.peek()
      if (fetch !== undefined && (await this.options.processor.process(partition, fetch)) && partition.generation === generation) {
        buffer.shift()
        partition.bufferedBytes -= fetch.bytes
      }
    } catch (error) {
      await this.failed(partition, generation, error)
    }
    await this.breathe()
    partition.processing = false
    this.running.delete(key)
    if (this.running.size === 0) {
      this.idle?.resolve()
      this.idle = undefined
    }
    const current = this.options.subscription.get(topic, id)
    if (current !== undefined) this.enqueue(current)
    this.options.onRoom()
    this.pump()
  }

  /** Handlers that never wait would keep timers and sockets from their turn. */
  private async breathe(): Promise<void> {
    const now = this.options.clock.now()
    if (now - this.lastBreakAt < longestTurnMs) return
    await new Promise(resolve => setImmediate(resolve))
    this.lastBreakAt = this.options.clock.now()
  }

  private async failed(partition: AssignedPartition, generation: number, error: unknown): Promise<void> {
    const { clock, logger, retry, handlerName, onFailure, onCrash } = this.options
    const { topic, partition: id } = partition
    if (partition.generation !== generation) {
      logger.debug('A handler failed after its partition was taken away', { topic, partition: id, error: messageOf(error) })
      return
    }
    const kind = failureKind(error)
    // The handler was told by `heartbeat()` or a commit that the group has moved on; the membership knows, too, or will in a moment.
    if (kind === 'rejoin' || kind === 'lost') {
      partition.processAfter = clock.now() + rebalanceWaitMs
      return
    }
    const cause = error instanceof Error ? error : new Error(String(error))
    logger.error(`Error when calling ${handlerName}`, {
      topic,
      partition: id,
      offset: String(partition.position),
      stack: cause.stack,
      error: cause.message
    })
    const unreadable = error instanceof KafkaDecodeError
    await onFailure()
    if (partition.generation !== generation) return
    if (!unreadable && isHopeless(error)) return onCrash(new KafkaJSNonRetriableError(cause, { cause: error }))
    if (partition.position !== partition.failedPosition) partition.failures = 0
    partition.failedPosition = partition.position
    const waitMs = waitBefore(partition.failures, retry)
    if (partition.failures >= retry.retries) {
      return onCrash(
        unreadable ? cause : new KafkaJSNumberOfRetriesExceeded(cause, { retryCount: partition.failures, retryTime: waitMs, cause: error })
      )
    }
    partition.failures++
    partition.processAfter = clock.now() + waitMs
    // Bytes that were spoilt on their way may come whole the next time.
    if (unreadable) partition.refetch()
  }
}

function isHopeless(error: unknown): boolean {
  const { name, retriable } = Object(error) as { name?: string; retriable?: boolean }
  return retriable === false || (name !== undefined && programErrors.has(name))
}

/** KafkaJS's formula, without chance in the growth. */
function waitBefore(failures: number, { initialRetryTimeMs, maxRetryTimeMs, factor, multiplier }: RetryConfig): number {
  const base = Math.min(maxRetryTimeMs, initialRetryTimeMs * multiplier ** failures)
  return Math.min(maxRetryTimeMs, Math.round(base * (1 - factor + 2 * factor * Math.random())))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
