import { Kafka, logLevel, type Consumer, type ConsumerGroupJoinEvent } from 'kafkajs'
import { EmbeddedKafka } from '../../../src/testing'

let broker: EmbeddedKafka
let client: Kafka

beforeEach(async () => {
  broker = await EmbeddedKafka.start({ brokers: 3, topics: [{ topic: 'orders', numPartitions: 6 }] })
  client = new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING, retry: { initialRetryTime: 20 } })
})

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

interface Joined {
  consumer: Consumer
  /** Partitions of each assignment that the consumer got, the last one last. */
  assignments: number[][]
  values: string[]
  nextAssignment(isWanted: (partitions: number[]) => boolean): Promise<void>
  received(count: number): Promise<void>
}

/** A running consumer of the group. */
async function join(groupId: string): Promise<Joined> {
  const consumer = client.consumer({ groupId, heartbeatInterval: 50, maxWaitTimeInMs: 50, rebalanceTimeout: 5000 })
  const joined: Joined = {
    consumer,
    assignments: [],
    values: [],
    nextAssignment: isWanted => until(() => isWanted(joined.assignments[joined.assignments.length - 1] ?? [])),
    received: count => until(() => joined.values.length >= count)
  }
  const waiting = new Set<() => void>()
  const until = (isDone: () => boolean): Promise<void> =>
    new Promise(resolve => {
      const check = (): void => {
        if (!isDone()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  const changed = (): void => {
    for (const check of [...waiting]) check()
  }
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }: ConsumerGroupJoinEvent) => {
    joined.assignments.push(payload.memberAssignment['orders'] ?? [])
    changed()
  })
  await consumer.connect()
  await consumer.subscribe({ topic: 'orders', fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => {
      joined.values.push(String(message.value))
      changed()
    }
  })
  return joined
}

describe('KafkaJS consumers in a group', () => {
  it('share the partitions, read everything once, commit, and take over from one that leaves', async () => {
    const members = [await join('readers')]
    await members[0].nextAssignment(partitions => partitions.length === 6)
    members.push(await join('readers'), await join('readers'))
    await Promise.all(members.map(member => member.nextAssignment(partitions => partitions.length === 2)))

    const producer = client.producer()
    await producer.connect()
    const messages = Array.from({ length: 60 }, (_, i) => ({ partition: i % 6, value: String(i) }))
    await producer.send({ topic: 'orders', messages })
    await Promise.all(members.map(member => member.received(20)))
    expect(members.flatMap(({ values }) => values).sort()).toEqual(messages.map(({ value }) => value).sort())

    await members[2].consumer.disconnect()
    await Promise.all(members.slice(0, 2).map(member => member.nextAssignment(partitions => partitions.length === 3)))
    await Promise.all(members.slice(0, 2).map(({ consumer }) => consumer.disconnect()))

    const admin = client.admin()
    await admin.connect()
    const [{ partitions }] = await admin.fetchOffsets({ groupId: 'readers', topics: ['orders'] })
    expect(partitions.map(({ offset }) => offset)).toEqual(Array(6).fill('10'))
    expect(await admin.describeGroups(['readers'])).toMatchObject({ groups: [{ state: 'Empty', protocolType: 'consumer' }] })
    expect(await admin.listGroups()).toEqual({ groups: [{ groupId: 'readers', protocolType: 'consumer' }] })
    await admin.deleteGroups(['readers'])
    expect(await admin.listGroups()).toEqual({ groups: [] })
    await Promise.all([producer.disconnect(), admin.disconnect()])
  })
})
