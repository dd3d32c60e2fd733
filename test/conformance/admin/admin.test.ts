import * as kafkajs from 'kafkajs'
import { Kafka } from '../../../src/kafka'
import type { Admin } from '../../../src/types/admin'
import type { ITopicConfig } from '../../../src/types/topics'
import type { TestCluster } from '../../cluster/test-cluster'
import { conformanceCluster, releaseCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'

// Each spec runs on odradek and on KafkaJS, on the same cluster.

let cluster: TestCluster
const admins: Admin[] = []

beforeAll(async () => {
  cluster = await conformanceCluster()
})

afterAll(async () => {
  await Promise.all(admins.map(admin => admin.disconnect()))
  await releaseCluster()
})

const retry = { retries: 3, initialRetryTime: 50 }
const clients: Record<string, () => Admin> = {
  odradek: () => new Kafka({ brokers: cluster.bootstrap, retry, logLevel: 0 }).admin(),
  kafkajs: () => new kafkajs.Kafka({ brokers: cluster.bootstrap, retry, logLevel: kafkajs.logLevel.NOTHING }).admin()
}

describe.each(Object.keys(clients))('The admin client of %s', name => {
  let admin: Admin
  beforeAll(async () => {
    admin = clients[name]()
    admins.push(admin)
    await admin.connect()
  })

  /** Makes a topic that all brokers know. */
  async function made(changes: Partial<ITopicConfig> = {}): Promise<string> {
    const topic = uniqueName('admin')
    // KafkaJS fails when it waits and the broker it asks has not heard of the topic yet.
    await admin.createTopics({
      topics: [{ topic, numPartitions: 3, replicationFactor: 1, ...changes }],
      waitForLeaders: name === 'odradek'
    })
    await cluster.waitForTopic(topic, changes.numPartitions ?? 3)
    return topic
  }

  it('makes topics, once', async () => {
    const topics = [uniqueName('admin'), uniqueName('admin')].map(topic => ({ topic, numPartitions: 12, replicationFactor: 1 }))
    await expect(admin.createTopics({ topics, waitForLeaders: name === 'odradek' })).resolves.toBe(true)
    await expect(admin.createTopics({ topics })).resolves.toBe(false)
    const [{ topic }] = topics as [ITopicConfig]
    await cluster.waitForTopic(topic, 12)
    const { topics: found } = await admin.fetchTopicMetadata({ topics: [topic] })
    expect(found).toHaveLength(1)
    expect(found[0]?.name).toBe(topic)
    expect(found[0]?.partitions.map(({ partitionId }) => partitionId).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(Object.keys(found[0]?.partitions[0] ?? {}).sort()).toEqual([
      'isr',
      'leader',
      'offlineReplicas',
      'partitionErrorCode',
      'partitionId',
      'replicas'
    ])
  })

  it('places replicas as told, and sets configuration', async () => {
    const topic = uniqueName('admin')
    const replicaAssignment = [0, 1].map(partition => ({ partition, replicas: [cluster.nodes[0]?.nodeId ?? 1] }))
    const configEntries = [{ name: 'cleanup.policy', value: 'compact' }]
    await expect(
      admin.createTopics({ topics: [{ topic, replicaAssignment, configEntries }], waitForLeaders: name === 'odradek' })
    ).resolves.toBe(true)
    await cluster.waitForTopic(topic, 2)
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
    expect(topics[0]?.partitions.map(({ replicas }) => replicas)).toEqual(replicaAssignment.map(({ replicas }) => replicas))
  })

  it('rejects with one error per topic that was refused', async () => {
    const existing = await made()
    const topics = [
      { topic: existing, numPartitions: 1, replicationFactor: 1 },
      { topic: uniqueName('admin'), numPartitions: 1, replicationFactor: 99 },
      { topic: uniqueName('admin'), numPartitions: 1, replicationFactor: 1, configEntries: [{ name: 'no.such.config', value: '1' }] },
      { topic: 'not/a/topic', numPartitions: 1, replicationFactor: 1 }
    ]
    const error = await admin.createTopics({ topics }).catch((e: unknown) => e)
    const types = new Map((error as { errors: { topic: string; type: string }[] }).errors.map(each => [each.topic, each.type]))
    expect(error).toMatchObject({ name: 'KafkaJSAggregateError', message: 'Topic creation errors' })
    expect(topics.map(({ topic }) => types.get(topic))).toEqual([
      'TOPIC_ALREADY_EXISTS',
      'INVALID_REPLICATION_FACTOR',
      'INVALID_CONFIG',
      'INVALID_TOPIC_EXCEPTION'
    ])
    for (const each of (error as { errors: unknown[] }).errors)
      expect(each).toMatchObject({ name: 'KafkaJSCreateTopicError', retriable: false })
  })

  it('lists topics', async () => {
    const topic = await made()
    const topics = await admin.listTopics()
    expect(topics).toContain(topic)
    expect(new Set(topics).size).toBe(topics.length)
  })

  it('rejects metadata of a topic that does not exist, and does not make it', async () => {
    const topic = uniqueName('admin')
    const error = { name: 'KafkaJSProtocolError', type: 'UNKNOWN_TOPIC_OR_PARTITION', code: 3 }
    await expect(admin.fetchTopicMetadata({ topics: [topic] })).rejects.toMatchObject(error)
    await expect(admin.listTopics()).resolves.not.toContain(topic)
  })

  it('tells where partitions begin and end', async () => {
    const topic = await made()
    // Java's producer: KafkaJS's own doubles a record when a leader is not ready yet.
    await cluster.java.produce(
      topic,
      [0, 1, 1].map(partition => ({ partition, value: Buffer.from('x') }))
    )
    const offsets = await admin.fetchTopicOffsets(topic)
    expect(offsets.sort((a, b) => a.partition - b.partition)).toEqual([
      { partition: 0, offset: '1', high: '1', low: '0' },
      { partition: 1, offset: '2', high: '2', low: '0' },
      { partition: 2, offset: '0', high: '0', low: '0' }
    ])
  })

  it('deletes topics', async () => {
    const topics = [await made(), await made()]
    await expect(admin.deleteTopics({ topics })).resolves.toBeUndefined()
    for (const topic of topics) await cluster.waitForTopicGone(topic)
    const remaining = await admin.listTopics()
    for (const topic of topics) expect(remaining).not.toContain(topic)
  })

  it('gives up deleting a topic that does not exist', async () => {
    const result = admin.deleteTopics({ topics: [uniqueName('admin')] })
    await expect(result).rejects.toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', cause: { type: 'UNKNOWN_TOPIC_OR_PARTITION' } })
  })

  it('describes the cluster', async () => {
    const { brokers, controller, clusterId } = await admin.describeCluster()
    const { clusterId: expected } = await cluster.java.describeCluster()
    expect(clusterId).toBe(expected)
    expect(brokers.map(({ host, port }) => `${host}:${port}`).sort()).toEqual([...cluster.bootstrap].sort())
    expect(brokers.map(({ nodeId }) => nodeId)).toContain(controller)
  })
})

it('The two clients see the same', async () => {
  const [ours, theirs] = Object.values(clients).map(make => make()) as [Admin, Admin]
  admins.push(ours, theirs)
  await Promise.all([ours.connect(), theirs.connect()])
  const topics = ['b', 'a'].map(suffix => ({ topic: `${uniqueName('same')}-${suffix}`, numPartitions: 11, replicationFactor: 1 }))
  await ours.createTopics({ topics })
  for (const { topic } of topics) await cluster.waitForTopic(topic, 11)
  const byPartition = <T extends { partitionId?: number; partition?: number }>(list: T[]): T[] =>
    list.sort((a, b) => (a.partitionId ?? a.partition ?? 0) - (b.partitionId ?? b.partition ?? 0))
  for (const { topic } of topics) {
    const [metadata, expected] = await Promise.all([ours, theirs].map(admin => admin.fetchTopicMetadata({ topics: [topic] })))
    for (const each of expected?.topics ?? []) byPartition(each.partitions)
    expect(metadata).toEqual(expected)
    expect(await ours.fetchTopicOffsets(topic)).toEqual(byPartition(await theirs.fetchTopicOffsets(topic)))
  }
  expect((await ours.listTopics()).sort()).toEqual((await theirs.listTopics()).sort())
  const [cluster1, cluster2] = await Promise.all([ours.describeCluster(), theirs.describeCluster()])
  cluster2.brokers.sort((a, b) => a.nodeId - b.nodeId)
  expect(cluster1.brokers).toEqual(cluster2.brokers)
  expect(cluster1.clusterId).toBe(cluster2.clusterId)
})
