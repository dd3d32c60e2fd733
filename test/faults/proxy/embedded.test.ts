import { Kafka, logLevel } from '../../../src/index'
import { EmbeddedKafka } from '../../../src/testing'
import { FaultProxy } from './fault-proxy'

// Each test starts a process, which takes its time on a busy machine.
jest.setTimeout(30_000)

let kafka: EmbeddedKafka
let proxy: FaultProxy

beforeAll(async () => {
  kafka = await EmbeddedKafka.start({ topics: [{ topic: 'orders' }] })
})

afterAll(async () => {
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})

beforeEach(async () => {
  proxy = await FaultProxy.start({ seed: 'embedded', verbose: true })
})

afterEach(async () => {
  await proxy.stop()
})

function brokerPort(): number {
  return Number(kafka.brokers[0]?.split(':')[1])
}

test('a client stays behind the proxy, and its bodies can be rewritten', async () => {
  const port = await proxy.listen({ nodeId: 1, port: brokerPort() })
  const rule = await proxy.addRule({ api: 'Metadata', action: { type: 'rewrite', edits: [{ path: 'brokers.*.port', value: port }] } })
  const hidden = await proxy.addRule({ api: 'ApiVersions', action: { type: 'rewrite', edits: [{ path: 'throttleTimeMs', value: 1 }] } })
  const seen: string[] = []
  proxy.on(({ type, api }) => type === 'forwarded' && seen.push(api ?? ''))
  const client = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING })
  const producer = client.producer()
  await producer.connect()
  const lost = await proxy.addRule({ api: 'Produce', nth: 1, action: { type: 'cut', where: 'after-forward', how: 'rst' } })
  const answered = proxy.next({ type: 'answered', api: 'Produce' })
  const [stored] = await producer.send({ topic: 'orders', messages: [{ value: 'a' }] })
  await answered
  await producer.disconnect()
  expect(stored?.errorCode).toBe(0)
  expect(await proxy.fired()).toMatchObject({ [lost]: 1, [hidden]: expect.any(Number) })
  expect((await proxy.fired())[rule]).toBeGreaterThan(0)
  expect(seen.filter(api => api === 'Produce')).toHaveLength(2)
  expect(seen).toContain('Metadata')
  expect(kafka.requests.find({ api: 'Produce' })).toHaveLength(2)
})

test('a rewrite that finds nothing is told', async () => {
  const port = await proxy.listen({ nodeId: 1, port: brokerPort() })
  await proxy.addRule({ api: 'ApiVersions', action: { type: 'rewrite', edits: [{ path: 'nothing', value: 1 }] } })
  const failed = proxy.next({ type: 'failed' })
  const admin = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  expect(await failed).toMatchObject({ api: 'ApiVersions', error: 'Error: Nothing is at nothing' })
  await admin.disconnect()
})

test('commands that cannot be carried out reject, and so do those to a proxy that is gone', async () => {
  await expect(proxy.redirect(7, 1)).rejects.toThrow('There is no broker 7 behind the proxy')
  await proxy.stop()
  await expect(proxy.fired()).rejects.toThrow(/closed/i)
})
