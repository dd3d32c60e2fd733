import type { Message } from '../types/messages'
import { parseTimestamp } from '../protocol/records/timestamp'
import type { Clock, Timer } from '../utils/clock'
import { deferred, type Deferred } from '../utils/deferred'
import { RingQueue } from '../utils/ring-queue'
import { closedBefore, deliveryTimeout } from './delivery-failure'
import { PartitionQueue } from './partition-queue'
import { ProducerBatch, type BatchSettings } from './producer-batch'
import type { SendCall } from './send-call'

/** What a {@link RecordAccumulator} is made of. */
export interface RecordAccumulatorOptions {
  readonly clock: Clock
  /** Most bytes of one batch before compression, header included; a single record may be larger. */
  readonly maxBatchBytes: number
  /** How much may be waiting or in flight before new calls have to wait. */
  readonly bufferBytes: number
  /** Time from a batch's first record to its acknowledgement, ms. */
  readonly deliveryTimeoutMs: number
  /** A partition has a batch that it did not have before. */
  readonly onBatch: (queue: PartitionQueue) => void
  /** A batch is settled and its bytes no longer count. */
  readonly onRoom: () => void
}

/** What one call says of all its records. */
export interface CallSettings extends BatchSettings {
  /** Time the broker has to reach `acks`, ms. */
  readonly timeoutMs: number
}

/** A batch takes records for this share of the delivery time-out, so that late ones have most of their time still ahead. */
const openShare = 0.1

/**
 * Keeps the records that are not acknowledged yet: by partition, in batches that calls share. A record is written into the bytes
 * of its batch at once, which is the only copy made of it. Knows nothing of brokers; only gives up what takes too long.
 */
export class RecordAccumulator {
  private readonly topics = new Map<string, PartitionQueue[]>()
  /** Every batch that is not settled, oldest first: all have the same time, so the first is the next to expire. */
  private readonly unsettled = new RingQueue<ProducerBatch>()
  private readonly touched: ProducerBatch[] = []
  private expiry: Timer | undefined
  private unsettledCount = 0
  private bytes = 0
  private idle: Deferred<void> | undefined

  constructor(private readonly options: RecordAccumulatorOptions) {}

  /** Bytes that wait or are in flight. */
  get bufferedBytes(): number {
    return this.bytes
  }

  /** Whether another call may put records in. The last one let in may go beyond the limit, by its own size. */
  get hasRoom(): boolean {
    return this.bytes < this.options.bufferBytes
  }

  /**
   * Puts the messages of a call, checked before, into batches. Nothing of them is needed afterwards.
   * @param partitions of the messages, by index
   */
  append(call: SendCall, topic: string, messages: readonly Message[], partitions: ArrayLike<number>, settings: CallSettings): void {
    const { clock, maxBatchBytes } = this.options
    const queues = this.queues(topic)
    const nowMs = clock.now()
    const timestampMs = clock.wallTime()
    const oldestMs = nowMs - this.options.deliveryTimeoutMs * openShare
    for (let i = 0; i < messages.length; i++) {
      const { key = null, value, headers, timestamp } = messages[i]
      const partition = partitions[i]
      const queue = queues[partition] ?? this.addQueue(queues, topic, partition)
      const time = timestamp === undefined ? timestampMs : parseTimestamp(timestamp, timestampMs)
      let batch = queue.open
      if (batch !== undefined && batch.lastCall === call) {
        if (batch.writer.tryAppend(maxBatchBytes, time, key, value, headers ?? undefined)) continue
        batch = undefined
      } else if (
        batch !== undefined &&
        (!accepts(batch, settings, oldestMs) || !batch.writer.tryAppend(maxBatchBytes, time, key, value, headers ?? undefined))
      ) {
        batch = undefined
      }
      if (batch === undefined) {
        batch = this.startBatch(queue, settings, nowMs)
        batch.writer.append(time, key, value, headers ?? undefined)
      }
      this.enroll(batch, queue, call, settings.timeoutMs)
    }
    this.countTouched()
  }

  /** Takes the first batch of a partition out, to be sent. */
  take(queue: PartitionQueue): ProducerBatch | undefined {
    const batch = queue.head
    if (batch === undefined) return undefined
    queue.waiting.shift()
    if (queue.open === batch) this.seal(queue)
    return batch
  }

