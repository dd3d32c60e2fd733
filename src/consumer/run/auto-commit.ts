import type { Logger } from '../../types/logger'
import type { Clock, Timer } from '../../utils/clock'
import type { OffsetCommitter } from '../offsets/offset-committer'

/** What an {@link AutoCommit} goes by. */
export interface AutoCommitOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly committer: OffsetCommitter
  /** False: only the application commits. */
  readonly enabled: boolean
  /** ms from one commit to the next; undefined: no such rule. */
  readonly intervalMs: number | undefined
  /** Records from one commit to the next; undefined: no such rule. */
  readonly threshold: number | undefined
}

/**
 * With a threshold and no interval, what is left below the threshold is committed after so long, ms, so that a lag ends at 0; without either,
 * what could not be committed, though nothing more may come.
 */
const leftoverMs = 5000

/** Batches that end so soon after a commit, ms, wait for others: under load a commit for each would keep the coordinator busy for nothing. */
const gatherMs = 25

/**
 * When to commit what is done. With neither interval nor threshold: after every batch, but one commit at a time and at most one in a while, so
 * that batches which end meanwhile share the next one. What is not committed when partitions are given up or the consumer stops is committed then.
 */
export class AutoCommit {
  private timer: Timer | undefined
  /** Runs when batches have ended since the last commit. */
  private soon: Timer | undefined
  private lastCommitAt = -Infinity
  private doneSince = 0
  private isRunning = false

  constructor(private readonly options: AutoCommitOptions) {}

  start(): void {
    this.isRunning = true
    this.lastCommitAt = this.options.clock.now()
    this.schedule()
  }

  stop(): void {
    this.isRunning = false
    this.timer?.cancel()
    this.timer = undefined
    this.soon?.cancel()
    this.soon = undefined
  }

  /** Whether records have to be counted as they are done. */
  get counts(): boolean {
    return this.options.enabled && this.options.threshold !== undefined
  }

  /** Counts records that are done; a promise when that makes a commit due. */
  recordsDone(count: number): Promise<void> | undefined {
    this.doneSince += count
    const { enabled, threshold } = this.options
    return enabled && threshold !== undefined && this.doneSince >= threshold ? this.commit() : undefined
  }

  /** A batch is done. */
  batchDone(): void {
    const { clock, enabled } = this.options
    if (!enabled || this.hasRule) return
    const waitMs = this.lastCommitAt + gatherMs - clock.now()
    if (waitMs <= 0) void this.commit()
    else this.commitIn(waitMs)
  }

  /** Commits when the interval or the threshold says so. */
  async ifNecessary(): Promise<void> {
    const { clock, intervalMs, threshold } = this.options
    const isTime = intervalMs !== undefined && clock.now() - this.lastCommitAt >= intervalMs
    if (isTime || (threshold !== undefined && this.doneSince >= threshold)) await this.commit()
  }

  /** Commits all that is done, where that is on. Never rejects: what failed is committed with the next, or read again. */
  async commitAll(): Promise<void> {
    if (this.options.enabled) await this.commit()
  }

  private async commit(): Promise<void> {
    this.soon?.cancel()
    this.soon = undefined
    this.doneSince = 0
    this.lastCommitAt = this.options.clock.now()
    try {
      await this.options.committer.commitResolved()
    } catch (error) {
      this.options.logger.debug('Committing what is done failed', { error: (error as Error).message })
      if (this.isRunning && !this.hasRule) this.commitIn(leftoverMs)
    }
  }

  /** Whether interval or threshold say when to commit. */
  private get hasRule(): boolean {
    return this.options.intervalMs !== undefined || this.options.threshold !== undefined
  }

  private commitIn(waitMs: number): void {
    this.soon ??= this.options.clock.schedule(waitMs, () => void this.commit())
  }

  private schedule(): void {
    const { clock, enabled, threshold, intervalMs = threshold === undefined ? undefined : leftoverMs } = this.options
    if (!enabled || intervalMs === undefined) return
    this.timer = clock.schedule(intervalMs, () => {
      void this.commit()
      this.schedule()
    })
  }
}
