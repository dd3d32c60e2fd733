import type { MetadataResponse, MetadataResponseTopic } from '../protocol/generated/metadata-response'
import { zeroUuid } from '../protocol/uuid'
import { mergePartitions } from './merge-partitions'
import type { BrokerNode, PartitionMetadata, TopicMetadata } from './partition-metadata'

export type { BrokerNode, PartitionMetadata, TopicMetadata }

/** What a listener of the cache is told. */
export interface MetadataUpdate {
  /** The cache's version after the merge. */
  readonly version: number
  /** False when the response held nothing new. */
  readonly changed: boolean
  /** Ids of the brokers that are no longer part of the cluster. */
  readonly departed: readonly number[]
}

/** Called after a merge, with the cache in its new state. */
export type MetadataListener = (update: MetadataUpdate) => void

interface TopicEntry {
  metadata: TopicMetadata
  /** How many responses in a row contradicted what is known, see {@link contradictionLimit}. */
  contradictions: number
}

/**
 * Without topic ids (Metadata before v10) a topic that was deleted and made anew looks like a stale view of the old one:
 * leader epochs start over and partitions may be missing. A stale view passes; so after this many responses in a row
 * that all tell the same older story, the story is believed.
 */
const contradictionLimit = 5

const unknownTopic = 3

/**
 * What the client knows of the cluster: brokers, topics, leaders. Responses are merged in, never put in place of what
 * was known, because a broker that lags behind, or a topic that is missing from one response, says nothing about the rest:
 * - partition information with an older leader epoch than known is ignored, equal or newer is taken, and without an epoch
 *   on either side there is nothing to compare and it is taken;
 * - broker addresses are always taken (the newest response knows best where a broker listens), unless the list is empty;
 * - an error of one topic or partition is recorded there and leaves everything else alone;
 * - a topic or partition missing from a response keeps what was known; only another topic id replaces it.
 *
 * Names and ids come from the network, so all look-ups are Maps (a topic may be called `__proto__`).
 */
export class MetadataCache {
  private readonly topics = new Map<string, TopicEntry>()
  private readonly namesById = new Map<string, string>()
  private nodes = new Map<number, BrokerNode>()
  private readonly listeners = new Set<MetadataListener>()
  private merges = 0

  /** Node id of the controller, −1 while unknown. In KRaft clusters any broker may be named, all pass requests on. */
  controllerId = -1
  /** Null while unknown. */
  clusterId: string | null = null

  /** Grows by one with each merge. */
  get version(): number {
    return this.merges
  }

  topic(name: string): TopicMetadata | undefined {
    return this.topics.get(name)?.metadata
  }

  /** Name of the topic that has this id now, undefined when none is known. */
  topicName(topicId: string): string | undefined {
    return this.namesById.get(topicId)
  }

  partition(topic: string, partition: number): PartitionMetadata | undefined {
    return this.topics.get(topic)?.metadata.partitions[partition]
  }

  /** Node id of the partition's leader, −1 when there is none or the partition is not known. */
  leader(topic: string, partition: number): number {
    return this.partition(topic, partition)?.leader ?? -1
  }

  /** All brokers, by ascending id. */
  brokers(): BrokerNode[] {
    return [...this.nodes.values()].sort((a, b) => a.nodeId - b.nodeId)
  }

  broker(nodeId: number): BrokerNode | undefined {
    return this.nodes.get(nodeId)
  }

