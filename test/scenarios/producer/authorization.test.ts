import { operations, patternTypes, permissionTypes, resourceTypes } from '../../../src/testing/security/acl'
import type { KafkaConfig } from '../../../src/types/client'
import { ClientLab, sendOne } from '../support/client-lab'

// Users who may and may not, and sessions that end (M8, A1 of the scenarios).

let lab: ClientLab

let users: Record<string, string>

// SCRAM computes on other threads, for which a clock that stands still can't wait.
const alice: Partial<KafkaConfig> = { sasl: { mechanism: 'plain', username: 'alice', password: 'secret' } }

beforeEach(async () => {
  users = { alice: 'secret' }
  lab = await ClientLab.start({
    brokers: 2,
    listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: { users } }],
    configs: {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'allow.everyone.if.no.acl.found': 'true'
    },
    topics: [{ topic: 't', replicaAssignment: [[1, 2]] }, { topic: 'other' }]
  })
})

afterEach(() => lab.stop())

const denied = {
  resourceType: resourceTypes.topic,
  resourceName: 't',
  patternType: patternTypes.literal,
  principal: 'User:alice',
  host: '*',
  permissionType: permissionTypes.deny
} as const

it.each(['write', 'describe'] as const)(
  'the right to %s is taken and given back: a typed error meanwhile, other topics go on',
  async name => {
    const acl = { ...denied, operation: operations[name] }
    const producer = await lab.producer({}, { client: alice })
    await lab.settled(sendOne(producer, 't', 'a'))
    lab.kafka.cluster.authorizer?.add(acl)
    const [refused] = await lab.settled(Promise.allSettled([sendOne(producer, 't', 'b'), sendOne(producer, 'other', 'b')]))
    if (name === 'write') {
      expect(refused).toMatchObject({
        status: 'rejected',
        reason: { name: 'KafkaAuthorizationError', type: 'TOPIC_AUTHORIZATION_FAILED', outcome: 'not-applied' }
      })
    }
    expect(lab.values('other')).toEqual(['b'])
    const late = await lab.rejection((await lab.producer({}, { client: alice })).send({ topic: 't', messages: [{ value: 'x' }] }))
    expect(late).toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED', outcome: 'not-applied' })
    lab.kafka.cluster.authorizer?.delete(acl)
    await lab.settled(sendOne(producer, 't', 'c'))
    expect(lab.values('t')).toEqual(['a', 'c'])
  }
)

it('an administrator without the right to make topics is told so, for the topic that it is about', async () => {
  const admin = await lab.admin(alice)
  lab.kafka.cluster.authorizer?.add({ ...denied, resourceName: 'mine', operation: operations.create })
  lab.kafka.cluster.authorizer?.add({
    ...denied,
    resourceType: resourceTypes.cluster,
    resourceName: 'kafka-cluster',
    operation: operations.create
  })
  const making = admin.createTopics({ topics: [{ topic: 'mine' }, { topic: 'others' }] })
  const error = await lab.rejection<{ errors: { topic: string; type: string }[] }>(making)
  expect(error.errors.map(({ topic, type }) => `${topic} ${type}`)).toEqual(['mine TOPIC_AUTHORIZATION_FAILED'])
  expect(await lab.settled(admin.listTopics())).toEqual(['other', 'others', 't'])
})

it('a password that was changed ends in a typed error, asked once, when a connection has to be made again', async () => {
  const producer = await lab.producer({ retry: { retries: 3 } }, { client: alice })
  await lab.settled(sendOne(producer, 't', 'a'))
  users.alice = 'changed'
  lab.laboratory.dropConnections()
  await lab.pass(0)
  const from = lab.requests('SaslAuthenticate').length
  const error = await lab.rejection(sendOne(producer, 't', 'b'))
  expect(error).toMatchObject({ name: 'KafkaJSSASLAuthenticationError', outcome: 'not-applied' })
  expect(lab.requests('SaslAuthenticate').length - from).toBeLessThanOrEqual(3)
  users.alice = 'secret'
  await lab.settled(sendOne(producer, 't', 'c'))
  expect(lab.values('t')).toEqual(['a', 'c'])
})
