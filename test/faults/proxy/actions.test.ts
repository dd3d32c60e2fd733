import net from 'node:net'
import type { FaultRule } from './fault-rule'
import { FaultProxyServer } from './fault-proxy-server'
import type { ProxyEvent } from './proxy-event'
import { answerTo, RawBroker, RawEnd, request } from './raw-wire'

const produce = 0
const fetch = 1

let broker: RawBroker
let proxy: FaultProxyServer
let port: number
let events: ProxyEvent[]
let clients: RawEnd[]

beforeEach(async () => {
  events = []
  clients = []
  broker = await RawBroker.start()
  proxy = new FaultProxyServer('seed', event => {
    events.push(event)
    for (const look of watchers) look()
  })
  port = await proxy.listen({ nodeId: 1, port: broker.port })
})

afterEach(async () => {
  for (const { socket } of clients) socket.destroy()
  await proxy.stop()
  await broker.stop()
})

const watchers = new Set<() => void>()

/** Resolves when an event of the type has happened, `count` times. */
function happened(type: ProxyEvent['type'], count = 1): Promise<void> {
  return new Promise(resolve => {
    const look = (): void => {
      if (events.filter(event => event.type === type).length < count) return
      watchers.delete(look)
      resolve()
    }
    watchers.add(look)
    look()
  })
}

async function client(): Promise<RawEnd> {
  const end = await RawEnd.connect(port)
  clients.push(end)
  return end
}

function join(...frames: Buffer[]): Buffer {
  return Buffer.concat(frames)
}

const one = request(produce, 1, 'one')
const two = request(produce, 2, 'two')
const three = request(fetch, 3, 'three')
const answers = join(answerTo(one), answerTo(two), answerTo(three))

/** Sends the three requests under a rule, and gives what the client gets in all when `bytes` are there. */
async function exchange(rule: FaultRule, bytes: number): Promise<Buffer> {
  await proxy.addRule(rule)
  const end = await client()
  end.write(join(one, two, three))
  return end.bytes(bytes)
}

test('without a rule everything passes as it is, and is told', async () => {
  const end = await client()
  const requests = join(one, two, three)
  for (const byte of requests) end.write(Buffer.from([byte]))
  expect(await end.bytes(answers.length)).toEqual(answers)
  expect((await broker.connection()).received).toEqual(requests)
  await happened('returned', 3)
  const told = events.filter(({ type }) => type === 'forwarded' || type === 'returned')
  expect(told.map(({ type, api, correlationId, number }) => `${type} ${api} ${number} ${correlationId}`).sort()).toEqual([
    'forwarded Fetch 1 3',
    'forwarded Produce 1 1',
    'forwarded Produce 2 2',
    'returned Fetch 1 3',
    'returned Produce 1 1',
    'returned Produce 2 2'
  ])
  end.socket.end()
  expect(await (await broker.connection()).ended).toBe('fin')
  expect(await end.ended).toBe('fin')
  await happened('closed')
})

test('what is no stream of frames passes as it is', async () => {
  const end = await client()
  end.write(Buffer.from('\xffET / HTTP/1.1\r\n\r\n', 'latin1'))
  expect((await (await broker.connection()).bytes(18)).toString('latin1')).toBe('\xffET / HTTP/1.1\r\n\r\n')
})

test('latency', async () => {
  const before = performance.now()
  expect(await exchange({ api: 'Produce', nth: 2, direction: 'request', action: { type: 'latency', ms: 60 } }, answers.length)).toEqual(
    answers
  )
  expect(performance.now() - before).toBeGreaterThanOrEqual(59)
  const order = events.flatMap(({ type, correlationId }) => (type === 'forwarded' ? [correlationId] : []))
  expect(order).toEqual([1, 2, 3])
})

test('throttle', async () => {
  const before = performance.now()
  await proxy.addRule({ action: { type: 'throttle', bytesPerSecond: 50_000 } })
  const end = await client()
  const large = request(fetch, 1, 'x'.repeat(10_000))
  end.write(large)
  expect(await end.bytes(answerTo(large).length)).toEqual(answerTo(large))
  expect(performance.now() - before).toBeGreaterThanOrEqual(150)
})

test('slice', async () => {
  const sizes: number[] = []
  await proxy.addRule({ direction: 'request', action: { type: 'slice', bytes: 3 } })
  const end = await client()
  const other = await broker.connection()
  other.socket.on('data', chunk => sizes.push(chunk.length))
  end.write(one)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
  expect(other.received).toEqual(one)
  expect(sizes.length).toBeGreaterThan(1)
})

