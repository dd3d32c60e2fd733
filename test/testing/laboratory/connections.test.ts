import tls from 'node:tls'
import { errorCodes } from '../../../src/errors/error-table'
import { apiVersionsApi } from '../../../src/protocol/generated/api-versions'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { saslAuthenticateApi } from '../../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../src/protocol/generated/sasl-handshake'
import { EmbeddedKafka } from '../../../src/testing'
import { makeCertificate } from '../../support/make-certificate'
import { settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'
import { LaboratoryBench } from './laboratory-bench'

let bench: LaboratoryBench

const open = async (...options: Parameters<typeof LaboratoryBench.start>): Promise<void> => {
  bench = await LaboratoryBench.start(...options)
}

afterEach(() => bench.stop())

/** How a connection ends: `end` in good order, else the code of the error. */
function ending(socket: { on(event: string, listener: (error: NodeJS.ErrnoException) => void): unknown; resume(): unknown }): () => string {
  let how = 'open'
  socket.on('error', error => (how = error.code ?? 'error'))
  socket.on('end', () => (how = 'end'))
  socket.resume()
  return () => how
}

describe('connections', () => {
  it('break or end, to one broker or to all, and brokers go on serving', async () => {
    await open()
    const endings = [1, 2].map(nodeId => ending(bench.socket(nodeId)))
    bench.kafka.laboratory.dropConnections(1)
    await settle()
    expect(endings.map(how => how())).toEqual(['ECONNRESET', 'open'])
    bench.kafka.laboratory.dropConnections(undefined, 'close')
    await settle()
    expect(endings.map(how => how())).toEqual(['ECONNRESET', 'end'])
    expect((await bench.metadata(bench.connect(1))).topics).toHaveLength(1)
  })

  it('end when nothing has come on them for as long as a new limit says; those that were open keep theirs', async () => {
    await open()
    const old = ending(bench.socket())
    bench.kafka.laboratory.setIdleLimit(1000)
    const idle = ending(bench.socket())
    const socket = bench.socket()
    const busyEnd = ending(socket)
    const busy = WireClient.on(socket)
    for (let i = 0; i < 3; i++) {
      await bench.clock.advance(499)
      expect(idle()).toBe(i < 2 ? 'open' : 'end')
      await bench.metadata(busy)
    }
    expect([old(), busyEnd()]).toEqual(['open', 'open'])
    await bench.clock.advance(1000)
    expect([old(), busyEnd()]).toEqual(['open', 'end'])
  })

  it('are not idle while a request waits for its answer', async () => {
    await open()
    bench.kafka.laboratory.setIdleLimit(1000)
    bench.kafka.laboratory.delay({ api: 'Metadata' }, { answerAfterMs: 5000 })
    const client = bench.connect()
    const asked = bench.metadata(client)
    await bench.clock.advance(5000)
    expect((await asked).topics).toHaveLength(1)
  })

  it('get no TLS handshake where the fault says so', async () => {
    await open()
    const { key, cert } = makeCertificate({ name: 'broker' })
    const kafka = await EmbeddedKafka.start({ listeners: [{}, { protocol: 'SSL', tls: { key, cert } }] })
    const silence = kafka.laboratory.silenceConnections('tls')
    const [host, port] = kafka.brokersOf('SSL')[0].split(':')
    const connect = (): tls.TLSSocket => tls.connect({ host, port: Number(port), rejectUnauthorized: false })
    const socket = connect()
    socket.on('error', () => {})
    const isSecure = jest.fn()
    socket.once('secureConnect', isSecure)
    while (silence.fired === 0) await settle()
    // Another listener, without TLS, serves; by its answer a handshake would have been over, too.
    const plain = await WireClient.connect(kafka.brokers[0])
    await plain.send(metadataApi, 12, { topics: null })
    silence.assertFired()
    expect(silence.fired).toBe(1)
    expect(isSecure).not.toHaveBeenCalled()
    silence.remove()
    const second = connect()
    await new Promise(resolve => second.once('secureConnect', resolve))
    expect(isSecure).not.toHaveBeenCalled()
    for (const one of [socket, second]) one.destroy()
    plain.close()
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })

  it('break and end over TLS as well', async () => {
    await open()
    const { key, cert } = makeCertificate({ name: 'broker' })
    const kafka = await EmbeddedKafka.start({ listeners: [{ protocol: 'SSL', tls: { key, cert } }] })
    const [host, port] = kafka.brokers[0].split(':')
    for (const [how, expected] of [
      ['reset', 'ECONNRESET'],
      ['close', 'end']
    ] as const) {
      const socket = tls.connect({ host, port: Number(port), rejectUnauthorized: false })
      const ended = ending(socket)
      await new Promise(resolve => socket.once('secureConnect', resolve))
      await WireClient.on(socket).send(metadataApi, 12, { topics: null })
      const closed = new Promise(resolve => socket.once('close', resolve))
      kafka.laboratory.dropConnections(1, how)
      await closed
      expect(ended()).toBe(expected)
    }
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })

  it('in memory are silent in place of TLS as well', async () => {
    const { key, cert } = makeCertificate({ name: 'broker' })
    await open({ listeners: [{}, { protocol: 'SSL', tls: { key, cert } }] })
    const silence = bench.kafka.laboratory.silenceConnections('tls')
    expect(await bench.isSettled(bench.metadata(bench.connect(1, 'SSL')))).toBe(false)
    expect(await bench.isSettled(bench.metadata(bench.connect(1)))).toBe(true)
    expect(silence.fired).toBe(1)
  })
})

describe('SASL sessions', () => {
  const token = (password = 'secret'): Buffer => Buffer.from(`\0ann\0${password}`)

  async function authenticate(client: WireClient): Promise<bigint> {
    await client.send(saslHandshakeApi, 1, { mechanism: 'PLAIN' })
    const { errorCode, sessionLifetimeMs } = await client.send(saslAuthenticateApi, 2, { authBytes: token() })
    expect(errorCode).toBe(errorCodes.NONE)
    return sessionLifetimeMs
  }

  it('last as long as they may; then only authentication is served (KIP-368)', async () => {
    await open({ listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: { users: { ann: 'secret' } } }] })
    const [unlimited, again, never] = [bench.connect(), bench.connect(), bench.connect()]
    expect(await authenticate(unlimited)).toBe(0n)
    bench.kafka.laboratory.setSessionLifetime(2000)
    for (const client of [again, never]) expect(await authenticate(client)).toBe(2000n)
    await bench.clock.advance(1999)
    for (const client of [again, never]) await bench.metadata(client)
    await bench.clock.advance(1)
    await authenticate(again)
    await bench.metadata(again)
    await bench.metadata(unlimited)
    await expect(bench.metadata(never)).rejects.toThrow('closed')
    bench.kafka.laboratory.setSessionLifetime(0)
    // Kafka does not take a client that authenticates again more often than once a second.
    await bench.clock.advance(1000)
    expect(await authenticate(again)).toBe(0n)
    await bench.clock.advance(100_000)
    await bench.metadata(again)
  })
})

