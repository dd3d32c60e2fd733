import net from 'node:net'
import tls from 'node:tls'
import type { AnyApi, Api } from '../../src/protocol/api'
import { decodeRequestHeader, encodeResponse } from '../../src/protocol/framing'
import { allApis } from '../../src/protocol/generated/all-apis'
import { apiVersionsApi } from '../../src/protocol/generated/api-versions'
import type { ApiVersionsResponseInput, FinalizedFeatureKeyInput } from '../../src/protocol/generated/api-versions-response'
import { deferred } from '../../src/utils/deferred'

/** How a {@link ScriptedBroker} starts. */
export interface ScriptedBrokerOptions {
  /** Default 1. */
  nodeId?: number
  /** Default: any free port. A port that was used before lets a broker "come back". */
  port?: number
  /** Ranges to advertise instead of those of the codecs, by API name: `{ Fetch: [4, 11] }`; `null` hides an API. */
  versions?: Record<string, readonly [min: number, max: number] | null>
  finalizedFeatures?: FinalizedFeatureKeyInput[]
  /** Speaks TLS with these options (key, cert, …). */
  tls?: tls.TlsOptions
}

/** A request as it came in. */
export interface RecordedRequest<T = unknown> {
  /** The API's name, e.g. `Fetch`. */
  readonly api: string
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  readonly body: T
  /** Number of the connection, from 1 in the order of their coming. */
  readonly connection: number
  /** `performance.now()` of its arrival. */
  readonly at: number
}

/** What a handler knows of its request. */
export interface RequestContext {
  readonly broker: ScriptedBroker
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** Number of the connection, from 1. */
  readonly connection: number
  readonly socket: net.Socket
  /** Ends the connection (FIN) without answering. */
  readonly close: () => void
  /** Breaks the connection (RST) without answering. */
  readonly reset: () => void
  /** Writes bytes as they are. */
  readonly raw: (bytes: Uint8Array) => void
  /** The bytes that answering with this body would send, length prefix included. */
  readonly frame: (body: unknown, correlationId?: number) => Buffer
}

/** Says that a request gets no answer; the next request on the connection is handled as usual. */
export const noReply: unique symbol = Symbol('no reply')
export type NoReply = typeof noReply

type Handler<Request, Response> = (request: Request, context: RequestContext) => Response | NoReply | Promise<Response | NoReply>

interface Connection {
  readonly number: number
  readonly socket: net.Socket
  pending: Buffer
  /** Requests of one connection are handled one after the other, as a real broker does. */
  tail: Promise<void>
}

interface Waiter {
  readonly holds: () => boolean
  readonly resolve: () => void
}

/**
 * A TCP server on 127.0.0.1 that speaks the generated codecs and answers what the test tells it to:
 * ```ts
 * const broker = await ScriptedBroker.start()
 * broker.on(metadataApi, () => ({ brokers: [{ nodeId: 1, host: broker.host, port: broker.port }] }))
 * …
 * await broker.stop()
 * ```
 * ApiVersions is answered from the handlers that are registered at that moment. A request without a handler, or a handler that throws, closes
 * the connection and is kept in `problems`, which `stop()` reports.
 */
export class ScriptedBroker {
  static readonly noReply: NoReply = noReply

  readonly host = '127.0.0.1'
  readonly nodeId: number
  /** All requests so far, in the order of their coming. */
  readonly requests: RecordedRequest[] = []
  /** What the script did not foresee. Clear it when the test wants that. */
  readonly problems: Error[] = []
  /** How bytes leave; replace it to split, delay, spoil or swallow them. */
  deliver: (bytes: Buffer, socket: net.Socket) => void = (bytes, socket) => {
    socket.write(bytes)
  }
  /** Called for every new connection, before anything is read; with TLS after the handshake. */
  onConnection: (socket: net.Socket, connection: number) => void = () => {}

  private readonly handlers = new Map<number, Handler<unknown, unknown>>()
  private readonly connections = new Set<Connection>()
  private readonly sockets = new Set<net.Socket>()
  private waiters: Waiter[] = []
  private server: net.Server | undefined
  private connectionCount = 0
  private listeningPort = 0

