/** A running timer. */
export interface Timer {
  /** Idempotent; after it the callback never runs. */
  cancel(): void
}

/**
 * The one source of time. Deadlines, back-offs and time-outs use `now()`; only timestamps that leave
 * the process (records, events) use `wallTime()`, so that a jump of the system clock moves nothing.
 */
export interface Clock {
  /** Monotonic time in ms, with fractions; its zero means nothing. */
  now(): number
  /** Milliseconds since the Unix epoch. */
  wallTime(): number
  /** Runs `callback` once, `delayMs` from now. Negative delays count as 0; any finite delay works. */
  schedule(delayMs: number, callback: () => void): Timer
}

/** `setTimeout` fires at once above this number of ms, so longer delays are walked in steps. */
const longestDelay = 2 ** 31 - 1

class SystemTimer implements Timer {
  private handle: NodeJS.Timeout | undefined

  constructor(
    private readonly due: number,
    private readonly callback: () => void
  ) {
    this.arm()
  }

  cancel(): void {
    clearTimeout(this.handle)
    this.handle = undefined
  }

  private arm(): void {
    const left = Math.max(0, this.due - performance.now())
    this.handle = left > longestDelay ? setTimeout(() => this.arm(), longestDelay) : setTimeout(this.callback, Math.ceil(left))
  }
}

/** The process's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  schedule(delayMs, callback) {
    if (!Number.isFinite(delayMs)) throw new RangeError(`A timer needs a finite delay in ms, got ${delayMs}`)
    return new SystemTimer(performance.now() + Math.max(0, delayMs), callback)
  }
}

/** Resolves after `delayMs`, or at once when `signal` aborts. Never rejects. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted === true) {
      resolve()
      return
    }
    const done = (): void => {
      timer.cancel()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = clock.schedule(delayMs, done)
    signal?.addEventListener('abort', done, { once: true })
  })
}
