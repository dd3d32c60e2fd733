import { errorCodes } from '../../src/errors/error-table'
import { produceApi } from '../../src/protocol/generated/produce'
import type { ProduceRequest } from '../../src/protocol/generated/produce-request'
import type { PartitionProduceResponseInput, ProduceResponseInput } from '../../src/protocol/generated/produce-response'
import { connected, disconnectAll, LogStory, noReply, rejection, settleWith, until } from './support'
import type { ManualClock } from '../support/manual-clock'
import type { NoReply } from '../support/scripted-broker'

type Failure = Error & { outcome?: string; code?: unknown; type?: string; cause?: Error; retryCount?: number; retriable?: boolean }

let logs: LogStory

beforeEach(async () => {
  logs = await LogStory.start(2, { t: [1, 2], u: [2] })
})

afterEach(async () => {
  await disconnectAll()
  await logs.stop()
})

/** The answer that says the same of every partition. */
function answerAll({ topicData }: ProduceRequest, partition: PartitionProduceResponseInput): ProduceResponseInput {
  return {
    responses: topicData.map(({ name, topicId, partitionData }) => ({
      name,
      topicId,
      partitionResponses: partitionData.map(({ index }) => ({ index, ...partition }))
    }))
  }
}

/** Lets sockets work for a while. */
async function turns(count = 50): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(resolve => setImmediate(resolve))
}

/** Moves time on in steps, letting sockets work in between. */
async function settleFor(clock: ManualClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    await clock.advance(50)
    await turns(20)
  }
}

/** Answers the first `count` requests with an error code. */
function failing(count: number, errorCode: number, errorMessage: string | null = null): void {
  let left = count
  logs.hook = (request, _context, perform) => (left-- > 0 ? answerAll(request, { errorCode, errorMessage }) : perform())
}