  private constructor(private readonly options: ScriptedBrokerOptions) {
    this.nodeId = options.nodeId ?? 1
    this.on(apiVersionsApi, () => this.apiVersions())
  }

  static async start(options: ScriptedBrokerOptions = {}): Promise<ScriptedBroker> {
    const broker = new ScriptedBroker(options)
    await broker.listen(options.port ?? 0)
    return broker
  }

  get port(): number {
    return this.listeningPort
  }

  /** As metadata responses list it. */
  get node(): { nodeId: number; host: string; port: number; rack: null } {
    return { nodeId: this.nodeId, host: this.host, port: this.port, rack: null }
  }

  /** How many connections have been made so far. */
  get connectionsMade(): number {
    return this.connectionCount
  }

  /** How many connections are open now. */
  get connectionsOpen(): number {
    return this.connections.size
  }

  /** Answers an API from now on with `handler`; a later call for the same API replaces it. */
  on<Request, Response>(api: Api<never, Request, Response, unknown>, handler: Handler<Request, Response>): this {
    this.handlers.set(api.key, handler as Handler<unknown, unknown>)
    return this
  }

  /** Answers the next request of an API with `handler`, those after it as before. */
  once<Request, Response>(api: Api<never, Request, Response, unknown>, handler: Handler<Request, Response>): this {
    const before = this.handlers.get(api.key)
    return this.on(api, (request, context) => {
      if (before === undefined) this.handlers.delete(api.key)
      else this.handlers.set(api.key, before)
      return handler(request, context)
    })
  }

  /** Takes an API's handler away; ApiVersions no longer lists it. */
  off(api: AnyApi): void {
    this.handlers.delete(api.key)
  }

  /** The requests of one API so far, in the order of their coming. */
  requestsOf<Request>(api: Api<never, Request, never, unknown>): RecordedRequest<Request>[] {
    return this.requests.filter(request => request.api === api.name) as RecordedRequest<Request>[]
  }

  /** Resolves when `count` requests (of the API, when one is given) have come in. */
  waitForRequests(count: number, api?: AnyApi): Promise<void> {
    return this.waitFor(() => (api === undefined ? this.requests : this.requestsOf(api)).length >= count)
  }

  /** Resolves when something holds that connections, requests or handlers change. */
  waitFor(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve()
    const { promise, resolve } = deferred()
    this.waiters.push({ holds, resolve })
    return promise
  }

  /** The answer to ApiVersions: every API that has a handler, in the codec's range or the one told at the start. */
  apiVersions(): ApiVersionsResponseInput {
    const { versions = {}, finalizedFeatures = [] } = this.options
    const apiKeys = [...this.handlers.keys()].flatMap(key => {
      const api = allApis.get(key) as AnyApi
      const range = Object.hasOwn(versions, api.name) ? versions[api.name] : [api.lowestVersion, api.highestVersion]
      return range === null || range === undefined ? [] : [{ apiKey: key, minVersion: range[0], maxVersion: range[1] }]
    })
    return { apiKeys, finalizedFeatures, finalizedFeaturesEpoch: finalizedFeatures.length > 0 ? 1n : -1n }
  }

  /** Closes (FIN) or breaks (RST) all connections; new ones are still taken. */
  dropConnections(how: 'close' | 'reset' = 'close'): void {
    for (const { socket } of this.connections) {
      if (how === 'reset') socket.resetAndDestroy()
      else socket.destroy()
    }
  }

