import { randomBytes } from 'node:crypto'
import type { Clock, Timer } from '../utils/clock'
import { AdvertisedVersions, type ServedApi } from './advertised-versions'
import type { BrokerView, ConnectionView } from './broker-view'
import { ConfigStore } from './configs/config-store'
import { CoordinatorMap } from './coordinators/coordinator-map'
import { GroupCoordinator } from './coordinators/groups/group-coordinator'
import { TransactionCoordinator } from './coordinators/transactions/transaction-coordinator'
import { FinalizedFeatures } from './finalized-features'
import { IdSource } from './id-source'
import type { Profile } from './profiles'
import { RequestLog } from './request-log'
import type { Topic } from './topics/topic'
import { Access } from './security/access'
import { authorizerOf } from './security/authorizer-configs'
import type { Authorizer } from './security/authorizer'
import { ClientQuotas } from './security/quotas/client-quotas'
import { Throttles } from './security/quotas/throttles'
import { ScramCredentials } from './security/scram-credentials'
import { Replication } from './topics/replication'
import { TopicStore } from './topics/topic-store'

const minIsr = 'min.insync.replicas'

/** First version of AddPartitionsToTxn by which brokers ask coordinators whether a partition is in a transaction. */
const verifyingVersion = 4

/** What a cluster is made from. */
export interface ClusterStateOptions {
  readonly clock: Clock
  readonly profile: Profile
  readonly served: readonly ServedApi[]
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
  readonly advertised: AdvertisedVersions
  readonly configs: ConfigStore
  readonly ids: IdSource
  readonly topics: TopicStore
  readonly requests = new RequestLog()
  readonly scram = new ScramCredentials()
  readonly quotas = new ClientQuotas()
  readonly throttles: Throttles
  /** Undefined: everyone may do everything. */
  readonly authorizer: Authorizer | undefined
  /** Mistakes of the broker itself; a test that ends with one has found a bug here. */
  readonly problems: Error[] = []
  readonly nodes = new Map<number, BrokerView>()
  /** Which broker coordinates which group and transactional id. */
  readonly coordinators: CoordinatorMap
  readonly groups: GroupCoordinator
  readonly transactions: TransactionCoordinator
  /** Whether brokers ask the coordinator before they append to a transaction: since 3.6 (KIP-890). */
  readonly verifiesTransactions: boolean
  controllerId = -1
  /** Levels that the brokers have agreed on; they can be changed. */
  readonly features: FinalizedFeatures
  /** Who is in sync and who leads. */
  readonly replication: Replication
  private connections = 0
  private readonly unregistered = new Set<number>()
  private readonly stopListeners = new Set<() => void>()
  private readonly timers = new Set<Timer>()

  constructor(options: ClusterStateOptions) {
    this.clock = options.clock
    this.profile = options.profile
    this.advertised = new AdvertisedVersions(options.profile, options.served)
    this.memory = options.memory
    this.clusterId = options.clusterId ?? randomBytes(16).toString('base64url')
    this.configs = new ConfigStore(options.configs)
    this.features = new FinalizedFeatures(options.profile)
    this.replication = new Replication({
      isAlive: nodeId => this.isAlive(nodeId),
      minIsr: topic => this.configs.topicNumber(topic, minIsr),
      allowsUnclean: topic => this.configs.topic(topic, 'unclean.leader.election.enable').trim().toLowerCase() === 'true',
      tracksEligibleLeaders: () => this.tracksEligibleLeaders
    })
    // As a controller does that begins to track them: the value must be the same on all brokers.
    if (this.tracksEligibleLeaders) this.configs.ofBrokers.set('', new Map([[minIsr, this.configs.broker(minIsr)]]))
    this.ids = new IdSource(this.clusterId)
    this.topics = new TopicStore(this.clock, this.configs, this.ids)
    this.coordinators = new CoordinatorMap(this.clock, this.nodes)
    this.throttles = new Throttles(this.clock, this.quotas)
    this.authorizer = authorizerOf(this.configs)
    this.groups = new GroupCoordinator(this)
    this.verifiesTransactions = (options.profile.ranges.get('AddPartitionsToTxn')?.max ?? 0) >= verifyingVersion
    this.transactions = new TransactionCoordinator({
      clock: this.clock,
      configs: this.configs,
      topics: this.topics,
      transactionVersion: options.profile.features.get('transaction.version') ?? 0,
      completeOffsets: (producerId, isCommit) => this.groups.offsets.completePending(producerId, isCommit)
    })
    this.coordinators.onMove((type, key) => {
      if (type === 'group') this.groups.moved(key)
      if (type === 'transaction') this.transactions.moved()
    })
    this.onStop(() => {
      for (const timer of this.timers) timer.cancel()
      this.timers.clear()
      this.coordinators.clear()
      this.groups.stop()
      this.transactions.stop()
    })
  }

