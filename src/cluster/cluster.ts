import { setMaxListeners } from 'node:events'
import type { ClientConfig } from '../config/client-config'
import { protocolError } from '../errors/protocol-error'
import { KafkaClosedError } from '../errors/usage-errors'
import { KafkaJSBrokerNotFound } from '../errors/connection-errors'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { BrokerConnection, ConnectionPurpose } from '../network/broker-connection'
import { ConnectionPool } from '../network/connection-pool'
import type { Connector } from '../network/connector'
import type { Api } from '../protocol/api'
import type { MetadataResponse } from '../protocol/generated/metadata-response'
import type { Logger } from '../types/logger'
import type { Clock } from '../utils/clock'
import { AnyBroker, type Ask } from './any-broker'
import { CoordinatorCache, type CoordinatorType } from './coordinator-cache'
import { fetchMetadata } from './fetch-metadata'
import { findCoordinator } from './find-coordinator'
import { AllFailedError } from './hedge'
import { MetadataCache } from './metadata-cache'
import { MetadataUpdater } from './metadata-updater'
import type { TopicMetadata } from './partition-metadata'
import { type RetryAttempt, type RetryOptions, retryLoop } from './retry'
import { retryPolicy } from './retry-policy'
import { SeedBrokers } from './seed-brokers'

/** What a cluster is made of. */
export interface ClusterOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  /** Metadata older than this are fetched anew while connected, ms. 0: only on demand. */
  readonly metadataMaxAgeMs: number
  /** Whether asking for a topic that does not exist may make the broker create it. */
  readonly allowAutoTopicCreation: boolean
  readonly connector?: Connector | undefined
  /** Chance, in [0, 1): order of brokers, jitter of waits. Default `Math.random`. */
  readonly random?: (() => number) | undefined
}

/** Limits of one request. */
export interface SendOptions {
  /** Time for the response, ms. Default: the client's `requestTimeout`. */
  readonly timeoutMs?: number | undefined
  /** Lowest version to use, when a feature of the request needs it. */
  readonly minVersion?: number | undefined
  /** Highest version to use. */
  readonly maxVersion?: number | undefined
}

/** A request, or how to make it for the version that was negotiated. */
export type RequestSource<I> = I | ((version: number) => I)

/** What lives from `connect()` to `close()`. */
interface Session {
  readonly controller: AbortController
  readonly pool: ConnectionPool
  readonly brokers: AnyBroker
  readonly updater: MetadataUpdater
}

/** closed → connecting → connected → closing → closed; a connect that fails goes to closing, too. */
type ClusterState = 'closed' | 'connecting' | 'connected' | 'closing'

const successors: Readonly<Record<ClusterState, readonly ClusterState[]>> = {
  closed: ['connecting'],
  connecting: ['connected', 'closing'],
  connected: ['closing'],
  closing: ['closed']
}

/**
 * One client's view of a Kafka cluster: who the brokers, leaders, coordinators and the controller are, and the way to
 * send them requests. Each producer, consumer and admin has one of its own. Only {@link Cluster.retry} repeats anything.
 * After `close()` it can be connected again.
 */
export class Cluster {
  /** What is known; stays when the cluster is closed. */
  readonly metadata = new MetadataCache()
  readonly clock: Clock
  /** Time a request has to be answered unless told otherwise, ms. */
  readonly requestTimeoutMs: number
  private readonly tracked = new Set<string>()
  private readonly coordinators = new CoordinatorCache((type, key) => this.lookUpCoordinator(type, key))
  private readonly seeds: SeedBrokers
  private readonly watched = new WeakSet<BrokerConnection>()
  private state: ClusterState = 'closed'
  private session: Session | undefined
  private closing: Promise<void> | undefined
  private connecting: Promise<void> | undefined
  private closeCount = 0

  constructor(private readonly options: ClusterOptions) {
    this.clock = options.clock
    this.requestTimeoutMs = options.config.requestTimeoutMs
    this.seeds = new SeedBrokers(options)
  }

  /** Aborts when the cluster is closed, with the KafkaClosedError as reason; aborted while it is not connected. */
  get signal(): AbortSignal {
    return this.session?.controller.signal ?? AbortSignal.abort(new KafkaClosedError('The client is not connected'))
  }

  isConnected(): boolean {
    return this.state === 'connected'
  }

  /**
   * Finds a broker among the seeds and fetches the first metadata, with the retries of the client's `retry`. Does nothing when connected.
   * @throws KafkaJSNumberOfRetriesExceeded or the error that repeating does not cure
   */
  connect(): Promise<void> {
    if (this.state === 'connected') return Promise.resolve()
    if (this.connecting !== undefined) return this.connecting
    const connecting = this.open().finally(() => {
      this.connecting = undefined
    })
    this.connecting = connecting
    return connecting
  }

  /** Closes all connections and ends all waits at once; what is pending rejects. Never rejects. */
  close(): Promise<void> {
    this.closeCount++
    if (this.session === undefined) return this.closing ?? Promise.resolve()
    const { controller, pool } = this.session
    this.transition('closing')
    controller.abort(new KafkaClosedError('The client has been disconnected'))
    this.session = undefined
    this.coordinators.clear()
    const closing = pool.close().finally(() => {
      this.transition('closed')
      this.closing = undefined
    })
    this.closing = closing
    return closing
  }

