import type { ClientConfig } from '../config/client-config'
import { KafkaJSRequestTimeoutError } from '../errors/connection-errors'
import { isKafkaJSError, type KafkaJSError, type Outcome } from '../errors/kafkajs-error'
import { KafkaJSInvariantViolation } from '../errors/usage-errors'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { Api } from '../protocol/api'
import { encodeRequest } from '../protocol/framing'
import { apiVersionsApi } from '../protocol/generated/api-versions'
import type { Endpoint } from '../types/endpoint'
import type { Logger } from '../types/logger'
import type { Clock, Timer } from '../utils/clock'
import { deferred } from '../utils/deferred'
import { ConnectionEvents, requestTimes } from './connection-events'
import {
  brokerName,
  connectionClosed,
  connectionFailed,
  connectionTimedOut,
  requestTimedOut,
  type ConnectionFailure
} from './connection-failure'
import { legalSuccessors, type ConnectionState, type SetupStage } from './connection-state'
import { createConnector, type Connector } from './connector'
import { nextCorrelationId } from './in-flight-requests'
import { negotiate } from './negotiate'
import type { NegotiatedVersions } from './negotiated-versions'
import { PendingRequest } from './pending-request'
import { RequestPipeline, type PipelineEnd, type PipelineObserver } from './request-pipeline'
import { authenticate, type RequestExchange } from './sasl/authenticate'
import { createMechanism } from './sasl/create-mechanism'
import { hangHint, hangUpHint, silentEndHint } from './setup-hints'
import type { Transport } from './transport'

/** What a connection is for: each purpose has its own sockets, so that a long fetch or join holds up nothing else. */
export type ConnectionPurpose = 'fetch' | 'coordination' | 'general'

/** What a connection is made of. */
export interface BrokerConnectionOptions {
  readonly endpoint: Endpoint
  /** For logs. Default: none, as with bootstrap addresses. */
  readonly nodeId?: number | undefined
  /** Default `general`. */
  readonly purpose?: ConnectionPurpose | undefined
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  /** Time to become `ready`, ms: name look-up, TCP, TLS, ApiVersions and SASL together. */
  readonly setupTimeoutMs: number
  /** See `ConnectRequest.attempt`. Default 0. */
  readonly attempt?: number | undefined
  /** Default: sockets of node:net and node:tls. */
  readonly connector?: Connector | undefined
  /** Default 0. */
  readonly firstCorrelationId?: number | undefined
}

const defaultConnector = createConnector()

/** What has been written is given so much time to leave when a connection closes, ms. */
const closeGraceMs = 1000

/** Share of a SASL session after which the connection is left. */
const sessionShare = 0.9

/** What the ApiVersions request rejects with when the peer hung up on it and there is a second try. */
const hungUp = new Error('the broker hung up on ApiVersions')

/**
 * One connection to one broker, from name look-up to the end. It connects once: a connection that has ended stays ended, the pool makes another.
 *
 * Every error of a request says in `outcome` whether the broker can have seen it: `not-applied` when no byte of it was written.
 * A request that times out, an answer that belongs to no request, and bytes that cannot be decoded end the connection, because nothing that comes
 * after can be trusted to belong to what it seems to; all other requests on it then fail as disconnected.
 */
export class BrokerConnection {
  readonly endpoint: Endpoint
  readonly nodeId: number | undefined
  readonly purpose: ConnectionPurpose
  /** Resolves once, when nothing is left: with the error that ended it, or undefined when `close` or `retire` did. Never rejects. */
  readonly closed: Promise<KafkaJSError | undefined>

  private current: ConnectionState = 'idle'
  private stage: SetupStage = 'dns'
  private readonly events: ConnectionEvents
  private readonly logger: Logger
  private readonly observer: PipelineObserver
  private readonly resolveClosed: (error: KafkaJSError | undefined) => void
  private readonly setupAbort = new AbortController()
  private attempt: Promise<void> | undefined
  private setupTimer: Timer | undefined
  private closeTimer: Timer | undefined
  private transport: Transport | undefined
  private pipeline: RequestPipeline | undefined
  private negotiated: NegotiatedVersions | undefined
  /** A broker may hang up on ApiVersions once. */
  private mayHangUp = true
  /** Why it ended: undefined when the broker closed it in an orderly way. */
  private endCause: unknown = new Error('it is not connected')
  private endHint: string | undefined
  private endError: KafkaJSError | undefined
  private nextId: number
  private answers = 0
  private sessionEndsAt = Infinity
  private sessionTimer: Timer | undefined
  private warnedOfUnreadBytes = false

