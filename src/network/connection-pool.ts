import type { ClientConfig } from '../config/client-config'
import type { KafkaJSError } from '../errors/kafkajs-error'
import { KafkaClosedError } from '../errors/usage-errors'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { Endpoint } from '../types/endpoint'
import type { Logger } from '../types/logger'
import { backoffMs } from '../utils/backoff'
import { sleep, type Clock } from '../utils/clock'
import { BrokerConnection, type ConnectionPurpose } from './broker-connection'
import { brokerName, connectionClosed } from './connection-failure'
import type { Connector } from './connector'
import { warnOfOpenDoors } from './security-warnings'

/** A broker to connect to. Bootstrap addresses have negative ids of their own. */
export interface PoolNode extends Endpoint {
  readonly nodeId: number
}

/** What a pool is made of. */
export interface ConnectionPoolOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly connector?: Connector | undefined
  /** Wait after the first failed attempt, ms. Default 50. */
  readonly reconnectBackoffMs?: number | undefined
  /** Longest wait after failed attempts, ms. Default 1,000. */
  readonly reconnectBackoffMaxMs?: number | undefined
  /** Random numbers in [0, 1), for the jitter. Default `Math.random`. */
  readonly random?: (() => number) | undefined
}

/** Ends a wait or an attempt. */
interface Attempt {
  readonly promise: Promise<BrokerConnection>
  readonly abort: AbortController
}

/** One broker at one address, as long as there is anything to remember. */
interface NodeEntry {
  readonly node: PoolNode
  /** Attempts that failed since the last one that succeeded. */
  failures: number
  /** Connections in a row that were ready and ended without an answer to any request. */
  silentEnds: number
  /** No attempt before, `clock.now()`. */
  notBefore: number
  readonly attempts: Map<ConnectionPurpose, Attempt>
  readonly ready: Map<ConnectionPurpose, BrokerConnection>
}

/**
 * The connections of one client: one for each broker and purpose, made when it is first asked for and made anew after it has ended.
 *
 * Attempts at a broker that fails are spaced out (50 ms growing to 1 s, with jitter), and each is given more time than the last (10 s growing to
 * 30 s, KIP-601). A connection that ends after it was of use costs no wait; one that ends without ever having answered counts as a failed attempt.
 * A broker is known by its id: when its address changes, the old connections finish what is pending and close.
 */
export class ConnectionPool {
  private readonly nodes = new Map<number, NodeEntry>()
  /** Everything that is not closed yet, retired connections included. */
  private readonly open = new Set<BrokerConnection>()
  private readonly logger: Logger
  private isClosed = false

  constructor(private readonly options: ConnectionPoolOptions) {
    this.logger = options.logger.namespace('ConnectionPool')
    warnOfOpenDoors(options.config, this.logger)
  }

  /**
   * A connection that is ready: the one there is, or a new one. All who ask while an attempt is on its way share it; after failed attempts it
   * begins with a wait.
   * Rejects with what `BrokerConnection.connect` does, with KafkaJSConnectionClosedError when the broker is retired meanwhile, or with KafkaClosedError.
   */
  get(node: PoolNode, purpose: ConnectionPurpose): Promise<BrokerConnection> {
    if (this.isClosed) return Promise.reject(new KafkaClosedError('The client is disconnected'))
    const entry = this.entry(node)
    const ready = entry.ready.get(purpose)
    if (ready !== undefined && ready.state === 'ready') return Promise.resolve(ready)
    const underWay = entry.attempts.get(purpose)
    if (underWay !== undefined) return underWay.promise
    const abort = new AbortController()
    const promise = this.connect(entry, purpose, abort.signal)
    entry.attempts.set(purpose, { promise, abort })
    return promise
  }

  /** The connection that is ready now, without making one. */
  ready(nodeId: number, purpose: ConnectionPurpose): BrokerConnection | undefined {
    const connection = this.nodes.get(nodeId)?.ready.get(purpose)
    return connection?.state === 'ready' ? connection : undefined
  }

  /** Requests without an answer on all connections to the broker. */
  inFlight(nodeId: number): number {
    let count = 0
    for (const connection of this.nodes.get(nodeId)?.ready.values() ?? []) count += connection.inFlightCount
    return count
  }

