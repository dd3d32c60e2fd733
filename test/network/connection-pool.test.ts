import { KafkaClosedError } from '../../src/errors/usage-errors'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import { createLogger } from '../../src/instrumentation/logger'
import type { ConnectionPurpose } from '../../src/network/broker-connection'
import { ConnectionPool, type ConnectionPoolOptions, type PoolNode } from '../../src/network/connection-pool'
import { createConnector, type Connector } from '../../src/network/connector'
import { apiVersionsApi } from '../../src/protocol/generated/api-versions'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import type { KafkaConfig } from '../../src/types/client'
import { logLevel } from '../../src/types/enums'
import type { LogEntry } from '../../src/types/logger'
import { ManualClock, settle } from '../support/manual-clock'
import { noReply, ScriptedBroker } from '../support/scripted-broker'
import { closeAll, config, rawServer, rejection } from './support'

let broker: ScriptedBroker
let clock: ManualClock
let pools: ConnectionPool[]
let logs: LogEntry[]

beforeEach(async () => {
  broker = await ScriptedBroker.start({ nodeId: 5 })
  broker.on(heartbeatApi, () => ({ errorCode: 7 }))
  clock = new ManualClock()
  pools = []
  logs = []
})

afterEach(async () => {
  await Promise.all(pools.map(pool => pool.close()))
  await closeAll()
  await broker.stop()
  expect(clock.pending).toBe(0)
})

function makePool(user: Partial<KafkaConfig> = {}, options: Partial<ConnectionPoolOptions> = {}): ConnectionPool {
  const logger = createLogger({ level: logLevel.DEBUG, logCreator: () => entry => void logs.push(entry) })
  const pool = new ConnectionPool({
    config: config(user),
    clock,
    logger,
    instrumentation: new InstrumentationEmitter('admin', logger),
    random: () => 0.5,
    ...options
  })
  pools.push(pool)
  return pool
}

/** Counts the attempts at which time. */
function counting(): { attempts: number[]; connector: Connector } {
  const attempts: number[] = []
  const real = createConnector()
  return {
    attempts,
    connector: request => {
      attempts.push(clock.now())
      return real(request)
    }
  }
}

const warnings = (): LogEntry[] => logs.filter(({ label }) => label === 'WARN')