  constructor(private readonly options: BrokerConnectionOptions) {
    const { endpoint, nodeId, purpose = 'general', config, clock, logger, instrumentation, firstCorrelationId = 0 } = options
    this.endpoint = endpoint
    this.nodeId = nodeId
    this.purpose = purpose
    this.nextId = firstCorrelationId
    this.logger = logger.namespace('BrokerConnection')
    this.events = new ConnectionEvents(instrumentation, clock, brokerName(endpoint), config.clientId)
    const { promise, resolve } = deferred<KafkaJSError | undefined>()
    this.closed = promise
    this.resolveClosed = resolve
    this.observer = {
      onAnswer: (request, sizeInBytes) => this.onAnswer(request, sizeInBytes),
      onIdle: () => {
        if (this.current === 'draining') this.close()
      },
      onEnd: end => this.onPipelineEnd(end),
      onGone: () => {
        if (this.current === 'closing') this.finish()
      },
      onUnreadBytes: (request, count) => this.onUnreadBytes(request, count)
    }
  }

  get state(): ConnectionState {
    return this.current
  }

  /** What the broker can do. @throws KafkaJSInvariantViolation before the connection was `ready` */
  get versions(): NegotiatedVersions {
    if (this.negotiated === undefined) throw new KafkaJSInvariantViolation('A connection has no versions before it is ready')
    return this.negotiated
  }

  /** Requests without an answer, those that still wait to be written included. */
  get inFlightCount(): number {
    return this.pipeline?.pendingCount ?? 0
  }

  /** Whether the broker has answered anything but the set-up: one that never does is no better than one that cannot be reached. */
  get hasAnswered(): boolean {
    return this.answers > 0
  }

  /** When the broker wants to see the credentials again, a time of the clock's `now()`; Infinity for never (KIP-368). */
  get authenticatedUntil(): number {
    return this.sessionEndsAt
  }

  /**
   * Makes the connection ready. All callers share one attempt.
   * Rejects with KafkaJSConnectionError (naming host, port, address, stage and cause), KafkaJSSASLAuthenticationError or
   * KafkaUnsupportedVersionError; with KafkaJSConnectionClosedError when `close` came first.
   */
  connect(): Promise<void> {
    this.attempt ??= this.current === 'idle' ? this.setUp() : Promise.reject(this.closedError('not-applied'))
    return this.attempt
  }

  /**
   * Sends a request and gives its answer.
   * @param timeoutMs for the answer, counted from the writing
   * @throws KafkaJSRequestTimeoutError, KafkaJSConnectionClosedError, KafkaDecodeError, or what the codec throws at the request
   */
  send<I, R>(api: Api<I, unknown, unknown, R>, version: number, request: I, timeoutMs: number): Promise<R> {
    if (this.current !== 'ready') return Promise.reject(this.closedError('not-applied'))
    return this.request(api, version, request, timeoutMs, false)
  }

  /**
   * Sends a request that the broker does not answer (Produce with acks=0). Resolves when the operating system has taken it.
   * @throws as `send`
   */
  async sendOneWay<I>(api: Api<I, unknown, unknown, unknown>, version: number, request: I): Promise<void> {
    if (this.current !== 'ready') throw this.closedError('not-applied')
    await this.request(api, version, request, this.options.config.requestTimeoutMs, true)
  }

  /** Takes no new requests, and closes when the last answer is there. */
  retire(): void {
    if (this.current === 'draining') return
    if (this.current === 'ready' && this.inFlightCount > 0) this.become('draining')
    else this.close()
  }

  /** Closes at once. What is pending rejects as disconnected; when nothing is, what has been written still leaves. */
  close(): void {
    this.end(new Error('this client closed it'), undefined)
  }

