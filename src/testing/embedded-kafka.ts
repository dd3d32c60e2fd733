import { KafkaConfigError } from '../errors/config-errors'
import { KafkaUsageError } from '../errors/usage-errors'
import { systemClock } from '../utils/clock'
import { BrokerNode } from './broker-node'
import { checkOptions, checkTopic } from './check-options'
import { ClusterState } from './cluster-state'
import { allHandlers } from './handlers/all-handlers'
import { Laboratory } from './laboratory/laboratory'
import type { MetadataView } from './laboratory/metadata-views'
import type { Listener } from './listener'
import type { MemorySocket } from './memory-transport'
import type { EmbeddedKafkaOptions, ListenerOptions, TopicOptions } from './options'
import { profileOf, releases } from './profiles'
import type { RequestLog } from './request-log'

/**
 * A Kafka cluster inside this process, for tests and first steps. Its brokers listen on 127.0.0.1, and any Kafka client can
 * connect to them; with `memory: true` there are no sockets at all.
 */
export class EmbeddedKafka {
  private readonly unnoticed = new Map<number, MetadataView>()
  private isStopped = false

  private constructor(
    /** @internal */
    readonly cluster: ClusterState,
    /** Faults to switch on. */
    readonly laboratory: Laboratory,
    private readonly nodes: ReadonlyMap<number, BrokerNode>,
    private readonly listeners: readonly Listener[]
  ) {}

  /**
   * Starts a cluster and resolves when it serves.
   * @throws KafkaConfigError when an option is wrong
   */
  static async start(options: EmbeddedKafkaOptions = {}): Promise<EmbeddedKafka> {
    const { brokers = 1, topics = [], asVersion = releases[releases.length - 1], racks = [] } = options
    checkOptions(options)
    const configs = new Map(Object.entries(options.configs ?? {}))
    if (options.autoCreateTopics !== undefined) configs.set('auto.create.topics.enable', String(options.autoCreateTopics))
    const cluster = new ClusterState({
      clock: options.clock ?? systemClock,
      profile: profileOf(asVersion),
      served: [...allHandlers.values()].map(({ api }) => api),
      configs,
      clusterId: options.clusterId,
      memory: options.memory === true
    })
    const listeners = (options.listeners ?? [{}]).map(toListener)
    for (const { sasl } of listeners)
      for (const [user, password] of Object.entries(sasl?.users ?? {})) cluster.scram.setPassword(user, password)
    const laboratory = new Laboratory(cluster)
    const nodes = new Map<number, BrokerNode>()
    const kafka = new EmbeddedKafka(cluster, laboratory, nodes, listeners)
    const service = { cluster, handlers: allHandlers, laboratory }
    for (let nodeId = 1; nodeId <= brokers; nodeId++) {
      const node = new BrokerNode(service, nodeId, racks[nodeId - 1] ?? null, listeners)
      nodes.set(nodeId, node)
      cluster.nodes.set(nodeId, node)
    }
    try {
      for (const node of nodes.values()) await node.start()
      cluster.controllerId = 1
      for (const topic of topics) kafka.createTopic(topic)
    } catch (error) {
      await kafka.stop()
      throw error
    }
    return kafka
  }

  /** `host:port` of every broker, for `new Kafka({ brokers })`; of the first listener. */
  get brokers(): string[] {
    return this.brokersOf(this.listeners[0].name)
  }

  /** `host:port` of every broker on one listener. */
  brokersOf(listener: string): string[] {
    return [...this.nodes.values()].map(node => `${node.host}:${node.ports.get(listener)}`)
  }

  /** For `new Kafka({ socketFactory })` when the cluster was started with `memory: true`. */
  readonly socketFactory = ({ host, port, onConnect }: { host: string; port: number; onConnect: () => void }): MemorySocket => {
    for (const node of this.nodes.values()) {
      const listener = this.listeners.find(({ name }) => node.ports.get(name) === port)
      if (listener === undefined) continue
      const socket = node.connectInMemory(listener)
      setImmediate(() => {
        if (socket.destroyed) return
        socket.emit('connect')
        onConnect()
      })
      return socket
    }
    throw Object.assign(new Error(`connect ECONNREFUSED ${host}:${port}`), { code: 'ECONNREFUSED' })
  }

