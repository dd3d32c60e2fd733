import type { InstrumentationEvent } from '../../src/types/events'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { metadataApi } from '../../src/protocol/generated/metadata'
import { ManualClock } from '../support/manual-clock'
import { noReply, ScriptedBroker, type RequestContext } from '../support/scripted-broker'
import { bench, closeAll, rejection, type Bench } from './support'

let broker: ScriptedBroker
let clock: ManualClock
let held: RequestContext[]
let events: InstrumentationEvent<unknown>[]

beforeEach(async () => {
  broker = await ScriptedBroker.start()
  clock = new ManualClock()
  held = []
  events = []
  broker.on(metadataApi, () => ({ throttleTimeMs: 100 }))
  broker.on(heartbeatApi, (_, context) => {
    held.push(context)
    return noReply
  })
})

afterEach(async () => {
  await closeAll()
  await broker.stop()
})

async function ready(...names: string[]): Promise<Bench> {
  const made = bench(broker.port, {}, { clock })
  await made.connection.connect()
  for (const name of names) made.instrumentation.on(`producer.network.${name}`, event => void events.push(event))
  return made
}

describe('network events', () => {
  test('a request that was answered', async () => {
    const { connection } = await ready('request')
    await connection.send(metadataApi, 12, {}, 1000)
    events = []
    const request = connection.send(heartbeatApi, 4, {}, 1000)
    await clock.advance(100)
    await broker.waitFor(() => held.length === 1)
    const sentAt = clock.wallTime()
    await clock.advance(30)
    const frame = held[0].frame({})
    held[0].raw(frame)
    await request
    expect(events).toEqual([
      {
        id: expect.any(Number),
        type: 'producer.network.request',
        timestamp: expect.any(Number),
        payload: {
          broker: `127.0.0.1:${broker.port}`,
          clientId: 'test',
          correlationId: 2,
          size: frame.length - 4,
          createdAt: sentAt - 100,
          sentAt,
          pendingDuration: 100,
          duration: 30,
          apiName: 'Heartbeat',
          apiKey: 12,
          apiVersion: 4
        }
      }
    ])
  })

  test('a request that timed out', async () => {
    const { connection } = await ready('request_timeout')
    const failed = rejection(connection.send(heartbeatApi, 4, {}, 1000))
    await broker.waitFor(() => held.length === 1)
    await clock.advance(1000)
    await failed
    expect(events).toMatchObject([
      {
        type: 'producer.network.request_timeout',
        payload: {
          broker: `127.0.0.1:${broker.port}`,
          clientId: 'test',
          correlationId: 1,
          createdAt: clock.wallTime() - 1000,
          sentAt: clock.wallTime() - 1000,
          pendingDuration: 0,
          apiName: 'Heartbeat',
          apiKey: 12,
          apiVersion: 4
        }
      }
    ])
    expect(Object.keys(events[0].payload as object)).toHaveLength(9)
  })

  test('how many requests wait', async () => {
    const { connection } = await ready('request_queue_size')
    await connection.send(metadataApi, 12, {}, 1000)
    events = []
    const requests = [1, 2].map(() => connection.send(heartbeatApi, 4, {}, 1000))
    await clock.advance(100)
    await broker.waitFor(() => held.length === 2)
    for (const context of held) context.raw(context.frame({}))
    await Promise.all(requests)
    expect(events.map(({ payload }) => payload)).toEqual(
      [1, 2, 0].map(queueSize => ({ broker: `127.0.0.1:${broker.port}`, clientId: 'test', queueSize }))
    )
  })

  test('a listener that closes the connection from within', async () => {
    const { connection, instrumentation } = await ready()
    instrumentation.on('producer.network.request', () => connection.close())
    const request = connection.send(heartbeatApi, 4, {}, 1000)
    const other = rejection(connection.send(heartbeatApi, 4, {}, 1000))
    await broker.waitFor(() => held.length === 2)
    held[0].raw(Buffer.concat(held.map(context => context.frame({ errorCode: 5 }))))
    expect(await request).toMatchObject({ errorCode: 5 })
    expect(await other).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    await connection.closed
    expect(clock.pending).toBe(0)
  })
})