  /** Forgets a broker that has left the cluster: its connections finish what is pending and close. */
  retire(nodeId: number): void {
    const entry = this.nodes.get(nodeId)
    if (entry === undefined) return
    this.nodes.delete(nodeId)
    const reason = connectionClosed(entry.node, 'not-applied', new Error('the broker has left the cluster or moved'))
    for (const { abort } of entry.attempts.values()) abort.abort(reason)
    for (const connection of entry.ready.values()) connection.retire()
  }

  /** Closes everything, what is pending rejects; resolves when no socket and no timer is left. */
  async close(): Promise<void> {
    this.isClosed = true
    const reason = new KafkaClosedError('The client is disconnected')
    for (const { attempts } of this.nodes.values()) for (const { abort } of attempts.values()) abort.abort(reason)
    this.nodes.clear()
    const connections = [...this.open]
    for (const connection of connections) connection.close()
    await Promise.all(connections.map(({ closed }) => closed))
  }

  private entry(node: PoolNode): NodeEntry {
    const known = this.nodes.get(node.nodeId)
    if (known !== undefined && known.node.host === node.host && known.node.port === node.port) return known
    if (known !== undefined) this.retire(node.nodeId)
    const entry: NodeEntry = { node, failures: 0, silentEnds: 0, notBefore: -Infinity, attempts: new Map(), ready: new Map() }
    this.nodes.set(node.nodeId, entry)
    return entry
  }

  private async connect(entry: NodeEntry, purpose: ConnectionPurpose, signal: AbortSignal): Promise<BrokerConnection> {
    const { clock } = this.options
    try {
      const wait = entry.notBefore - clock.now()
      if (wait > 0) await sleep(clock, wait, signal)
      signal.throwIfAborted()
      const connection = this.make(entry, purpose)
      const onAbort = (): void => connection.close()
      signal.addEventListener('abort', onAbort, { once: true })
      try {
        await connection.connect()
      } catch (error) {
        signal.throwIfAborted()
        entry.failures++
        this.backOff(entry, error)
        throw error
      } finally {
        signal.removeEventListener('abort', onAbort)
      }
      signal.throwIfAborted()
      entry.failures = 0
      entry.ready.set(purpose, connection)
      void connection.closed.then(error => this.ended(entry, purpose, connection, error))
      return connection
    } finally {
      entry.attempts.delete(purpose)
    }
  }

  private make({ node, failures, silentEnds }: NodeEntry, purpose: ConnectionPurpose): BrokerConnection {
    const { config, clock, logger, instrumentation, connector } = this.options
    const { connectionTimeoutMs: initialMs, connectionTimeoutMaxMs: maxMs } = config
    const connection = new BrokerConnection({
      endpoint: { host: node.host, port: node.port },
      nodeId: node.nodeId,
      purpose,
      config,
      clock,
      logger,
      instrumentation,
      setupTimeoutMs: backoffMs({ initialMs, maxMs, multiplier: 2, jitter: 0 }, failures),
      attempt: failures + silentEnds,
      connector
    })
    this.open.add(connection)
    void connection.closed.finally(() => this.open.delete(connection))
    return connection
  }

  /** A connection that was ready is gone. */
  private ended(entry: NodeEntry, purpose: ConnectionPurpose, connection: BrokerConnection, error: KafkaJSError | undefined): void {
    if (entry.ready.get(purpose) === connection) entry.ready.delete(purpose)
    if (connection.hasAnswered) entry.silentEnds = 0
    else if (error !== undefined) {
      entry.silentEnds++
      this.backOff(entry, error)
    }
  }

  private backOff(entry: NodeEntry, error: unknown): void {
    const { clock, reconnectBackoffMs: initialMs = 50, reconnectBackoffMaxMs: maxMs = 1000, random = Math.random } = this.options
    const { node } = entry
    const failures = entry.failures + entry.silentEnds
    const wait = backoffMs({ initialMs, maxMs, multiplier: 2, jitter: 0.2, random }, failures - 1)
    entry.notBefore = Math.max(entry.notBefore, clock.now() + wait)
    // The first says it; what follows until something works is the same again.
    const log = failures === 1 ? this.logger.warn : this.logger.debug
    log((error as Error).message, { broker: brokerName(node), nodeId: node.nodeId, failures, retryInMs: Math.round(wait) })
  }
}
