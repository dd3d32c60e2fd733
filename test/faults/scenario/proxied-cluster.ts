import { KafkaCluster } from '../../cluster/kafka-cluster'
import type { HistoryWriter } from '../history/history-writer'
import { ChildProgram } from '../programs/child-program'
import { readTopic } from './recorded-producer'
import { noteJavaLog, noteLog, ScenarioStage } from './scenario'

/** A real cluster whose brokers send all clients to the fault proxy, the scenarios played on it, and the programs that take part. */
export class ProxiedCluster {
  private readonly programs: ChildProgram[] = []

  private constructor(
    readonly stage: ScenarioStage,
    readonly cluster: KafkaCluster,
    /** Partitions of a scenario's topic. */
    readonly partitions: number
  ) {}

  static async start(options: { version: KafkaCluster['version']; nodes: 1 | 3; partitions?: number }): Promise<ProxiedCluster> {
    const { version, nodes, partitions = 3 } = options
    const stage = await ScenarioStage.start()
    const cluster = await KafkaCluster.start({
      version,
      nodes,
      advertise: async specs => {
        const ports = specs.map(async ({ nodeId, ports: { PLAINTEXT } }) => [nodeId, await stage.proxy.listen({ nodeId, port: PLAINTEXT })])
        return Object.fromEntries(await Promise.all(ports))
      }
    })
    return new ProxiedCluster(stage, cluster, partitions)
  }

  async makeTopic(topic: string, config: Record<string, string> = {}): Promise<void> {
    const replicationFactor = this.cluster.nodes.length
    await this.cluster.java.createTopic(topic, { partitions: this.partitions, replicationFactor, config })
    await this.cluster.waitForTopic(topic, this.partitions)
  }

  /** Starts a program; it ends with the test, if not before. */
  start(...args: Parameters<typeof ChildProgram.start>): ChildProgram {
    const program = ChildProgram.start(...args)
    this.programs.push(program)
    return program
  }

  /** Writes the final log down as odradek and as Java read it, and gives where its partitions end. */
  async noteLogs(history: HistoryWriter, topic: string): Promise<number[]> {
    const ends = (await this.cluster.java.endOffsets(topic)).map(Number)
    noteLog(history, 'odradek', topic, await readTopic(this.cluster.bootstrap, topic, ends))
    await noteJavaLog(this.cluster, history, topic, this.partitions)
    return ends
  }

  /** Until all brokers are there, are in sync and name the same leaders: a broker that was frozen tells old ends and offsets before. */
  async wholeAgain(topic: string): Promise<void> {
    const count = this.cluster.nodes.length
    await this.cluster.waitForBrokers(count)
    for (let partition = 0; partition < this.partitions; partition++) await this.cluster.waitForIsr(topic, partition, count)
  }

  async endPrograms(): Promise<void> {
    await Promise.all(this.programs.splice(0).map(program => program.kill()))
  }

  async stop(): Promise<void> {
    await this.cluster.stop()
    await this.stage.stop()
  }
}
