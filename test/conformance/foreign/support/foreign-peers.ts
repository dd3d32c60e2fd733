import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { kafkaJars } from '../../../../scripts/setup/kafka-jars'
import { pythonClients } from '../../../../scripts/setup/python-clients'
import { javaClasses } from '../../../cluster/java-classes'
import type { Client, GivenRecord, Member, MemberState, ReadRecord } from './client'
import { PipePeer } from './pipe-peer'

const sources = path.join(__dirname, '../../../java/tools')
const javaOptions = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData']
const run = promisify(execFile)
const scripts = path.join(__dirname, '../peers')

/** What a command line tool of Kafka has said. */
export interface ToolResult {
  readonly status: number
  readonly output: string
  readonly errors: string
}

/** Java's clients, kafka-python and librdkafka, each in a process that lives as long as the test file. */
export class ForeignPeers {
  private constructor(
    private readonly java: PipePeer,
    private readonly kafkaPython: PipePeer,
    private readonly librdkafka: PipePeer
  ) {}

  static async start(): Promise<ForeignPeers> {
    const [jars, python] = await Promise.all([kafkaJars('4.3.1'), pythonClients()])
    const classes = await javaClasses(sources, jars)
    return new ForeignPeers(
      PipePeer.start('Java', 'java', [...javaOptions, '-cp', [path.join(jars, '*'), classes].join(path.delimiter), 'Peer']),
      PipePeer.start('kafka-python', python, ['-B', path.join(scripts, 'kafka_python_peer.py')]),
      PipePeer.start('librdkafka', python, ['-B', path.join(scripts, 'confluent_peer.py')])
    )
  }

  /** The three, connected with a cluster. */
  at(brokers: readonly string[]): { java: ForeignClient; kafkaPython: ForeignClient; librdkafka: ForeignClient } {
    const bootstrap = brokers.join(',')
    return {
      java: new PipeClient('Java', this.java, bootstrap, (committed, config) => ({
        config: { 'isolation.level': committed ? 'read_committed' : 'read_uncommitted', ...config }
      })),
      kafkaPython: new PipeClient('kafka-python', this.kafkaPython, bootstrap, (committed, config) => ({ committed, config })),
      librdkafka: new PipeClient('librdkafka', this.librdkafka, bootstrap, (committed, config) => ({ committed, config }))
    }
  }

  /** Lets an admin client of Python do what peers/kafka_python_admin.py and peers/confluent_admin.py say. */
  administer(client: 'kafkaPython' | 'librdkafka', brokers: readonly string[], parameters: object): Promise<unknown> {
    return this[client].call('administer', { bootstrap: brokers.join(','), ...parameters })
  }

  /** Runs a program of Kafka (class name below org.apache.kafka.tools) as a process of its own and gives its lines when it has ended. */
  static async program(main: string, args: readonly string[]): Promise<string[]> {
    const jars = path.join(await kafkaJars('4.3.1'), '*')
    const { stdout } = await run('java', [...javaOptions, '-cp', jars, `org.apache.kafka.tools.${main}`, ...args], { timeout: 60_000 })
    return stdout.split('\n').slice(0, -1)
  }

  /** Runs a tool of Kafka (class name, in full or below org.apache.kafka.tools) in the JVM of the peer to its end. */
  tool(main: string, args: readonly string[], input = ''): Promise<ToolResult> {
    return this.java.call('tool', { main: main.startsWith('kafka.') ? main : `org.apache.kafka.tools.${main}`, arguments: args, input })
  }

  async stop(): Promise<void> {
    await Promise.all([this.java, this.kafkaPython, this.librdkafka].map(peer => peer.stop()))
  }
}

interface EncodedRecord extends Omit<ReadRecord, 'headers'> {
  readonly headers: [name: string, value: string][]
}

/** A client that is not one of Node's. */
export interface ForeignClient extends Client {
  /** Reads records of one topic as a member of a group and writes them with a suffix to another, in transactions with its offsets. */
  transform(from: string, to: string, group: string, count: number, suffix: string): Promise<void>
}

class PipeClient implements ForeignClient {
  constructor(
    readonly name: string,
    private readonly peer: PipePeer,
    private readonly bootstrap: string,
    private readonly reading: (committed: boolean, config: object) => object
  ) {}

  produce(
    topic: string,
    records: readonly GivenRecord[],
    options: { config?: object; transaction?: 'commit' | 'abort' } = {}
  ): Promise<{ partition: number; offset: string }[]> {
    const encoded = records.map(record => ({
      ...record,
      key: encode(record.key),
      value: encode(record.value),
      headers: record.headers.map(([name, value]) => [name, encode(value)])
    }))
    return this.peer.call('produce', { bootstrap: this.bootstrap, topic, records: encoded, ...options })
  }

  async consume(topic: string, { committed = false, config = {} }: { committed?: boolean; config?: object } = {}): Promise<ReadRecord[]> {
    const parameters = { bootstrap: this.bootstrap, topic, ...this.reading(committed, config) }
    const records = await this.peer.call<EncodedRecord[]>('consume', parameters)
    return records.map(({ partition, offset, timestamp, key, value, headers }) => ({
      partition,
      offset,
      timestamp,
      key: decode(key),
      value: decode(value),
      headers: headers.map(([name, encoded]) => [name, decode(encoded) ?? ''])
    }))
  }

  async transform(from: string, to: string, group: string, count: number, suffix: string): Promise<void> {
    await this.peer.call('transform', { bootstrap: this.bootstrap, from, to, group, count, suffix })
  }

  async join(group: string, topic: string, member: string, config: object = {}): Promise<Member> {
    await this.peer.call('join', { bootstrap: this.bootstrap, group, topic, member, config })
    return {
      name: member,
      state: () => this.peer.call<MemberState>('member', { member }),
      leave: async () => void (await this.peer.call('leave', { member }))
    }
  }
}

function encode(text: string | null): string | null {
  return text === null ? null : Buffer.from(text).toString('base64')
}

function decode(base64: string | null): string | null {
  return base64 === null ? null : Buffer.from(base64, 'base64').toString()
}