  /** The partition's open batch takes no more records. */
  seal(queue: PartitionQueue): void {
    if (queue.open === undefined) return
    queue.lastSizeInBytes = queue.open.writer.sizeInBytes
    queue.open = undefined
  }

  /** Puts a batch whose attempt failed back to the front. */
  putBack(queue: PartitionQueue, batch: ProducerBatch): void {
    queue.waiting.unshift(batch)
  }

  /** The calls of a batch have been told how it ended. */
  settled(batch: ProducerBatch): void {
    this.unsettledCount--
    this.bytes -= batch.countedBytes
    batch.countedBytes = 0
    while (this.unsettled.peek()?.isSettled === true) this.unsettled.shift()
    if (this.unsettledCount === 0) {
      this.expiry?.cancel()
      this.expiry = undefined
      this.idle?.resolve()
      this.idle = undefined
    }
    this.options.onRoom()
  }

  /** Resolves when no batch is unsettled. */
  whenIdle(): Promise<void> {
    if (this.unsettledCount === 0) return Promise.resolve()
    this.idle ??= deferred()
    return this.idle.promise
  }

  /** Gives up everything there is. */
  failAll(): void {
    for (const batch of [...this.unsettled].filter(({ isSettled }) => !isSettled)) {
      batch.fail(closedBefore(batch.lastError, batch.outcome))
      this.settled(batch)
    }
    this.expiry?.cancel()
    this.expiry = undefined
  }

  private queues(topic: string): PartitionQueue[] {
    let queues = this.topics.get(topic)
    if (queues === undefined) {
      queues = []
      this.topics.set(topic, queues)
    }
    return queues
  }

  private addQueue(queues: PartitionQueue[], topic: string, partition: number): PartitionQueue {
    const queue = new PartitionQueue(topic, partition)
    // Without holes, so that the array stays a fast one.
    while (queues.length < partition) queues.push(new PartitionQueue(topic, queues.length))
    queues[partition] = queue
    return queue
  }

  private startBatch(queue: PartitionQueue, settings: BatchSettings, nowMs: number): ProducerBatch {
    this.seal(queue)
    const batch = new ProducerBatch(queue.topic, queue.partition, settings, nowMs, Math.max(1024, queue.lastSizeInBytes))
    queue.open = batch
    queue.waiting.push(batch)
    this.unsettled.push(batch)
    this.unsettledCount++
    this.expiry ??= this.options.clock.schedule(this.options.deliveryTimeoutMs, () => this.expire())
    this.options.onBatch(queue)
    return batch
  }

  /** The record that was appended last is the call's first one in its batch. */
  private enroll(batch: ProducerBatch, queue: PartitionQueue, call: SendCall, timeoutMs: number): void {
    if (queue.lastCall === call) {
      call.enrollMore()
      batch.enroll(call, -1, timeoutMs)
    } else {
      queue.lastCall = call
      batch.enroll(call, call.enroll(), timeoutMs)
    }
    this.touched.push(batch)
  }

  private countTouched(): void {
    for (const batch of this.touched) {
      const size = batch.writer.sizeInBytes
      this.bytes += size - batch.countedBytes
      batch.countedBytes = size
    }
    this.touched.length = 0
  }

  private expire(): void {
    this.expiry = undefined
    const { clock, deliveryTimeoutMs } = this.options
    const nowMs = clock.now()
    for (let batch = this.unsettled.peek(); batch !== undefined; batch = this.unsettled.peek()) {
      const leftMs = batch.createdAtMs + deliveryTimeoutMs - nowMs
      if (!batch.isSettled && leftMs > 0) {
        this.expiry = clock.schedule(leftMs, () => this.expire())
        return
      }
      this.unsettled.shift()
      if (batch.isSettled) continue
      batch.fail(deliveryTimeout(deliveryTimeoutMs, batch, batch.lastError, batch.outcome))
      this.settled(batch)
    }
  }
}

/** Whether a batch still takes records of a call with these settings. */
function accepts(batch: ProducerBatch, settings: BatchSettings, oldestMs: number): boolean {
  return (
    // Given up while it was open: what is put in now would never leave.
    batch.state === 'open' &&
    batch.attempts === 0 &&
    batch.acks === settings.acks &&
    batch.compression === settings.compression &&
    batch.createdAtMs >= oldestMs
  )
}