  /** Every refresh from now on asks for these topics, too. */
  trackTopics(topics: Iterable<string>): void {
    for (const topic of topics) this.tracked.add(topic)
  }

  /** Forgets topics that are of no interest any more. */
  untrackTopics(topics: Iterable<string>): void {
    for (const topic of topics) {
      this.tracked.delete(topic)
      this.metadata.forgetTopic(topic)
    }
  }

  /**
   * Refreshes the metadata, sharing a refresh with other callers and not more often than the back-off allows.
   * Resolves when one that started after the call has been merged.
   */
  async requestMetadataUpdate(): Promise<void> {
    return this.opened().updater.update()
  }

  /**
   * What is known of a topic as soon as it has partitions; from then on it is tracked. Right after its creation a topic
   * may be unknown to some brokers or without leaders, which the retry loop bridges.
   * @param deadlineMs a point of `clock.now()`; without it the client's `retry` is the limit
   * @throws KafkaJSProtocolError when the topic may not be used, KafkaJSNumberOfRetriesExceeded when it does not appear
   */
  async awaitTopic(topic: string, deadlineMs?: number): Promise<TopicMetadata> {
    const known = this.metadata.topic(topic)
    if (known !== undefined && known.partitions.length > 0 && this.tracked.has(topic)) return known
    const isNew = !this.tracked.has(topic)
    this.tracked.add(topic)
    let seen = this.metadata.version
    try {
      return await this.retry(
        `Metadata of topic ${topic}`,
        async (attempt, bail) => {
          // From the second try on the retry loop has usually refreshed already.
          if (seen === this.metadata.version)
            await (attempt === 0 ? this.opened().updater.updateForNewTopics() : this.requestMetadataUpdate())
          seen = this.metadata.version
          const { errorCode = unknownTopic, partitions = [] } = this.metadata.topic(topic) ?? {}
          if (partitions.length > 0) return this.metadata.topic(topic) as TopicMetadata
          const error = protocolError(errorCode === 0 ? leaderNotAvailable : errorCode, null, { topic })
          return retryPolicy(error).retriable ? Promise.reject(error) : bail(error)
        },
        deadlineMs === undefined ? {} : { deadlineMs }
      )
    } catch (error) {
      if (isNew && (this.metadata.topic(topic)?.partitions.length ?? 0) === 0) this.untrackTopics([topic])
      throw error
    }
  }

  /** Metadata as one broker tells them now, without creating topics; of it only the addresses of brokers go into the cache. Null: of all topics. */
  async fetchTopics(topics: readonly string[] | null): Promise<MetadataResponse> {
    const question = { topics, allowAutoTopicCreation: false, timeoutMs: this.requestTimeoutMs }
    const response = await this.askAny(connection => fetchMetadata(connection, question))
    this.metadata.addBrokers(response.brokers)
    return response
  }

  /**
   * A ready connection to a broker.
   * @throws KafkaJSBrokerNotFound when metadata do not name the broker, KafkaJSConnectionError when it cannot be reached
   */
  async connection(nodeId: number, purpose: ConnectionPurpose): Promise<BrokerConnection> {
    const { pool, updater } = this.opened()
    const node = this.metadata.broker(nodeId)
    try {
      if (node === undefined) throw new KafkaJSBrokerNotFound(`Broker ${nodeId} not found in the cached metadata`)
      const connection = await pool.get(node, purpose)
      this.watch(connection, nodeId)
      return connection
    } catch (error) {
      // A dead broker never says that it is not the coordinator any more.
      this.coordinators.forgetNode(nodeId)
      updater.update().catch(() => undefined)
      throw error
    }
  }

  /** Negotiates the version and sends, once. */
  async send<I, R>(
    nodeId: number,
    purpose: ConnectionPurpose,
    api: Api<I, unknown, unknown, R>,
    request: RequestSource<I>,
    options: SendOptions = {}
  ): Promise<R> {
    return this.sendOn(await this.connection(nodeId, purpose), api, request, options)
  }

  /** Sends a request that only reads to the known brokers, one after the other, until one answers. */
  sendToAny<I, R>(api: Api<I, unknown, unknown, R>, request: RequestSource<I>, options: SendOptions = {}): Promise<R> {
    return this.askAny(connection => this.sendOn(connection, api, request, options))
  }

  /** Sends to the controller, once. @throws KafkaJSBrokerNotFound when nobody knows the controller */
  async sendToController<I, R>(api: Api<I, unknown, unknown, R>, request: RequestSource<I>, options: SendOptions = {}): Promise<R> {
    return this.sendOn(await this.controllerConnection(), api, request, options)
  }