  /** @returns the function that removes the listener */
  onMerge(listener: MetadataListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Takes in a response.
   * @param asked topics the request named; those that the response leaves out get error UNKNOWN_TOPIC_OR_PARTITION and keep
   *   their partitions. Null: the request was for all topics.
   */
  merge(response: MetadataResponse, asked: Iterable<string> | null): MetadataUpdate {
    const before = this.nodes
    let changed = this.mergeBrokers(response.brokers)
    const departed = [...before.keys()].filter(nodeId => !this.nodes.has(nodeId))
    if (response.clusterId !== null) this.clusterId = response.clusterId
    if (response.controllerId !== this.controllerId) {
      this.controllerId = response.controllerId
      changed = true
    }
    const missing = new Set(asked ?? this.topics.keys())
    for (const topic of response.topics) {
      if (topic.name === null) continue
      missing.delete(topic.name)
      if (this.mergeTopic(topic.name, topic)) changed = true
    }
    for (const name of missing) if (this.recordError(name, unknownTopic)) changed = true
    return this.finish(changed, departed)
  }

  /**
   * Takes in what a Produce or Fetch response says about one partition (KIP-951): its leader and that broker's address.
   * @returns false when the leader epoch is not newer than the one known, or the partition is not known
   */
  learnLeader(topic: string, partition: number, leader: number, leaderEpoch: number, nodes: Iterable<BrokerNode> = []): boolean {
    this.addBrokers(nodes)
    const entry = this.topics.get(topic)
    const known = entry?.metadata.partitions[partition]
    if (entry === undefined || known === undefined || leader < 0 || leaderEpoch <= known.leaderEpoch) return false
    const partitions = entry.metadata.partitions.with(partition, { ...known, errorCode: 0, leader, leaderEpoch })
    entry.metadata = { ...entry.metadata, partitions }
    this.finish(true)
    return true
  }

  /** Adds brokers, or their new addresses, that a response other than Metadata named. Bad ones are left out. */
  addBrokers(nodes: Iterable<BrokerNode>): void {
    for (const node of nodes) if (isUsable(node)) this.nodes.set(node.nodeId, node)
  }

  /** Forgets a topic that nobody asks for any more. */
  forgetTopic(name: string): void {
    const entry = this.topics.get(name)
    if (entry === undefined) return
    this.topics.delete(name)
    this.unlinkId(entry.metadata)
  }

  private finish(changed: boolean, departed: readonly number[] = []): MetadataUpdate {
    const update = { version: ++this.merges, changed, departed }
    for (const listener of this.listeners) listener(update)
    return update
  }

  private mergeBrokers(listed: readonly BrokerNode[]): boolean {
    const fresh = new Map<number, BrokerNode>()
    for (const { nodeId, host, port, rack } of listed) {
      const node = { nodeId, host, port, rack }
      if (isUsable(node) && !fresh.has(nodeId)) fresh.set(nodeId, node)
    }
    // A broker that starts up can answer before it knows of any broker, itself included.
    if (fresh.size === 0) return false
    const same = fresh.size === this.nodes.size && [...fresh.values()].every(node => isSameNode(node, this.nodes.get(node.nodeId)))
    if (!same) this.nodes = fresh
    return !same
  }

  private mergeTopic(name: string, incoming: MetadataResponseTopic): boolean {
    const entry = this.topics.get(name)
    if (incoming.errorCode !== 0) return this.recordError(name, incoming.errorCode)
    const known = entry?.metadata
    const recreated =
      known !== undefined && incoming.topicId !== zeroUuid && known.topicId !== zeroUuid && incoming.topicId !== known.topicId
    const believed = recreated || (entry?.contradictions ?? 0) >= contradictionLimit
    const merged = mergePartitions(known === undefined || believed ? [] : known.partitions, incoming.partitions)
    const topicId = incoming.topicId === zeroUuid && !believed && known !== undefined ? known.topicId : incoming.topicId
    const contradictions = merged.contradicted && topicId === zeroUuid ? (entry?.contradictions ?? 0) + 1 : 0
    if (
      known !== undefined &&
      !merged.changed &&
      !believed &&
      known.topicId === topicId &&
      known.errorCode === 0 &&
      known.isInternal === incoming.isInternal
    ) {
      if (entry !== undefined) entry.contradictions = contradictions
      return false
    }
    if (known !== undefined) this.unlinkId(known)
    if (topicId !== zeroUuid) this.namesById.set(topicId, name)
    const metadata = { topic: name, topicId, isInternal: incoming.isInternal, errorCode: 0, partitions: merged.partitions }
    this.topics.set(name, { metadata, contradictions })
    return true
  }

  private recordError(name: string, errorCode: number): boolean {
    const entry = this.topics.get(name)
    if (entry === undefined) {
      const metadata = { topic: name, topicId: zeroUuid, isInternal: false, errorCode, partitions: [] }
      this.topics.set(name, { metadata, contradictions: 0 })
      return true
    }
    if (entry.metadata.errorCode === errorCode) return false
    entry.metadata = { ...entry.metadata, errorCode }
    return true
  }

  private unlinkId({ topicId, topic }: TopicMetadata): void {
    if (this.namesById.get(topicId) === topic) this.namesById.delete(topicId)
  }
}

/** Host names have at most 253 characters. */
const longestHost = 255

function isUsable({ nodeId, host, port }: BrokerNode): boolean {
  return nodeId >= 0 && port > 0 && port <= 65_535 && host.length > 0 && host.length <= longestHost
}

function isSameNode(a: BrokerNode, b: BrokerNode | undefined): boolean {
  return b !== undefined && a.host === b.host && a.port === b.port && a.rack === b.rack
}
