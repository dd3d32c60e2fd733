import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { probeMetadata } from '../cluster/broker-probe'
import { freePorts } from '../cluster/free-ports'
import { KafkaCluster } from '../cluster/kafka-cluster'
import { waitUntil } from '../cluster/wait-until'
import { chosenCluster } from './support/chosen-cluster'
import { uniqueName } from './support/unique-name'

// A cluster of its own, because this suite kills and confuses it.
const { version, nodes } = chosenCluster()
let cluster: KafkaCluster

beforeAll(async () => {
  cluster = await KafkaCluster.start({ version, nodes })
})

afterAll(async () => {
  await cluster.stop()
})

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

async function topicOn(partitions: number): Promise<string> {
  const topic = uniqueName('harness')
  await cluster.java.createTopic(topic, { partitions, replicationFactor: nodes })
  await cluster.waitForTopic(topic, partitions)
  return topic
}

/** A leader among several nodes; the only node where there is one. */
async function leaderOf(topic: string): Promise<number> {
  await cluster.waitForIsr(topic, 0, nodes)
  return cluster.waitForLeader(topic)
}

test('every broker knows every broker', async () => {
  const { nodes: known } = await cluster.java.describeCluster()
  expect(known.map(node => node.nodeId).sort((a, b) => a - b)).toEqual(cluster.nodes.map(node => node.nodeId))
  expect(known.every(node => node.host === '127.0.0.1')).toBe(true)
  for (const node of cluster.nodes) {
    const { brokers } = await probeMetadata(node.port, [])
    const addresses = brokers.map(broker => `${broker.host}:${broker.port}`).sort()
    expect(addresses).toEqual([...cluster.bootstrap].sort())
  }
})

test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])('the Java peer writes and reads with %s', async compression => {
  const topic = await topicOn(2)
  const records = [
    {
      partition: 0,
      timestamp: '1700000000000',
      key: Buffer.from('k'),
      value: Buffer.from('v'),
      headers: [['h', Buffer.from([0, 255])]] as const
    },
    { partition: 0, timestamp: '1700000000001', key: null, value: Buffer.alloc(5_000, 'x'), headers: [['n', null]] as const },
    { partition: 1, timestamp: '1700000000002', key: Buffer.from('tomb'), value: null, headers: [] }
  ]
  const produced = await cluster.java.produce(topic, records, { config: { 'compression.type': compression, acks: 'all' } })
  expect(produced.map(({ partition, offset }) => [partition, offset])).toEqual([
    [0, '0'],
    [0, '1'],
    [1, '0']
  ])
  expect(await cluster.java.endOffsets(topic)).toEqual(['2', '1'])
  const consumed = await cluster.java.consume(topic)
  expect(consumed).toEqual(
    records.map((record, index) => ({
      ...record,
      headers: record.headers.map(header => [...header]),
      offset: produced[index]?.offset,
      timestampType: 'CreateTime',
      leaderEpoch: 0
    }))
  )
  expect(await cluster.java.consumeValues(topic, { partitions: [1] })).toEqual([[1, '0', null]])
  const leader = await cluster.waitForLeader(topic, 0)
  const batches = await cluster.java.batches(await cluster.partitionFolder(leader, topic, 0))
  expect(batches.map(batch => [batch.compression, batch.valid, batch.magic])).toContainEqual([compression, true, 2])
})

test("Kafka's console consumer reads a topic", async () => {
  const topic = await topicOn(1)
  await cluster.java.produce(topic, [
    { key: Buffer.from('a'), value: Buffer.from('1') },
    { key: Buffer.from('b'), value: Buffer.from('2') }
  ])
  expect(await cluster.consoleConsumer(topic, 2, { 'print.key': 'true' })).toEqual(['a\t1', 'b\t2'])
})

test('a transaction that was aborted is not read as committed', async () => {
  const topic = await topicOn(1)
  const config = { 'transactional.id': uniqueName('tx') }
  await cluster.java.produce(topic, [{ value: Buffer.from('kept') }], { config, transaction: 'commit' })
  await cluster.java.produce(topic, [{ value: Buffer.from('gone') }], { config, transaction: 'abort' })
  const committed = await cluster.java.consumeValues(topic, { config: { 'isolation.level': 'read_committed' } })
  expect(committed.map(record => record[2])).toEqual(['kept'])
  expect((await cluster.java.consumeValues(topic)).map(record => record[2])).toEqual(['kept', 'gone'])
})

