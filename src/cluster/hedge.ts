import type { Clock, Timer } from '../utils/clock'

/** How a hedged attempt runs. */
export interface HedgeOptions {
  readonly clock: Clock
  /** When a candidate has neither succeeded nor failed for this long, the next one is tried as well, ms. */
  readonly staggerMs: number
  /** Ends everything; the call rejects with its reason. */
  readonly signal: AbortSignal
  /** True for an error that the other candidates would only repeat: it ends the call at once. */
  readonly isFinal?: (error: unknown) => boolean
}

/** All candidates failed. */
export class AllFailedError extends Error {
  override readonly name = 'AllFailedError'

  /** @param errors one per candidate, in the order of the candidates */
  constructor(readonly errors: readonly unknown[]) {
    super('All candidates failed')
  }
}

/**
 * Tries candidates in order until one succeeds. A candidate that fails makes way for the next at once, one that hangs
 * (a frozen broker accepts connections and answers nothing) only delays the next by `staggerMs` and stays in the race.
 * Only for what may be done more than once.
 * @param attempt gets a signal that aborts once its result is not needed any more
 * @throws AllFailedError, a final error, or the signal's reason
 */
export function hedge<C, T>(
  candidates: readonly C[],
  attempt: (candidate: C, signal: AbortSignal) => Promise<T>,
  options: HedgeOptions
): Promise<T> {
  const { clock, staggerMs, signal, isFinal = () => false } = options
  return new Promise<T>((resolve, reject) => {
    const over = new AbortController()
    const errors: unknown[] = candidates.map(() => undefined)
    let started = 0
    let failed = 0
    let timer: Timer | undefined
    const end = (settle: () => void): void => {
      if (over.signal.aborted) return
      timer?.cancel()
      signal.removeEventListener('abort', onAbort)
      settle()
      over.abort()
    }
    const onAbort = (): void => end(() => reject(signal.reason as Error))
    const onError = (index: number, error: unknown): void => {
      errors[index] = error
      failed++
      if (isFinal(error)) end(() => reject(error))
      else if (failed === candidates.length) end(() => reject(new AllFailedError(errors)))
      else if (!over.signal.aborted && failed === started) startNext()
    }
    const startNext = (): void => {
      timer?.cancel()
      timer = undefined
      const index = started++
      attempt(candidates[index], over.signal).then(
        value => end(() => resolve(value)),
        error => onError(index, error)
      )
      if (started < candidates.length) timer = clock.schedule(staggerMs, startNext)
    }
    if (signal.aborted) reject(signal.reason as Error)
    else if (candidates.length === 0) reject(new AllFailedError([]))
    else {
      signal.addEventListener('abort', onAbort, { once: true })
      startNext()
    }
  })
}
