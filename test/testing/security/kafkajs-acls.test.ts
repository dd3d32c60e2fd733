import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
  type SASLOptions
} from 'kafkajs'
import { EmbeddedKafka } from '../../../src/testing'

// KafkaJS gives and takes rights, and feels them.

let broker: EmbeddedKafka
let admin: Admin

beforeEach(async () => {
  broker = await EmbeddedKafka.start({
    topics: [{ topic: 'orders' }, { topic: 'secrets' }],
    configs: {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:root;User:ANONYMOUS'
    },
    listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: { users: { root: 'root-secret', ann: 'ann-secret' } } }]
  })
  admin = client('root').admin()
  await admin.connect()
})

afterEach(async () => {
  await admin.disconnect()
  await broker.stop()
  expect(broker.problems).toEqual([])
})

function client(username: string, mechanism: 'plain' | 'scram-sha-256' = 'plain'): Kafka {
  return new Kafka({
    brokers: broker.brokers,
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
    sasl: { mechanism, username, password: `${username}-secret` } as SASLOptions
  })
}

const entry: AclEntry = {
  principal: 'User:ann',
  host: '*',
  operation: AclOperationTypes.WRITE,
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: AclResourceTypes.TOPIC,
  resourceName: 'orders',
  resourcePatternType: ResourcePatternTypes.LITERAL
}

async function send(topic: string): Promise<unknown> {
  const producer = client('ann', 'scram-sha-256').producer({ allowAutoTopicCreation: false })
  await producer.connect()
  try {
    return await producer.send({ topic, messages: [{ value: 'a' }] })
  } finally {
    await producer.disconnect()
  }
}

it('an ACL lets a user in, a denial keeps him out, and both can be looked up and deleted', async () => {
  await expect(send('orders')).rejects.toThrow(/[Nn]ot authorized to access topics/)
  await expect(admin.createAcls({ acl: [entry] })).resolves.toBe(true)
  await expect(send('orders')).resolves.toMatchObject([{ topicName: 'orders', errorCode: 0 }])
  await expect(send('secrets')).rejects.toThrow(/[Nn]ot authorized to access topics/)
  const denial = {
    ...entry,
    permissionType: AclPermissionTypes.DENY,
    resourceName: 'or',
    resourcePatternType: ResourcePatternTypes.PREFIXED
  }
  await admin.createAcls({ acl: [denial] })
  await expect(send('orders')).rejects.toThrow(/[Nn]ot authorized to access topics/)
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes.TOPIC,
    resourceName: 'orders',
    resourcePatternType: ResourcePatternTypes.MATCH,
    principal: 'User:ann',
    host: '*',
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY
  })
  expect(resources.map(({ resourceName, resourcePatternType }) => [resourceName, resourcePatternType])).toEqual([
    ['orders', ResourcePatternTypes.LITERAL],
    ['or', ResourcePatternTypes.PREFIXED]
  ])
  const { filterResponses } = await admin.deleteAcls({ filters: [denial] })
  expect(filterResponses).toMatchObject([{ errorCode: 0, matchingAcls: [{ resourceName: 'or', principal: 'User:ann' }] }])
  await expect(send('orders')).resolves.toMatchObject([{ errorCode: 0 }])
})

it('who may do nothing may not give himself rights, and sees no topics', async () => {
  const ann = client('ann').admin()
  await ann.connect()
  await expect(ann.createAcls({ acl: [entry] })).rejects.toThrow('Cluster authorization failed')
  await expect(ann.listTopics()).resolves.toEqual([])
  await expect(ann.listGroups()).resolves.toEqual({ groups: [] })
  await ann.disconnect()
})
