import { produceApi } from '../../src/protocol/generated/produce'
import { connected, disconnectAll, LogStory, makeProducer, noReply, rejection, settleWith, until } from './support'

type Failure = Error & { outcome?: string; retriable?: boolean }

let logs: LogStory

beforeEach(async () => {
  logs = await LogStory.start(2, { t: [1, 2] })
})

afterEach(async () => {
  await disconnectAll()
  await logs.stop()
})

const message = (value: string, partition = 0): { partition: number; value: string }[] => [{ partition, value }]

describe('a producer that is not connected', () => {
  it('takes no messages', async () => {
    const { producer } = makeProducer(logs)
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: message('x') }))
    expect(error).toMatchObject({ name: 'KafkaJSError', message: 'The producer is disconnected', retriable: true, outcome: 'not-applied' })
    const connecting = producer.connect()
    await expect(producer.send({ topic: 't', messages: message('x') })).rejects.toThrow('The producer is disconnected')
    await connecting
    await producer.disconnect()
    await expect(producer.sendBatch({ topicMessages: [{ topic: 't', messages: message('x') }] })).rejects.toThrow(
      'The producer is disconnected'
    )
  })

  it('says first what is wrong with a message', async () => {
    const { producer } = makeProducer(logs)
    await expect(producer.send({ topic: '', messages: [] })).rejects.toThrow('Invalid topic')
  })

  it('can be disconnected', async () => {
    const { producer } = makeProducer(logs)
    await producer.disconnect()
    await producer.disconnect()
    await producer.connect()
    await producer.send({ topic: 't', messages: message('x') })
  })
})

describe('connect', () => {
  it('is shared, and does nothing when connected', async () => {
    const { producer } = makeProducer(logs)
    const events: string[] = []
    producer.on(producer.events.CONNECT, ({ type }) => void events.push(type))
    await Promise.all([producer.connect(), producer.connect()])
    await producer.connect()
    expect(events).toEqual(['producer.connect'])
  })

  it('can fail, and be tried again', async () => {
    for (const broker of logs.story.brokers) await broker.goAway()
    const { producer, clock } = makeProducer(logs, {}, { client: { retry: { retries: 1 } } })
    await expect(settleWith(clock, producer.connect())).rejects.toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded' })
    for (const broker of logs.story.brokers) await broker.comeBack()
    await settleWith(clock, producer.connect())
    await producer.send({ topic: 't', messages: message('x') })
  })

  it('can be given up by disconnect', async () => {
    for (const broker of logs.story.brokers) await broker.goAway()
    const { producer, clock } = makeProducer(logs)
    const connecting = rejection<Failure>(producer.connect())
    await producer.disconnect()
    expect(await connecting).toMatchObject({ name: 'KafkaClosedError' })
    expect(clock.pending).toBe(0)
    for (const broker of logs.story.brokers) await broker.comeBack()
  })

  it('after disconnect begins anew', async () => {
    const { producer } = makeProducer(logs)
    for (let i = 0; i < 3; i++) {
      const connecting = producer.connect()
      await connecting
      await producer.send({ topic: 't', messages: message(`${i}`) })
      const disconnecting = producer.disconnect()
      if (i < 2) await Promise.all([disconnecting, producer.connect()])
      else await disconnecting
    }
    expect(logs.values('t', 0)).toEqual(['0', '1', '2'])
  })
})

describe('disconnect', () => {
  it('sends what it has first, takes nothing more, and leaves nothing behind', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: message('0') })
    const events: string[] = []
    producer.on(producer.events.DISCONNECT, ({ type, payload }) => void events.push(`${type} ${payload}`))
    const sends = Array.from({ length: 100 }, (_, i) => producer.send({ topic: 't', messages: message(`${i + 1}`, i % 2) }))
    const disconnecting = Promise.all([producer.disconnect(), producer.disconnect()])
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: message('late') }))
    expect(error).toMatchObject({ name: 'KafkaJSNonRetriableError', outcome: 'not-applied' })
    expect(error.message).toMatch(/^The producer is disconnecting/)
    await disconnecting
    await Promise.all(sends)
    expect(logs.values('t', 0).length + logs.values('t', 1).length).toBe(101)
    expect(events).toEqual(['producer.disconnect undefined'])
    await until(() => logs.story.brokers.every(broker => broker.connectionsOpen === 0))
    expect(clock.pending).toBe(0)
  })

  it('waits for first calls whose topic is not known yet', async () => {
    const { producer } = await connected(logs)
    const sending = producer.send({ topic: 't', messages: message('x') })
    await producer.disconnect()
    await sending
    expect(logs.values('t', 0)).toEqual(['x'])
  })

  it('waits for what is being tried again (kjs#879)', async () => {
    const { producer, clock } = await connected(logs)
    let count = 0
    logs.hook = (_request, context, perform) => {
      if (count++ > 0) return perform()
      context.close()
      return noReply
    }
    const sending = producer.send({ topic: 't', messages: message('x') })
    await until(() => count === 1)
    await settleWith(clock, producer.disconnect())
    await sending
    expect(logs.values('t', 0)).toEqual(['x'])
  })

  it('settles every call in the end: 30 s, each with what is known of it', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: [...message('0'), ...message('0', 1)] })
    logs.hook = () => noReply
    const start = clock.now()
    const calls = [
      producer.send({ topic: 't', messages: message('in flight') }),
      producer.send({ topic: 'unknown', messages: message('no metadata') })
    ].map(call => rejection<Failure>(call))
    await until(() => logs.requests.length >= 3)
    calls.push(rejection<Failure>(producer.send({ topic: 't', messages: message('behind') })))
    await settleWith(clock, producer.disconnect(), 500)
    expect(clock.now() - start).toBeLessThanOrEqual(31_000)
    const errors = await Promise.all(calls)
    expect(errors.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['KafkaClosedError', 'maybe-applied'],
      ['KafkaJSNumberOfRetriesExceeded', 'not-applied'],
      ['KafkaClosedError', 'not-applied']
    ])
    expect(clock.pending).toBe(0)
  })

  it('gives up first calls that still wait', async () => {
    const { producer, clock } = await connected(logs, {}, { limits: { flushTimeoutMs: 1_000 } })
    const calls = Array.from({ length: 3 }, () => rejection<Failure>(producer.send({ topic: 'unknown', messages: message('x') })))
    await settleWith(clock, producer.disconnect())
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ name: 'KafkaClosedError', outcome: 'not-applied' })
    expect(clock.pending).toBe(0)
  })
})

