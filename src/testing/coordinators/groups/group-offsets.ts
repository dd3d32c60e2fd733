/** An offset as a group committed it. */
export interface CommittedOffset {
  readonly offset: number
  /** -1 when the client did not say. */
  readonly leaderEpoch: number
  readonly metadata: string
  /** ms on the wall clock. */
  readonly committedAt: number
}

interface Stored extends CommittedOffset {
  /** Grows with each commit of the group, so that of two the later one is known. */
  readonly order: number
}

/** By topic and partition. */
type ByPartition<T> = Map<string, Map<number, T>>

/** Committed offsets of one group, and those that wait for the end of a transaction. */
export class GroupOffsets {
  private readonly committed: ByPartition<Stored> = new Map()
  private readonly pending = new Map<bigint, ByPartition<Stored>>()
  private order = 0

  get isEmpty(): boolean {
    return this.committed.size === 0 && this.pending.size === 0
  }

  /** The committed offset, undefined when there is none. */
  get(topic: string, partition: number): CommittedOffset | undefined {
    return this.committed.get(topic)?.get(partition)
  }

  commit(topic: string, partition: number, value: CommittedOffset): void {
    put(this.committed, topic, partition, { ...value, order: this.order++ })
  }

  /** Removes a committed offset, and those that wait for the end of a transaction; whether there was a committed one. */
  delete(topic: string, partition: number): boolean {
    for (const [producerId, topics] of this.pending) {
      if (topics.get(topic)?.delete(partition) !== true) continue
      if (topics.get(topic)?.size === 0) topics.delete(topic)
      if (topics.size === 0) this.pending.delete(producerId)
    }
    const partitions = this.committed.get(topic)
    const existed = partitions?.delete(partition) === true
    if (partitions?.size === 0) this.committed.delete(topic)
    return existed
  }

  /** Forgets a topic: it was deleted. */
  deleteTopic(topic: string): void {
    this.committed.delete(topic)
    for (const [producerId, topics] of this.pending) {
      topics.delete(topic)
      if (topics.size === 0) this.pending.delete(producerId)
    }
  }

  /** All committed offsets, in order of topics and partitions. */
  all(): { topic: string; partition: number; value: CommittedOffset }[] {
    return [...this.committed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([topic, partitions]) =>
        [...partitions].sort(([a], [b]) => a - b).map(([partition, value]) => ({ topic, partition, value }))
      )
  }

  /** Whether a running transaction has an offset for the partition. */
  hasPending(topic: string, partition: number): boolean {
    for (const topics of this.pending.values()) if (topics.get(topic)?.has(partition) === true) return true
    return false
  }

  /** An offset that counts once the producer's transaction commits. */
  addPending(producerId: bigint, topic: string, partition: number, value: CommittedOffset): void {
    const topics = this.pending.get(producerId) ?? new Map<string, Map<number, Stored>>()
    this.pending.set(producerId, topics)
    put(topics, topic, partition, { ...value, order: this.order++ })
  }

  /** Producers with offsets that wait. */
  pendingProducers(): bigint[] {
    return [...this.pending.keys()]
  }

  /**
   * The end of the producer's transaction.
   * @param isCommit whether its offsets count, or are dropped. One that the group committed past since stays as it is.
   */
  complete(producerId: bigint, isCommit: boolean): void {
    const topics = this.pending.get(producerId)
    this.pending.delete(producerId)
    if (topics === undefined || !isCommit) return
    for (const [topic, partitions] of topics) {
      for (const [partition, value] of partitions) {
        const existing = this.committed.get(topic)?.get(partition)
        if (existing === undefined || existing.order < value.order) put(this.committed, topic, partition, value)
      }
    }
  }

  /** Removes what `isExpired` says; partitions that a transaction is about to write stay. */
  expire(isExpired: (topic: string, value: CommittedOffset) => boolean): void {
    for (const { topic, partition, value } of this.all()) {
      if (isExpired(topic, value) && !this.hasPending(topic, partition)) this.delete(topic, partition)
    }
  }
}

function put(topics: ByPartition<Stored>, topic: string, partition: number, value: Stored): void {
  const partitions = topics.get(topic)
  if (partitions === undefined) topics.set(topic, new Map([[partition, value]]))
  else partitions.set(partition, value)
}
