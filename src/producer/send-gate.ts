import type { Cluster } from '../cluster/cluster'
import { KafkaJSNumberOfRetriesExceeded } from '../errors/kafkajs-error'
import { KafkaJSProtocolError } from '../errors/protocol-errors'
import { KafkaDeliveryTimeoutError, KafkaUsageError } from '../errors/usage-errors'
import type { RecordMetadata, TopicMessages } from '../types/producer'
import type { Clock, Timer } from '../utils/clock'
import { deferred, type Deferred } from '../utils/deferred'
import { RingQueue } from '../utils/ring-queue'
import type { CallDispatcher, UnknownPartition } from './call-dispatcher'
import { withOutcome } from './delivery-failure'
import { PendingCall } from './pending-call'
import type { CallSettings, RecordAccumulator } from './record-accumulator'

/** What a {@link SendGate} is made of. */
export interface SendGateOptions {
  readonly clock: Clock
  readonly cluster: Cluster
  readonly accumulator: RecordAccumulator
  readonly dispatcher: CallDispatcher
  /** Longest time a call waits here, ms. */
  readonly maxBlockMs: number
  /** The user named a number of retries: it also limits how long brokers may be out of reach. */
  readonly explicitRetries: boolean
}

/**
 * How often metadata are fetched for a partition that they don't have, in about 1.5 s: brokers hear of a new partition one after the other.
 */
const mostRefreshes = 5

/** Calls that wait for a topic, in the order of their coming. */
interface TopicLine {
  readonly calls: RingQueue<PendingCall>
  /** `sequence` of the last call before the look-up that is under way began; undefined when none is. */
  loadingSince: number | undefined
}

/**
 * Where calls wait until they can be put into batches: for the metadata of their topics and for room in the buffer. Nearly always there is
 * nothing to wait for, and a call passes without a pause. Calls that share a topic pass in the order of their coming; a topic
 * that nobody knows holds up only those that name it.
 */
export class SendGate {
  private readonly lines = new Map<string, TopicLine>()
  /** Topics whose metadata have been there. */
  private readonly loaded = new Set<string>()
  /** Calls that only lack room. Each stays at the head of its topics' lines meanwhile. */
  private readonly roomLine = new RingQueue<PendingCall>()
  /** All that wait, oldest first; they all may wait for the same time. */
  private readonly waiting = new Set<PendingCall>()
  private readonly toCheck: PendingCall[] = []
  private isChecking = false
  private lastSequence = 0
  private expiry: Timer | undefined
  private empty: Deferred<void> | undefined

  constructor(private readonly options: SendGateOptions) {}

  /** Puts a call's messages into batches, now or as soon as it can be; or rejects it. */
  submit(
    topicMessages: readonly TopicMessages[],
    settings: CallSettings,
    resolve: (results: RecordMetadata[]) => void,
    reject: (error: unknown) => void
  ): void {
    const mustWait = this.mustWait(topicMessages)
    if (!mustWait && this.dispatch(topicMessages, settings, resolve, reject) === undefined) return
    const call = new PendingCall(topicMessages, settings, resolve, reject)
    if (!mustWait) call.refresh = 'needed'
    this.enqueue(call)
  }

  /** The buffer may have room again. */
  onRoom(): void {
    while (this.roomLine.length > 0 && this.options.accumulator.hasRoom) {
      const call = this.roomLine.shift() as PendingCall
      call.waitsForRoom = false
      if (call.isGone) continue
      this.check(call)
    }
  }

  /** Resolves when no call waits. */
  whenEmpty(): Promise<void> {
    if (this.waiting.size === 0) return Promise.resolve()
    this.empty ??= deferred()
    return this.empty.promise
  }

  /** Rejects all that wait. */
  rejectAll(makeError: () => Error): void {
    // None may pass because the one before it has left.
    this.lines.clear()
    this.roomLine.clear()
    for (const call of this.waiting) {
      this.leave(call)
      call.reject(makeError())
    }
  }

  private isLoaded(topic: string): boolean {
    return this.loaded.has(topic) && this.options.cluster.metadata.topic(topic) !== undefined
  }

  private mustWait(topicMessages: readonly TopicMessages[]): boolean {
    if (!this.options.accumulator.hasRoom || this.roomLine.length > 0) return true
    for (const { topic } of topicMessages) if (this.lines.has(topic) || !this.isLoaded(topic)) return true
    return false
  }

  private enqueue(call: PendingCall): void {
    const { clock, maxBlockMs } = this.options
    call.sequence = ++this.lastSequence
    call.deadlineMs = clock.now() + maxBlockMs
    this.waiting.add(call)
    this.expiry ??= clock.schedule(maxBlockMs, () => this.expire())
    for (const topic of call.topics) {
      this.line(topic).calls.push(call)
      if (!this.isLoaded(topic)) this.load(topic)
    }
    this.check(call)
  }

  private line(topic: string): TopicLine {
    let line = this.lines.get(topic)
    if (line === undefined) {
      line = { calls: new RingQueue(), loadingSince: undefined }
      this.lines.set(topic, line)
    }
    return line
  }

  /** Fetches the metadata of a topic for those that wait for it. */
  private load(topic: string): void {
    const line = this.line(topic)
    if (line.loadingSince !== undefined) return
    line.loadingSince = this.lastSequence
    void this.fetch(topic, line)
  }

