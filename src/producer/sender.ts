import type { Cluster } from '../cluster/cluster'
import { retryPolicy } from '../cluster/retry-policy'
import type { RetryConfig } from '../config/retry-config'
import { KafkaUnsupportedVersionError } from '../errors/cluster-errors'
import { errorCodes, errorEntry } from '../errors/error-table'
import { type KafkaJSError, KafkaJSNonRetriableError, type Outcome } from '../errors/kafkajs-error'
import type { BrokerConnection } from '../network/broker-connection'
import { produceApi } from '../protocol/generated/produce'
import type { PartitionProduceResponse, ProduceResponse } from '../protocol/generated/produce-response'
import { zeroUuid } from '../protocol/uuid'
import type { Logger } from '../types/logger'
import type { Clock } from '../utils/clock'
import { BrokerChannel } from './broker-channel'
import { breakdown, type DeliveryFailure, describeBatch, produceError, refusal, retriesExceeded } from './delivery-failure'
import { PartitionBackoff } from './partition-backoff'
import type { PartitionQueue } from './partition-queue'
import { ProduceExchange, requestKind } from './produce-exchange'
import type { ProducerBatch } from './producer-batch'
import type { RecordAccumulator } from './record-accumulator'
import type { SentBatch } from './sent-batch'

/** What a {@link Sender} is made of. */
export interface SenderOptions {
  readonly cluster: Cluster
  readonly clock: Clock
  readonly logger: Logger
  readonly retry: RetryConfig
  /** Requests that one broker may have unanswered. */
  readonly maxInFlightRequests: number
  /** Most bytes of batches in one request; a single batch may be larger. */
  readonly maxRequestBytes: number
  /** Time a request has to be answered, ms. */
  readonly requestTimeoutMs: number
}

/**
 * Without idempotence a partition has one batch on its way: were there two, the first could fail and come after the second when it is sent again.
 */
const maxInFlightPerPartition = 1

/**
 * Takes batches to the leaders of their partitions. Whenever the event loop comes round it makes one request for each broker of the first batch
 * of every partition that may be sent to; what is appended while requests are out goes with the next. Success and failure are a batch's own:
 * nothing is ever concluded from a broker having answered about others.
 */
export class Sender {
  private readonly channels = new Map<number, BrokerChannel>()
  /** Partitions with something to send, those that have waited longest first. */
  private readonly sendable = new Set<PartitionQueue>()
  private readonly backoff: PartitionBackoff
  private drainScheduled = false
  private isClosed = false

  constructor(
    private readonly options: SenderOptions,
    private readonly accumulator: RecordAccumulator
  ) {
    const { clock, cluster, retry } = options
    this.backoff = new PartitionBackoff({ clock, metadata: cluster.metadata, retry, onOver: queue => this.wake(queue) })
  }

  /** Something about the partition has changed that may let it send. */
  wake(queue: PartitionQueue): void {
    if (this.isClosed || queue.inFlight >= maxInFlightPerPartition || queue.closing || queue.backoff !== undefined) return
    if (queue.head === undefined) return
    this.sendable.add(queue)
    this.scheduleDrain()
  }

  /** Sends nothing more, and ends all waits. */
  close(): void {
    this.isClosed = true
    this.backoff.close()
    this.sendable.clear()
  }

  /** Calls made in the same turn of the event loop, e.g. by the callers of one response, share batches and a request. */
  private scheduleDrain(): void {
    if (this.drainScheduled || this.sendable.size === 0) return
    this.drainScheduled = true
    setImmediate(() => this.drain())
  }

  private drain(): void {
    this.drainScheduled = false
    const byChannel = new Map<BrokerChannel, Map<number, SentBatch[]>>()
    for (const queue of this.sendable) {
      const batch = queue.head
      if (batch === undefined) {
        this.sendable.delete(queue)
        continue
      }
      const channel = this.channelFor(queue)
      if (channel === undefined || !this.prepare(queue, batch)) continue
      const kinds = getOrMake(byChannel, channel, () => new Map<number, SentBatch[]>())
      const leaderEpoch = this.options.cluster.metadata.partition(queue.topic, queue.partition)?.leaderEpoch ?? -1
      getOrMake(kinds, requestKind(batch.acks, batch.compression), () => []).push({ queue, batch, leaderEpoch })
    }
    for (const [channel, kinds] of byChannel) for (const sent of kinds.values()) this.sendInRequests(channel, sent)
  }

