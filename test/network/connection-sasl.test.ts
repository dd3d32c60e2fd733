import { inspect } from 'node:util'
import { KafkaJSSASLAuthenticationError } from '../../src/errors/connection-errors'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { saslAuthenticateApi } from '../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../src/protocol/generated/sasl-handshake'
import type { SASLOptions } from '../../src/types/client'
import { ManualClock } from '../support/manual-clock'
import { noReply, ScriptedBroker, type ScriptedBrokerOptions } from '../support/scripted-broker'
import { ScramServer, type Lies } from './sasl/scram-server'
import { bench, closeAll, rejection, type Bench } from './support'

const password = 'pw-CANARY-7f3a'
const plain: SASLOptions = { mechanism: 'plain', username: 'alice', password }
const scram: SASLOptions = { mechanism: 'scram-sha-512', username: 'alice', password }

let broker: ScriptedBroker

/** A broker that wants SASL: nothing but ApiVersions and SASL before, as real ones. */
async function start(lies: Lies & { lifetimeMs?: bigint } = {}, options?: ScriptedBrokerOptions): Promise<void> {
  broker = await ScriptedBroker.start(options)
  const sessions = new Map<number, ScramServer | 'plain' | 'done'>()
  const { lifetimeMs: sessionLifetimeMs = 0n } = lies
  broker.on(saslHandshakeApi, ({ mechanism }, { connection }) => {
    const mechanisms = ['PLAIN', 'SCRAM-SHA-512']
    if (!mechanisms.includes(mechanism)) return { errorCode: 33, mechanisms }
    sessions.set(connection, mechanism === 'PLAIN' ? 'plain' : new ScramServer('sha512', new Map([['alice', password]]), lies))
    return { mechanisms }
  })
  broker.on(saslAuthenticateApi, ({ authBytes }, { connection }) => {
    const session = sessions.get(connection)
    const refusal = { errorCode: 58, errorMessage: 'Authentication failed: Invalid username or password' }
    if (session === 'plain') {
      if (authBytes.toString() !== `\0alice\0${password}`) return refusal
      sessions.set(connection, 'done')
      return { sessionLifetimeMs }
    }
    if (!(session instanceof ScramServer)) return { errorCode: 34 }
    const answer = session.answer(authBytes)
    if (answer?.toString().startsWith('v=') === true) sessions.set(connection, 'done')
    return answer === undefined ? refusal : { authBytes: Buffer.from(answer), sessionLifetimeMs }
  })
  broker.on(heartbeatApi, (_, { connection, close }) => {
    if (sessions.get(connection) === 'done') return { errorCode: 7 }
    close()
    return noReply
  })
}

afterEach(async () => {
  await closeAll()
  await broker.stop()
})

async function works(sasl: SASLOptions): Promise<Bench> {
  const made = bench(broker.port, { sasl })
  await made.connection.connect()
  expect(await made.connection.send(heartbeatApi, 4, {}, 1000)).toMatchObject({ errorCode: 7 })
  return made
}

async function refused(sasl: SASLOptions): Promise<Error> {
  const { connection } = bench(broker.port, { sasl })
  const error = await rejection(connection.connect())
  expect(error).toBeInstanceOf(KafkaJSSASLAuthenticationError)
  expect(error).toMatchObject({ retriable: false, outcome: 'not-applied' })
  expect(await connection.closed).toBe(error)
  await broker.waitFor(() => broker.connectionsOpen === 0)
  return error
}

