import { errorCodes } from '../../../src/errors/error-table'
import type { Message } from '../../../src/types/messages'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { numbers, Reader, store } from './reader'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ brokers: 3, topics: [{ topic: 'topic', replicaAssignment: [[1, 2, 3]] }] })
  await lab.sendNumbers('topic', 5)
})

afterEach(() => lab.stop())

const partition = (): ReturnType<ConsumerLab['kafka']['laboratory']['partition']> => lab.kafka.laboratory.partition('topic', 0)

/** Five messages more come, in order, none twice, and are committed, without a rebalance. */
async function goesOn(reader: Reader, from = 5): Promise<void> {
  await lab.sendNumbers('topic', 5, { from })
  await reader.got(from + 5)
  await lab.until(() => lab.committed('topic') === from + 5)
  expect(reader.of()).toEqual(numbers(from + 5))
  expect([reader.crashes, reader.joins.length, lab.errors()]).toEqual([[], 1, []])
}

describe('a leader that moves', () => {
  it.each([true, false])('costs at most a moment, hints of the new one given: %s (KIP-951, K14)', async hints => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    lab.kafka.laboratory.leaderHints = hints
    const asked = lab.requests('Metadata').length
    partition().moveLeader(2)
    const since = lab.clock.now()
    await lab.until(() => lab.kafka.requests.find({ api: 'Fetch', nodeId: 2 }).length > 0)
    expect(lab.clock.now() - since).toBeLessThan(1000)
    if (hints) expect(lab.requests('Metadata')).toHaveLength(asked)
    await goesOn(reader)
  })

  it('quickly there and back loses and doubles nothing (T18)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    for (const leader of [2, 1, 3, 1]) {
      partition().moveLeader(leader)
      await lab.pass(leader * 30)
    }
    await goesOn(reader)
  })

  it('while its answer is under way: what comes late is no harm', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    const held = lab.kafka.laboratory.hold({ api: 'Fetch', nodeId: 1, times: 1 }, 'answer')
    await lab.until(() => held.fired === 1)
    partition().moveLeader(2)
    await lab.sendNumbers('topic', 1, { from: 5 })
    await lab.until(() => held.held === 1)
    held.release()
    await goesOn(reader, 6)
  })

  it('while another broker tells what was (T20)', async () => {
    const reader = await Reader.start(lab, { config: { metadataMaxAge: 1000 } })
    await reader.got(5)
    const stale = [lab.kafka.laboratory.metadata.freeze(1), lab.kafka.laboratory.metadata.freeze(3)]
    partition().moveLeader(2)
    lab.kafka.laboratory.leaderHints = false
    for (const value of [5, 6]) {
      // Not sent: a producer would wait for the truth as well, on a clock of its own.
      await store(lab, 0, value)
      await reader.got(value + 1)
      await lab.pass(5000)
    }
    expect(reader.of()).toEqual(numbers(7))
    expect([reader.crashes, reader.joins.length, lab.errors()]).toEqual([[], 1, []])
    expect(stale.some(({ fired }) => fired > 0)).toBe(true)
  })

  it('to a broker that knows no epochs (T19)', async () => {
    lab.kafka.laboratory.metadata.setPartition('topic', 0, { leaderEpoch: -1 })
    lab.kafka.laboratory.leaderHints = false
    const reader = await Reader.start(lab)
    await reader.got(5)
    partition().moveLeader(3)
    await goesOn(reader)
    partition().moveLeader(1)
    await goesOn(reader, 10)
  })

  it('is followed though its epoch stays the same (T19)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    partition().state.leader = 2
    partition().state.changed()
    await goesOn(reader)
  })

  it('only in its epoch', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    partition().bumpLeaderEpoch()
    await goesOn(reader)
  })
})

describe('a partition', () => {
  it('without a leader is waited for, not asked for in a tight loop (K35)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    partition().moveLeader(-1)
    await lab.pass(1000)
    const asked = { metadata: lab.requests('Metadata').length, fetches: lab.requests('Fetch').length }
    await lab.pass(60_000)
    expect(lab.requests('Metadata').length - asked.metadata).toBeLessThan(100)
    expect(lab.requests('Fetch').length - asked.fetches).toBeLessThan(100)
    partition().moveLeader(3)
    const since = lab.clock.now()
    await goesOn(reader)
    expect(lab.clock.now() - since).toBeLessThan(3000)
  })

  it('that metadata leave out for a while is read on (T5)', async () => {
    const reader = await Reader.start(lab, { config: { metadataMaxAge: 500 } })
    await reader.got(5)
    const views = [lab.kafka.laboratory.metadata.omitPartition('topic', 0), lab.kafka.laboratory.metadata.omitTopic('topic')]
    await lab.pass(3000)
    expect(views.every(({ fired }) => fired > 0)).toBe(true)
    for (const view of views) view.remove()
    await goesOn(reader)
  })

  it.each(['earliest', 'latest'])('whose leader is away when it is assigned begins at the %s offset all the same', async where => {
    partition().moveLeader(-1)
    const reader = await Reader.start(lab, { fromBeginning: where === 'earliest' })
    await lab.pass(5000)
    partition().moveLeader(2)
    await lab.pass(5000)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await lab.until(() => reader.of().includes('9'))
    expect(reader.of()).toEqual(where === 'earliest' ? numbers(10) : numbers(5, 5))
  })
})

