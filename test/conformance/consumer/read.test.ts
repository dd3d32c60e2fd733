import * as kafkajs from 'kafkajs'
import { CompressionCodecs } from '../../../src/protocol/compression/compression-codecs'
import { CompressionTypes } from '../../../src/types/enums'
import type { IHeaders } from '../../../src/types/messages'
import type { JavaRecordInput } from '../../cluster/java-peer'
import type { TestCluster } from '../../cluster/test-cluster'
import { conformanceCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'
import { newTopic, Reader } from './support'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
  // KafkaJS brings gzip only; for the others it takes plug-ins.
  const { Snappy, LZ4, ZSTD } = CompressionTypes
  for (const type of [Snappy, LZ4, ZSTD]) (kafkajs.CompressionCodecs as Record<number, unknown>)[type] = CompressionCodecs[type]
})

const text = (value: string): Buffer => Buffer.from(value)

/** Every shape that keys, values, headers and timestamps can have. */
const shapes: JavaRecordInput[] = [
  { key: text('text'), value: text('text'), timestamp: '1700000000000' },
  { key: Buffer.from([0, 1, 255]), value: Buffer.from([255, 0]), timestamp: '1700000000001' },
  { key: null, value: text('no key'), timestamp: '1700000000002' },
  { key: text(''), value: text(''), timestamp: '1700000000003' },
  { key: text('tombstone'), value: null, timestamp: '1700000000004' },
  { key: null, value: null, timestamp: '1600000000000' },
  {
    key: text('headers'),
    value: text('v'),
    timestamp: '1700000000005',
    headers: [
      ['one', text('x')],
      ['many', text('1')],
      ['many', text('2')],
      ['none', null],
      ['__proto__', text('p')]
    ]
  },
  { key: text('large'), value: Buffer.alloc(200_000, 'some text that repeats itself '), timestamp: '1700000000006' }
]

const headerList = (headers: IHeaders | undefined): [string, unknown][] =>
  Object.entries(headers ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, unknown] => [name, one])
  )

test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])('what Java sends with %s is read as it was sent', async compression => {
  const topic = await newTopic(cluster, 1)
  await cluster.java.produce(topic, shapes, { config: { 'compression.type': compression, 'linger.ms': '50' } })
  const reader = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('group') } })
  await reader.count(shapes.length)
  await reader.stop()
  const messages = reader.seen.map(({ message }) => message)
  expect(messages.map(({ offset }) => offset)).toEqual(shapes.map((_, i) => String(i)))
  expect(messages.map(({ key }) => key)).toEqual(shapes.map(({ key }) => key))
  expect(messages.map(({ value }) => value)).toEqual(shapes.map(({ value }) => value))
  expect(messages.map(({ timestamp }) => timestamp)).toEqual(shapes.map(({ timestamp }) => timestamp))
  expect(messages.map(({ headers }) => headerList(headers))).toEqual(
    shapes.map(({ headers = [] }) => headers.map(([name, value]) => [name, value]))
  )
})

test.each(Object.entries(CompressionTypes))('what KafkaJS sends with %s is read as it was sent', async (_name, compression) => {
  const topic = await newTopic(cluster, 1)
  const messages = [
    { key: 'a', value: 'first', headers: { h: 'x', many: ['1', '2'] }, timestamp: '1700000000000' },
    { key: null, value: null, timestamp: '1700000000001' },
    { key: 'b', value: 'last', timestamp: '1700000000002' }
  ]
  const producer = new kafkajs.Kafka({ brokers: cluster.bootstrap, logLevel: kafkajs.logLevel.NOTHING }).producer()
  await producer.connect()
  const record = { topic, messages, compression }
  await producer.send(record)
  await producer.disconnect()
  const reader = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('group') } })
  await reader.count(3)
  await reader.stop()
  const seen = reader.seen.map(({ message: { key, value, timestamp } }) => ({
    key: key?.toString() ?? null,
    value: value?.toString() ?? null,
    timestamp
  }))
  expect(seen).toEqual(messages.map(({ key, value, timestamp }) => ({ key, value, timestamp })))
  expect(headerList(reader.seen[0]?.message.headers)).toEqual([
    ['h', text('x')],
    ['many', text('1')],
    ['many', text('2')]
  ])
})

