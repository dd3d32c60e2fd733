import type { ClientConfig } from '../config/client-config'
import type { MetadataResponse } from '../protocol/generated/metadata-response'
import type { Logger } from '../types/logger'
import { backoffMs } from '../utils/backoff'
import type { Clock, Timer } from '../utils/clock'
import { type Deferred, deferred } from '../utils/deferred'
import { abortable } from './abortable'
import type { AnyBroker, Answer, Ask } from './any-broker'
import { fetchMetadata } from './fetch-metadata'
import { AllFailedError } from './hedge'
import type { MetadataCache } from './metadata-cache'
import { retryPolicy } from './retry-policy'
import type { SeedBrokers } from './seed-brokers'

/** What keeps the metadata fresh. */
export interface MetadataUpdaterOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly cache: MetadataCache
  readonly brokers: AnyBroker
  readonly seeds: SeedBrokers
  /** The topics that every refresh asks for; read when a refresh starts. */
  readonly topics: ReadonlySet<string>
  /** 0: no refresh by age. */
  readonly maxAgeMs: number
  readonly allowAutoTopicCreation: boolean
  /** Ends everything. */
  readonly signal: AbortSignal
  /** In [0, 1); `Math.random` when left out. */
  readonly random?: (() => number) | undefined
}

/** Waits between refreshes that bring nothing new; one that does sets it back. */
const unchangedBackoff = { initialMs: 100, maxMs: 1_000, multiplier: 2, jitter: 0.2 }
/** Waits between refreshes that fail. */
const failureBackoff = { initialMs: 100, maxMs: 5_000, multiplier: 2, jitter: 0.2 }
/** How soon a refresh that was due by age and failed is tried again, ms. */
const failedAgeMs = 30_000
/**
 * Longest wait for a Metadata response, ms, even with request time-outs switched off. Together with the limit on setting up
 * connections it bounds how long brokers that no longer answer can keep the client from the bootstrap addresses (KIP-1102).
 */
const rebootstrapTriggerMs = 300_000
/** Which broker stands behind an address of the user's is not known. */
const unknownNode = -1

/**
 * Refreshes the metadata cache: one request at a time, for all topics that are asked for, not more often than the back-off allows.
 * A caller that comes while a refresh runs waits for the next one, since the running one may have been answered before the
 * event that made the caller come. Refreshes belong to nobody: a caller that goes away cancels nothing.
 *
 * Known brokers are asked first. When none of them answers, or one tells the client to begin anew, the seed brokers are
 * asked in the same refresh (KIP-899, KIP-1102); what they answer replaces the list of brokers.
 */
export class MetadataUpdater {
  private running = false
  private next: Deferred<void> | undefined
  /** A timer to the next refresh that somebody waits for, or that is due by age. */
  private timer: Timer | undefined
  private lastStart = -Infinity
  private failures = 0
  private unchanged = 0
  private createsTopics = false
  /** Somebody waits for the next refresh who need not wait for the back-off. */
  private urgent = false

  constructor(private readonly options: MetadataUpdaterOptions) {
    options.signal.addEventListener('abort', () => this.close(), { once: true })
  }

  /** First metadata, from the seed brokers whatever is in the cache. */
  async bootstrap(): Promise<void> {
    const { seeds, signal, cache, topics } = this.options
    const asked = [...topics]
    const response = await seeds.ask(this.question(asked, true), signal)
    signal.throwIfAborted()
    this.lastStart = this.options.clock.now()
    cache.merge(response, asked)
    this.startAtAge(this.options.maxAgeMs)
  }

  /**
   * Resolves when a refresh that started after the call has been merged.
   * @throws what made the refresh fail; the signal's reason
   */
  update(): Promise<void> {
    return this.request()
  }

  /** As {@link update}, for topics that were not asked for before: the last refresh was not about them, so it delays nothing. */
  updateForNewTopics(): Promise<void> {
    this.urgent = true
    return this.request()
  }

  private request(): Promise<void> {
    const { signal, allowAutoTopicCreation } = this.options
    if (signal.aborted) return Promise.reject(signal.reason as Error)
    // Only a refresh that somebody asked for creates topics: one by age would bring back a topic that was deleted.
    this.createsTopics ||= allowAutoTopicCreation
    const waiting = this.next !== undefined
    this.next ??= deferred<void>()
    const { promise } = this.next
    // In a microtask, so that all who ask in the same turn share the refresh.
    if (!this.running && (!waiting || this.urgent)) queueMicrotask(() => this.startSoon())
    return promise
  }

