import { metadataApi } from '../../src/protocol/generated/metadata'
import { connected, disconnectAll, LogStory, noReply, rejection, settleWith, until } from './support'

type Failure = Error & { outcome?: string; cause?: Error; type?: string }

let logs: LogStory

beforeEach(async () => {
  logs = await LogStory.start(2, { t: [1, 2], u: [2] })
})

afterEach(async () => {
  await disconnectAll()
  await logs.stop()
})

const value = (text: string, partition = 0): { partition: number; value: string }[] => [{ partition, value: text }]

describe('the first calls for a topic', () => {
  it('share one look-up, and go in the order of their coming', async () => {
    const { producer } = await connected(logs)
    const before = logs.story.metadataRequests
    const sends = Array.from({ length: 500 }, (_, i) => producer.send({ topic: 't', messages: value(`${i}`) }))
    await Promise.all(sends)
    expect(logs.values('t', 0)).toEqual(sends.map((_, i) => `${i}`))
    expect(logs.batches('t', 0)).toHaveLength(1)
    expect(logs.story.metadataRequests).toBe(before + 1)
  })

  it('are not overtaken by ones that come when the topic is known', async () => {
    const { producer } = await connected(logs)
    const sends = [producer.send({ topic: 't', messages: value('0') })]
    for (let i = 1; i < 200; i++) {
      await new Promise(resolve => setImmediate(resolve))
      sends.push(producer.send({ topic: 't', messages: value(`${i}`) }))
    }
    await Promise.all(sends)
    expect(logs.values('t', 0)).toEqual(sends.map((_, i) => `${i}`))
  })

  it('for several topics are in order in each of them', async () => {
    const { producer } = await connected(logs)
    await producer.send({ topic: 'u', messages: value('first') })
    const both = producer.sendBatch({ topicMessages: ['t', 'u'].map(topic => ({ topic, messages: value('both') })) })
    // It could go at once, but for the call before it.
    const second = producer.send({ topic: 'u', messages: value('second') })
    await Promise.all([both, second])
    expect(logs.values('u', 0)).toEqual(['first', 'both', 'second'])
    expect(logs.values('t', 0)).toEqual(['both'])
  })

  it('hold up only those that name the topic', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: value('first') })
    const missing = rejection(producer.send({ topic: 'missing', messages: value('x') }))
    await producer.send({ topic: 't', messages: value('second') })
    expect(logs.values('t', 0)).toEqual(['first', 'second'])
    await settleWith(clock, missing)
  })
})

describe('a topic that does not exist', () => {
  it('is rejected as KafkaJS does it, after the retries', async () => {
    const { producer, clock } = await connected(logs)
    const start = clock.now()
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 'missing', messages: value('x') })))
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', outcome: 'not-applied' })
    expect(error.cause).toMatchObject({ name: 'KafkaJSProtocolError', type: 'UNKNOWN_TOPIC_OR_PARTITION', code: 3 })
    expect(clock.now() - start).toBeLessThan(20_000)
    // Nobody asks for it any more.
    const all = () => logs.story.brokers.flatMap(broker => broker.requestsOf(metadataApi))
    const before = new Set(all())
    await producer.send({ topic: 't', messages: value('y') })
    const since = all().filter(request => !before.has(request))
    expect(since.flatMap(({ body }) => body.topics ?? []).map(({ name }) => name)).toEqual(['t'])
  })

  it('is asked for with leave to create it, or without', async () => {
    for (const allowAutoTopicCreation of [true, false]) {
      const { producer, clock } = await connected(logs, { allowAutoTopicCreation })
      const topic = `auto-${allowAutoTopicCreation}`
      const sending = producer.send({ topic, messages: value('x') })
      await until(() => requests(topic).length > 0)
      expect(new Set(requests(topic))).toEqual(new Set([allowAutoTopicCreation]))
      logs.setLeaders(topic, [1])
      await settleWith(clock, sending)
      expect(logs.values(topic, 0)).toEqual(['x'])
    }
  })

  it('gives those who come late a look-up of their own', async () => {
    const { producer, clock } = await connected(logs)
    const first = rejection<Failure>(producer.send({ topic: 'late', messages: value('1') }))
    await clock.advance(5_000)
    const second = producer.send({ topic: 'late', messages: value('2') })
    await settleWith(clock, first)
    logs.setLeaders('late', [1])
    await settleWith(clock, second)
    expect(logs.values('late', 0)).toEqual(['2'])
  })

  const requests = (topic: string): boolean[] =>
    logs.story.brokers
      .flatMap(broker => broker.requestsOf(metadataApi))
      .filter(({ body }) => body.topics?.some(({ name }) => name === topic))
      .map(({ body }) => body.allowAutoTopicCreation)
})

