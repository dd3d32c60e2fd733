import type { Cluster } from '../cluster/cluster'
import type { RetryConfig } from '../config/retry-config'
import { KafkaClosedError } from '../errors/usage-errors'
import type { Logger } from '../types/logger'
import type { RecordMetadata, TopicMessages } from '../types/producer'
import { type Clock, sleep } from '../utils/clock'
import { CallDispatcher } from './call-dispatcher'
import type { RecordPartitioner } from './partitioners/record-partitioner'
import { type CallSettings, RecordAccumulator } from './record-accumulator'
import { SendGate } from './send-gate'
import { Sender } from './sender'

/** Limits that are not options yet. */
export interface ProducerLimits {
  /** Most bytes of one batch before compression. Default 1 MiB: with the broker's own limit (1,048,588) one larger record remains possible. */
  readonly maxBatchBytes: number
  /** Most bytes of batches in one request. Default 16 MiB. */
  readonly maxRequestBytes: number
  /** Bytes that may wait or be in flight before calls have to wait. Default 32 MiB. */
  readonly bufferBytes: number
  /** How long a call waits for metadata or room, ms. Default 60,000. */
  readonly maxBlockMs: number
  /** Time from a batch's first record to its acknowledgement, ms. Default 120,000. */
  readonly deliveryTimeoutMs: number
  /** How long `disconnect` waits for what is being sent, ms. Default 30,000. */
  readonly flushTimeoutMs: number
}

/** See {@link ProducerLimits}. */
export const defaultLimits: ProducerLimits = Object.freeze({
  maxBatchBytes: 1024 * 1024,
  maxRequestBytes: 16 * 1024 * 1024,
  bufferBytes: 32 * 1024 * 1024,
  maxBlockMs: 60_000,
  deliveryTimeoutMs: 120_000,
  flushTimeoutMs: 30_000
})

/** What a {@link ProducerSession} is made of. */
export interface ProducerSessionOptions {
  readonly cluster: Cluster
  readonly clock: Clock
  readonly logger: Logger
  readonly partitioner: RecordPartitioner
  readonly retry: RetryConfig
  readonly maxInFlightRequests: number
  readonly requestTimeoutMs: number
  readonly limits: ProducerLimits
}

/** What a producer has between `connect` and `disconnect`: gate → accumulator → sender. */
export class ProducerSession {
  private readonly gate: SendGate
  private readonly accumulator: RecordAccumulator
  private readonly sender: Sender

  constructor(private readonly options: ProducerSessionOptions) {
    const { cluster, clock, logger, partitioner, retry, maxInFlightRequests, requestTimeoutMs, limits } = options
    const { maxBatchBytes, bufferBytes, deliveryTimeoutMs, maxBlockMs, maxRequestBytes } = limits
    this.accumulator = new RecordAccumulator({
      clock,
      maxBatchBytes,
      bufferBytes,
      deliveryTimeoutMs,
      onBatch: queue => this.sender.wake(queue),
      onRoom: () => this.gate.onRoom()
    })
    const dispatcher = new CallDispatcher(cluster.metadata, partitioner, this.accumulator)
    const { explicitRetries } = retry
    this.gate = new SendGate({ clock, cluster, accumulator: this.accumulator, dispatcher, maxBlockMs, explicitRetries })
    this.sender = new Sender({ cluster, clock, logger, retry, maxInFlightRequests, maxRequestBytes, requestTimeoutMs }, this.accumulator)
  }

  /** Takes a call whose messages have been checked. It settles, whatever happens, within `maxBlockMs` plus `deliveryTimeoutMs`. */
  submit(topicMessages: readonly TopicMessages[], settings: CallSettings): Promise<RecordMetadata[]> {
    return new Promise((resolve, reject) => this.gate.submit(topicMessages, settings, resolve, reject))
  }

  /** Waits, for a limited time, until all calls are settled; then rejects those that are left, and ends. */
  async close(): Promise<void> {
    const { clock, limits } = this.options
    const enough = new AbortController()
    const flushed = this.gate.whenEmpty().then(() => this.accumulator.whenIdle())
    await Promise.race([flushed, sleep(clock, limits.flushTimeoutMs, enough.signal)])
    enough.abort()
    this.gate.rejectAll(
      () => new KafkaClosedError('The producer was disconnected before the messages could be sent', { outcome: 'not-applied' })
    )
    this.accumulator.failAll()
    this.sender.close()
  }
}
