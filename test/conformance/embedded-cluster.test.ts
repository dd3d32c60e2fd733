import fs from 'node:fs'
import { probeMetadata } from '../cluster/broker-probe'
import { startCluster } from '../cluster/start-cluster'
import type { TestCluster } from '../cluster/test-cluster'
import { chosenCluster } from './support/chosen-cluster'
import { uniqueName } from './support/unique-name'

// The harness around embedded brokers does what the one around real brokers does, whose own test is harness.test.ts.
const describeEmbedded = chosenCluster().embedded ? describe : describe.skip

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

describeEmbedded('a cluster of embedded brokers', () => {
  let cluster: TestCluster
  let topic: string

  beforeAll(async () => {
    cluster = await startCluster({ version: '4.3.1', nodes: 3, embedded: true })
    topic = uniqueName('embedded')
    await cluster.java.createTopic(topic, { replicationFactor: 3 })
    await cluster.waitForIsr(topic, 0, 3)
  })

  afterAll(async () => {
    const processIds = await cluster.processIds()
    expect(processIds.filter(isAlive)).toEqual(processIds)
    await cluster.stop()
    expect(processIds.filter(isAlive)).toEqual([])
    expect(fs.existsSync(cluster.folder)).toBe(false)
  })

  test('a frozen node keeps its sockets and says nothing until it is thawed', async () => {
    const leader = await cluster.waitForLeader(topic)
    const node = cluster.node(leader)
    await node.freeze()
    await expect(probeMetadata(node.port, [])).rejects.toThrow('No answer')
    expect(await cluster.waitForLeader(topic, 0, leader)).not.toBe(leader)
    await node.thaw()
    await cluster.waitForBrokers(3)
    await cluster.waitForIsr(topic, 0, 3)
  })

  test('a killed node is gone, the rest goes on, and it comes back on its ports with its data', async () => {
    await cluster.java.produce(topic, [{ value: Buffer.from('before') }], { config: { acks: 'all' } })
    const leader = await cluster.waitForLeader(topic)
    const node = cluster.node(leader)
    await node.kill()
    await expect(probeMetadata(node.port, [])).rejects.toThrow('ECONNREFUSED')
    await cluster.waitForLeader(topic, 0, leader)
    await cluster.java.produce(topic, [{ value: Buffer.from('meanwhile') }], { config: { acks: 'all' } })
    await node.start()
    await cluster.waitForBrokers(3)
    await cluster.waitForIsr(topic, 0, 3)
    expect((await cluster.java.consumeValues(topic)).map(([, , value]) => value)).toEqual(['before', 'meanwhile'])
  })

  test("Kafka's own reader of log files finds the batches of a partition", async () => {
    const other = uniqueName('embedded')
    await cluster.java.createTopic(other)
    await cluster.java.produce(other, [{ value: Buffer.alloc(5000, 'x') }], { config: { 'compression.type': 'zstd' } })
    const batches = await cluster.java.batches(await cluster.partitionFolder(await cluster.waitForLeader(other), other, 0))
    expect(batches).toMatchObject([{ baseOffset: '0', compression: 'zstd', magic: 2, recordCount: 1, valid: true }])
  })
})
