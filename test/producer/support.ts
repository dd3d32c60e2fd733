import { Cluster, type ClusterOptions } from '../../src/cluster/cluster'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveProducerConfig } from '../../src/config/producer-config'
import { errorCodes } from '../../src/errors/error-table'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import { createProducer } from '../../src/producer/producer'
import type { ProducerLimits } from '../../src/producer/producer-session'
import { produceApi } from '../../src/protocol/generated/produce'
import type { ProduceRequest } from '../../src/protocol/generated/produce-request'
import type { PartitionProduceResponseInput, ProduceResponseInput } from '../../src/protocol/generated/produce-response'
import type { DecodedMessage } from '../../src/protocol/records/decoded-message'
import { decodeBatch, readBatches } from '../../src/protocol/records/record-batch-reader'
import type { KafkaConfig } from '../../src/types/client'
import type { Producer, ProducerConfig } from '../../src/types/producer'
import { keepingLogger, Story, topicOf } from '../client/support'
import { ManualClock } from '../support/manual-clock'
import { noReply, type NoReply, type RequestContext } from '../support/scripted-broker'

export { rejection, until } from '../client/support'
export { noReply } from '../support/scripted-broker'

/** A batch as it lies in a log. */
export interface LoggedBatch {
  readonly bytes: Buffer
  readonly baseOffset: number
  readonly messages: DecodedMessage[]
}

type ProduceResult = ProduceResponseInput | NoReply
/** Sees every Produce request first; `perform` does what a broker does and gives its answer. */
export type ProduceHook = (
  request: ProduceRequest,
  context: RequestContext,
  perform: () => Promise<ProduceResponseInput>
) => ProduceResult | Promise<ProduceResult>

interface Partition {
  readonly batches: LoggedBatch[]
  end: number
}

/** Scripted brokers that keep what is sent to them, in one log for each partition, wherever its leader is. */
export class LogStory {
  /** Replaces what brokers do with Produce; `undefined`: they do it. */
  hook: ProduceHook | undefined
  private readonly logs = new Map<string, Partition>()
  private readonly leaders = new Map<string, number[]>()
  private readonly epochs = new Map<string, number>()

  private constructor(readonly story: Story) {}

  /** @param leaders node id of each partition's leader, by topic; −1: none */
  static async start(brokerCount: number, leaders: Record<string, number[]> = {}): Promise<LogStory> {
    const logs = new LogStory(await Story.start(brokerCount))
    for (const [topic, ids] of Object.entries(leaders)) logs.setLeaders(topic, ids)
    for (const broker of logs.story.brokers) {
      broker.on(produceApi, async (request, context) => {
        const perform = (): Promise<ProduceResponseInput> => logs.perform(request, context)
        const result = await (logs.hook ?? ((_request, _context, go) => go()))(request, context, perform)
        // Nobody reads an answer to acks=0; a real broker sends none.
        return request.acks === 0 ? noReply : result
      })
    }
    return logs
  }

  /** Moves a topic's partitions, or makes the topic. */
  setLeaders(topic: string, leaders: number[]): void {
    const epoch = (this.epochs.get(topic) ?? 0) + 1
    this.epochs.set(topic, epoch)
    this.leaders.set(topic, leaders)
    this.story.topics = [...this.story.topics.filter(({ name }) => name !== topic), topicOf(topic, leaders, epoch)]
  }

  /** The batches of a partition. */
  batches(topic: string, partition: number): LoggedBatch[] {
    return this.logs.get(`${topic}-${partition}`)?.batches ?? []
  }

  /** The messages of a partition. */
  messages(topic: string, partition: number): DecodedMessage[] {
    return this.batches(topic, partition).flatMap(({ messages }) => messages)
  }

  /** The values of a partition as text. */
  values(topic: string, partition: number): string[] {
    return this.messages(topic, partition).map(({ value }) => String(value))
  }

  /** The Produce requests that came to all brokers, in the order of their coming. */
  get requests(): ProduceRequest[] {
    return this.story.brokers
      .flatMap(broker => broker.requestsOf(produceApi))
      .sort((a, b) => a.at - b.at)
      .map(({ body }) => body)
  }

