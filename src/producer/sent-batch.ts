import type { PartitionQueue } from './partition-queue'
import type { ProducerBatch } from './producer-batch'

/** A batch on its way to a broker, and the queue that it came from. */
export interface SentBatch {
  readonly queue: PartitionQueue
  readonly batch: ProducerBatch
  /** The leader epoch known when it was sent. */
  readonly leaderEpoch: number
}
