import type { Outcome } from '../errors/kafkajs-error'
import type { RecordMetadata } from '../types/producer'
import type { DeliveryFailure } from './delivery-failure'

/** Stands in for an entry until its batch is stored; a call is only resolved when all are. */
const noResult: RecordMetadata = Object.freeze({ topicName: '', partition: -1, errorCode: -1 })

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
   * A batch holds the call's first records for a partition.
   * @returns the place of the partition's entry among the results
   */
  enroll(): number {
    this.open++
    return this.results.push(noResult) - 1
  }

  /** Another batch holds records of this call for a partition that has an entry already. */
  enrollMore(): void {
    this.open++
  }

  /**
   * A batch is in the log.
   * @param slot of the partition's entry; −1 when an earlier batch makes it
   */
  batchStored(slot: number, result: RecordMetadata | undefined): void {
    this.touchedLog = true
    if (result !== undefined) this.results[slot] = result
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

  private batchSettled(): void {
    if (--this.open > 0) return
    if (this.failure === undefined) this.resolve(this.results)
    else {
      const outcome: Outcome = this.touchedLog ? 'maybe-applied' : 'not-applied'
      this.reject(this.failure.toError(outcome))
    }
  }
}