describe('an error that passes', () => {
  it.each([
    'NOT_LEADER_OR_FOLLOWER',
    'LEADER_NOT_AVAILABLE',
    'NOT_ENOUGH_REPLICAS',
    'REQUEST_TIMED_OUT',
    'UNKNOWN_TOPIC_OR_PARTITION'
  ] as const)('%s: the same bytes go to the same partition again', async name => {
    const { producer, clock } = await connected(logs)
    failing(2, errorCodes[name])
    const sending = producer.send({
      topic: 't',
      messages: [
        { partition: 0, value: 'a' },
        { partition: 0, value: 'b' }
      ]
    })
    await until(() => logs.requests.length === 1)
    // Records that come later must not change what is sent again.
    const second = producer.send({ topic: 't', messages: [{ partition: 0, value: 'c' }] })
    expect(await settleWith(clock, sending)).toMatchObject([{ partition: 0, baseOffset: '0' }])
    expect(await settleWith(clock, second)).toMatchObject([{ partition: 0, baseOffset: '2' }])
    const [first, again, third, last] = logs.requests.map(({ topicData }) => topicData[0]?.partitionData[0])
    expect(again).toEqual(first)
    expect(third).toEqual(first)
    expect(last?.records?.equals(first?.records as Buffer)).toBe(false)
    expect(logs.values('t', 0)).toEqual(['a', 'b', 'c'])
  })

  it('asks for metadata when it is about the leader, and waits no longer than until another is known', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: [{ partition: 0, value: 'first' }] })
    logs.setLeaders('t', [2, 2])
    const asked = logs.story.metadataRequests
    const sending = producer.send({ topic: 't', messages: [{ partition: 0, value: 'second' }] })
    await until(() => logs.requests.length === 2)
    // The refresh may wait for its own back-off of 100 ms; ours would be 300.
    await settleWith(clock, sending, 10, 150)
    expect(logs.story.metadataRequests).toBe(asked + 1)
    expect(logs.values('t', 0)).toEqual(['first', 'second'])
  })

  it('follows the leader that a Produce response names (KIP-951), at once', async () => {
    const { producer } = await connected(logs)
    await producer.send({ topic: 't', messages: [{ partition: 0, value: 'first' }] })
    logs.setLeaders('t', [2, 2])
    logs.hook = (request, context, perform) =>
      context.broker.nodeId === 1
        ? answerAll(request, { errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER, currentLeader: { leaderId: 2, leaderEpoch: 2 } })
        : perform()
    await producer.send({ topic: 't', messages: [{ partition: 0, value: 'second' }] })
    expect(logs.values('t', 0)).toEqual(['first', 'second'])
  })

  it('holds up its own partition alone', async () => {
    const { producer, clock } = await connected(logs)
    logs.hook = (request, context, perform) =>
      context.broker.nodeId === 1 ? answerAll(request, { errorCode: errorCodes.NOT_ENOUGH_REPLICAS }) : perform()
    const stuck = producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
    await until(() => logs.requests.length === 1)
    for (let i = 0; i < 20; i++) await producer.send({ topic: 't', messages: [{ partition: 1, value: `b${i}` }] })
    expect(logs.values('t', 1)).toHaveLength(20)
    logs.hook = undefined
    await settleWith(clock, stuck)
  })

  it('within one response concerns its own partition alone', async () => {
    const { producer, clock } = await connected(logs)
    logs.setLeaders('many', [1, 1, 1])
    let count = 0
    logs.hook = async (request, _context, perform) => {
      if (count++ > 0) return perform()
      const whole = request.topicData[0]
      const rest = whole?.partitionData.filter(({ index }) => index !== 1) ?? []
      request.topicData = [{ ...whole, partitionData: rest }]
      const response = await perform()
      const { name = '', topicId = '', partitionResponses = [] } = response.responses?.[0] ?? {}
      // In another order than asked.
      const failed = { index: 1, errorCode: errorCodes.KAFKA_STORAGE_ERROR }
      return { responses: [{ name, topicId, partitionResponses: [...partitionResponses.toReversed(), failed] }] }
    }
    const messages = [0, 1, 2].map(partition => ({ partition, value: `v${partition}` }))
    const results = await settleWith(clock, producer.send({ topic: 'many', messages }))
    expect(results.map(({ partition, baseOffset }) => [partition, baseOffset])).toEqual([
      [0, '0'],
      [1, '100'],
      [2, '200']
    ])
    for (const partition of [0, 1, 2]) expect(logs.values('many', partition)).toEqual([`v${partition}`])
  })

  it('has a limit in time: 120 s, and the outcome says whether anything may be stored', async () => {
    const { producer, clock } = await connected(logs)
    failing(Infinity, errorCodes.NOT_ENOUGH_REPLICAS)
    const start = clock.now()
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })))
    expect(clock.now() - start).toBeGreaterThanOrEqual(120_000)
    expect(clock.now() - start).toBeLessThan(121_000)
    expect(error).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied', retriable: false })
    expect(error.message).toMatch(/120000 ms \(topic t, partition 0, 1 record, \d+ bytes\)/)
    expect(error.cause).toMatchObject({ name: 'KafkaJSProtocolError', type: 'NOT_ENOUGH_REPLICAS', code: 19 })
    failing(Infinity, errorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND)
    const second = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })))
    expect(second).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'maybe-applied' })
  })

  it('has a limit in number where the user names one', async () => {
    const { producer, clock } = await connected(logs, { retry: { retries: 2 } })
    failing(Infinity, errorCodes.NOT_ENOUGH_REPLICAS)
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })))
    expect(logs.requests).toHaveLength(3)
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 2, outcome: 'not-applied', retriable: false })
    expect(error.cause).toMatchObject({ type: 'NOT_ENOUGH_REPLICAS' })
  })

  it('counts for the calls that wait behind it, too', async () => {
    const { producer, clock } = await connected(logs, { retry: { retries: 2 } }, { limits: { maxBatchBytes: 100 } })
    failing(Infinity, errorCodes.NOT_ENOUGH_REPLICAS)
    const value = 'x'.repeat(100)
    const sends = Array.from({ length: 5 }, () => rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value }] })))
    const errors = await settleWith(clock, Promise.all(sends))
    for (const error of errors)
      expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 2, outcome: 'not-applied' })
    expect(logs.requests).toHaveLength(3)
    logs.hook = undefined
    await settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'alive' }] }))
    expect(logs.values('t', 0)).toEqual(['alive'])
  })

  it('with retries: 0 is final', async () => {
    const { producer } = await connected(logs, { retry: { retries: 0 } })
    failing(1, errorCodes.NOT_LEADER_OR_FOLLOWER)
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] }))
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 0 })
    expect(logs.requests).toHaveLength(1)
  })
})

