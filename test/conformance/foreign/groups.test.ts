import { errorCodes } from '../../../src/errors/error-table'
import { offsetCommitApi } from '../../../src/protocol/generated/offset-commit'
import { EmbeddedKafka } from '../../../src/testing'
import { waitUntil } from '../../cluster/wait-until'
import { WireClient } from '../../testing/support/wire-client'
import type { Client, Member } from './support/client'
import { ForeignPeers } from './support/foreign-peers'
import { kafkaJS, odradek } from './support/node-clients'

// Members of several libraries in one group: they share partitions, take over from each other, and read each record once.

const partitionCount = 12

let peers: ForeignPeers
let broker: EmbeddedKafka
let members: Member[] = []
let produced = 0

beforeAll(async () => {
  peers = await ForeignPeers.start()
})

afterAll(() => peers.stop())

beforeEach(async () => {
  const configs = { 'group.initial.rebalance.delay.ms': '0', 'group.consumer.heartbeat.interval.ms': '200' }
  broker = await EmbeddedKafka.start({ brokers: 3, configs, topics: [{ topic: 'orders', numPartitions: partitionCount }] })
  produced = 0
  // Without committed offsets librdkafka asks for the first ones, asks again when the answer is late, as it is behind a long poll, and
  // reads a partition anew when one of those answers comes after it has read on.
  const partitions = Array.from({ length: partitionCount }, (_, partitionIndex) => ({ partitionIndex, committedOffset: 0n }))
  const request = { groupId: 'shop', topics: [{ name: 'orders', partitions }] }
  const codes: number[] = []
  for (const address of broker.brokers) {
    const client = await WireClient.connect(address)
    codes.push((await client.send(offsetCommitApi, 8, request)).topics[0].partitions[0].errorCode)
    client.close()
  }
  // One of them is the coordinator.
  expect(codes).toContain(errorCodes.NONE)
})

afterEach(async () => {
  await Promise.all(members.map(member => member.leave()))
  members = []
  await broker.stop()
  expect(broker.problems).toEqual([])
})

async function join(client: Client, config: object = {}): Promise<void> {
  members.push(await client.join('shop', 'orders', `${client.name}-${members.length}`, config))
}

/** Ends the first member of a client. */
async function leave(name: string): Promise<void> {
  const at = members.findIndex(member => member.name.startsWith(name))
  const [member] = members.splice(at, 1)
  await member.leave()
}

/** Until all partitions are shared out as evenly as can be. */
async function shared(): Promise<void> {
  const fair = Math.floor(partitionCount / members.length)
  await waitUntil(
    `${members.map(({ name }) => name).join(', ')} to share`,
    async () => {
      const shares = (await Promise.all(members.map(member => member.state()))).map(({ partitions }) => partitions)
      const isFair = shares.every(({ length }) => length === fair || length === fair + 1)
      if (isFair && new Set(shares.flat()).size === partitionCount && shares.flat().length === partitionCount) return true
      throw new Error(JSON.stringify(shares))
    },
    30_000
  )
}

/** Sends to every partition, and wants each record with one member, once. */
async function everyRecordOnce(writer: Client): Promise<void> {
  const before = await Promise.all(members.map(async member => (await member.state()).values.length))
  const values = Array.from({ length: partitionCount * 2 }, () => `order ${produced++}`)
  const records = values.map((value, i) => ({ partition: i % partitionCount, timestamp: '1700000000000', key: null, value, headers: [] }))
  await writer.produce('orders', records)
  const read = async (): Promise<string[][]> =>
    Promise.all(members.map(async (member, i) => (await member.state()).values.slice(before[i])))
  await waitUntil('all to be read', async () => (await read()).flat().length >= values.length, 30_000)
  const all = await read()
  expect(all.flat().sort()).toEqual([...values].sort())
  for (const own of all) expect(own.length).toBeGreaterThan(0)
}

it('of the classic protocol', async () => {
  const { java, kafkaPython, librdkafka } = peers.at(broker.brokers)
  const ours = odradek(broker.brokers)
  const roundRobin = 'org.apache.kafka.clients.consumer.RoundRobinAssignor'
  await join(java, { 'group.protocol': 'classic', 'partition.assignment.strategy': roundRobin, 'heartbeat.interval.ms': '200' })
  await shared()
  await join(ours)
  await join(librdkafka, { 'partition.assignment.strategy': 'roundrobin', 'heartbeat.interval.ms': 200 })
  await join(kafkaPython, { heartbeat_interval_ms: 200 })
  await shared()
  await everyRecordOnce(ours)
  // The leader goes, which is the first that came.
  await leave('Java')
  await shared()
  await everyRecordOnce(java)
  await join(kafkaJS(broker.brokers))
  await leave('librdkafka')
  await shared()
  await everyRecordOnce(librdkafka)
  await leave('odradek')
  await join(ours)
  await shared()
  await everyRecordOnce(kafkaPython)
  await leave('kafka-python')
  await leave('KafkaJS')
  await shared()
  await everyRecordOnce(java)
})

it('of the classic protocol, cooperative: members keep what they have', async () => {
  const { java, kafkaPython, librdkafka } = peers.at(broker.brokers)
  const sticky = 'org.apache.kafka.clients.consumer.CooperativeStickyAssignor'
  const modes = { java: { 'partition.assignment.strategy': sticky, 'heartbeat.interval.ms': '200' } }
  await join(java, modes.java)
  await shared()
  await join(librdkafka, { 'partition.assignment.strategy': 'cooperative-sticky', 'heartbeat.interval.ms': 200 })
  await shared()
  const kept = (await members[0].state()).partitions
  await join(java, modes.java)
  await shared()
  expect(kept).toEqual(expect.arrayContaining((await members[0].state()).partitions))
  await everyRecordOnce(kafkaPython)
  await leave('Java')
  await shared()
  await everyRecordOnce(java)
})

it('of the protocol of KIP-848, with members of the classic one among them', async () => {
  const { java, kafkaPython, librdkafka } = peers.at(broker.brokers)
  const ours = odradek(broker.brokers)
  const modern = { 'group.protocol': 'consumer' }
  await join(librdkafka, modern)
  await join(java, modern)
  await shared()
  await everyRecordOnce(ours)
  await join(ours)
  await join(java, modern)
  await shared()
  await everyRecordOnce(librdkafka)
  await join(kafkaPython, { heartbeat_interval_ms: 200 })
  await shared()
  await everyRecordOnce(kafkaPython)
  await leave('Java')
  await leave('odradek')
  await shared()
  await everyRecordOnce(java)
  await leave('kafka-python')
  await join(kafkaJS(broker.brokers))
  await shared()
  await everyRecordOnce(ours)
  expect(broker.cluster.groups.find('shop')?.type).toBe('consumer')
})

it('that began with the classic protocol and is taken over by members of KIP-848, and back', async () => {
  const { java, librdkafka } = peers.at(broker.brokers)
  const ours = odradek(broker.brokers)
  await join(ours)
  await shared()
  await join(java, { 'group.protocol': 'consumer' })
  await join(librdkafka, { 'group.protocol': 'consumer' })
  await shared()
  expect(broker.cluster.groups.find('shop')?.type).toBe('consumer')
  await everyRecordOnce(ours)
  await leave('Java')
  await leave('librdkafka')
  await shared()
  await everyRecordOnce(ours)
  expect(broker.cluster.groups.find('shop')?.type).toBe('classic')
})
