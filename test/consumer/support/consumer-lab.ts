import { Cluster } from '../../../src/cluster/cluster'
import { resolveClientConfig } from '../../../src/config/client-config'
import { resolveConsumerConfig } from '../../../src/config/consumer-config'
import { createConsumer } from '../../../src/consumer/consumer'
import { InstrumentationEmitter } from '../../../src/instrumentation/emitter'
import { createLogger } from '../../../src/instrumentation/logger'
import { Kafka } from '../../../src/kafka'
import { EmbeddedKafka } from '../../../src/testing/embedded-kafka'
import type { EmbeddedKafkaOptions } from '../../../src/testing/options'
import type { LoggedRequest } from '../../../src/testing/request-log'
import type { Consumer, ConsumerConfig } from '../../../src/types/consumer'
import type { KafkaConfig } from '../../../src/types/client'
import type { Message } from '../../../src/types/messages'
import type { LogEntry } from '../../../src/types/logger'
import { ManualClock } from '../../support/manual-clock'

/** Steps of the clock while a test waits for something. */
const stepMs = 5
/** A wait that takes longer, on the test's clock, has failed. */
const longestWaitMs = 60_000

/** Consumers on an embedded cluster whose time, like theirs, moves only when the test waits for something. */
export class ConsumerLab {
  readonly clock = new ManualClock(Date.now())
  readonly log: LogEntry[] = []
  kafka!: EmbeddedKafka
  private transport: Partial<KafkaConfig> = {}
  private readonly consumers: Consumer[] = []

  static async start(options: EmbeddedKafkaOptions = {}): Promise<ConsumerLab> {
    const lab = new ConsumerLab()
    lab.kafka = await EmbeddedKafka.start({
      memory: true,
      clock: lab.clock,
      ...options,
      configs: { 'group.min.session.timeout.ms': '100', 'group.initial.rebalance.delay.ms': '0', ...options.configs }
    })
    if (options.memory !== false)
      lab.transport = { socketFactory: lab.kafka.socketFactory as unknown as NonNullable<KafkaConfig['socketFactory']> }
    return lab
  }

  consumer(config: Partial<ConsumerConfig> = {}, client: Partial<KafkaConfig> = {}): Consumer {
    const { clock, kafka } = this
    const clientConfig = resolveClientConfig({
      brokers: kafka.brokers,
      ...this.transport,
      ...client
    })
    const resolved = resolveConsumerConfig({ groupId: 'group', ...config }, clientConfig)
    const logger = createLogger({ logCreator: () => entry => this.log.push(entry) })
    const instrumentation = new InstrumentationEmitter('consumer', logger)
    const { metadataMaxAgeMs, allowAutoTopicCreation } = resolved
    const cluster = new Cluster({ config: clientConfig, clock, logger, instrumentation, metadataMaxAgeMs, allowAutoTopicCreation })
    const { requestTimeoutMs } = clientConfig
    const consumer = createConsumer({ cluster, config: resolved, requestTimeoutMs, logger, instrumentation, clock })
    this.consumers.push(consumer)
    return consumer
  }

  /** Sends messages in one batch per partition and call. */
  async send(topic: string, messages: Message[]): Promise<void> {
    const { kafka } = this
    const client = new Kafka({ brokers: kafka.brokers, ...this.transport, logLevel: 0 })
    const producer = client.producer()
    await producer.connect()
    await producer.send({ topic, messages })
    await producer.disconnect()
  }

  /** Messages with values `from`, `from + 1`, … for one partition. */
  async sendNumbers(topic: string, count: number, { partition = 0, from = 0 } = {}): Promise<void> {
    await this.send(
      topic,
      Array.from({ length: count }, (_, i) => ({ partition, value: String(from + i) }))
    )
  }

  /** Lets time go by until something holds. */
  async until(holds: () => boolean, what = holds.toString()): Promise<void> {
    const end = this.clock.now() + longestWaitMs
    while (!holds()) {
      if (this.clock.now() > end) throw new Error(`In ${longestWaitMs} ms this did not come to hold: ${what}`)
      await this.clock.advance(stepMs)
    }
  }

  /** Lets time go by until a promise settles. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    promise.then(over, over)
    await this.until(() => isOver, 'a promise settles')
    return promise
  }

  /** Lets time go by. */
  async pass(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    while (this.clock.now() < end) await this.clock.advance(Math.min(stepMs, end - this.clock.now()))
  }

  requests(api: string): LoggedRequest[] {
    return this.kafka.requests.find({ api })
  }

  /** What the group has committed for a partition, −1 nothing. */
  committed(topic: string, partition = 0, groupId = 'group'): number {
    let offset = -1
    for (const { body, answeredAt } of this.requests('OffsetCommit')) {
      const request = body as {
        groupId: string
        topics: { name: string; partitions: { partitionIndex: number; committedOffset: bigint }[] }[]
      }
      if (request.groupId !== groupId || answeredAt === undefined) continue
      for (const { name, partitions } of request.topics) {
        if (name !== topic) continue
        for (const { partitionIndex, committedOffset } of partitions) if (partitionIndex === partition) offset = Number(committedOffset)
      }
    }
    return offset
  }

  /** Lines at level ERROR. */
  errors(): string[] {
    return this.log.filter(({ label }) => label === 'ERROR').map(({ log }) => log.message)
  }

  async stop(): Promise<void> {
    this.kafka.laboratory.clear()
    await this.settled(Promise.all(this.consumers.map(consumer => consumer.disconnect())))
    await this.kafka.stop()
    if (this.kafka.problems.length > 0) throw this.kafka.problems[0]
    if (this.clock.pending > 0) throw new Error(`${this.clock.pending} timers are left`)
  }
}

/** Starts a consumer on a topic. */
export async function running(
  lab: ConsumerLab,
  consumer: Consumer,
  run: Parameters<Consumer['run']>[0],
  topics: (string | RegExp)[] = ['topic'],
  fromBeginning = true
): Promise<void> {
  await lab.settled(consumer.connect())
  await lab.settled(consumer.subscribe({ topics, fromBeginning }))
  await lab.settled(consumer.run(run))
}

/** The offsets of a partition that a Fetch request asks for. */
export function fetchOffsets(body: unknown, partition: number): number[] {
  const { topics } = body as { topics: { partitions: { partition: number; fetchOffset: bigint }[] }[] }
  return topics.flatMap(({ partitions }) =>
    partitions.filter(one => one.partition === partition).map(({ fetchOffset }) => Number(fetchOffset))
  )
}
