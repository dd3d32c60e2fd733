/** A batch as the log keeps it. */
export interface StoredBatch {
  readonly baseOffset: number
  readonly lastOffset: number
  /** The whole batch, with its offset and leader epoch in place. */
  readonly bytes: Buffer
  readonly leaderEpoch: number
  /** ms; the largest of its records, -1 without. */
  readonly maxTimestamp: number
  readonly isControl: boolean
  readonly isTransactional: boolean
  readonly producerId: bigint
  /** ms on the wall clock. */
  readonly appendedAt: number
}
