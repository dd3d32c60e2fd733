import { ClientLab, distinct, sendOne } from '../support/client-lab'

// Connections that end between and amid calls (P2, P16 of the scenarios, K29, K30 of the field notes).

let lab: ClientLab

beforeEach(async () => {
  lab = await ClientLab.start({
    brokers: 2,
    topics: [
      {
        topic: 't',
        replicaAssignment: [
          [1, 2],
          [2, 1]
        ]
      }
    ]
  })
})

afterEach(() => lab.stop())

it('a connection that the broker closes because it is idle is no failure, and nobody hears of it', async () => {
  lab.laboratory.setIdleLimit(2000)
  const producer = await lab.producer()
  for (let i = 0; i < 20; i++) {
    await lab.settled(sendOne(producer, 't', String(i)))
    await lab.pass(3000)
  }
  expect(lab.values('t')).toEqual(Array.from({ length: 20 }, (_, i) => String(i)))
  expect([lab.lines('ERROR'), lab.lines('WARN')]).toEqual([[], []])
  // Each on a connection of its own, and each only once.
  expect(new Set(lab.requests('Produce').map(({ connectionId }) => connectionId)).size).toBe(20)
})

it.each(['close', 'reset'] as const)('a connection that ends between two calls (%s) costs neither of them', async how => {
  const producer = await lab.producer({ retry: { retries: 0 } })
  await lab.settled(sendOne(producer, 't', 'a'))
  lab.laboratory.dropConnections(undefined, how)
  await lab.pass(0)
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
})

it('a process that has slept for a quarter of an hour goes on', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a'))
  lab.laboratory.dropConnections()
  await lab.pass(15 * 60_000)
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
  expect(lab.lines('ERROR')).toEqual([])
})

it('loses nothing and keeps the order when every connection lives for 0.7 s only', async () => {
  const producer = await lab.producer()
  const expected: string[] = []
  for (let i = 0; i < 100; i++) {
    const values = Array.from({ length: 5 }, (_, j) => `${i}/${j}`)
    expected.push(...values)
    const sends = values.map(value => sendOne(producer, 't', value, i % 2))
    if (i % 7 === 3) lab.laboratory.dropConnections(1)
    if (i % 7 === 5) lab.laboratory.dropConnections(2)
    await lab.pass(100)
    await lab.settled(Promise.all(sends))
  }
  const even = (value: string): boolean => Number(value.split('/')[0]) % 2 === 0
  expect(distinct(lab.values('t', 0))).toEqual(expected.filter(even))
  expect(distinct(lab.values('t', 1))).toEqual(expected.filter(value => !even(value)))
})

it('goes on when all brokers have been restarted', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a'))
  for (const nodeId of [1, 2]) await lab.kafka.kill(nodeId)
  const sending = sendOne(producer, 't', 'b')
  await lab.pass(30_000)
  for (const nodeId of [1, 2]) await lab.kafka.revive(nodeId)
  await lab.settled(sending)
  expect(lab.values('t')).toEqual(['a', 'b'])
})

it('connects when the first broker of the list is dead, and when it takes connections and says nothing', async () => {
  await lab.kafka.kill(1)
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a', 1))
  await lab.kafka.revive(1)
  lab.laboratory.silenceConnections('connect', 1)
  const another = await lab.producer()
  await lab.settled(sendOne(another, 't', 'b', 1))
  expect(lab.values('t', 1)).toEqual(['a', 'b'])
})

it.each(['ApiVersions', 'Metadata', 'Produce'])('a broker that never answers %s holds up its own partitions only', async api => {
  const producer = await lab.producer()
  const silence = lab.laboratory.silence({ api, nodeId: 1 })
  lab.laboratory.dropConnections()
  await lab.pass(0)
  const stuck = sendOne(producer, 't', 'a', 0)
  const before = lab.clock.now()
  await lab.settled(sendOne(producer, 't', 'b', 1))
  expect(lab.clock.now() - before).toBeLessThan(5_000)
  silence.remove()
  await lab.settled(stuck)
  expect([lab.values('t', 0), lab.values('t', 1)]).toEqual([['a'], ['b']])
})

it('a connection that dies while ApiVersions is under way is made again', async () => {
  const producer = await lab.producer()
  lab.laboratory.dropConnections()
  await lab.pass(0)
  const lost = lab.laboratory.lose({ api: 'ApiVersions', times: 1 })
  await lab.settled(sendOne(producer, 't', 'a'))
  lost.assertFired()
  expect(lab.values('t')).toEqual(['a'])
})

describe('disconnect', () => {
  it('waits for what is being sent', async () => {
    const producer = await lab.producer()
    lab.laboratory.delay({ api: 'Produce' }, { answerAfterMs: 3000 })
    const sends = ['a', 'b'].map(value => sendOne(producer, 't', value))
    await lab.settled(producer.disconnect())
    expect(await lab.settled(Promise.allSettled(sends))).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(lab.values('t')).toEqual(['a', 'b'])
  })

  it('settles every call within its time when the brokers are gone: not-applied what was never written, maybe-applied what was', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'warm'))
    const held = lab.laboratory.hold({ api: 'Produce' }, 'answer')
    const written = sendOne(producer, 't', 'a')
    await lab.until(() => held.held === 1)
    const waiting = sendOne(producer, 't', 'b')
    for (const nodeId of [1, 2]) await lab.kafka.kill(nodeId)
    await lab.pass(1000)
    const before = lab.clock.now()
    const results = Promise.allSettled([written, waiting])
    await lab.settled(producer.disconnect())
    expect(lab.clock.now() - before).toBeLessThanOrEqual(30_500)
    expect(await lab.settled(results)).toMatchObject([
      { status: 'rejected', reason: { name: 'KafkaClosedError', outcome: 'maybe-applied' } },
      { status: 'rejected', reason: { name: 'KafkaClosedError', outcome: 'not-applied' } }
    ])
  })

  it('lets a producer be connected again', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    await lab.settled(producer.disconnect())
    expect(await lab.rejection(sendOne(producer, 't', 'x'))).toMatchObject({ outcome: 'not-applied' })
    await lab.settled(producer.connect())
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['a', 'b'])
  })
})

describe('acks=0', () => {
  it('resolves when it is written, without an answer', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'warm'))
    expect(await lab.settled(sendOne(producer, 't', 'a', 0, 0))).toEqual([])
    await lab.pass(0)
    expect(lab.values('t')).toEqual(['warm', 'a'])
  })

  it('survives connections that the broker ends because it could not write', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a', 0, 0))
    lab.laboratory.partition('t', 0).moveLeader(2)
    await lab.settled(sendOne(producer, 't', 'gone', 0, 0))
    await lab.pass(1000)
    for (const value of ['b', 'c']) await lab.settled(sendOne(producer, 't', value))
    expect(lab.values('t')).toEqual(['a', 'b', 'c'])
  })
})
