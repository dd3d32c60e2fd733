import tls from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import type { KafkaJSConnectionError } from '../../src/errors/connection-errors'
import { createConnector } from '../../src/network/connector'
import type { BrokerConnection } from '../../src/network/broker-connection'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { makeCertificate } from '../support/make-certificate'
import { ManualClock } from '../support/manual-clock'
import { ScriptedBroker } from '../support/scripted-broker'
import { bench, closeAll, host, rawServer, rejection } from './support'

const authority = makeCertificate({ name: 'authority' })
const other = makeCertificate({ name: 'other authority' })
const forBroker = makeCertificate({ name: 'whatever', hosts: ['broker.test', host], issuer: authority })

let broker: ScriptedBroker | undefined

afterEach(async () => {
  await closeAll()
  await broker?.stop()
  broker = undefined
})

async function start(options: tls.TlsOptions): Promise<ScriptedBroker> {
  broker = await ScriptedBroker.start({ tls: options })
  return broker.on(heartbeatApi, () => ({ errorCode: 7 }))
}

/** `broker.test` and the like lead to this machine. */
const connector = createConnector(async () => [{ address: host }])

const connection = (name: string, ssl: ConnectionOptions | true): BrokerConnection =>
  bench(0, { ssl }, { endpoint: { host: name, port: (broker as ScriptedBroker).port }, connector }).connection

async function works(name: string, ssl: ConnectionOptions): Promise<void> {
  const made = connection(name, ssl)
  await made.connect()
  expect(await made.send(heartbeatApi, 4, {}, 30_000)).toMatchObject({ errorCode: 7 })
}

async function fails(name: string, ssl: ConnectionOptions | true): Promise<KafkaJSConnectionError> {
  const error = await rejection(connection(name, ssl).connect())
  expect(error).toMatchObject({ name: 'KafkaJSConnectionError', retriable: true, host: name, port: broker?.port, outcome: 'not-applied' })
  return error as KafkaJSConnectionError
}

describe('TLS', () => {
  test.each(['broker.test', 'broker.test.', host])('connects to %s, for which the certificate is', async name => {
    await start(forBroker)
    await works(name, { ca: authority.cert })
  })

  test('asks for the name it connects to, without the dot at the end', async () => {
    const names: string[] = []
    await start({
      ...forBroker,
      SNICallback: (name, done) => {
        names.push(name)
        done(null, tls.createSecureContext(forBroker))
      }
    })
    await works('broker.test.', { ca: authority.cert })
    await works(host, { ca: authority.cert })
    expect(names).toEqual(['broker.test'])
  })

  test('refuses a certificate for another name', async () => {
    await start(forBroker)
    expect(await fails('elsewhere.test', { ca: authority.cert })).toMatchObject({
      stage: 'tls',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      address: host,
      message: expect.stringContaining('TLS handshake failed')
    })
  })

  test('takes the name to check from the options when they have one', async () => {
    await start(forBroker)
    await works('elsewhere.test', { ca: authority.cert, servername: 'broker.test' })
    expect(await fails('broker.test', { ca: authority.cert, servername: 'elsewhere.test' })).toMatchObject({ stage: 'tls' })
  })

  test('refuses an IP address that the certificate does not have', async () => {
    await start(makeCertificate({ name: host, hosts: ['broker.test'], issuer: authority }))
    expect(await fails(host, { ca: authority.cert })).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  test.each([
    ['of an unknown authority', forBroker, { ca: other.cert }],
    ['of an authority that only this test knows', forBroker, true as const],
    ['signed by itself', makeCertificate({ name: 'x', hosts: ['broker.test'] }), { ca: authority.cert }],
    ['that has ended', makeCertificate({ name: 'x', hosts: ['broker.test'], issuer: authority, days: -1 }), { ca: authority.cert }]
  ])('refuses a certificate %s', async (_, identity, ssl) => {
    await start(identity)
    expect(await fails('broker.test', ssl)).toMatchObject({ stage: 'tls' })
    expect(broker?.requests).toEqual([])
  })

  test('takes any certificate when told so', async () => {
    await start(makeCertificate({ name: 'x', hosts: ['broker.test'] }))
    await works('broker.test', { rejectUnauthorized: false })
  })

  test('shows the certificate that the broker asks for', async () => {
    const client = makeCertificate({ name: 'client', issuer: authority })
    await start({ ...forBroker, requestCert: true, ca: authority.cert })
    await works('broker.test', { ca: authority.cert, cert: client.cert, key: client.key })
    const error = await fails('broker.test', { ca: authority.cert })
    expect(error.message).toMatch(/client certificate|certificate.required/i)
  })

  test('fails in an orderly way when node:tls throws at an option', async () => {
    await start(forBroker)
    expect(await fails('broker.test', { ca: authority.cert, minDHSize: -1 })).toMatchObject({ stage: 'tls' })
    await broker?.waitFor(() => broker?.connectionsOpen === 0)
  })

  test('says that the listener does not speak TLS', async () => {
    broker = await ScriptedBroker.start()
    const server = await rawServer(socket => socket.on('data', () => socket.write('Hello, who is there?')))
    const { connection: made } = bench(server.port, { ssl: true })
    expect((await rejection(made.connect())).message).toContain('leave out `ssl`')
    const { connection: silent } = bench(broker.port, { ssl: true })
    broker.onConnection = socket => socket.end()
    expect((await rejection(silent.connect())).message).toContain('does the listener speak TLS')
  })

  test('is never left out when the listener does not speak it', async () => {
    const seen: Buffer[] = []
    const server = await rawServer(socket =>
      socket.on('data', chunk => {
        seen.push(chunk)
        socket.end()
      })
    )
    await rejection(bench(server.port, { ssl: true }).connection.connect())
    // Each connection begins with a TLS handshake record.
    expect(seen.map(chunk => chunk.subarray(0, 2).toString('hex'))).toEqual(['1603'])
  })

  test('the other way round: a plain client at a TLS listener is told to set `ssl`', async () => {
    await start(forBroker)
    const { connection: made } = bench((broker as ScriptedBroker).port)
    expect((await rejection(made.connect())).message).toContain('`ssl` has to be set')
  })

  test('a handshake that hangs is ended by the set-up budget', async () => {
    const clock = new ManualClock()
    const server = await rawServer(() => {})
    const { connection: made } = bench(server.port, { ssl: true }, { clock })
    const failed = rejection(made.connect())
    await new Promise<void>(resolve => {
      const look = (): void => void (server.sockets.length > 0 ? resolve() : setImmediate(look))
      look()
    })
    const [socket] = server.sockets
    const closed = new Promise<void>(resolve => socket?.once('close', () => resolve()))
    socket?.resume()
    await clock.advance(10_000)
    expect(await failed).toMatchObject({ stage: 'tls', code: 'ETIMEDOUT', message: expect.stringContaining('leave out `ssl`') })
    await closed
    expect(clock.pending).toBe(0)
  })
})
