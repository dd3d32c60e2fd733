import fs from 'node:fs'
import { resolveClientConfig } from '../../../src/config/client-config'
import { InstrumentationEmitter } from '../../../src/instrumentation/emitter'
import { createLogger } from '../../../src/instrumentation/logger'
import { BrokerConnection } from '../../../src/network/broker-connection'
import { allApis } from '../../../src/protocol/generated/all-apis'
import { fetchApi } from '../../../src/protocol/generated/fetch'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { produceApi } from '../../../src/protocol/generated/produce'
import type { KafkaConfig, SASLOptions } from '../../../src/types/client'
import { logLevel } from '../../../src/types/enums'
import type { LogEntry } from '../../../src/types/logger'
import { systemClock } from '../../../src/utils/clock'
import type { TestCluster } from '../../cluster/test-cluster'
import { conformanceCluster } from '../support/conformance-cluster'

type Listener = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'

let cluster: TestCluster
let connections: BrokerConnection[] = []
let logs: LogEntry[] = []

beforeAll(async () => {
  cluster = await conformanceCluster()
})

afterEach(async () => {
  for (const connection of connections) connection.close()
  await Promise.all(connections.map(({ closed }) => closed))
  connections = []
  logs = []
})

function connectionTo(listener: Listener, user: Partial<KafkaConfig> = {}, host = '127.0.0.1'): BrokerConnection {
  const logger = createLogger({ level: logLevel.DEBUG, logCreator: () => entry => void logs.push(entry) })
  const connection = new BrokerConnection({
    endpoint: { host, port: cluster.node(1).ports[listener] },
    config: resolveClientConfig({ brokers: ['unused:1'], clientId: 'conformance', ...user }),
    clock: systemClock,
    logger,
    instrumentation: new InstrumentationEmitter('admin', logger),
    setupTimeoutMs: 10_000
  })
  connections.push(connection)
  return connection
}

/** Becomes ready, and is answered. */
async function works(connection: BrokerConnection): Promise<void> {
  await connection.connect()
  const { brokers, clusterId } = await connection.send(metadataApi, connection.versions.pick(metadataApi), { topics: [] }, 10_000)
  expect(brokers.map(({ nodeId }) => nodeId).sort((a, b) => a - b)).toEqual(cluster.nodes.map(({ nodeId }) => nodeId))
  expect(clusterId).toMatch(/^[\w-]{22}$/)
  expect(logs.filter(({ label }) => label !== 'DEBUG')).toEqual([])
}

async function rejection(connection: BrokerConnection): Promise<Error> {
  return connection.connect().then(
    () => {
      throw new Error('it connected')
    },
    (error: Error) => error
  )
}

describe('a plain connection', () => {
  test('is made, and requests of one turn are answered in order', async () => {
    const connection = connectionTo('PLAINTEXT')
    await works(connection)
    const answers = [1, 2, 3, 4].map(() => connection.send(metadataApi, connection.versions.pick(metadataApi), { topics: [] }, 10_000))
    expect(new Set((await Promise.all(answers)).map(({ clusterId }) => clusterId)).size).toBe(1)
    expect(connection.inFlightCount).toBe(0)
  })

  test('knows what this version of Kafka can do', async () => {
    const connection = connectionTo('PLAINTEXT')
    await connection.connect()
    const { versions } = connection
    const known = { '4.3.1': [13, 18], '3.9.2': [11, 17], '2.8.2': [9, 12] }[cluster.version]
    expect([versions.pick(produceApi), versions.pick(fetchApi)]).toEqual(known)
    expect(versions.finalizedFeature('metadata.version') > 0).toBe(cluster.version === '4.3.1')
    for (const api of allApis.values()) if (versions.supports(api)) expect(versions.pick(api)).toBeLessThanOrEqual(api.highestVersion)
  })

  test('ends when told to, with requests under way', async () => {
    const connection = connectionTo('PLAINTEXT')
    await connection.connect()
    const pending = connection
      .send(metadataApi, connection.versions.pick(metadataApi), { topics: null }, 10_000)
      .catch((error: Error) => error)
    connection.close()
    expect(await pending).toMatchObject({ name: 'KafkaJSConnectionClosedError' })
    expect(await connection.closed).toBeUndefined()
  })

  test('to a listener that speaks TLS fails and says so', async () => {
    expect((await rejection(connectionTo('SSL'))).message).toContain('`ssl` has to be set')
  })
})

describe('TLS', () => {
  test.each(['127.0.0.1', 'localhost'])('to %s, with the authority of the cluster', async host => {
    await works(connectionTo('SSL', { ssl: { ca: cluster.certificates.ca } }, host))
  })

  test('with a certificate of the client', async () => {
    const { ca, clientStore, storePassword } = cluster.certificates
    await works(connectionTo('SSL', { ssl: { ca, pfx: fs.readFileSync(clientStore), passphrase: storePassword } }))
  })

  test('without the authority is refused', async () => {
    expect(await rejection(connectionTo('SSL', { ssl: true }))).toMatchObject({ name: 'KafkaJSConnectionError', stage: 'tls' })
  })

  test('for another name is refused', async () => {
    const ssl = { ca: cluster.certificates.ca, servername: 'elsewhere.test' }
    expect(await rejection(connectionTo('SSL', { ssl }))).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })
})

describe('SASL', () => {
  const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const
  const combinations = (['SASL_PLAINTEXT', 'SASL_SSL'] as const).flatMap(listener => mechanisms.map(name => [listener, name] as const))

  function as(name: (typeof mechanisms)[number], password = cluster.users[name].password): Partial<KafkaConfig> {
    const { username } = cluster.users[name]
    return { sasl: { mechanism: name.toLowerCase(), username, password } as SASLOptions, ssl: { ca: cluster.certificates.ca } }
  }

  test.each(combinations)('%s with %s lets the user in', async (listener, name) => {
    const { ssl, ...plain } = as(name)
    await works(connectionTo(listener, listener === 'SASL_SSL' ? { ssl, ...plain } : plain))
  })

  test.each(mechanisms)('%s with another password is refused in the words of the broker', async name => {
    const error = await rejection(connectionTo('SASL_SSL', as(name, 'wrong')))
    expect(error).toMatchObject({ name: 'KafkaJSSASLAuthenticationError', retriable: false })
    expect(error.message).toMatch(/Authentication failed|invalid credentials/i)
  })

  test('on a listener without SASL fails and says so', async () => {
    const error = await rejection(connectionTo('SSL', as('PLAIN')))
    expect(error).toMatchObject({ name: 'KafkaJSSASLAuthenticationError', message: expect.stringContaining('leave out `sasl`') })
  })
})
