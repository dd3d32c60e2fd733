import type { Consumer, EachMessagePayload } from '../../src/types/consumer'
import { deferred } from '../../src/utils/deferred'
import { ConsumerLab, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

const times = { sessionTimeout: 10_000, heartbeatInterval: 1000, rebalanceTimeout: 30_000, metadataMaxAge: 20_000 }

interface Member {
  consumer: Consumer
  /** Partitions of each assignment. */
  joins: number[][]
  /** partition/offset, in the order of the calls. */
  seen: string[]
}

type Handler = (payload: EachMessagePayload, member: Member) => Promise<void>

async function join(handler: Handler = async () => {}, options: { autoCommit?: boolean; topics?: string[] } = {}): Promise<Member> {
  const { autoCommit = true, topics = ['topic'] } = options
  const member: Member = { consumer: lab.consumer(times), joins: [], seen: [] }
  member.consumer.on('consumer.group_join', ({ payload }) => member.joins.push(Object.values(payload.memberAssignment).flat()))
  const eachMessage = async (payload: EachMessagePayload): Promise<void> => {
    member.seen.push(`${payload.partition}/${payload.message.offset}`)
    await handler(payload, member)
  }
  await running(lab, member.consumer, { eachMessage, autoCommit }, topics)
  return member
}

const last = <T>(list: T[]): T => list[list.length - 1]
const joinRequests = (): { memberId: string }[] => lab.requests('JoinGroup').map(({ body }) => body as { memberId: string })

/** The coordinator forgets a member: its next heartbeat is told so, as after a pause that was too long. */
function evict(): void {
  lab.kafka.laboratory.add({ api: 'Heartbeat', times: 1 }, () => ({ instead: () => ({ errorCode: 25 }) }))
}

describe('heartbeats', () => {
  it('go on while a handler takes three times the session timeout: no eviction, one delivery (K1)', async () => {
    await lab.sendNumbers('topic', 1)
    const release = deferred()
    const member = await join(() => release.promise)
    await lab.until(() => member.seen.length === 1)
    await lab.pass(3 * times.sessionTimeout)
    release.resolve()
    await lab.until(() => lab.committed('topic') === 1)
    expect(member.seen).toEqual(['0/0'])
    expect(member.joins).toHaveLength(1)
    expect(lab.requests('Heartbeat').length).toBeGreaterThanOrEqual(25)
    expect(lab.errors()).toEqual([])
  })

  it('that nobody answers end the session in time; what comes from then on is not committed (C18)', async () => {
    await lab.sendNumbers('topic', 1)
    const release = deferred()
    const member = await join(() => release.promise)
    await lab.until(() => member.seen.length === 1)
    const fault = lab.kafka.laboratory.add({ api: ['Heartbeat', 'JoinGroup'] }, () => ({ deliver: 'nothing' }))
    await lab.pass(times.sessionTimeout + 2000)
    release.resolve()
    await lab.pass(2000)
    expect(lab.committed('topic')).toBe(-1)
    fault.remove()
    await lab.until(() => member.seen.length === 2)
    expect(member.seen).toEqual(['0/0', '0/0'])
    await lab.until(() => lab.committed('topic') === 1)
  })

  it('find a coordinator that has moved, and keep the member id (T28)', async () => {
    const member = await join()
    const fault = lab.kafka.laboratory.add({ api: 'Heartbeat', times: 2 }, () => ({ instead: () => ({ errorCode: 16 }) }))
    await lab.until(() => fault.fired === 2)
    const before = lab.requests('Heartbeat').length
    await lab.until(() => lab.requests('Heartbeat').length > before + 2)
    expect(member.joins).toHaveLength(1)
    expect(lab.requests('FindCoordinator').length).toBeGreaterThan(1)
    const ids = new Set(lab.requests('Heartbeat').map(({ body }) => (body as { memberId: string }).memberId))
    expect(ids.size).toBe(1)
  })
})

describe('a member that was put out of its group', () => {
  it('joins again at once and anew, commits nothing of the lost generation, and goes on at the committed offset (K1)', async () => {
    await lab.sendNumbers('topic', 3)
    const release = deferred()
    const member = await join(async ({ message }, { seen }) => {
      if (message.offset === '1' && seen.length === 2) await release.promise
    })
    await lab.until(() => member.seen.length === 2)
    const commits = lab.requests('OffsetCommit').length
    evict()
    await lab.until(() => member.joins.length === 2)
    expect(lab.requests('OffsetCommit')).toHaveLength(commits)
    release.resolve()
    await lab.until(() => lab.committed('topic') === 3)
    // Nothing was committed, so everything comes again, after the handler that ran on had come to its end.
    expect(member.seen).toEqual(['0/0', '0/1', '0/0', '0/1', '0/2'])
    expect(joinRequests().filter(({ memberId }) => memberId === '')).toHaveLength(2)
  })

  it('does not commit what a handler of the lost generation finishes late', async () => {
    await lab.sendNumbers('topic', 1)
    const release = deferred()
    const member = await join(async (_, { seen }) => {
      if (seen.length === 1) await release.promise
      else await new Promise(() => {})
    })
    await lab.until(() => member.seen.length === 1)
    evict()
    await lab.until(() => member.joins.length === 2)
    release.resolve()
    await lab.until(() => member.seen.length === 2)
    await lab.pass(5000)
    expect(lab.committed('topic')).toBe(-1)
  })

  it('is told by the answer to a commit as well (fgo 1.21.3)', async () => {
    await lab.sendNumbers('topic', 1)
    lab.kafka.laboratory.add({ api: 'OffsetCommit', times: 1 }, ({ body }) => ({
      instead: () => ({
        topics: (body as { topics: { name: string; partitions: { partitionIndex: number }[] }[] }).topics.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode: 22 }))
        }))
      })
    }))
    const member = await join()
    await lab.until(() => member.joins.length === 2 && member.seen.length === 2)
    expect(member.seen).toEqual(['0/0', '0/0'])
  })
})

