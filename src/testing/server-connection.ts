import type { Duplex } from 'node:stream'
import { KafkaDecodeError } from '../errors/decode-errors'
import { errorCodes } from '../errors/error-table'
import { FrameDecoder } from '../protocol/frame-decoder'
import { decodeRequestHeader, encodeResponse } from '../protocol/framing'
import { apiVersionsApi } from '../protocol/generated/api-versions'
import type { Timer } from '../utils/clock'
import { RingQueue } from '../utils/ring-queue'
import type { BrokerView, ConnectionView } from './broker-view'
import type { ClusterState } from './cluster-state'
import { noResponse, type AnyHandler, type RequestContext } from './handler'
import type { FaultPlan } from './laboratory/fault-plan'
import type { Laboratory } from './laboratory/laboratory'
import type { Listener } from './listener'
import { Pending } from './pending'
import type { LoggedRequest } from './request-log'
import { SaslSession } from './security/sasl-session'

/** What all connections of a cluster share. */
export interface Service {
  readonly cluster: ClusterState
  /** By API key. */
  readonly handlers: ReadonlyMap<number, AnyHandler>
  readonly laboratory: Laboratory
}

/** A request whose turn has come. */
interface Turn {
  readonly handler: AnyHandler
  readonly context: RequestContext
  readonly correlationId: number
  readonly request: unknown
  readonly logged: LoggedRequest
  readonly plan: FaultPlan | undefined
}

/**
 * A client's connection. As in Kafka, its requests are served one at a time and answered in their order: the next one is not even
 * looked at before the last one's answer has left, so a long poll holds up what comes after it on the same connection.
 */
export class ServerConnection implements ConnectionView {
  readonly id: number
  /** Who the client is; `User:ANONYMOUS` where the listener does not ask. */
  principal = 'User:ANONYMOUS'
  readonly sasl: SaslSession | undefined
  private readonly frames: FrameDecoder
  private readonly queue = new RingQueue<Buffer>()
  private busy = false
  private closed = false
  /** The client went of itself. What it has sent is performed all the same, late if so planned. */
  private clientLeft = false
  private lastActivity: number
  private idleTimer: Timer | undefined
  private muteTimer: Timer | undefined
  private waiting: Pending<unknown> | undefined
  /** What the broker does when it thaws; undefined: it is not frozen. */
  private onThaw: (() => void)[] | undefined
  /** Answers that wait to leave as one piece (`FaultPlan.mergeAnswers`). */
  private readonly kept: Buffer[] = []

  constructor(
    private readonly service: Service,
    readonly node: BrokerView,
    readonly listener: Listener,
    private readonly socket: Duplex,
    readonly remoteAddress: string,
    private readonly onClosed: (connection: ServerConnection) => void
  ) {
    const { cluster } = service
    this.id = cluster.nextConnectionId()
    this.sasl = listener.sasl === undefined ? undefined : new SaslSession(listener.sasl, cluster, this)
    this.frames = new FrameDecoder(frame => this.enqueue(frame), node.config('socket.request.max.bytes'))
    socket.on('data', (chunk: Buffer) => this.receive(chunk))
    for (const gone of ['error', 'close', 'end']) socket.on(gone, () => this.left())
    this.lastActivity = cluster.clock.now()
    this.armIdleTimer(node.config('connections.max.idle.ms'))
  }

  get isClosed(): boolean {
    return this.closed
  }

  /** Ends the connection; a request that waits is let go of. */
  close(): void {
    if (!this.shut()) return
    const socket = this.socket as Duplex & { destroySoon?: () => void }
    if (socket.destroySoon === undefined) socket.end(() => socket.destroy())
    else socket.destroySoon()
  }

  /** Breaks the connection: the client sees a reset where the transport has one. */
  reset(): void {
    if (!this.shut()) return
    const tcp = this.socket as Duplex & { resetAndDestroy?: () => void }
    if (tcp.resetAndDestroy === undefined) this.socket.destroy()
    else tcp.resetAndDestroy()
  }