describe('brokers', () => {
  it('that are restarted one after the other, under load, cost nothing (K14)', async () => {
    const reader = await Reader.start(lab)
    let sent = 5
    for (const nodeId of [1, 2, 3]) {
      await lab.kafka.kill(nodeId)
      for (let i = 0; i < 4; i++) {
        await lab.sendNumbers('topic', 5, { from: sent })
        sent += 5
        await lab.pass(500)
      }
      await lab.kafka.revive(nodeId)
      await lab.pass(500)
    }
    await reader.got(sent)
    await lab.until(() => lab.committed('topic') === sent)
    expect(reader.of()).toEqual(numbers(sent))
    expect([reader.crashes, lab.errors()]).toEqual([[], []])
  })

  it('of which the leader is dead, and nobody knows yet, are asked again until they do', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    await lab.kafka.kill(1, { unnoticed: true })
    await lab.pass(4000)
    await lab.kafka.kill(1)
    await goesOn(reader)
  })

  it('of which the leader stands still are left for the one that takes over, within the time of a request', async () => {
    const reader = await Reader.start(lab, { client: { requestTimeout: 5000 } })
    await reader.got(5)
    lab.kafka.freeze(1)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await reader.got(10)
    lab.kafka.thaw(1)
    await lab.pass(2000)
    await lab.sendNumbers('topic', 5, { from: 10 })
    await reader.got(15)
    expect(reader.of()).toEqual(numbers(15))
    expect([reader.crashes, lab.errors()]).toEqual([[], []])
  })

  it('all away for ten minutes are tried at growing intervals, and found when they are back (K35)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    let dials = 0
    for (const node of lab.kafka.cluster.nodes.values()) {
      const connect = node.connectInMemory.bind(node)
      node.connectInMemory = listener => {
        dials++
        return connect(listener)
      }
    }
    for (const nodeId of [1, 2, 3]) await lab.kafka.kill(nodeId)
    await lab.pass(600_000)
    // Per broker and purpose at most one every second or so.
    expect(dials).toBeLessThan(6000)
    for (const nodeId of [1, 2, 3]) await lab.kafka.revive(nodeId)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await reader.got(10)
    expect(new Set(reader.of())).toEqual(new Set(numbers(10)))
    expect(reader.crashes).toEqual([])
  }, 60_000)
})

describe('a topic', () => {
  const many: Message[] = numbers(3).map(value => ({ partition: 0, value }))

  it('that is deleted and made again is read from its beginning, by its new id (T21)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    lab.kafka.laboratory.recreateTopic('topic')
    await lab.send('topic', many)
    await reader.got(8)
    expect(reader.of()).toEqual([...numbers(5), ...numbers(3)])
    expect(reader.crashes).toEqual([])
  })

  it('that is made again and has more records than before is not read from the middle (T21)', async () => {
    const reader = await Reader.start(lab)
    await reader.got(5)
    const held = lab.kafka.laboratory.hold({ api: 'Fetch' })
    lab.kafka.laboratory.recreateTopic('topic')
    await lab.sendNumbers('topic', 20)
    held.remove()
    await lab.until(() => reader.of().includes('19'))
    await lab.until(() => lab.committed('topic') === 20)
    expect(reader.of()).toEqual([...numbers(5), ...numbers(20)])
  })

  it('without ids in metadata is read by name (T21)', async () => {
    lab.kafka.laboratory.setVersions('Metadata', { min: 0, max: 9 })
    const reader = await Reader.start(lab)
    await reader.got(5)
    expect(lab.requests('Fetch').every(({ version }) => version <= 12)).toBe(true)
    await goesOn(reader)
  })

  it('that is gone for a while is read on when it is back', async () => {
    const reader = await Reader.start(lab, { config: { allowAutoTopicCreation: false } })
    await reader.got(5)
    lab.kafka.laboratory.fail({ api: 'Fetch', times: 5 }, errorCodes.UNKNOWN_TOPIC_ID)
    await goesOn(reader)
  })
})
