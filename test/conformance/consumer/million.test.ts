import { Kafka } from '../../../src/kafka'
import { logLevel } from '../../../src/types/enums'
import type { TestCluster } from '../../cluster/test-cluster'
import { waitUntil } from '../../cluster/wait-until'
import { chosenCluster } from '../support/chosen-cluster'
import { conformanceCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'
import { newTopic, Reader } from './support'

const describeOnThree = chosenCluster().nodes === 3 ? describe : describe.skip

const total = 1_000_000
const partitions = 12
const perCall = 2000

describeOnThree('a million records through three brokers', () => {
  let cluster: TestCluster

  beforeAll(async () => {
    cluster = await conformanceCluster()
  })

  it('all arrive, in order, while members join and leave', async () => {
    const topic = await newTopic(cluster, partitions)
    const groupId = uniqueName('million')
    /** Highest number seen by partition, and doubles: a number at or below it. */
    const highest = new Array<number>(partitions).fill(-1)
    const seen = new Uint8Array(total)
    const outOfOrder: string[] = []
    let distinct = 0
    const join = (): Promise<Reader> =>
      Reader.start(cluster, [topic], {
        forgets: true,
        config: { groupId, sessionTimeout: 10_000, heartbeatInterval: 300, rebalanceTimeout: 20_000 },
        each: ({ partition, message }) => {
          const number = Number(message.value)
          // What was read before is read again after a rebalance at most; then on from there, nothing left out.
          if (seen[number] === 0) {
            if (number < highest[partition]) outOfOrder.push(`${number} after ${highest[partition]} in ${partition}`)
            highest[partition] = number
            distinct++
          }
          seen[number]++
        }
      })
    const readers = [await join()]
    const producer = new Kafka({ brokers: cluster.bootstrap, logLevel: logLevel.NOTHING }).producer()
    await producer.connect()
    const send = async (): Promise<void> => {
      for (let from = 0; from < total; from += perCall) {
        const messages = Array.from({ length: perCall }, (_, i) => ({ partition: (from + i) % partitions, value: String(from + i) }))
        await producer.send({ topic, messages })
      }
    }
    const sending = send()
    // Members come and go at points of the way, not of time.
    const at = (share: number): Promise<unknown> => waitUntil(`${share} of the records`, async () => distinct >= share * total, 120_000)
    await at(0.1)
    readers.push(await join())
    await at(0.3)
    readers.push(await join())
    await at(0.5)
    await (readers.shift() as Reader).stop()
    await at(0.7)
    readers.push(await join())
    await at(0.9)
    await (readers.shift() as Reader).stop()
    await sending
    await producer.disconnect()
    await at(1)
    await Promise.all(readers.map(reader => reader.stop()))
    expect(outOfOrder).toEqual([])
    expect(distinct).toBe(total)
    const committed = (await cluster.java.groupOffsets(groupId))[topic] ?? {}
    expect(Object.values(committed).map(({ offset }) => offset)).toEqual(await cluster.java.endOffsets(topic))
  }, 300_000)
})
