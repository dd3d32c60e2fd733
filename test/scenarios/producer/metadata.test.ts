import type { MetadataView } from '../../../src/testing/laboratory/metadata-views'
import { ClientLab, distinct, sendOne } from '../support/client-lab'

// Metadata that are old, contradictory or empty (M2, M4 of the scenarios, T19, T20 of the field notes).

let lab: ClientLab

beforeEach(async () => {
  lab = await ClientLab.start({
    brokers: 3,
    topics: [
      {
        topic: 't',
        replicaAssignment: [
          [1, 2, 3],
          [2, 3, 1]
        ]
      }
    ]
  })
})

afterEach(() => lab.stop())

const leadership = (partition = 0) => lab.laboratory.partition('t', partition)

it('does not go back to an older leader that a lagging broker names', async () => {
  const producer = await lab.producer({ metadataMaxAge: 200 })
  await lab.settled(sendOne(producer, 't', 'a'))
  const views = [1, 2, 3].map(nodeId => lab.laboratory.metadata.freeze(nodeId))
  leadership().moveLeader(2)
  await lab.settled(sendOne(producer, 't', 'b'))
  const from = lab.requests('Produce').length
  for (let i = 0; i < 10; i++) {
    await lab.pass(300)
    await lab.settled(sendOne(producer, 't', String(i)))
  }
  expect(views.reduce((sum, { fired }) => sum + fired, 0)).toBeGreaterThan(5)
  // All of them went where the newest epoch is, though all brokers say otherwise.
  expect(
    distinct(
      lab
        .requests('Produce')
        .slice(from)
        .map(({ nodeId }) => String(nodeId))
    )
  ).toEqual(['2'])
  expect(lab.values('t')).toHaveLength(12)
})

it('follows leaders of brokers that tell no epochs', async () => {
  for (const partition of [0, 1]) lab.laboratory.metadata.setPartition('t', partition, { leaderEpoch: -1 })
  lab.laboratory.leaderHints = false
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a'))
  for (const [i, leader] of [2, 3, 1].entries()) {
    leadership().moveLeader(leader)
    await lab.settled(sendOne(producer, 't', String(i)))
  }
  expect(lab.values('t')).toEqual(['a', '0', '1', '2'])
})

it('follows a new leader in the same epoch', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a'))
  const { leaderEpoch } = leadership().state
  lab.laboratory.leaderHints = false
  leadership().moveLeader(2)
  lab.laboratory.metadata.setPartition('t', 0, { leaderEpoch })
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
})

it('takes nothing from a broker that lists no brokers, and asks another one', async () => {
  const producer = await lab.producer({ metadataMaxAge: 200 })
  const view = lab.laboratory.metadata.edit(response => ({ ...response, brokers: [], topics: [] }), { nodeId: 1 })
  for (let i = 0; i < 5; i++) {
    await lab.pass(300)
    await lab.settled(sendOne(producer, 't', String(i), i % 2))
  }
  expect(view.fired).toBeGreaterThan(0)
  expect([lab.values('t', 0), lab.values('t', 1)]).toEqual([
    ['0', '2', '4'],
    ['1', '3']
  ])
})

it('keeps records while all brokers say that there is no leader', async () => {
  const producer = await lab.producer({ metadataMaxAge: 200 })
  await lab.settled(sendOne(producer, 't', 'a'))
  const view = lab.laboratory.metadata.setPartition('t', 0, { leaderId: -1 })
  await lab.pass(1000)
  const sends = ['b', 'c'].map(value => sendOne(producer, 't', value))
  await lab.settled(sendOne(producer, 't', 'other', 1))
  await lab.pass(5000)
  view.remove()
  await lab.settled(Promise.all(sends))
  expect(lab.values('t')).toEqual(['a', 'b', 'c'])
})