  /** What the client on a connection may do; undefined: everything. */
  accessOf({ principal, remoteAddress: host }: ConnectionView): Access | undefined {
    return this.authorizer === undefined ? undefined : new Access(this.authorizer, { principal, host })
  }

  /** Whether replicas that left the in-sync set below its minimum stay eligible to lead (KIP-966). */
  get tracksEligibleLeaders(): boolean {
    return this.features.level('eligible.leader.replicas.version') > 0
  }

  nextConnectionId(): number {
    return ++this.connections
  }

  isAlive(nodeId: number): boolean {
    return this.nodes.get(nodeId)?.alive === true && !this.unregistered.has(nodeId)
  }

  /** Brokers that serve, in order of their ids. */
  aliveNodes(): BrokerView[] {
    return [...this.nodes.values()].filter(node => this.isAlive(node.nodeId)).sort((a, b) => a.nodeId - b.nodeId)
  }

  /** Spreads `replicationFactor` replicas of each partition over the brokers that live, leaders in turn. */
  placeReplicas(numPartitions: number, replicationFactor: number): number[][] {
    const nodes = this.aliveNodes().map(node => node.nodeId)
    const first = this.topics.all().length
    return Array.from({ length: numPartitions }, (_, partition) =>
      Array.from({ length: replicationFactor }, (_, replica) => nodes[(first + partition + replica) % nodes.length])
    )
  }

  /** A broker went: its partitions get other leaders, where an in-sync replica is alive. */
  nodeDown(nodeId: number): void {
    // What it coordinated goes to others.
    this.transactions.moved()
    if (this.controllerId === nodeId) this.controllerId = this.aliveNodes()[0]?.nodeId ?? -1
    this.eachPartition(partition => this.replication.nodeDown(partition, nodeId))
  }

  /** A broker came back: it is in sync at once, and leads what had no leader. */
  nodeUp(nodeId: number): void {
    if (this.controllerId < 0) this.controllerId = nodeId
    this.unregistered.delete(nodeId)
    this.eachPartition(partition => this.replication.nodeUp(partition, nodeId))
  }

  /** Whether the cluster has the broker in its books, alive or not. */
  isRegistered(nodeId: number): boolean {
    return this.nodes.has(nodeId) && !this.unregistered.has(nodeId)
  }

  /** Strikes a broker from the books until it starts again (KIP-631). */
  unregister(nodeId: number): void {
    this.unregistered.add(nodeId)
    this.nodeDown(nodeId)
  }

  /** Replicas that reassignments add get in sync, or with true they don't until it is called with false. */
  holdReassignments(isHeld: boolean): void {
    this.replication.isHeld = isHeld
    if (!isHeld) this.eachPartition(partition => this.replication.proceed(partition))
  }

  /** Lets go of everything that waits. */
  stop(): void {
    for (const listener of this.stopListeners) listener()
    this.stopListeners.clear()
  }

  /** Does something `delayMs` from now, unless the cluster has stopped by then. */
  later(delayMs: number, act: () => void): void {
    const timer = this.clock.schedule(delayMs, () => {
      this.timers.delete(timer)
      act()
    })
    this.timers.add(timer)
  }

  /** Runs when the cluster stops; for parts that keep timers. */
  onStop(listener: () => void): void {
    this.stopListeners.add(listener)
  }

  private eachPartition(visit: (partition: Topic['partitions'][number]) => void): void {
    for (const topic of this.topics.all()) for (const partition of topic.partitions) visit(partition)
  }
}