  /** The channel to the partition's leader if it can take a request now; else sees to it that it will, or that the partition waits. */
  private channelFor(queue: PartitionQueue): BrokerChannel | undefined {
    const { metadata } = this.options.cluster
    const leader = metadata.leader(queue.topic, queue.partition)
    if (leader < 0) {
      this.failWaiting(queue, leader, this.noLeader(queue))
      return undefined
    }
    const channel = getOrMake(this.channels, leader, () => new BrokerChannel(leader, this.options.cluster))
    if (channel.inFlight >= this.options.maxInFlightRequests) return undefined
    if (channel.connection !== undefined) return channel
    channel.connect(
      () => this.scheduleDrain(),
      error => this.onUnreachable(channel, error)
    )
    return undefined
  }

  /** Closes a batch that is still open; true when its bytes are there. */
  private prepare(queue: PartitionQueue, batch: ProducerBatch): boolean {
    if (batch.state === 'ready') return true
    if (queue.open === batch) this.accumulator.seal(queue)
    try {
      const closing = batch.close()
      if (closing === undefined) return true
      queue.closing = true
      this.sendable.delete(queue)
      closing
        .catch((error: unknown) => this.giveUp(batch, breakdown(error, 'not-applied')))
        .finally(() => {
          queue.closing = false
          this.wake(queue)
        })
    } catch (error) {
      this.giveUp(batch, breakdown(error, 'not-applied'))
      this.wake(queue)
    }
    return false
  }

  private sendInRequests(channel: BrokerChannel, all: readonly SentBatch[]): void {
    const { maxRequestBytes, maxInFlightRequests } = this.options
    for (let from = 0; from < all.length && channel.inFlight < maxInFlightRequests; ) {
      let to = from
      for (let bytes = 0; to < all.length; to++) {
        bytes += all[to].batch.sizeInBytes
        if (bytes > maxRequestBytes && to > from) break
      }
      this.send(channel, all.slice(from, to))
      from = to
    }
  }

  private send(channel: BrokerChannel, sent: readonly SentBatch[]): void {
    for (const { queue, batch } of sent) {
      this.accumulator.take(queue)
      batch.sent()
      queue.inFlight++
      this.sendable.delete(queue)
    }
    channel.inFlight++
    const { connection } = channel
    const acks = sent[0].batch.acks
    const exchange = new ProduceExchange(sent, acks, topic => this.options.cluster.metadata.topic(topic)?.topicId ?? zeroUuid)
    this.exchange(connection, exchange, acks)
      .then(
        response => this.onResponse(channel, exchange, response),
        (error: KafkaJSError) => this.onError(channel, exchange, error)
      )
      .finally(() => {
        channel.inFlight--
        this.scheduleDrain()
      })
  }

  /** @returns undefined when no answer is to come */
  private async exchange(
    connection: BrokerConnection | undefined,
    exchange: ProduceExchange,
    acks: number
  ): Promise<ProduceResponse | undefined> {
    const ready = connection as BrokerConnection
    const version = exchange.version(ready.versions)
    if (acks !== 0) return ready.send(produceApi, version, exchange.request(), this.options.requestTimeoutMs)
    await ready.sendOneWay(produceApi, version, exchange.request())
    return undefined
  }

  private onResponse(channel: BrokerChannel, exchange: ProduceExchange, response: ProduceResponse | undefined): void {
    if (response === undefined) {
      for (const sent of exchange.sent) this.succeed(sent, () => sent.batch.written())
      return
    }
    let refresh = false
    exchange.match(response, (sent, answer) => {
      if (this.onAnswer(channel, sent, answer)) refresh = true
    })
    // Only now: a partition that learns of another leader ends its wait, which must have begun.
    const { metadata } = this.options.cluster
    exchange.match(response, ({ batch }, answer) => {
      const { leaderId = -1, leaderEpoch = -1 } = answer?.currentLeader ?? {}
      if (leaderId >= 0) metadata.learnLeader(batch.topic, batch.partition, leaderId, leaderEpoch, response.nodeEndpoints)
    })
    if (refresh) this.refreshMetadata()
  }

  /** @returns whether the metadata that led to this broker seem to be out of date */
  private onAnswer(channel: BrokerChannel, sent: SentBatch, answer: PartitionProduceResponse | undefined): boolean {
    const { batch } = sent
    if (answer === undefined) {
      const error = new KafkaJSNonRetriableError(`Broker ${channel.nodeId} answered Produce without a word on ${describeBatch(batch)}`)
      this.abandon(sent, breakdown(error, 'maybe-applied'))
      return false
    }
    const { errorCode, errorMessage } = answer
    const entry = errorEntry(errorCode)
    if (errorCode === 0) this.succeed(sent, () => batch.stored(answer))
    else if (entry.alreadyApplied) this.succeed(sent, () => batch.stored({ ...answer, baseOffset: -1n }))
    else {
      const outcome: Outcome = entry.maybeApplied ? 'maybe-applied' : 'not-applied'
      const broker = String(channel.nodeId)
      if (entry.retriable) this.retryLater(sent, channel.nodeId, produceError(errorCode, errorMessage, batch, { broker }), outcome)
      else this.abandon(sent, refusal(errorCode, errorMessage, batch, broker, batch.maybeApplied ? 'maybe-applied' : outcome))
    }
    return entry.refreshMetadata
  }

