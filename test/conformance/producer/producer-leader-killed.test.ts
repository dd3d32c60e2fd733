import { startCluster } from '../../cluster/start-cluster'
import type { TestCluster } from '../../cluster/test-cluster'
import { chosenCluster } from '../support/chosen-cluster'
import { newTopic, withProducer } from './support'

const { nodes } = chosenCluster()

// Another leader is needed when one dies.
const describeOnThree = nodes === 3 ? describe : describe.skip

describeOnThree('a leader that is killed while 100,000 records are being sent', () => {
  // A cluster of its own, because the shared one keeps its nodes.
  let cluster: TestCluster

  beforeAll(async () => {
    cluster = await startCluster(chosenCluster())
  })

  afterAll(async () => {
    await cluster.stop()
  })

  it.each(['kill', 'freeze'] as const)('costs nothing that was acknowledged, and no order (%s)', async how => {
    const topic = await newTopic(cluster, 3, { 'min.insync.replicas': '2' })
    const victim = await cluster.waitForLeader(topic, 0)
    const perCall = 100
    const callCount = 1000
    interface Sent {
      partition: number
      baseOffset: number
      first: string
    }
    const acknowledged: Sent[] = []
    const failures: unknown[] = []
    // A frozen broker says nothing: only the time-out of requests tells.
    const client = { requestTimeout: 5_000 }
    await withProducer(
      cluster,
      async producer => {
        let next = 0
        let struck: Promise<void> | undefined
        const work = async (): Promise<void> => {
          while (next < callCount) {
            const call = next++
            if (call === callCount * 0.3) struck = cluster.node(victim)[how]()
            const messages = Array.from({ length: perCall }, (_, i) => ({ partition: (call + i) % 3, value: `${call}/${i}` }))
            try {
              const results = await producer.send({ topic, messages })
              for (const { partition, baseOffset } of results) {
                const first = messages.find(message => message.partition === partition)?.value as string
                acknowledged.push({ partition, baseOffset: Number(baseOffset), first })
              }
            } catch (error) {
              failures.push(error)
            }
          }
        }
        await Promise.all(Array.from({ length: 20 }, work))
        await struck
      },
      { client }
    )
    if (how === 'kill') await cluster.node(victim).start()
    else await cluster.node(victim).thaw()
    for (const partition of [0, 1, 2]) await cluster.waitForIsr(topic, partition, 3)

    // With 120 s for each record and a new leader within seconds, nothing is given up.
    expect(failures).toEqual([])
    expect(acknowledged).toHaveLength(3 * callCount)
    const logs: string[][] = [[], [], []]
    for (const [partition, offset, value] of await cluster.java.consumeValues(topic, { deadlineMs: 60_000 })) {
      const log = logs[partition]
      if (log !== undefined && value !== null) log[Number(offset)] = value
    }
    for (const { partition, baseOffset, first } of acknowledged) expect(logs[partition]?.[baseOffset]).toBe(first)
    for (const [partition, log] of logs.entries()) {
      const expected: string[] = []
      for (let call = 0; call < callCount; call++) {
        for (let i = 0; i < perCall; i++) if ((call + i) % 3 === partition) expected.push(`${call}/${i}`)
      }
      // Without idempotence an attempt whose answer was lost leaves doubles; the first of each are complete and in order.
      expect([...new Set(log)]).toEqual(expected)
    }
  })
})
