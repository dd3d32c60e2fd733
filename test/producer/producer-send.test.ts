import { CompressionTypes } from '../../src/types/enums'
import type { Message } from '../../src/types/messages'
import { connected, disconnectAll, LogStory, rejection, until } from './support'

let logs: LogStory

beforeEach(async () => {
  logs = await LogStory.start(2, { t: [1, 2, 1], u: [2] })
})

afterEach(async () => {
  await disconnectAll()
  await logs.stop()
})

const texts = (count: number, prefix = 'v', partition?: number): Message[] =>
  Array.from({ length: count }, (_, i) => ({ value: `${prefix}${i}`, ...(partition === undefined ? {} : { partition }) }))

describe('send', () => {
  it('stores what it is given and says where', async () => {
    const { producer, clock } = await connected(logs)
    const results = await producer.send({
      topic: 't',
      messages: [
        { partition: 1, key: 'k', value: 'v', headers: { a: 'x', b: Buffer.from([0]), c: ['1', '2'] }, timestamp: '1700000000123' },
        { partition: 1, key: Buffer.from('bytes'), value: Buffer.from('ü'), timestamp: 5 as unknown as string },
        { partition: 0, key: null, value: null },
        { partition: 0, value: '' }
      ]
    })
    expect(results).toEqual([
      { topicName: 't', partition: 1, errorCode: 0, baseOffset: '100', logAppendTime: '-1', logStartOffset: '0' },
      { topicName: 't', partition: 0, errorCode: 0, baseOffset: '0', logAppendTime: '-1', logStartOffset: '0' }
    ])
    expect(Object.keys(results[0] as object)).toEqual([
      'topicName',
      'partition',
      'errorCode',
      'baseOffset',
      'logAppendTime',
      'logStartOffset'
    ])
    const [first, second] = logs.messages('t', 1)
    expect(first).toMatchObject({ timestamp: '1700000000123', key: Buffer.from('k'), value: Buffer.from('v') })
    expect(first?.headers).toEqual({ a: Buffer.from('x'), b: Buffer.from([0]), c: [Buffer.from('1'), Buffer.from('2')] })
    expect(second).toMatchObject({ timestamp: '5', key: Buffer.from('bytes'), value: Buffer.from('ü') })
    const [third, fourth] = logs.messages('t', 0)
    expect(third).toMatchObject({ key: null, value: null, timestamp: String(clock.wallTime()), headers: {} })
    expect(fourth).toMatchObject({ key: null, value: Buffer.alloc(0) })
  })

  it('asks for all in-sync replicas and 30 s by default, and for what it is told', async () => {
    const { producer } = await connected(logs)
    await producer.send({ topic: 't', messages: texts(1) })
    await producer.send({ topic: 't', messages: texts(1), acks: 1, timeout: 1234 })
    expect(logs.requests.map(({ acks, timeoutMs, transactionalId }) => [acks, timeoutMs, transactionalId])).toEqual([
      [-1, 30_000, null],
      [1, 1234, null]
    ])
  })

  it('gives nothing for acks=0, when the records are written', async () => {
    const { producer } = await connected(logs)
    expect(await producer.send({ topic: 't', messages: texts(30), acks: 0 })).toEqual([])
    await until(() => [0, 1, 2].reduce((sum, partition) => sum + logs.messages('t', partition).length, 0) === 30)
  })

  it('gives nothing for no messages, without a request', async () => {
    const { producer } = await connected(logs)
    expect(await producer.send({ topic: 't', messages: [] })).toEqual([])
    expect(await producer.sendBatch({ topicMessages: [] })).toEqual([])
    expect(await producer.sendBatch({})).toEqual([])
    expect(logs.requests).toEqual([])
  })

  it.each(Object.entries(CompressionTypes))('with codec %s', async (_name, compression) => {
    const { producer } = await connected(logs)
    const messages = texts(200, 'some text that repeats, some text that repeats ', 0)
    const large = Array.from({ length: 3 }, () => ({ partition: 0, value: Buffer.alloc(300_000, 'abcdefgh') }))
    const results = await Promise.all([
      producer.send({ topic: 't', messages, compression }),
      producer.send({ topic: 't', messages: large, compression }),
      producer.send({ topic: 't', messages: texts(1, 'last', 0), compression })
    ])
    expect(results.map(([result]) => result?.baseOffset)).toEqual(['0', '200', '203'])
    expect(logs.values('t', 0)).toEqual([...messages, ...large, { value: 'last0' }].map(({ value }) => String(value)))
    expect(logs.batches('t', 0).every(({ bytes }) => (bytes.readInt16BE(21) & 7) === compression)).toBe(true)
  })

  it('keeps order when codecs that work elsewhere and ones that do not take turns', async () => {
    const { producer } = await connected(logs)
    const pad = 'x'.repeat(20_000)
    const sends = Array.from({ length: 40 }, (_, i) =>
      producer.send({ topic: 'u', messages: [{ value: `${i} ${pad}` }], compression: i % 5 })
    )
    const results = await Promise.all(sends)
    expect(results.map(([result]) => Number(result?.baseOffset))).toEqual(sends.map((_, i) => i))
    expect(logs.values('u', 0).map(value => Number(value.split(' ')[0]))).toEqual(sends.map((_, i) => i))
  })

  it('keeps order when records come while a batch is being compressed elsewhere', async () => {
    const { producer } = await connected(logs)
    await producer.send({ topic: 'u', messages: [{ value: 'first' }] })
    const pad = 'x'.repeat(300_000)
    const sends: Promise<unknown>[] = []
    for (let i = 0; i < 20; i++) {
      sends.push(producer.send({ topic: 'u', messages: [{ value: `${i} ${pad}` }], compression: CompressionTypes.GZIP }))
      await new Promise(resolve => setImmediate(resolve))
    }
    await Promise.all(sends)
    expect(
      logs
        .values('u', 0)
        .slice(1)
        .map(value => Number(value.split(' ')[0]))
    ).toEqual(sends.map((_, i) => i))
  })

  it('names the codec that is not there', async () => {
    const { producer } = await connected(logs)
    const error = await rejection<Error & { outcome: string }>(producer.send({ topic: 't', messages: texts(1), compression: 6 }))
    expect(error).toMatchObject({ name: 'KafkaJSNotImplemented', outcome: 'not-applied' })
    await producer.send({ topic: 't', messages: texts(1) })
  })
})