  /** Refuses new connections and drops those that are there, until `comeBack`. */
  async goAway(): Promise<void> {
    const { server } = this
    this.server = undefined
    if (server === undefined) return
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  /** Listens on the same port again after `goAway`. */
  async comeBack(): Promise<void> {
    await this.listen(this.listeningPort)
  }

  /** Closes everything. @throws the first of `problems` */
  async stop(): Promise<void> {
    await this.goAway()
    if (this.problems.length > 0) throw this.problems[0]
  }

  private listen(port: number): Promise<void> {
    const server = this.options.tls === undefined ? net.createServer() : tls.createServer(this.options.tls)
    this.server = server
    // The raw connections are kept as well: a client may hang in the middle of the TLS handshake.
    server.on('connection', socket => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
      socket.on('error', () => {})
    })
    server.on(this.options.tls === undefined ? 'connection' : 'secureConnection', (socket: net.Socket) => this.accept(socket))
    server.on('tlsClientError', () => {})
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, this.host, () => {
        this.listeningPort = (server.address() as net.AddressInfo).port
        resolve()
      })
    })
  }

  private accept(socket: net.Socket): void {
    const connection: Connection = { number: ++this.connectionCount, socket, pending: Buffer.alloc(0), tail: Promise.resolve() }
    this.connections.add(connection)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => {
      this.connections.delete(connection)
      this.notify()
    })
    this.onConnection(socket, connection.number)
    socket.on('data', chunk => this.receive(connection, chunk))
    this.notify()
  }

  private receive(connection: Connection, chunk: Buffer): void {
    connection.pending = Buffer.concat([connection.pending, chunk])
    for (;;) {
      const { pending } = connection
      if (pending.length < 4) break
      const end = 4 + pending.readInt32BE(0)
      if (end < 4 || pending.length < end) break
      connection.pending = pending.subarray(end)
      this.take(connection, pending.subarray(4, end))
    }
    this.notify()
  }

  private take(connection: Connection, frame: Buffer): void {
    try {
      const { header, api, reader } = decodeRequestHeader(frame, key => allApis.get(key))
      const { correlationId, clientId, requestApiKey: key, requestApiVersion: version } = header
      // An ApiVersions request of a version that nobody knows still gets an answer, so the client can come down.
      const body = api?.request.decode(reader, version)
      const name = allApis.get(key)?.name ?? `api ${key}`
      if (api !== undefined && reader.remaining > 0) throw new Error(`${reader.remaining} bytes left over in ${name} v${version}`)
      this.requests.push({ api: name, version, correlationId, clientId, body, connection: connection.number, at: performance.now() })
      connection.tail = connection.tail.then(() => this.answer(connection, key, version, correlationId, clientId, body))
    } catch (error) {
      this.problem(connection, error)
    }
  }

  private async answer(
    connection: Connection,
    key: number,
    version: number,
    correlationId: number,
    clientId: string | null,
    body: unknown
  ): Promise<void> {
    const { socket } = connection
    if (socket.destroyed) return
    try {
      const api = allApis.get(key)
      const handler = this.handlers.get(key)
      if (api === undefined || handler === undefined) throw new Error(`no handler for ${api?.name ?? `api ${key}`} v${version}`)
      if (!this.offers(api, version)) {
        if (api !== apiVersionsApi) throw new Error(`${api.name} v${version} is not offered here`)
        // What brokers do: version 0 of the response, the error, and what they know of this API.
        const offered = this.apiVersions().apiKeys?.filter(({ apiKey }) => apiKey === key) ?? []
        this.send(socket, apiVersionsApi, 0, correlationId, { errorCode: 35, apiKeys: offered })
        return
      }
      const context: RequestContext = {
        broker: this,
        version,
        correlationId,
        clientId,
        connection: connection.number,
        socket,
        close: () => socket.destroy(),
        reset: () => socket.resetAndDestroy(),
        raw: bytes => void socket.write(bytes),
        frame: (response, id = correlationId) => Buffer.concat(encodeResponse(api, version, id, response))
      }
      const response = await handler(body, context)
      if (response !== noReply && !socket.destroyed) this.send(socket, api, version, correlationId, response)
    } catch (error) {
      this.problem(connection, error)
    }
    this.notify()
  }

  private send(socket: net.Socket, api: AnyApi, version: number, correlationId: number, body: unknown): void {
    this.deliver(Buffer.concat(encodeResponse(api, version, correlationId, body)), socket)
  }

  private offers(api: AnyApi, version: number): boolean {
    const [min, max] = this.options.versions?.[api.name] ?? [api.lowestVersion, api.highestVersion]
    return version >= min && version <= max
  }

  private problem({ socket }: Connection, error: unknown): void {
    this.problems.push(error instanceof Error ? error : new Error(String(error)))
    socket.destroy()
  }

  private notify(): void {
    const settled = this.waiters.filter(({ holds }) => holds())
    this.waiters = this.waiters.filter(waiter => !settled.includes(waiter))
    for (const { resolve } of settled) resolve()
  }
}
