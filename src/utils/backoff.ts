/** How waits between attempts grow. */
export interface BackoffOptions {
  /** First wait, ms. */
  readonly initialMs: number
  /** Longest wait, ms. */
  readonly maxMs: number
  /** Growth from one wait to the next. */
  readonly multiplier: number
  /** Share of the wait by which chance moves it up or down, 0 to 1. */
  readonly jitter: number
  /** Random number in [0, 1); `Math.random` when left out. */
  readonly random?: () => number
}

/**
 * Exponential back-off with jitter (KIP-580): the wait before attempt `attempt + 1`, in ms.
 * @param attempt how many attempts have failed before this one, from 0
 */
export function backoffMs(options: BackoffOptions, attempt: number): number {
  const { initialMs, maxMs, multiplier, jitter, random = Math.random } = options
  const base = Math.min(maxMs, initialMs * multiplier ** Math.min(attempt, 64))
  return Math.min(maxMs, base * (1 - jitter + 2 * jitter * random()))
}
