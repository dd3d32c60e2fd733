import type { CoordinatorType } from './coordinator-cache'

/** Ends the loop at once: its error reaches the caller as it is. */
export type Bail = (error: unknown) => never

/** One try. @param attempt how many tries failed before this one, from 0 */
export type RetryAttempt<T> = (attempt: number, bail: Bail) => Promise<T>

/** Limits of one retry loop. */
export interface RetryOptions {
  /** Ends the loop; it rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** A point of `clock.now()`: no wait begins that would end after it. */
  readonly deadlineMs?: number
  /** How many tries may follow the first. Default: the client's `retry.retries`, or no limit when there is a deadline. */
  readonly retries?: number
  /** Whose coordinator to forget when an error says that it is the wrong one. */
  readonly coordinator?: { readonly type: CoordinatorType; readonly key: string }
}
