import { EventEmitter } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import type { ISocketFactory } from '../../src/types/client'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { makeCertificate } from '../support/make-certificate'
import { ManualClock } from '../support/manual-clock'
import { noReply, ScriptedBroker } from '../support/scripted-broker'
import { bench, closeAll, host, rejection } from './support'

let broker: ScriptedBroker

beforeEach(async () => {
  broker = await ScriptedBroker.start()
  broker.on(heartbeatApi, () => ({ errorCode: 7 }))
})

afterEach(async () => {
  await closeAll()
  await broker.stop()
})

const anywhere = { host: 'anywhere.test', port: 9092 }

async function works(socketFactory: ISocketFactory, ssl?: tls.ConnectionOptions): Promise<void> {
  const { connection } = bench(0, { socketFactory, ...(ssl === undefined ? {} : { ssl }) }, { endpoint: anywhere })
  await connection.connect()
  const requests = [1, 2, 3].map(() => connection.send(heartbeatApi, 4, {}, 1000))
  for (const request of requests) expect(await request).toMatchObject({ errorCode: 7 })
  connection.close()
  expect(await connection.closed).toBeUndefined()
}

async function fails(socketFactory: ISocketFactory): Promise<Error> {
  const { connection } = bench(0, { socketFactory }, { endpoint: anywhere })
  const error = await rejection(connection.connect())
  expect(error).toMatchObject({ name: 'KafkaJSConnectionError', stage: 'tcp', ...anywhere })
  expect(await connection.closed).toBe(error)
  return error
}

/** The least that KafkaJS asks of a socket: no cork, no callback on write, no destroy, no close event. */
class BareSocket extends EventEmitter {
  constructor(private readonly inner: net.Socket) {
    super()
    for (const event of ['data', 'end', 'error', 'timeout']) inner.on(event, (...args: unknown[]) => this.emit(event, ...args))
  }

  write(bytes: Buffer, encoding: string): void {
    expect(encoding).toBe('binary')
    this.inner.write(bytes)
  }

  end(): void {
    this.inner.end()
  }

  unref(): void {
    this.inner.unref()
  }
}

describe('a socket factory', () => {
  test('gets host, port and what to call, and makes the socket', async () => {
    const calls: unknown[] = []
    await works(({ onConnect, ...args }) => {
      calls.push(args)
      return net.connect(broker.port, host, onConnect)
    })
    expect(calls).toEqual([{ ...anywhere, ssl: undefined }])
  })

  test('gets the options of TLS, which is then its own business', async () => {
    await broker.stop()
    const identity = makeCertificate({ name: 'x', hosts: ['broker.test'] })
    broker = await ScriptedBroker.start({ tls: identity })
    broker.on(heartbeatApi, () => ({ errorCode: 7 }))
    await works(({ ssl, onConnect }) => tls.connect({ ...ssl, host, port: broker.port, servername: 'broker.test' }, onConnect), {
      ca: identity.cert
    })
  })

  test('may hand out a socket that is connected already', async () => {
    const socket = net.connect(broker.port, host)
    await new Promise<void>(resolve => socket.once('connect', resolve))
    await works(({ onConnect }) => {
      onConnect()
      return socket
    })
  })

  test('may hand out something that only acts like a socket', async () => {
    await works(({ onConnect }) => new BareSocket(net.connect(broker.port, host, onConnect)) as unknown as net.Socket)
    await broker.waitFor(() => broker.connectionsOpen === 0)
  })

  test('whose socket only says that the broker has ended ends the connection', async () => {
    const socketFactory: ISocketFactory = ({ onConnect }) =>
      new BareSocket(net.connect(broker.port, host, onConnect)) as unknown as net.Socket
    const { connection } = bench(0, { socketFactory }, { endpoint: anywhere })
    await connection.connect()
    broker.dropConnections()
    expect(await connection.closed).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
  })

  test('that throws fails the connection', async () => {
    const error = await fails(() => {
      throw new Error('no proxy today')
    })
    expect(error.message).toContain('no proxy today')
  })

  test('whose socket fails fails the connection', async () => {
    await broker.goAway()
    expect((await fails(({ onConnect }) => net.connect(broker.port, host, onConnect))).message).toContain('ECONNREFUSED')
    await broker.comeBack()
    const closing = fails(() => {
      const socket = net.connect(broker.port, host)
      socket.once('connect', () => socket.destroy())
      return socket
    })
    expect((await closing).message).toContain('closed before it was connected')
  })

  test('whose socket times out ends the connection', async () => {
    broker.on(heartbeatApi, () => noReply)
    const socketFactory: ISocketFactory = ({ onConnect }) => {
      const socket = net.connect(broker.port, host, onConnect)
      queueMicrotask(() => socket.setTimeout(50))
      return socket
    }
    const { connection } = bench(0, { socketFactory }, { endpoint: anywhere })
    await connection.connect()
    const error = await rejection(connection.send(heartbeatApi, 4, {}, 30_000))
    expect(error).toMatchObject({ name: 'KafkaJSConnectionClosedError', message: expect.stringContaining('timed out') })
  })

  test('that never connects is ended by the budget', async () => {
    const clock = new ManualClock()
    const socket = new net.Socket()
    const { connection } = bench(0, { socketFactory: () => socket }, { endpoint: anywhere, clock })
    const failed = rejection(connection.connect())
    await clock.advance(10_000)
    expect(await failed).toMatchObject({ stage: 'tcp', code: 'ETIMEDOUT' })
    expect(socket.destroyed).toBe(true)
    expect(clock.pending).toBe(0)
  })
})