describe('versions', () => {
  const versions = async (): Promise<Map<number, [number, number]>> => {
    const { apiKeys } = await bench.connect().send(apiVersionsApi, 3, { clientSoftwareName: 'wire', clientSoftwareVersion: '1' })
    return new Map(apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, [minVersion, maxVersion]]))
  }

  it('are those that a test wants, and an API may be hidden', async () => {
    await open()
    const before = await versions()
    bench.kafka.laboratory.setVersions('Metadata', { min: 4, max: 9 })
    bench.kafka.laboratory.setVersions('Fetch', null)
    const now = await versions()
    expect(now.get(metadataApi.key)).toEqual([4, 9])
    expect(now.has(1)).toBe(false)
    expect(now.size).toBe(before.size - 1)
    await expect(bench.fetch(bench.connect())).rejects.toThrow('closed')
    bench.kafka.laboratory.clear()
    expect(await versions()).toEqual(before)
  })

  it.each(['close', 'reset'] as const)('that are not served end the connection: %s', async how => {
    await open()
    bench.kafka.laboratory.setVersions('Metadata', { min: 4, max: 9 })
    bench.kafka.laboratory.unsupportedVersions = how
    const socket = bench.socket()
    const ended = ending(socket)
    const client = WireClient.on(socket)
    await client.send(metadataApi, 9, { topics: null })
    await expect(client.send(metadataApi, 12, { topics: null })).rejects.toThrow('closed')
    expect(ended()).toBe(how === 'close' ? 'end' : 'ECONNRESET')
  })

  it('of ApiVersions itself are told in the answer of version 0 (KIP-511)', async () => {
    await open()
    bench.kafka.laboratory.setVersions('ApiVersions', { min: 0, max: 2 })
    const frames: Buffer[] = []
    const socket = bench.socket()
    socket.on('data', (chunk: Buffer) => frames.push(chunk))
    const client = WireClient.on(socket)
    void client.send(apiVersionsApi, 3, { clientSoftwareName: 'wire', clientSoftwareVersion: '1' }).catch(() => {})
    await settle(10)
    const answer = Buffer.concat(frames)
    expect(answer.readInt16BE(8)).toBe(errorCodes.UNSUPPORTED_VERSION)
    expect(answer.readInt32BE(10)).toBe(1)
    expect([answer.readInt16BE(14), answer.readInt16BE(16), answer.readInt16BE(18)]).toEqual([apiVersionsApi.key, 0, 2])
    client.close()
  })
})