describe('sendBatch', () => {
  it('sends to several topics and merges repeated ones', async () => {
    const { producer } = await connected(logs)
    const results = await producer.sendBatch({
      topicMessages: [
        { topic: 't', messages: texts(2, 'a', 1) },
        { topic: 'u', messages: texts(1, 'b') },
        { topic: 't', messages: texts(1, 'c', 1) }
      ]
    })
    expect(results.map(({ topicName, partition, baseOffset }) => [topicName, partition, baseOffset])).toEqual([
      ['t', 1, '100'],
      ['u', 0, '0']
    ])
    expect(logs.values('t', 1)).toEqual(['a0', 'a1', 'c0'])
    expect(logs.requests).toHaveLength(1)
  })
})

describe('batches', () => {
  it('are shared by calls of one turn of the event loop, and each call hears of its own first offset', async () => {
    const { producer } = await connected(logs)
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, i) => producer.send({ topic: 't', messages: texts(i + 1, `${i}-`, 0) }))
    )
    expect(results.map(([result]) => result?.baseOffset)).toEqual(['0', '1', '3', '6', '10', '15', '21', '28', '36', '45'])
    expect(logs.batches('t', 0)).toHaveLength(1)
    expect(logs.requests).toHaveLength(1)
  })

  it('take in what is sent while the partition has a request out; never two at once, and other partitions go on', async () => {
    const { producer } = await connected(logs)
    // Metadata first: behind a Produce request that is not answered they would have to wait.
    await producer.sendBatch({ topicMessages: ['t', 'u'].map(topic => ({ topic, messages: texts(1, 'first', 0) })) })
    const answers: (() => void)[] = []
    logs.hook = async (_request, _context, perform) => {
      const response = await perform()
      await new Promise<void>(resolve => answers.push(resolve))
      return response
    }
    const sends = [producer.send({ topic: 't', messages: texts(1, 'a', 0) })]
    await until(() => answers.length === 1)
    for (let i = 0; i < 50; i++) sends.push(producer.send({ topic: 't', messages: texts(1, `b${i}-`, 0) }))
    // Another broker, and another partition of the same one.
    sends.push(producer.send({ topic: 'u', messages: texts(1, 'u') }))
    await until(() => answers.length === 2)
    sends.push(producer.send({ topic: 't', messages: texts(1, 'c', 2) }))
    for (let i = 0; i < 50; i++) await new Promise(resolve => setImmediate(resolve))
    await until(() => logs.requests.length === 5)
    for (let i = 0; i < 50; i++) await new Promise(resolve => setImmediate(resolve))
    expect(logs.batches('t', 0)).toHaveLength(2)
    logs.hook = undefined
    for (const answer of answers) answer()
    await Promise.all(sends)
    expect(logs.batches('t', 0)).toHaveLength(3)
    expect(logs.values('t', 0)).toEqual(['first0', 'a0', ...Array.from({ length: 50 }, (_, i) => `b${i}-0`)])
  })

  it('take in what is sent while the broker has as many requests as it may have', async () => {
    const { producer } = await connected(logs, { maxInFlightRequests: 1 })
    await producer.send({ topic: 't', messages: [0, 2].map(partition => ({ partition, value: 'first' })) })
    let answer: (() => void) | undefined
    logs.hook = async (_request, _context, perform) => {
      await new Promise<void>(resolve => {
        answer = resolve
      })
      return perform()
    }
    const sends = [producer.send({ topic: 't', messages: texts(1, 'a', 0) })]
    await until(() => answer !== undefined)
    for (let i = 0; i < 10; i++) {
      sends.push(producer.send({ topic: 't', messages: texts(1, `b${i}-`, 2) }))
      await new Promise(resolve => setImmediate(resolve))
    }
    logs.hook = undefined
    answer?.()
    await Promise.all(sends)
    expect(logs.batches('t', 2)).toHaveLength(2)
  })

  it('do not exceed the limit; a call may fill several, a record may be larger', async () => {
    const { producer } = await connected(logs, {}, { limits: { maxBatchBytes: 10_000 } })
    const value = 'x'.repeat(1_000)
    const messages = [
      ...Array.from({ length: 50 }, () => ({ partition: 0, value })),
      { partition: 0, value: 'y'.repeat(20_000) },
      { partition: 0, value: 'z' }
    ]
    const [one, two] = await Promise.all([
      producer.send({ topic: 't', messages }),
      producer.send({ topic: 't', messages: texts(1, 'w', 0) })
    ])
    expect(one).toEqual([{ topicName: 't', partition: 0, errorCode: 0, baseOffset: '0', logAppendTime: '-1', logStartOffset: '0' }])
    expect(two).toMatchObject([{ baseOffset: '52' }])
    const sizes = logs.batches('t', 0).map(({ bytes }) => bytes.length)
    expect(sizes.filter(size => size > 10_000)).toHaveLength(1)
    expect(sizes.length).toBeGreaterThan(5)
    expect(logs.values('t', 0)).toEqual([...messages.map(({ value: text }) => text), 'w0'])
  })

  it('keep calls apart that want other acks or another codec, in order', async () => {
    const { producer } = await connected(logs)
    const settings = [
      { acks: -1 },
      { acks: 1 },
      { acks: 1, compression: CompressionTypes.GZIP },
      { acks: -1 },
      { acks: -1, timeout: 99_000 }
    ]
    await Promise.all(settings.map((setting, i) => producer.send({ topic: 'u', messages: texts(1, `${i}-`), ...setting })))
    expect(logs.values('u', 0)).toEqual(['0-0', '1-0', '2-0', '3-0', '4-0'])
    expect(logs.requests.map(({ acks, timeoutMs }) => [acks, timeoutMs])).toEqual([
      [-1, 30_000],
      [1, 30_000],
      [1, 30_000],
      [-1, 99_000]
    ])
  })

  it('go out in requests that hold to their limit', async () => {
    const { producer } = await connected(logs, {}, { limits: { maxRequestBytes: 3_000 } })
    const value = 'x'.repeat(2_000)
    await producer.send({ topic: 't', messages: [0, 2].map(partition => ({ partition, value })) })
    expect(logs.requests).toHaveLength(2)
  })
})

