import { CompressionCodecs } from '../../../src/protocol/compression/compression-codecs'
import { CompressionTypes } from '../../../src/types/enums'
import type { Message } from '../../../src/types/messages'
import type { TestCluster } from '../../cluster/test-cluster'
import { conformanceCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'
import { newTopic, withProducer } from './support'
import * as kafkajs from 'kafkajs'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
  // KafkaJS brings gzip only; for the others it takes plug-ins.
  const { Snappy, LZ4, ZSTD } = CompressionTypes
  for (const type of [Snappy, LZ4, ZSTD]) (kafkajs.CompressionCodecs as Record<number, unknown>)[type] = CompressionCodecs[type]
})

/** Every shape that keys, values, headers and timestamps can have. */
const shapes: Message[] = [
  { key: 'text', value: 'text', timestamp: '1700000000000' },
  { key: Buffer.from([0, 1, 255]), value: Buffer.from([255, 0]), timestamp: '1700000000001' },
  { key: 'schlüssel 鍵 🔑', value: 'wert 値 💎', timestamp: '1700000000002' },
  { key: null, value: 'no key', timestamp: '1700000000003' },
  { value: 'key left out', timestamp: '1700000000004' },
  { key: '', value: '', timestamp: '1700000000005' },
  { key: 'tombstone', value: null, timestamp: '1700000000006' },
  { key: null, value: null, timestamp: '1700000000007' },
  { key: 'early', value: 'before the first one', timestamp: '1600000000000' },
  { key: 'headers', value: 'v', timestamp: '1700000000008', headers: { text: 'x', bytes: Buffer.from([0, 128]), empty: '', ü: 'ü' } },
  { key: 'repeated', value: 'v', timestamp: '1700000000009', headers: { many: ['1', Buffer.from('2'), ''], one: ['only'] } },
  { key: 'null header', value: 'v', timestamp: '1700000000010', headers: { none: null as unknown as string } },
  { key: 'large', value: Buffer.alloc(200_000, 'some text that repeats itself '), timestamp: '1700000000011' },
  { key: 'k'.repeat(70_000), value: 'large key', timestamp: '1700000000012' }
]

const bytes = (field: Buffer | string | null | undefined): Buffer | null =>
  field === null || field === undefined ? null : Buffer.from(field as string)

const headersOf = ({ headers = {} }: Message): [string, Buffer | null][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item): [string, Buffer | null] => [name, bytes(item)])
  )

const codecs = Object.entries(CompressionTypes)

test.each(codecs)('Java reads what is sent with %s', async (name, compression) => {
  const topic = await newTopic(cluster, 1)
  const [result] = await withProducer(cluster, producer => producer.send({ topic, messages: shapes, compression }))
  expect(result).toMatchObject({ topicName: topic, partition: 0, errorCode: 0, baseOffset: '0', logAppendTime: '-1', logStartOffset: '0' })
  const records = await cluster.java.consume(topic)
  expect(records.map(({ offset }) => offset)).toEqual(shapes.map((_, i) => String(i)))
  expect(records.map(({ key }) => key)).toEqual(shapes.map(({ key }) => bytes(key)))
  expect(records.map(({ value }) => value)).toEqual(shapes.map(({ value }) => bytes(value)))
  expect(records.map(({ headers }) => headers)).toEqual(shapes.map(headersOf))
  expect(records.map(({ timestamp, timestampType }) => [timestamp, timestampType])).toEqual(
    shapes.map(({ timestamp }) => [timestamp, 'CreateTime'])
  )
  const batches = await cluster.java.batches(await cluster.partitionFolder(await cluster.waitForLeader(topic), topic, 0))
  expect(batches.map(batch => [batch.compression, batch.magic, batch.recordCount, batch.valid])).toEqual([
    [name.toLowerCase(), 2, shapes.length, true]
  ])
})

test.each(codecs)('KafkaJS reads what is sent with %s', async (_name, compression) => {
  const topic = await newTopic(cluster, 1)
  // KafkaJS does not read a null header value.
  const messages = shapes.filter(({ key }) => key !== 'null header')
  await withProducer(cluster, producer => producer.send({ topic, messages, compression }))
  const kafka = new kafkajs.Kafka({ brokers: cluster.bootstrap, logLevel: kafkajs.logLevel.NOTHING })
  const consumer = kafka.consumer({ groupId: uniqueName('kafkajs') })
  const seen: kafkajs.KafkaMessage[] = []
  await consumer.connect()
  try {
    await consumer.subscribe({ topic, fromBeginning: true })
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
      const eachMessage: kafkajs.EachMessageHandler = async ({ message }) => {
        seen.push(message)
        if (seen.length === messages.length) resolve()
      }
      consumer.run({ eachMessage }).catch(reject)
    })
  } finally {
    await consumer.disconnect()
  }
  expect(seen.map(({ key, value, timestamp }) => [key, value, timestamp])).toEqual(
    messages.map(({ key, value, timestamp }) => [bytes(key), bytes(value), timestamp])
  )
  const readHeaders = seen.map(({ headers }) => headersOf({ value: null, headers: headers }))
  expect(readHeaders).toEqual(messages.map(headersOf))
})

