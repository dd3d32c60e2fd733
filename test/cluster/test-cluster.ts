import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { type KafkaVersion, kafkaJars } from '../../scripts/setup/kafka-jars'
import { advertisedPort, type ClusterSpec, type ListenerName, type NodeSpec } from './broker-config'
import { type MetadataView, type PartitionView, probeCoordinator, probeMetadata } from './broker-probe'
import type { Certificates } from './certificates'
import { JavaPeer } from './java-peer'
import type { SupervisorClient } from './supervisor-client'
import { waitUntil } from './wait-until'

const run = promisify(execFile)

/** One broker of a test cluster. */
export interface TestNode {
  readonly name: string
  readonly nodeId: number
  /** Ports on 127.0.0.1 by listener. */
  readonly ports: NodeSpec['ports']
  /** Port on 127.0.0.1 of the listener without encryption and authentication. */
  readonly port: number
  /** Whether it runs and is not frozen. */
  isLive(): Promise<boolean>
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>
  /** Starts a node that has ended, with the same ports and data; resolves when it answers. */
  start(): Promise<void>
  /** An orderly end and a start. */
  restart(): Promise<void>
  /** It stands still: its sockets stay open and silent, and the others go on without it. */
  freeze(): Promise<void>
  /** The end of `freeze`. */
  thaw(): Promise<void>
}

/**
 * A cluster for the conformance suites, of real brokers or of embedded ones, on 127.0.0.1 with its files in a temporary folder.
 *
 * What the waits look at is asked of every broker that runs and is not frozen, without odradek's client: when one resolves, a client
 * gets the same answer from each of them.
 */
export abstract class TestCluster<Node extends TestNode = TestNode> {
  /** Kafka's Java clients, connected to this cluster. */
  readonly java: JavaPeer
  /** The process that owns the cluster, where this is who started it. */
  protected supervisorProcess: ChildProcess | undefined

  protected constructor(
    protected readonly spec: ClusterSpec,
    protected readonly supervisor: SupervisorClient
  ) {
    this.java = new JavaPeer(supervisor, spec.nodes.map(node => `127.0.0.1:${node.ports.INTERNAL}`).join(','))
  }

  abstract readonly nodes: readonly Node[]

  /** The folder of a partition on a node's disk as it is now, for `java.batches`. */
  abstract partitionFolder(nodeId: number, topic: string, partition: number): Promise<string>

  /** What the brokers have logged about requests they could not take. A suite that sends none by intention asserts it is empty. */
  abstract protocolErrors(): string[]

  /** Of Kafka; what embedded brokers pose as. */
  get version(): KafkaVersion {
    return this.spec.version
  }

  /** Where the cluster's files are; what `attachCluster` takes. */
  get folder(): string {
    return this.spec.folder
  }

  /** `host:port` of every node, without encryption and authentication. */
  get bootstrap(): string[] {
    return this.bootstrapOf('PLAINTEXT')
  }

  /** `host:port` of every node on a listener; all but PLAINTEXT need `listeners: 'all'`. */
  bootstrapOf(listener: ListenerName): string[] {
    if (!this.spec.listeners.includes(listener)) throw new Error(`The cluster has no listener ${listener}`)
    return this.spec.nodes.map(node => `127.0.0.1:${advertisedPort(node, listener)}`)
  }

  /** Certificates of the TLS listeners (`listeners: 'all'`). */
  get certificates(): Certificates {
    if (this.spec.certificates === null) throw new Error('The cluster has no TLS listeners')
    return this.spec.certificates
  }

  /** The user of each SASL mechanism (`listeners: 'all'`). */
  get users(): ClusterSpec['users'] {
    return this.spec.users
  }

  /** By node id, 1 and up. */
  node(nodeId: number): Node {
    const node = this.nodes.find(n => n.nodeId === nodeId)
    if (node === undefined) throw new Error(`No node ${nodeId}`)
    return node
  }

  /** Until every live broker knows exactly `count` brokers. */
  async waitForBrokers(count: number): Promise<void> {
    await waitUntil(`every broker to know ${count} brokers`, () => this.allAgree([], view => view.brokers.length === count))
  }

  /** The partition's leader, once every live broker names the same one, and it is not `not`. */
  async waitForLeader(topic: string, partition = 0, not?: number): Promise<number> {
    const view = await this.waitForPartition(topic, partition, `a leader${not === undefined ? '' : ` other than ${not}`}`, p => {
      return p.errorCode === 0 && p.leader >= 0 && p.leader !== not
    })
    return view.leader
  }

  /** Until every live broker sees `size` replicas in sync. */
  async waitForIsr(topic: string, partition: number, size: number): Promise<number[]> {
    const view = await this.waitForPartition(topic, partition, `${size} replicas in sync`, p => p.isr.length === size)
    return view.isr
  }

  /** Until every live broker has every one of the topic's partitions with a leader. */
  async waitForTopic(topic: string, partitions = 1): Promise<void> {
    await waitUntil(`${topic} to have ${partitions} partitions with leaders`, () =>
      this.allAgree([topic], view => {
        const found = view.topics.get(topic)
        return found?.errorCode === 0 && found.partitions.length === partitions && found.partitions.every(p => p.leader >= 0)
      })
    )
  }

