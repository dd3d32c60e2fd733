import { ClientLab, sendOne } from '../support/client-lab'

// Topics that go, come back and grow while records are on their way (P12, P13 of the scenarios, T5, T21 of the field notes).

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

const grow = (partitions: number): void => {
  const { topics } = lab.kafka.cluster
  const topic = topics.get('t')
  if (topic === undefined) throw new Error('There is no topic t')
  const more = partitions - topic.partitions.length
  topics.addPartitions(
    topic,
    Array.from({ length: more }, (_, i) => [1 + (i % 2)])
  )
}

it('a topic that was deleted and made again takes the records under its new id', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'old'))
  const before = lab.kafka.cluster.topics.get('t')?.id
  lab.laboratory.recreateTopic('t')
  const [result] = await lab.settled(sendOne(producer, 't', 'new'))
  expect(lab.kafka.cluster.topics.get('t')?.id).not.toBe(before)
  expect(result?.baseOffset).toBe('0')
  expect(lab.values('t')).toEqual(['new'])
})

it('records that wait while their topic is made again reach the new one, in order', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'old'))
  const held = lab.laboratory.hold({ api: 'Produce', times: 1 })
  const sends = [sendOne(producer, 't', 'a')]
  await lab.until(() => held.held === 1)
  for (const value of ['b', 'c']) sends.push(sendOne(producer, 't', value))
  lab.laboratory.recreateTopic('t')
  held.release()
  await lab.settled(Promise.all(sends))
  expect(lab.values('t')).toEqual(['a', 'b', 'c'])
})

it('a topic that was deleted and stays away ends in a typed error, and other topics go on', async () => {
  lab.kafka.createTopic({ topic: 'other' })
  const producer = await lab.producer()
  await lab.settled(Promise.all(['t', 'other'].map(topic => sendOne(producer, topic, 'a'))))
  lab.kafka.cluster.topics.delete('t')
  const failing = lab.rejection(sendOne(producer, 't', 'b'))
  const before = lab.clock.now()
  await lab.settled(sendOne(producer, 'other', 'b'))
  expect(lab.clock.now() - before).toBeLessThan(1000)
  expect(await failing).toMatchObject({ name: expect.stringMatching(/^Kafka/), outcome: expect.stringMatching(/applied$/) })
  expect(lab.values('other')).toEqual(['a', 'b'])
})

it('a topic that comes back within the delivery time-out gets what was sent meanwhile', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'old'))
  lab.kafka.cluster.topics.delete('t')
  const sends = ['a', 'b'].map(value => sendOne(producer, 't', value))
  await lab.pass(20_000)
  lab.kafka.createTopic({ topic: 't', numPartitions: 2 })
  await lab.settled(Promise.all(sends))
  expect(lab.values('t')).toEqual(['a', 'b'])
})

it('a topic that comes back with fewer partitions: records for those that are gone end in a typed error, the others arrive', async () => {
  const producer = await lab.producer()
  await lab.settled(Promise.all([0, 1].map(partition => sendOne(producer, 't', 'old', partition))))
  lab.kafka.cluster.topics.delete('t')
  const results = Promise.allSettled([0, 1].map(partition => sendOne(producer, 't', 'new', partition)))
  await lab.pass(2000)
  lab.kafka.createTopic({ topic: 't', numPartitions: 1 })
  const [kept, gone] = await lab.settled(results)
  expect(kept?.status).toBe('fulfilled')
  expect(gone).toMatchObject({ status: 'rejected', reason: { name: expect.stringMatching(/^Kafka/) } })
  expect(lab.values('t')).toEqual(['new'])
  const refused = await lab.rejection(sendOne(producer, 't', 'x', 1))
  expect(refused).toMatchObject({ name: 'KafkaUsageError', outcome: 'not-applied', message: expect.stringContaining('it has 1') })
})