describe('a rebalance', () => {
  it('ends after the current message, commits, and gives nobody a message twice (K2)', async () => {
    await lab.sendNumbers('topic', 300, { partition: 0 })
    await lab.sendNumbers('topic', 300, { partition: 1 })
    const handler: Handler = () => new Promise(resolve => void lab.clock.schedule(50, resolve))
    const first = await join(handler)
    await lab.until(() => first.seen.length === 20)
    const second = await join(handler)
    await lab.until(() => first.seen.length + second.seen.length === 600)
    await lab.pass(1000)
    expect(new Set([...first.seen, ...second.seen]).size).toBe(600)
    expect(first.joins.map(partitions => partitions.length)).toEqual([2, 1])
    expect(last(second.joins)).toHaveLength(1)
    expect(lab.errors()).toEqual([])
    for (const partition of [0, 1]) expect(lab.committed('topic', partition)).toBe(300)
  })

  it('does not wait for a handler that takes longer than the group does, and never commits for it (K4)', async () => {
    await lab.sendNumbers('topic', 2, { partition: 0 })
    const release = deferred()
    const first = await join(async ({ message }) => {
      if (message.offset === '1') await release.promise
    })
    await lab.until(() => first.seen.length === 2)
    const second = await join()
    await lab.until(() => first.joins.length === 2)
    // Whoever has the partition now begins after what was done before the rebalance.
    if (last(second.joins)[0] === 0) {
      await lab.until(() => lab.committed('topic') === 2)
      expect(second.seen).toEqual(['0/1'])
      const commits = lab.requests('OffsetCommit').length
      release.resolve()
      await lab.pass(5000)
      expect(lab.requests('OffsetCommit')).toHaveLength(commits)
    } else {
      release.resolve()
      await lab.until(() => first.seen.length === 3)
      expect(last(first.seen)).toBe('0/1')
      await lab.until(() => lab.committed('topic') === 2)
    }
  })

  it('refuses commits of partitions that went to another member (K4)', async () => {
    await lab.sendNumbers('topic', 1, { partition: 0 })
    await lab.sendNumbers('topic', 1, { partition: 1 })
    const first = await join(undefined, { autoCommit: false })
    await lab.until(() => first.seen.length === 2)
    const second = await join(undefined, { autoCommit: false })
    await lab.until(() => last(first.joins).length === 1 && second.joins.length > 0)
    const [kept] = last(first.joins)
    await lab.settled(first.consumer.commitOffsets([{ topic: 'topic', partition: kept, offset: '1' }]))
    const refused = first.consumer.commitOffsets([{ topic: 'topic', partition: 1 - kept, offset: '1' }])
    await expect(lab.settled(refused)).rejects.toMatchObject({ type: 'REBALANCE_IN_PROGRESS', name: 'KafkaRebalanceError' })
    expect(lab.committed('topic', kept)).toBe(1)
    expect(lab.committed('topic', 1 - kept)).toBe(-1)
  })

  it('tells handlers by heartbeat(), and takes what they then throw for no failure', async () => {
    await lab.sendNumbers('topic', 10)
    const errors: unknown[] = []
    const first = await join(async ({ heartbeat }) => {
      for (;;) {
        await new Promise<void>(resolve => void lab.clock.schedule(100, resolve))
        try {
          await heartbeat()
        } catch (error) {
          errors.push(error)
          throw error
        }
        if (first?.joins.length > 1) return
      }
    })
    await lab.until(() => first.seen.length === 1)
    await join()
    await lab.until(() => first.joins.length === 2)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ type: 'REBALANCE_IN_PROGRESS', retriable: true })
    expect(lab.errors()).toEqual([])
  })

  it('leaves members without partitions in the group, to take over (K11)', async () => {
    const members = [await join(), await join(), await join()]
    await lab.until(() => members.every(({ joins }) => joins.length > 0) && members.flatMap(({ joins }) => last(joins)).length === 2)
    const idle = members.find(({ joins }) => last(joins).length === 0)
    await lab.pass(3 * times.sessionTimeout)
    const count = idle?.joins.length
    expect(idle?.joins).toHaveLength(count as number)
    const busy = members.find(({ joins }) => last(joins).length > 0)
    await lab.settled(busy?.consumer.disconnect() as Promise<void>)
    await lab.until(() => last(idle?.joins as number[][]).length === 1)
    await lab.sendNumbers('topic', 1, { partition: 0 })
    await lab.sendNumbers('topic', 1, { partition: 1 })
    await lab.until(() => members.flatMap(({ seen }) => seen).length === 2)
  })

  it('gives partitions to members that want them only, whoever leads (K7)', async () => {
    lab.kafka.createTopic({ topic: 'other', numPartitions: 2 })
    const first = await join()
    const second = await join(undefined, { topics: ['other'] })
    await lab.until(() => last(first.joins).length === 2 && last(second.joins)?.length === 2)
    const received: unknown[] = []
    for (const { consumer } of [first, second]) consumer.on('consumer.received_unsubscribed_topics', event => received.push(event))
    await lab.sendNumbers('other', 1)
    await lab.sendNumbers('topic', 1)
    await lab.until(() => first.seen.length === 1 && second.seen.length === 1)
    expect(received).toEqual([])
  })

  it('comes when a topic gets more partitions, and their first records are read (K8)', async () => {
    const member = await join()
    await lab.until(() => member.joins.length === 1)
    const { topics } = lab.kafka.cluster
    topics.addPartitions(topics.get('topic') as NonNullable<ReturnType<typeof topics.get>>, lab.kafka.cluster.placeReplicas(1, 1))
    await lab.sendNumbers('topic', 3, { partition: 2 })
    await lab.until(() => member.seen.length === 3)
    expect(last(member.joins)).toEqual([0, 1, 2])
  })

  it('is not held up by many members that come and go', async () => {
    await lab.sendNumbers('topic', 50, { partition: 0 })
    await lab.sendNumbers('topic', 50, { partition: 1 })
    const handler: Handler = () => new Promise(resolve => void lab.clock.schedule(20, resolve))
    const all: Member[] = [await join(handler)]
    for (let i = 0; i < 5; i++) {
      all.push(await join(handler))
      await lab.pass(300)
      await lab.settled(all[i].consumer.disconnect())
    }
    await lab.until(() => new Set(all.flatMap(({ seen }) => seen)).size === 100)
    await lab.until(() => lab.committed('topic', 0) === 50 && lab.committed('topic', 1) === 50)
    const seen = all.flatMap(({ seen }) => seen)
    expect(seen).toHaveLength(100)
    expect(lab.errors()).toEqual([])
  })
})

