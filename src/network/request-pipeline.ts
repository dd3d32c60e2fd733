import { KafkaDecodeError, KafkaFrameError } from '../errors/decode-errors'
import { KafkaJSRequestTimeoutError } from '../errors/connection-errors'
import { decodeResponse } from '../protocol/framing'
import type { Clock, Timer } from '../utils/clock'
import { RingQueue } from '../utils/ring-queue'
import { FrameDecoder } from '../protocol/frame-decoder'
import { InFlightRequests } from './in-flight-requests'
import type { PendingRequest } from './pending-request'
import type { Transport } from './transport'

/** How a pipeline ended. */
export interface PipelineEnd {
  /** Undefined when the peer closed in an orderly way. */
  readonly error: Error | undefined
  /** Requests that were written, oldest first. */
  readonly written: readonly PendingRequest[]
  /** Requests of which no byte was. */
  readonly unwritten: readonly PendingRequest[]
}

/** What a pipeline tells its connection. */
export interface PipelineObserver {
  /** An answer came and is decoded; called before the request is resolved. */
  onAnswer(request: PendingRequest, sizeInBytes: number, body: unknown): void
  /** Nothing is pending any more. */
  onIdle(): void
  /** Something can be no more: called once, the transport is then being destroyed. The requests are the observer's to reject. */
  onEnd(end: PipelineEnd): void
  /** The transport is gone, called once and last. */
  onGone(): void
  /** Bytes that the response's version has no field for. */
  onUnreadBytes(request: PendingRequest, count: number): void
}

/** Longest time a broker's throttling is obeyed, ms; it also bounds nonsense (the field goes up to 24 days). */
export const maxThrottleMs = 60_000

/** So much, and at least one request, goes to the socket before it has said that it keeps up: what waits here is known not to have left. */
const maxBytesPerWrite = 1024 * 1024

/**
 * Requests and answers on one transport. Requests are written in the order of their coming, those of one turn of the event loop in one go, and
 * not before the socket has taken the last write; answers are matched and decoded as they come in.
 *
 * One timer at most, for the earliest of: a deadline, the end of a throttle. None when nothing is pending.
 */