it('a name that cannot be one is refused at once', async () => {
  const { producer } = await connected(logs)
  logs.story.topics.push({ name: 'bad name', errorCode: 17 })
  const error = await rejection<Failure>(producer.send({ topic: 'bad name', messages: value('x') }))
  expect(error).toMatchObject({ type: 'INVALID_TOPIC_EXCEPTION', outcome: 'not-applied' })
})

it('brokers that do not answer about metadata reject a call after a minute, with nothing applied', async () => {
  const { producer, clock } = await connected(logs)
  for (const broker of logs.story.brokers) broker.on(metadataApi, () => noReply)
  const start = clock.now()
  const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: value('x') }), 250))
  expect(error).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
  expect(error.message).toBe('No metadata of topic "t" within 60000 ms')
  expect(clock.now() - start).toBeGreaterThanOrEqual(60_000)
  expect(clock.now() - start).toBeLessThan(61_000)
})

it('brokers that are all away for a while cost the first call nothing but time', async () => {
  const { producer, clock } = await connected(logs)
  for (const broker of logs.story.brokers) await broker.goAway()
  const sending = producer.send({ topic: 't', messages: value('x') })
  for (let i = 0; i < 100; i++) {
    await clock.advance(300)
    for (let j = 0; j < 5; j++) await new Promise(resolve => setImmediate(resolve))
  }
  for (const broker of logs.story.brokers) await broker.comeBack()
  await settleWith(clock, sending)
  expect(logs.values('t', 0)).toEqual(['x'])
})

describe('a partition that is not known', () => {
  it('is looked for a few times before the call is rejected, with nothing applied', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: value('first') })
    const messages = [...value('a'), ...value('b', 7)]
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages })))
    expect(error).toMatchObject({ name: 'KafkaUsageError', outcome: 'not-applied', message: 'Topic "t" has no partition 7: it has 2' })
    expect(logs.values('t', 0)).toEqual(['first'])
  })

  it('may have been added', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: value('first') })
    logs.setLeaders('t', [1, 2, 2])
    const sends = [
      producer.send({ topic: 't', messages: [...value('a'), ...value('b', 2)] }),
      producer.send({ topic: 't', messages: value('c') })
    ]
    await settleWith(clock, Promise.all(sends))
    expect(logs.values('t', 0)).toEqual(['first', 'a', 'c'])
    expect(logs.values('t', 2)).toEqual(['b'])
  })
})

describe('a partitioner of the application', () => {
  it('decides once for each message, also when sending fails', async () => {
    let asked = 0
    const { producer, clock } = await connected(logs, { createPartitioner: () => () => asked++ % 2 })
    let count = 0
    logs.hook = (_request, context, perform) => {
      if (count++ > 3) return perform()
      context.close()
      return noReply
    }
    await settleWith(clock, producer.send({ topic: 't', messages: Array.from({ length: 10 }, (_, i) => ({ value: `${i}` })) }))
    expect(asked).toBe(10)
    expect(logs.values('t', 0)).toEqual(['0', '2', '4', '6', '8'])
    expect(logs.values('t', 1)).toEqual(['1', '3', '5', '7', '9'])
  })

  it.each([NaN, -1, 0.5, undefined, 'x'])('that gives %p fails its call alone', async partition => {
    const { producer } = await connected(logs, {
      createPartitioner:
        () =>
        ({ message }) =>
          message.key === 'bad' ? (partition as number) : 0
    })
    const messages = [
      { key: 'good', value: 'a' },
      { key: 'bad', value: 'b' }
    ]
    const error = await rejection<Failure>(producer.send({ topic: 't', messages }))
    expect(error).toMatchObject({ name: 'KafkaUsageError', outcome: 'not-applied' })
    await producer.send({ topic: 't', messages: [{ key: 'good', value: 'c' }] })
    expect(logs.values('t', 0)).toEqual(['c'])
  })

  it('that throws fails its call alone, with its own error', async () => {
    const mine = new Error('mine')
    const createPartitioner =
      () =>
      ({ message }: { message: { key?: unknown } }): number => {
        if (message.key === 'bad') throw mine
        return 0
      }
    const { producer } = await connected(logs, { createPartitioner })
    const sends = ['good', 'bad', 'good'].map(key =>
      producer.send({
        topic: 't',
        messages: [
          { key: 'good', value: 'a' },
          { key, value: 'b' }
        ]
      })
    )
    await expect(sends[1]).rejects.toBe(mine)
    await Promise.all([sends[0], sends[2]])
    expect(logs.values('t', 0)).toEqual(['a', 'b', 'a', 'b'])
  })
})
