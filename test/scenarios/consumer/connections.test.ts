import { releases } from '../../../src/testing/profiles'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { groupTimes, numbers, Reader } from './reader'

let lab: ConsumerLab

const open = async (options: Parameters<typeof ConsumerLab.start>[0] = {}): Promise<void> => {
  lab = await ConsumerLab.start({ brokers: 2, topics: [{ topic: 'topic', replicaAssignment: [[1, 2]] }], ...options })
}

afterEach(() => lab.stop())

/** Five messages more come, in order, none twice, and are committed. */
async function goesOn(reader: Reader, from: number): Promise<void> {
  await lab.sendNumbers('topic', 5, { from })
  await reader.got(from + 5)
  await lab.until(() => lab.committed('topic') === from + 5)
  expect(reader.of()).toEqual(numbers(from + 5))
  expect([reader.crashes, reader.joins.length, lab.errors()]).toEqual([[], 1, []])
}

describe('connections', () => {
  it.each(['reset', 'close'] as const)('that break time and again (%s) cost no message and no rebalance', async how => {
    await open()
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    for (let i = 1; i <= 10; i++) {
      lab.kafka.laboratory.dropConnections(undefined, how)
      await lab.pass(37 * i)
      await goesOn(reader, 5 * i)
    }
  })

  it('that are closed for idleness are opened again without an error (K29)', async () => {
    await open()
    lab.kafka.laboratory.setIdleLimit(700)
    const reader = await Reader.start(lab, { config: { maxWaitTimeInMs: 2000 } })
    for (let i = 0; i < 5; i++) {
      await goesOn(reader, 5 * i)
      await lab.pass(5000)
    }
  })

  it('that hand over an answer byte by byte are read all the same', async () => {
    await open()
    lab.kafka.laboratory.split({}, 1)
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    await goesOn(reader, 5)
  })

  it('to a broker that hangs at a stage are given up and tried again', async () => {
    await open()
    const silences = [
      lab.kafka.laboratory.silenceConnections('connect'),
      lab.kafka.laboratory.silence({ api: 'ApiVersions', clientId: 'hanging' })
    ]
    const started = Reader.start(lab, { client: { connectionTimeout: 1000, clientId: 'hanging' } })
    const settled = lab.settled(started)
    settled.catch(() => {})
    await lab.pass(1500)
    silences[0].remove()
    await lab.pass(3000)
    silences[1].remove()
    const reader = await settled
    await goesOn(reader, 0)
    for (const silence of silences) silence.assertFired()
  })

  it('on which a fetch is never answered are given up in the time of a request (P8)', async () => {
    await open()
    const reader = await Reader.start(lab, { client: { requestTimeout: 3000 } })
    await goesOn(reader, 0)
    const fault = lab.kafka.laboratory.silence({ api: 'Fetch', times: 2 })
    await lab.until(() => fault.fired === 2)
    await goesOn(reader, 5)
  })

  it('that end with their SASL session are opened again (F-SESSION, K38)', async () => {
    await open({ listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: { users: { ann: 'secret' } } }] })
    lab.kafka.laboratory.setSessionLifetime(2000)
    const sasl = { mechanism: 'plain' as const, username: 'ann', password: 'secret' }
    const reader = await Reader.start(lab, { client: { sasl } })
    await lab.pass(20_000)
    expect([reader.crashes, reader.joins.length, lab.errors()]).toEqual([[], 1, []])
    expect(lab.requests('SaslAuthenticate').length).toBeGreaterThan(5)
    expect(lab.requests('Heartbeat').length).toBeGreaterThan(10)
  })
})

describe('throttling (T33)', () => {
  it.each([
    ['Fetch', 1],
    ['Fetch', 5000],
    ['Heartbeat', 1],
    ['Heartbeat', 5000],
    ['OffsetCommit', 5000],
    ['Metadata', 5000],
    ['JoinGroup', 2000]
  ])('of %s by %i ms is no failure', async (api, ms) => {
    await open()
    const fault = lab.kafka.laboratory.throttle({ api, times: 3 }, ms)
    const reader = await Reader.start(lab, { config: { metadataMaxAge: 1000 } })
    await goesOn(reader, 0)
    await lab.pass(groupTimes.sessionTimeout * 2)
    await goesOn(reader, 5)
    expect(fault.fired).toBeGreaterThan(0)
  })

  it('of fetches holds up neither heartbeats nor commits', async () => {
    await open({ brokers: 1, topics: [{ topic: 'topic' }] })
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    lab.kafka.laboratory.throttle({ api: 'Fetch' }, 30_000)
    await lab.sendNumbers('topic', 5, { from: 5 })
    await reader.got(10)
    await lab.until(() => lab.committed('topic') === 10)
    const before = lab.requests('Heartbeat').length
    await lab.pass(10_000)
    expect(lab.requests('Heartbeat').length - before).toBeGreaterThanOrEqual(9)
  })
})

describe('fetch sessions (T22)', () => {
  it('that are refused, lost or out of step are no failure', async () => {
    await open()
    lab.kafka.laboratory.allowFetchSessions(false)
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    lab.kafka.laboratory.allowFetchSessions(true)
    await goesOn(reader, 5)
    lab.kafka.laboratory.evictFetchSessions()
    await goesOn(reader, 10)
    lab.kafka.laboratory.skewFetchSessions()
    await goesOn(reader, 15)
    for (const code of [70, 71, 106]) lab.kafka.laboratory.fail({ api: 'Fetch', times: 1 }, code)
    await goesOn(reader, 20)
  })
})

describe('releases', () => {
  it.each(releases)('%s serves a group from join to leave', async asVersion => {
    await open({ asVersion })
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    lab.kafka.laboratory.partition('topic', 0).moveLeader(2)
    await goesOn(reader, 5)
    await lab.settled(reader.consumer.disconnect())
    expect(lab.kafka.cluster.groups.find('group')?.isEmpty).toBe(true)
  })

  it.each([
    ['Fetch', 4, 11],
    ['Fetch', 4, 12],
    ['Metadata', 0, 4],
    ['ListOffsets', 1, 3],
    ['OffsetFetch', 1, 5],
    ['OffsetFetch', 1, 7],
    ['OffsetCommit', 2, 4],
    ['FindCoordinator', 0, 3],
    ['JoinGroup', 2, 4],
    ['SyncGroup', 0, 3],
    ['Heartbeat', 0, 1],
    ['LeaveGroup', 0, 2],
    ['ApiVersions', 0, 0]
  ])('with %s %i to %i do, too', async (api, min, max) => {
    await open()
    lab.kafka.laboratory.setVersions(api, { min, max })
    lab.kafka.laboratory.unsupportedVersions = 'reset'
    const reader = await Reader.start(lab)
    await goesOn(reader, 0)
    await lab.pass(2000)
    await lab.settled(reader.consumer.disconnect())
    for (const { version } of lab.requests(api)) {
      expect(version).toBeGreaterThanOrEqual(min)
      expect(version).toBeLessThanOrEqual(max)
    }
    expect(lab.requests(api).length).toBeGreaterThan(0)
  })
})