  private async fetch(topic: string, line: TopicLine): Promise<void> {
    try {
      await this.options.cluster.awaitTopic(topic)
    } catch (error) {
      this.onLoadFailure(topic, line, error as Error)
      return
    }
    line.loadingSince = undefined
    this.loaded.add(topic)
    this.checkHead(topic)
  }

  private onLoadFailure(topic: string, line: TopicLine, error: Error): void {
    const since = line.loadingSince ?? 0
    line.loadingSince = undefined
    if (this.lines.get(topic) !== line) return
    if (!this.isPassing(error)) {
      withOutcome(error, 'not-applied')
      // Who came while the look-up was under way has a claim to one of their own: the topic may have been made in between.
      const early = [...line.calls].filter(call => !call.isGone && call.sequence <= since)
      for (const call of early) {
        this.leave(call)
        call.reject(error)
      }
    }
    if (this.head(line) === undefined) this.lines.delete(topic)
    else this.load(topic)
  }

  /** Whether an error says nothing about the topic: brokers out of reach may come back while there is time. */
  private isPassing(error: Error): boolean {
    return (
      !this.options.explicitRetries && error instanceof KafkaJSNumberOfRetriesExceeded && !(error.cause instanceof KafkaJSProtocolError)
    )
  }

  private checkHead(topic: string): void {
    const line = this.lines.get(topic)
    if (line === undefined) return
    const head = this.head(line)
    if (head !== undefined) this.check(head)
    else if (line.loadingSince === undefined) this.lines.delete(topic)
  }

  /** The first of a line; those that are gone drop out here. */
  private head({ calls }: TopicLine): PendingCall | undefined {
    while (calls.peek()?.isGone === true) calls.shift()
    return calls.peek()
  }

  /** Lets a call pass if nothing holds it any more, and then whoever stands behind it, without recursion however many there are. */
  private check(first: PendingCall): void {
    this.toCheck.push(first)
    if (this.isChecking) return
    this.isChecking = true
    try {
      for (let call = this.toCheck.pop(); call !== undefined; call = this.toCheck.pop()) this.letPass(call)
    } finally {
      this.isChecking = false
    }
  }

  private letPass(call: PendingCall): void {
    if (call.isGone || call.waitsForRoom) return
    for (const topic of call.topics) {
      if (this.head(this.line(topic)) !== call || !this.isLoaded(topic)) return
    }
    if (call.refresh === 'needed') void this.refresh(call)
    if (call.refresh === 'under-way') return
    if (!this.options.accumulator.hasRoom) {
      call.waitsForRoom = true
      this.roomLine.push(call)
      return
    }
    const unknown = this.dispatch(call.topicMessages, call.settings, call.resolve, call.reject)
    if (unknown !== undefined && call.refreshes < mostRefreshes) {
      call.refresh = 'needed'
      this.toCheck.push(call)
      return
    }
    this.leave(call)
    if (unknown !== undefined) call.reject(noSuchPartition(unknown))
  }

  /** @returns what was wrong; a call whose partitioner throws has been rejected */
  private dispatch(...[topicMessages, settings, resolve, reject]: Parameters<CallDispatcher['dispatch']>): UnknownPartition | undefined {
    try {
      return this.options.dispatcher.dispatch(topicMessages, settings, resolve, reject)
    } catch (error) {
      reject(error)
      return undefined
    }
  }

  private async refresh(call: PendingCall): Promise<void> {
    call.refresh = 'under-way'
    call.refreshes++
    // Without an answer what is known so far decides.
    await this.options.cluster.requestMetadataUpdate().catch(() => undefined)
    call.refresh = 'done'
    this.check(call)
  }

  private leave(call: PendingCall): void {
    call.isGone = true
    this.waiting.delete(call)
    for (const topic of call.topics) {
      const line = this.lines.get(topic)
      if (line === undefined) continue
      const head = this.head(line)
      if (head !== undefined) this.check(head)
      else if (line.loadingSince === undefined) this.lines.delete(topic)
    }
    if (this.waiting.size > 0) return
    this.expiry?.cancel()
    this.expiry = undefined
    this.empty?.resolve()
    this.empty = undefined
  }

  private expire(): void {
    this.expiry = undefined
    const { clock, maxBlockMs } = this.options
    for (const call of this.waiting) {
      const leftMs = call.deadlineMs - clock.now()
      if (leftMs > 0) {
        this.expiry = clock.schedule(leftMs, () => this.expire())
        return
      }
      const missing = call.topics.filter(topic => !this.isLoaded(topic))
      const what = missing.length > 0 ? `No metadata of ${missing.map(topic => `topic "${topic}"`).join(', ')}` : 'No room in the buffer'
      this.leave(call)
      call.reject(new KafkaDeliveryTimeoutError(`${what} within ${maxBlockMs} ms`, { outcome: 'not-applied' }))
    }
  }
}

function noSuchPartition({ topic, partition, partitionCount }: UnknownPartition): Error {
  return new KafkaUsageError(`Topic "${topic}" has no partition ${partition}: it has ${partitionCount}`, { outcome: 'not-applied' })
}
