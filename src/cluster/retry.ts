import type { RetryConfig } from '../config/retry-config'
import { KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded, type Outcome } from '../errors/kafkajs-error'
import type { Logger } from '../types/logger'
import { type Clock, sleep } from '../utils/clock'
import { abortable } from './abortable'
import type { CoordinatorType } from './coordinator-cache'
import { retryPolicy } from './retry-policy'

/** Ends the loop at once: its error reaches the caller as it is. */
export type Bail = (error: unknown) => never

/**
 * One try.
 * @param attempt how many tries failed before this one, from 0
 */
export type RetryAttempt<T> = (attempt: number, bail: Bail) => Promise<T>

/** Limits of one retry loop. */
export interface RetryOptions {
  /** Ends the loop; it rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** A point of `clock.now()`: no try begins after it. */
  readonly deadlineMs?: number
  /** How many tries may follow the first. Default: the client's `retry.retries`, but no limit when there is a deadline and the user named no number. */
  readonly retries?: number
  /** Back-off in place of the client's `retry`, when the producer or consumer has its own. */
  readonly config?: RetryConfig
  /** Whose coordinator to forget when an error says that it is the wrong one, or cannot be reached. */
  readonly coordinator?: { readonly type: CoordinatorType; readonly key: string }
}

/** What the loop needs of the cluster. */
export interface RetryEnvironment {
  readonly clock: Clock
  readonly logger: Logger
  readonly config: RetryConfig
  /** Aborts when the cluster is closed. */
  readonly signal: AbortSignal
  refreshMetadata: () => Promise<void>
  forgetCoordinator: (type: CoordinatorType, key: string) => void
  /** In [0, 1); `Math.random` when left out. */
  readonly random?: (() => number) | undefined
}

class Bailed extends Error {
  constructor(readonly error: unknown) {
    super('Bailed')
  }
}

const bail: Bail = error => {
  throw new Bailed(error)
}

/**
 * The client's one retry loop: nothing below it repeats a request, so that tries do not multiply. Waits follow KafkaJS's
 * formula: the first is `initialRetryTime` ± `factor`, each next one the last ± `factor`, times `multiplier`, up to `maxRetryTime`.
 * What an error calls for comes from {@link retryPolicy}; fresh metadata are fetched at the end of the wait.
 * @throws KafkaJSNumberOfRetriesExceeded when tries or time are used up, with the last error as cause
 * @throws KafkaJSNonRetriableError around an error that repeating does not cure, or that error when it already is one
 * @throws the signal's reason, at once, when either signal aborts
 */
export async function retryLoop<T>(
  name: string,
  attempt: RetryAttempt<T>,
  environment: RetryEnvironment,
  options: RetryOptions = {}
): Promise<T> {
  const { clock, logger } = environment
  const { config = environment.config, deadlineMs = Infinity } = options
  const retries = options.retries ?? (options.deadlineMs === undefined || config.explicitRetries ? config.retries : Infinity)
  const signal = options.signal === undefined ? environment.signal : AbortSignal.any([environment.signal, options.signal])
  const random = environment.random ?? Math.random
  let retryTime = spread(config.initialRetryTimeMs, config.factor, random)
  for (let retryCount = 0; ; retryCount++) {
    signal.throwIfAborted()
    try {
      return await abortable(attempt(retryCount, bail), signal)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Bailed) throw error.error
      const policy = retryPolicy(error)
      if (!policy.retriable) throw asNonRetriable(error)
      const { coordinator } = options
      if (policy.forgetCoordinator && coordinator !== undefined) environment.forgetCoordinator(coordinator.type, coordinator.key)
      if (retryCount >= retries || clock.now() + retryTime > deadlineMs) throw exceeded(error, retryCount, retryTime)
      logger.debug(`${name} failed, trying again`, { retryCount, retryTime, error: messageOf(error) })
      await pause(retryTime, policy.refreshMetadata, deadlineMs, environment, signal)
      retryTime = Math.min(spread(retryTime, config.factor, random) * config.multiplier, config.maxRetryTimeMs)
    }
  }
}

/**
 * Waits, and then for fresh metadata when they are wanted; but not past the deadline. They are fetched at the end of the
 * wait: an election takes time, and what was fetched at its beginning would be old by the next try.
 */
async function pause(
  waitMs: number,
  refresh: boolean,
  deadlineMs: number,
  { clock, refreshMetadata }: RetryEnvironment,
  signal: AbortSignal
): Promise<void> {
  await sleep(clock, waitMs, signal)
  if (!refresh || signal.aborted) return
  const over = new AbortController()
  const waits = [refreshMetadata().catch(() => undefined)]
  if (Number.isFinite(deadlineMs)) waits.push(sleep(clock, deadlineMs - clock.now(), over.signal))
  try {
    await abortable(Promise.race(waits), signal)
  } finally {
    over.abort()
  }
}

function spread(ms: number, factor: number, random: () => number): number {
  const delta = factor * ms
  return Math.ceil(ms - delta + 2 * delta * random())
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Anything can be thrown; what is not an error gets a text and stays the cause. */
function sourceOf(error: unknown): Error | string {
  return error instanceof Error ? error : String(error)
}

function asNonRetriable(error: unknown): Error {
  if (error instanceof KafkaJSNonRetriableError) return error
  const { cause, outcome } = Object(error) as { cause?: unknown; outcome?: Outcome }
  return new KafkaJSNonRetriableError(sourceOf(error), { cause: cause ?? error, outcome })
}

function exceeded(error: unknown, retryCount: number, retryTime: number): KafkaJSNumberOfRetriesExceeded {
  const { outcome } = Object(error) as { outcome?: Outcome }
  return new KafkaJSNumberOfRetriesExceeded(sourceOf(error), { retryCount, retryTime, cause: error, outcome })
}