  /** Starts at once when that is urgent, else when the back-off is over. */
  private startSoon(): void {
    if (this.running || this.next === undefined) return
    const delayMs = this.urgent ? 0 : this.lastStart + this.spacing() - this.options.clock.now()
    this.timer?.cancel()
    if (delayMs <= 0) this.start()
    else this.timer = this.options.clock.schedule(delayMs, () => this.start())
  }

  private startAtAge(ageMs: number): void {
    if (this.options.maxAgeMs <= 0) return
    this.timer?.cancel()
    this.timer = this.options.clock.schedule(ageMs, () => this.start())
  }

  private start(): void {
    this.timer?.cancel()
    this.timer = undefined
    const { clock, maxAgeMs, signal } = this.options
    const waiters = this.next
    const mayCreate = this.createsTopics
    this.next = undefined
    this.createsTopics = false
    this.urgent = false
    this.running = true
    this.lastStart = clock.now()
    const finish = (settle: () => void, ageMs: number): void => {
      this.running = false
      settle()
      if (signal.aborted) return
      if (this.next === undefined) this.startAtAge(ageMs)
      else this.startSoon()
    }
    this.refresh(mayCreate, waiters !== undefined).then(
      () => finish(() => waiters?.resolve(), maxAgeMs),
      error => finish(() => waiters?.reject(error), Math.min(maxAgeMs, failedAgeMs))
    )
    // Nobody may be waiting for it.
    waiters?.promise.catch(() => undefined)
  }

  /** @param isWanted somebody has a reason to think that what is known is out of date */
  private async refresh(mayCreate: boolean, isWanted: boolean): Promise<void> {
    const { brokers, cache, logger, signal, topics } = this.options
    const asked = [...topics]
    try {
      const { nodeId, value } = await abortable(this.fetch(this.question(asked, mayCreate)), signal)
      const { changed } = cache.merge(value, asked)
      if (changed) brokers.forgetOrder()
      // The first may have come too early for the news.
      else if (isWanted && this.unchanged > 0) brokers.putLast(nodeId)
      this.failures = 0
      this.unchanged = changed ? 0 : this.unchanged + 1
    } catch (error) {
      this.failures++
      logger.debug('Metadata refresh failed', { failures: this.failures, error: (error as Error).message })
      throw error
    }
  }

  private async fetch(question: Ask<MetadataResponse>): Promise<Answer<MetadataResponse>> {
    const { brokers, cache, logger, seeds, signal } = this.options
    try {
      return await brokers.ask(question)
    } catch (error) {
      signal.throwIfAborted()
      const mayReturnToSeeds = error instanceof AllFailedError || retryPolicy(error).retriable
      if (!mayReturnToSeeds) throw error
      const known = cache.brokers().map(({ nodeId, host, port }) => `${nodeId} (${host}:${port})`)
      // Once, not every few seconds for as long as the cluster is away.
      const log = this.failures === 0 ? logger.warn : logger.debug
      log('No known broker answers, starting over with the bootstrap addresses', { brokers: known, error: reasons(error) })
      return { nodeId: unknownNode, value: await seeds.ask(question, signal) }
    }
  }

  private question(topics: readonly string[], mayCreate: boolean): Ask<MetadataResponse> {
    const timeoutMs = Math.min(this.options.config.requestTimeoutMs, rebootstrapTriggerMs)
    const allowAutoTopicCreation = mayCreate && this.options.allowAutoTopicCreation
    return connection => fetchMetadata(connection, { topics, allowAutoTopicCreation, timeoutMs })
  }

  private spacing(): number {
    const { random = Math.random } = this.options
    if (this.failures > 0) return backoffMs({ ...failureBackoff, random }, this.failures - 1)
    return backoffMs({ ...unchangedBackoff, random }, this.unchanged)
  }

  private close(): void {
    this.timer?.cancel()
    this.timer = undefined
    this.next?.promise.catch(() => undefined)
    this.next?.reject(this.options.signal.reason)
    this.next = undefined
  }
}

function reasons(error: unknown): string {
  const errors = error instanceof AllFailedError ? error.errors : [error]
  return errors.map(each => (each as Error).message).join('; ')
}