  /** Requests that the brokers got. */
  get requests(): RequestLog {
    return this.cluster.requests
  }

  /** Mistakes of the broker itself; a test that ends with one has found a bug in it. */
  get problems(): readonly Error[] {
    return this.cluster.problems
  }

  /**
   * Makes a topic at once.
   * @throws KafkaConfigError when the topic is there already or an option is wrong
   */
  createTopic(topic: TopicOptions): void {
    const { cluster } = this
    checkTopic(topic, 'topic', this.nodes.size)
    const { replicationFactor = Math.min(3, cluster.aliveNodes().length), numPartitions = 1, configs = {} } = topic
    if (cluster.topics.get(topic.topic) !== undefined) throw wrong('topics', `${topic.topic} is there already`)
    if (replicationFactor > cluster.aliveNodes().length) throw wrong('topics', `${topic.topic} wants more replicas than there are brokers`)
    cluster.configs.ofTopics.set(topic.topic, new Map(Object.entries(configs)))
    cluster.topics.create(topic.topic, topic.replicaAssignment ?? cluster.placeReplicas(numPartitions, replicationFactor))
  }

  /**
   * Takes a broker down: connections break, new ones are refused, its partitions move to other replicas. With `unnoticed` the rest of the
   * cluster does not know yet: it stays in Metadata and goes on leading, until it is revived or killed again without that.
   */
  async kill(nodeId: number, { unnoticed = false }: { unnoticed?: boolean } = {}): Promise<void> {
    const node = this.node(nodeId)
    this.unnoticed.get(nodeId)?.remove()
    this.unnoticed.delete(nodeId)
    if (unnoticed) this.unnoticed.set(nodeId, this.laboratory.metadata.keepListed(nodeId))
    await node.stop()
    if (!unnoticed) this.cluster.nodeDown(nodeId)
  }

  /**
   * Brings a broker back on the ports that it had.
   * @throws KafkaUsageError after `stop`, KafkaConfigError when somebody else has taken one of the ports
   */
  async revive(nodeId: number): Promise<void> {
    const node = this.node(nodeId)
    if (this.isStopped) throw new KafkaUsageError('The cluster has been stopped; start another one')
    if (node.alive) return
    this.unnoticed.get(nodeId)?.remove()
    this.unnoticed.delete(nodeId)
    await node.start()
    // It may have been killed again, or all may have been stopped, while it started.
    if (node.alive) this.cluster.nodeUp(nodeId)
  }

  /**
   * Lets a broker stand still, as a long garbage collection does: its sockets stay open and silent, the others elect new leaders. What it
   * is asked meanwhile it performs and answers when it thaws, and finds then that it leads nothing any more.
   */
  freeze(nodeId: number): void {
    const node = this.node(nodeId)
    if (!node.alive) return
    node.freeze()
    this.cluster.nodeDown(nodeId)
  }

  /** The end of `freeze`. */
  thaw(nodeId: number): void {
    const node = this.node(nodeId)
    if (!node.isFrozen) return
    node.thaw()
    this.cluster.nodeUp(nodeId)
  }

  /** Ends everything; nothing stays open. Can be called again. */
  async stop(): Promise<void> {
    this.isStopped = true
    await Promise.all([...this.nodes.values()].map(node => node.stop()))
    this.cluster.stop()
  }

  private node(nodeId: number): BrokerNode {
    const node = this.nodes.get(nodeId)
    if (node === undefined) throw new RangeError(`There is no broker ${nodeId}; ids are 1 to ${this.nodes.size}`)
    return node
  }
}

function toListener(options: ListenerOptions): Listener {
  const { protocol = 'PLAINTEXT', name = protocol, port = 0, tls, sasl } = options
  return { name, protocol, port, tls: protocol.endsWith('SSL') ? tls : undefined, sasl: protocol.startsWith('SASL') ? sasl : undefined }
}

function wrong(option: string, reason: string): KafkaConfigError {
  return new KafkaConfigError(`${option}: ${reason}`, { option, reason })
}
