import fs from 'node:fs'
import path from 'node:path'
import type { ClusterSpec, NodeSpec } from './broker-config'
import { makeCertificates } from './certificates'
import { type ClusterOptions, specify, StartError, startPeer, throwIfEnded } from './cluster-launch'
import { problemMark } from './embedded-brokers'
import { freePortRow } from './free-ports'
import { forkSupervisor, SupervisorClient } from './supervisor-client'
import { TestCluster, type TestNode } from './test-cluster'
import { waitUntil } from './wait-until'

const program = path.join(__dirname, 'embedded-process.js')
const attempts = 5

/** An embedded broker in the cluster's process. */
class EmbeddedNode implements TestNode {
  readonly name: string

  constructor(
    private readonly brokers: SupervisorClient,
    private readonly spec: NodeSpec
  ) {
    this.name = `node-${spec.nodeId}`
  }

  get nodeId(): number {
    return this.spec.nodeId
  }

  get ports(): NodeSpec['ports'] {
    return this.spec.ports
  }

  get port(): number {
    return this.ports.PLAINTEXT
  }

  isLive(): Promise<boolean> {
    return this.call('isLive')
  }

  kill(): Promise<void> {
    return this.call('kill')
  }

  start(): Promise<void> {
    return this.call('start')
  }

  async restart(): Promise<void> {
    await this.kill()
    await this.start()
  }

  freeze(): Promise<void> {
    return this.call('freeze')
  }

  thaw(): Promise<void> {
    return this.call('thaw')
  }

  private call<T>(command: string): Promise<T> {
    return this.brokers.call(command, { nodeId: this.nodeId })
  }
}

/** A cluster of embedded brokers, in one process of their own, with Kafka's Java clients beside it as with real ones. */
export class EmbeddedCluster extends TestCluster {
  readonly nodes: readonly TestNode[]

  private constructor(
    spec: ClusterSpec,
    supervisor: SupervisorClient,
    private readonly brokers: SupervisorClient
  ) {
    super(spec, supervisor)
    this.nodes = spec.nodes.map(node => new EmbeddedNode(brokers, node))
  }

  /** Starts a cluster and resolves when every broker answers. */
  static async start(options: ClusterOptions): Promise<EmbeddedCluster> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await EmbeddedCluster.launch(await specifyRows(options))
      } catch (error) {
        if (!(error instanceof StartError) || !error.portTaken || attempt === attempts) throw error
      }
    }
  }

  /** Control over a running cluster that has published itself. */
  static async attach(spec: ClusterSpec): Promise<EmbeddedCluster> {
    return new EmbeddedCluster(spec, await SupervisorClient.connect(spec.folder), await connectToBrokers(spec))
  }

  private static async launch(spec: ClusterSpec): Promise<EmbeddedCluster> {
    const supervisorProcess = await forkSupervisor(spec.folder)
    try {
      const supervisor = await SupervisorClient.connect(spec.folder)
      const [certificates] = await Promise.all([
        spec.listeners.length > 1 ? makeCertificates(path.join(spec.folder, 'certificates')) : null,
        startPeer(spec, supervisor)
      ])
      spec.certificates = certificates
      fs.writeFileSync(path.join(spec.folder, 'cluster.json'), JSON.stringify(spec))
      const log = logFile(spec)
      await supervisor.call('start', { name: 'embedded', program: process.execPath, arguments: [program, spec.folder], log })
      let failed: unknown
      const brokers = await waitUntil('the embedded brokers', async () => {
        failed = await throwIfEnded(supervisor, 'embedded', log).catch((error: unknown) => error)
        return failed === undefined ? connectToBrokers(spec) : 'failed'
      })
      if (brokers === 'failed') throw failed
      const cluster = new EmbeddedCluster(spec, supervisor, brokers)
      cluster.supervisorProcess = supervisorProcess
      return cluster
    } catch (error) {
      // It takes with it what it has started.
      supervisorProcess.disconnect()
      throw error
    }
  }

  async partitionFolder(nodeId: number, topic: string, partition: number): Promise<string> {
    const folder = path.join(this.folder, `data-${nodeId}`, `${topic}-${partition}`)
    await this.brokers.call('writeLog', { topic, partition, folder })
    return folder
  }

  protocolErrors(): string[] {
    const lines = fs.readFileSync(logFile(this.spec), 'utf8').split('\n')
    return lines.filter(line => line.startsWith(problemMark))
  }

  override detach(): void {
    this.brokers.close()
    super.detach()
  }
}

/** Ports in rows: a listener of the embedded brokers has one for each of them. */
async function specifyRows(options: ClusterOptions): Promise<ClusterSpec> {
  const spec = await specify(options, async count => Array.from({ length: count }, () => 0))
  const names = Object.keys(spec.nodes[0].ports) as (keyof NodeSpec['ports'])[]
  const first = await freePortRow(names.length * options.nodes)
  for (const { nodeId, ports } of spec.nodes) {
    for (const [row, name] of names.entries()) ports[name] = first + row * options.nodes + nodeId - 1
  }
  return spec
}

function connectToBrokers({ folder }: ClusterSpec): Promise<SupervisorClient> {
  return SupervisorClient.connect(folder, 'embedded.sock')
}

function logFile({ folder }: ClusterSpec): string {
  return path.join(folder, 'embedded.log')
}
