import type { Cluster } from '../cluster/cluster'
import type { ConsumerConfigResolved } from '../config/consumer-config'
import { KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../errors/kafkajs-error'
import { KafkaJSInvariantViolation } from '../errors/usage-errors'
import type { EventListener, InstrumentationEmitter } from '../instrumentation/emitter'
import { consumerEvents } from '../instrumentation/event-names'
import type { Consumer, ConsumerRunConfig, ConsumerSubscribeTopic, ConsumerSubscribeTopics } from '../types/consumer'
import type { Logger } from '../types/logger'
import type { TopicPartitionOffset, TopicPartitionOffsetAndMetadata, TopicPartitions } from '../types/offsets'
import type { Clock, Timer } from '../utils/clock'
import { checkCommits, checkRun, checkSeek, checkSubscription, checkTopicPartitions, type RunOptions } from './check-arguments'
import { ConsumerSession } from './consumer-session'
import { SubscriptionState } from './subscription-state'

/** What a consumer is made of. */
export interface ConsumerOptions {
  /** Its own: connected and closed with it. */
  readonly cluster: Cluster
  readonly config: ConsumerConfigResolved
  /** The client's `requestTimeout`, ms. */
  readonly requestTimeoutMs: number
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly clock: Clock
}

/**
 * - `stopped`: no session; the cluster may be connected;
 * - `running`: there is a session;
 * - `stopping`: the session comes to its end;
 * - `restarting`: the session crashed, and a new one begins after a pause.
 */
type ConsumerState = 'stopped' | 'running' | 'stopping' | 'restarting'

const legalSuccessors: Readonly<Record<ConsumerState, readonly ConsumerState[]>> = {
  stopped: ['running', 'restarting'],
  running: ['stopping'],
  stopping: ['stopped'],
  restarting: ['running', 'stopped']
}

const eventNames = new Set<string>(Object.values(consumerEvents))
const notInitialized = 'Consumer group was not initialized, consumer#run must be called first'

/** Makes a consumer with KafkaJS's methods. They are functions of their own, so that they can be taken off the object and replaced on it. */
export function createConsumer(options: ConsumerOptions): Consumer {
  const facade = new ConsumerFacade(options)
  return {
    connect: () => facade.connect(),
    disconnect: () => facade.disconnect(),
    subscribe: subscription => facade.subscribe(subscription),
    stop: () => facade.stop(),
    run: config => facade.run(config),
    commitOffsets: topicPartitions => facade.commitOffsets(topicPartitions),
    seek: entry => facade.seek(entry),
    pause: topics => facade.pause(topics),
    paused: () => facade.paused(),
    resume: topics => facade.resume(topics),
    on: (eventName: string, listener: EventListener) => facade.on(eventName, listener),
    logger: () => facade.logger,
    events: consumerEvents
  } as Consumer
}

class ConsumerFacade {
  readonly logger: Logger
  private readonly subscription = new SubscriptionState()
  private state: ConsumerState = 'stopped'
  private session: ConsumerSession | undefined
  private restartTimer: Timer | undefined
  private closing: Promise<void> | undefined

  constructor(private readonly options: ConsumerOptions) {
    this.logger = options.logger.namespace('Consumer')
  }

  async connect(): Promise<void> {
    const { cluster, instrumentation } = this.options
    await this.closing
    await cluster.connect()
    instrumentation.emit('connect')
  }

  /** Stops, and closes all connections. Called by a handler it resolves at once, and what it begins ends after the handler. */
  disconnect(): Promise<void> {
    return this.unlessHandler(() => this.closeOnce())
  }

  async subscribe(wanted: ConsumerSubscribeTopics | ConsumerSubscribeTopic): Promise<void> {
    if (this.state !== 'stopped') throw new KafkaJSNonRetriableError('Cannot subscribe to topic while consumer is running')
    const { topics, fromBeginning } = checkSubscription(wanted)
    const { cluster } = this.options
    const patterns = topics.filter(topic => topic instanceof RegExp)
    const names = new Set(topics.filter(topic => typeof topic === 'string'))
    if (patterns.length > 0) for (const name of await this.topicsLike(patterns)) names.add(name)
    for (const name of names) this.subscription.topics.set(name, { fromBeginning })
    await Promise.all([...names].map(name => cluster.awaitTopic(name)))
  }

  async run(config?: ConsumerRunConfig): Promise<void> {
    if (this.state !== 'stopped') {
      this.logger.warn('consumer#run was called, but the consumer is already running', { groupId: this.options.config.groupId })
      return
    }
    await this.begin(checkRun(config))
  }

  /** As {@link ConsumerFacade.disconnect}, but keeps the connections. */
  stop(): Promise<void> {
    return this.unlessHandler(() => this.endSession())
  }

  /** A handler that waits for the end of all handlers would wait for itself. */
  private unlessHandler(end: () => Promise<void>): Promise<void> {
    if (this.session?.isCalledFromHandler() !== true) return end()
    end().catch((error: unknown) => this.logger.error(`Caught error when stopping the consumer: ${(error as Error).message}`))
    return Promise.resolve()
  }

  private closeOnce(): Promise<void> {
    this.closing ??= this.close().finally(() => {
      this.closing = undefined
    })
    return this.closing
  }

  private async endSession(): Promise<void> {
    this.cancelRestart()
    if (this.session === undefined) return
    const { session } = this
    if (this.state === 'running') this.become('stopping')
    await session.stop()
    if (this.session !== session) return
    this.session = undefined
    this.become('stopped')
    this.options.instrumentation.emit('stop')
  }

  commitOffsets(topicPartitions: TopicPartitionOffsetAndMetadata[]): Promise<void> {
    const offsets = checkCommits(topicPartitions)
    return this.running().commit(offsets)
  }

  seek(entry: TopicPartitionOffset): void {
    const { topic, partition, offset } = checkSeek(entry)
    void this.running().seek(topic, partition, offset)
  }

  pause(topics: { topic: string; partitions?: number[] }[]): void {
    checkTopicPartitions(topics)
    this.running()
    this.subscription.pause(topics)
  }

  paused(): TopicPartitions[] {
    return this.subscription.paused()
  }

  resume(topics: { topic: string; partitions?: number[] }[]): void {
    checkTopicPartitions(topics)
    const session = this.running()
    this.subscription.resume(topics)
    session.wakeAll()
  }

  on(eventName: string, listener: EventListener): () => void {
    if (!eventNames.has(eventName)) {
      const names = Object.keys(consumerEvents).map(key => `consumer.events.${key}`)
      throw new KafkaJSNonRetriableError(`Event name should be one of ${names.join(', ')}`)
    }
    return this.options.instrumentation.on(eventName, listener)
  }

  private async begin(run: RunOptions): Promise<void> {
    const { cluster, config, clock, instrumentation, requestTimeoutMs } = this.options
    this.become('running')
    const { subscription, logger } = this
    const session: ConsumerSession = new ConsumerSession({
      cluster,
      config,
      requestTimeoutMs,
      clock,
      logger,
      instrumentation,
      subscription,
      run,
      onCrash: error => void this.crashed(session, error, run)
    })
    this.session = session
    try {
      // As in KafkaJS: a consumer that was disconnected connects, and a connected one says so again.
      await this.connect()
    } catch (error) {
      // Stopped or disconnected meanwhile.
      if (this.session !== session || this.state !== 'running') return
      return this.crashed(session, error as Error, run)
    }
    if (this.session === session && this.state === 'running') await session.start()
  }

  /** KafkaJS's rules: everything is closed first, then whoever listens is told, then it begins anew if that may help. */
  private async crashed(session: ConsumerSession, error: Error, run: RunOptions): Promise<void> {
    const { config, clock, instrumentation } = this.options
    const { groupId } = config
    if (this.session !== session) return
    this.logger.error(`Crash: ${error.name}: ${error.message}`, { groupId, stack: error.stack })
    await this.closeOnce()
    const restart = await this.mayRestart(error)
    instrumentation.emit('crash', { error, groupId, restart })
    if (!restart || this.state !== 'stopped') return
    const waitMs = (error as { retryTime?: number }).retryTime ?? config.retry.initialRetryTimeMs
    this.logger.error(`Restarting the consumer in ${waitMs}ms`, { groupId, retryTime: waitMs })
    this.become('restarting')
    this.restartTimer = clock.schedule(waitMs, () => void this.begin(run))
  }

  private async mayRestart(error: Error): Promise<boolean> {
    const { restartOnFailure } = this.options.config.retry
    if (!(error instanceof KafkaJSNumberOfRetriesExceeded) && (error as { retriable?: boolean }).retriable !== true) return false
    if (restartOnFailure === undefined) return true
    try {
      return await restartOnFailure(error)
    } catch (failure) {
      this.logger.error(`Caught error when invoking user-provided "restartOnFailure" callback. Defaulting to restarting.`, {
        error: (failure as Error).message
      })
      return true
    }
  }

  private async close(): Promise<void> {
    const { cluster, instrumentation } = this.options
    await this.endSession()
    await cluster.close()
    instrumentation.emit('disconnect')
  }

  private cancelRestart(): void {
    this.restartTimer?.cancel()
    this.restartTimer = undefined
    if (this.state === 'restarting') this.become('stopped')
  }

  /** Names of the topics there are that a pattern matches. Flags that make a pattern remember its last match are left out. */
  private async topicsLike(patterns: readonly RegExp[]): Promise<string[]> {
    const { cluster } = this.options
    const { topics } = await cluster.retry('Listing topics', () => cluster.fetchTopics(null))
    const stateless = patterns.map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, '')))
    return topics.flatMap(({ name }) => (name !== null && stateless.some(pattern => pattern.test(name)) ? [name] : []))
  }

  private running(): ConsumerSession {
    if (this.session === undefined) throw new KafkaJSNonRetriableError(notInitialized)
    return this.session
  }

  private become(next: ConsumerState): void {
    if (!legalSuccessors[this.state].includes(next)) {
      throw new KafkaJSInvariantViolation(`a consumer cannot go from ${this.state} to ${next}`)
    }
    this.logger.debug(`Consumer: ${this.state} → ${next}`, { groupId: this.options.config.groupId })
    this.state = next
  }
}