  /** Reads and says nothing until `thaw`. */
  freeze(): void {
    this.onThaw ??= []
    this.socket.pause()
  }

  /** Goes on where `freeze` has stopped it. */
  thaw(): void {
    const { onThaw = [] } = this
    this.onThaw = undefined
    this.socket.resume()
    for (const act of onThaw) act()
  }

  /** Serves no requests for that long: an answer that throttles goes out at once, then the connection rests (KIP-219). */
  mute(ms: number): void {
    if (ms <= 0 || this.closed) return
    this.muteTimer = this.service.cluster.clock.schedule(ms, () => {
      this.muteTimer = undefined
      this.serveNext()
    })
  }

  /** Sends bytes as they are, past the queue. */
  sendRaw(bytes: Uint8Array): void {
    if (!this.closed) this.socket.write(bytes)
  }

  private left(): void {
    if (!this.closed) this.clientLeft = true
    this.close()
  }

  private shut(): boolean {
    if (this.closed) return false
    this.closed = true
    this.idleTimer?.cancel()
    this.muteTimer?.cancel()
    this.waiting?.abandon()
    this.queue.clear()
    this.onClosed(this)
    return true
  }

  private receive(chunk: Buffer): void {
    if (this.closed) return
    this.lastActivity = this.service.cluster.clock.now()
    try {
      this.frames.push(chunk)
    } catch (error) {
      // What is not a frame is no request: Kafka drops the connection and so do we.
      this.fail(error)
    }
  }

  /** Ends the connection. Unless the bytes are to blame, the test gets to know. */
  private fail(error: unknown): void {
    if (!(error instanceof KafkaDecodeError)) this.service.cluster.problems.push(error as Error)
    this.close()
  }

  private enqueue(frame: Buffer): void {
    this.queue.push(frame)
    if (!this.busy) this.serveNext()
  }

  private serveNext(): void {
    while (!this.busy && !this.closed && this.muteTimer === undefined) {
      const frame = this.queue.shift()
      if (frame === undefined) return
      this.busy = true
      this.serve(frame)
    }
  }

  private serve(frame: Buffer): void {
    const { cluster, handlers, laboratory } = this.service
    let turn: Turn
    try {
      const { header, api, reader } = decodeRequestHeader(frame, key => handlers.get(key)?.api)
      const { requestApiVersion: version, correlationId, clientId } = header
      if (!this.mayServe(header.requestApiKey)) return this.close()
      const served = api !== undefined && cluster.advertised.serves(api.name, version)
      if (!served || api === undefined) {
        if (header.requestApiKey === apiVersionsApi.key) return this.refuseApiVersions(correlationId)
        return laboratory.unsupportedVersions === 'reset' ? this.reset() : this.close()
      }
      const handler = handlers.get(api.key) as AnyHandler
      const request = api.request.decode(reader, version)
      const logged = cluster.requests.add({
        at: cluster.clock.now(),
        nodeId: this.node.nodeId,
        connectionId: this.id,
        api: api.name,
        version,
        correlationId,
        clientId,
        body: request
      })
      const context: RequestContext = { cluster, node: this.node, connection: this, version, clientId, sizeInBytes: frame.length }
      turn = { handler, context, correlationId, request, logged, plan: laboratory.intercept(logged, handler, context) }
    } catch (error) {
      return this.fail(error)
    }
    const { plan } = turn
    if (plan?.performWhen !== undefined) plan.performWhen(() => this.perform(turn))
    else if (plan?.performAfterMs !== undefined) cluster.later(plan.performAfterMs, () => this.perform(turn))
    else this.perform(turn)
  }

  private perform(turn: Turn): void {
    if (this.closed && !this.clientLeft) return
    if (this.onThaw !== undefined) return void this.onThaw.push(() => this.perform(turn))
    const { handler, context, request, plan } = turn
    let answer: unknown
    try {
      answer = plan?.instead === undefined ? handler.handle(context, request as never) : plan.instead()
    } catch (error) {
      // A mistake of ours: the client gets Kafka's answer to the unexpected, the test gets to know.
      this.service.cluster.problems.push(error as Error)
      answer = handler.fail(request as never, errorCodes.UNKNOWN_SERVER_ERROR, context.version)
    }
    if (answer instanceof Pending && this.closed) answer.abandon()
    else if (answer instanceof Pending) {
      this.waiting = answer
      answer.onComplete(value => {
        this.waiting = undefined
        this.performed(turn, value)
      })
    } else this.performed(turn, answer)
  }