  /** Until no live broker knows the topic. */
  async waitForTopicGone(topic: string): Promise<void> {
    await waitUntil(`${topic} to be gone`, () => this.allAgree([topic], view => view.topics.get(topic)?.errorCode === 3))
  }

  /** Node id of a group's coordinator, once every live broker names the same live one, and it is not `not`. */
  coordinator(groupId: string, not?: number): Promise<number> {
    return waitUntil(`a coordinator of ${groupId}`, async () => {
      const live = await this.live()
      const named = new Set(await Promise.all(live.map(node => probeCoordinator(node.ports.INTERNAL, groupId))))
      const [coordinator] = named
      if (named.size !== 1 || coordinator === undefined || coordinator === not) return undefined
      return live.some(node => node.nodeId === coordinator) ? coordinator : undefined
    })
  }

  /**
   * Until every group has a coordinator that has loaded its state. Before that a broker answers COORDINATOR_LOAD_IN_PROGRESS, which
   * KafkaJS does not bear in a join. The four groups asked about lie on the four partitions of the offsets topic.
   */
  async waitForCoordinators(): Promise<void> {
    for (const groupId of ['a', 'b', 'c', 'd']) {
      await this.coordinator(groupId)
      await this.java.describeGroup(groupId).catch((error: Error) => {
        // What a coordinator of Kafka 4 says of a group that does not exist; it has loaded what there is by then.
        if (error.name !== 'GroupIdNotFoundException') throw error
      })
    }
  }

  /**
   * Runs Kafka's own console consumer (of the cluster's version) for `count` records of a topic and gives the lines it prints.
   * `formatter`: properties of its formatter, such as `print.key`.
   */
  async consoleConsumer(topic: string, count: number, formatter: Record<string, string> = {}): Promise<string[]> {
    const main = this.version === '2.8.2' ? 'kafka.tools.ConsoleConsumer' : 'org.apache.kafka.tools.consumer.ConsoleConsumer'
    const jvm = ['-XX:TieredStopAtLevel=1', '-cp', path.join(await kafkaJars(this.version), '*'), main]
    const what = ['--bootstrap-server', this.bootstrap.join(','), '--topic', topic, '--from-beginning']
    const limits = ['--max-messages', String(count), '--timeout-ms', '60000']
    const flag = this.version === '4.3.1' ? '--formatter-property' : '--property'
    const properties = Object.entries(formatter).flatMap(([key, value]) => [flag, `${key}=${value}`])
    const { stdout } = await run('java', [...jvm, ...what, ...limits, ...properties], { maxBuffer: 1 << 28 })
    return stdout.split('\n').slice(0, -1)
  }

  /** Ids of the processes that make up the cluster: brokers, ZooKeeper, the Java peer and the supervisor of them all. */
  processIds(): Promise<number[]> {
    return this.supervisor.call('processIds')
  }

  /** Lets go of a cluster that someone else owns. */
  detach(): void {
    this.supervisor.close()
  }

  /**
   * Kills every process of the cluster, removes its folder, and resolves when both are done. Logs are kept first where
   * ODRADEK_KAFKA_LOGS names a folder.
   */
  async stop(): Promise<void> {
    const supervisorProcess = this.supervisorProcess
    if (supervisorProcess === undefined) throw new Error('Only its owner stops a cluster')
    if (supervisorProcess.exitCode !== null) return
    await this.supervisor.call('killAll')
    this.keepLogs()
    this.detach()
    supervisorProcess.ref()
    const exit = once(supervisorProcess, 'exit')
    supervisorProcess.disconnect()
    await exit
  }

  private keepLogs(): void {
    const target = process.env['ODRADEK_KAFKA_LOGS']
    if (target === undefined) return
    fs.mkdirSync(target, { recursive: true })
    for (const name of fs.readdirSync(this.folder).filter(file => file.endsWith('.log'))) {
      fs.copyFileSync(path.join(this.folder, name), path.join(target, `${path.basename(this.folder)}-${name}`))
    }
  }

  private async live(): Promise<Node[]> {
    const live = await Promise.all(this.nodes.map(async node => ((await node.isLive()) ? [node] : [])))
    return live.flat()
  }

  private async allAgree(topics: readonly string[], check: (view: MetadataView) => boolean): Promise<boolean> {
    const live = await this.live()
    if (live.length === 0) throw new Error('No broker is live')
    const views = await Promise.all(live.map(node => probeMetadata(node.ports.INTERNAL, topics)))
    return views.every(check)
  }

  private waitForPartition(
    topic: string,
    partition: number,
    what: string,
    check: (view: PartitionView) => boolean
  ): Promise<PartitionView> {
    return waitUntil(`${topic}/${partition} to have ${what}`, async () => {
      const live = await this.live()
      const views = await Promise.all(live.map(node => probeMetadata(node.ports.INTERNAL, [topic])))
      const found = views.map(view => view.topics.get(topic)?.partitions[partition])
      const [first] = found
      const agreed = first !== undefined && found.every(p => p !== undefined && p.leader === first.leader && check(p))
      return agreed ? first : undefined
    })
  }
}
