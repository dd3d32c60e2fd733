import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import type { BrokerView } from './broker-view'
import type { Listener } from './listener'
import { memorySocketPair, type MemorySocket } from './memory-transport'
import { FetchSessions } from './storage/fetch-sessions'
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
  private readonly connections = new Set<ServerConnection>()
  private readonly rawSockets = new Set<Duplex>()

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

  /** Opens all listeners; on a second start on the ports that they had. */
  async start(): Promise<void> {
    this.alive = true
    if (this.service.cluster.memory) {
      for (const listener of this.listeners) this.ports.set(listener.name, this.memoryPort(listener))
      return
    }
    for (const listener of this.listeners) {
      const port = this.ports.get(listener.name) ?? (listener.port === 0 ? 0 : listener.port + this.nodeId - 1)
      const server = net.createServer(this.acceptor(listener))
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen({ port, host: loopback }, () => {
          server.off('error', reject)
          resolve()
        })
      })
      this.ports.set(listener.name, (server.address() as net.AddressInfo).port)
      this.servers.push(server)
    }
  }

  /** Stops serving and breaks every connection. */
  async stop(): Promise<void> {
    this.alive = false
    this.fetchSessions.clear()
    const closing = this.servers.map(server => new Promise<void>(resolve => server.close(() => resolve())))
    this.servers = []
    this.dropConnections()
    for (const socket of this.rawSockets) socket.destroy()
    await Promise.all(closing)
  }

  /** Breaks every connection; the broker goes on serving. */
  dropConnections(): void {
    for (const connection of [...this.connections]) connection.reset()
  }

  get openConnections(): ReadonlySet<ServerConnection> {
    return this.connections
  }

  /** The client's end of a new connection inside the process. */
  connectInMemory(listener: Listener): MemorySocket {
    const [client, server] = memorySocketPair()
    if (this.alive && this.service.laboratory.hangs('connect', this.nodeId)) this.track(server)
    else if (this.alive) this.accept(listener, server)
    else setImmediate(() => client.destroy(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })))
    return client
  }

  /** What is done with a new socket: TLS first where the listener has it. */
  private acceptor(listener: Listener): (socket: net.Socket) => void {
    const { laboratory } = this.service
    const silent = (): boolean =>
      laboratory.hangs('connect', this.nodeId) || (listener.tls !== undefined && laboratory.hangs('tls', this.nodeId))
    // Never listens: it is handed the sockets of the other server, so that nothing is said where silence is wanted.
    const secure = listener.tls === undefined ? undefined : tls.createServer(listener.tls)
    secure?.on('secureConnection', (socket: net.Socket) => this.accept(listener, socket))
    secure?.on('tlsClientError', (_error: Error, socket: net.Socket) => socket.destroy())
    return socket => {
      this.track(socket)
      if (silent()) socket.resume()
      else if (secure === undefined) this.accept(listener, socket)
      else secure.emit('connection', socket)
    }
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
    this.connections.add(new ServerConnection(this.service, this, listener, socket, address, forget))
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
