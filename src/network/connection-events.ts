import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { RequestEventPayload } from '../types/events'
import type { Clock } from '../utils/clock'
import type { PendingRequest } from './pending-request'

/** Times of a request as events and errors tell them: `…At` in ms since the Unix epoch, durations in ms. */
export interface RequestTimes {
  readonly createdAt: number
  readonly sentAt: number
  readonly pendingDuration: number
}

/** Turns the monotonic times of a request into wall-clock times. */
export function requestTimes(request: PendingRequest, clock: Clock): RequestTimes {
  const { createdAt, sentAt } = request
  const epoch = clock.wallTime() - clock.now()
  return { createdAt: Math.round(epoch + createdAt), sentAt: Math.round(epoch + sentAt), pendingDuration: Math.round(sentAt - createdAt) }
}

/** KafkaJS's network events of one connection. Nothing is built when nobody listens. */
export class ConnectionEvents {
  private queueSize = 0

  /** @param broker `host:port` */
  constructor(
    private readonly instrumentation: InstrumentationEmitter,
    private readonly clock: Clock,
    private readonly broker: string,
    private readonly clientId: string
  ) {}

  /** A request was answered. */
  answered(request: PendingRequest, sizeInBytes: number): void {
    if (!this.instrumentation.hasListeners('network.request')) return
    const duration = Math.round(this.clock.now() - request.sentAt)
    const payload: RequestEventPayload = { ...this.describe(request), size: sizeInBytes, duration }
    this.instrumentation.emit('network.request', payload)
  }

  /** A request was not answered in time. */
  timedOut(request: PendingRequest): void {
    if (!this.instrumentation.hasListeners('network.request_timeout')) return
    this.instrumentation.emit('network.request_timeout', this.describe(request))
  }

  /** So many requests wait to be written. Told when a request has joined or an answer has come, as in KafkaJS; said again only when it changed. */
  queued(queueSize: number): void {
    if (!this.instrumentation.hasListeners('network.request_queue_size')) return
    if (queueSize === this.queueSize) return
    this.queueSize = queueSize
    this.instrumentation.emit('network.request_queue_size', { broker: this.broker, clientId: this.clientId, queueSize })
  }

  private describe(request: PendingRequest): Omit<RequestEventPayload, 'size' | 'duration'> {
    const { api, version, correlationId } = request
    return {
      broker: this.broker,
      clientId: this.clientId,
      correlationId,
      ...requestTimes(request, this.clock),
      apiName: api.name,
      apiKey: api.key,
      apiVersion: version
    }
  }
}
