import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import { KafkaConfigError } from '../errors/config-errors'
import type { BrokerView } from './broker-view'
import type { Listener } from './listener'
import { memorySocketPair, type MemorySocket } from './memory-transport'
import { FetchSessions } from './storage/fetch-sessions'
import { tlsPrincipal } from './security/tls-principal'
import { ServerConnection, type Service } from './server-connection'

const loopback = '127.0.0.1'

/** One broker: its listeners and the connections to it. What brokers know together is in the `ClusterState`. */
export class BrokerNode implements BrokerView {
  /** Port by listener name; known once the broker has listened. */
  readonly ports = new Map<string, number>()
  readonly host = loopback
  /** Whether the broker serves; a dead one refuses connections. */
  alive = false
  /** Fetch sessions; a restart ends them. */
  readonly fetchSessions = new FetchSessions(() => this.config('max.incremental.fetch.session.cache.slots'))
  private servers: net.Server[] = []
  /** Starts and stops, one after the other, whatever order and however often they are asked for. */
  private transition: Promise<void> = Promise.resolve()
  private readonly connections = new Set<ServerConnection>()
  private readonly rawSockets = new Set<Duplex>()
  /** Connections that came while the broker was frozen; undefined: it is not. */
  private unaccepted: (() => void)[] | undefined

  constructor(
    private readonly service: Service,
    readonly nodeId: number,
    readonly rack: string | null,
    private readonly listeners: readonly Listener[]
  ) {}

  /** A broker config in force here, as a number. */
  config(name: string): number {
    return this.service.cluster.configs.brokerNumber(name, this.nodeId)
  }

  /**
   * Opens all listeners; on a second start on the ports that they had.
   * @throws KafkaConfigError when a port cannot be had
   */
  start(): Promise<void> {
    return this.next(async () => {
      if (this.alive) return
      this.alive = true
      try {
        for (const [index, listener] of this.listeners.entries()) await this.open(listener, `listeners[${index}].port`)
      } catch (error) {
        await this.closeAll()
        throw error
      }
    })
  }

  /** Stands still: sockets stay open and silent, new ones are taken and not looked at. The cluster does without it. */
  freeze(): void {
    this.alive = false
    this.unaccepted ??= []
    for (const connection of this.connections) connection.freeze()
  }

  /** The end of `freeze`: it goes on with what has come meanwhile. */
  thaw(): void {
    const { unaccepted = [] } = this
    this.alive = true
    this.unaccepted = undefined
    for (const connection of [...this.connections]) connection.thaw()
    for (const accept of unaccepted) accept()
  }

  get isFrozen(): boolean {
    return this.unaccepted !== undefined
  }

  /** Stops serving and breaks every connection, at once; resolves when nothing of it is open any more. */
  stop(): Promise<void> {
    this.breakAll()
    // What a start that is under way opens in the meantime is closed after it.
    return this.next(() => this.closeAll())
  }

  private next(step: () => Promise<void>): Promise<void> {
    const done = this.transition.then(step)
    this.transition = done.catch(() => {})
    return done
  }