it('a partition that was added is known at once to those who name it', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'a'))
  grow(4)
  await lab.settled(sendOne(producer, 't', 'b', 3))
  expect(lab.values('t', 3)).toEqual(['b'])
})

it('partitions that were added get their share of records without key when the metadata is due', async () => {
  const producer = await lab.producer({ metadataMaxAge: 30_000 })
  const messages = Array.from({ length: 40 }, (_, i) => ({ value: String(i) }))
  await lab.settled(producer.send({ topic: 't', messages }))
  grow(4)
  await lab.pass(31_000)
  const results = await lab.settled(producer.send({ topic: 't', messages }))
  expect(results.map(({ partition }) => partition).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
  expect([0, 1, 2, 3].map(partition => lab.values('t', partition).length)).toEqual([30, 30, 10, 10])
})

it('a broker that does not know the new partitions yet costs nothing', async () => {
  const producer = await lab.producer({ metadataMaxAge: 5000 })
  await lab.settled(sendOne(producer, 't', 'a'))
  const view = lab.laboratory.metadata.freeze(1)
  grow(4)
  for (let i = 0; i < 10; i++) {
    await lab.pass(2000)
    await lab.settled(producer.send({ topic: 't', messages: Array.from({ length: 8 }, (_, j) => ({ value: `${i}/${j}` })) }))
  }
  expect(view.fired).toBeGreaterThan(0)
  expect([0, 1, 2, 3].flatMap(partition => lab.values('t', partition))).toHaveLength(81)
})

it.each(['the topic', 'a partition'])('%s is missing from the metadata for a while: nothing is lost', async what => {
  const producer = await lab.producer({ metadataMaxAge: 500 })
  await lab.settled(sendOne(producer, 't', 'first'))
  const { metadata } = lab.laboratory
  const view = what === 'the topic' ? metadata.omitTopic('t') : metadata.omitPartition('t', 0)
  const sends: Promise<unknown>[] = []
  for (let i = 0; i < 30; i++) {
    sends.push(sendOne(producer, 't', String(i)))
    await lab.pass(100)
  }
  expect(view.fired).toBeGreaterThan(0)
  view.remove()
  await lab.settled(Promise.all(sends))
  expect(lab.values('t')).toEqual(['first', ...Array.from({ length: 30 }, (_, i) => String(i))])
})

describe('a topic that is not there', () => {
  it('is made by the first call where that is allowed, once', async () => {
    await lab.kafka.stop()
    lab = await ClientLab.start({ brokers: 2, autoCreateTopics: true })
    const producer = await lab.producer()
    await lab.settled(Promise.all(['a', 'b', 'c'].map(value => sendOne(producer, 'fresh', value))))
    expect(lab.values('fresh')).toEqual(['a', 'b', 'c'])
  })

  it('is an error that was not applied where it may not be made, and the same call works when it is there', async () => {
    const producer = await lab.producer({ retry: { retries: 2 } }, { client: { retry: { retries: 2 } } })
    const error = await lab.rejection(sendOne(producer, 'fresh', 'a'))
    expect(error).toMatchObject({ outcome: 'not-applied', cause: { type: 'UNKNOWN_TOPIC_OR_PARTITION' } })
    lab.kafka.createTopic({ topic: 'fresh' })
    await lab.settled(sendOne(producer, 'fresh', 'a'))
    expect(lab.values('fresh')).toEqual(['a'])
  })

  it('does not hold up calls for others', async () => {
    const producer = await lab.producer()
    const failing = lab.rejection(sendOne(producer, 'nowhere', 'a'))
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['b'])
    await failing
  })
})

describe('brokers that name topics in Produce', () => {
  it('take the records of a topic that was made again as well', async () => {
    await lab.kafka.stop()
    lab = await ClientLab.start({ asVersion: '2.8', topics: [{ topic: 't' }] })
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'old'))
    lab.laboratory.recreateTopic('t')
    await lab.settled(sendOne(producer, 't', 'new'))
    expect(lab.values('t')).toEqual(['new'])
  })
})
