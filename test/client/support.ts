import { Cluster, type ClusterOptions } from '../../src/cluster/cluster'
import { resolveClientConfig } from '../../src/config/client-config'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import { metadataApi } from '../../src/protocol/generated/metadata'
import type { MetadataResponseInput, MetadataResponseTopicInput } from '../../src/protocol/generated/metadata-response'
import type { KafkaConfig } from '../../src/types/client'
import type { Logger } from '../../src/types/logger'
import { ManualClock } from '../support/manual-clock'
import { ScriptedBroker, type ScriptedBrokerOptions } from '../support/scripted-broker'

/** Some scripted brokers that tell the same story, which the test changes as it likes. */
export class Story {
  topics: MetadataResponseTopicInput[] = []
  controllerId = 1
  /** Goes over the rest of every Metadata response. */
  changes: MetadataResponseInput = {}

  private constructor(readonly brokers: ScriptedBroker[]) {}

  static async start(count: number, options: ScriptedBrokerOptions = {}): Promise<Story> {
    const ids = Array.from({ length: count }, (_, i) => i + 1)
    const story = new Story(await Promise.all(ids.map(nodeId => ScriptedBroker.start({ ...options, nodeId }))))
    for (const broker of story.brokers)
      broker.on(metadataApi, request => story.answer(request.topics?.map(({ name }) => name ?? '') ?? null))
    return story
  }

  /** Broker with this id. */
  broker(nodeId: number): ScriptedBroker {
    const broker = this.brokers.find(each => each.nodeId === nodeId)
    if (broker === undefined) throw new Error(`There is no broker ${nodeId}`)
    return broker
  }

  /** `host:port` of all brokers. */
  get addresses(): string[] {
    return this.brokers.map(addressOf)
  }

  /** How many Metadata requests have come in so far. */
  get metadataRequests(): number {
    return this.brokers.reduce((sum, broker) => sum + broker.requestsOf(metadataApi).length, 0)
  }

  answer(asked: string[] | null): MetadataResponseInput {
    const topics = asked === null ? this.topics : asked.map(name => this.topics.find(t => t.name === name) ?? { name, errorCode: 3 })
    return { brokers: this.brokers.map(({ node }) => node), clusterId: 'story', controllerId: this.controllerId, topics, ...this.changes }
  }

  async stop(): Promise<void> {
    await Promise.all(this.brokers.map(broker => broker.stop()))
  }
}

export const addressOf = ({ host, port }: { host: string; port: number }): string => `${host}:${port}`

/** A topic as Metadata responses have it: one partition per leader. */
export function topicOf(name: string, leaders: number[], leaderEpoch = 0): MetadataResponseTopicInput {
  const partitions = leaders.map((leaderId, partitionIndex) => ({
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes: [1],
    isrNodes: [1],
    errorCode: leaderId < 0 ? 5 : 0
  }))
  return { name, topicId: Buffer.from(name.padEnd(16, '.')).toString('base64url').slice(0, 22), partitions }
}

/** A logger that keeps lines. */
export function keepingLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = []
  const at = (level: string) => (message: string) => void lines.push(`${level} ${message}`)
  const logger: Logger = {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    namespace: () => logger,
    setLogLevel: () => undefined
  }
  return { logger, lines }
}

/** A cluster on a clock that only the test moves, without chance: waits are as long as configured, the first seed is the middle one. */
export function makeCluster(
  user: KafkaConfig,
  changes: Partial<ClusterOptions> = {}
): { cluster: Cluster; clock: ManualClock; lines: string[] } {
  const clock = new ManualClock()
  const { logger, lines } = keepingLogger()
  const cluster = new Cluster({
    config: resolveClientConfig(user),
    clock,
    logger,
    instrumentation: new InstrumentationEmitter('admin', logger),
    metadataMaxAgeMs: 300_000,
    allowAutoTopicCreation: true,
    random: () => 0.5,
    ...changes
  })
  return { cluster, clock, lines }
}

/** Lets sockets work until something holds. The client's time stands still meanwhile. */
export async function until(holds: () => boolean): Promise<void> {
  const giveUp = performance.now() + 4_000
  while (!holds()) {
    if (performance.now() > giveUp) throw new Error(`It never came true: ${holds.toString()}`)
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Resolves when a line that begins like this has been logged `count` times. */
export async function logged(lines: readonly string[], beginning: string, count = 1): Promise<void> {
  await until(() => lines.filter(line => line.startsWith(beginning)).length >= count)
}

/** What a promise rejects with. */
export async function rejection<T = unknown>(promise: Promise<unknown>): Promise<T> {
  try {
    await promise
  } catch (error) {
    return error as T
  }
  throw new Error('It did not reject')
}
