import { ClientLab, distinct, sendOne } from '../support/client-lab'

// Leaders that move, die and stand still while records are on their way (P5, P6, P18 of the scenarios, K26 of the field notes).

describe('a producer', () => {
  let lab: ClientLab

  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 't', replicaAssignment: [[1, 2, 3]] }] })
  })

  afterEach(() => lab.stop())

  const leadership = () => lab.laboratory.partition('t', 0)
  const metadataRequests = (): number => lab.requests('Metadata').length

  it('goes where the old leader says (KIP-951), without asking for metadata first and without waiting', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    // From metadata nobody could know.
    for (const nodeId of [1, 2, 3]) lab.laboratory.metadata.freeze(nodeId)
    leadership().moveLeader(2)
    const before = lab.clock.now()
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.clock.now() - before).toBeLessThan(100)
    expect(lab.values('t')).toEqual(['a', 'b'])
    expect(lab.requests('Produce').map(({ nodeId }) => nodeId)).toEqual([1, 1, 2])
  })

  it('finds the new leader in metadata when the old one does not name it', async () => {
    lab.laboratory.leaderHints = false
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    leadership().moveLeader(2)
    const before = metadataRequests()
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(metadataRequests()).toBeGreaterThan(before)
    expect(lab.values('t')).toEqual(['a', 'b'])
  })

  it('keeps the order when the leader moves while a request is with it and others wait', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const held = lab.laboratory.hold({ api: 'Produce', times: 1 })
    const sends = [sendOne(producer, 't', 'b')]
    await lab.until(() => held.held === 1)
    for (const value of ['c', 'd']) sends.push(sendOne(producer, 't', value))
    leadership().moveLeader(3)
    held.release()
    await lab.settled(Promise.all(sends))
    expect(lab.values('t')).toEqual(['a', 'b', 'c', 'd'])
  })

  it('sends what a leader had not written when it died to the next one', async () => {
    const producer = await lab.producer()
    const held = lab.laboratory.hold({ api: 'Produce', nodeId: 1 })
    const sends = ['a', 'b', 'c'].map(value => sendOne(producer, 't', value))
    await lab.until(() => held.held === 1)
    await lab.kafka.kill(1)
    const results = await lab.settled(Promise.all(sends))
    expect(lab.values('t')).toEqual(['a', 'b', 'c'])
    expect(results.flat().map(({ baseOffset }) => baseOffset)).toEqual(['0', '1', '2'])
  })

  it('loses nothing when the leader dies between writing and answering', async () => {
    const producer = await lab.producer()
    const held = lab.laboratory.hold({ api: 'Produce', nodeId: 1 }, 'answer')
    const first = sendOne(producer, 't', 'a')
    await lab.until(() => held.held === 1)
    const second = sendOne(producer, 't', 'b')
    await lab.kafka.kill(1)
    await lab.settled(Promise.all([first, second]))
    // Without idempotence nobody can tell that it is the same record; in its place it is all the same.
    expect(lab.values('t')).toEqual(['a', 'a', 'b'])
  })

  it('waits for a broker that is dead and still named as leader, and goes on with the next one', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    await lab.kafka.kill(1, { unnoticed: true })
    let isOver = false
    const sending = sendOne(producer, 't', 'b').finally(() => {
      isOver = true
    })
    await lab.pass(8_000)
    expect(isOver).toBe(false)
    await lab.kafka.kill(1)
    await lab.settled(sending)
    expect(lab.values('t')).toEqual(['a', 'b'])
  })

  it('waits while a partition has no leader, and takes up its records then', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    leadership().moveLeader(-1)
    const sends = ['b', 'c'].map(value => sendOne(producer, 't', value))
    await lab.pass(20_000)
    expect(lab.values('t')).toEqual(['a'])
    leadership().moveLeader(2)
    await lab.settled(Promise.all(sends))
    expect(lab.values('t')).toEqual(['a', 'b', 'c'])
  })

  it('follows a leader that is chased through all brokers', async () => {
    const producer = await lab.producer()
    const expected: string[] = []
    for (let round = 0; round < 6; round++) {
      const values = Array.from({ length: 20 }, (_, i) => `${round}/${i}`)
      expected.push(...values)
      const sends = values.map(value => sendOne(producer, 't', value))
      const { leader } = leadership().state
      await lab.kafka.kill(leader)
      await lab.settled(Promise.all(sends))
      await lab.kafka.revive(leader)
    }
    expect(distinct(lab.values('t'))).toEqual(expected)
  })

  it('gives up on a leader that stands still when the request times out, and ignores it when it wakes', async () => {
    const producer = await lab.producer({}, { client: { requestTimeout: 1000 } })
    await lab.settled(sendOne(producer, 't', 'a'))
    lab.kafka.freeze(1)
    await lab.settled(sendOne(producer, 't', 'b'))
    lab.kafka.thaw(1)
    await lab.settled(sendOne(producer, 't', 'c'))
    // What the sleeper found when it woke was not for it to write any more.
    expect(lab.values('t')).toEqual(['a', 'b', 'c'])
  })

  it('fails only the partitions whose leader is gone for good', async () => {
    await lab.kafka.stop()
    lab = await ClientLab.start({ brokers: 2, topics: [{ topic: 't', replicaAssignment: [[1], [2]] }] })
    const producer = await lab.producer({ retry: { retries: 2 } })
    await lab.settled(Promise.all([0, 1].map(partition => sendOne(producer, 't', 'a', partition))))
    await lab.kafka.kill(1)
    const results = await lab.settled(Promise.allSettled([0, 1].map(partition => sendOne(producer, 't', 'b', partition))))
    expect(results).toMatchObject([
      { status: 'rejected', reason: { name: 'KafkaJSNumberOfRetriesExceeded', outcome: 'not-applied' } },
      { status: 'fulfilled' }
    ])
    expect(lab.values('t', 1)).toEqual(['a', 'b'])
  })
})

describe('a call to partitions of two brokers, one of which dies (K26)', () => {
  it.each(['refuse', 'lose'] as const)('is done when each partition has its records: %s', async how => {
    const lab = await ClientLab.start({
      brokers: 2,
      topics: [
        {
          topic: 't',
          replicaAssignment: [
            [1, 2],
            [1, 2],
            [2, 1]
          ]
        }
      ]
    })
    const producer = await lab.producer()
    await lab.settled(Promise.all([0, 1, 2].map(partition => sendOne(producer, 't', 'warm', partition))))
    const fault = lab.laboratory[how]({ api: 'Produce', nodeId: 1, times: 1 }, 'reset')
    const messages = Array.from({ length: 60 }, (_, i) => ({ value: `v${i}` }))
    const sending = producer.send({ topic: 't', messages })
    await lab.until(() => fault.fired === 1)
    // During the wait before the next attempt all partitions go to the broker that has answered already.
    for (const partition of [0, 1]) lab.laboratory.partition('t', partition).moveLeader(2)
    await lab.kafka.kill(1)
    const results = await lab.settled(sending)
    expect(results.map(({ partition, errorCode }) => `${partition}: ${errorCode}`).toSorted()).toEqual(['0: 0', '1: 0', '2: 0'])
    const stored = [0, 1, 2].map(partition => lab.values('t', partition).filter(value => value !== 'warm'))
    expect(stored.flatMap(distinct).toSorted()).toEqual(messages.map(({ value }) => value).toSorted())
    // What was refused was not written, so that nothing can have come twice.
    if (how === 'refuse') expect(stored.flat()).toHaveLength(60)
    await lab.stop()
  })
})