  private async setUp(): Promise<void> {
    const { clock, setupTimeoutMs } = this.options
    const { signal } = this.setupAbort
    const { promise: ended, reject } = deferred<never>()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    this.setupTimer = clock.schedule(setupTimeoutMs, () => this.fail(connectionTimedOut(setupTimeoutMs, this.failure(undefined, hangHint))))
    try {
      await Promise.race([this.establish(), ended])
    } catch (error) {
      this.fail(isKafkaJSError(error) ? error : connectionFailed(this.failure(error)))
      throw signal.reason
    }
  }

  private async establish(): Promise<void> {
    const { clock, config } = this.options
    const { signal } = this.setupAbort
    await this.open()
    const versions = await this.negotiate()
    signal.throwIfAborted()
    this.negotiated = versions
    if (config.sasl !== undefined) {
      this.become('authenticating')
      this.stage = 'sasl'
      const startedAt = clock.now()
      const exchange: RequestExchange = (api, version, request) =>
        this.request(api, version, request, config.authenticationTimeoutMs, false)
      const { lifetimeMs } = await authenticate(createMechanism(config.sasl), versions, exchange)
      signal.throwIfAborted()
      if (lifetimeMs > 0) this.sessionEndsAt = startedAt + lifetimeMs
    }
    this.setupTimer?.cancel()
    this.become('ready')
    this.leaveBeforeSessionEnds()
  }

  /**
   * A broker closes the connection at the first request after the session's end, and what became of that request nobody could tell. So
   * another connection takes over before.
   */
  private leaveBeforeSessionEnds(): void {
    const leftMs = this.sessionEndsAt - this.options.clock.now()
    if (leftMs < Infinity) this.sessionTimer = this.options.clock.schedule(leftMs * sessionShare, () => this.retire())
  }

  private async open(): Promise<void> {
    const { endpoint, config, clock, attempt = 0, connector = defaultConnector } = this.options
    const { signal } = this.setupAbort
    signal.throwIfAborted()
    this.become('connecting')
    const onStage = (stage: SetupStage): void => {
      this.stage = stage
    }
    const transport = await connector({ endpoint, config, clock, signal, attempt, onStage })
    if (signal.aborted) {
      // Ended while the connected socket was on its way here.
      transport.destroy()
      throw signal.reason
    }
    this.transport = transport
    this.become('negotiating')
    this.stage = 'api-versions'
    this.pipeline = new RequestPipeline(transport, clock, this.observer, this.nextId)
  }

  /** Some brokers (Azure Event Hubs) hang up on a version of ApiVersions that they do not know: then once more, from the bottom. */
  private async negotiate(): Promise<NegotiatedVersions> {
    const exchange: RequestExchange = (api, version, request) => this.request(api, version, request, Infinity, false)
    try {
      return await negotiate(exchange, apiVersionsApi.highestVersion)
    } catch (error) {
      if (error !== hungUp) throw error
      await this.open()
      return negotiate(exchange, 0)
    }
  }

