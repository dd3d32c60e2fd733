import { RingQueue } from '../utils/ring-queue'
import type { PendingRequest } from './pending-request'

/** What an answer belongs to. */
export type Match = PendingRequest | 'one-way' | 'unknown'

/** Correlation ids go from 0 to 2³¹−1 and start over. */
const idMask = 0x7fffffff

/** The correlation id after `id`. */
export function nextCorrelationId(id: number): number {
  return (id + 1) & idMask
}

/**
 * The requests that have been written to one connection and wait for their answers. A broker answers the requests of a connection one after the
 * other, so an answer belongs to the oldest request or the two sides are out of step.
 *
 * Requests that want no answer (acks=0) are not kept, but some brokers answer them all the same (Azure Event Hubs). Ids are given out in the order
 * of writing and every other request is in the queue, so the ids between the last answer and the oldest request in the queue are just those.
 */
export class InFlightRequests {
  private readonly queue = new RingQueue<PendingRequest>()
  /** Id of the last answer. */
  private lastAnswered: number
  private nextId: number
  /** Not after any deadline in the queue; earlier than all of them when the request it was of has been answered. */
  private bound = Infinity

  /** @param firstId correlation id of the first request on the connection */
  constructor(firstId: number) {
    this.nextId = firstId
    this.lastAnswered = (firstId - 1) & idMask
  }

  get length(): number {
    return this.queue.length
  }

  /** Takes a request that has just been written; `deadline` is set. One that wants no answer only leaves its id. */
  push(request: PendingRequest): void {
    this.nextId = nextCorrelationId(request.correlationId)
    if (request.oneWay) return
    this.queue.push(request)
    if (request.deadline < this.bound) this.bound = request.deadline
  }

  /** Finds what an answer belongs to, and takes it out. `unknown`: a protocol violation. */
  match(correlationId: number): Match {
    const head = this.queue.peek()
    if (head !== undefined && head.correlationId === correlationId) {
      this.lastAnswered = correlationId
      this.queue.shift()
      if (this.queue.length === 0) this.bound = Infinity
      return head
    }
    const ahead = (correlationId - this.lastAnswered) & idMask
    const gap = ((head === undefined ? this.nextId : head.correlationId) - this.lastAnswered) & idMask
    if (correlationId < 0 || ahead === 0 || ahead >= gap) return 'unknown'
    this.lastAnswered = correlationId
    return 'one-way'
  }

  /** A time before which no request times out; Infinity when nothing waits or nothing has a deadline. */
  get earliestDeadline(): number {
    return this.bound
  }

  /** Whether a request's deadline has passed; sharpens `earliestDeadline`. */
  hasExpired(now: number): boolean {
    let earliest = Infinity
    for (const { deadline } of this.queue) if (deadline < earliest) earliest = deadline
    this.bound = earliest
    return earliest <= now
  }

  /** Gives every request that much more time, ms: a throttled broker does not even read for a while. */
  postpone(ms: number): void {
    for (const request of this.queue) request.deadline += ms
  }

  /** Empties the queue. @returns what was in it, oldest first */
  drain(): PendingRequest[] {
    const requests = [...this.queue]
    this.queue.clear()
    this.bound = Infinity
    return requests
  }
}
