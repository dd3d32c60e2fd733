import fs from 'node:fs'
import path from 'node:path'
import { kafkaJars } from '../../scripts/setup/kafka-jars'
import { brokerArguments } from './broker-command'
import type { ClusterSpec, NodeSpec } from './broker-config'
import { type ClusterOptions, prepare, propertiesFile, StartError, specify, throwIfEnded } from './cluster-launch'
import { freePorts } from './free-ports'
import { KafkaNode } from './kafka-node'
import { forkSupervisor, SupervisorClient } from './supervisor-client'
import { TestCluster } from './test-cluster'
import { waitUntil } from './wait-until'

const attempts = 5
/** Listeners that only brokers and controllers use: on a busy machine they keep each other waiting, and say so in the same words. */
const internalListener = /ListenerName\((INTERNAL|CONTROLLER)\)/
/** What a broker writes when a client has sent it something it cannot take. */
const clientFault =
  /InvalidReceiveException|InvalidRequestException|Error processing message|Exception (while|when) processing request|Error getting request for apiKey|Unexpected error handling request|Error when handling request/

/** What `KafkaCluster.start` takes. */
export interface KafkaClusterOptions extends ClusterOptions {
  /**
   * Gives the ports that brokers advertise for their PLAINTEXT listener by node id, so that every connection of a client comes through what
   * listens there. Called before the brokers start, and again when the ports they were to have were taken by someone else.
   */
  advertise?: (nodes: readonly NodeSpec[]) => Promise<Record<number, number>>
}

/**
 * A real Kafka cluster, on free ports.
 *
 * `start` makes one and owns it: it lives until `stop`, or until the process that started it ends by whatever cause. `attach` gives
 * others, such as the test files of one jest run, the same control over a cluster that someone else owns.
 */
export class KafkaCluster extends TestCluster<KafkaNode> {
  readonly nodes: readonly KafkaNode[]

  private constructor(spec: ClusterSpec, supervisor: SupervisorClient, jars: string) {
    super(spec, supervisor)
    this.nodes = spec.nodes.map(node => {
      const args = brokerArguments(spec, jars, propertiesFile(spec, node.nodeId))
      return new KafkaNode(supervisor, node, args, path.join(spec.folder, `node-${node.nodeId}.log`))
    })
  }

  /** Starts a cluster and resolves when every broker answers and knows all others. `choosePorts` is for the harness's own test. */
  static async start(options: KafkaClusterOptions, choosePorts = freePorts): Promise<KafkaCluster> {
    for (let attempt = 1; ; attempt++) {
      try {
        const spec = await specify(options, choosePorts)
        const advertised = await options.advertise?.(spec.nodes)
        for (const node of spec.nodes) if (advertised !== undefined) node.advertisedPort = advertised[node.nodeId]
        return await KafkaCluster.launch(spec)
      } catch (error) {
        // Between the choice of a port and the broker's bind another process may have taken it.
        if (!(error instanceof StartError) || !error.portTaken || attempt === attempts) throw error
      }
    }
  }

  /** Control over a running cluster that has published itself. It ends with its owner, not with `detach`. */
  static async attach(spec: ClusterSpec): Promise<KafkaCluster> {
    return new KafkaCluster(spec, await SupervisorClient.connect(spec.folder), await kafkaJars(spec.version))
  }

  private static async launch(spec: ClusterSpec): Promise<KafkaCluster> {
    const jars = await kafkaJars(spec.version)
    const supervisorProcess = await forkSupervisor(spec.folder)
    const cluster = new KafkaCluster(spec, await SupervisorClient.connect(spec.folder), jars)
    cluster.supervisorProcess = supervisorProcess
    try {
      await prepare(spec, cluster.supervisor)
      await Promise.all(cluster.nodes.map(node => node.launch()))
      await cluster.waitForStart()
      if (spec.listeners.length > 1) await cluster.createUsers()
      fs.writeFileSync(path.join(spec.folder, 'cluster.json'), JSON.stringify(spec))
      return cluster
    } catch (error) {
      await cluster.stop()
      throw error
    }
  }

  async partitionFolder(nodeId: number, topic: string, partition: number): Promise<string> {
    return path.join(this.folder, `data-${nodeId}`, `${topic}-${partition}`)
  }

  protocolErrors(): string[] {
    return this.logLines(clientFault).filter(line => !internalListener.test(line))
  }

  /** Warnings and errors of all brokers that match. */
  private logLines(pattern: RegExp): string[] {
    return this.nodes.flatMap(node => node.logLines(pattern).map(line => `${node.name}: ${line}`))
  }

  private async waitForStart(): Promise<void> {
    await waitUntilStarted(this.nodes, this.supervisor)
    await this.waitForBrokers(this.nodes.length)
  }

  private async createUsers(): Promise<void> {
    for (const mechanism of ['SCRAM-SHA-256', 'SCRAM-SHA-512'] as const) {
      const { username, password } = this.users[mechanism]
      await this.java.createScramUser(username, password, mechanism)
      for (const bootstrap of this.bootstrapOf('SASL_PLAINTEXT')) {
        const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="${password}";`
        const config = { 'security.protocol': 'SASL_PLAINTEXT', 'sasl.mechanism': mechanism, 'sasl.jaas.config': login }
        await waitUntil(`${username} to be known on ${bootstrap}`, () => this.java.call<string>('connect', { bootstrap, config }))
      }
    }
  }
}

async function waitUntilStarted(nodes: readonly KafkaNode[], supervisor: SupervisorClient): Promise<void> {
  await Promise.all(
    nodes.map(async node => {
      let failed: unknown
      await waitUntil(`${node.name} to start`, async () => {
        try {
          await throwIfEnded(supervisor, node.name, node.logFile)
        } catch (error) {
          failed = error
          return true
        }
        return node.answers()
      })
      if (failed !== undefined) throw failed
    })
  )
}