  private request<I, R>(api: Api<I, unknown, unknown, R>, version: number, request: I, timeoutMs: number, oneWay: boolean): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      const { pipeline } = this
      if (pipeline === undefined || this.setupAbort.signal.aborted) {
        reject(this.closedError('not-applied'))
        return
      }
      const { clock, config } = this.options
      const correlationId = this.nextId
      const chunks = encodeRequest(api, version, correlationId, config.clientId, request)
      this.nextId = nextCorrelationId(correlationId)
      const settle = resolve as (body: unknown) => void
      pipeline.enqueue(new PendingRequest(api, version, correlationId, chunks, timeoutMs, oneWay, clock.now(), settle, reject))
      this.events.queued(pipeline.waitingCount)
    })
  }

  private onAnswer(request: PendingRequest, sizeInBytes: number): void {
    if (this.current === 'ready' || this.current === 'draining') this.answers++
    this.events.answered(request, sizeInBytes)
    this.events.queued(this.pipeline?.waitingCount ?? 0)
  }

  private onUnreadBytes({ api, version }: PendingRequest, count: number): void {
    if (this.warnedOfUnreadBytes) return
    this.warnedOfUnreadBytes = true
    this.logger.warn(`${brokerName(this.endpoint)} sent ${count} bytes more than ${api.name} v${version} has fields for`)
  }

  /** The pipeline has stopped: by `end`, or by itself because of the peer or of the time. */
  private onPipelineEnd({ error, written, unwritten }: PipelineEnd): void {
    const pending = [...written, ...unwritten]
    const hangUp = !isKafkaJSError(error)
    if (this.current === 'negotiating' && this.mayHangUp && hangUp) {
      this.mayHangUp = false
      this.pipeline = undefined
      for (const request of pending) request.reject(hungUp)
      return
    }
    if (this.current === 'negotiating' || this.current === 'authenticating') {
      const timedOut = error instanceof KafkaJSRequestTimeoutError
      const failure = this.failure(error, hangUp ? hangUpHint : timedOut ? hangHint : undefined)
      this.fail(timedOut ? connectionTimedOut(this.options.config.authenticationTimeoutMs, failure) : connectionFailed(failure))
    } else if (this.current !== 'closing') {
      this.endByPeer(error, written)
    }
    const writtenError = written.length === 0 ? undefined : this.closedError('maybe-applied')
    const unwrittenError = unwritten.length === 0 ? undefined : this.closedError('not-applied')
    for (const request of written) request.reject(writtenError as KafkaJSError)
    for (const request of unwritten) request.reject(unwrittenError as KafkaJSError)
  }

  private endByPeer(error: Error | undefined, written: readonly PendingRequest[]): void {
    const { clock, config } = this.options
    let cause: unknown = error
    if (error instanceof KafkaJSRequestTimeoutError) {
      const now = clock.now()
      for (const request of written) {
        if (request.deadline > now) continue
        cause = requestTimedOut(this.endpoint, config.clientId, request, requestTimes(request, clock))
        this.events.timedOut(request)
        request.reject(cause as KafkaJSError)
      }
    }
    // An idle connection that the broker closes is everyday life; what times out or makes no sense is not.
    if (isKafkaJSError(cause)) this.logger.warn(`Closing the connection to ${brokerName(this.endpoint)}: ${cause.message}`, this.labels())
    this.endHint = silentEndHint(this.hasAnswered, written.length > 0, config)
    this.endCause = cause
    this.end(cause, isKafkaJSError(cause) ? cause : this.closedError('maybe-applied'))
  }

  private fail(error: KafkaJSError): void {
    this.end(error, error)
  }

  /**
   * The one way out.
   * @param cause what requests that are pending, and those still to come, are told
   * @param error what `closed` resolves to
   */
  private end(cause: unknown, error: KafkaJSError | undefined): void {
    if (this.current === 'closing' || this.current === 'closed') return
    this.endCause = cause
    this.endError = error
    this.setupTimer?.cancel()
    this.sessionTimer?.cancel()
    const { current, pipeline, transport } = this
    this.become(current === 'idle' ? 'closed' : 'closing')
    // Whoever waits for the set-up rejects with what ended it.
    this.setupAbort.abort(error ?? this.closedError('not-applied'))
    if (pipeline === undefined || transport === undefined) this.finish()
    else {
      this.closeTimer = this.options.clock.schedule(closeGraceMs, () => transport.destroy())
      pipeline.end(error)
    }
  }

  private finish(): void {
    this.closeTimer?.cancel()
    if (this.current !== 'closed') this.become('closed')
    this.resolveClosed(this.endError)
  }

  private closedError(outcome: Outcome): KafkaJSError {
    return connectionClosed(this.endpoint, outcome, this.endCause, this.endHint)
  }

  private failure(cause: unknown, hintFor?: (stage: SetupStage, config: ClientConfig) => string | undefined): ConnectionFailure {
    const { endpoint, stage, transport } = this
    return { endpoint, stage, address: transport?.remoteAddress, cause, hint: hintFor?.(stage, this.options.config) }
  }

  private become(next: ConnectionState): void {
    const { current } = this
    if (!legalSuccessors[current].includes(next)) throw new KafkaJSInvariantViolation(`A connection cannot go from ${current} to ${next}`)
    this.logger.debug(`${brokerName(this.endpoint)}: ${current} → ${next}`, this.labels())
    this.current = next
  }

  private labels(): object {
    return { broker: brokerName(this.endpoint), nodeId: this.nodeId, purpose: this.purpose }
  }
}
