import type { Outcome } from '../errors/kafkajs-error'
import type { RecordMetadata } from '../types/producer'
import type { DeliveryFailure } from './delivery-failure'

/**
 * One call of `send` or `sendBatch`, from when its records are in batches until all of those are settled. It counts batches, not records,
 * and settles its promise once: when the last of them is settled, so that nothing of a call that has been rejected is still on its way.
 */
export class SendCall {
  /** One entry for each partition, in the order in which the messages name them. */
  private readonly results: RecordMetadata[] = []
  private open = 0
  private failure: DeliveryFailure | undefined
  /** A broker has, or may have, some of the records. */
  private touchedLog = false

  constructor(
    private readonly resolve: (results: RecordMetadata[]) => void,
    private readonly reject: (error: unknown) => void
  ) {}

  /**
   * Another batch holds records of this call.
   * @returns the place of the partition's entry among the results
   */
  enroll(topicName: string, partition: number): number {
    this.open++
    return this.results.push({ topicName, partition, errorCode: 0 }) - 1
  }

  /** Another batch holds records of this call for a partition that has an entry already. */
  enrollMore(): void {
    this.open++
  }

  /**
   * A batch is in the log.
   * @param slot of the partition's entry; −1 when an earlier batch gives the offset
   * @param baseOffset of the call's first record in it; −1 when the broker does not tell
   */
  batchStored(slot: number, baseOffset: number, logAppendTime: string, logStartOffset: string): void {
    this.touchedLog = true
    if (slot >= 0) {
      const result = this.results[slot]
      result.baseOffset = String(baseOffset)
      result.logAppendTime = logAppendTime
      result.logStartOffset = logStartOffset
    }
    this.batchSettled()
  }

  /** A batch has been handed to the operating system, and nothing more will be known of it (acks=0). */
  batchWritten(): void {
    this.touchedLog = true
    this.results.length = 0
    this.batchSettled()
  }

  /** A batch has been given up. The first failure becomes the call's error. */
  batchFailed(failure: DeliveryFailure): void {
    this.failure ??= failure
    if (failure.outcome === 'maybe-applied') this.touchedLog = true
    this.batchSettled()
  }

  /** Nothing had to be sent. */
  resolveEmpty(): void {
    this.resolve([])
  }

  private batchSettled(): void {
    if (--this.open > 0) return
    if (this.failure === undefined) this.resolve(this.results)
    else {
      const outcome: Outcome = this.touchedLog ? 'maybe-applied' : 'not-applied'
      this.reject(this.failure.toError(outcome))
    }
  }
}
