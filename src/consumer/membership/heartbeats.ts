import type { Clock, Timer } from '../../utils/clock'

/** What {@link Heartbeats} are made of. */
export interface HeartbeatsOptions {
  readonly clock: Clock
  /** From one heartbeat to the next, ms. */
  readonly intervalMs: number
  /** Without an answer for so long the coordinator has given the member up, ms. */
  readonly sessionTimeoutMs: number
  /** Sends one heartbeat; resolves when the member still counts. */
  readonly beat: () => Promise<void>
  /** The session is over as far as this side can tell. */
  readonly onExpired: () => void
  /** `beat` rejected. */
  readonly onFailure: (error: unknown) => void
}

/** After a failure the next heartbeat comes sooner, ms: the session goes on running down. */
const retryMs = 500

/**
 * A heartbeat per interval on a timer of its own: it waits for no handler and no fetch. One is out at a time; when the coordinator
 * does not answer, the session ends here after as long as it ends there, so that two members never work on the same partition for long.
 */
export class Heartbeats {
  private timer: Timer | undefined
  private lastAnswerAt = 0
  /** Grows with each start and stop: what an older round still does changes nothing. */
  private round = 0

  constructor(private readonly options: HeartbeatsOptions) {}

  start(): void {
    this.stop()
    this.lastAnswerAt = this.options.clock.now()
    this.schedule(this.options.intervalMs)
  }

  stop(): void {
    this.round++
    this.timer?.cancel()
    this.timer = undefined
  }

  private schedule(delayMs: number): void {
    const { round } = this
    this.timer = this.options.clock.schedule(delayMs, () => void this.beat(round))
  }

  private async beat(round: number): Promise<void> {
    const { clock, intervalMs, sessionTimeoutMs, onFailure } = this.options
    // The coordinator may hang: whatever happens to this heartbeat, the session ends in time.
    this.timer = clock.schedule(Math.max(0, this.lastAnswerAt + sessionTimeoutMs - clock.now()), () => {
      if (round === this.round) this.expire()
    })
    const sentAt = clock.now()
    let failure: { error: unknown } | undefined
    try {
      await this.options.beat()
    } catch (error) {
      failure = { error }
    }
    if (round !== this.round) return
    this.timer.cancel()
    if (failure === undefined) this.lastAnswerAt = sentAt
    else onFailure(failure.error)
    // The failure may have ended this round.
    if (round !== this.round) return
    const leftMs = this.lastAnswerAt + sessionTimeoutMs - clock.now()
    if (leftMs <= 0) this.expire()
    else this.schedule(Math.min(intervalMs, leftMs, failure === undefined ? Infinity : retryMs))
  }

  private expire(): void {
    this.stop()
    this.options.onExpired()
  }
}
