import type { Offsets, TopicPartition, TopicPartitions } from '../types/offsets'
import { AssignedPartition } from './assigned-partition'

/** KafkaJS's notion of what is paused: whole topics but for what was resumed since, or single partitions. */
interface Pauses {
  all: boolean
  readonly paused: Set<number>
  readonly resumed: Set<number>
}

/** How the reset policy was asked for. */
export interface TopicSubscription {
  /** Where the group has no offset: the earliest (true) or the latest. */
  readonly fromBeginning: boolean
}

/**
 * What the consumer subscribes to, which partitions it has at the moment, what is paused and what is to be sought. Pauses, and
 * seeks of partitions that are not assigned yet, outlive an assignment. Knows no broker and no clock.
 */
export class SubscriptionState {
  /** Topics by name. */
  readonly topics = new Map<string, TopicSubscription>()
  private partitions: AssignedPartition[] = []
  private index = new Map<string, Map<number, AssignedPartition>>()
  private readonly pauses = new Map<string, Pauses>()
  private readonly seeks = new Map<string, number>()

  /** Everything that is assigned. */
  get assigned(): readonly AssignedPartition[] {
    return this.partitions
  }

  fromBeginning(topic: string): boolean {
    return this.topics.get(topic)?.fromBeginning ?? false
  }

  /** The partition's current assignment, if it has one. */
  get(topic: string, partition: number): AssignedPartition | undefined {
    return this.index.get(topic)?.get(partition)
  }

  /** @returns the new assignments; a partition that is already assigned keeps its own */
  assign(added: Iterable<TopicPartition>): AssignedPartition[] {
    const fresh: AssignedPartition[] = []
    for (const { topic, partition } of added) {
      if (this.get(topic, partition) !== undefined) continue
      const assigned = new AssignedPartition(topic, partition)
      let ofTopic = this.index.get(topic)
      if (ofTopic === undefined) this.index.set(topic, (ofTopic = new Map()))
      ofTopic.set(partition, assigned)
      this.partitions.push(assigned)
      fresh.push(assigned)
    }
    return fresh
  }

  /** Ends assignments; what is not assigned is passed over. */
  revoke(removed: Iterable<TopicPartition>): void {
    for (const { topic, partition } of removed) {
      const assigned = this.get(topic, partition)
      if (assigned === undefined) continue
      assigned.revoke()
      this.index.get(topic)?.delete(partition)
    }
    this.partitions = this.partitions.filter(({ revoked }) => !revoked)
  }

  /** Ends all assignments. */
  revokeAll(): void {
    for (const assigned of this.partitions) assigned.revoke()
    this.partitions = []
    this.index = new Map()
  }

  /** Partitions by topic, ascending. */
  assignment(): Record<string, number[]> {
    const assignment = Object.create(null) as Record<string, number[]>
    for (const { topic, partitions } of byTopic(this.partitions)) assignment[topic] = partitions
    return assignment
  }

  pause(topicPartitions: Iterable<{ topic: string; partitions?: readonly number[] | undefined }>): void {
    for (const { topic, partitions } of topicPartitions) {
      const pauses = this.pausesOf(topic)
      if (partitions === undefined) {
        pauses.paused.clear()
        pauses.resumed.clear()
        pauses.all = true
      } else {
        for (const partition of partitions) {
          pauses.paused.add(partition)
          pauses.resumed.delete(partition)
        }
      }
    }
    for (const assigned of this.partitions) if (this.isPaused(assigned)) assigned.interrupted = true
  }

  resume(topicPartitions: Iterable<{ topic: string; partitions?: readonly number[] | undefined }>): void {
    for (const { topic, partitions } of topicPartitions) {
      const pauses = this.pauses.get(topic)
      if (pauses === undefined) continue
      if (partitions === undefined) this.pauses.delete(topic)
      else {
        for (const partition of partitions) {
          pauses.paused.delete(partition)
          if (pauses.all) pauses.resumed.add(partition)
        }
      }
    }
  }

  isPaused({ topic, partition }: TopicPartition): boolean {
    const pauses = this.pauses.get(topic)
    return pauses !== undefined && (pauses.paused.has(partition) || (pauses.all && !pauses.resumed.has(partition)))
  }

  /** The assigned partitions that are paused. */
  paused(): TopicPartitions[] {
    return byTopic(this.partitions.filter(assigned => this.isPaused(assigned)))
  }

  /** Keeps a wished-for offset until the partition is assigned. */
  rememberSeek({ topic, partition }: TopicPartition, offset: number): void {
    this.seeks.set(keyOf(topic, partition), offset)
  }

  /** The offset wished for while the partition was not assigned; forgotten by this call. */
  takeSeek({ topic, partition }: TopicPartition): number | undefined {
    const key = keyOf(topic, partition)
    const offset = this.seeks.get(key)
    this.seeks.delete(key)
    return offset
  }

  /** Offsets that are done but not committed, in KafkaJS's shape. */
  uncommitted(): Offsets {
    const dirty = this.partitions.filter(({ isDirty }) => isDirty)
    const topics = new Map<string, { partition: number; offset: string }[]>()
    for (const { topic, partition, resolved } of dirty) {
      const entry = { partition, offset: String(resolved) }
      const known = topics.get(topic)
      if (known === undefined) topics.set(topic, [entry])
      else known.push(entry)
    }
    return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) }
  }

  private pausesOf(topic: string): Pauses {
    let pauses = this.pauses.get(topic)
    if (pauses === undefined) this.pauses.set(topic, (pauses = { all: false, paused: new Set(), resumed: new Set() }))
    return pauses
  }
}

/** A topic name has no slash, so the key is unambiguous. */
export function keyOf(topic: string, partition: number): string {
  return `${partition}/${topic}`
}

function byTopic(partitions: Iterable<TopicPartition>): TopicPartitions[] {
  const topics = new Map<string, number[]>()
  for (const { topic, partition } of partitions) {
    const known = topics.get(topic)
    if (known === undefined) topics.set(topic, [partition])
    else known.push(partition)
  }
  return [...topics].map(([topic, partitions]) => ({ topic, partitions: partitions.sort((a, b) => a - b) }))
}
