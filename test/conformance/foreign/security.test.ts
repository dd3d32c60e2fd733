import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedKafka } from '../../../src/testing'
import { makeCertificate } from '../../support/make-certificate'
import type { Client, GivenRecord } from './support/client'
import { ForeignPeers } from './support/foreign-peers'

// The clients come in by TLS and by each SASL mechanism, and are kept out with a wrong password.

const authority = makeCertificate({ name: 'authority' })
const { cert, key } = makeCertificate({ name: 'broker', hosts: ['127.0.0.1', 'localhost'], issuer: authority })
const users = { alice: 'secret' }

let peers: ForeignPeers
let broker: EmbeddedKafka
let folder: string
let caFile: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-foreign-'))
  caFile = path.join(folder, 'ca.pem')
  fs.writeFileSync(caFile, authority.cert)
  peers = await ForeignPeers.start()
  broker = await EmbeddedKafka.start({
    brokers: 3,
    topics: [{ topic: 'secrets', numPartitions: 3 }],
    listeners: [
      { protocol: 'SASL_PLAINTEXT', sasl: { users } },
      { protocol: 'SASL_SSL', sasl: { users }, tls: { cert, key } },
      { protocol: 'SSL', tls: { cert, key } }
    ]
  })
})

afterAll(async () => {
  await Promise.all([peers.stop(), broker.stop()])
  fs.rmSync(folder, { recursive: true, force: true })
  expect(broker.problems).toEqual([])
})

type Protocol = 'SSL' | 'SASL_SSL' | 'SASL_PLAINTEXT'

/** Each client with its words for one way in. */
function clients(protocol: Protocol, mechanism: string, password: string): [Client, object][] {
  const { java, librdkafka, kafkaPython } = peers.at(broker.brokersOf(protocol))
  const login = mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule'
  const hasSasl = protocol !== 'SSL'
  return [
    [
      java,
      {
        'security.protocol': protocol,
        ...(protocol === 'SASL_PLAINTEXT' ? {} : { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': caFile }),
        ...(hasSasl ? { 'sasl.mechanism': mechanism } : {}),
        'sasl.jaas.config': `org.apache.kafka.common.security.${login} required username="alice" password="${password}";`
      }
    ],
    [
      librdkafka,
      {
        'security.protocol': protocol,
        ...(protocol === 'SASL_PLAINTEXT' ? {} : { 'ssl.ca.location': caFile }),
        ...(hasSasl ? { 'sasl.mechanism': mechanism, 'sasl.username': 'alice', 'sasl.password': password } : {})
      }
    ],
    [
      kafkaPython,
      {
        security_protocol: protocol,
        ...(protocol === 'SASL_PLAINTEXT' ? {} : { ssl_cafile: caFile }),
        ...(hasSasl ? { sasl_mechanism: mechanism, sasl_plain_username: 'alice', sasl_plain_password: password } : {})
      }
    ]
  ]
}

it.each([
  ['SSL', ''],
  ['SASL_SSL', 'PLAIN'],
  ['SASL_SSL', 'SCRAM-SHA-256'],
  ['SASL_PLAINTEXT', 'SCRAM-SHA-512']
] as const)('by %s %s', async (protocol, mechanism) => {
  await Promise.all(
    clients(protocol, mechanism, 'secret').map(async ([client, config]) => {
      const values = [0, 1, 2].map(partition => `${client.name} by ${protocol} ${mechanism} ${partition}`)
      const records = values.map((value, partition): GivenRecord => ({ partition, timestamp: '1', key: null, value, headers: [] }))
      await client.produce('secrets', records, { config })
      const read = (await client.consume('secrets', { config })).map(({ value }) => value)
      expect(read).toEqual(expect.arrayContaining(values))
    })
  )
})

it('a wrong password keeps Java out', async () => {
  const [[java, config]] = clients('SASL_PLAINTEXT', 'SCRAM-SHA-256', 'wrong')
  const records = [{ partition: 0, timestamp: '1', key: null, value: 'x', headers: [] }]
  await expect(java.produce('secrets', records, { config })).rejects.toMatchObject({ name: 'SaslAuthenticationException' })
})
