import type { Timer } from '../utils/clock'
import { RingQueue } from '../utils/ring-queue'
import type { ProducerBatch } from './producer-batch'
import type { SendCall } from './send-call'

/** The batches of one partition in the order of their records, and what the sender knows about the partition. */
export class PartitionQueue {
  /** Batches that wait, the next to send first. Those in flight are not in it; one that failed comes back to its front. */
  readonly waiting = new RingQueue<ProducerBatch>(4)
  /** The last of `waiting` while it takes records. */
  open: ProducerBatch | undefined
  /** The call whose record came last, and the slot of its result. */
  lastCall: SendCall | undefined
  lastSlot = -1
  /** Bytes of the last batch: the next one will be about as large. */
  lastSizeInBytes = 0
  /** Batches sent and not answered. */
  inFlight = 0
  /** Its first batch is being compressed. */
  closing = false
  /** Runs while the partition is left alone after a failure. */
  backoff: Timer | undefined
  /** Failures since the last success. */
  failures = 0
  /** The leader, and its epoch, at the last failure: another one need not wait for the back-off. */
  failedLeader = -1
  failedLeaderEpoch = -1

  constructor(
    readonly topic: string,
    readonly partition: number
  ) {}

  /** The next batch to send: given-up ones drop out here. */
  get head(): ProducerBatch | undefined {
    for (;;) {
      const batch = this.waiting.peek()
      if (batch === undefined || batch.state !== 'done') return batch
      this.waiting.shift()
      if (batch === this.open) this.open = undefined
    }
  }
}