describe('SASL', () => {
  test.each([plain, scram])('$mechanism: nothing else is sent before it is done', async sasl => {
    await start()
    const made = bench(broker.port, { sasl })
    const { connection } = made
    const connecting = connection.connect()
    expect(await rejection(connection.send(heartbeatApi, 4, {}, 1000))).toMatchObject({ outcome: 'not-applied' })
    await connecting
    await connection.send(heartbeatApi, 4, {}, 1000)
    const authentications = sasl === plain ? 1 : 2
    expect(broker.requests.map(({ api, version }) => `${api} ${version}`)).toEqual([
      'ApiVersions 4',
      'SaslHandshake 1',
      ...Array.from({ length: authentications }, () => 'SaslAuthenticate 2'),
      'Heartbeat 4'
    ])
    expect(connection.authenticatedUntil).toBe(Infinity)
  })

  test('with a broker of older versions', async () => {
    await start({}, { versions: { SaslAuthenticate: [0, 0] } })
    await works(scram)
  })

  test('never goes on with a version 0 handshake, which sends bare tokens', async () => {
    await start({}, { versions: { SaslHandshake: [0, 0] } })
    expect(await rejection(bench(broker.port, { sasl: plain }).connection.connect())).toMatchObject({
      name: 'KafkaUnsupportedVersionError',
      apiName: 'SaslHandshake'
    })
    expect(broker.requests.map(({ api }) => api)).toEqual(['ApiVersions'])
  })

  test.each([plain, scram])('$mechanism: wrong credentials are refused in the words of the broker', async sasl => {
    await start()
    const error = await refused({ ...sasl, password: 'wrong' })
    expect(error.message).toContain('Authentication failed: Invalid username or password (SASL_AUTHENTICATION_FAILED)')
  })

  test('a mechanism that the broker does not have: says which it has, and tries no other', async () => {
    await start()
    const error = await refused({ ...scram, mechanism: 'scram-sha-256' })
    expect(error.message).toContain(
      'SCRAM-SHA-256 authentication failed: the broker does not offer it on this listener, but PLAIN, SCRAM-SHA-512'
    )
    expect(broker.requestsOf(saslHandshakeApi)).toHaveLength(1)
    expect(broker.requestsOf(saslAuthenticateApi)).toHaveLength(0)
  })

  test('a listener without SASL says so', async () => {
    await start()
    broker.on(saslHandshakeApi, () => ({ errorCode: 34 }))
    expect((await refused(plain)).message).toContain('leave out `sasl`')
  })

  test('a broker that cannot prove that it knows the password gets no request', async () => {
    await start({ final: () => `v=${Buffer.alloc(64, 1).toString('base64')}` })
    expect((await refused(scram)).message).toContain('could not prove')
    expect(broker.requestsOf(heartbeatApi)).toHaveLength(0)
  })

  test("the broker's words are made fit for a terminal", async () => {
    await start()
    broker.on(saslAuthenticateApi, () => ({ errorCode: 58, errorMessage: `\u001b[31mred\r\nnext line${'!'.repeat(5000)}` }))
    const { message } = await refused(plain)
    expect(message).toMatch(/red next line!/)
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(message).not.toMatch(/[\u0000-\u001f]/)
    expect(message.length).toBeLessThan(1300)
  })

  test('a NUL in the credentials is refused before anything is sent', async () => {
    await start()
    expect((await refused({ ...plain, username: 'a\0b' })).message).toContain('NUL')
    expect(broker.requestsOf(saslAuthenticateApi)).toHaveLength(0)
  })

  test.each(['close', 'reset'] as const)('a broker that hangs up (%s) may have meant a refusal, or may be restarting', async how => {
    await start()
    broker.on(saslAuthenticateApi, (_, context) => {
      context[how]()
      return noReply
    })
    const error = await rejection(bench(broker.port, { sasl: plain }).connection.connect())
    expect(error).toMatchObject({ name: 'KafkaJSConnectionError', retriable: true, stage: 'sasl' })
    expect(error.message).toContain('check `sasl`')
    expect(broker.connectionsMade).toBe(1)
  })

  test.each([
    ['SaslHandshake', saslHandshakeApi],
    ['SaslAuthenticate', saslAuthenticateApi]
  ] as const)('a broker that says nothing to %s is given up', async (_, api) => {
    await start()
    const clock = new ManualClock()
    broker.on(api as typeof saslHandshakeApi, () => noReply)
    for (const [authenticationTimeout, setupTimeoutMs, limit] of [
      [20_000, 10_000, 10_000],
      [5000, 10_000, 5000]
    ] as const) {
      const { connection } = bench(broker.port, { sasl: plain, authenticationTimeout }, { clock, setupTimeoutMs })
      const failed = rejection(connection.connect())
      const seen = broker.requestsOf(api as typeof saslHandshakeApi).length
      await broker.waitForRequests(seen + 1, api)
      await clock.advance(limit - 1)
      expect(connection.state).toBe('authenticating')
      await clock.advance(1)
      expect(await failed).toMatchObject({ code: 'ETIMEDOUT', stage: 'sasl', message: expect.stringContaining(`${limit} ms`) })
    }
    expect(clock.pending).toBe(0)
  })

  test('close() while it goes on', async () => {
    await start()
    broker.on(saslAuthenticateApi, () => noReply)
    const { connection } = bench(broker.port, { sasl: scram })
    const failed = rejection(connection.connect())
    await broker.waitForRequests(1, saslAuthenticateApi)
    connection.close()
    expect(await failed).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    expect(await connection.closed).toBeUndefined()
  })

  test('remembers how long the broker lets the session live', async () => {
    await start({ lifetimeMs: 3_600_000n })
    const clock = new ManualClock()
    const { connection } = bench(broker.port, { sasl: scram }, { clock })
    await connection.connect()
    expect(connection.authenticatedUntil).toBe(3_600_000)
  })

  test('secrets show up in no log line, error or printed object', async () => {
    await start()
    const seen: unknown[] = []
    for (const sasl of [plain, scram]) {
      const { connection, logs, instrumentation } = await works(sasl)
      instrumentation.on('producer.network.request', event => seen.push(event))
      broker.once(heartbeatApi, (_, { raw }) => {
        raw(Buffer.from('0000000600000063ffff', 'hex'))
        return noReply
      })
      seen.push(await rejection(connection.send(heartbeatApi, 4, {}, 1000)), logs, connection)
      seen.push(await refused({ ...sasl, password: `${password}?` }))
    }
    broker.on(saslAuthenticateApi, (_, { raw }) => {
      raw(Buffer.from('0000000600000002ffff', 'hex'))
      return noReply
    })
    const { connection } = bench(broker.port, { sasl: plain })
    seen.push(await rejection(connection.connect()), connection)
    const text = seen.map(one => inspect(one, { depth: 12, showHidden: true, maxArrayLength: 1000 })).join('\n')
    const bytes = Buffer.from(password)
    for (const form of [password, bytes.toString('base64').slice(0, 12), bytes.toString('hex'), [...bytes].join(', ')]) {
      expect(text).not.toContain(form)
    }
    expect(text).toContain('SASL')
  })
})
