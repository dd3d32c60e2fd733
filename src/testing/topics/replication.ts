import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import type { Partition } from './partition'

/** What replication has to know of the cluster. */
export interface ReplicationEnvironment {
  readonly isAlive: (nodeId: number) => boolean
  /** `min.insync.replicas` of a topic. */
  readonly minIsr: (topic: string) => number
  /** Whether a replica out of sync may lead when no other can (`unclean.leader.election.enable`). */
  readonly allowsUnclean: (topic: string) => boolean
  /** Whether replicas that left the in-sync set below its minimum stay eligible to lead (KIP-966). */
  readonly tracksEligibleLeaders: () => boolean
}

/** Who is in sync and who leads: what a controller decides. Replication itself takes no time, unless it is held. */
export class Replication {
  /** While true, replicas that a reassignment adds do not get in sync. */
  isHeld = false

  constructor(private readonly environment: ReplicationEnvironment) {}

  /** A broker went: its partitions get other leaders, where an in-sync replica is alive. */
  nodeDown(partition: Partition, nodeId: number): void {
    if (!partition.replicas.includes(nodeId)) return
    const rest = partition.isr.filter(id => id !== nodeId)
    // Where nobody tracks eligible leaders the last in-sync replica stays in the set: only it may lead again.
    const isr = rest.length > 0 || this.environment.tracksEligibleLeaders() ? rest : partition.isr
    this.shrink(partition, isr)
    if (partition.leader === nodeId) this.electAny(partition)
  }

  /** A broker came back: it is in sync at once, and leads what had no leader. */
  nodeUp(partition: Partition, nodeId: number): void {
    if (!partition.replicas.includes(nodeId)) return
    if (partition.leader < 0) this.electAny(partition)
    if (partition.leader >= 0) this.catchUp(partition)
    this.proceed(partition)
  }

  /** Replicas of the partition that may be in sync get in sync, and reassignments that waited for that end. */
  catchUp(partition: Partition): void {
    const { isAlive } = this.environment
    const mayJoin = (id: number): boolean => isAlive(id) && !(this.isHeld && partition.addingReplicas.includes(id))
    const isr = partition.replicas.filter(id => partition.isr.includes(id) || mayJoin(id)).sort((a, b) => a - b)
    if (isr.length === partition.isr.length) return
    partition.isr = isr
    if (isr.length >= this.environment.minIsr(partition.topic)) {
      partition.eligibleLeaders = []
      partition.lastKnownLeaders = []
    }
  }

  /** Begins to move a partition to other replicas (KIP-455); it is done at once where nothing holds the new ones back. */
  reassign(partition: Partition, target: readonly number[]): void {
    const removing = partition.replicas.filter(id => !target.includes(id)).sort((a, b) => a - b)
    const adding = target.filter(id => !partition.replicas.includes(id)).sort((a, b) => a - b)
    partition.replicas = [...target, ...removing]
    // As a real controller has it: an empty list changes nothing of what is under way.
    if (adding.length > 0) partition.addingReplicas = adding
    if (removing.length > 0) partition.removingReplicas = removing
    this.proceed(partition)
  }

  /**
   * Takes a reassignment back.
   * @throws Refused
   */
  cancelReassignment(partition: Partition): void {
    const { addingReplicas: adding } = partition
    if (!partition.isReassigning) throw new Refused(errorCodes.NO_REASSIGNMENT_IN_PROGRESS, 'No reassignment is in progress.')
    const isr = partition.isr.filter(id => !adding.includes(id))
    if (isr.length === 0) {
      const { topic, index } = partition
      const message = `Unable to revert partition assignment for ${topic}:${index} because it would require an unclean leader election.`
      throw new Refused(errorCodes.INVALID_REPLICA_ASSIGNMENT, message)
    }
    this.settle(
      partition,
      partition.replicas.filter(id => !adding.includes(id)),
      isr
    )
  }

  /** Elects the preferred leader. False: it is not there or not in sync. */
  electPreferred(partition: Partition): boolean {
    const [preferred] = partition.replicas
    const mayLead = partition.isr.includes(preferred) || (partition.isr.length === 0 && partition.eligibleLeaders.includes(preferred))
    if (!mayLead || !this.environment.isAlive(preferred)) return false
    this.lead(partition, preferred)
    return true
  }

  /** Elects whoever is alive, if need be one that is out of sync. False: nobody is. */
  electUnclean(partition: Partition): boolean {
    const leader = this.cleanLeader(partition) ?? partition.replicas.find(id => this.environment.isAlive(id))
    if (leader === undefined) return false
    this.lead(partition, leader)
    return true
  }

  /** Ends a reassignment whose new replicas are in sync. */
  proceed(partition: Partition): void {
    if (!partition.isReassigning) return
    if (partition.leader >= 0) this.catchUp(partition)
    const { addingReplicas: adding, removingReplicas: removing } = partition
    const isr = partition.isr.filter(id => !removing.includes(id))
    if (isr.length === 0 || !adding.every(id => isr.includes(id))) return
    this.settle(
      partition,
      partition.replicas.filter(id => !removing.includes(id)),
      isr
    )
  }

  private settle(partition: Partition, replicas: readonly number[], isr: readonly number[]): void {
    const isSmaller = replicas.length < partition.replicas.length
    partition.addingReplicas = []
    partition.removingReplicas = []
    partition.replicas = replicas
    this.shrink(partition, isr)
    if (!isr.includes(partition.leader)) this.electAny(partition)
    // Replicas that are gone must not think that they are followers still.
    else if (isSmaller) partition.elect(partition.leader)
    this.catchUp(partition)
  }

  private shrink(partition: Partition, isr: readonly number[]): void {
    const { minIsr, tracksEligibleLeaders } = this.environment
    const left = partition.isr.filter(id => !isr.includes(id))
    partition.isr = isr
    if (!tracksEligibleLeaders()) return
    if (isr.length >= minIsr(partition.topic)) {
      partition.eligibleLeaders = []
      partition.lastKnownLeaders = []
      return
    }
    partition.eligibleLeaders = [...new Set([...partition.eligibleLeaders, ...left])].filter(id => !isr.includes(id))
    if (isr.length === 0 && partition.leader >= 0) partition.lastKnownLeaders = [partition.leader]
  }

  private electAny(partition: Partition): void {
    const clean = this.cleanLeader(partition)
    const unclean = (): number | undefined =>
      this.environment.allowsUnclean(partition.topic) ? partition.replicas.find(id => this.environment.isAlive(id)) : undefined
    const leader = clean ?? unclean() ?? -1
    if (leader >= 0) this.lead(partition, leader)
    else if (partition.leader >= 0) partition.elect(-1)
  }

  private cleanLeader({ replicas, isr, eligibleLeaders }: Partition): number | undefined {
    const mayLead = isr.length > 0 ? isr : eligibleLeaders
    return replicas.find(id => mayLead.includes(id) && this.environment.isAlive(id))
  }

  /** One that was not in sync is, as the leader, the only one that is. */
  private lead(partition: Partition, nodeId: number): void {
    if (!partition.isr.includes(nodeId)) {
      partition.isr = [nodeId]
      partition.eligibleLeaders = partition.eligibleLeaders.filter(id => id !== nodeId)
      partition.lastKnownLeaders = []
    }
    partition.elect(nodeId)
    this.catchUp(partition)
  }
}