test('transactions that were aborted are not read, nor are their markers', async () => {
  const topic = await newTopic(cluster, 1)
  const records = (name: string): JavaRecordInput[] => [1, 2, 3].map(i => ({ key: null, value: text(`${name} ${i}`) }))
  const config = { 'transactional.id': uniqueName('transaction') }
  await cluster.java.produce(topic, records('committed'), { config, transaction: 'commit' })
  await cluster.java.produce(topic, records('aborted'), { config, transaction: 'abort' })
  await cluster.java.produce(topic, records('again'), { config, transaction: 'commit' })
  const groupId = uniqueName('group')
  const reader = await Reader.start(cluster, [topic], { config: { groupId } })
  await reader.count(6)
  const uncommitted = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('group'), readUncommitted: true } })
  await uncommitted.count(9)
  await reader.stop()
  await uncommitted.stop()
  expect(reader.seen.map(({ message }) => message.value?.toString())).toEqual(
    [1, 2, 3].map(i => `committed ${i}`).concat([1, 2, 3].map(i => `again ${i}`))
  )
  expect(uncommitted.seen).toHaveLength(9)
  // The last marker is done with, too: nothing is left to read.
  const [end] = await cluster.java.endOffsets(topic)
  expect((await cluster.java.groupOffsets(groupId))[topic]?.['0']?.offset).toBe(end)
})

test('a group goes on where it has stopped; what is committed is the next offset', async () => {
  const topic = await newTopic(cluster, 3)
  const groupId = uniqueName('group')
  const send = (from: number): Promise<unknown> =>
    cluster.java.produce(
      topic,
      Array.from({ length: 30 }, (_, i) => ({ partition: i % 3, value: text(String(from + i)) }))
    )
  await send(0)
  const first = await Reader.start(cluster, [topic], { config: { groupId } })
  await first.count(30)
  await first.stop()
  const committed = (await cluster.java.groupOffsets(groupId))[topic]
  expect(Object.values(committed ?? {}).map(({ offset }) => offset)).toEqual(['10', '10', '10'])
  expect(await cluster.java.describeGroup(groupId)).toMatchObject({ state: 'Empty', members: [] })
  await send(30)
  const second = await Reader.start(cluster, [topic], { config: { groupId } })
  await second.count(30)
  await second.stop()
  const values = second.seen.map(({ message }) => Number(message.value))
  expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => 30 + i))
})

test('without offsets a group begins at the end, or at the beginning when told to', async () => {
  const topic = await newTopic(cluster, 1)
  await cluster.java.produce(topic, [{ value: text('before') }])
  const late = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('group') }, fromBeginning: false })
  // Positions are found after `run` has resolved: this one shows that it was, before more is sent.
  const probe = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('group') } })
  await probe.count(1)
  let sent = 0
  const sending = setInterval(() => void cluster.java.produce(topic, [{ value: text(`after ${sent++}`) }]), 200)
  await late.count(1)
  clearInterval(sending)
  expect(late.seen.map(({ message }) => message.value?.toString())).not.toContain('before')
  await Promise.all([late.stop(), probe.stop()])
})

test('offsets are committed by hand where that is wished', async () => {
  const topic = await newTopic(cluster, 1)
  const groupId = uniqueName('group')
  await cluster.java.produce(topic, [{ value: text('a') }, { value: text('b') }, { value: text('c') }])
  const reader = await Reader.start(cluster, [topic], { config: { groupId }, autoCommit: false })
  await reader.count(3)
  await reader.consumer.commitOffsets([{ topic, partition: 0, offset: '2', metadata: 'by hand' }])
  expect((await cluster.java.groupOffsets(groupId))[topic]).toEqual({ '0': { offset: '2', metadata: 'by hand' } })
  await expect(async () => reader.consumer.commitOffsets([{ topic, partition: 0, offset: '-5' }])).rejects.toThrow('negative')
  await reader.stop()
})
