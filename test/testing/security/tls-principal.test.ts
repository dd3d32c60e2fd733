import tls from 'node:tls'
import { describeClusterApi } from '../../../src/protocol/generated/describe-cluster'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { EmbeddedKafka } from '../../../src/testing'
import { clusterName, operations, patternTypes, permissionTypes, resourceTypes } from '../../../src/testing/security/acl'
import { tlsPrincipal } from '../../../src/testing/security/tls-principal'
import { makeCertificate, type Identity } from '../../support/make-certificate'
import { WireClient } from '../support/wire-client'

const authority = makeCertificate({ name: 'authority' })
const server = makeCertificate({ name: 'server', hosts: ['127.0.0.1'], issuer: authority })
const ann = makeCertificate({ name: 'ann', issuer: authority })
const stranger = makeCertificate({ name: 'ann' })

let broker: EmbeddedKafka

beforeEach(async () => {
  const { cert, key } = server
  broker = await EmbeddedKafka.start({
    configs: { 'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer' },
    topics: [{ topic: 'orders' }],
    listeners: [{ protocol: 'SSL', tls: { cert, key, ca: authority.cert, requestCert: true, rejectUnauthorized: false } }]
  })
  broker.cluster.authorizer?.add({
    resourceType: resourceTypes.cluster,
    resourceName: clusterName,
    patternType: patternTypes.literal,
    principal: 'User:CN=ann',
    host: '*',
    operation: operations.describe,
    permissionType: permissionTypes.allow
  })
})

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

async function operationsFor(identity?: Identity): Promise<number> {
  const [host, port] = broker.brokers[0].split(':')
  const own = identity === undefined ? {} : { cert: identity.cert, key: identity.key }
  const socket = tls.connect({ host, port: Number(port), ca: authority.cert, ...own })
  await new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve)
    socket.once('error', reject)
  })
  const client = WireClient.on(socket)
  const body = { includeClusterAuthorizedOperations: true, endpointType: 1 }
  const { clusterAuthorizedOperations } = await client.send(describeClusterApi, 1, body)
  const { topics } = await client.send(metadataApi, 12, { topics: null })
  expect(topics).toEqual([])
  client.close()
  return clusterAuthorizedOperations
}

it('a client is who its certificate says, if the authority vouches for it', async () => {
  await expect(operationsFor(ann)).resolves.toBe(1 << operations.describe)
  await expect(operationsFor(stranger)).resolves.toBe(0)
  await expect(operationsFor()).resolves.toBe(0)
})

it('the name is written as Java writes it', () => {
  const named = (subject: Record<string, string | string[]> | undefined): string | undefined =>
    tlsPrincipal({ getPeerCertificate: () => ({ subject }) } as never)
  expect(named({ C: 'DE', O: 'A, B', OU: ['one', 'two'], CN: 'ann' })).toBe('User:CN=ann,OU=two,OU=one,O=A\\, B,C=DE')
  expect(named({ CN: '#1 ' })).toBe('User:CN=\\#1\\ ')
  expect(named(undefined)).toBeUndefined()
})
