import type { ClusterState } from '../cluster-state'
import type { Partition } from '../topics/partition'
import { compact, removeRecords } from '../storage/compaction'

/** What a test may do to one partition behind its clients' backs. */
export class PartitionLaboratory {
  /** @internal */
  constructor(
    private readonly cluster: ClusterState,
    private readonly topic: string,
    private readonly index: number
  ) {}

  /** Leader, epoch, replicas and log as they are now. */
  get state(): Partition {
    const partition = this.cluster.topics.partition(this.topic, this.index)
    if (partition === undefined) throw new RangeError(`There is no partition ${this.index} of topic ${this.topic}`)
    return partition
  }

  /**
   * Makes another broker the leader, in a new epoch; it joins the replicas when it was none. -1: nobody leads.
   * @throws RangeError when there is no such broker
   */
  moveLeader(nodeId: number): void {
    const { state } = this
    if (nodeId >= 0) {
      if (!this.cluster.nodes.has(nodeId)) throw new RangeError(`There is no broker ${nodeId}`)
      if (!state.replicas.includes(nodeId)) state.replicas = [...state.replicas, nodeId]
      if (!state.isr.includes(nodeId)) state.isr = [...state.isr, nodeId]
    }
    state.elect(nodeId)
  }

  /** Begins another leader epoch under the same leader, as an election that it wins again. */
  bumpLeaderEpoch(): void {
    this.state.elect(this.state.leader)
  }

  /** Cuts off everything from `offset` on, as an unclean election does, and begins a new epoch. */
  truncate(offset: number): void {
    const { state } = this
    state.log.truncate(offset)
    state.elect(state.leader)
  }

  /**
   * Raises the log's start; records below `offset` are gone. Without an offset, does what `retention.ms` and `retention.bytes` of the topic
   * say, if its `cleanup.policy` is to delete; each batch counts as a segment of its own.
   */
  retain(offset?: number): void {
    const { state } = this
    if (offset === undefined) state.log.retain()
    else state.log.deleteRecords(offset)
    state.changed()
  }

  /**
   * Removes records inside their batches: those at `offsets`, or without a list what Kafka's log cleaner removes in one pass (all but the
   * last record of each key, then tombstones and markers that have been there for `delete.retention.ms`), whatever the topic's
   * `cleanup.policy`. Offsets of the others stay, and so do the offsets that their batches span.
   */
  async compact(offsets?: readonly number[]): Promise<void> {
    const { log } = this.state
    const { storedBatches } = log
    log.replace(await (offsets === undefined ? compact(storedBatches, log.compactionRules()) : removeRecords(storedBatches, offsets)))
  }

  /**
   * Appends bytes as they are, as one entry that takes `recordCount` offsets: old formats, control batches, hostile bytes.
   * @returns the first of those offsets; the bytes should name it where they are to look right
   */
  appendRaw(bytes: Buffer, recordCount = 1): number {
    const { state } = this
    const offset = state.log.appendRaw(bytes, recordCount)
    state.changed()
    return offset
  }

  /** Holds the high watermark at an offset, as slow followers do; undefined lets it go. */
  holdHighWatermark(offset: number | undefined): void {
    const { state } = this
    state.log.holdHighWatermark(offset)
    state.changed()
  }

  /**
   * Holds what one follower has at an offset (consumers that fetch from the closest replica, KIP-392); undefined lets it go.
   * @throws RangeError when the broker has no replica, or leads
   */
  holdFollower(nodeId: number, offset: number | undefined): void {
    const { state } = this
    if (nodeId === state.leader || !state.replicas.includes(nodeId)) throw new RangeError(`Broker ${nodeId} is no follower here`)
    state.holdFollower(nodeId, offset)
  }

  /** Forgets what is known of a producer id, or of all, as after `producer.id.expiration.ms`. Returns how many were known. */
  expireProducers(producerId?: bigint): number {
    const { producers } = this.state.log
    const ids = producerId === undefined ? producers.all().map(one => one.producerId) : [producerId]
    return ids.filter(id => producers.forget(id)).length
  }
}
