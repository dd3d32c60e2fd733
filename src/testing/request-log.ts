/** One request as a broker got it. */
export interface LoggedRequest {
  /** Position in the log, from 0. */
  readonly index: number
  /** ms on the broker's clock. */
  readonly at: number
  readonly nodeId: number
  /** Grows with each connection of the cluster. */
  readonly connectionId: number
  /** The API's name, e.g. `Produce`. */
  readonly api: string
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** The decoded request. Byte strings in it are views: copy what is kept. */
  readonly body: unknown
  /** ms on the broker's clock when the answer was handed to the socket; undefined when there was none. */
  answeredAt?: number
}

/** The last requests of all brokers, oldest first. */
export class RequestLog {
  private entries: LoggedRequest[] = []
  private next = 0

  /** @param limit entries kept; older ones are dropped */
  constructor(private readonly limit = 10_000) {}

  /** @internal */
  add(entry: Omit<LoggedRequest, 'index'>): LoggedRequest {
    const logged: LoggedRequest = { ...entry, index: this.next++ }
    this.entries.push(logged)
    if (this.entries.length > this.limit * 2) this.entries = this.entries.slice(-this.limit)
    return logged
  }

  /** How many requests came since the start or the last `clear`. */
  get count(): number {
    return this.next
  }

  /** Requests that match, oldest first. */
  find(filter: { api?: string; nodeId?: number; clientId?: string; since?: number } = {}): LoggedRequest[] {
    return this.entries.filter(
      entry =>
        (filter.api === undefined || entry.api === filter.api) &&
        (filter.nodeId === undefined || entry.nodeId === filter.nodeId) &&
        (filter.clientId === undefined || entry.clientId === filter.clientId) &&
        (filter.since === undefined || entry.index >= filter.since)
    )
  }

  clear(): void {
    this.entries = []
    this.next = 0
  }
}
