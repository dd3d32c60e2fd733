import { Kafka } from '../../../src/kafka'
import type { Admin } from '../../../src/types/admin'
import { startCluster } from '../../cluster/start-cluster'
import type { TestCluster } from '../../cluster/test-cluster'
import { chosenCluster } from '../support/chosen-cluster'
import { uniqueName } from '../support/unique-name'

// A cluster of its own, because this suite kills and freezes brokers. It takes three of them.
const { nodes } = chosenCluster()
const describeThree = nodes === 3 ? describe : describe.skip

describeThree('The admin client, while brokers fail,', () => {
  let cluster: TestCluster
  let admin: Admin
  let topic: string

  beforeAll(async () => {
    cluster = await startCluster(chosenCluster())
    admin = new Kafka({ brokers: cluster.bootstrap, logLevel: 0, retry: { retries: 15 } }).admin()
    await admin.connect()
    topic = uniqueName('failures')
    await admin.createTopics({ topics: [{ topic, numPartitions: 6, replicationFactor: 3 }] })
    for (const partition of [0, 1, 2, 3, 4, 5]) await cluster.waitForIsr(topic, partition, 3)
  })

  afterAll(async () => {
    await admin.disconnect()
    await cluster.stop()
  })

  it.each([1, 2, 3])('goes on when broker %p is killed, and when it is back', async id => {
    const offsets = await admin.fetchTopicOffsets(topic)
    await cluster.node(id).kill()
    await expect(admin.fetchTopicOffsets(topic)).resolves.toEqual(offsets)
    const other = uniqueName('failures')
    await expect(admin.createTopics({ topics: [{ topic: other, numPartitions: 1, replicationFactor: 1 }] })).resolves.toBe(true)
    await expect(admin.listTopics()).resolves.toContain(topic)
    await cluster.node(id).restart()
    for (const partition of [0, 1, 2, 3, 4, 5]) await cluster.waitForIsr(topic, partition, 3)
    const { brokers } = await admin.describeCluster()
    expect(brokers.map(({ nodeId }) => nodeId)).toEqual([1, 2, 3])
    await expect(admin.fetchTopicOffsets(topic)).resolves.toEqual(offsets)
  })

  it('goes on when a broker is frozen', async () => {
    await admin.listTopics()
    await cluster.node(2).freeze()
    try {
      // Whichever broker a question goes to first: the frozen one cannot hold it up.
      for (let i = 0; i < 6; i++) await expect(admin.listTopics()).resolves.toContain(topic)
    } finally {
      await cluster.node(2).thaw()
    }
  })
})
