/** Windows that a rate is measured over (`quota.window.num`). */
export const windowCount = 11
/** Length of a window, ms (`quota.window.size.seconds`). */
export const windowMs = 1000

interface Sample {
  /** ms */
  readonly startedAt: number
  lastEventAt: number
  total: number
}

/**
 * A rate over the last eleven seconds, as Kafka measures it: over ten seconds at least, so that who was quiet may use up the quota of
 * ten seconds at once.
 */
export class SampledRate {
  private samples: Sample[] = []

  record(value: number, now: number): void {
    const newest = this.samples[this.samples.length - 1]
    if (newest !== undefined && now - newest.startedAt < windowMs) {
      newest.total += value
      newest.lastEventAt = now
      return
    }
    this.samples.push({ startedAt: now, lastEventAt: now, total: value })
    if (this.samples.length > windowCount) this.samples.shift()
  }

  /** Per second. */
  rate(now: number): number {
    const spanMs = this.spanMs(now)
    return (this.samples.reduce((sum, { total }) => sum + total, 0) / spanMs) * 1000
  }

  /** Time that the rate is measured over, ms. */
  spanMs(now: number): number {
    this.samples = this.samples.filter(({ lastEventAt }) => now - lastEventAt < windowCount * windowMs)
    const elapsedMs = now - (this.samples[0]?.startedAt ?? now)
    const missing = windowCount - 1 - Math.floor(elapsedMs / windowMs)
    return elapsedMs + Math.max(0, missing) * windowMs
  }

  /** ms that it takes for the rate to fall to the limit; 0 when it is not above. */
  throttleMs(limit: number, now: number): number {
    const rate = this.rate(now)
    return rate <= limit ? 0 : Math.round(((rate - limit) / limit) * this.spanMs(now))
  }
}