describe('positions', () => {
  it('of an assignment are read in it: an answer for the assignment before is of no use (P2)', async () => {
    await lab.sendNumbers('topic', 10)
    const first = await join()
    await lab.until(() => lab.committed('topic') === 10)
    const resumes: (() => void)[] = []
    const fault = lab.kafka.laboratory.add({ api: 'OffsetFetch' }, () => ({ answerWhen: resume => resumes.push(resume) }))
    const second = await join()
    await lab.until(() => resumes.length > 0)
    const third = await join()
    await lab.until(() => resumes.length > 2)
    fault.remove()
    const fetches = lab.requests('Fetch').length
    for (const resume of resumes) resume()
    await lab.sendNumbers('topic', 5, { from: 10 })
    await lab.until(() => [first, second, third].flatMap(({ seen }) => seen).length === 15)
    const later = lab.requests('Fetch').slice(fetches)
    expect(later.length).toBeGreaterThan(0)
    expect([...second.seen, ...third.seen, ...first.seen.slice(10)]).toEqual(['0/10', '0/11', '0/12', '0/13', '0/14'])
  })

  const offsetFetch =
    (errorCode: number, groupError = 0) =>
    (): unknown => ({
      groups: [
        {
          groupId: 'group',
          errorCode: groupError,
          topics: [
            { name: 'topic', partitions: [0, 1].map(partitionIndex => ({ partitionIndex, committedOffset: -1n, errorCode, metadata: '' })) }
          ]
        }
      ]
    })

  it.each([
    ['UNSTABLE_OFFSET_COMMIT', offsetFetch(88)],
    ['STALE_MEMBER_EPOCH', offsetFetch(113)],
    ['UNKNOWN_SERVER_ERROR', offsetFetch(-1)],
    ['COORDINATOR_LOAD_IN_PROGRESS for the group', offsetFetch(0, 14)],
    ['NOT_COORDINATOR for the group', offsetFetch(0, 16)],
    ['an answer without the partition', () => ({ groups: [{ groupId: 'group', topics: [] }] })]
  ])('%s is never taken for "no offset" (P3, T24)', async (_, instead) => {
    await lab.sendNumbers('topic', 10)
    const first = await join()
    await lab.until(() => lab.committed('topic') === 10)
    await lab.settled(first.consumer.disconnect())
    const fault = lab.kafka.laboratory.add({ api: 'OffsetFetch', times: 5 }, () => ({ instead }))
    const second = await join()
    await lab.until(() => fault.fired === 5)
    await lab.sendNumbers('topic', 1)
    await lab.until(() => second.seen.length === 1)
    await lab.pass(1000)
    expect(second.seen).toEqual(['0/10'])
    expect(lab.requests('ListOffsets').filter(({ at }) => at > 0).length).toBeLessThanOrEqual(3)
  })
})