describe('a broker', () => {
  const brokers = async (): Promise<number[]> => (await bench.metadata(bench.connect(2))).brokers.map(({ nodeId }) => nodeId)

  it('that is killed breaks its connections, takes none, goes from Metadata, and leads no more, until it is revived', async () => {
    await open()
    const { state } = bench.kafka.laboratory.partition('t', 0)
    const broken = ending(bench.socket(1))
    await bench.kafka.kill(1)
    await settle()
    expect(broken()).toBe('ECONNRESET')
    const refused = ending(bench.socket(1))
    await settle()
    expect(refused()).toBe('ECONNREFUSED')
    expect([await brokers(), state.leader, state.leaderEpoch, state.isr]).toEqual([[2], 2, 1, [2]])
    const address = bench.kafka.brokers[0]
    await bench.kafka.revive(1)
    await bench.kafka.revive(1)
    expect([await brokers(), state.leader, state.isr, bench.kafka.brokers[0]]).toEqual([[1, 2], 2, [1, 2], address])
    expect((await bench.metadata(bench.connect(1))).topics[0].partitions[0].leaderId).toBe(2)
    await expect(bench.kafka.kill(3)).rejects.toThrow('no broker 3')
  })

  it('that dies unnoticed stays in Metadata and goes on leading until the others notice', async () => {
    await open()
    const { state } = bench.kafka.laboratory.partition('t', 0)
    await bench.kafka.kill(1, { unnoticed: true })
    const refused = ending(bench.socket(1))
    await settle()
    expect(refused()).toBe('ECONNREFUSED')
    const { topics } = await bench.metadata(bench.connect(2))
    expect([await brokers(), topics[0].partitions[0].offlineReplicas, state.leader]).toEqual([[2, 1], [], 1])
    await bench.kafka.kill(1)
    expect([await brokers(), state.leader]).toEqual([[2], 2])
    await bench.kafka.revive(1)
    await bench.kafka.kill(1, { unnoticed: true })
    await bench.kafka.revive(1)
    expect([await brokers(), state.leaderEpoch]).toEqual([[1, 2], 1])
  })
})
