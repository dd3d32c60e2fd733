import { Kafka as KafkaJS, logLevel } from 'kafkajs'
import { AssignerProtocol, Kafka, PartitionAssigners } from '../../../../src'
import { waitUntil } from '../../../cluster/wait-until'
import type { Client, GivenRecord, Member, ReadRecord } from './client'

// odradek and KafkaJS, which have one API.

/** Java's `RoundRobinAssignor` by its name on the wire, so that a group with members of other libraries has one in common. */
const javaRoundRobin: typeof PartitionAssigners.roundRobin = config => ({
  ...PartitionAssigners.roundRobin(config),
  name: 'roundrobin',
  protocol: ({ topics }) => ({ name: 'roundrobin', metadata: AssignerProtocol.MemberMetadata.encode({ version: 0, topics }) })
})

/** odradek on a cluster. */
export function odradek(brokers: readonly string[]): Client {
  return new NodeClient('odradek', new Kafka({ brokers: [...brokers], logLevel: logLevel.ERROR, retry: { initialRetryTime: 50 } }))
}

/** KafkaJS on a cluster. */
export function kafkaJS(brokers: readonly string[]): Client {
  const kafka = new KafkaJS({ brokers: [...brokers], logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50 } })
  return new NodeClient('KafkaJS', kafka as unknown as Kafka)
}

class NodeClient implements Client {
  private groups = 0

  constructor(
    readonly name: string,
    private readonly kafka: Kafka
  ) {}

  /** `config.compression` is a number of KafkaJS's CompressionTypes. */
  async produce(
    topic: string,
    records: readonly GivenRecord[],
    { config = {} }: { config?: { compression?: number } } = {}
  ): Promise<{ partition: number; offset: string }[]> {
    const producer = this.kafka.producer()
    await producer.connect()
    const messages = records.map(record => ({ ...record, headers: Object.fromEntries(record.headers) }))
    const sent = await producer.send({ topic, messages, ...config })
    await producer.disconnect()
    return sent.map(({ partition, baseOffset }) => ({ partition, offset: String(baseOffset) }))
  }

  async consume(topic: string, { committed = false }: { committed?: boolean } = {}): Promise<ReadRecord[]> {
    const admin = this.kafka.admin()
    await admin.connect()
    const ends = await admin.fetchTopicOffsets(topic)
    await admin.disconnect()
    const read: ReadRecord[] = []
    const nextOffsets = new Map<number, bigint>()
    const groupId = `${this.name}-reads-${topic}-${++this.groups}`
    const consumer = this.kafka.consumer({ groupId, readUncommitted: !committed, maxWaitTimeInMs: 100 })
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: true })
    await consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { offset, timestamp, key, value, headers } of batch.messages) {
          const pairs = Object.entries(headers ?? {}).map(([name, header]) => [name, String(header)] as const)
          read.push({ partition: batch.partition, offset, timestamp, key: text(key), value: text(value), headers: pairs })
        }
        nextOffsets.set(batch.partition, BigInt(batch.lastOffset()) + 1n)
      }
    })
    const isDone = (): boolean => ends.every(({ partition, high }) => high === '0' || (nextOffsets.get(partition) ?? 0n) >= BigInt(high))
    await waitUntil(`${this.name} to read ${topic}`, isDone, 30_000)
    await consumer.disconnect()
    return read
  }

  async join(group: string, topic: string, member: string): Promise<Member> {
    const values: string[] = []
    let partitions: number[] = []
    const consumer = this.kafka.consumer({
      groupId: group,
      heartbeatInterval: 100,
      maxWaitTimeInMs: 100,
      partitionAssigners: [javaRoundRobin, PartitionAssigners.roundRobin]
    })
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => (partitions = [...(payload.memberAssignment[topic] ?? [])]))
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: true })
    await consumer.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) })
    return { name: member, state: async () => ({ partitions, values }), leave: () => consumer.disconnect() }
  }
}

function text(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString()
}
