import * as kafkajs from 'kafkajs'
import { Kafka } from '../../../src/kafka'
import { logLevel } from '../../../src/types/enums'
import type { TestCluster } from '../../cluster/test-cluster'
import { waitUntil } from '../../cluster/wait-until'
import { conformanceCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'
import { newTopic, Reader } from './support'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
})

const times = { sessionTimeout: 10_000, heartbeatInterval: 500, rebalanceTimeout: 20_000 }

/** Members and how many partitions each has, once the group is stable with so many. */
async function whenShared(groupId: string, members: number): Promise<number[]> {
  let counts: number[] = []
  await waitUntil(`${members} members in ${groupId}`, async () => {
    const group = await cluster.java.describeGroup(groupId)
    counts = group.members.map(({ assignment }) => Object.values(assignment).flat().length)
    return group.state === 'Stable' && group.members.length === members && counts.every(count => count > 0)
  })
  return counts.sort((a, b) => a - b)
}

test('members share the partitions, and take over from one that leaves', async () => {
  const topic = await newTopic(cluster, 6)
  const groupId = uniqueName('group')
  const readers = await Promise.all([1, 2, 3].map(() => Reader.start(cluster, [topic], { config: { groupId, ...times } })))
  expect(await whenShared(groupId, 3)).toEqual([2, 2, 2])
  await readers[0].stop()
  expect(await whenShared(groupId, 2)).toEqual([3, 3])
  const [, second, third] = readers as [Reader, Reader, Reader]
  await cluster.java.produce(
    topic,
    Array.from({ length: 60 }, (_, i) => ({ partition: i % 6, value: Buffer.from(String(i)) }))
  )
  await waitUntil('all messages', async () => second.seen.length + third.seen.length >= 60)
  await Promise.all([second.stop(), third.stop()])
  const values = [...second.seen, ...third.seen].map(({ message }) => Number(message.value))
  expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i))
})

test.each(['KafkaJS', 'odradek'])('a group of both libraries, led by %s', async first => {
  const topic = await newTopic(cluster, 4)
  const groupId = uniqueName('mixed')
  const seen: string[] = []
  const join = {
    KafkaJS: async () => {
      const consumer = new kafkajs.Kafka({ brokers: cluster.bootstrap, logLevel: kafkajs.logLevel.NOTHING }).consumer({ groupId, ...times })
      await consumer.connect()
      await consumer.subscribe({ topic, fromBeginning: true })
      await consumer.run({ eachMessage: async ({ message }) => void seen.push(`KafkaJS ${message.value?.toString()}`) })
      return consumer
    },
    odradek: async () => {
      const consumer = new Kafka({ brokers: cluster.bootstrap, logLevel: logLevel.NOTHING }).consumer({ groupId, ...times })
      await consumer.connect()
      await consumer.subscribe({ topic, fromBeginning: true })
      await consumer.run({ eachMessage: async ({ message }) => void seen.push(`odradek ${message.value?.toString()}`) })
      return consumer
    }
  }
  const order = first === 'KafkaJS' ? (['KafkaJS', 'odradek'] as const) : (['odradek', 'KafkaJS'] as const)
  const leader = await join[order[0]]()
  const follower = await join[order[1]]()
  try {
    expect(await whenShared(groupId, 2)).toEqual([2, 2])
    await cluster.java.produce(
      topic,
      Array.from({ length: 40 }, (_, i) => ({ partition: i % 4, value: Buffer.from(String(i)) }))
    )
    await waitUntil('all messages', async () => seen.length >= 40)
  } finally {
    await follower.disconnect()
    await leader.disconnect()
  }
  expect(seen.filter(one => one.startsWith('KafkaJS'))).toHaveLength(20)
  expect(new Set(seen.map(one => one.split(' ')[1]))).toHaveProperty('size', 40)
})

test('a handler that takes longer than the session does not cost the membership', async () => {
  const topic = await newTopic(cluster, 1)
  const groupId = uniqueName('slow')
  await cluster.java.produce(topic, [{ value: Buffer.from('slow') }, { value: Buffer.from('next') }])
  const joins: string[] = []
  const config = { groupId, sessionTimeout: 6000, heartbeatInterval: 500 }
  let calls = 0
  const reader = await Reader.start(cluster, [topic], {
    config,
    each: async () => {
      calls++
      if (calls === 1) await new Promise(resolve => setTimeout(resolve, 9000))
    }
  })
  reader.consumer.on('consumer.group_join', ({ payload }) => joins.push(payload.memberId))
  await reader.count(2)
  await reader.stop()
  expect(reader.seen.map(({ message }) => message.value?.toString())).toEqual(['slow', 'next'])
  expect(calls).toBe(2)
  expect(joins).toEqual([])
})
