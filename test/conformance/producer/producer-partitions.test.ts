import type { Message } from '../../../src/types/messages'
import type { TestCluster } from '../../cluster/test-cluster'
import { conformanceCluster } from '../support/conformance-cluster'
import { newTopic, withProducer } from './support'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
})

const keys = [
  ...Array.from({ length: 300 }, (_, i) => Buffer.from(`key-${i}`)),
  ...Array.from({ length: 100 }, (_, i) => Buffer.from(`schlüssel 鍵 ${i} 🔑`)),
  ...Array.from({ length: 100 }, (_, i) => Buffer.from(Array.from({ length: i }, (_unused, j) => (i * 31 + j * 17) % 256))),
  Buffer.alloc(0)
]

test.each([1, 3, 7])('the same key goes to the same of %i partitions as with the Java producer', async count => {
  const topic = await newTopic(cluster, count)
  const fromJava = await cluster.java.produce(
    topic,
    keys.map(key => ({ key, value: Buffer.from('java') }))
  )
  // As text where the bytes are some, as bytes where not.
  const messages: Message[] = keys.map(key => ({ key: Buffer.from(key.toString()).equals(key) ? key.toString() : key, value: 'odradek' }))
  await withProducer(cluster, producer => producer.send({ topic, messages }))
  const records = await cluster.java.consume(topic)
  const partitions = (writer: string): Map<string, number> =>
    new Map(
      records.filter(({ value }) => String(value) === writer).map(({ key, partition }) => [(key as Buffer).toString('hex'), partition])
    )
  expect(partitions('odradek')).toEqual(partitions('java'))
  expect(fromJava).toHaveLength(keys.length)
  expect(await cluster.java.partitionsOf(keys, count)).toEqual(keys.map(key => partitions('odradek').get(key.toString('hex'))))
})

test('messages without key are spread evenly', async () => {
  const topic = await newTopic(cluster, 3)
  const results = await withProducer(cluster, producer =>
    producer.send({ topic, messages: Array.from({ length: 300 }, () => ({ value: 'v' })) })
  )
  expect(results).toHaveLength(3)
  expect(await cluster.java.endOffsets(topic)).toEqual(['100', '100', '100'])
})