it('has no more than maxInFlightRequests requests at a broker', async () => {
  const many = Array.from({ length: 12 }, () => 1)
  logs.setLeaders('many', many)
  const { producer } = await connected(logs, { maxInFlightRequests: 2 }, { limits: { maxRequestBytes: 1 } })
  let arrived = 0
  let answered = 0
  let most = 0
  logs.story.broker(1).onConnection = socket => socket.on('data', () => (most = Math.max(most, logs.requests.length - answered)))
  logs.hook = async (_request, _context, perform) => {
    arrived++
    for (let i = 0; i < 10; i++) await new Promise(resolve => setImmediate(resolve))
    most = Math.max(most, logs.requests.length - answered)
    answered++
    return perform()
  }
  await producer.send({ topic: 'many', messages: many.map((_, partition) => ({ partition, value: 'v' })) })
  expect(arrived).toBe(12)
  expect(most).toBe(2)
})

it('takes 100,000 messages in one call, and as many calls at once', async () => {
  const { producer } = await connected(logs)
  const [result] = await producer.send({ topic: 'u', messages: texts(100_000) })
  expect(result?.baseOffset).toBe('0')
  const results = await Promise.all(Array.from({ length: 20_000 }, (_, i) => producer.send({ topic: 'u', messages: [{ value: `${i}` }] })))
  expect(results.map(([each]) => Number(each?.baseOffset))).toEqual(results.map((_, i) => 100_000 + i))
  const values = logs.values('u', 0)
  expect(values).toHaveLength(120_000)
  expect(values[99_999]).toBe('v99999')
  expect(values[119_999]).toBe('19999')
  expect(logs.requests.length).toBeLessThan(20)
})

it('does not touch the messages it is given, and is done with them when the topic is known', async () => {
  const { producer } = await connected(logs)
  await producer.send({ topic: 'u', messages: [{ value: 'first' }] })
  const value = Buffer.from('before')
  const message = Object.freeze({ value, headers: Object.freeze({ a: 'b' }) }) as Message
  const messages = Object.freeze([message]) as unknown as Message[]
  const sending = producer.send(Object.freeze({ topic: 'u', messages }))
  value.write('after!')
  await sending
  expect(logs.values('u', 0)).toEqual(['first', 'before'])
  expect(Object.keys(message)).toEqual(['value', 'headers'])
})

it('lets its methods be taken off the object', async () => {
  const { producer } = await connected(logs)
  // oxlint-disable-next-line typescript/unbound-method -- that is the point
  const { send, sendBatch, isIdempotent, logger } = producer
  expect(await send({ topic: 'u', messages: texts(1) })).toHaveLength(1)
  expect(await sendBatch({ topicMessages: [{ topic: 'u', messages: texts(1) }] })).toHaveLength(1)
  expect(isIdempotent()).toBe(false)
  expect(typeof logger().info).toBe('function')
})