  /** A whole request failed. */
  private onError(channel: BrokerChannel, exchange: ProduceExchange, error: KafkaJSError): void {
    const outcome = error.outcome ?? (error instanceof KafkaUnsupportedVersionError ? 'not-applied' : 'maybe-applied')
    const { retriable, refreshMetadata } = retryPolicy(error)
    for (const sent of exchange.sent) {
      if (retriable) this.retryLater(sent, channel.nodeId, error, outcome)
      else this.abandon(sent, breakdown(error, sent.batch.maybeApplied ? 'maybe-applied' : outcome))
    }
    if (refreshMetadata) this.refreshMetadata()
  }

  /** No connection: all partitions that want to go there have failed, before anything was written. */
  private onUnreachable(channel: BrokerChannel, error: Error): void {
    const { metadata } = this.options.cluster
    for (const queue of this.sendable) {
      if (metadata.leader(queue.topic, queue.partition) !== channel.nodeId) continue
      if (retryPolicy(error).retriable) this.failWaiting(queue, channel.nodeId, error)
      else {
        this.sendable.delete(queue)
        for (const batch of queue.waiting) this.giveUp(batch, breakdown(error, batch.outcome))
      }
    }
    this.scheduleDrain()
  }

  private succeed({ queue, batch }: SentBatch, settle: () => void): void {
    queue.inFlight--
    queue.failures = 0
    const wasSettled = batch.isSettled
    settle()
    if (!wasSettled) this.accumulator.settled(batch)
    this.wake(queue)
  }

  /** A batch that was in flight has failed for good. */
  private abandon({ queue, batch }: SentBatch, failure: DeliveryFailure): void {
    queue.inFlight--
    this.giveUp(batch, failure)
    batch.finish()
    this.wake(queue)
  }

  /** A batch that was in flight goes back to the front of its queue, unless it was given up meanwhile. */
  private retryLater({ queue, batch, leaderEpoch }: SentBatch, leader: number, error: Error, outcome: Outcome): void {
    queue.inFlight--
    batch.failedAttempt(error, outcome)
    if (batch.isSettled) batch.finish()
    else this.accumulator.putBack(queue, batch)
    this.leaveAlone(queue, batch, error, leader, leaderEpoch)
  }

  /** The first batch of a partition could not even be sent. */
  private failWaiting(queue: PartitionQueue, leader: number, error: Error): void {
    const batch = queue.head
    batch?.failedAttempt(error, 'not-applied')
    this.leaveAlone(queue, batch, error, leader, this.options.cluster.metadata.partition(queue.topic, queue.partition)?.leaderEpoch ?? -1)
    if (leader < 0) this.refreshMetadata()
  }

  /** @param tried the batch that has counted the failure already */
  private leaveAlone(queue: PartitionQueue, tried: ProducerBatch | undefined, error: Error, leader: number, leaderEpoch: number): void {
    if (this.isClosed) return
    this.sendable.delete(queue)
    const { retry, logger } = this.options
    const { topic, partition } = queue
    const waitMs = this.backoff.start(queue, leader, leaderEpoch)
    // The first says it; what follows until something works is the same again.
    const log = queue.failures === 1 ? logger.warn : logger.debug
    log(`Sending failed, trying again: ${error.message}`, { topic, partition, leader, retryInMs: Math.round(waitMs) })
    if (!retry.explicitRetries) return
    // Whoever counts retries counts for each call, and the calls behind would have failed with the first: they do not begin to count after it.
    for (const batch of queue.waiting) {
      if (batch !== tried) batch.failedAttempt(error, 'not-applied')
      if (batch.attempts > retry.retries) {
        this.giveUp(batch, retriesExceeded(batch.lastError ?? error, batch.attempts - 1, Math.round(waitMs), batch.outcome))
      }
    }
  }

  private giveUp(batch: ProducerBatch, failure: DeliveryFailure): void {
    const wasSettled = batch.isSettled
    batch.fail(failure)
    if (!wasSettled) this.accumulator.settled(batch)
  }

  private noLeader(queue: PartitionQueue): Error {
    const { topic, partition } = queue
    const batch = queue.head
    return produceError(errorCodes.LEADER_NOT_AVAILABLE, null, {
      topic,
      partition,
      recordCount: batch?.recordCount ?? 0,
      sizeInBytes: batch?.sizeInBytes ?? 0
    })
  }

  private refreshMetadata(): void {
    // Its errors are those of brokers that the next attempt will meet, too.
    this.options.cluster.requestMetadataUpdate().catch(() => undefined)
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