describe('ConnectionPool', () => {
  test('makes one connection for all who ask at once, and gives it to those who ask later', async () => {
    const pool = makePool()
    const all = await Promise.all(Array.from({ length: 100 }, () => pool.get(broker.node, 'general')))
    expect(new Set(all).size).toBe(1)
    expect(await pool.get(broker.node, 'general')).toBe(all[0])
    expect(pool.ready(5, 'general')).toBe(all[0])
    expect(pool.ready(5, 'fetch')).toBeUndefined()
    expect(broker.connectionsMade).toBe(1)
    expect(all[0]).toMatchObject({ nodeId: 5, purpose: 'general', state: 'ready' })
  })

  test('makes one connection for each purpose and node', async () => {
    const pool = makePool()
    const second = await ScriptedBroker.start({ nodeId: 6 })
    const purposes: ConnectionPurpose[] = ['fetch', 'coordination', 'general']
    const connections = await Promise.all([broker, second].flatMap(({ node }) => purposes.map(purpose => pool.get(node, purpose))))
    expect(new Set(connections).size).toBe(6)
    expect([broker.connectionsMade, second.connectionsMade]).toEqual([3, 3])
    await pool.close()
    await second.stop()
  })

  test('counts what is in flight at a node', async () => {
    broker.on(heartbeatApi, () => noReply)
    const pool = makePool()
    const [fetch, general] = await Promise.all([pool.get(broker.node, 'fetch'), pool.get(broker.node, 'general')])
    expect(pool.inFlight(5)).toBe(0)
    const pending = [fetch, general, general].map(connection => rejection(connection.send(heartbeatApi, 4, {}, 1000)))
    expect(pool.inFlight(5)).toBe(3)
    expect(pool.inFlight(99)).toBe(0)
    await pool.close()
    await Promise.all(pending)
  })

  test('makes a new connection at once when one that was of use has ended, without a word', async () => {
    const { attempts, connector } = counting()
    const pool = makePool({}, { connector })
    for (const how of ['close', 'reset'] as const) {
      const connection = await pool.get(broker.node, 'general')
      await connection.send(heartbeatApi, 4, {}, 1000)
      broker.dropConnections(how)
      await connection.closed
    }
    await pool.get(broker.node, 'general')
    expect(attempts).toEqual([0, 0, 0])
    expect(warnings()).toEqual([])
  })

  test('waits longer and longer between attempts that fail, and warns of the first', async () => {
    await broker.goAway()
    const { attempts, connector } = counting()
    const pool = makePool({}, { connector })
    for (let i = 0; i < 7; i++) {
      const failed = rejection(pool.get(broker.node, 'general'))
      await clock.advance(0)
      const { pending, next = 0 } = clock
      if (pending > 0) await clock.advance(next)
      expect(await failed).toMatchObject({ code: 'ECONNREFUSED', outcome: 'not-applied' })
    }
    expect(attempts).toEqual([0, 50, 150, 350, 750, 1550, 2550])
    expect(warnings()).toHaveLength(1)
    await broker.comeBack()
    const connected = pool.get(broker.node, 'general')
    await clock.advance(1000)
    const connection = await connected
    await connection.send(heartbeatApi, 4, {}, 1000)
    broker.dropConnections()
    await connection.closed
    await pool.get(broker.node, 'general')
    expect(attempts.at(-1)).toBe(3550)
  })

  test('spreads the waits by chance', async () => {
    await broker.goAway()
    for (const [random, wait] of [
      [0, 40],
      [0.999_999, 60]
    ] as const) {
      const pool = makePool({}, { random: () => random })
      await rejection(pool.get(broker.node, 'general'))
      const failed = rejection(pool.get(broker.node, 'general'))
      await settle()
      expect(clock.next).toBeCloseTo(wait, 2)
      await pool.close()
      expect(await failed).toBeInstanceOf(KafkaClosedError)
    }
  })

  test('waits as well when connections become ready and end without an answer', async () => {
    broker.on(heartbeatApi, (_, { close }) => {
      close()
      return noReply
    })
    const { attempts, connector } = counting()
    const pool = makePool({}, { connector })
    for (let i = 0; i < 4; i++) {
      const getting = pool.get(broker.node, 'general')
      if (i > 0) await clock.advance(clock.next ?? 0)
      const connection = await getting
      await rejection(connection.send(heartbeatApi, 4, {}, 1000))
      await connection.closed
    }
    expect(attempts).toEqual([0, 50, 150, 350])
    expect(warnings()).toHaveLength(1)
  })

  test('gives every failed attempt more time, up to a limit, and begins anew after success', async () => {
    const budgets: number[] = []
    let hang = true
    broker.on(apiVersionsApi, () => (hang ? noReply : broker.apiVersions()))
    const pool = makePool({}, { reconnectBackoffMs: 0, reconnectBackoffMaxMs: 0 })
    const attempt = async (): Promise<void> => {
      const failed = rejection(pool.get(broker.node, 'general'))
      const before = broker.requests.length
      await broker.waitForRequests(before + 1)
      budgets.push(clock.next as number)
      await clock.advance(clock.next as number)
      await failed
    }
    for (let i = 0; i < 4; i++) await attempt()
    hang = false
    const connection = await pool.get(broker.node, 'general')
    await connection.send(heartbeatApi, 4, {}, 1000)
    broker.dropConnections()
    await connection.closed
    hang = true
    await attempt()
    expect(budgets).toEqual([10_000, 20_000, 30_000, 30_000, 10_000])
  })

  test('does not keep a connection that was closed', async () => {
    const pool = makePool()
    const connection = await pool.get(broker.node, 'general')
    connection.close()
    expect(pool.ready(5, 'general')).toBeUndefined()
    expect(await pool.get(broker.node, 'general')).not.toBe(connection)
  })

  test('follows a broker to its new address; the old connection finishes', async () => {
    const pool = makePool()
    const moved = await ScriptedBroker.start({ nodeId: 5 })
    const old = await pool.get(broker.node, 'general')
    let release = (): void => {}
    broker.on(heartbeatApi, () => new Promise(resolve => (release = () => resolve({ errorCode: 1 }))))
    const pending = old.send(heartbeatApi, 4, {}, 1000)
    await broker.waitForRequests(1, heartbeatApi)
    const connection = await pool.get(moved.node, 'general')
    expect(connection.endpoint).toEqual({ host: moved.host, port: moved.port })
    expect(old.state).toBe('draining')
    release()
    expect(await pending).toMatchObject({ errorCode: 1 })
    expect(await old.closed).toBeUndefined()
    expect(pool.ready(5, 'general')).toBe(connection)
    await pool.close()
    await moved.stop()
  })

  test('ends an attempt at an address that is not right any more', async () => {
    const server = await rawServer(() => {})
    const pool = makePool()
    const waiting = rejection(pool.get({ ...broker.node, port: server.port }, 'general'))
    const connection = await pool.get(broker.node, 'general')
    expect(await waiting).toMatchObject({ name: 'KafkaJSConnectionClosedError', retriable: true, outcome: 'not-applied' })
    expect(pool.ready(5, 'general')).toBe(connection)
  })

  test('lets go of a broker that has left', async () => {
    const pool = makePool()
    const connection = await pool.get(broker.node, 'general')
    pool.retire(5)
    pool.retire(5)
    expect(await connection.closed).toBeUndefined()
    expect(pool.ready(5, 'general')).toBeUndefined()
    expect(await pool.get(broker.node, 'general')).not.toBe(connection)
  })

  test('close() ends everything, in whatever state it is, and stays closed', async () => {
    broker.on(heartbeatApi, () => noReply)
    const hanging = await rawServer(() => {})
    const dead: PoolNode = { nodeId: 7, host: '127.0.0.1', port: 1 }
    const pool = makePool()
    const ready = await pool.get(broker.node, 'general')
    const draining = await pool.get(broker.node, 'fetch')
    const pending = [ready, draining].map(connection => rejection(connection.send(heartbeatApi, 4, {}, 1000)))
    draining.retire()
    await rejection(pool.get(dead, 'general'))
    const waiting = [
      rejection(pool.get({ nodeId: 6, host: '127.0.0.1', port: hanging.port }, 'general')),
      rejection(pool.get(dead, 'general'))
    ]
    await broker.waitForRequests(2, heartbeatApi)
    await pool.close()
    expect(clock.pending).toBe(0)
    for (const error of await Promise.all(pending)) expect(error).toMatchObject({ outcome: 'maybe-applied' })
    for (const error of await Promise.all(waiting)) expect(error).toBeInstanceOf(KafkaClosedError)
    expect(await rejection(pool.get(broker.node, 'general'))).toBeInstanceOf(KafkaClosedError)
    await broker.waitFor(() => broker.connectionsOpen === 0)
    await pool.close()
  })

  test('nothing of the process is left open after close()', async () => {
    const handles = (): string[] => process.getActiveResourcesInfo().filter(name => /TCPSocket|TLS|GetAddrInfo/.test(name))
    const pool = makePool()
    await Promise.all((['fetch', 'coordination', 'general'] as const).map(purpose => pool.get(broker.node, purpose)))
    expect(handles()).not.toEqual([])
    await pool.close()
    await broker.waitFor(() => broker.connectionsOpen === 0)
    await settle()
    expect(handles()).toEqual([])
  })

  test('warns once of credentials and certificates that protect nothing', () => {
    const open = config({ sasl: { mechanism: 'plain', username: 'a', password: 'secret-b' }, ssl: undefined })
    makePool({}, { config: open })
    makePool({}, { config: open })
    makePool({ ssl: { rejectUnauthorized: false } })
    makePool({ ssl: true, sasl: { mechanism: 'plain', username: 'a', password: 'b' } })
    expect(warnings().map(({ log }) => log.message)).toEqual([
      expect.stringContaining('SASL PLAIN without `ssl`'),
      expect.stringContaining('rejectUnauthorized')
    ])
    expect(JSON.stringify(logs)).not.toContain('secret-b')
  })
})
