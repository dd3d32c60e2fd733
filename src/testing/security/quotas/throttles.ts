import type { Clock } from '../../../utils/clock'
import type { ClientQuotas, QuotaInForce } from './client-quotas'
import type { ClientQuotaKey } from './quota-entity'
import { SampledRate, windowCount, windowMs } from './sampled-rate'
import { TokenBucket } from './token-bucket'

/** Whom a request comes from, and which broker measures it. */
export interface QuotaSubject {
  readonly nodeId: number
  /** Without `User:`. */
  readonly user: string
  readonly clientId: string
}

type RateKey = Exclude<ClientQuotaKey, 'controller_mutation_rate'>

/** Longest rest for the time of requests, ms. */
const mostRequestThrottleMs = 1000

/** Measures what clients do, where a quota is set, and says how long they have to rest. Each broker measures for itself. */
export class Throttles {
  private readonly rates = new Map<string, SampledRate>()
  private readonly buckets = new Map<string, TokenBucket>()

  constructor(
    private readonly clock: Clock,
    private readonly quotas: ClientQuotas
  ) {}

  /**
   * Notes bytes, or per cent of a second of time; ms that the client has to rest.
   * @param isTaken whether they count even when the client has to rest
   */
  record(key: RateKey, subject: QuotaSubject, value: number, isTaken = true): number {
    const quota = this.quotas.inForce(key, subject.user, subject.clientId)
    if (quota === undefined) return 0
    const now = this.clock.now()
    const rate = this.rateOf(key, subject, quota)
    rate.record(value, now)
    const throttleMs = rate.throttleMs(quota.limit, now)
    if (throttleMs > 0 && !isTaken) rate.record(-value, now)
    return key === 'request_percentage' ? Math.min(throttleMs, mostRequestThrottleMs) : throttleMs
  }

  /** Most that a client who was quiet may have at once; undefined: no quota. */
  burst(key: RateKey, { user, clientId }: QuotaSubject): number | undefined {
    const quota = this.quotas.inForce(key, user, clientId)
    return quota === undefined ? undefined : (quota.limit * (windowCount - 1) * windowMs) / 1000
  }

  /** Whether there is a quota for the partitions that the client makes and deletes. */
  limitsMutations(subject: QuotaSubject): boolean {
    return this.bucketOf(subject) !== undefined
  }

  /** Whether the client may not make or delete partitions now. */
  hasOverdrawn(subject: QuotaSubject): boolean {
    return this.mutationThrottleMs(subject) > 0
  }

  /** Notes partitions that were made or deleted. */
  recordMutations(subject: QuotaSubject, count: number): void {
    const found = this.bucketOf(subject)
    found?.bucket.take(count, found.limit, this.clock.now())
  }

  /** ms that the client has to rest for the partitions that it made or deleted. */
  mutationThrottleMs(subject: QuotaSubject): number {
    const found = this.bucketOf(subject)
    return found === undefined ? 0 : found.bucket.throttleMs(found.limit, this.clock.now())
  }

  private rateOf(key: RateKey, { nodeId }: QuotaSubject, { sharedBy }: QuotaInForce): SampledRate {
    const id = `${nodeId} ${key} ${sharedBy}`
    const rate = this.rates.get(id) ?? new SampledRate()
    this.rates.set(id, rate)
    return rate
  }

  /** The controller's: it is one for all brokers. */
  private bucketOf({ user, clientId }: QuotaSubject): { bucket: TokenBucket; limit: number } | undefined {
    const quota = this.quotas.inForce('controller_mutation_rate', user, clientId)
    if (quota === undefined) return undefined
    const bucket = this.buckets.get(quota.sharedBy) ?? new TokenBucket()
    this.buckets.set(quota.sharedBy, bucket)
    return { bucket, limit: quota.limit }
  }
}