test('a killed node is gone, its successor has the data and the rest goes on', async () => {
  const topic = await topicOn(1)
  await cluster.java.produce(topic, [{ value: Buffer.from('before') }], { config: { acks: 'all' } })
  const leader = await leaderOf(topic)
  const before = await cluster.node(leader).pid()
  await cluster.node(leader).kill()
  expect(isAlive(before)).toBe(false)
  expect(await cluster.node(leader).isRunning()).toBe(false)
  if (nodes > 1) {
    const next = await cluster.waitForLeader(topic, 0, leader)
    expect(next).not.toBe(leader)
    await cluster.java.produce(topic, [{ value: Buffer.from('meanwhile') }], { config: { acks: 'all' } })
  }
  await cluster.node(leader).start()
  await cluster.waitForBrokers(nodes)
  expect(await cluster.waitForIsr(topic, 0, nodes)).toHaveLength(nodes)
  await cluster.waitForLeader(topic)
  const values = (await cluster.java.consumeValues(topic)).map(record => record[2])
  expect(values).toEqual(nodes > 1 ? ['before', 'meanwhile'] : ['before'])
})

test('a frozen node keeps its sockets and says nothing until it is thawed', async () => {
  const topic = await topicOn(1)
  const leader = await leaderOf(topic)
  const node = cluster.node(leader)
  await node.freeze()
  // TCP still connects: the kernel does that. The answer does not come.
  await expect(probeMetadata(node.port, [])).rejects.toThrow('No answer')
  if (nodes > 1) expect(await cluster.waitForLeader(topic, 0, leader)).not.toBe(leader)
  await node.thaw()
  await cluster.waitForBrokers(nodes)
  await cluster.waitForIsr(topic, 0, nodes)
})

test('an orderly restart keeps topics and ports', async () => {
  const topic = await topicOn(1)
  const node = cluster.node(await leaderOf(topic))
  const before = await node.pid()
  await node.restart()
  expect(await node.pid()).not.toBe(before)
  await cluster.waitForBrokers(nodes)
  await cluster.waitForLeader(topic)
  await cluster.waitForIsr(topic, 0, nodes)
})

test('a group has a coordinator, and another one when that is killed', async () => {
  const groupId = uniqueName('group')
  const coordinator = await cluster.coordinator(groupId)
  expect(cluster.nodes.map(node => node.nodeId)).toContain(coordinator)
  if (nodes === 1) return
  await cluster.waitForIsr('__consumer_offsets', 0, nodes)
  await cluster.node(coordinator).kill()
  expect(await cluster.coordinator(groupId, coordinator)).not.toBe(coordinator)
  await cluster.node(coordinator).start()
  await cluster.waitForBrokers(nodes)
})

test('a deleted topic is gone', async () => {
  const topic = await topicOn(1)
  expect(await cluster.java.listTopics()).toContain(topic)
  await cluster.java.deleteTopic(topic)
  await cluster.waitForTopicGone(topic)
})

test.each([
  ['a frame of 2 GB', Buffer.from([0x7f, 0xff, 0xff, 0xff])],
  ['an API that does not exist', Buffer.from('0000000a7fff0000000000010000', 'hex')],
  ['a Metadata request that ends too early', Buffer.from('0000000e00030004000000010000000000ff', 'hex')]
])('the log of the brokers tells of %s', async (_, bytes) => {
  const before = cluster.protocolErrors().length
  const socket = net.connect(cluster.node(1).port, '127.0.0.1')
  socket.write(bytes)
  socket.resume()
  await once(socket, 'close')
  await waitUntil('the line in the log', () => cluster.protocolErrors().length > before)
})

test('a port that someone else has taken is given up for another', async () => {
  const [taken = 0] = await freePorts(1)
  const squatter = net.createServer().listen(taken, '127.0.0.1')
  let asked = 0
  try {
    await once(squatter, 'listening')
    const second = await KafkaCluster.start({ version, nodes: 1 }, async count => {
      const ports = await freePorts(count)
      return asked++ === 0 ? [...ports.slice(1), taken] : ports
    })
    await second.stop()
  } finally {
    squatter.close()
  }
  expect(asked).toBe(2)
})

test('a stopped cluster leaves neither process nor file', async () => {
  const second = await KafkaCluster.start({ version, nodes: 1 })
  const processIds = await second.processIds()
  expect(processIds.filter(isAlive)).toEqual(processIds)
  await second.stop()
  expect(processIds.filter(isAlive)).toEqual([])
  expect(fs.existsSync(second.folder)).toBe(false)
})

test('a test process that is killed takes even a frozen broker with it', async () => {
  const program = spawn(process.execPath, [path.join(__dirname, 'support', 'programs', 'start-and-freeze.js')], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string]
  const { folder, processIds } = JSON.parse(line) as { folder: string; processIds: number[] }
  expect(processIds.filter(isAlive)).toEqual(processIds)
  program.kill('SIGKILL')
  await once(program, 'exit')
  await waitUntil('the processes to end', () => !processIds.some(isAlive))
  await waitUntil('the folder to go', () => !fs.existsSync(folder))
})
