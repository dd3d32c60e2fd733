import type { Cluster } from '../cluster/cluster'
import type { ProducerConfigResolved } from '../config/producer-config'
import { KafkaJSError, KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { KafkaClosedError, KafkaJSInvariantViolation } from '../errors/usage-errors'
import type { EventListener, InstrumentationEmitter } from '../instrumentation/emitter'
import type { ProducerEvents } from '../types/events'
import type { Logger } from '../types/logger'
import type { Producer, ProducerBatch, ProducerRecord, RecordMetadata, TopicMessages } from '../types/producer'
import type { Clock } from '../utils/clock'
import { checkSettings, checkTopicMessages } from './check-messages'
import { withOutcome } from './delivery-failure'
import { DefaultPartitioner } from './partitioners/partitioners'
import { type RecordPartitioner, recordPartitioner } from './partitioners/record-partitioner'
import { defaultLimits, type ProducerLimits, ProducerSession } from './producer-session'

/** What a producer is made of. */
export interface ProducerOptions {
  /** Its own: connected and closed with it. */
  readonly cluster: Cluster
  readonly config: ProducerConfigResolved
  /** The client's `requestTimeout`, ms. */
  readonly requestTimeoutMs: number
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly clock: Clock
  /** For tests. */
  readonly limits?: Partial<ProducerLimits> | undefined
}

/**
 * - `disconnected`: no calls are taken; `connect` comes next, at first and after each `disconnect`;
 * - `connecting`: no calls are taken yet;
 * - `connected`: takes calls;
 * - `disconnecting`: takes no more calls, finishes those it has.
 */
type ProducerState = 'disconnected' | 'connecting' | 'connected' | 'disconnecting'

const legalSuccessors: Readonly<Record<ProducerState, readonly ProducerState[]>> = {
  disconnected: ['connecting', 'disconnecting'],
  connecting: ['connected', 'disconnected', 'disconnecting'],
  connected: ['disconnecting'],
  disconnecting: ['disconnected']
}

/** Names of a producer's events. */
export const producerEvents: ProducerEvents = Object.freeze({
  CONNECT: 'producer.connect',
  DISCONNECT: 'producer.disconnect',
  REQUEST: 'producer.network.request',
  REQUEST_TIMEOUT: 'producer.network.request_timeout',
  REQUEST_QUEUE_SIZE: 'producer.network.request_queue_size'
})

const eventNames = new Set<string>(Object.values(producerEvents))

/**
 * Makes a producer with KafkaJS's methods. They are functions of their own, so that they can be taken off the object and replaced on it.
 *
 * Messages are copied when their call passes the gate, which is at once unless the metadata of a topic have to be fetched first or the
 * buffer is full. Until then, and so in the first call for a topic until it resolves, buffers must not be reused.
 */
export function createProducer(options: ProducerOptions): Producer {
  const facade = new ProducerFacade(options)
  return {
    connect: () => facade.connect(),
    disconnect: () => facade.disconnect(),
    send: record => facade.send(record),
    sendBatch: batch => facade.sendBatch(batch),
    isIdempotent: () => false,
    events: producerEvents,
    on: (eventName: string, listener: EventListener) => facade.on(eventName, listener),
    logger: () => facade.logger
  } as Producer
}

class ProducerFacade {
  readonly logger: Logger
  private readonly partitioner: RecordPartitioner
  private state: ProducerState = 'disconnected'
  private session: ProducerSession | undefined
  private connecting: Promise<void> | undefined
  private disconnecting: Promise<void> | undefined

  constructor(private readonly options: ProducerOptions) {
    this.logger = options.logger.namespace('Producer')
    this.partitioner = recordPartitioner(options.config.createPartitioner ?? DefaultPartitioner)
  }

  connect(): Promise<void> {
    if (this.state === 'connected') return Promise.resolve()
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined
    })
    return this.connecting
  }

  disconnect(): Promise<void> {
    this.disconnecting ??= this.close().finally(() => {
      this.disconnecting = undefined
    })
    return this.disconnecting
  }

  // Not async functions: each would add a promise of its own, and turns of the microtask queue, to every call.
  send(record: ProducerRecord): Promise<RecordMetadata[]> {
    try {
      const { topic, messages, acks, timeout, compression } = record
      return this.submit([{ topic, messages }], acks, timeout, compression)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]> {
    try {
      const { topicMessages = [], acks, timeout, compression } = batch
      return this.submit(topicMessages, acks, timeout, compression)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  on(eventName: string, listener: EventListener): () => void {
    if (!eventNames.has(eventName)) {
      const names = Object.keys(producerEvents).map(key => `producer.events.${key}`)
      throw new KafkaJSNonRetriableError(`Event name should be one of ${names.join(', ')}`)
    }
    return this.options.instrumentation.on(eventName, listener)
  }

  private submit(
    topicMessages: readonly TopicMessages[],
    acks: number | undefined,
    timeout: number | undefined,
    compression: number | undefined
  ): Promise<RecordMetadata[]> {
    checkTopicMessages(topicMessages)
    const settings = checkSettings(acks, timeout, compression)
    return this.sessionForCalls().submit(topicMessages, settings)
  }

  private sessionForCalls(): ProducerSession {
    if (this.session !== undefined && this.state === 'connected') return this.session
    if (this.state === 'disconnecting') {
      const message = 'The producer is disconnecting and takes no more messages'
      throw new KafkaJSNonRetriableError(message, { outcome: 'not-applied' })
    }
    throw withOutcome(new KafkaJSError('The producer is disconnected'), 'not-applied')
  }

  private async open(): Promise<void> {
    const { cluster, clock, config, requestTimeoutMs, limits, instrumentation } = this.options
    if (this.disconnecting !== undefined) await this.disconnecting
    this.become('connecting')
    try {
      await cluster.connect()
    } catch (error) {
      if (this.isIn('connecting')) this.become('disconnected')
      throw error
    }
    // `disconnect` may have been called meanwhile, when the cluster was connected but this had not been told yet.
    if (!this.isIn('connecting')) throw new KafkaClosedError('The producer was disconnected')
    this.session = new ProducerSession({
      cluster,
      clock,
      logger: this.logger,
      partitioner: this.partitioner,
      retry: config.retry,
      maxInFlightRequests: config.maxInFlightRequests,
      requestTimeoutMs,
      limits: { ...defaultLimits, ...limits }
    })
    this.become('connected')
    instrumentation.emit('connect')
  }

  private async close(): Promise<void> {
    const { cluster, instrumentation } = this.options
    const { session } = this
    this.become('disconnecting')
    try {
      await session?.close()
    } finally {
      this.session = undefined
      await cluster.close()
      this.become('disconnected')
    }
    instrumentation.emit('disconnect')
  }

  private isIn(state: ProducerState): boolean {
    return this.state === state
  }

  private become(next: ProducerState): void {
    if (!legalSuccessors[this.state].includes(next)) {
      throw new KafkaJSInvariantViolation(`a producer cannot go from ${this.state} to ${next}`)
    }
    this.logger.debug(`Producer: ${this.state} → ${next}`)
    this.state = next
  }
}
