import { Kafka, type KafkaConfig, logLevel, type Producer } from '../../../src/index'
import type { HistoryWriter, Settlement } from '../history/history-writer'

/** ms within which a send has to settle. */
const deadlineMs = 60_000

/** A producer whose sends are written down. */
export class RecordedProducer {
  private constructor(
    private readonly producer: Producer,
    private readonly history: HistoryWriter,
    private readonly session: string
  ) {}

  static async connect(
    brokers: string[],
    history: HistoryWriter,
    session: string,
    config: Partial<KafkaConfig> = {}
  ): Promise<RecordedProducer> {
    const producer = new Kafka({ brokers, clientId: session, logLevel: logLevel.NOTHING, ...config }).producer()
    await producer.connect()
    return new RecordedProducer(producer, history, session)
  }

  /** Sends values to one partition in one call. Resolves when the call has settled, in whatever way. */
  async send(topic: string, partition: number, values: string[]): Promise<void> {
    const settle = this.history.invoke({ f: 'send', session: this.session, topic, values, deadlineMs })
    settle(await this.attempt(topic, partition, values))
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect()
  }

  private async attempt(topic: string, partition: number, values: string[]): Promise<Settlement> {
    try {
      const [stored] = await this.producer.send({ topic, messages: values.map(value => ({ partition, value })) })
      return { type: 'ok', partition, ...(stored?.baseOffset === undefined ? {} : { offset: Number(stored.baseOffset) }) }
    } catch (error) {
      const { message, outcome } = error as Error & { outcome?: 'not-applied' | 'maybe-applied' }
      const said = outcome === undefined ? {} : { outcome }
      return { type: outcome === 'not-applied' ? 'fail' : 'info', error: message, ...said }
    }
  }
}

/** The next offset to be written, by partition. */
export async function endOffsets(brokers: string[], topic: string): Promise<number[]> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const offsets = await admin.fetchTopicOffsets(topic)
  await admin.disconnect()
  return offsets.sort((a, b) => a.partition - b.partition).map(({ high }) => Number(high))
}

/** Reads a topic from its beginning to where its partitions ended at the call, outside any group's memory. */
export async function readTopic(
  brokers: string[],
  topic: string,
  ends: readonly number[],
  config: Partial<KafkaConfig> = {}
): Promise<[offset: number, value: string][][]> {
  const logs = ends.map((): [number, string][] => [])
  const missing = new Set(ends.flatMap((end, partition) => (end > 0 ? [partition] : [])))
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, ...config })
  const consumer = kafka.consumer({ groupId: `reader-of-${topic}-${config.clientId ?? ''}` })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  try {
    await new Promise<void>((resolve, reject) => {
      const eachMessage = async ({
        partition,
        message
      }: {
        partition: number
        message: { offset: string; value: Buffer | null }
      }): Promise<void> => {
        const offset = Number(message.offset)
        if (offset < (ends[partition] ?? 0)) logs[partition]?.push([offset, message.value?.toString() ?? ''])
        if (offset + 1 >= (ends[partition] ?? 0)) missing.delete(partition)
        if (missing.size === 0) resolve()
      }
      consumer.run({ eachMessage }).catch(reject)
      if (missing.size === 0) resolve()
    })
  } finally {
    await consumer.disconnect()
  }
  return logs
}