it('gives a call that comes after a failure retries of its own', async () => {
  logs.setLeaders('t', [-1, 2])
  const { producer, clock } = await connected(logs, { retry: { retries: 3 } })
  const first = rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] }))
  // Waits of 300 and 600 ms, give or take a fifth.
  await settleFor(clock, 700)
  const second = producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] })
  expect(await settleWith(clock, first)).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 3 })
  logs.setLeaders('t', [1, 2])
  await settleWith(clock, second)
  expect(logs.values('t', 0)).toEqual(['b'])
})

it('does not wait when another leader has become known before the failure', async () => {
  const { producer, cluster, clock } = await connected(logs)
  await producer.send({ topic: 't', messages: [{ partition: 0, value: 'first' }] })
  logs.hook = async (request, context, perform) => {
    if (context.broker.nodeId === 2) return perform()
    logs.setLeaders('t', [2, 2])
    await settleWith(clock, cluster.requestMetadataUpdate())
    return answerAll(request, { errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER })
  }
  // For any wait after the answer the clock would have to move.
  await producer.send({ topic: 't', messages: [{ partition: 0, value: 'second' }] })
  expect(logs.values('t', 0)).toEqual(['first', 'second'])
})

describe('an error that does not pass', () => {
  it('fails the calls of its batch alone, and names what it was', async () => {
    const { producer } = await connected(logs)
    logs.hook = (request, context, perform) =>
      context.broker.nodeId === 1
        ? answerAll(request, { errorCode: errorCodes.MESSAGE_TOO_LARGE, errorMessage: 'more than 100 bytes' })
        : perform()
    const sends = [0, 0, 1].map(partition => producer.send({ topic: 't', messages: [{ partition, value: 'x'.repeat(200) }] }))
    const [first, second] = await Promise.all(sends.slice(0, 2).map(sending => rejection<Failure>(sending)))
    expect(await sends[2]).toMatchObject([{ partition: 1 }])
    for (const error of [first, second]) {
      expect(error).toMatchObject({
        name: 'KafkaJSProtocolError',
        type: 'MESSAGE_TOO_LARGE',
        code: 10,
        retriable: false,
        outcome: 'not-applied'
      })
      expect(error?.message).toMatch(/more than 100 bytes \(topic t, partition 0, 2 records, \d+ bytes, broker 1\)/)
    }
    expect(first).not.toBe(second)
    expect(logs.requests.filter(({ topicData }) => topicData[0]?.partitionData[0]?.index === 0)).toHaveLength(1)
  })

  it('makes a call that has other records stored maybe-applied', async () => {
    const { producer } = await connected(logs)
    logs.hook = (request, context, perform) =>
      context.broker.nodeId === 1 ? answerAll(request, { errorCode: errorCodes.INVALID_RECORD }) : perform()
    const messages = [0, 1].map(partition => ({ partition, value: 'v' }))
    const error = await rejection<Failure>(producer.send({ topic: 't', messages }))
    expect(error).toMatchObject({ type: 'INVALID_RECORD', outcome: 'maybe-applied' })
    // Settled only when nothing of it is on its way any more.
    expect(logs.values('t', 1)).toEqual(['v'])
  })

  it('of authorization has a class of its own', async () => {
    const { producer } = await connected(logs)
    failing(1, errorCodes.TOPIC_AUTHORIZATION_FAILED)
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: [{ value: 'v' }] }))
    expect(error).toMatchObject({ name: 'KafkaAuthorizationError', resource: 'topic "t"', outcome: 'not-applied' })
  })

  it('that nobody knows may have been stored', async () => {
    const { producer } = await connected(logs)
    failing(1, 999)
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'v' }] }))
    expect(error).toMatchObject({ type: 'KAFKAJS_UNKNOWN_ERROR_CODE', code: 999, outcome: 'maybe-applied' })
  })

  it('DUPLICATE_SEQUENCE_NUMBER means that it is there', async () => {
    const { producer } = await connected(logs)
    failing(1, errorCodes.DUPLICATE_SEQUENCE_NUMBER)
    expect(await producer.send({ topic: 't', messages: [{ partition: 0, value: 'v' }] })).toMatchObject([
      { baseOffset: '-1', errorCode: 0 }
    ])
  })

  it('is the answer that leaves a partition out', async () => {
    const { producer } = await connected(logs)
    logs.hook = () => ({ responses: [] })
    const error = await rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'v' }] }))
    expect(error).toMatchObject({ retriable: false, outcome: 'maybe-applied' })
    expect(error.message).toMatch(/without a word on topic t, partition 0/)
  })
})