test.each([
  { where: 'before-forward', how: 'fin', sent: 0, got: 0 },
  { where: 'before-forward', how: 'rst', sent: 0, got: 0 },
  { where: 'mid-request', how: 'rst', at: 7, sent: 7, got: 0 },
  { where: 'mid-request', how: 'fin', at: 5, sent: 5, got: 0 },
  { where: 'before-response', how: 'rst', sent: 22, got: 0 },
  { where: 'mid-response', how: 'fin', at: 6, sent: 22, got: 6 },
  { where: 'mid-response', how: 'rst', at: 6, sent: 22, got: 6 },
  { where: 'after-response', how: 'fin', sent: 22, got: 11 }
] as const)('cut $where with $how', async ({ where, how, sent, got, ...rest }) => {
  await proxy.addRule({ api: 'Produce', nth: 2, action: { type: 'cut', where, how, ...rest } })
  const end = await client()
  const other = await broker.connection()
  end.write(one)
  await end.bytes(answerTo(one).length)
  end.write(two.subarray(0, 22))
  // Data and a reset that Node finds in one look at a socket it reports as data and an end.
  expect([how, where === 'mid-response' ? 'fin' : how]).toContain(await end.ended)
  expect(await other.ended).toBe('fin')
  expect(other.received.subarray(one.length)).toEqual(two.subarray(0, sent))
  expect(end.received.subarray(answerTo(one).length)).toEqual(answerTo(two).subarray(0, got))
})

test('cut after-forward: the broker has all and may answer, the client is gone, what it sent later is lost', async () => {
  broker.silent = true
  await proxy.addRule({ api: 'Produce', nth: 1, action: { type: 'cut', where: 'after-forward', how: 'rst' } })
  const end = await client()
  end.write(join(one, two))
  expect(await end.ended).toBe('rst')
  const other = await broker.connection()
  expect(await other.bytes(one.length)).toEqual(one)
  broker.answerAll()
  expect(await other.ended).toBe('fin')
  expect(other.received).toEqual(one)
  expect(end.received).toHaveLength(0)
  expect(events.map(({ type }) => type)).toContain('answered')
})

test.each(['request', 'response', 'both'] as const)('black hole of %s, until the rule is gone', async flow => {
  const id = await proxy.addRule({ api: 'Produce', nth: 2, action: { type: 'blackhole', flow } })
  const end = await client()
  end.write(one)
  await end.bytes(answerTo(one).length)
  end.write(two)
  await happened('fired')
  // Only then is it certain that the answer to the second is on this side of the proxy.
  if (flow === 'response') await (await broker.connection()).bytes(one.length + two.length)
  end.write(request(fetch, 9))
  const ping = await client()
  ping.write(three)
  await ping.bytes(answerTo(three).length)
  await proxy.removeRule(id)
  end.write(three)
  const expected = join(answerTo(one), answerTo(three))
  expect(await end.bytes(expected.length)).toEqual(expected)
})

test('an unread black hole fills the buffers of the sender, and loses nothing', async () => {
  const id = await proxy.addRule({ api: 'Produce', direction: 'request', action: { type: 'blackhole', flow: 'request', unread: true } })
  const end = await client()
  end.write(one)
  await happened('fired')
  const large = request(fetch, 2, 'x'.repeat(16 << 20))
  expect(end.socket.write(large)).toBe(false)
  const probe = await client()
  probe.write(three)
  await probe.bytes(answerTo(three).length)
  expect(end.socket.writableLength).toBeGreaterThan(0)
  await proxy.removeRule(id)
  expect((await end.bytes(answerTo(one).length + answerTo(large).length)).subarray(0, answerTo(one).length)).toEqual(answerTo(one))
})

test('refuse, until the rule is gone', async () => {
  const id = await proxy.addRule({ broker: 1, action: { type: 'refuse' } })
  const socket = net.connect(port, '127.0.0.1')
  const error = await new Promise<NodeJS.ErrnoException>(resolve => socket.once('error', resolve))
  expect(error.code).toBe('ECONNREFUSED')
  expect(proxy.rules.fired()).toEqual({ [id]: 1 })
  await proxy.removeRule(id)
  const end = await client()
  end.write(one)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
})

test.each(['fin', 'rst'] as const)('accept and close with %s', async how => {
  await proxy.addRule({ times: 1, action: { type: 'accept-then-close', how } })
  expect(await (await client()).ended).toBe(how)
  expect(broker.connections).toHaveLength(0)
  const end = await client()
  end.write(one)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
})

test('lifetime', async () => {
  await proxy.addRule({ action: { type: 'lifetime', minMs: 20, maxMs: 40, how: 'rst' } })
  const before = performance.now()
  const end = await client()
  end.write(one)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
  expect(await end.ended).toBe('rst')
  expect(performance.now() - before).toBeGreaterThanOrEqual(19)
})

test('hold a response and release it', async () => {
  const id = await proxy.addRule({ api: 'Produce', nth: 2, action: { type: 'hold' } })
  const end = await client()
  end.write(join(one, two, three))
  await happened('held')
  await happened('forwarded', 3)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
  proxy.release(id)
  expect(await end.bytes(answers.length)).toEqual(answers)
  expect(events.map(({ type }) => type)).toContain('released')
})

test('a held request is delivered even when its client is gone, and its time is over by itself', async () => {
  await proxy.addRule({ api: 'Produce', nth: 2, direction: 'request', action: { type: 'hold', ms: 30 } })
  const end = await client()
  end.write(join(one, two))
  await happened('held')
  end.socket.destroy()
  const other = await broker.connection()
  expect(await other.bytes(one.length + two.length)).toEqual(join(one, two))
  expect(await other.ended).toBe('fin')
})