  private async open(listener: Listener, option: string): Promise<void> {
    if (this.service.cluster.memory) {
      this.ports.set(listener.name, this.memoryPort(listener))
      return
    }
    const port = this.ports.get(listener.name) ?? (listener.port === 0 ? 0 : listener.port + this.nodeId - 1)
    const server = net.createServer(this.acceptor(listener))
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => reject(portError(option, port, error)))
      server.listen({ port, host: loopback }, resolve)
    })
    this.ports.set(listener.name, (server.address() as net.AddressInfo).port)
    this.servers.push(server)
  }

  private async closeAll(): Promise<void> {
    const closing = this.servers.map(server => new Promise<void>(resolve => server.close(() => resolve())))
    this.servers = []
    this.breakAll()
    await Promise.all(closing)
  }

  private breakAll(): void {
    this.alive = false
    this.unaccepted = undefined
    this.fetchSessions.clear()
    this.dropConnections()
    for (const socket of this.rawSockets) socket.destroy()
  }

  /** Breaks or ends every connection; the broker goes on serving. */
  dropConnections(how: 'close' | 'reset' = 'reset'): void {
    for (const connection of [...this.connections]) connection[how]()
  }

  /** Sends bytes on every connection that nobody has asked for. */
  sendRaw(bytes: Uint8Array): void {
    for (const connection of this.connections) connection.sendRaw(bytes)
  }

  get openConnections(): ReadonlySet<ServerConnection> {
    return this.connections
  }

  /** The client's end of a new connection inside the process. */
  connectInMemory(listener: Listener): MemorySocket {
    const [client, server] = memorySocketPair()
    // Of a connection that is refused nobody has this end, and its breaking would be an error that nobody hears.
    server.on('error', () => {})
    if (this.unaccepted !== undefined) {
      this.track(server)
      this.unaccepted.push(() => this.accept(listener, server))
    } else if (this.alive && this.isSilent(listener)) this.track(server)
    else if (this.alive) this.accept(listener, server)
    else setImmediate(() => client.destroy(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })))
    return client
  }

  /** What is done with a new socket: TLS first where the listener has it. */
  private acceptor(listener: Listener): (socket: net.Socket) => void {
    // Never listens: it is handed the sockets of the other server, so that nothing is said where silence is wanted.
    const secure = listener.tls === undefined ? undefined : tls.createServer(listener.tls)
    secure?.on('secureConnection', (socket: tls.TLSSocket) => {
      // A TLS socket cannot be reset, only what carries it.
      const carrier = [...this.rawSockets].find(one => (one as net.Socket).remotePort === socket.remotePort) as net.Socket | undefined
      this.accept(listener, Object.assign(socket, { resetAndDestroy: () => carrier?.resetAndDestroy() ?? socket.destroy() }))
    })
    secure?.on('tlsClientError', (_error: Error, socket: net.Socket) => socket.destroy())
    const take = (socket: net.Socket): void => {
      if (this.isSilent(listener)) socket.resume()
      else if (secure === undefined) this.accept(listener, socket)
      else secure.emit('connection', socket)
    }
    return socket => {
      this.track(socket)
      if (this.unaccepted === undefined) take(socket)
      else this.unaccepted.push(() => take(socket))
    }
  }

  private isSilent(listener: Listener): boolean {
    const { laboratory } = this.service
    return laboratory.hangs('connect', this.nodeId) || (listener.tls !== undefined && laboratory.hangs('tls', this.nodeId))
  }

  private accept(listener: Listener, socket: Duplex & { remoteAddress?: string | undefined; setNoDelay?: (on: boolean) => unknown }): void {
    socket.setNoDelay?.(true)
    this.track(socket)
    if (!this.alive) {
      socket.destroy()
      return
    }
    const address = socket.remoteAddress ?? loopback
    const forget = (connection: ServerConnection): boolean => this.connections.delete(connection)
    const connection = new ServerConnection(this.service, this, listener, socket, address, forget)
    if (listener.sasl === undefined && socket instanceof tls.TLSSocket && socket.authorized) {
      connection.principal = tlsPrincipal(socket) ?? connection.principal
    }
    this.connections.add(connection)
  }

  private track(socket: Duplex): void {
    this.rawSockets.add(socket)
    socket.once('close', () => this.rawSockets.delete(socket))
    socket.on('error', () => {})
  }

  /** Distinct made-up ports, so that addresses tell brokers and listeners apart. */
  private memoryPort(listener: Listener): number {
    return 20_000 + this.nodeId * 10 + this.listeners.indexOf(listener)
  }
}

/** Says what to do about a port that cannot be listened on. */
function portError(option: string, port: number, cause: NodeJS.ErrnoException): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `${port} is taken; choose another, or 0 for a free one`,
    EACCES: `${port} is not for this user; choose one above 1023, or 0 for a free one`
  }
  const reason = reasons[cause.code ?? '']
  return reason === undefined ? cause : new KafkaConfigError(`${option}: ${reason}`, { option, reason, cause })
}
