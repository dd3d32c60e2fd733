import type { Socket } from 'node:net'
import { KafkaDecodeError, KafkaFrameError } from '../../src/errors/decode-errors'
import { KafkaJSConnectionClosedError } from '../../src/errors/connection-errors'
import { KafkaUnsupportedVersionError } from '../../src/errors/cluster-errors'
import type { BrokerConnection, BrokerConnectionOptions } from '../../src/network/broker-connection'
import { encodeResponse } from '../../src/protocol/framing'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { metadataApi } from '../../src/protocol/generated/metadata'
import { produceApi } from '../../src/protocol/generated/produce'
import { ScriptedBroker } from '../support/scripted-broker'
import { bench, closeAll, rejection, type Bench } from './support'

let broker: ScriptedBroker

beforeEach(async () => {
  broker = await ScriptedBroker.start()
  broker.on(heartbeatApi, ({ groupId }) => ({ errorCode: Number(groupId) }))
})

afterEach(async () => {
  await closeAll()
  await broker.stop()
})

async function ready(options?: Partial<BrokerConnectionOptions>): Promise<Bench> {
  const made = bench(broker.port, {}, options)
  await made.connection.connect()
  return made
}

const heartbeat = async (connection: BrokerConnection, code: number): Promise<number> =>
  (await connection.send(heartbeatApi, 4, { groupId: String(code) }, 30_000)).errorCode

/** Holds back the answers to heartbeats; the test writes what it wants. */
function holdHeartbeats(): void {
  broker.on(heartbeatApi, () => ScriptedBroker.noReply)
}

const answer = (correlationId: number, errorCode = 0): Buffer =>
  Buffer.concat(encodeResponse(heartbeatApi, 4, correlationId, { errorCode }))

describe('a connection', () => {
  test('becomes ready with one ApiVersions request that names this client', async () => {
    const { connection } = bench(broker.port)
    expect(connection.state).toBe('idle')
    expect(() => connection.versions).toThrow('no versions before it is ready')
    await connection.connect()
    expect(connection.state).toBe('ready')
    const { version } = require('../../package.json') as { version: string }
    expect(broker.requests).toMatchObject([
      { api: 'ApiVersions', version: 4, clientId: 'test', body: { clientSoftwareName: 'odradek', clientSoftwareVersion: version } }
    ])
    expect(connection.versions.pick(heartbeatApi)).toBe(4)
  })

  test('connects once for all who ask', async () => {
    const { connection } = bench(broker.port)
    await Promise.all(Array.from({ length: 100 }, () => connection.connect()))
    await connection.connect()
    expect(broker.connectionsMade).toBe(1)
  })

  test('sends requests without waiting for answers, and gives each its own answer', async () => {
    const { connection } = await ready()
    const codes = Array.from({ length: 200 }, (_, i) => i)
    const answers = codes.map(code => heartbeat(connection, code))
    expect(connection.inFlightCount).toBe(200)
    expect(await Promise.all(answers)).toEqual(codes)
    expect(connection.inFlightCount).toBe(0)
    expect(broker.requestsOf(heartbeatApi).map(({ correlationId }) => correlationId)).toEqual(codes.map(code => code + 1))
  })

  test('writes the requests of one turn in one piece', async () => {
    let chunks = 0
    broker.onConnection = socket => socket.on('data', () => chunks++)
    const { connection } = await ready()
    await heartbeat(connection, 0)
    chunks = 0
    await Promise.all([1, 2, 3].map(code => heartbeat(connection, code)))
    expect(chunks).toBe(1)
  })

  test.each([1, 3])('takes answers that come %i bytes at a time', async size => {
    broker.deliver = (bytes, socket) => {
      for (let at = 0; at < bytes.length; at += size) socket.write(bytes.subarray(at, at + size))
    }
    const { connection } = await ready()
    expect(await Promise.all([1, 2, 3].map(code => heartbeat(connection, code)))).toEqual([1, 2, 3])
  })

  test('takes answers that come all in one piece', async () => {
    const { connection } = await ready()
    const held: Buffer[] = []
    broker.deliver = (bytes, socket) => {
      held.push(bytes)
      if (held.length === 3) socket.write(Buffer.concat(held))
    }
    expect(await Promise.all([1, 2, 3].map(code => heartbeat(connection, code)))).toEqual([1, 2, 3])
  })

  test('gives large answers whole', async () => {
    const name = 'n'.repeat(30_000)
    broker.on(metadataApi, () => ({ topics: Array.from({ length: 200 }, () => ({ name, partitions: [] })) }))
    const { connection } = await ready()
    const { topics } = await connection.send(metadataApi, 12, { topics: null }, 30_000)
    expect(topics).toHaveLength(200)
    expect(topics.every(topic => topic.name === name)).toBe(true)
  })

  test('goes on after a request that cannot be encoded', async () => {
    const { connection } = await ready()
    const error = await rejection(connection.send(heartbeatApi, 0, { groupInstanceId: 'x' }, 30_000))
    expect(error).toBeInstanceOf(KafkaUnsupportedVersionError)
    expect(await heartbeat(connection, 5)).toBe(5)
    expect(broker.requestsOf(heartbeatApi)).toMatchObject([{ correlationId: 1 }])
  })

  test('starts over with correlation id 0 after the highest', async () => {
    const { connection } = await ready({ firstCorrelationId: 2 ** 31 - 2 })
    expect(await Promise.all([1, 2, 3].map(code => heartbeat(connection, code)))).toEqual([1, 2, 3])
    expect(broker.requests.map(({ correlationId }) => correlationId)).toEqual([2 ** 31 - 2, 2 ** 31 - 1, 0, 1])
  })

  test('refuses requests before it is ready and after it was closed, as not applied', async () => {
    const { connection } = bench(broker.port)
    expect(await rejection(heartbeat(connection, 1))).toMatchObject({ name: 'KafkaJSConnectionClosedError', outcome: 'not-applied' })
    await connection.connect()
    connection.close()
    expect(await rejection(heartbeat(connection, 1))).toMatchObject({ name: 'KafkaJSConnectionClosedError', outcome: 'not-applied' })
    expect(await rejection(connection.sendOneWay(heartbeatApi, 4, {}))).toMatchObject({ outcome: 'not-applied' })
    expect(await connection.closed).toBeUndefined()
    expect(connection.state).toBe('closed')
  })
})

