import { windowCount } from './sampled-rate'

/** Permits that come back at a rate, up to those of eleven seconds; overdrawn it says for how long (KIP-599). */
export class TokenBucket {
  private tokens = Infinity
  private lastAt = 0

  /** Below zero: overdrawn. */
  left(limit: number, now: number): number {
    const burst = limit * windowCount
    this.tokens = Math.min(burst, this.tokens + ((now - this.lastAt) / 1000) * limit)
    this.lastAt = now
    return this.tokens
  }

  take(count: number, limit: number, now: number): void {
    this.tokens = this.left(limit, now) - count
  }

  /** ms until it is not overdrawn any more. */
  throttleMs(limit: number, now: number): number {
    const left = this.left(limit, now)
    return left < 0 ? Math.round((-left / limit) * 1000) : 0
  }
}
