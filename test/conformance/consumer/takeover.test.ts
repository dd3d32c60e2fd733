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

const times = { sessionTimeout: 10_000, heartbeatInterval: 300, rebalanceTimeout: 20_000, maxWaitTimeInMs: 200 }

/** What both libraries show of a member. */
interface Member {
  assigned: number[]
  seen: string[]
  disconnect: () => Promise<void>
}

async function join(library: 'KafkaJS' | 'odradek', topic: string, groupId: string): Promise<Member> {
  const options = { clientId: library, brokers: cluster.bootstrap }
  const kafka =
    library === 'odradek' ? new Kafka({ ...options, logLevel: logLevel.NOTHING }) : new kafkajs.Kafka({ ...options, logLevel: 0 })
  const consumer = (kafka as Kafka).consumer({ groupId, ...times })
  const member: Member = { assigned: [], seen: [], disconnect: () => consumer.disconnect() }
  consumer.on('consumer.group_join', ({ payload }) => {
    member.assigned = Object.values(payload.memberAssignment).flat()
  })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({ eachMessage: async ({ partition, message }) => void member.seen.push(`${partition}/${message.offset}`) })
  return member
}

/** `count` records, evenly on four partitions. */
const send = (topic: string, count: number): Promise<unknown> =>
  cluster.java.produce(
    topic,
    Array.from({ length: count }, (_, i) => ({ partition: i % 4, value: Buffer.from(String(i)) }))
  )

/** Every partition has one owner, and every member something. */
const shared = (members: Member[]): Promise<unknown> =>
  waitUntil(`four partitions to be shared by ${members.length}`, () => {
    const all = members.flatMap(({ assigned }) => assigned)
    return all.length === 4 && new Set(all).size === 4 && members.every(({ assigned }) => assigned.length > 0)
  })

describe.each([
  ['KafkaJS', 'odradek'],
  ['odradek', 'KafkaJS']
] as const)('%s leads a group, and leaves it to %s', (first, second) => {
  it('nothing is lost and nothing comes twice, in both roles and on the way back', async () => {
    const topic = await newTopic(cluster, 4)
    const groupId = uniqueName('mixed')
    const members = [await join(first, topic, groupId)]
    const seen = (): string[] => members.flatMap(({ seen }) => seen)
    await shared(members)
    members.push(await join(second, topic, groupId))
    await shared(members)
    expect((await cluster.java.describeGroup(groupId)).assignor).toBe('RoundRobinAssigner')
    await send(topic, 400)
    await waitUntil('400 messages', () => new Set(seen()).size === 400)
    await members[0].disconnect()
    members[0].assigned = []
    await shared([members[1]])
    await send(topic, 400)
    await waitUntil('800 messages', () => new Set(seen()).size === 800)
    members.push(await join(first, topic, groupId))
    await shared(members.slice(1))
    await send(topic, 400)
    await waitUntil('1200 messages', () => new Set(seen()).size === 1200)
    await Promise.all(members.slice(1).map(member => member.disconnect()))
    expect(seen()).toHaveLength(1200)
    const offsets = (await cluster.java.groupOffsets(groupId))[topic]
    expect(Object.values(offsets).map(({ offset }) => offset)).toEqual(['300', '300', '300', '300'])
  })
})

test('members without partitions stay, and take over one after the other', async () => {
  const topic = await newTopic(cluster, 1)
  const groupId = uniqueName('idle')
  const members = await Promise.all([1, 2, 3].map(() => join('odradek', topic, groupId)))
  for (let left = 3; left > 0; left--) {
    const busy = (): Member[] => members.filter(({ assigned }) => assigned.length > 0)
    await waitUntil(`${left} members, one of them with the partition`, async () => {
      const group = await cluster.java.describeGroup(groupId)
      return group.state === 'Stable' && group.members.length === left && busy().length === 1
    })
    const [member] = busy()
    members.splice(members.indexOf(member), 1)
    await member.disconnect()
  }
  expect((await cluster.java.describeGroup(groupId)).members).toEqual([])
})

test('partitions that a topic gets later are read from their first record on', async () => {
  const topic = await newTopic(cluster, 1)
  const reader = await Reader.start(cluster, [topic], { config: { groupId: uniqueName('growing'), ...times, metadataMaxAge: 500 } })
  await cluster.java.createPartitions(topic, 4)
  await cluster.waitForTopic(topic, 4)
  await send(topic, 40)
  await reader.count(40)
  await reader.stop()
  expect(new Set(reader.seen.map(({ partition, message }) => `${partition}/${message.offset}`)).size).toBe(40)
})

test('an offset that the log does not have is replaced by policy, and the group gets one that exists', async () => {
  const topic = await newTopic(cluster, 4)
  const groupId = uniqueName('range')
  await send(topic, 40)
  const first = await Reader.start(cluster, [topic], { config: { groupId }, autoCommit: false })
  await first.count(40)
  await first.consumer.commitOffsets([0, 1, 2, 3].map(partition => ({ topic, partition, offset: '1000' })))
  await first.stop()
  const second = await Reader.start(cluster, [topic], { config: { groupId } })
  await second.count(40)
  await second.stop()
  expect(second.seen).toHaveLength(40)
  const offsets = (await cluster.java.groupOffsets(groupId))[topic]
  expect(Object.values(offsets).map(({ offset }) => offset)).toEqual(['10', '10', '10', '10'])
})