describe('the end of a connection', () => {
  test.each(['close', 'reset'] as const)('by the broker (%s) rejects what is pending, as maybe applied', async how => {
    holdHeartbeats()
    const { connection, logs } = await ready()
    const pending = [1, 2].map(code => rejection(heartbeat(connection, code)))
    await broker.waitForRequests(2, heartbeatApi)
    broker.dropConnections(how)
    for (const error of await Promise.all(pending)) {
      expect(error).toBeInstanceOf(KafkaJSConnectionClosedError)
      expect(error).toMatchObject({ retriable: true, outcome: 'maybe-applied', host: '127.0.0.1', port: broker.port })
      if (how === 'reset') expect(error).toMatchObject({ code: 'ECONNRESET' })
    }
    expect(await connection.closed).toBeInstanceOf(KafkaJSConnectionClosedError)
    expect(connection.state).toBe('closed')
    // Everyday life: nothing that would wake somebody up.
    expect(logs.filter(({ label }) => label !== 'DEBUG')).toEqual([])
  })

  test('by close() rejects what is pending; what was not written yet is not applied', async () => {
    holdHeartbeats()
    const { connection } = await ready()
    const written = rejection(heartbeat(connection, 1))
    await broker.waitForRequests(1, heartbeatApi)
    const unwritten = rejection(heartbeat(connection, 2))
    connection.close()
    expect(await written).toMatchObject({ outcome: 'maybe-applied', message: expect.stringContaining('this client closed it') })
    expect(await unwritten).toMatchObject({ outcome: 'not-applied' })
    expect(await connection.closed).toBeUndefined()
    await broker.waitFor(() => broker.connectionsOpen === 0)
    expect(broker.requestsOf(heartbeatApi)).toHaveLength(1)
  })

  test('hints at SASL when the broker never answered anything', async () => {
    broker.on(heartbeatApi, (_, { close }) => {
      close()
      return ScriptedBroker.noReply
    })
    const { connection } = await ready()
    expect((await rejection(heartbeat(connection, 1))).message).toContain('Does the listener want SASL?')
  })

  test('retire() lets pending requests finish and refuses new ones', async () => {
    holdHeartbeats()
    const { connection } = await ready()
    const pending = heartbeat(connection, 7)
    await broker.waitForRequests(1, heartbeatApi)
    connection.retire()
    connection.retire()
    expect(connection.state).toBe('draining')
    expect(await rejection(heartbeat(connection, 8))).toMatchObject({ outcome: 'not-applied' })
    writeTo(0, answer(1, 7))
    expect(await pending).toBe(7)
    expect(await connection.closed).toBeUndefined()
  })

  test('retire() closes at once when nothing is pending', async () => {
    const { connection } = await ready()
    connection.retire()
    expect(await connection.closed).toBeUndefined()
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })
})

let sockets: Socket[] = []
beforeEach(() => {
  sockets = []
  broker.onConnection = socket => sockets.push(socket)
})
const writeTo = (connection: number, bytes: Uint8Array): void => void sockets[connection]?.write(bytes)

