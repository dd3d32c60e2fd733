import { randomBytes } from 'node:crypto'
import type { Clock } from '../utils/clock'
import type { BrokerNode } from './broker-node'
import { ConfigStore } from './configs/config-store'
import type { AnyHandler } from './handler'
import { Laboratory } from './laboratory/laboratory'
import type { Profile, VersionRange } from './profiles'
import { RequestLog } from './request-log'
import type { Topic } from './topics/topic'
import { ScramCredentials } from './security/scram-credentials'
import { TopicStore } from './topics/topic-store'

/** What a cluster is made from. */
export interface ClusterStateOptions {
  readonly clock: Clock
  readonly profile: Profile
  readonly handlers: ReadonlyMap<number, AnyHandler>
  readonly configs: ReadonlyMap<string, string>
  readonly clusterId: string | undefined
  readonly memory: boolean
}

/** All that the brokers of a cluster know together: in a real one controllers, replication and coordinators carry it about. */
export class ClusterState {
  readonly clock: Clock
  readonly clusterId: string
  readonly profile: Profile
  readonly memory: boolean
  readonly handlers: ReadonlyMap<number, AnyHandler>
  readonly configs: ConfigStore
  readonly topics: TopicStore
  readonly requests = new RequestLog()
  readonly scram = new ScramCredentials()
  readonly laboratory: Laboratory
  /** Mistakes of the broker itself; a test that ends with one has found a bug here. */
  readonly problems: Error[] = []
  readonly nodes = new Map<number, BrokerNode>()
  controllerId = -1
  private connections = 0
  private readonly stopListeners = new Set<() => void>()
  private cachedRanges: Map<string, VersionRange> | undefined

  constructor(options: ClusterStateOptions) {
    this.clock = options.clock
    this.profile = options.profile
    this.handlers = options.handlers
    this.memory = options.memory
    this.clusterId = options.clusterId ?? randomBytes(16).toString('base64url')
    this.configs = new ConfigStore(options.configs)
    this.topics = new TopicStore(this.clock, this.configs)
    this.laboratory = new Laboratory(this)
  }

  nextConnectionId(): number {
    return ++this.connections
  }

  isAlive(nodeId: number): boolean {
    return this.nodes.get(nodeId)?.alive === true
  }

  /** Brokers that serve, in order of their ids. */
  aliveNodes(): BrokerNode[] {
    return [...this.nodes.values()].filter(node => node.alive).sort((a, b) => a.nodeId - b.nodeId)
  }

  /** The versions of an API that this cluster advertises: those of the release that the codecs and the tests' limits leave. */
  rangeOf(api: string): VersionRange | undefined {
    return this.ranges().get(api)
  }

  /** Advertised ranges by API name. */
  ranges(): ReadonlyMap<string, VersionRange> {
    if (this.cachedRanges === undefined) {
      this.cachedRanges = new Map()
      for (const { api } of this.handlers.values()) {
        const told = this.laboratory.versionsOf(api.name)
        const range = told === undefined ? this.releaseRange(api) : told
        if (range !== undefined && range !== null) this.cachedRanges.set(api.name, range)
      }
    }
    return this.cachedRanges
  }

  /** @internal The laboratory changed what is advertised. */
  forgetRanges(): void {
    this.cachedRanges = undefined
  }

  private releaseRange(api: AnyHandler['api']): VersionRange | undefined {
    const release = this.profile.ranges.get(api.name)
    if (release === undefined) return undefined
    // Produce 0 to 2 are advertised by Kafka 4 though it refuses them.
    const min = api.name === 'Produce' && release.min === 0 ? 0 : Math.max(release.min, api.lowestVersion)
    const max = Math.min(release.max, api.highestVersion)
    return max < min ? undefined : { min, max }
  }

  serves(api: string, version: number): boolean {
    const range = this.rangeOf(api)
    return range !== undefined && version >= range.min && version <= range.max
  }

  /** Spreads `replicationFactor` replicas of each partition over the brokers that live, leaders in turn. */
  placeReplicas(numPartitions: number, replicationFactor: number): number[][] {
    const nodes = this.aliveNodes().map(node => node.nodeId)
    const first = this.topics.all().length
    return Array.from({ length: numPartitions }, (_, partition) =>
      Array.from({ length: replicationFactor }, (_, replica) => nodes[(first + partition + replica) % nodes.length] as number)
    )
  }

  /** A broker went: its partitions get other leaders, where an in-sync replica is alive. */
  nodeDown(nodeId: number): void {
    if (this.controllerId === nodeId) this.controllerId = this.aliveNodes()[0]?.nodeId ?? -1
    this.eachPartition(partition => {
      if (!partition.replicas.includes(nodeId)) return
      const rest = partition.isr.filter(id => id !== nodeId)
      // The last in-sync replica stays in the set: only it may lead again.
      if (rest.length > 0) partition.isr = rest
      if (partition.leader === nodeId) {
        partition.elect(partition.replicas.find(id => partition.isr.includes(id) && this.isAlive(id)) ?? -1)
      }
    })
  }

  /** A broker came back: it is in sync at once, and leads what had no leader. */
  nodeUp(nodeId: number): void {
    if (this.controllerId < 0) this.controllerId = nodeId
    this.eachPartition(partition => {
      if (!partition.replicas.includes(nodeId)) return
      if (partition.leader < 0) {
        if (partition.isr.includes(nodeId)) partition.elect(nodeId)
      } else if (!partition.isr.includes(nodeId)) {
        partition.isr = partition.replicas.filter(id => id === nodeId || partition.isr.includes(id))
      }
    })
  }

  /** Lets go of everything that waits. */
  stop(): void {
    for (const listener of this.stopListeners) listener()
    this.stopListeners.clear()
  }

  /** Runs when the cluster stops; for parts that keep timers. */
  onStop(listener: () => void): void {
    this.stopListeners.add(listener)
  }

  private eachPartition(visit: (partition: Topic['partitions'][number]) => void): void {
    for (const topic of this.topics.all()) for (const partition of topic.partitions) visit(partition)
  }
}
