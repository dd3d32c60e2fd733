import { createServer } from 'node:net'
import { once } from 'node:events'
import type { KafkaJSConnectionError } from '../../src/errors/connection-errors'
import { KafkaUnsupportedVersionError } from '../../src/errors/cluster-errors'
import { KafkaFrameError } from '../../src/errors/decode-errors'
import { createConnector } from '../../src/network/connector'
import { apiVersionsApi } from '../../src/protocol/generated/api-versions'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { deferred } from '../../src/utils/deferred'
import { ManualClock, settle } from '../support/manual-clock'
import { noReply, ScriptedBroker, type ScriptedBrokerOptions } from '../support/scripted-broker'
import { hangingListener } from './hanging-listener'
import { bench, closeAll, host, rawServer, rejection } from './support'

let broker: ScriptedBroker

async function start(options?: ScriptedBrokerOptions): Promise<void> {
  broker = await ScriptedBroker.start(options)
  broker.on(heartbeatApi, () => ({ errorCode: 7 }))
}

beforeEach(() => start())

afterEach(async () => {
  await closeAll()
  await broker.stop()
})

/** A port that nothing listens on. */
async function deadPort(): Promise<number> {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

describe('ApiVersions', () => {
  const versionsAsked = (): number[] => broker.requestsOf(apiVersionsApi).map(({ version }) => version)

  test.each([
    [3, [4, 3]],
    [2, [4, 2]],
    [0, [4, 0]]
  ])('comes down to version %i when the broker says that it knows no newer', async (highest, asked) => {
    await broker.stop()
    await start({ versions: { ApiVersions: [0, highest] } })
    const { connection } = bench(broker.port)
    await connection.connect()
    expect(versionsAsked()).toEqual(asked)
    expect(broker.connectionsMade).toBe(1)
    expect(await connection.send(heartbeatApi, connection.versions.pick(heartbeatApi), {}, 1000)).toMatchObject({ errorCode: 7 })
  })

  test.each([
    ['no hint', []],
    ['the version that was refused', [{ apiKey: 18, minVersion: 0, maxVersion: 4 }]],
    ['a higher version', [{ apiKey: 18, minVersion: 0, maxVersion: 9 }]],
    ['a negative version', [{ apiKey: 18, minVersion: -5, maxVersion: -1 }]],
    ['another API', [{ apiKey: 3, minVersion: 0, maxVersion: 2 }]]
  ])('goes to version 0 when the hint is %s, and gives up after that', async (_, apiKeys) => {
    broker.on(apiVersionsApi, (_, { version, raw, correlationId }) => {
      if (version === 0) return { errorCode: 35, apiKeys }
      const body = Buffer.alloc(6 + apiKeys.length * 6)
      body.writeInt16BE(35, 0)
      body.writeInt32BE(apiKeys.length, 2)
      apiKeys.forEach((key, i) => [key.apiKey, key.minVersion, key.maxVersion].forEach((n, j) => body.writeInt16BE(n, 6 + i * 6 + j * 2)))
      const head = Buffer.alloc(8)
      head.writeInt32BE(body.length + 4, 0)
      head.writeInt32BE(correlationId, 4)
      raw(Buffer.concat([head, body]))
      return noReply
    })
    const error = await rejection(bench(broker.port).connection.connect())
    expect(error).toBeInstanceOf(KafkaUnsupportedVersionError)
    expect(versionsAsked()).toEqual([4, 0])
  })

  test.each(['close', 'reset'] as const)('starts again at version 0 on a new connection when the broker hangs up (%s)', async how => {
    broker.on(apiVersionsApi, (_, context) => {
      if (context.version === 0) return broker.apiVersions()
      context[how]()
      return noReply
    })
    const { connection, logs } = bench(broker.port)
    await connection.connect()
    expect(versionsAsked()).toEqual([4, 0])
    expect(broker.connectionsMade).toBe(2)
    expect(await connection.send(heartbeatApi, 4, {}, 1000)).toMatchObject({ errorCode: 7 })
    await broker.waitFor(() => broker.connectionsOpen === 1)
    expect(logs.filter(({ label }) => label !== 'DEBUG')).toEqual([])
  })

  test.each(['close', 'reset'] as const)('hanging up twice (%s) is a failure that says what may be wrong', async how => {
    broker.on(apiVersionsApi, (_, context) => {
      context[how]()
      return noReply
    })
    const error = await rejection(bench(broker.port).connection.connect())
    expect(error).toMatchObject({ name: 'KafkaJSConnectionError', stage: 'api-versions', address: host, retriable: true })
    expect(error.message).toContain('Does the listener speak TLS?')
    expect(broker.connectionsMade).toBe(2)
  })

  test('an error that is not about versions is passed on', async () => {
    broker.on(apiVersionsApi, () => ({ errorCode: 42 }))
    expect(await rejection(bench(broker.port).connection.connect())).toMatchObject({ name: 'KafkaJSProtocolError', code: 42 })
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('every connection asks anew: a broker may have changed', async () => {
    const { connection } = bench(broker.port)
    await connection.connect()
    connection.close()
    broker.off(heartbeatApi)
    const { connection: second } = bench(broker.port)
    await second.connect()
    expect(connection.versions.supports(heartbeatApi)).toBe(true)
    expect(second.versions.supports(heartbeatApi)).toBe(false)
  })
})

describe('what is no broker', () => {
  test.each([
    ['HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n', 'web server'],
    [Buffer.from('15030300020246', 'hex'), '`ssl` has to be set'],
    [Buffer.from('00000000', 'hex'), 'too short'],
    [Buffer.from('7fffffff00', 'hex'), 'more than the limit'],
    [Buffer.from('0000000a0000000000ff00000000', 'hex'), 'ApiVersions v4 response']
  ])('is told by its first bytes: %j', async (bytes, message) => {
    const server = await rawServer(socket => socket.once('data', () => socket.write(bytes)))
    const error = await rejection(bench(server.port).connection.connect())
    expect(error).toMatchObject({ name: 'KafkaJSConnectionError', stage: 'api-versions', message: expect.stringContaining(message) })
    expect(error.cause).toBeInstanceOf(message.startsWith('ApiVersions') ? Error : KafkaFrameError)
    expect(server.sockets).toHaveLength(1)
  })
})

describe('the budget', () => {
  test('ends a broker that accepts and says nothing, with all who wait for it', async () => {
    const clock = new ManualClock()
    const received = deferred()
    const server = await rawServer(socket => socket.once('data', () => received.resolve()))
    const { connection } = bench(server.port, {}, { clock, setupTimeoutMs: 3000 })
    const all = [1, 2, 3].map(() => rejection(connection.connect()))
    await received.promise
    const closed = once(server.sockets[0], 'close')
    await clock.advance(2999)
    expect(connection.state).toBe('negotiating')
    await clock.advance(1)
    for (const error of await Promise.all(all)) {
      expect(error).toMatchObject({ name: 'KafkaJSConnectionError', code: 'ETIMEDOUT', stage: 'api-versions', retriable: true })
      expect(error.message).toContain('Connection timeout: 127.0.0.1')
      expect(error.message).toContain('not ready after 3000 ms')
    }
    await closed
    expect(await connection.closed).toMatchObject({ code: 'ETIMEDOUT' })
    expect(clock.pending).toBe(0)
  })

  test('is one for all steps: the time of the first tries is not given back', async () => {
    const clock = new ManualClock()
    const asked = deferred()
    broker.on(apiVersionsApi, (_, context) => {
      if (context.version > 0) {
        void clock.advance(9000).then(() => context.reset())
        return noReply
      }
      asked.resolve()
      return noReply
    })
    const { connection } = bench(broker.port, {}, { clock })
    const failed = rejection(connection.connect())
    await asked.promise
    await clock.advance(999)
    expect(connection.state).toBe('negotiating')
    await clock.advance(1)
    expect(await failed).toMatchObject({ code: 'ETIMEDOUT' })
  })

  test('covers the look-up of the name', async () => {
    const clock = new ManualClock()
    const connector = createConnector(() => new Promise(() => {}))
    const { connection } = bench(1, {}, { clock, connector, endpoint: { host: 'slow.test', port: 1 } })
    const failed = rejection(connection.connect())
    await clock.advance(10_000)
    expect(await failed).toMatchObject({ stage: 'dns', host: 'slow.test', code: 'ETIMEDOUT' })
    expect(clock.pending).toBe(0)
  })

  test('covers a connect that is never answered', async () => {
    const clock = new ManualClock()
    const hanging = await hangingListener('127.0.0.9')
    const { connection } = bench(hanging.port, {}, { clock, endpoint: { host: '127.0.0.9', port: hanging.port } })
    const failed = rejection(connection.connect())
    await clock.advance(9999)
    expect(connection.state).toBe('connecting')
    await clock.advance(1)
    expect(await failed).toMatchObject({ stage: 'tcp', code: 'ETIMEDOUT' })
    expect(clock.pending).toBe(0)
    await hanging.stop()
  })
})

describe('names and addresses', () => {
  const named = (addresses: () => string[], attempt = 0, clock?: ManualClock): ReturnType<typeof bench> => {
    const connector = createConnector(async () => addresses().map(address => ({ address })))
    const endpoint = { host: 'broker.test', port: broker.port }
    return bench(0, {}, { connector, endpoint, attempt, ...(clock === undefined ? {} : { clock }) })
  }

  test('a connection error names host, port, address, step and cause', async () => {
    const port = await deadPort()
    const connector = createConnector(async () => [{ address: host }])
    const { connection } = bench(0, {}, { connector, endpoint: { host: 'broker.test', port } })
    const error = (await rejection(connection.connect())) as KafkaJSConnectionError
    expect(error).toMatchObject({
      broker: `broker.test:${port}`,
      host: 'broker.test',
      port,
      stage: 'tcp',
      code: 'ECONNREFUSED',
      outcome: 'not-applied'
    })
    expect(error.message).toContain(`connect ECONNREFUSED ${host}:${port}`)
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('a name without an address', async () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND broker.test'), { code: 'ENOTFOUND' })
    const connector = createConnector(() => Promise.reject(error))
    const { connection } = bench(0, {}, { connector, endpoint: { host: 'broker.test', port: 1 } })
    expect(await rejection(connection.connect())).toMatchObject({ stage: 'dns', code: 'ENOTFOUND', cause: error })
    expect(await rejection(named(() => []).connection.connect())).toMatchObject({ stage: 'dns' })
  })

  test('goes to the next address when the first refuses', async () => {
    // The clock stands still, so that no time passes before it.
    const { connection } = named(() => ['127.0.0.2', host], 0, new ManualClock())
    await broker.goAway()
    const second = await ScriptedBroker.start({ port: broker.port })
    await connection.connect()
    expect(second.connectionsMade).toBe(1)
    connection.close()
    await connection.closed
    await second.stop()
  })

  test('does not wait for an address that says nothing', async () => {
    const clock = new ManualClock()
    const hanging = await hangingListener('127.0.0.9', broker.port)
    const { connection } = named(() => ['127.0.0.9', host], 0, clock)
    const connected = connection.connect()
    await settle()
    expect(broker.connectionsMade).toBe(0)
    await clock.advance(250)
    await connected
    expect(connection.state).toBe('ready')
    expect(clock.pending).toBe(0)
    await hanging.stop()
  })

  test('begins with another address after a failure, and looks the name up each time', async () => {
    const asked: string[][] = []
    const addresses = (): string[] => {
      asked.push([])
      return ['127.0.0.2', host, '127.0.0.3']
    }
    // Nothing listens at the other two; the first that is tried shows in the error.
    await named(addresses, 1).connection.connect()
    await named(addresses, 4).connection.connect()
    expect(asked).toHaveLength(2)
    await broker.goAway()
    const errors = [0, 1, 2, 3].map(attempt => rejection(named(addresses, attempt).connection.connect()))
    expect((await Promise.all(errors)).map(({ message }) => /127\.0\.0\.\d(?=:)(?!.*failed)/.exec(message)?.[0])).toEqual([
      '127.0.0.2',
      host,
      '127.0.0.3',
      '127.0.0.2'
    ])
    expect(broker.connectionsMade).toBe(2)
  })

  test('an IPv6 literal needs no look-up', async () => {
    const connector = createConnector(() => Promise.reject(new Error('asked')))
    const { connection } = bench(0, {}, { connector, endpoint: { host: '::1', port: await deadPort() } })
    expect((await rejection(connection.connect())).message).toMatch(/\[::1\]:\d+/)
  })
})

describe('close()', () => {
  test('before connect leaves nothing to do', async () => {
    const { connection } = bench(broker.port)
    connection.close()
    expect(connection.state).toBe('closed')
    expect(await connection.closed).toBeUndefined()
    expect(await rejection(connection.connect())).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    expect(broker.connectionsMade).toBe(0)
  })

  test('while the name is looked up', async () => {
    const lookup = deferred<{ address: string }[]>()
    const { connection } = bench(
      0,
      {},
      { connector: createConnector(() => lookup.promise), endpoint: { host: 'a.test', port: broker.port } }
    )
    const failed = rejection(connection.connect())
    expect(connection.state).toBe('connecting')
    connection.close()
    expect(await failed).toMatchObject({ name: 'KafkaJSConnectionClosedError', outcome: 'not-applied' })
    lookup.resolve([{ address: host }])
    await settle()
    expect(connection.state).toBe('closed')
    expect(broker.connectionsMade).toBe(0)
  })

  test('while TCP connects', async () => {
    const { connection } = bench(broker.port)
    const failed = rejection(connection.connect())
    await Promise.resolve()
    connection.close()
    expect(await failed).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    expect(await connection.closed).toBeUndefined()
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('while ApiVersions is out', async () => {
    broker.on(apiVersionsApi, () => noReply)
    const { connection } = bench(broker.port)
    const failed = rejection(connection.connect())
    await broker.waitForRequests(1)
    expect(connection.state).toBe('negotiating')
    connection.close()
    expect(await failed).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    expect(await connection.closed).toBeUndefined()
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('between the hang-up on ApiVersions and the second try', async () => {
    const hungUp = deferred()
    const { connection } = bench(broker.port, {}, { endpoint: { host, port: broker.port } })
    broker.on(apiVersionsApi, (_, { reset, socket }) => {
      socket.once('close', () => hungUp.resolve())
      reset()
      return noReply
    })
    const failed = rejection(connection.connect())
    await hungUp.promise
    connection.close()
    await failed
    await connection.closed
    expect(connection.state).toBe('closed')
  })

  test('twice is as once', async () => {
    const { connection } = bench(broker.port)
    await connection.connect()
    connection.close()
    connection.close()
    expect(await connection.closed).toBeUndefined()
  })
})

describe('a connector that comes too late', () => {
  test('has its transport closed', async () => {
    const late = deferred()
    const real = createConnector()
    const { connection } = bench(
      broker.port,
      {},
      {
        connector: async request => {
          const transport = await real({ ...request, signal: new AbortController().signal })
          late.resolve()
          await settle()
          return transport
        }
      }
    )
    const failed = rejection(connection.connect())
    await late.promise
    connection.close()
    await failed
    await broker.waitFor(() => broker.connectionsMade === 1 && broker.connectionsOpen === 0)
  })
})
