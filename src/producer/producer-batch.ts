import { KafkaJSInvariantViolation } from '../errors/usage-errors'
import type { Outcome } from '../errors/kafkajs-error'
import { isPromise } from '../protocol/compression/is-promise'
import { RecordBatchWriter } from '../protocol/records/record-batch-writer'
import type { BatchDescription, DeliveryFailure } from './delivery-failure'
import type { SendCall } from './send-call'

/**
 * Where a batch stands:
 * - `open`: takes records;
 * - `closing`: being compressed;
 * - `ready`: its bytes are final; waits to be sent, for the first time or again;
 * - `in-flight`: part of a request without an answer;
 * - `done`: the end. Its calls know.
 */
export type BatchState = 'open' | 'closing' | 'ready' | 'in-flight' | 'done'

const legalSuccessors: Readonly<Record<BatchState, readonly BatchState[]>> = {
  open: ['closing', 'ready', 'done'],
  closing: ['ready', 'done'],
  ready: ['in-flight', 'done'],
  'in-flight': ['ready', 'done'],
  done: []
}

/** What all records of a batch have in common. */
export interface BatchSettings {
  /** −1, 0 or 1 */
  readonly acks: number
  /** Codec, as in `CompressionTypes`. */
  readonly compression: number
}

/** What a broker says of a stored batch. */
export interface StoredBatch {
  /** −1 when it does not tell. */
  readonly baseOffset: bigint
  /** ms; −1 unless the topic stamps records itself. */
  readonly logAppendTimeMs: bigint
  readonly logStartOffset: bigint
}

/**
 * Records for one partition that travel together, and the calls that wait for them. Calls made while a batch is open share it; from
 * when it is closed its bytes stay the same, however often it is sent: a broker that has them already must be able to see that.
 */
export class ProducerBatch implements BatchDescription {
  readonly topic: string
  readonly partition: number
  readonly acks: number
  readonly compression: number
  /** When the first record came, `clock.now()`. */
  readonly createdAtMs: number
  readonly writer: RecordBatchWriter
  /** Longest of its calls' `timeout`, ms. */
  timeoutMs = 0
  /** How often sending it has failed. */
  attempts = 0
  /** Some attempt may have reached a log. */
  maybeApplied = false
  lastError: Error | undefined
  /** Bytes that the accumulator counts for it. */
  countedBytes = 0
  /** Identity for idempotence: fixed at the first closing, with the bytes. −1: none. */
  producerId = -1n
  producerEpoch = -1
  baseSequence = -1

  private current: BatchState = 'open'
  private settled = false
  private bytes: Buffer | undefined
  private calls: SendCall[] = []
  /** By call: index of its first record, and the slot of its result. */
  private firstRecords: number[] = []
  private slots: number[] = []

  constructor(topic: string, partition: number, settings: BatchSettings, createdAtMs: number, initialBytes: number) {
    this.topic = topic
    this.partition = partition
    this.acks = settings.acks
    this.compression = settings.compression
    this.createdAtMs = createdAtMs
    this.writer = new RecordBatchWriter({ initialBytes })
  }

  get state(): BatchState {
    return this.current
  }

  /** Its calls have been told how it ended; of the batch itself an answer may still be awaited. */
  get isSettled(): boolean {
    return this.settled
  }

  get recordCount(): number {
    return this.writer.recordCount
  }

  get sizeInBytes(): number {
    return this.bytes?.length ?? this.writer.sizeInBytes
  }

  /** The bytes to send. */
  get records(): Buffer {
    if (this.bytes === undefined) throw new KafkaJSInvariantViolation(`a batch that is ${this.current} has no bytes`)
    return this.bytes
  }

  /** What is known of it after all attempts so far. */
  get outcome(): Outcome {
    return this.maybeApplied || this.current === 'in-flight' ? 'maybe-applied' : 'not-applied'
  }

  /** The call whose records came last. */
  get lastCall(): SendCall | undefined {
    return this.calls[this.calls.length - 1]
  }

  /** Notes that the record just appended is the first of a call in this batch. */
  enroll(call: SendCall, slot: number, timeoutMs: number): void {
    this.calls.push(call)
    this.firstRecords.push(this.writer.recordCount - 1)
    this.slots.push(slot)
    if (timeoutMs > this.timeoutMs) this.timeoutMs = timeoutMs
  }

  /** Makes the bytes final. A promise when the codec works outside the main thread; it rejects with what the codec throws. */
  close(): void | Promise<void> {
    const { compression, producerId, producerEpoch, baseSequence } = this
    const closed = this.writer.close({ compression, producerId, producerEpoch, baseSequence })
    if (!isPromise(closed)) {
      this.bytes = closed
      this.become('ready')
      return undefined
    }
    this.become('closing')
    return this.finishClosing(closed)
  }

  sent(): void {
    this.become('in-flight')
  }

  /** An attempt failed and another will follow. */
  failedAttempt(error: Error, outcome: Outcome): void {
    this.attempts++
    this.lastError = error
    if (outcome === 'maybe-applied') this.maybeApplied = true
    if (this.current === 'in-flight') this.become('ready')
  }

  /** The broker has stored it. Its buffer goes back to the pool: the broker has read all of it. */
  stored(answer: StoredBatch): void {
    if (!this.settled) {
      const baseOffset = Number(answer.baseOffset)
      const logAppendTime = String(answer.logAppendTimeMs)
      const logStartOffset = String(answer.logStartOffset)
      const { topic: topicName, partition } = this
      this.settle((call, first, slot) => {
        if (slot < 0) call.batchStored(slot, undefined)
        else {
          const own = baseOffset < 0 ? '-1' : String(baseOffset + first)
          call.batchStored(slot, { topicName, partition, errorCode: 0, baseOffset: own, logAppendTime, logStartOffset })
        }
      })
    }
    this.finish()
    this.writer.release()
  }

  /** It has been written, and no answer will come (acks=0). */
  written(): void {
    if (!this.settled) this.settle(call => call.batchWritten())
    this.finish()
    this.writer.release()
  }

  /** Gives it up. While in flight only its calls are told; the partition waits for the answer. */
  fail(failure: DeliveryFailure): void {
    if (!this.settled) this.settle(call => call.batchFailed(failure))
    if (this.current !== 'in-flight') this.finish()
  }

  /** No answer is to come any more for a batch that was given up in flight. */
  finish(): void {
    if (this.current !== 'done') this.become('done')
  }

  private async finishClosing(closed: Promise<Buffer>): Promise<void> {
    this.bytes = await closed
    // Unless it was given up meanwhile.
    if (this.current === 'closing') this.become('ready')
  }

  private settle(tell: (call: SendCall, firstRecord: number, slot: number) => void): void {
    const { calls, firstRecords, slots } = this
    this.settled = true
    this.calls = []
    this.firstRecords = []
    this.slots = []
    for (let i = 0; i < calls.length; i++) tell(calls[i], firstRecords[i], slots[i])
  }

  private become(next: BatchState): void {
    if (!legalSuccessors[this.current].includes(next)) {
      throw new KafkaJSInvariantViolation(`a batch cannot go from ${this.current} to ${next}`)
    }
    this.current = next
  }
}