  /** A ready connection to the controller. @throws KafkaJSBrokerNotFound when nobody knows the controller */
  async controllerConnection(): Promise<BrokerConnection> {
    if (this.metadata.broker(this.metadata.controllerId) === undefined) await this.requestMetadataUpdate()
    const { controllerId } = this.metadata
    if (this.metadata.broker(controllerId) === undefined) {
      throw new KafkaJSBrokerNotFound(`Controller broker with id ${controllerId} not found in the cached metadata`)
    }
    return this.connection(controllerId, 'general')
  }

  /** Node id of a coordinator. Remembered until {@link Cluster.forgetCoordinator} or a failed connection; look-ups are shared. */
  coordinator(type: CoordinatorType, key: string): Promise<number> {
    return this.coordinators.get(type, key)
  }

  forgetCoordinator(type: CoordinatorType, key: string): void {
    this.coordinators.forget(type, key)
  }

  /** The client's one retry loop, see {@link retryLoop}. `close()` ends it at once. */
  retry<T>(name: string, attempt: RetryAttempt<T>, options: RetryOptions = {}): Promise<T> {
    const environment = {
      clock: this.clock,
      logger: this.options.logger,
      config: this.options.config.retry,
      signal: this.signal,
      random: this.options.random,
      refreshMetadata: () => this.requestMetadataUpdate(),
      forgetCoordinator: (type: CoordinatorType, key: string) => this.forgetCoordinator(type, key)
    }
    return retryLoop(name, attempt, environment, options)
  }

  private async open(): Promise<void> {
    const { closeCount } = this
    await this.closing
    if (closeCount !== this.closeCount) throw new KafkaClosedError('The client has been disconnected')
    this.transition('connecting')
    const session = this.makeSession()
    this.session = session
    const { logger, config, random } = this.options
    const environment = {
      clock: this.clock,
      logger,
      config: config.retry,
      signal: session.controller.signal,
      random,
      // The next try begins with the seeds anyway.
      refreshMetadata: () => Promise.resolve(),
      forgetCoordinator: () => undefined
    }
    try {
      const attempt: RetryAttempt<void> = (_, bail) =>
        session.updater.bootstrap().catch(error => (retryPolicy(error).retriable ? Promise.reject(error as Error) : bail(error)))
      await retryLoop('Connecting', attempt, environment)
      this.transition('connected')
    } catch (error) {
      if (this.session === session) await this.close()
      throw error
    }
  }

  private makeSession(): Session {
    const controller = new AbortController()
    const { signal } = controller
    // Every wait listens to it, and there may be many at a time.
    setMaxListeners(0, signal)
    const { options, metadata: cache, seeds, tracked: topics } = this
    const { clock, config, logger, instrumentation, connector, random } = options
    const pool = new ConnectionPool({ config, clock, logger, instrumentation, connector, random })
    const stopListening = cache.onMerge(({ departed }) => departed.forEach(nodeId => pool.retire(nodeId)))
    signal.addEventListener('abort', stopListening, { once: true })
    const brokers = new AnyBroker({ pool, cache, clock, signal, random })
    const { metadataMaxAgeMs: maxAgeMs, allowAutoTopicCreation } = options
    const updater = new MetadataUpdater({
      config,
      clock,
      random,
      logger,
      cache,
      brokers,
      seeds,
      topics,
      maxAgeMs,
      allowAutoTopicCreation,
      signal
    })
    return { controller, pool, brokers, updater }
  }

  private opened(): Session {
    if (this.session === undefined) throw new KafkaClosedError('The client is not connected')
    return this.session
  }

  private sendOn<I, R>(
    connection: BrokerConnection,
    api: Api<I, unknown, unknown, R>,
    source: RequestSource<I>,
    options: SendOptions
  ): Promise<R> {
    const version = connection.versions.pick(api, { min: options.minVersion, max: options.maxVersion })
    const request = typeof source === 'function' ? (source as (version: number) => I)(version) : source
    return connection.send(api, version, request, options.timeoutMs ?? this.requestTimeoutMs)
  }

  private async askAny<T>(ask: Ask<T>): Promise<T> {
    try {
      return (await this.opened().brokers.ask(ask)).value
    } catch (error) {
      // The caller's retry loop refreshes metadata for what the brokers answered; that leads back to the seeds when all are gone.
      throw error instanceof AllFailedError ? (error.errors[0] ?? new KafkaJSBrokerNotFound('No broker is known')) : error
    }
  }

  private async lookUpCoordinator(type: CoordinatorType, key: string): Promise<number> {
    const node = await this.askAny(connection => findCoordinator(connection, type, key, this.requestTimeoutMs))
    // Metadata may not have heard of the broker yet.
    if (this.metadata.broker(node.nodeId) === undefined) this.metadata.addBrokers([node])
    return node.nodeId
  }

  private watch(connection: BrokerConnection, nodeId: number): void {
    if (this.watched.has(connection)) return
    this.watched.add(connection)
    void connection.closed.then(() => this.coordinators.forgetNode(nodeId))
  }

  private transition(next: ClusterState): void {
    if (!successors[this.state].includes(next)) throw new Error(`Cluster: ${this.state} → ${next} is not a legal transition`)
    this.options.logger.debug('Cluster state', { from: this.state, to: next })
    this.state = next
  }
}

const unknownTopic = 3
const leaderNotAvailable = 5
