import { errorCodes } from '../../../src/errors/error-table'
import { deferred } from '../../../src/utils/deferred'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { groupTimes, numbers, Reader, type ReaderOptions } from './reader'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ brokers: 2, topics: [{ topic: 'topic', numPartitions: 2 }] })
  for (const partition of [0, 1]) await lab.sendNumbers('topic', 3, { partition })
})

afterEach(() => lab.stop())

/** Longest time that disconnect() may take, ms: a last commit and a good-bye, each in bounded time. */
const boundMs = 11_000
const members = (): number => lab.kafka.cluster.groups.find('group')?.members.size ?? 0

/** Disconnects, and looks at what is left: no connection, no timer, no member where the coordinator could be told. */
async function ends(disconnect: () => Promise<void>, isTold = true): Promise<void> {
  const since = lab.clock.now()
  await lab.settled(disconnect())
  expect(lab.clock.now() - since).toBeLessThan(boundMs)
  if (isTold) expect(members()).toBe(0)
}

describe('disconnect() (K10)', () => {
  it.each(['FindCoordinator', 'JoinGroup', 'SyncGroup', 'OffsetFetch', 'ListOffsets', 'Fetch', 'OffsetCommit', 'Heartbeat', 'Metadata'])(
    'while %s waits for its answer comes to an end',
    async api => {
      const held = lab.kafka.laboratory.hold({ api, skip: api === 'Metadata' ? 2 : 0 })
      const consumer = lab.consumer({ ...groupTimes, metadataMaxAge: 1000 })
      await lab.settled(consumer.connect())
      await lab.settled(consumer.subscribe({ topics: ['topic'], fromBeginning: true }))
      const running = consumer.run({ eachMessage: async () => {} })
      await lab.until(() => held.held > 0)
      await ends(() => consumer.disconnect(), false)
      await lab.settled(running)
      held.remove()
    }
  )

  it('while the group rebalances leaves it, and the other member goes on', async () => {
    const first = await Reader.start(lab)
    const held = lab.kafka.laboratory.hold({ api: 'SyncGroup' })
    const second = Reader.start(lab)
    const settled = lab.settled(second)
    settled.catch(() => {})
    await lab.until(() => held.held > 0)
    const ended = first.consumer.disconnect()
    held.remove()
    await lab.settled(ended)
    const other = await settled
    await lab.until(() => other.joins[other.joins.length - 1].length === 2)
    await lab.until(() => [0, 1].every(partition => lab.committed('topic', partition) === 3))
    expect(members()).toBe(1)
  })

  it('while all brokers are dead does not wait for them', async () => {
    const reader = await Reader.start(lab)
    await reader.got(3)
    for (const nodeId of [1, 2]) await lab.kafka.kill(nodeId)
    await lab.pass(2000)
    await ends(() => reader.consumer.disconnect(), false)
  })

  it('while all brokers stand still does not wait for them', async () => {
    const reader = await Reader.start(lab)
    await reader.got(3)
    for (const nodeId of [1, 2]) lab.kafka.freeze(nodeId)
    await lab.pass(500)
    await ends(() => reader.consumer.disconnect(), false)
    for (const nodeId of [1, 2]) lab.kafka.thaw(nodeId)
  })

  it('while a partition has no leader, a topic is gone and offsets are unknown comes to an end at once', async () => {
    lab.kafka.laboratory.partition('topic', 0).moveLeader(-1)
    lab.kafka.laboratory.metadata.omitPartition('topic', 1)
    lab.kafka.laboratory.fail({ api: 'OffsetFetch' }, errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    const reader = await Reader.start(lab)
    await lab.pass(5000)
    await ends(() => reader.consumer.disconnect())
  })

  it('while the coordinator is on the move commits and leaves at the new one', async () => {
    const reader = await Reader.start(lab)
    await lab.until(() => [0, 1].every(partition => lab.committed('topic', partition) === 3))
    await lab.sendNumbers('topic', 1, { from: 3 })
    await reader.got(4)
    const { coordinators } = lab.kafka.cluster
    lab.kafka.laboratory.moveCoordinator('group', 'group', 3 - coordinators.coordinatorOf('group', 'group'), 200)
    await ends(() => reader.consumer.disconnect(), false)
    expect(lab.committed('topic')).toBe(4)
  })

  it('of many consumers at once, busy and idle, leaves an empty group', async () => {
    const release = deferred()
    const readers: Reader[] = []
    // The group waits no longer than that for the one that is busy.
    const config = { rebalanceTimeout: 2000 }
    const options = (i: number): ReaderOptions => ({ config, handle: () => (i === 0 ? release.promise : Promise.resolve()) })
    for (let i = 0; i < 4; i++) readers.push(await Reader.start(lab, options(i)))
    await lab.pass(500)
    const ended = Promise.all(readers.map(({ consumer }) => consumer.disconnect()))
    await lab.pass(100)
    release.resolve()
    await ends(async () => void (await ended))
  })
})

describe('an error that only other settings or permissions help against', () => {
  it.each([
    ['JoinGroup', errorCodes.GROUP_AUTHORIZATION_FAILED],
    ['FindCoordinator', errorCodes.GROUP_AUTHORIZATION_FAILED],
    ['JoinGroup', errorCodes.INCONSISTENT_GROUP_PROTOCOL],
    ['JoinGroup', errorCodes.INVALID_SESSION_TIMEOUT],
    ['OffsetFetch', errorCodes.GROUP_AUTHORIZATION_FAILED],
    ['Fetch', errorCodes.TOPIC_AUTHORIZATION_FAILED]
  ])('at %s (code %i) ends the consumer, which says so and does not start again (K13)', async (api, code) => {
    lab.kafka.laboratory.fail({ api }, code)
    const consumer = lab.consumer(groupTimes)
    const crashes: { error: Error; restart: boolean }[] = []
    consumer.on('consumer.crash', ({ payload }) => crashes.push(payload))
    await lab.settled(consumer.connect())
    await lab.settled(consumer.subscribe({ topics: ['topic'], fromBeginning: true }))
    const running = consumer.run({ eachMessage: async () => {} }).catch((error: unknown) => error)
    await lab.until(() => crashes.length > 0)
    await lab.settled(running)
    await lab.pass(10_000)
    expect(crashes).toHaveLength(1)
    expect(crashes[0]).toMatchObject({ restart: false, error: { code } })
  })
})

describe('run() again', () => {
  it('after stop() reads on where the group is, with another handler', async () => {
    const reader = await Reader.start(lab)
    await lab.until(() => [0, 1].every(partition => lab.committed('topic', partition) === 3))
    await lab.settled(reader.consumer.stop())
    await lab.sendNumbers('topic', 2, { from: 3 })
    const values: string[] = []
    await lab.settled(reader.consumer.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) }))
    await lab.until(() => lab.committed('topic') === 5)
    expect(values).toEqual(['3', '4'])
    expect(reader.of()).toEqual(numbers(3))
  })
})
