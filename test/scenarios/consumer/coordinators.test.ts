import { errorCodes } from '../../../src/errors/error-table'
import { deferred } from '../../../src/utils/deferred'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { groupTimes, numbers, Reader } from './reader'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ brokers: 3, topics: [{ topic: 'topic', replicaAssignment: [[1, 2, 3]] }] })
  await lab.sendNumbers('topic', 5)
})

afterEach(() => lab.stop())

const coordinator = (): number => lab.kafka.cluster.coordinators.coordinatorOf('group', 'group')
const other = (): number => (coordinator() % 3) + 1
const memberIds = (api: string): Set<string> => new Set(lab.requests(api).map(({ body }) => (body as { memberId: string }).memberId))

/** Five messages more come, in order, none twice, and are committed, in the same generation. */
async function goesOn(reader: Reader, from = 5): Promise<void> {
  await lab.sendNumbers('topic', 5, { from })
  await reader.got(from + 5)
  await lab.until(() => lab.committed('topic') === from + 5)
  expect(reader.of()).toEqual(numbers(from + 5))
  expect([reader.crashes, reader.joins.length, lab.errors()]).toEqual([[], 1, []])
}

describe('a coordinator', () => {
  it('that moves and loads for two seconds keeps the member and its generation (T28, T32)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    lab.kafka.laboratory.moveCoordinator('group', 'group', other(), 2000)
    await lab.pass(3000)
    await goesOn(reader)
    expect(memberIds('Heartbeat').size).toBe(1)
    await lab.pass(groupTimes.sessionTimeout * 2)
    await goesOn(reader, 10)
  })

  it('that moves time and again does too', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    for (let i = 0; i < 20; i++) {
      lab.kafka.laboratory.moveCoordinator('group', 'group', other(), i % 2 === 0 ? 300 : 0)
      await lab.pass(700)
    }
    await goesOn(reader)
  })

  it('that moves while a member joins is found again, with the member id that was given', async () => {
    const held = lab.kafka.laboratory.hold({ api: 'JoinGroup', skip: 1, times: 1 })
    const started = Reader.start(lab)
    await lab.until(() => held.held === 1)
    lab.kafka.laboratory.moveCoordinator('group', 'group', other(), 1000)
    held.release()
    const reader = await lab.settled(started)
    await goesOn(reader)
    const ids = lab.requests('JoinGroup').map(({ body }) => (body as { memberId: string }).memberId)
    expect(new Set(ids.slice(1)).size).toBe(1)
  })

  it('that moves between JoinGroup and SyncGroup costs one more join', async () => {
    const held = lab.kafka.laboratory.hold({ api: 'SyncGroup', times: 1 })
    const started = Reader.start(lab)
    await lab.until(() => held.held === 1)
    lab.kafka.laboratory.moveCoordinator('group', 'group', other())
    held.release()
    const reader = await lab.settled(started)
    await reader.got(5)
    expect(reader.of()).toEqual(numbers(5))
    expect(lab.requests('JoinGroup').length).toBeLessThanOrEqual(4)
  })

  it('that dies under an idle group is replaced within the session (T32, P14)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    await lab.until(() => lab.committed('topic') === 5)
    await lab.kafka.kill(coordinator())
    await lab.pass(groupTimes.sessionTimeout * 2)
    await goesOn(reader)
    expect(memberIds('Heartbeat').size).toBe(1)
  })

  it('that dies unnoticed for less than a session costs nothing', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    await lab.until(() => lab.committed('topic') === 5)
    const nodeId = coordinator()
    await lab.kafka.kill(nodeId, { unnoticed: true })
    await lab.pass(groupTimes.sessionTimeout / 2)
    await lab.kafka.kill(nodeId)
    await lab.pass(groupTimes.sessionTimeout * 2)
    await goesOn(reader)
  })

  it('that stands still is left for the one that takes over', async () => {
    const reader = await Reader.start(lab, { client: { requestTimeout: 3000 } })
    await reader.got(5)
    await lab.until(() => lab.committed('topic') === 5)
    lab.kafka.freeze(coordinator())
    await lab.pass(groupTimes.sessionTimeout * 2)
    expect(reader.crashes).toEqual([])
    await lab.sendNumbers('topic', 5, { from: 5 })
    await reader.got(10)
    expect(reader.of()).toEqual(numbers(10))
  })

  it('that is away for longer than a session: nothing of the lost generation is committed, all is read on afterwards (T31)', async () => {
    const release = deferred()
    const reader = await Reader.start(lab, {
      handle: async ({ message }, { values }) => {
        if (message.offset === '4' && values.get(0)?.length === 5) await release.promise
      }
    })
    await reader.got(5)
    const answered = (): number => lab.requests('OffsetCommit').filter(({ answeredAt }) => answeredAt !== undefined).length
    const before = answered()
    const apis = ['Heartbeat', 'JoinGroup', 'OffsetCommit', 'SyncGroup', 'FindCoordinator', 'OffsetFetch']
    const away = lab.kafka.laboratory.silence({ api: apis })
    await lab.pass(groupTimes.sessionTimeout + 3000)
    release.resolve()
    await lab.pass(1000)
    expect(answered()).toBe(before)
    const committed = Math.max(0, lab.committed('topic'))
    expect(committed).toBeLessThan(5)
    away.remove()
    lab.kafka.laboratory.dropConnections()
    await lab.until(() => lab.committed('topic') === 5)
    expect(reader.of()).toEqual([...numbers(5), ...numbers(5 - committed, committed)])
  })

  it.each([
    ['COORDINATOR_NOT_AVAILABLE', errorCodes.COORDINATOR_NOT_AVAILABLE],
    ['COORDINATOR_LOAD_IN_PROGRESS', errorCodes.COORDINATOR_LOAD_IN_PROGRESS],
    ['UNKNOWN_SERVER_ERROR', errorCodes.UNKNOWN_SERVER_ERROR]
  ])('that cannot be found for a while (%s) is asked for with patience (K14)', async (_, code) => {
    const fault = lab.kafka.laboratory.fail({ api: 'FindCoordinator', times: 20 }, code)
    const reader = await Reader.start(lab)
    await goesOn(reader)
    expect(fault.fired).toBe(20)
    expect(lab.clock.now()).toBeGreaterThan(1000)
  })

  it.each([
    ['JoinGroup', errorCodes.COORDINATOR_LOAD_IN_PROGRESS],
    ['JoinGroup', errorCodes.NOT_COORDINATOR],
    ['SyncGroup', errorCodes.NOT_COORDINATOR],
    ['OffsetFetch', errorCodes.NOT_COORDINATOR],
    ['OffsetCommit', errorCodes.NOT_COORDINATOR],
    ['OffsetCommit', errorCodes.COORDINATOR_LOAD_IN_PROGRESS],
    ['OffsetCommit', errorCodes.UNKNOWN_SERVER_ERROR],
    ['Heartbeat', errorCodes.COORDINATOR_NOT_AVAILABLE],
    ['Heartbeat', errorCodes.COORDINATOR_LOAD_IN_PROGRESS],
    ['Heartbeat', errorCodes.UNKNOWN_SERVER_ERROR]
  ])('that answers %s with error %i three times is asked again (T32)', async (api, code) => {
    const fault = lab.kafka.laboratory.fail({ api, times: 3 }, code)
    const reader = await Reader.start(lab)
    await reader.got(5)
    await lab.until(() => fault.fired === 3)
    await lab.pass(2000)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await reader.got(10)
    await lab.until(() => lab.committed('topic') === 10)
    expect(reader.of()).toEqual(numbers(10))
    expect([reader.crashes, new Set(reader.memberIds).size]).toEqual([[], 1])
  })
})

