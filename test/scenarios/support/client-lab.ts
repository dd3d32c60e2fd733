import { createAdmin } from '../../../src/admin/admin'
import { Cluster } from '../../../src/cluster/cluster'
import { resolveAdminConfig } from '../../../src/config/admin-config'
import { type ClientConfig, resolveClientConfig } from '../../../src/config/client-config'
import { resolveProducerConfig } from '../../../src/config/producer-config'
import { type ClientKind, InstrumentationEmitter } from '../../../src/instrumentation/emitter'
import { createLogger } from '../../../src/instrumentation/logger'
import { createProducer } from '../../../src/producer/producer'
import type { ProducerLimits } from '../../../src/producer/producer-session'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { EmbeddedKafka } from '../../../src/testing/embedded-kafka'
import type { Laboratory } from '../../../src/testing/laboratory/laboratory'
import type { EmbeddedKafkaOptions } from '../../../src/testing/options'
import type { LoggedRequest } from '../../../src/testing/request-log'
import type { Admin } from '../../../src/types/admin'
import type { KafkaConfig } from '../../../src/types/client'
import type { LogEntry } from '../../../src/types/logger'
import type { Producer, ProducerConfig, RecordMetadata } from '../../../src/types/producer'
import { ManualClock, settle } from '../../support/manual-clock'

/** Turns of the event loop in which everything that needs no time gets done. */
const turns = 40
/** Longest step of the clock while a test waits for something, ms. */
const stepMs = 500
/** A wait that takes longer, on the test's clock, has failed. */
const longestWaitMs = 600_000

/** Producers and admin clients on an embedded cluster in memory, whose time, like theirs, moves only when a test waits for something. */
export class ClientLab {
  readonly clock = new ManualClock()
  readonly log: LogEntry[] = []
  kafka!: EmbeddedKafka
  private readonly clients: { disconnect(): Promise<void> }[] = []

  static async start(options: EmbeddedKafkaOptions = {}): Promise<ClientLab> {
    const lab = new ClientLab()
    lab.kafka = await EmbeddedKafka.start({ memory: true, clock: lab.clock, autoCreateTopics: false, ...options })
    return lab
  }

  get laboratory(): Laboratory {
    return this.kafka.laboratory
  }

  /** A connected producer. */
  async producer(
    config: ProducerConfig = {},
    { client = {}, limits }: { client?: Partial<KafkaConfig>; limits?: Partial<ProducerLimits> } = {}
  ): Promise<Producer> {
    const clientConfig = this.clientConfig(client)
    const resolved = resolveProducerConfig(config, clientConfig)
    const { requestTimeoutMs } = clientConfig
    const producer = createProducer({ ...this.parts('producer', clientConfig, resolved), config: resolved, requestTimeoutMs, limits })
    this.clients.push(producer)
    await this.settled(producer.connect())
    return producer
  }

  /** A connected admin client. */
  async admin(client: Partial<KafkaConfig> = {}): Promise<Admin> {
    const clientConfig = this.clientConfig(client)
    const parts = this.parts('admin', clientConfig, { metadataMaxAgeMs: 0, allowAutoTopicCreation: false })
    const admin = createAdmin({ ...parts, config: resolveAdminConfig({}, clientConfig) })
    this.clients.push(admin)
    await this.settled(admin.connect())
    return admin
  }

  /** Lets time go by until a promise settles. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    promise.then(over, over)
    await this.until(() => isOver, 'a promise to settle')
    return promise
  }

  /** Lets time go by until a promise rejects, and gives what with. */
  async rejection<T = Error & { outcome?: string; type?: string; cause?: unknown }>(promise: Promise<unknown>): Promise<T> {
    return this.settled(
      promise.then(
        value => {
          throw new Error(`It did not reject, but gave ${JSON.stringify(value)}`)
        },
        (error: T) => error
      )
    )
  }

  /** Lets time go by until something holds. What needs no time takes none. */
  async until(holds: () => boolean, what = holds.toString()): Promise<void> {
    const end = this.clock.now() + longestWaitMs
    for (;;) {
      for (let turn = 0; turn < turns && !holds(); turn++) await settle(1)
      if (holds()) return
      if (this.clock.now() > end) throw new Error(`In ${longestWaitMs} ms this did not come to hold: ${what}`)
      await this.clock.advance(Math.min(this.clock.next ?? stepMs, stepMs))
    }
  }

  /** Lets time go by. */
  async pass(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    await settle(turns)
    while (this.clock.now() < end) {
      const leftMs = end - this.clock.now()
      await this.clock.advance(Math.min(this.clock.next ?? leftMs, leftMs))
      await settle(turns)
    }
  }

  requests(api: string): LoggedRequest[] {
    return this.kafka.requests.find({ api })
  }

  /** The values in a partition's log, in their order. */
  values(topic: string, partition = 0): string[] {
    return this.laboratory.partition(topic, partition).state.log.storedBatches.flatMap(({ bytes }) =>
      [...readBatches(bytes)].flatMap(batch => {
        const messages = decodeBatch(batch)
        if (messages instanceof Promise) throw new Error('Scenarios use codecs that answer at once')
        return messages.map(({ value }) => String(value))
      })
    )
  }

  /** Lines at a level. */
  lines(level: 'ERROR' | 'WARN'): string[] {
    return this.log.filter(({ label }) => label === level).map(({ log }) => log.message)
  }

  /** Ends everything, and looks for what is left. */
  async stop(): Promise<void> {
    this.laboratory.clear()
    await this.settled(Promise.all(this.clients.map(client => client.disconnect())))
    await this.kafka.stop()
    await settle(turns)
    if (this.kafka.problems.length > 0) throw this.kafka.problems[0]
    if (this.clock.pending > 0) throw new Error(`${this.clock.pending} timers are left`)
  }

  private clientConfig(user: Partial<KafkaConfig>): ClientConfig {
    const { kafka } = this
    const socketFactory = kafka.socketFactory as unknown as NonNullable<KafkaConfig['socketFactory']>
    return resolveClientConfig({ brokers: kafka.brokers, socketFactory, ...user })
  }

  private parts(kind: ClientKind, config: ClientConfig, metadata: { metadataMaxAgeMs: number; allowAutoTopicCreation: boolean }): Parts {
    const { clock } = this
    const logger = createLogger({ logCreator: () => entry => this.log.push(entry) })
    const instrumentation = new InstrumentationEmitter(kind, logger)
    const { metadataMaxAgeMs, allowAutoTopicCreation } = metadata
    const random = (): number => 0.5
    const cluster = new Cluster({ config, clock, logger, instrumentation, metadataMaxAgeMs, allowAutoTopicCreation, random })
    return { cluster, clock, logger, instrumentation }
  }
}

type Parts = Pick<Parameters<typeof createProducer>[0], 'cluster' | 'clock' | 'logger' | 'instrumentation'>

/** Sends one value to partition 0, or another one. */
export function sendOne(producer: Producer, topic: string, value: string, partition = 0, acks = -1): Promise<RecordMetadata[]> {
  return producer.send({ topic, acks, messages: [{ partition, value }] })
}

/** Each value once, in the order of its first appearance. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
