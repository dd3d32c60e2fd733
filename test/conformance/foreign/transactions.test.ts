import { Kafka as KafkaJS, logLevel } from 'kafkajs'
import { EmbeddedKafka } from '../../../src/testing'
import type { Client, GivenRecord } from './support/client'
import { ForeignPeers } from './support/foreign-peers'
import { odradek } from './support/node-clients'

// Idempotent and transactional producers of Java, librdkafka and kafka-python; every client sees what was committed.

let peers: ForeignPeers
let broker: EmbeddedKafka

beforeAll(async () => {
  peers = await ForeignPeers.start()
})

afterAll(() => peers.stop())

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

interface Writer {
  readonly client: Client
  readonly idempotent: object
  readonly transactional: (id: string) => object
}

function clients(): { writers: Writer[]; readers: Client[] } {
  const { java, librdkafka, kafkaPython } = peers.at(broker.brokers)
  const dotted = (id: string): object => ({ 'transactional.id': id })
  const writers = [
    { client: java, idempotent: { 'enable.idempotence': 'true' }, transactional: dotted },
    { client: librdkafka, idempotent: { 'enable.idempotence': true }, transactional: dotted },
    { client: kafkaPython, idempotent: { enable_idempotence: true }, transactional: (id: string) => ({ transactional_id: id }) }
  ]
  return { writers, readers: [java, librdkafka, kafkaPython, odradek(broker.brokers)] }
}

function recordsOf(prefix: string, count: number): GivenRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    partition: i % 3,
    timestamp: '1700000000000',
    key: null,
    value: `${prefix} ${i}`,
    headers: []
  }))
}

function sorted(values: readonly (string | null)[]): string[] {
  return values.map(String).sort()
}

it.each([1, 3])('what is committed is seen, what is aborted only uncommitted, on %i broker(s)', async brokers => {
  const topics = [{ topic: 'payments', numPartitions: 3 }]
  broker = await EmbeddedKafka.start({ brokers, topics, configs: { 'group.initial.rebalance.delay.ms': '0' } })
  const { writers, readers } = clients()
  const committed: GivenRecord[] = []
  const aborted: GivenRecord[] = []
  await Promise.all(
    writers.map(async ({ client, transactional }) => {
      // One transactional id: the second producer fences the first, and ends nothing of it.
      for (const transaction of ['commit', 'abort', 'commit'] as const) {
        const records = recordsOf(`${client.name} ${transaction}`, 6)
        await client.produce('payments', records, { config: transactional(client.name), transaction })
        ;(transaction === 'commit' ? committed : aborted).push(...records)
      }
    })
  )
  const seen = await Promise.all(
    readers.map(async reader => ({
      name: reader.name,
      committed: sorted((await reader.consume('payments', { committed: true })).map(({ value }) => value)),
      all: sorted((await reader.consume('payments')).map(({ value }) => value))
    }))
  )
  const expected = {
    committed: sorted(committed.map(({ value }) => value)),
    all: sorted([...committed, ...aborted].map(({ value }) => value))
  }
  expect(seen).toEqual(readers.map(({ name }) => ({ name, ...expected })))
})

it('idempotent producers lose and double nothing when answers are lost and leaders move', async () => {
  broker = await EmbeddedKafka.start({ brokers: 3, topics: [{ topic: 'payments', numPartitions: 3 }] })
  const { writers, readers } = clients()
  const faults = writers.map(({ client }, i) => {
    const clientId = { Java: 'java-peer', librdkafka: 'rdkafka' }[client.name]
    const target = clientId === undefined ? { api: 'Produce', partition: i } : { api: 'Produce', clientId }
    return broker.laboratory.lose({ ...target, times: 2 })
  })
  const expected: string[] = []
  await Promise.all(
    writers.map(async ({ client, idempotent }) => {
      const records = recordsOf(client.name, 60)
      expected.push(...sorted(records.map(({ value }) => value)))
      await client.produce('payments', records, { config: idempotent })
    })
  )
  for (const fault of faults) fault.assertFired()
  const partition = broker.laboratory.partition('payments', 0)
  partition.moveLeader(broker.cluster.topics.get('payments')?.partitions[0].leader === 1 ? 2 : 1)
  const more = recordsOf('after', 30)
  await writers[1].client.produce('payments', more, { config: writers[1].idempotent })
  expected.push(...sorted(more.map(({ value }) => value)))
  for (const reader of readers.slice(0, 2)) {
    const records = await reader.consume('payments')
    expect({ name: reader.name, values: sorted(records.map(({ value }) => value)) }).toEqual({ name: reader.name, values: expected.sort() })
    for (const { client } of writers) {
      const order = records.filter(({ value, partition }) => partition === 1 && value?.startsWith(`${client.name} `))
      const numbers = order.sort((a, b) => Number(a.offset) - Number(b.offset)).map(({ value }) => Number(value?.split(' ')[1]))
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    }
  }
})

it('a chain of clients reads, changes and writes in transactions, each record once', async () => {
  const names = ['orders', 'checked', 'packed', 'sent']
  const configs = { 'group.initial.rebalance.delay.ms': '0', 'group.consumer.heartbeat.interval.ms': '200' }
  broker = await EmbeddedKafka.start({ brokers: 3, configs, topics: names.map(topic => ({ topic, numPartitions: 3 })) })
  const { java, librdkafka, kafkaPython } = peers.at(broker.brokers)
  const records = recordsOf('order', 60)
  // All at once: each waits for what the one before commits.
  await Promise.all([
    odradek(broker.brokers).produce('orders', records),
    java.transform('orders', 'checked', 'checkers', 60, '!'),
    librdkafka.transform('checked', 'packed', 'packers', 60, '?'),
    kafkaPython.transform('packed', 'sent', 'senders', 60, '.')
  ])
  const sent = await odradek(broker.brokers).consume('sent', { committed: true })
  expect(sorted(sent.map(({ value }) => value))).toEqual(sorted(records.map(({ value }) => `${value}!?.`)))
  const admin = new KafkaJS({ brokers: broker.brokers, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  for (const [i, groupId] of ['checkers', 'packers', 'senders'].entries()) {
    const [{ partitions }] = await admin.fetchOffsets({ groupId, topics: [names[i]] })
    const lags = (await admin.fetchTopicOffsets(names[i])).map(({ partition, offset }) => {
      const committed = partitions.find(one => one.partition === partition)?.offset
      return Number(offset) - Number(committed)
    })
    // Behind the last record there is at most the marker of its transaction.
    for (const lag of lags) expect([0, 1]).toContain(lag)
  }
  await admin.disconnect()
})