test("Kafka's console consumer reads it", async () => {
  const topic = await newTopic(cluster, 1)
  const messages = [
    { key: 'a', value: '1', headers: { h: 'x' }, timestamp: '1700000000000' },
    { key: 'b', value: '2', timestamp: '1700000000001' }
  ]
  await withProducer(cluster, producer => producer.send({ topic, messages }))
  const lines = await cluster.consoleConsumer(topic, 2, { 'print.key': 'true', 'print.timestamp': 'true', 'print.headers': 'true' })
  expect(lines).toEqual(['CreateTime:1700000000000\th:x\ta\t1', 'CreateTime:1700000000001\tNO_HEADERS\tb\t2'])
})

test('a message without time gets that of the call', async () => {
  const topic = await newTopic(cluster, 1)
  const before = Date.now()
  await withProducer(cluster, producer => producer.send({ topic, messages: [{ value: 'a' }, { value: 'b' }] }))
  const after = Date.now()
  const times = (await cluster.java.consume(topic)).map(({ timestamp }) => Number(timestamp))
  expect(times[0]).toBe(times[1])
  expect(times[0]).toBeGreaterThanOrEqual(before)
  expect(times[0]).toBeLessThanOrEqual(after)
})

test('a topic that stamps records itself says when', async () => {
  const topic = await newTopic(cluster, 1, { 'message.timestamp.type': 'LogAppendTime' })
  const messages = [{ value: 'a', timestamp: '1000' }]
  const [result] = await withProducer(cluster, producer => producer.send({ topic, messages }))
  const [record] = await cluster.java.consume(topic)
  expect(record).toMatchObject({ timestampType: 'LogAppendTime', timestamp: result?.logAppendTime })
})

test.each([-1, 0, 1])('with acks %i all arrives', async acks => {
  const topic = await newTopic(cluster, 3)
  const ends = [0, 1, 2].map(partition => ({ partition, value: 'end' }))
  const results = await withProducer(cluster, async producer => {
    // A broker may name itself leader a moment before it has the log, which nobody would hear of with acks=0.
    await producer.send({ topic, messages: ends })
    const calls = Array.from({ length: 30 }, (_, call) => {
      const messages = Array.from({ length: 300 }, (_unused, i) => ({ value: `${300 * call + i}` }))
      return producer.send({ topic, messages, acks })
    })
    const sent = await Promise.all(calls)
    // Requests without answer come before later ones on the same connection; the broker that has taken this has taken them.
    await producer.send({ topic, messages: ends })
    return sent
  })
  for (const result of results) expect(result).toHaveLength(acks === 0 ? 0 : 3)
  const values = (await cluster.java.consumeValues(topic)).map(([, , value]) => value).filter(value => value !== 'end')
  expect(values).toHaveLength(9000)
  expect(new Set(values.map(Number))).toEqual(new Set(values.map((_, i) => i)))
})

test('what the broker finds too large fails alone', async () => {
  const topic = await newTopic(cluster, 2, { 'max.message.bytes': '10000' })
  await withProducer(cluster, async producer => {
    const large = producer.send({ topic, messages: [{ partition: 0, value: 'x'.repeat(20_000) }] })
    const small = producer.send({ topic, messages: [{ partition: 1, value: 'y' }] })
    await expect(large).rejects.toMatchObject({ name: 'KafkaJSProtocolError', type: 'MESSAGE_TOO_LARGE', code: 10, outcome: 'not-applied' })
    await expect(small).resolves.toHaveLength(1)
    await producer.send({ topic, messages: [{ partition: 0, value: 'z' }] })
  })
  expect((await cluster.java.consumeValues(topic)).map(([, , value]) => value)).toEqual(['z', 'y'])
})

test('a topic that does not exist is made when that is allowed', async () => {
  const topic = uniqueName('auto')
  const [result] = await withProducer(cluster, producer => producer.send({ topic, messages: [{ value: 'first' }] }))
  expect(result).toMatchObject({ topicName: topic, errorCode: 0 })
  expect((await cluster.java.consumeValues(topic)).map(([, , value]) => value)).toEqual(['first'])
})

test('a topic that does not exist and may not be made is an error', async () => {
  const options = { producer: { allowAutoTopicCreation: false, retry: { retries: 2 } }, client: { retry: { retries: 2 } } }
  const topic = uniqueName('missing')
  const sending = withProducer(cluster, producer => producer.send({ topic, messages: [{ value: 'x' }] }), options)
  await expect(sending).rejects.toMatchObject({ cause: { type: 'UNKNOWN_TOPIC_OR_PARTITION' }, outcome: 'not-applied' })
  expect(await cluster.java.listTopics()).not.toContain(topic)
})
