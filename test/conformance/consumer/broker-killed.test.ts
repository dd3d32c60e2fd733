import { Kafka } from '../../../src/kafka'
import { logLevel } from '../../../src/types/enums'
import { startCluster } from '../../cluster/start-cluster'
import type { TestCluster } from '../../cluster/test-cluster'
import { chosenCluster } from '../support/chosen-cluster'
import { uniqueName } from '../support/unique-name'
import { newTopic, Reader } from './support'

const { nodes } = chosenCluster()
const describeOnThree = nodes === 3 ? describe : describe.skip

const total = 30_000
const partitions = 3

describeOnThree('a broker that goes while its records are being read', () => {
  // A cluster of its own, because the shared one keeps its nodes.
  let cluster: TestCluster

  beforeAll(async () => {
    cluster = await startCluster(chosenCluster())
  })

  afterAll(async () => {
    await cluster.stop()
  })

  it.each([
    ['the leader of a partition is killed', 'leader', 'kill'],
    ['the coordinator of the group is killed', 'coordinator', 'kill'],
    ['the leader of a partition freezes', 'leader', 'freeze'],
    ['the coordinator of the group freezes', 'coordinator', 'freeze']
  ] as const)('%s: all records come, in order, and the consumer does not crash', async (_, role, how) => {
    const topic = await newTopic(cluster, partitions, { 'min.insync.replicas': '2' })
    const groupId = uniqueName('killed')
    const next = new Array<number>(partitions).fill(0)
    const skipped: string[] = []
    let count = 0
    let struck: Promise<void> | undefined
    let victim = 0
    const strike = async (): Promise<void> => {
      victim = role === 'leader' ? await cluster.waitForLeader(topic, 0) : await cluster.coordinator(groupId)
      await cluster.node(victim)[how]()
    }
    const reader = await Reader.start(cluster, [topic], {
      forgets: true,
      config: { groupId, sessionTimeout: 10_000, heartbeatInterval: 500 },
      client: { requestTimeout: 3000 },
      each: ({ partition, message }) => {
        const offset = Number(message.offset)
        if (offset > next[partition]) skipped.push(`${partition}: ${offset} instead of ${next[partition]}`)
        next[partition] = Math.max(next[partition], offset + 1)
        if (++count === total / 3) struck = strike()
      }
    })
    const crashes: unknown[] = []
    reader.consumer.on('consumer.crash', ({ payload }) => crashes.push(payload.error))
    const producer = new Kafka({ brokers: cluster.bootstrap, logLevel: logLevel.NOTHING, requestTimeout: 3000 }).producer()
    await producer.connect()
    for (let from = 0; from < total; from += 300) {
      await producer.send({
        topic,
        messages: Array.from({ length: 300 }, (_, i) => ({ partition: i % partitions, value: String(from + i) }))
      })
    }
    await producer.disconnect()
    const ends = (): Promise<string[]> => cluster.java.endOffsets(topic)
    await struck
    if (how === 'freeze') await cluster.node(victim).thaw()
    else await cluster.node(victim).start()
    // A broker that is only just thawed still believes that it leads and coordinates: a witness that asks it would hear of ends and
    // offsets as they were when it froze. These waits resolve when all three name the same leaders and coordinator.
    await cluster.waitForBrokers(nodes)
    for (let partition = 0; partition < partitions; partition++) await cluster.waitForIsr(topic, partition, nodes)
    await cluster.coordinator(groupId)
    const end = (await ends()).map(Number)
    await reader.until(() => next.every((offset, partition) => offset >= end[partition]))
    await reader.stop()
    expect(skipped).toEqual([])
    expect(crashes).toEqual([])
    const offsets = (await cluster.java.groupOffsets(groupId))[topic]
    expect(Object.values(offsets).map(({ offset }) => Number(offset))).toEqual(end)
  })
})