test('drop a response', async () => {
  const expected = join(answerTo(one), answerTo(three))
  expect(await exchange({ api: 'Produce', nth: 2, action: { type: 'drop' } }, expected.length)).toEqual(expected)
})

test('drop a request', async () => {
  const expected = join(answerTo(two), answerTo(three))
  expect(await exchange({ nth: 1, direction: 'request', action: { type: 'drop' } }, expected.length)).toEqual(expected)
  expect((await broker.connection()).received).toEqual(join(two, three))
})

test('duplicate', async () => {
  const expected = join(answerTo(one), answerTo(two), answerTo(two), answerTo(three))
  expect(await exchange({ nth: 2, action: { type: 'duplicate' } }, expected.length)).toEqual(expected)
})

test('swap', async () => {
  const expected = join(answerTo(two), answerTo(one), answerTo(three))
  expect(await exchange({ nth: 1, action: { type: 'swap' } }, expected.length)).toEqual(expected)
})

test('what was to be swapped is not lost when nothing follows', async () => {
  await proxy.addRule({ direction: 'request', action: { type: 'swap' } })
  const end = await client()
  end.write(one)
  end.socket.end()
  expect(await (await broker.connection()).bytes(one.length)).toEqual(one)
})

test.each([
  { offset: 5, at: 9 },
  { offset: -1, at: 10 }
])('corrupt offset $offset', async ({ offset, at }) => {
  const expected = Buffer.from(answers)
  const index = answerTo(one).length + at
  expected[index] = (expected[index] ?? 0) ^ 0x41
  expect(await exchange({ nth: 2, action: { type: 'corrupt', offset, xor: 0x41 } }, answers.length)).toEqual(expected)
})

test('corrupt a byte that the seed chooses', async () => {
  const got = await exchange({ nth: 2, action: { type: 'corrupt' } }, answers.length)
  const differing = [...got.keys()].filter(index => got[index] !== answers[index])
  expect(differing).toHaveLength(1)
  expect(differing[0]).toBeGreaterThanOrEqual(answerTo(one).length + 4)
  expect(differing[0]).toBeLessThan(answerTo(one).length + answerTo(two).length)
})

test('truncate', async () => {
  const short = Buffer.from([0, 0, 0, 5, 0, 0, 0, 2, 't'.charCodeAt(0)])
  const expected = join(answerTo(one), short, answerTo(three))
  expect(await exchange({ nth: 2, action: { type: 'truncate', bytes: 5 } }, expected.length)).toEqual(expected)
})

test.each([3, -2])('lie about the length by %d', async by => {
  const expected = Buffer.from(answers)
  const start = answerTo(one).length
  expected.writeInt32BE(expected.readInt32BE(start) + by, start)
  expect(await exchange({ nth: 2, action: { type: 'lie', by } }, answers.length)).toEqual(expected)
})

test('a rule says which frames: by broker, api, client, every nth, and how often', async () => {
  const rules: FaultRule[] = [
    { broker: 2, action: { type: 'drop' } },
    { api: 'Metadata', action: { type: 'drop' } },
    { clientId: 'other', action: { type: 'drop' } },
    { probability: 0, action: { type: 'drop' } },
    { broker: 1, api: 'Produce', clientId: 'c', nth: { every: 3, from: 2 }, times: 2, action: { type: 'drop' } }
  ]
  for (const rule of rules) await proxy.addRule(rule)
  const end = await client()
  const sent = Array.from({ length: 12 }, (_, i) => request(produce, i + 1))
  end.write(join(...sent))
  const expected = join(...sent.filter((_, i) => i !== 1 && i !== 4).map(answerTo))
  expect(await end.bytes(expected.length)).toEqual(expected)
  expect(proxy.rules.fired()).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 2 })
})

test.each(['one', 'two'])('the seed %s decides, and always in the same way', async seed => {
  const runs: number[][] = []
  for (let run = 0; run < 2; run++) {
    const fired: number[] = []
    const seeded = new FaultProxyServer(seed, event => event.type === 'fired' && fired.push(event.correlationId ?? 0))
    const seededPort = await seeded.listen({ nodeId: 1, port: broker.port })
    await seeded.addRule({ direction: 'request', probability: 0.3, action: { type: 'latency', ms: 0 } })
    const end = await RawEnd.connect(seededPort)
    clients.push(end)
    const sent = Array.from({ length: 100 }, (_, i) => request(produce, i + 1))
    end.write(join(...sent))
    await end.bytes(join(...sent.map(answerTo)).length)
    await seeded.stop()
    runs.push(fired)
  }
  expect(runs[0]).toEqual(runs[1])
  expect(runs[0]?.length).toBeGreaterThan(10)
  expect(runs[0]?.length).toBeLessThan(60)
})

test('a broker that is not there looks like one that resets', async () => {
  await broker.stop()
  expect(await (await client()).ended).toBe('rst')
  broker = await RawBroker.start()
  proxy.redirect(1, broker.port)
  const end = await client()
  end.write(one)
  expect(await end.bytes(answerTo(one).length)).toEqual(answerTo(one))
})
