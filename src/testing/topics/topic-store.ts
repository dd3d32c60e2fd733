import type { Clock } from '../../utils/clock'
import type { ConfigStore } from '../configs/config-store'
import type { IdSource } from '../id-source'
import { PartitionLog } from '../storage/partition-log'
import { Partition } from './partition'
import type { Topic } from './topic'

const internalTopics = new Set(['__consumer_offsets', '__transaction_state', '__share_group_state'])

/** The topics of the cluster, by name and by id. */
export class TopicStore {
  private readonly byName = new Map<string, Topic>()
  private readonly byId = new Map<string, Topic>()
  private readonly deleteListeners = new Set<(topic: Topic) => void>()

  constructor(
    private readonly clock: Clock,
    private readonly configs: ConfigStore,
    private readonly ids: IdSource
  ) {}

  get(name: string): Topic | undefined {
    return this.byName.get(name)
  }

  getById(id: string): Topic | undefined {
    return this.byId.get(id)
  }

  partition(name: string, index: number): Partition | undefined {
    return this.byName.get(name)?.partitions[index]
  }

  /** All topics in order of their names. */
  all(): Topic[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Makes a topic with a partition for each list of replicas. The name is legal and free: the caller has checked. */
  create(name: string, replicas: readonly (readonly number[])[]): Topic {
    const id = this.ids.shortUuid()
    const topic: Topic = { name, id, partitions: [], isInternal: internalTopics.has(name) }
    this.byName.set(name, topic)
    this.byId.set(id, topic)
    this.addPartitions(topic, replicas)
    return topic
  }

  addPartitions(topic: Topic, replicas: readonly (readonly number[])[]): void {
    for (const nodes of replicas) {
      const log = new PartitionLog({
        clock: this.clock,
        config: name => this.configs.topic(topic.name, name),
        producerExpirationMs: () => this.configs.brokerNumber('producer.id.expiration.ms')
      })
      topic.partitions.push(new Partition(topic.name, topic.id, topic.partitions.length, nodes, log))
    }
  }

  /** Deletes a topic; long polls on it are woken and find it gone. */
  delete(name: string): Topic | undefined {
    const topic = this.byName.get(name)
    if (topic === undefined) return undefined
    this.byName.delete(name)
    this.byId.delete(topic.id)
    for (const partition of topic.partitions) partition.changed()
    for (const listener of this.deleteListeners) listener(topic)
    return topic
  }

  /** Calls back when a topic was deleted. */
  onDelete(listener: (topic: Topic) => void): void {
    this.deleteListeners.add(listener)
  }
}