describe('a lost answer', () => {
  it('leads to the same bytes once more (F-LOST)', async () => {
    const { producer, clock } = await connected(logs)
    let count = 0
    logs.hook = async (_request, context, perform) => {
      const response = await perform()
      if (count++ > 0) return response
      context.reset()
      return noReply
    }
    const sending = producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
    // Without idempotence the broker cannot tell: it is there twice, and the call knows of the second.
    expect(await settleWith(clock, sending)).toMatchObject([{ baseOffset: '1' }])
    const [first, second] = logs.batches('t', 0)
    expect(second?.bytes.equals(first?.bytes)).toBe(true)
  })

  it('makes the outcome maybe-applied', async () => {
    const { producer, clock } = await connected(logs, { retry: { retries: 1 } })
    logs.hook = async (_request, context, perform): Promise<NoReply> => {
      await perform()
      context.close()
      return noReply
    }
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })))
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', outcome: 'maybe-applied' })
    expect(error.cause).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
  })

  it('that comes late is not heard, and the batch goes out again on another connection (F-REQTO)', async () => {
    const { producer, clock } = await connected(logs, {}, { client: { requestTimeout: 1_000 } })
    await producer.send({ topic: 't', messages: [{ partition: 0, value: 'first' }] })
    let late: (() => void) | undefined
    logs.hook = async (_request, _context, perform) => {
      const response = await perform()
      if (late !== undefined) return response
      await new Promise<void>(resolve => {
        late = resolve
      })
      return response
    }
    const sending = producer.send({ topic: 't', messages: [{ partition: 0, value: 'second' }] })
    await until(() => late !== undefined)
    await clock.advance(1_000)
    late?.()
    expect(await settleWith(clock, sending)).toMatchObject([{ baseOffset: '2' }])
    const connections = logs.story
      .broker(1)
      .requestsOf(produceApi)
      .map(({ connection }) => connection)
    expect(new Set(connections).size).toBe(2)
  })

  it('does not let a later record overtake', async () => {
    const { producer, clock } = await connected(logs)
    let count = 0
    logs.hook = (_request, context, perform) => {
      if (count++ > 0) return perform()
      context.close()
      return noReply
    }
    const sends = Array.from({ length: 30 }, async (_, i) => {
      await new Promise(resolve => setTimeout(resolve, 0).unref())
      return producer.send({ topic: 't', messages: [{ partition: 0, value: `${i}` }] })
    })
    await settleWith(clock, Promise.all(sends))
    expect(logs.values('t', 0)).toEqual(sends.map((_, i) => `${i}`))
  })
})

describe('a partition without a leader', () => {
  it('waits for one while the others flow', async () => {
    logs.setLeaders('t', [-1, 2])
    const { producer, clock } = await connected(logs)
    const waiting = producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
    await settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 1, value: 'b' }] }))
    await clock.advance(3_000)
    expect(logs.values('t', 0)).toEqual([])
    logs.setLeaders('t', [1, 2])
    await settleWith(clock, waiting)
    expect(logs.values('t', 0)).toEqual(['a'])
  })

  it('is given up in time, with nothing applied', async () => {
    logs.setLeaders('t', [-1, 2])
    const { producer, clock } = await connected(logs)
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] }), 500))
    expect(error).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
    expect(error.cause).toMatchObject({ type: 'LEADER_NOT_AVAILABLE' })
    // What was given up never leaves, and what comes after is not held up by it.
    logs.setLeaders('t', [1, 2])
    await settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] }))
    expect(logs.values('t', 0)).toEqual(['b'])
  })

  it('is given up after as many attempts as the user names', async () => {
    logs.setLeaders('t', [-1, 2])
    const { producer, clock } = await connected(logs, { retry: { retries: 3 } })
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })))
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 3, outcome: 'not-applied' })
  })
})

