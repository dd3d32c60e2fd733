import { errorCodes } from '../../../src/errors/error-table'
import { deferred } from '../../../src/utils/deferred'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { groupTimes, numbers, Reader, type ReaderOptions } from './reader'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ brokers: 2, topics: [{ topic: 'topic', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

const last = <T>(list: T[]): T => list[list.length - 1]
const wait = (ms: number): Promise<void> => new Promise(resolve => void lab.clock.schedule(ms, resolve))
const slow = (ms: number): ReaderOptions => ({ handle: () => wait(ms) })

/** All values that readers got of a partition, in the order in which each got them. */
const all = (readers: Reader[], partition: number): string[] => readers.flatMap(reader => reader.of(partition))

/** Each offset is committed at least once after all was read. */
async function committed(count: number): Promise<void> {
  for (const partition of [0, 1]) await lab.until(() => lab.committed('topic', partition) === count, `${count} committed of ${partition}`)
}

async function fill(count: number, from = 0): Promise<void> {
  for (const partition of [0, 1]) await lab.sendNumbers('topic', count, { partition, from })
}

describe('a member', () => {
  it('that the coordinator forgets during a handler joins once, and reads on at the committed offset (K1, F-EVICT)', async () => {
    await fill(5)
    const release = deferred()
    const reader = await Reader.start(lab, {
      handle: async ({ partition, message }, { values }) => {
        if (partition === 0 && message.offset === '2' && values.get(0)?.length === 3) await release.promise
      }
    })
    await reader.got(3)
    expect(lab.kafka.laboratory.evictMember('group', last(reader.memberIds))).toBe(true)
    await lab.until(() => reader.joins.length === 2)
    await lab.pass(3000)
    release.resolve()
    await committed(5)
    const committedBefore = lab.requests('OffsetCommit').length
    await lab.pass(groupTimes.sessionTimeout)
    expect(reader.joins).toHaveLength(2)
    expect(new Set(reader.memberIds).size).toBe(2)
    expect(new Set(reader.of(1))).toEqual(new Set(numbers(5)))
    expect(new Set(reader.of(0))).toEqual(new Set(numbers(5)))
    expect(lab.requests('OffsetCommit')).toHaveLength(committedBefore)
  })

  it('whose group went on to another generation joins again with its id (F-GEN)', async () => {
    await fill(5)
    const reader = await Reader.start(lab)
    await committed(5)
    lab.kafka.laboratory.bumpGeneration('group')
    await lab.until(() => reader.joins.length === 2)
    await fill(5, 5)
    await committed(10)
    for (const partition of [0, 1]) expect(reader.of(partition)).toEqual(numbers(10))
    expect(new Set(reader.memberIds).size).toBe(1)
  })

  it('that is told by its commit that its generation is over joins again (fgo 1.21.3)', async () => {
    await fill(5)
    const heartbeats = lab.kafka.laboratory.hold({ api: 'Heartbeat' })
    const reader = await Reader.start(lab)
    await committed(5)
    lab.kafka.laboratory.bumpGeneration('group')
    await fill(5, 5)
    await lab.until(() => reader.joins.length === 2)
    heartbeats.remove()
    await committed(10)
  })

  it('that hears of a rebalance by lost, late and doubled answers stays one member (T28)', async () => {
    await fill(20)
    const first = await Reader.start(lab, slow(20))
    lab.kafka.laboratory.lose({ api: 'JoinGroup', times: 1 })
    lab.kafka.laboratory.lose({ api: 'SyncGroup', times: 1 })
    lab.kafka.laboratory.lose({ api: 'Heartbeat', times: 2 }, 'reset')
    const second = await Reader.start(lab, slow(20))
    await lab.until(() => last(first.joins).length === 1 && last(second.joins).length === 1)
    await committed(20)
    for (const partition of [0, 1]) expect(new Set(all([first, second], partition))).toEqual(new Set(numbers(20)))
    // The member whose JoinGroup answer was lost joined with a new id; the coordinator gives the other up when its session is over.
    await lab.pass(groupTimes.sessionTimeout * 2)
    const { groups } = lab.kafka.cluster
    expect(groups.find('group')?.members.size).toBe(2)
  })

  it('alone, that is slow to join because another holds the round, is not put out (T31)', async () => {
    await fill(1)
    const release = deferred()
    const slowOne = await Reader.start(lab, { handle: () => release.promise, config: { rebalanceTimeout: 60_000 } })
    await slowOne.got(1)
    const quick = Reader.start(lab, { config: { rebalanceTimeout: 60_000 } })
    const settledQuick = lab.settled(quick)
    await lab.pass(0)
    void settledQuick.catch(() => {})
    await lab.pass(40_000)
    expect(lab.kafka.cluster.groups.find('group')?.members.size).toBe(2)
    release.resolve()
    const second = await settledQuick
    await lab.until(() => last(slowOne.joins).length === 1 && second.joins.length > 0)
    expect(new Set(slowOne.memberIds).size).toBe(1)
    await committed(1)
    expect(all([slowOne, second], 0).length + all([slowOne, second], 1).length).toBe(2)
  })
})

describe('a rebalance', () => {
  it('amid a fetch: the late answer is of no use, nothing is lost and nothing comes twice', async () => {
    await fill(5)
    const first = await Reader.start(lab)
    await committed(5)
    const held = lab.kafka.laboratory.hold({ api: 'Fetch' }, 'answer')
    await fill(5, 5)
    await lab.until(() => held.held > 0)
    const second = await Reader.start(lab)
    await lab.until(() => last(first.joins).length === 1)
    held.remove()
    await committed(10)
    for (const partition of [0, 1]) expect(all([first, second], partition)).toEqual(numbers(10))
  })

  it('amid a commit waits for it; a refusal costs no message (T25)', async () => {
    await fill(5)
    const held = lab.kafka.laboratory.hold({ api: 'OffsetCommit', times: 1 })
    const first = await Reader.start(lab)
    await lab.until(() => held.held === 1)
    const second = Reader.start(lab)
    await lab.pass(5000)
    held.release()
    const other = await lab.settled(second)
    await lab.until(() => last(first.joins).length === 1)
    await fill(5, 5)
    await committed(10)
    for (const partition of [0, 1]) expect(new Set(all([first, other], partition))).toEqual(new Set(numbers(10)))
  })

  it('twenty times under a stream of commits leaves every offset committed, and none goes back (T25)', async () => {
    const total = 200
    await fill(total)
    const stays = await Reader.start(lab, slow(10))
    const others: Reader[] = []
    for (let i = 0; i < 10; i++) {
      const other = await Reader.start(lab, slow(10))
      others.push(other)
      await lab.pass(100)
      await lab.settled(other.consumer.disconnect())
    }
    for (const partition of [0, 1]) await lab.until(() => new Set(all([stays, ...others], partition)).size === total)
    await committed(total)
    const highest = new Map<number, bigint>()
    for (const { body } of lab.requests('OffsetCommit')) {
      const { topics } = body as { topics: { partitions: { partitionIndex: number; committedOffset: bigint }[] }[] }
      for (const { partitionIndex, committedOffset } of topics.flatMap(({ partitions }) => partitions)) {
        expect(committedOffset).toBeGreaterThanOrEqual(highest.get(partitionIndex) ?? 0n)
        highest.set(partitionIndex, committedOffset)
      }
    }
    expect(stays.joins.length).toBeGreaterThan(10)
    for (const partition of [0, 1]) expect(all([stays, ...others], partition)).toHaveLength(total)
    expect(lab.errors()).toEqual([])
  })

  it('that takes a partition away and brings it back reads on where the other member stopped (T26)', async () => {
    await fill(10)
    const first = await Reader.start(lab)
    await committed(10)
    const second = await Reader.start(lab)
    await lab.until(() => last(first.joins).length === 1)
    await fill(10, 10)
    await committed(20)
    await lab.settled(second.consumer.disconnect())
    await lab.until(() => last(first.joins).length === 2)
    await fill(1, 20)
    await committed(21)
    for (const partition of [0, 1]) {
      expect(new Set(all([first, second], partition))).toEqual(new Set(numbers(21)))
      expect(all([first, second], partition)).toHaveLength(21)
    }
  })

  it('keeps a partition paused that comes back, and reads what came meanwhile when it is resumed (T34)', async () => {
    await fill(3)
    const first = await Reader.start(lab)
    await committed(3)
    first.consumer.pause([{ topic: 'topic', partitions: [0] }])
    const second = await Reader.start(lab)
    await lab.until(() => last(first.joins).length === 1)
    await lab.settled(second.consumer.disconnect())
    await lab.until(() => last(first.joins).length === 2)
    await fill(3, 3)
    await first.got(6, 1)
    const seen = all([first, second], 0).length
    await lab.pass(3000)
    expect(all([first, second], 0)).toHaveLength(seen)
    first.consumer.resume([{ topic: 'topic' }])
    await committed(6)
    expect(new Set(all([first, second], 0))).toEqual(new Set(numbers(6)))
  })

  it('whose answers say UNKNOWN_MEMBER_ID at every step ends in a join all the same', async () => {
    await fill(5)
    for (const api of ['JoinGroup', 'SyncGroup', 'OffsetCommit', 'Heartbeat'])
      lab.kafka.laboratory.fail({ api, times: 1 }, errorCodes.UNKNOWN_MEMBER_ID)
    const reader = await Reader.start(lab)
    await lab.pass(3000)
    await committed(5)
    for (const partition of [0, 1]) expect(new Set(reader.of(partition))).toEqual(new Set(numbers(5)))
    expect(reader.crashes).toEqual([])
  })
})