  private performed(turn: Turn, answer: unknown): void {
    const { plan } = turn
    if (plan?.answerWhen !== undefined) plan.answerWhen(() => this.deliver(turn, answer))
    else if (plan?.answerAfterMs !== undefined) this.service.cluster.later(plan.answerAfterMs, () => this.deliver(turn, answer))
    else this.deliver(turn, answer)
  }

  private deliver(turn: Turn, answer: unknown): void {
    if (this.closed) return
    if (this.onThaw !== undefined) return void this.onThaw.push(() => this.deliver(turn, answer))
    const { plan, context, handler } = turn
    const how = plan?.deliver ?? 'answer'
    if (how === 'close') return this.close()
    if (how === 'reset') return this.reset()
    if (how === 'nothing') return
    turn.logged.answeredAt = this.service.cluster.clock.now()
    let throttleTimeMs = 0
    if (how instanceof Uint8Array) this.socket.write(how)
    else if (answer !== noResponse && answer !== undefined) {
      try {
        const told = this.service.laboratory.view(turn.logged, answer, context)
        const body = plan?.edit === undefined ? told : plan.edit(told)
        throttleTimeMs = (body as { throttleTimeMs?: number }).throttleTimeMs ?? 0
        this.write(encodeResponse(handler.api as never, context.version, turn.correlationId, body as never), plan)
      } catch (error) {
        // An answer that the version cannot say. It may be a timer that brought it: nobody else would catch that.
        return this.fail(error)
      }
    }
    this.mute(throttleTimeMs)
    this.busy = false
    this.serveNext()
  }

  private write(chunks: Buffer[], { splitBytes, mergeAnswers }: FaultPlan = {}): void {
    if (mergeAnswers !== undefined || this.kept.length > 0) {
      this.kept.push(Buffer.concat(chunks))
      if (mergeAnswers !== undefined && this.kept.length < mergeAnswers) return
      this.socket.write(Buffer.concat(this.kept.splice(0)))
      return
    }
    if (splitBytes === undefined) {
      this.socket.cork()
      for (const chunk of chunks) this.socket.write(chunk)
      this.socket.uncork()
      return
    }
    const all = Buffer.concat(chunks)
    for (let at = 0; at < all.length; at += splitBytes) this.socket.write(all.subarray(at, at + splitBytes))
  }

  /** Before a client has proved who it is, it may ask for versions and authenticate, no more. */
  private mayServe(apiKey: number): boolean {
    if (this.sasl === undefined) return true
    return this.sasl.allows(apiKey)
  }

  /** An ApiVersions version that is unknown here gets the answer of version 0, with the range that would do (KIP-511). */
  private refuseApiVersions(correlationId: number): void {
    const range = this.service.cluster.advertised.all().get(apiVersionsApi.name)
    const body = {
      errorCode: errorCodes.UNSUPPORTED_VERSION,
      apiKeys: [{ apiKey: apiVersionsApi.key, minVersion: range?.min ?? 0, maxVersion: range?.max ?? 0 }]
    }
    this.write(encodeResponse(apiVersionsApi, 0, correlationId, body))
    this.busy = false
    this.serveNext()
  }

  /** One timer, not one a request: when it fires it looks how long the connection has been idle by then. */
  private armIdleTimer(delayMs: number): void {
    const limitMs = this.node.config('connections.max.idle.ms')
    if (limitMs <= 0) return
    this.idleTimer = this.service.cluster.clock.schedule(delayMs, () => {
      const idleMs = this.service.cluster.clock.now() - this.lastActivity
      if (idleMs >= limitMs && !this.busy) this.close()
      else this.armIdleTimer(Math.max(1, limitMs - idleMs))
    })
  }
}