describe('a broker that is down', () => {
  it('is tried until it is back', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({
      topic: 't',
      messages: [
        { partition: 0, value: 'a' },
        { partition: 1, value: 'a' }
      ]
    })
    await logs.story.broker(1).goAway()
    const waiting = producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] })
    await settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 1, value: 'b' }] }))
    await clock.advance(10_000)
    await logs.story.broker(1).comeBack()
    await settleWith(clock, waiting)
    expect(logs.values('t', 0)).toEqual(['a', 'b'])
    expect(logs.values('t', 1)).toEqual(['a', 'b'])
  })

  it('for too long leaves nothing applied', async () => {
    const { producer, clock } = await connected(logs)
    await producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
    await logs.story.broker(1).goAway()
    // The producer sees it: what it had written before might have been stored.
    await turns()
    const error = await rejection<Failure>(settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] }), 200))
    expect(error).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
    expect(error.cause).toMatchObject({ name: 'KafkaJSConnectionError' })
    await logs.story.broker(1).comeBack()
  })

  it('between two sends is of no consequence (F-IDLE, F-RST)', async () => {
    const { producer, clock, lines } = await connected(logs)
    for (const how of ['close', 'reset'] as const) {
      await settleWith(clock, producer.send({ topic: 'u', messages: [{ value: how }] }))
      logs.story.broker(2).dropConnections(how)
      await until(() => logs.story.broker(2).connectionsOpen === 0)
    }
    await clock.advance(900_000)
    await settleWith(clock, producer.send({ topic: 'u', messages: [{ value: 'last' }] }))
    expect(logs.values('u', 0)).toEqual(['close', 'reset', 'last'])
    expect(lines.filter(line => line.startsWith('error'))).toEqual([])
  })
})

it('settles a call at its deadline even when the answer is out, and sends nothing of it afterwards', async () => {
  const { producer, clock } = await connected(logs, {}, { limits: { deliveryTimeoutMs: 5_000 } })
  await producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
  let answer: (() => void) | undefined
  logs.hook = async (_request, _context, perform) => {
    const response = await perform()
    await new Promise<void>(resolve => {
      answer = resolve
    })
    return response
  }
  const late = rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] }))
  await until(() => answer !== undefined)
  await clock.advance(1_000)
  const next = producer.send({ topic: 't', messages: [{ partition: 0, value: 'c' }] })
  await clock.advance(4_000)
  expect(await late).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'maybe-applied' })
  logs.hook = undefined
  answer?.()
  await next
  expect(logs.values('t', 0)).toEqual(['a', 'b', 'c'])
})

it('does not send again what was given up while it was out', async () => {
  const { producer, clock } = await connected(logs, {}, { limits: { deliveryTimeoutMs: 5_000 } })
  await producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] })
  let answer: (() => void) | undefined
  logs.hook = async request => {
    await new Promise<void>(resolve => {
      answer = resolve
    })
    return answerAll(request, { errorCode: errorCodes.NOT_ENOUGH_REPLICAS })
  }
  const late = rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] }))
  await until(() => answer !== undefined)
  await clock.advance(5_000)
  await late
  logs.hook = undefined
  answer?.()
  await settleWith(clock, producer.send({ topic: 't', messages: [{ partition: 0, value: 'c' }] }))
  expect(logs.values('t', 0)).toEqual(['a', 'c'])
})

it('puts no record into a batch that was given up before it was ever tried', async () => {
  const { producer, clock } = await connected(logs, {}, { limits: { deliveryTimeoutMs: 5_000 } })
  await producer.send({ topic: 't', messages: [{ partition: 1, value: 'x' }] })
  // Broker 1 takes connections and says nothing.
  const broker = logs.story.broker(1)
  const { deliver } = broker
  broker.dropConnections()
  broker.deliver = () => undefined
  await turns()
  const first = rejection<Failure>(producer.send({ topic: 't', messages: [{ partition: 0, value: 'a' }] }))
  await turns()
  await clock.advance(5_000)
  expect(await first).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
  const second = producer.send({ topic: 't', messages: [{ partition: 0, value: 'b' }] })
  broker.deliver = deliver
  broker.dropConnections()
  await settleWith(clock, second)
  expect(logs.values('t', 0)).toEqual(['b'])
})
