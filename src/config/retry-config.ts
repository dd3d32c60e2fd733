import { defaults } from './defaults'
import { longestMs, OptionReader } from './option-reader'

/** How often and how patiently a failed call is repeated. Durations in ms. */
export interface RetryConfig {
  /** How often at most. Default 5. */
  readonly retries: number
  /** The first wait. Default 300. */
  readonly initialRetryTimeMs: number
  /** The longest wait. Default 30,000. */
  readonly maxRetryTimeMs: number
  /** By what share chance moves a wait up or down. Default 0.2. */
  readonly factor: number
  /** Growth from one wait to the next. Default 2. */
  readonly multiplier: number
  /** The user named a number of retries; it then binds, else a deadline may. */
  readonly explicitRetries: boolean
  /** Consumers: asked whether to start again after an error that ended them. */
  readonly restartOnFailure?: ((error: Error) => Promise<boolean>) | undefined
}

const known = ['retries', 'initialRetryTime', 'maxRetryTime', 'factor', 'multiplier', 'restartOnFailure']

const ofClient: RetryConfig = {
  retries: defaults.retry.retries,
  initialRetryTimeMs: defaults.retry.initialRetryTime,
  maxRetryTimeMs: defaults.retry.maxRetryTime,
  factor: defaults.retry.factor,
  multiplier: defaults.retry.multiplier,
  explicitRetries: false
}

/**
 * @param retry the option as given
 * @param base what holds for everything that is not given: the client's, for producers, consumers and admin clients
 */
export function resolveRetry(retry: unknown, subject: string, base: RetryConfig = ofClient): RetryConfig {
  const options = new OptionReader(retry, 'retry', subject, { known })
  const bounds = { min: 0, max: longestMs }
  const initial = options.duration('initialRetryTime', base.initialRetryTimeMs, bounds)
  const max = options.duration('maxRetryTime', base.maxRetryTimeMs, bounds)
  if (options.has('maxRetryTime') && options.has('initialRetryTime') && max < initial) {
    throw options.wrong('maxRetryTime', `must not be below initialRetryTime (${initial})`)
  }
  const retries = options.number(
    'retries',
    base.retries,
    'must be a whole number from 0, or Infinity',
    n => n >= 0 && (Number.isInteger(n) || n === Infinity)
  )
  return {
    retries,
    // Whoever names only one of the two means that one.
    initialRetryTimeMs: options.has('initialRetryTime') ? initial : Math.min(initial, max),
    maxRetryTimeMs: options.has('maxRetryTime') ? max : Math.max(initial, max),
    factor: options.number('factor', base.factor, 'must be a number from 0 to below 1', n => n >= 0 && n < 1),
    multiplier: options.number('multiplier', base.multiplier, 'must be a finite number from 1', n => n >= 1 && n < Infinity),
    explicitRetries: options.has('retries') || base.explicitRetries,
    restartOnFailure: (options.callback('restartOnFailure') as RetryConfig['restartOnFailure']) ?? base.restartOnFailure
  }
}
