import { Kafka as KafkaJS, logLevel, type Producer } from 'kafkajs'
import { Kafka } from '../../../src'
import { EmbeddedKafka } from '../../../src/testing'

// KafkaJS writes in transactions; KafkaJS and odradek read.

interface Reader {
  connect(): Promise<void>
  subscribe(subscription: { topics: string[]; fromBeginning: boolean }): Promise<void>
  run(config: { eachMessage: (payload: { message: { value: Buffer | null } }) => Promise<void> }): Promise<void>
  disconnect(): Promise<void>
}

const retry = { initialRetryTime: 20, retries: 10 }
let broker: EmbeddedKafka
let client: KafkaJS

async function open(asVersion: '4.3' | '3.9' | '2.8', brokers = 3): Promise<void> {
  const topics = [
    { topic: 'orders', numPartitions: 2 },
    { topic: 'payments', numPartitions: 2 }
  ]
  broker = await EmbeddedKafka.start({ brokers, topics, asVersion, configs: { 'group.initial.rebalance.delay.ms': '0' } })
  client = new KafkaJS({ brokers: broker.brokers, logLevel: logLevel.NOTHING, retry })
}

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

async function writer(transactionalId: string): Promise<Producer> {
  const producer = client.producer({ transactionalId, maxInFlightRequests: 1, idempotent: true })
  await producer.connect()
  return producer
}

/** Reads a topic from its beginning until a value comes that only a committed transaction has. */
async function readUntil(last: string, topic: string, consumer: Reader): Promise<string[]> {
  const values: string[] = []
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await new Promise<void>((resolve, reject) => {
    const run = consumer.run({
      eachMessage: async ({ message }) => {
        values.push(String(message.value))
        if (values[values.length - 1] === last) resolve()
      }
    })
    run.catch(reject)
  })
  await consumer.disconnect()
  return values
}

/** What consumers of both libraries and both isolation levels see. */
async function readers(last: string, topic: string): Promise<Record<string, string[]>> {
  const options = { maxWaitTimeInMs: 50, heartbeatInterval: 100 }
  const ours = new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING })
  const [committed, all, oursCommitted, oursAll] = await Promise.all([
    readUntil(last, topic, client.consumer({ groupId: 'js-committed', ...options })),
    readUntil(last, topic, client.consumer({ groupId: 'js-all', readUncommitted: true, ...options })),
    readUntil(last, topic, ours.consumer({ groupId: 'committed', ...options }) as unknown as Reader),
    readUntil(last, topic, ours.consumer({ groupId: 'all', readUncommitted: true, ...options }) as unknown as Reader)
  ])
  return { committed, all, oursCommitted, oursAll }
}

describe.each(['4.3', '3.9', '2.8'] as const)('posing as %s', asVersion => {
  it('commits and aborts; only readers of uncommitted records see what was aborted', async () => {
    await open(asVersion)
    const producer = await writer('tx')
    const send = async (value: string, end: 'commit' | 'abort'): Promise<void> => {
      const transaction = await producer.transaction()
      await transaction.send({ topic: 'orders', messages: [{ partition: 0, value: `${value} first` }] })
      await transaction.send({ topic: 'orders', messages: [{ partition: 0, value }] })
      await transaction.send({ topic: 'payments', messages: [{ partition: 1, value }] })
      await transaction[end]()
    }
    await send('one', 'commit')
    await send('two', 'abort')
    await send('three', 'abort')
    await send('four', 'commit')
    await producer.disconnect()
    const committed = ['one first', 'one', 'four first', 'four']
    const all = ['one first', 'one', 'two first', 'two', 'three first', 'three', 'four first', 'four']
    expect(await readers('four', 'orders')).toEqual({ committed, all, oursCommitted: committed, oursAll: all })
    expect(broker.cluster.transactions.find('tx')).toMatchObject({ state: 'CompleteCommit', producerEpoch: 0 })
  })

  it('commits offsets with the transaction, and takes them back with it', async () => {
    await open(asVersion)
    const producer = await writer('tx')
    const admin = client.admin()
    await admin.connect()
    const offset = async (): Promise<string> => {
      const [{ partitions }] = await admin.fetchOffsets({ groupId: 'readers', topics: ['orders'] })
      return partitions.find(({ partition }) => partition === 0)?.offset ?? ''
    }
    for (const [value, end] of [
      ['5', 'commit'],
      ['9', 'abort']
    ] as const) {
      const transaction = await producer.transaction()
      await transaction.sendOffsets({
        consumerGroupId: 'readers',
        topics: [{ topic: 'orders', partitions: [{ partition: 0, offset: value }] }]
      })
      await transaction.send({ topic: 'payments', messages: [{ partition: 0, value }] })
      await transaction[end]()
      expect(await offset()).toBe('5')
    }
    await Promise.all([producer.disconnect(), admin.disconnect()])
  })

  it('fences the producer that was there before', async () => {
    await open(asVersion)
    const first = await writer('tx')
    const transaction = await first.transaction()
    await transaction.send({ topic: 'orders', messages: [{ partition: 0, value: 'of the first' }] })
    const second = await writer('tx')
    const next = await second.transaction()
    await next.send({ topic: 'orders', messages: [{ partition: 0, value: 'of the second' }] })
    await expect(transaction.send({ topic: 'orders', messages: [{ partition: 0, value: 'late' }] })).rejects.toMatchObject({
      name: 'KafkaJSProtocolError'
    })
    await next.commit()
    const committed = ['of the second']
    const all = ['of the first', 'of the second']
    expect(await readers('of the second', 'orders')).toEqual({ committed, all, oursCommitted: committed, oursAll: all })
    await Promise.all([first.disconnect(), second.disconnect()])
  })
})