it('an error of one topic says nothing about the others', async () => {
  lab.kafka.createTopic({ topic: 'other' })
  const producer = await lab.producer({ metadataMaxAge: 200 })
  await lab.settled(Promise.all(['t', 'other'].map(topic => sendOne(producer, topic, 'a'))))
  lab.laboratory.metadata.omitTopic('other')
  for (let i = 0; i < 5; i++) {
    await lab.pass(300)
    await lab.settled(sendOne(producer, 't', String(i)))
  }
  expect(lab.values('t')).toEqual(['a', '0', '1', '2', '3', '4'])
})

it('asks the brokers that it has found when the one of its list is gone', async () => {
  const [seed] = lab.kafka.brokers
  const producer = await lab.producer({}, { client: { brokers: [seed] } })
  await lab.settled(sendOne(producer, 't', 'a', 1))
  await lab.kafka.kill(1)
  leadership(1).moveLeader(3)
  lab.laboratory.leaderHints = false
  await lab.settled(sendOne(producer, 't', 'b', 1))
  expect(lab.values('t', 1)).toEqual(['a', 'b'])
})

it('begins anew with its list when all brokers that it knows are gone', async () => {
  const [, , seed] = lab.kafka.brokers
  await lab.kafka.kill(3)
  // Only the first two are known when the third, which the list names, is the only one left.
  const producer = await lab.producer({}, { client: { brokers: [lab.kafka.brokers[0], seed] } })
  await lab.settled(sendOne(producer, 't', 'a'))
  await lab.kafka.revive(3)
  lab.laboratory.metadata.freeze(1)
  lab.laboratory.metadata.freeze(2)
  for (const nodeId of [1, 2]) await lab.kafka.kill(nodeId)
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
})

it('begins anew with its list when a broker tells it to (KIP-1102)', async () => {
  const producer = await lab.producer({ metadataMaxAge: 500 })
  await lab.settled(sendOne(producer, 't', 'a'))
  const fault = lab.laboratory.fail({ api: 'Metadata', times: 3 }, 129)
  await lab.pass(10_000)
  expect(fault.fired).toBe(3)
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
})

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

it.each(Array.from({ length: 40 }, (_, seed) => seed))('survives metadata that flap in all ways at once (seed %i)', async seed => {
  const pick = chance(seed)
  const producer = await lab.producer({ metadataMaxAge: 300 })
  const { metadata } = lab.laboratory
  const views: MetadataView[] = []
  const sends: Promise<unknown>[] = []
  const sent: string[][] = [[], []]
  const faults = [
    () => void views.push(metadata.freeze(1 + pick(3))),
    () => void views.push(metadata.omitTopic('t', { nodeId: 1 + pick(3) })),
    () => void views.push(metadata.omitPartition('t', pick(2), { nodeId: 1 + pick(3) })),
    () => void views.push(metadata.setPartition('t', pick(2), { leaderId: -1 }, { nodeId: 1 + pick(3) })),
    () => void views.push(metadata.setPartition('t', pick(2), { leaderId: 1 + pick(3), leaderEpoch: 0 }, { nodeId: 1 + pick(3) })),
    () => void views.push(metadata.edit(response => ({ ...response, brokers: [] }), { nodeId: 1 + pick(3) })),
    () => leadership(pick(2)).moveLeader(1 + pick(3)),
    () => void (lab.laboratory.leaderHints = pick(2) === 0),
    () => lab.laboratory.dropConnections(1 + pick(3)),
    () => views.splice(pick(views.length + 1), 2).forEach(view => view.remove())
  ]
  for (let i = 0; i < 25; i++) {
    const partition = pick(2)
    sends.push(sendOne(producer, 't', String(i), partition))
    sent[partition]?.push(String(i))
    faults[pick(faults.length)]?.()
    await lab.pass(pick(200))
  }
  for (const view of views) view.remove()
  await lab.settled(Promise.all(sends))
  expect([0, 1].map(partition => distinct(lab.values('t', partition)))).toEqual(sent)
})
