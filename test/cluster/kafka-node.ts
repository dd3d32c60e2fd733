import fs from 'node:fs'
import { probeMetadata } from './broker-probe'
import type { NodeSpec } from './broker-config'
import type { SupervisorClient } from './supervisor-client'
import type { TestNode } from './test-cluster'
import { waitUntil } from './wait-until'

interface ProcessStatus {
  pid: number
  /** Exit status or signal's name; null while it runs. */
  ended: string | null
  frozen: boolean
}

/** A real broker. Every method acts on the process that the harness started, by its process id. */
export class KafkaNode implements TestNode {
  readonly name: string

  constructor(
    private readonly supervisor: SupervisorClient,
    private readonly spec: NodeSpec,
    private readonly javaArguments: string[],
    /** File with the warnings and errors of all this node's lives. */
    readonly logFile: string
  ) {
    this.name = `node-${spec.nodeId}`
  }

  /** Ports on 127.0.0.1 by listener. */
  get ports(): NodeSpec['ports'] {
    return this.spec.ports
  }

  get nodeId(): number {
    return this.spec.nodeId
  }

  /** Port on 127.0.0.1 of the listener without encryption and authentication. */
  get port(): number {
    return this.spec.ports.PLAINTEXT
  }

  /** Process id of the current or last life. */
  async pid(): Promise<number> {
    return (await this.status()).pid
  }

  async isRunning(): Promise<boolean> {
    return (await this.status()).ended === null
  }

  /** Whether it runs and is not frozen. */
  async isLive(): Promise<boolean> {
    const { ended, frozen } = await this.status()
    return ended === null && !frozen
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.supervisor.call('signal', { name: this.name, signal: 'SIGKILL' })
    await this.exited()
  }

  /** SIGTERM: Kafka's orderly shutdown, which moves leaders away first. Resolves when the process is gone. */
  async stop(): Promise<void> {
    await this.supervisor.call('signal', { name: this.name, signal: 'SIGTERM' })
    await this.exited()
  }

  /** SIGSTOP: the process stands still, its sockets stay open and silent. */
  async freeze(): Promise<void> {
    await this.signalOrThrow('SIGSTOP')
  }

  /** SIGCONT: the end of `freeze`. */
  async thaw(): Promise<void> {
    await this.signalOrThrow('SIGCONT')
  }

  /** Starts the process of a node that has ended; does not wait until it serves. */
  async launch(): Promise<void> {
    await this.supervisor.call('start', { name: this.name, program: 'java', arguments: this.javaArguments, log: this.logFile })
  }

  /** Starts a node that has ended, with the same ports and data; resolves when it answers. */
  async start(): Promise<void> {
    await this.launch()
    await waitUntil(`${this.name} to answer`, async () => {
      // A killed broker's successor fails while ZooKeeper still holds the dead one's session: it is started again until it may.
      if (!(await this.isRunning())) await this.launch()
      return this.answers()
    })
  }

  /** `stop` and `start`. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Whether the broker answers and knows itself as alive. */
  async answers(): Promise<boolean> {
    const { brokers } = await probeMetadata(this.port, [])
    return brokers.some(broker => broker.nodeId === this.nodeId)
  }

  /** Lines of the log that match. */
  logLines(pattern: RegExp): string[] {
    if (!fs.existsSync(this.logFile)) return []
    return fs
      .readFileSync(this.logFile, 'utf8')
      .split('\n')
      .filter(line => pattern.test(line))
  }

  /** Resolves with the exit status, or the signal's name, when the process has ended. */
  exited(): Promise<string> {
    return this.supervisor.call('exited', { name: this.name })
  }

  private async status(): Promise<ProcessStatus> {
    const all = await this.supervisor.call<Record<string, ProcessStatus>>('status')
    const own = all[this.name]
    if (own === undefined) throw new Error(`${this.name} was never started`)
    return own
  }

  private async signalOrThrow(signal: string): Promise<void> {
    const sent = await this.supervisor.call<boolean>('signal', { name: this.name, signal })
    if (!sent) throw new Error(`${this.name} does not run`)
  }
}