export class RequestPipeline {
  private readonly outgoing = new RingQueue<PendingRequest>()
  private readonly inFlight: InFlightRequests
  private readonly decoder: FrameDecoder
  /** Requests without an answer to wait for, in the write that is under way. */
  private oneWays: PendingRequest[] = []
  private writeDeadline = Infinity
  private writing = false
  private flushScheduled = false
  private throttledUntil = -Infinity
  private timer: Timer | undefined
  private timerDue = Infinity
  private ended = false

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
    private readonly observer: PipelineObserver,
    firstCorrelationId: number
  ) {
    this.inFlight = new InFlightRequests(firstCorrelationId)
    this.decoder = new FrameDecoder(frame => this.onFrame(frame))
    transport.attach({
      onData: chunk => this.onData(chunk),
      onFlushed: () => this.onFlushed(),
      onClose: error => {
        this.end(error)
        observer.onGone()
      }
    })
  }

  /** Requests that are not done yet. */
  get pendingCount(): number {
    return this.outgoing.length + this.inFlight.length + this.oneWays.length
  }

  /** Requests that wait to be written. */
  get waitingCount(): number {
    return this.outgoing.length
  }

  /** Queues a request for writing. The correlation ids of the requests must follow each other. */
  enqueue(request: PendingRequest): void {
    this.outgoing.push(request)
    if (this.flushScheduled || this.writing) return
    // After the turn's other promises have had their say, so that sends made together leave together.
    this.flushScheduled = true
    process.nextTick(flush, this)
  }

  /** Writes what waits, unless the socket is busy or the broker asked for a pause. */
  flush(): void {
    this.flushScheduled = false
    if (this.ended || this.writing || this.outgoing.length === 0) return
    const now = this.clock.now()
    if (now < this.throttledUntil) {
      this.arm(this.throttledUntil)
      return
    }
    const chunks: Buffer[] = []
    let bytes = 0
    while (bytes < maxBytesPerWrite) {
      const request = this.outgoing.shift()
      if (request === undefined) break
      for (const chunk of request.chunks as readonly Buffer[]) {
        chunks.push(chunk)
        bytes += chunk.length
      }
      request.chunks = undefined
      request.sentAt = now
      request.deadline = now + request.timeoutMs
      this.inFlight.push(request)
      if (request.oneWay) {
        this.oneWays.push(request)
        this.writeDeadline = Math.min(this.writeDeadline, request.deadline)
      }
    }
    this.writing = true
    this.transport.write(chunks)
    this.arm(Math.min(this.inFlight.earliestDeadline, this.writeDeadline))
  }

  /** Ends everything now: what is pending goes to `onEnd`. With nothing pending, what was written still leaves. */
  end(error: Error | undefined): void {
    if (this.ended) return
    this.ended = true
    this.timer?.cancel()
    this.timer = undefined
    const unwritten = [...this.outgoing]
    const written = [...this.inFlight.drain(), ...this.oneWays]
    this.outgoing.clear()
    this.oneWays = []
    if (error === undefined && unwritten.length + written.length === 0) this.transport.end()
    else this.transport.destroy()
    this.observer.onEnd({ error, written, unwritten })
  }

  private onFlushed(): void {
    this.writing = false
    this.writeDeadline = Infinity
    if (this.ended) return
    if (this.oneWays.length > 0) {
      const done = this.oneWays
      this.oneWays = []
      for (const request of done) request.resolve(undefined)
    }
    if (this.outgoing.length > 0) this.flush()
    else this.settle()
  }

  private onData(chunk: Buffer): void {
    if (this.ended) return
    try {
      this.decoder.push(chunk)
    } catch (error) {
      this.end(error as Error)
    }
  }

  private onFrame(frame: Buffer): void {
    // A frame of this very chunk may have ended it all.
    if (this.ended) return
    const correlationId = frame.readInt32BE(0)
    const request = this.inFlight.match(correlationId)
    if (request === 'one-way') return
    if (request === 'unknown') throw new KafkaFrameError(`An answer with correlation id ${correlationId} belongs to no request`)
    let body: unknown
    try {
      body = this.decode(request, frame)
    } catch (error) {
      // To this request the error says what happened; the others only lose their connection.
      request.reject(error as Error)
      throw error
    }
    this.observer.onAnswer(request, frame.length, body)
    request.resolve(body)
    this.throttle(body)
    this.settle()
  }

  private decode(request: PendingRequest, frame: Buffer): unknown {
    const { api } = request
    const version = responseVersion(request, frame)
    try {
      const { body, unreadBytes } = decodeResponse(api, version, frame)
      if (unreadBytes > 0) this.observer.onUnreadBytes(request, unreadBytes)
      return body
    } catch (cause) {
      throw new KafkaDecodeError(`${api.name} v${version} response of ${frame.length} bytes: ${(cause as Error).message}`, { cause })
    }
  }

  /** KIP-219: the broker has answered at once and now reads nothing for a while. */
  private throttle(body: unknown): void {
    const throttleTimeMs = (body as { throttleTimeMs?: unknown }).throttleTimeMs
    if (typeof throttleTimeMs !== 'number' || throttleTimeMs <= 0) return
    const pause = Math.min(throttleTimeMs, maxThrottleMs)
    this.throttledUntil = Math.max(this.throttledUntil, this.clock.now() + pause)
    this.inFlight.postpone(pause)
  }

  private settle(): void {
    if (this.ended || this.pendingCount > 0) return
    this.timer?.cancel()
    this.timer = undefined
    this.observer.onIdle()
  }

  /** Makes sure that the timer fires at `due` or before. One that comes too early only looks again. */
  private arm(due: number): void {
    if (due === Infinity || (this.timer !== undefined && this.timerDue <= due)) return
    this.timer?.cancel()
    this.timerDue = due
    this.timer = this.clock.schedule(due - this.clock.now(), () => this.onTimer())
  }

  private onTimer(): void {
    this.timer = undefined
    const now = this.clock.now()
    if (this.inFlight.hasExpired(now) || this.writeDeadline <= now) {
      this.end(new KafkaJSRequestTimeoutError('A request timed out'))
      return
    }
    this.arm(Math.min(this.inFlight.earliestDeadline, this.writeDeadline))
    this.flush()
  }
}

function flush(pipeline: RequestPipeline): void {
  pipeline.flush()
}

const apiVersionsKey = 18
const unsupportedVersion = 35

/** A broker that does not know the version of an ApiVersions request answers in version 0, the only one it can count on. */
function responseVersion({ api, version }: PendingRequest, frame: Buffer): number {
  return api.key === apiVersionsKey && frame.length >= 6 && frame.readInt16BE(4) === unsupportedVersion ? 0 : version
}