describe('a lost answer', () => {
  it.each(['FindCoordinator', 'JoinGroup', 'SyncGroup', 'OffsetFetch', 'ListOffsets', 'Metadata', 'ApiVersions'])(
    'to %s is made up for, while the group is joined',
    async api => {
      const fault = lab.kafka.laboratory.lose({ api, times: 2 })
      const reader = await Reader.start(lab)
      await lab.sendNumbers('topic', 5, { from: 5 })
      await reader.got(10)
      await lab.until(() => lab.committed('topic') === 10)
      expect(reader.of()).toEqual(numbers(10))
      expect(reader.crashes).toEqual([])
      expect(fault.fired).toBe(2)
    }
  )

  it.each([
    ['Heartbeat', 'close'],
    ['Heartbeat', 'reset'],
    ['OffsetCommit', 'close'],
    ['Fetch', 'close'],
    ['Fetch', 'reset'],
    ['Metadata', 'reset']
  ] as const)('to %s (%s) is no rebalance, and nothing is read twice', async (api, how) => {
    const reader = await Reader.start(lab, { config: { metadataMaxAge: 2000 } })
    await reader.got(5)
    const fault = lab.kafka.laboratory.lose({ api, times: 3 }, how)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await lab.until(() => fault.fired > 0)
    await lab.pass(5000)
    await goesOn(reader, 10)
    expect(fault.fired).toBeGreaterThan(api === 'OffsetCommit' ? 0 : 2)
  })

  it('to LeaveGroup does not keep disconnect() waiting for long (K10)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    lab.kafka.laboratory.lose({ api: 'LeaveGroup' })
    const since = lab.clock.now()
    await lab.settled(reader.consumer.disconnect())
    expect(lab.clock.now() - since).toBeLessThan(6000)
  })

  it('that comes late, of a heartbeat, is no harm', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    const fault = lab.kafka.laboratory.delay({ api: 'Heartbeat', times: 3 }, { answerAfterMs: 4000 })
    await lab.pass(20_000)
    expect(fault.fired).toBe(3)
    await goesOn(reader)
  })

  it('that comes later than the request may take, of a commit, does not take the commit back', async () => {
    const reader = await Reader.start(lab, { client: { requestTimeout: 2000 } })
    await reader.got(5)
    const fault = lab.kafka.laboratory.delay({ api: 'OffsetCommit', times: 2 }, { answerAfterMs: 5000 })
    await lab.sendNumbers('topic', 5, { from: 5 })
    await lab.until(() => fault.fired > 0)
    await lab.pass(10_000)
    await goesOn(reader, 10)
  })
})