describe('the buffer', () => {
  it('lets calls in as long as it is not full, then in turn as it empties', async () => {
    const { producer } = await connected(logs, {}, { limits: { bufferBytes: 10_000, maxBatchBytes: 4_000 } })
    await producer.send({ topic: 't', messages: [...message('first'), ...message('first', 1)] })
    const answers: (() => void)[] = []
    logs.hook = async (_request, _context, perform) => {
      await new Promise<void>(resolve => answers.push(resolve))
      return perform()
    }
    const pad = 'x'.repeat(1_000)
    const sends = Array.from({ length: 40 }, (_, i) => producer.send({ topic: 't', messages: message(`${i} ${pad}`, i % 2) }))
    const progress = { isOver: false }
    const all = Promise.all(sends).finally(() => {
      progress.isOver = true
    })
    while (!progress.isOver) {
      await new Promise(resolve => setImmediate(resolve))
      answers.shift()?.()
    }
    await all
    const numbers = [0, 1].map(partition =>
      logs
        .values('t', partition)
        .slice(1)
        .map(value => Number(value.split(' ')[0]))
    )
    expect(numbers[0]).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i))
    expect(numbers[1]).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i + 1))
  })

  it('holds what is let in within its limit, and rejects after a minute what does not get in', async () => {
    const { producer, clock } = await connected(logs, {}, { limits: { bufferBytes: 5_000, deliveryTimeoutMs: 200_000 } })
    await producer.send({ topic: 't', messages: message('first') })
    logs.hook = () => noReply
    const outcomes: string[] = []
    const pad = 'x'.repeat(1_000)
    for (let i = 0; i < 10; i++) {
      producer.send({ topic: 't', messages: message(pad) }).catch((error: Failure) => outcomes.push(error.message))
    }
    await clock.advance(59_999)
    expect(outcomes).toEqual([])
    await clock.advance(1)
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'No room in the buffer within 60000 ms'))
    await settleWith(clock, producer.disconnect(), 1_000)
    expect(outcomes).toHaveLength(10)
  })

  it('takes a call that is larger than all of it', async () => {
    const { producer } = await connected(logs, {}, { limits: { bufferBytes: 1_000 } })
    const messages = Array.from({ length: 100 }, (_, i) => ({ partition: 0, value: `${i} ${'x'.repeat(100)}` }))
    await Promise.all([producer.send({ topic: 't', messages }), producer.send({ topic: 't', messages: message('after') })])
    expect(logs.values('t', 0)).toHaveLength(101)
    expect(logs.values('t', 0)[100]).toBe('after')
  })
})

describe('on', () => {
  it('tells of requests, and refuses what is no event of a producer', async () => {
    const { producer } = makeProducer(logs)
    const names: string[] = []
    const remove = producer.on(producer.events.REQUEST, ({ payload }) => void names.push(payload.apiName))
    await producer.connect()
    await producer.send({ topic: 't', messages: message('x') })
    expect(names).toContain('Produce')
    remove()
    names.length = 0
    await producer.send({ topic: 't', messages: message('x') })
    expect(names).toEqual([])
    expect(() => producer.on('consumer.connect' as 'producer.connect', () => undefined)).toThrow(
      'Event name should be one of producer.events.CONNECT, producer.events.DISCONNECT, producer.events.REQUEST, producer.events.REQUEST_TIMEOUT, producer.events.REQUEST_QUEUE_SIZE'
    )
  })
})

it('uses versions that name topics where ids are not known, and ids where they are', async () => {
  const { producer } = await connected(logs)
  await producer.send({ topic: 't', messages: message('x') })
  logs.story.topics = logs.story.topics.map(topic => ({ ...topic, topicId: 'AAAAAAAAAAAAAAAAAAAAAA' }))
  const second = await connected(logs)
  await second.producer.send({ topic: 't', messages: message('y') })
  expect(
    logs.story
      .broker(1)
      .requestsOf(produceApi)
      .map(({ version }) => version)
  ).toEqual([13, 12])
  expect(logs.values('t', 0)).toEqual(['x', 'y'])
})
