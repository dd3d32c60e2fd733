import { AssignerProtocol } from '../../src/consumer/assignors/assigner-protocol'
import type { InstrumentationEvent } from '../../src/types/events'
import { ConsumerLab, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 1 }] })
})

afterEach(() => lab.stop())

function listen(consumer: ReturnType<ConsumerLab['consumer']>): Map<string, unknown[]> {
  const payloads = new Map<string, unknown[]>()
  for (const name of Object.values(consumer.events)) {
    consumer.on(name, ({ type, payload }: InstrumentationEvent<unknown>) => {
      payloads.set(type, [...(payloads.get(type) ?? []), payload])
    })
  }
  return payloads
}

it.each(['eachMessage', 'eachBatch'] as const)('have the payloads of KafkaJS (%s)', async kind => {
  await lab.sendNumbers('topic', 10)
  const consumer = lab.consumer({ heartbeatInterval: 500 })
  const events = listen(consumer)
  await running(lab, consumer, { [kind]: async () => {} })
  await lab.until(() => lab.committed('topic') === 10 && events.has('consumer.heartbeat'))
  await lab.settled(consumer.disconnect())

  const [joined] = events.get('consumer.group_join') as { memberId: string; memberAssignment: object; duration: number }[]
  const { memberId } = joined
  expect({ ...joined, memberAssignment: { ...joined.memberAssignment } }).toEqual({
    groupId: 'group',
    memberId,
    leaderId: memberId,
    isLeader: true,
    memberAssignment: { topic: [0] },
    groupProtocol: 'RoundRobinAssigner',
    duration: expect.any(Number)
  })
  expect(events.get('consumer.heartbeat')?.[0]).toEqual({ groupId: 'group', memberId, groupGenerationId: 1 })
  expect(events.get('consumer.commit_offsets')).toEqual([
    { groupId: 'group', memberId, groupGenerationId: 1, topics: [{ topic: 'topic', partitions: [{ partition: 0, offset: '10' }] }] }
  ])
  expect(events.get('consumer.fetch_start')?.[0]).toEqual({ nodeId: 1 })
  expect(events.get('consumer.fetch')?.[0]).toEqual({ nodeId: 1, numberOfBatches: 1, duration: expect.any(Number) })
  const batch = {
    topic: 'topic',
    partition: 0,
    highWatermark: '10',
    offsetLag: '0',
    offsetLagLow: '9',
    batchSize: 10,
    firstOffset: '0',
    lastOffset: '9'
  }
  expect(events.get('consumer.start_batch_process')).toEqual([batch])
  expect(events.get('consumer.end_batch_process')).toEqual([{ ...batch, duration: expect.any(Number) }])
  expect(events.get('consumer.stop')).toHaveLength(1)
  expect(events.get('consumer.disconnect')).toHaveLength(1)
  // KafkaJS says so again when a consumer runs.
  expect(events.get('consumer.connect')).toHaveLength(2)
  expect(events.get('consumer.network.request')?.length).toBeGreaterThan(5)
  expect(events.has('consumer.crash')).toBe(false)
})

it('tell of a rebalance, once', async () => {
  const consumer = lab.consumer({ heartbeatInterval: 100 })
  const events = listen(consumer)
  await running(lab, consumer, { eachMessage: async () => {} })
  const other = lab.consumer({ heartbeatInterval: 100 })
  await running(lab, other, { eachMessage: async () => {} })
  await lab.until(() => events.get('consumer.group_join')?.length === 2)
  const [{ memberId }] = events.get('consumer.group_join') as { memberId: string }[]
  expect(events.get('consumer.rebalancing')).toEqual([{ groupId: 'group', memberId }])
})

it('tell of topics in an assignment that nobody here asked for, and none of their messages come', async () => {
  lab.kafka.createTopic({ topic: 'other' })
  const consumer = lab.consumer({
    partitionAssigners: [
      () => ({
        name: 'odd',
        version: 0,
        protocol: () => ({ name: 'odd', metadata: Buffer.alloc(10) }),
        assign: async ({ members, topics }) => {
          expect(topics).toEqual(['topic'])
          const bytes = AssignerProtocol.MemberAssignment.encode({ version: 0, assignment: { other: [0] } })
          return members.map(({ memberId }) => ({ memberId, memberAssignment: bytes }))
        }
      })
    ]
  })
  const events = listen(consumer)
  await lab.sendNumbers('other', 3)
  const seen: unknown[] = []
  await running(lab, consumer, { eachMessage: async payload => void seen.push(payload) })
  await lab.pass(2000)
  expect(events.get('consumer.received_unsubscribed_topics')).toEqual([
    expect.objectContaining({ groupId: 'group', topicsSubscribed: ['topic'], topicsNotSubscribed: ['other'] })
  ])
  expect(seen).toEqual([])
})

it('refuse names that do not exist', () => {
  expect(() => lab.consumer().on('consumer.nothing' as never, () => {})).toThrow(/Event name should be one of consumer\.events\.HEARTBEAT/)
})
