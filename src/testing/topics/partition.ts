import type { PartitionLog } from '../storage/partition-log'

/** One partition. Its replicas share one log: replication is instant, and a replica is in sync while its broker lives. */
export class Partition {
  /** Node id of the leader, -1 when no replica that may lead is alive. */
  leader: number
  leaderEpoch = 0
  /** Node ids in order of preference. */
  replicas: readonly number[]
  isr: readonly number[]
  /** Replicas to add and to remove while a reassignment is under way (KIP-455). */
  addingReplicas: readonly number[] = []
  removingReplicas: readonly number[] = []
  /** Replicas out of sync that may lead all the same, because they left when too few were in sync (KIP-966). */
  eligibleLeaders: readonly number[] = []
  /** Who led last, while nobody is in sync. */
  lastKnownLeaders: readonly number[] = []
  private readonly followerLimits = new Map<number, number>()
  private readonly appendListeners = new Set<() => void>()

  constructor(
    readonly topic: string,
    readonly topicId: string,
    readonly index: number,
    replicas: readonly number[],
    readonly log: PartitionLog
  ) {
    this.replicas = replicas
    this.isr = replicas
    this.leader = replicas[0] ?? -1
  }

  /** Whether replicas are being added or removed. */
  get isReassigning(): boolean {
    return this.addingReplicas.length + this.removingReplicas.length > 0
  }

  /** Replicas whose broker is down. */
  offlineReplicas(isAlive: (nodeId: number) => boolean): number[] {
    return this.replicas.filter(nodeId => !isAlive(nodeId))
  }

  /** Up to where a follower serves reads; a test can hold it back, else replication is instant. */
  followerHighWatermark(nodeId: number): number {
    return Math.min(this.log.highWatermark, this.followerLimits.get(nodeId) ?? Infinity)
  }

  /** Holds a follower's high watermark at an offset; undefined lets it go. */
  holdFollower(nodeId: number, offset: number | undefined): void {
    if (offset === undefined) this.followerLimits.delete(nodeId)
    else this.followerLimits.set(nodeId, offset)
    this.changed()
  }

  /** Calls back after each change that can end a long poll: an append, a marker, a new leader, deletion. Returns the remover. */
  onChange(listener: () => void): () => void {
    this.appendListeners.add(listener)
    return () => this.appendListeners.delete(listener)
  }

  /** Wakes the long polls. */
  changed(): void {
    for (const listener of [...this.appendListeners]) listener()
  }

  /** Makes `nodeId` the leader, in a new epoch. -1: no leader. */
  elect(nodeId: number): void {
    this.leader = nodeId
    this.leaderEpoch++
    this.log.beginEpoch(this.leaderEpoch)
    this.changed()
  }
}