describe('answers that cannot be right', () => {
  const cases: [string, () => Buffer, string][] = [
    ['an id that no request has', () => answer(99), 'correlation id 99'],
    ['a negative id', () => answer(-1), 'correlation id -1'],
    ['the ids of two requests swapped', () => answer(2), 'correlation id 2'],
    ['the same answer twice', () => Buffer.concat([answer(1), answer(1)]), 'correlation id 1'],
    ['an answer that was given before', () => answer(0), 'correlation id 0'],
    ['a frame without room for an id', () => Buffer.from('00000002aaaa', 'hex'), 'too short'],
    ['a frame that is too long', () => Buffer.from('40000000', 'hex'), 'more than the limit'],
    ['a web server', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'HTTP']
  ]
  test.each(cases)('%s: closes the connection, all requests fail as disconnected', async (_, bytes, message) => {
    holdHeartbeats()
    const { connection, logs } = await ready()
    const first = connection.send(heartbeatApi, 4, {}, 30_000).catch((error: Error) => error)
    const second = rejection(heartbeat(connection, 2))
    await broker.waitForRequests(2, heartbeatApi)
    writeTo(0, bytes())
    const error = await second
    expect(error).toBeInstanceOf(KafkaJSConnectionClosedError)
    expect(error).toMatchObject({ retriable: true, outcome: 'maybe-applied', message: expect.stringContaining(message) })
    expect(error.cause).toBeInstanceOf(KafkaFrameError)
    await first
    expect(await connection.closed).toBeInstanceOf(KafkaFrameError)
    expect(logs.filter(({ label }) => label === 'WARN')).toHaveLength(1)
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('a body that cannot be decoded: the request says which api and version, the others are disconnected', async () => {
    holdHeartbeats()
    const { connection } = await ready()
    const pending = [1, 2].map(code => rejection(heartbeat(connection, code)))
    await broker.waitForRequests(2, heartbeatApi)
    writeTo(0, Buffer.from('00000006000000010000', 'hex'))
    const [first, second] = await Promise.all(pending)
    expect(first).toBeInstanceOf(KafkaDecodeError)
    expect(first).toMatchObject({ retriable: false, message: expect.stringContaining('Heartbeat v4 response of 6 bytes') })
    expect(second).toBeInstanceOf(KafkaJSConnectionClosedError)
    expect(second?.cause).toBe(first)
    expect(await connection.closed).toBe(first)
  })

  test('bytes after the body are reported once and do no harm', async () => {
    const { connection, logs } = await ready()
    broker.deliver = (bytes, socket) => {
      const longer = Buffer.concat([bytes, Buffer.from('more')])
      longer.writeInt32BE(longer.length - 4, 0)
      socket.write(longer)
    }
    expect(await heartbeat(connection, 1)).toBe(1)
    expect(await heartbeat(connection, 2)).toBe(2)
    expect(logs.filter(({ label }) => label === 'WARN')).toMatchObject([{ log: { message: expect.stringContaining('4 bytes more') } }])
  })

  test('a frame after the one that broke the connection is not looked at', async () => {
    holdHeartbeats()
    const { connection } = await ready()
    const pending = [1, 2].map(code => rejection(heartbeat(connection, code)))
    await broker.waitForRequests(2, heartbeatApi)
    writeTo(0, Buffer.concat([answer(77), answer(1), answer(2)]))
    for (const error of await Promise.all(pending)) expect(error).toMatchObject({ outcome: 'maybe-applied' })
  })
})

describe('requests without an answer', () => {
  const produce = (connection: BrokerConnection): Promise<void> => connection.sendOneWay(produceApi, 9, { acks: 0, topicData: [] })

  test('resolve when the socket has them', async () => {
    broker.on(produceApi, () => ScriptedBroker.noReply)
    const { connection } = await ready()
    await Promise.all([produce(connection), produce(connection)])
    expect(connection.inFlightCount).toBe(0)
    await broker.waitForRequests(2, produceApi)
    expect(await heartbeat(connection, 3)).toBe(3)
  })

  test('may be answered all the same, before and between answers that are waited for', async () => {
    broker.on(produceApi, () => ({}))
    const { connection } = await ready()
    await produce(connection)
    const answers = [heartbeat(connection, 1)]
    await Promise.all([produce(connection), produce(connection)])
    answers.push(heartbeat(connection, 2))
    expect(await Promise.all(answers)).toEqual([1, 2])
    await produce(connection)
    expect(await heartbeat(connection, 3)).toBe(3)
  })

  test('may be answered by some only', async () => {
    let count = 0
    broker.on(produceApi, () => (++count % 2 === 0 ? {} : ScriptedBroker.noReply))
    const { connection } = await ready()
    for (let i = 1; i <= 5; i++) {
      await produce(connection)
      expect(await heartbeat(connection, i)).toBe(i)
    }
  })

  test('may not be answered twice', async () => {
    broker.on(produceApi, (_, { raw, frame }) => {
      raw(frame({}))
      return {}
    })
    const { connection } = await ready()
    await produce(connection)
    expect(await connection.closed).toBeInstanceOf(KafkaFrameError)
  })
})
