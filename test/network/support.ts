import net from 'node:net'
import type { ClientConfig } from '../../src/config/client-config'
import { resolveClientConfig } from '../../src/config/client-config'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import { createLogger } from '../../src/instrumentation/logger'
import { BrokerConnection, type BrokerConnectionOptions } from '../../src/network/broker-connection'
import type { KafkaConfig } from '../../src/types/client'
import { logLevel } from '../../src/types/enums'
import type { LogEntry } from '../../src/types/logger'
import { systemClock } from '../../src/utils/clock'

export const host = '127.0.0.1'

/** A complete configuration. */
export const config = (user: Partial<KafkaConfig> = {}): ClientConfig =>
  resolveClientConfig({ brokers: ['unused:1'], clientId: 'test', ...user })

/** Everything a connection is made of, with the log lines and events it makes. */
export interface Bench {
  readonly logs: LogEntry[]
  readonly instrumentation: InstrumentationEmitter
  readonly connection: BrokerConnection
}

/** A connection to a port of this machine. */
export function bench(port: number, user: Partial<KafkaConfig> = {}, options: Partial<BrokerConnectionOptions> = {}): Bench {
  const logs: LogEntry[] = []
  const logger = createLogger({ level: logLevel.DEBUG, logCreator: () => entry => void logs.push(entry) })
  const instrumentation = new InstrumentationEmitter('producer', logger)
  const connection = new BrokerConnection({
    endpoint: { host, port },
    config: config(user),
    clock: systemClock,
    logger,
    instrumentation,
    setupTimeoutMs: 10_000,
    ...options
  })
  opened.push(connection)
  return { logs, instrumentation, connection }
}

const opened: BrokerConnection[] = []
const servers: RawServer[] = []

/** Closes every connection and raw server of the test; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const connection of opened) connection.close()
  await Promise.all(opened.map(({ closed }) => closed))
  opened.length = 0
  await Promise.all(servers.map(server => server.stop()))
  servers.length = 0
}

/** A TCP server that is no broker. */
export interface RawServer {
  readonly port: number
  readonly sockets: net.Socket[]
  stop(): Promise<void>
}

export async function rawServer(onConnection: (socket: net.Socket) => void): Promise<RawServer> {
  const sockets: net.Socket[] = []
  const server = net.createServer(socket => {
    sockets.push(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const stop = (): Promise<void> =>
    new Promise(resolve => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  const raw = { port: (server.address() as net.AddressInfo).port, sockets, stop }
  servers.push(raw)
  return raw
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    value => {
      throw new Error(`resolved: ${String(value)}`)
    },
    (error: Error) => error
  )
}
