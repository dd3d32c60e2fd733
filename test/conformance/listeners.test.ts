import fs from 'node:fs'
import tls from 'node:tls'
import type { TestCluster } from '../cluster/test-cluster'
import { conformanceCluster } from './support/conformance-cluster'
import { uniqueName } from './support/unique-name'

// What the shared cluster offers to suites that test TLS and SASL, seen with Java's client and with bare TLS.
let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
})

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const
const combinations = (['SASL_PLAINTEXT', 'SASL_SSL'] as const).flatMap(listener =>
  mechanisms.map(mechanism => [listener, mechanism] as const)
)

function connect(listener: 'SASL_PLAINTEXT' | 'SASL_SSL', mechanism: (typeof mechanisms)[number], password: string): Promise<string> {
  const module = mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule'
  const { username } = cluster.users[mechanism]
  const config = {
    'security.protocol': listener,
    'sasl.mechanism': mechanism,
    'sasl.jaas.config': `org.apache.kafka.common.security.${module} required username="${username}" password="${password}";`,
    'ssl.truststore.type': 'PKCS12',
    'ssl.truststore.location': cluster.certificates.trustStore,
    'ssl.truststore.password': cluster.certificates.storePassword
  }
  return cluster.java.call('connect', { bootstrap: cluster.bootstrapOf(listener).join(','), config })
}

test.each(combinations)('%s lets the %s user in, and no one with another password', async (listener, mechanism) => {
  const { clusterId } = await cluster.java.describeCluster()
  await expect(connect(listener, mechanism, cluster.users[mechanism].password)).resolves.toBe(clusterId)
  await expect(connect(listener, mechanism, 'wrong')).rejects.toMatchObject({ name: 'SaslAuthenticationException' })
})

function handshake(options: tls.ConnectionOptions): Promise<tls.TLSSocket> {
  const port = cluster.node(1).ports.SSL
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: '127.0.0.1', port, ca: cluster.certificates.ca, ...options }, () => resolve(socket))
    socket.once('error', reject)
  })
}

test.each([['127.0.0.1'], ['localhost']])('the TLS certificate is good for %s', async host => {
  const socket = await handshake({ host })
  expect(socket.authorized).toBe(true)
  socket.destroy()
})

test('the TLS listener takes a client certificate', async () => {
  const { clientStore, storePassword } = cluster.certificates
  const socket = await handshake({ pfx: fs.readFileSync(clientStore), passphrase: storePassword })
  expect(socket.getCertificate()).toMatchObject({ subject: { CN: 'client' } })
  socket.destroy()
})

test('the certificate is not good without its authority', async () => {
  await expect(handshake({ ca: [] })).rejects.toThrow(/certificate/)
})

test('names do not come twice, and are valid for topics', async () => {
  const names = new Set(Array.from({ length: 100 }, () => uniqueName('name')))
  expect(names.size).toBe(100)
  const [topic = ''] = names
  await cluster.java.createTopic(topic)
  await cluster.waitForTopic(topic)
})
