import { KafkaJSConnectionClosedError, KafkaJSRequestTimeoutError } from '../../src/errors/connection-errors'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { metadataApi } from '../../src/protocol/generated/metadata'
import { produceApi } from '../../src/protocol/generated/produce'
import type { RequestContext } from '../support/scripted-broker'
import { noReply, ScriptedBroker } from '../support/scripted-broker'
import { ManualClock, settle } from '../support/manual-clock'
import { bench, closeAll, rejection, type Bench } from './support'

let broker: ScriptedBroker
let clock: ManualClock
/** What the broker holds back. */
let held: RequestContext[]

beforeEach(async () => {
  broker = await ScriptedBroker.start()
  clock = new ManualClock()
  held = []
  broker.on(heartbeatApi, (_, context) => {
    held.push(context)
    return noReply
  })
})

afterEach(async () => {
  await closeAll()
  await broker.stop()
  expect(clock.pending).toBe(0)
})

async function ready(): Promise<Bench> {
  const made = bench(broker.port, {}, { clock })
  await made.connection.connect()
  return made
}

const answer = (index: number, throttleTimeMs = 0): void => held[index]?.raw(held[index].frame({ throttleTimeMs }))

describe('time-outs', () => {
  test('no timer is armed when nothing is pending, and one at most when something is', async () => {
    const { connection } = await ready()
    expect(clock.pending).toBe(0)
    const requests = [1, 2, 3].map(() => connection.send(heartbeatApi, 4, {}, 30_000))
    await broker.waitFor(() => held.length === 3)
    expect(clock.pending).toBe(1)
    for (const index of [0, 1, 2]) answer(index)
    await Promise.all(requests)
    expect(clock.pending).toBe(0)
  })

  test('a request that times out closes the connection; the others fail as disconnected', async () => {
    const { connection, logs } = await ready()
    const slow = rejection(connection.send(heartbeatApi, 4, {}, 60_000))
    const late = rejection(connection.send(heartbeatApi, 3, {}, 30_000))
    await broker.waitFor(() => held.length === 2)
    await clock.advance(29_999)
    expect(connection.state).toBe('ready')
    await clock.advance(1)
    const error = await late
    expect(error).toBeInstanceOf(KafkaJSRequestTimeoutError)
    expect(error).toMatchObject({
      message: expect.stringContaining('Request Heartbeat(key: 12, version: 3) timed out'),
      retriable: true,
      outcome: 'maybe-applied',
      broker: `127.0.0.1:${broker.port}`,
      correlationId: 2,
      createdAt: clock.wallTime() - 30_000,
      sentAt: clock.wallTime() - 30_000,
      pendingDuration: 0
    })
    const other = await slow
    expect(other).toBeInstanceOf(KafkaJSConnectionClosedError)
    expect(other).toMatchObject({ outcome: 'maybe-applied', cause: error })
    expect(await connection.closed).toBe(error)
    expect(logs.filter(({ label }) => label === 'WARN')).toHaveLength(1)
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('an answer in time takes the timer of its request along', async () => {
    const { connection } = await ready()
    const first = connection.send(heartbeatApi, 4, {}, 1000)
    await broker.waitFor(() => held.length === 1)
    await clock.advance(900)
    const second = rejection(connection.send(heartbeatApi, 4, {}, 1000))
    await broker.waitFor(() => held.length === 2)
    answer(0)
    await first
    await clock.advance(999)
    expect(connection.state).toBe('ready')
    await clock.advance(1)
    expect(await second).toBeInstanceOf(KafkaJSRequestTimeoutError)
  })

  test('Infinity waits for ever', async () => {
    const { connection } = await ready()
    const request = connection.send(heartbeatApi, 4, {}, Infinity)
    await broker.waitFor(() => held.length === 1)
    expect(clock.pending).toBe(0)
    await clock.advance(1e12)
    answer(0)
    expect(await request).toMatchObject({ errorCode: 0 })
  })

  test('a request without an answer times out when the socket does not take it', async () => {
    broker.onConnection = socket => {
      // Answers ApiVersions, then reads nothing more.
      broker.deliver = bytes => {
        socket.write(bytes)
        socket.pause()
      }
    }
    const { connection } = await ready()
    const batch = Buffer.alloc(16 * 1024 * 1024)
    const request = { acks: 0, topicData: [{ name: 't', partitionData: [{ index: 0, records: batch }] }] }
    const stuck = rejection(connection.sendOneWay(produceApi, 9, request))
    const behind = rejection(connection.sendOneWay(produceApi, 9, { acks: 0 }))
    await settle()
    await clock.advance(30_000)
    expect(await stuck).toBeInstanceOf(KafkaJSRequestTimeoutError)
    // It waited for the first to be taken: no byte of it was written.
    expect(await behind).toMatchObject({ name: 'KafkaJSConnectionClosedError', outcome: 'not-applied' })
  })
})

describe('throttling', () => {
  /** Sends a request whose answer says how long to wait. */
  async function throttle(made: Bench, throttleTimeMs: number): Promise<void> {
    broker.once(metadataApi, () => ({ throttleTimeMs }))
    await made.connection.send(metadataApi, 12, {}, 30_000)
  }

  test.each([1, 5000])('of %i ms holds requests back so long, and no longer', async throttleTimeMs => {
    const made = await ready()
    await throttle(made, throttleTimeMs)
    const request = made.connection.send(heartbeatApi, 4, {}, 30_000)
    await clock.advance(throttleTimeMs - 0.5)
    expect(broker.requestsOf(heartbeatApi)).toEqual([])
    expect(clock.pending).toBe(1)
    await clock.advance(0.5)
    await broker.waitFor(() => held.length === 1)
    answer(0)
    await request
    expect(clock.pending).toBe(0)
  })

  test('leaves no timer when nothing waits, and nothing waits when it is over', async () => {
    const made = await ready()
    await throttle(made, 5000)
    expect(clock.pending).toBe(0)
    await clock.advance(5000)
    const request = made.connection.send(heartbeatApi, 4, {}, 30_000)
    await broker.waitFor(() => held.length === 1)
    answer(0)
    await request
  })

  test('does not count as the broker being slow', async () => {
    const made = await ready()
    await throttle(made, 5000)
    const waiting = rejection(made.connection.send(heartbeatApi, 4, {}, 1000))
    await clock.advance(5000)
    await broker.waitFor(() => held.length === 1)
    await clock.advance(999)
    expect(made.connection.state).toBe('ready')
    await clock.advance(1)
    expect(await waiting).toMatchObject({ name: 'KafkaJSRequestTimeoutError', pendingDuration: 5000 })
  })

  test('gives requests that are out more time, as the broker reads nothing meanwhile', async () => {
    const { connection } = await ready()
    const first = connection.send(heartbeatApi, 4, {}, 1000)
    const second = rejection(connection.send(heartbeatApi, 4, {}, 1000))
    await broker.waitFor(() => held.length === 2)
    answer(0, 5000)
    await first
    await clock.advance(5999)
    expect(connection.state).toBe('ready')
    await clock.advance(1)
    expect(await second).toBeInstanceOf(KafkaJSRequestTimeoutError)
  })

  test('by a silly value lasts a minute', async () => {
    const made = await ready()
    await throttle(made, 2 ** 31 - 1)
    const request = made.connection.send(heartbeatApi, 4, {}, 30_000)
    await clock.advance(60_000)
    await broker.waitFor(() => held.length === 1)
    answer(0)
    await request
  })

  test.each([-1, -(2 ** 31)])('by %i ms is none', async throttleTimeMs => {
    const made = await ready()
    await throttle(made, throttleTimeMs)
    const request = made.connection.send(heartbeatApi, 4, {}, 30_000)
    await broker.waitFor(() => held.length === 1)
    answer(0)
    await request
  })
})

describe('the set-up budget', () => {
  test('is not armed any more once the connection is ready', async () => {
    await ready()
    expect(clock.pending).toBe(0)
  })
})