  async stop(): Promise<void> {
    await this.story.stop()
  }

  private async perform(request: ProduceRequest, context: RequestContext): Promise<ProduceResponseInput> {
    const responses = []
    for (const { name, topicId, partitionData } of request.topicData) {
      const topic = name === '' ? (this.story.topics.find(known => known.topicId === topicId)?.name ?? '') : name
      const partitionResponses: PartitionProduceResponseInput[] = []
      for (const { index, records } of partitionData) {
        partitionResponses.push({ index, ...(await this.append(topic, index, records ?? Buffer.alloc(0), context.broker.nodeId)) })
      }
      responses.push({ name, topicId, partitionResponses })
    }
    return { responses }
  }

  private async append(topic: string, partition: number, records: Buffer, nodeId: number): Promise<PartitionProduceResponseInput> {
    const leader = this.leaders.get(topic)?.[partition]
    if (leader === undefined) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
    if (leader !== nodeId) return { errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER }
    const key = `${topic}-${partition}`
    let log = this.logs.get(key)
    if (log === undefined) {
      log = { batches: [], end: 100 * partition }
      this.logs.set(key, log)
    }
    const baseOffset = log.end
    for (const batch of readBatches(records)) {
      // Room first, so that what comes meanwhile does not get the same offsets.
      const at = log.end
      log.end += batch.recordCount
      const entry = { bytes: Buffer.from(records), baseOffset: at, messages: [] as DecodedMessage[] }
      log.batches.push(entry)
      entry.messages.push(...(await decodeBatch(batch)))
    }
    return { errorCode: 0, baseOffset: BigInt(baseOffset), logStartOffset: 0n }
  }
}

/** What {@link makeProducer} makes. */
export interface MadeProducer {
  readonly producer: Producer
  readonly cluster: Cluster
  readonly clock: ManualClock
  readonly lines: string[]
}

const made: Producer[] = []

/** A producer on the story's brokers, on a clock that only the test moves. */
export function makeProducer(
  logs: LogStory,
  user: ProducerConfig = {},
  changes: { limits?: Partial<ProducerLimits>; client?: Partial<KafkaConfig>; cluster?: Partial<ClusterOptions> } = {}
): MadeProducer {
  const clock = new ManualClock()
  const { logger, lines } = keepingLogger()
  const instrumentation = new InstrumentationEmitter('producer', logger)
  const client = resolveClientConfig({ brokers: logs.story.addresses, ...changes.client })
  const config = resolveProducerConfig(user, client)
  const { metadataMaxAgeMs, allowAutoTopicCreation } = config
  const parts = { config: client, clock, logger, instrumentation, metadataMaxAgeMs, allowAutoTopicCreation, random: () => 0.5 }
  const cluster = new Cluster({ ...parts, ...changes.cluster })
  const { requestTimeoutMs } = client
  const producer = createProducer({ cluster, config, requestTimeoutMs, logger, instrumentation, clock, limits: changes.limits })
  made.push(producer)
  return { producer, cluster, clock, lines }
}

/** A connected producer. */
export async function connected(...args: Parameters<typeof makeProducer>): Promise<MadeProducer> {
  const result = makeProducer(...args)
  await result.producer.connect()
  return result
}

/** Disconnects every producer made since the last call. */
export async function disconnectAll(): Promise<void> {
  await Promise.all(made.splice(0).map(producer => producer.disconnect()))
}

/** Moves time in steps until a promise settles, letting sockets work in between: for waits whose length is not the point. */
export async function settleWith<T>(clock: ManualClock, promise: Promise<T>, stepMs = 50, limitMs = 600_000): Promise<T> {
  const progress = { isOver: false }
  const over = promise.finally(() => {
    progress.isOver = true
  })
  over.catch(() => undefined)
  for (let passed = 0; !progress.isOver; passed += stepMs) {
    if (passed > limitMs) throw new Error(`Not settled after ${limitMs} ms`)
    await clock.advance(stepMs)
    // Sockets need turns of the event loop, not time.
    for (let i = 0; i < 20 && !progress.isOver; i++) await new Promise(resolve => setImmediate(resolve))
  }
  return over
}
