import { KafkaJSNonRetriableError } from '../../src/errors/kafkajs-error'
import { KafkaClosedError } from '../../src/errors/usage-errors'
import type { Admin } from '../../src/types/admin'
import { Story, rejection } from '../client/support'
import { startAdmin } from './support'

let story: Story
let admin: Admin

async function start(...args: Parameters<typeof startAdmin>): Promise<void> {
  ;({ story, admin } = await startAdmin(...args))
}

describe('describeCluster', () => {
  it('tells brokers, controller and id', async () => {
    await start(2)
    const brokers = story.brokers.map(({ nodeId, host, port }) => ({ nodeId, host, port }))
    await expect(admin.describeCluster()).resolves.toEqual({ brokers, controller: 1, clusterId: 'story' })
    story.controllerId = -1
    await expect(admin.describeCluster()).resolves.toMatchObject({ controller: null })
  })
})

describe('Admin', () => {
  it('emits events, and only those it knows', async () => {
    await start()
    const heard: string[] = []
    const remove = admin.on(admin.events.DISCONNECT, ({ type }) => void heard.push(type))
    admin.on('admin.connect', ({ type }) => void heard.push(type))
    await admin.disconnect()
    await admin.connect()
    remove()
    await admin.disconnect()
    expect(heard).toEqual(['admin.disconnect', 'admin.connect'])
    expect(() => admin.on('admin.nothing' as 'admin.connect', () => undefined)).toThrow(
      new KafkaJSNonRetriableError(
        'Event name should be one of admin.events.CONNECT, admin.events.DISCONNECT, admin.events.REQUEST, admin.events.REQUEST_TIMEOUT, admin.events.REQUEST_QUEUE_SIZE'
      )
    )
  })

  it('rejects calls while it is not connected', async () => {
    await start()
    await admin.disconnect()
    // oxlint-disable-next-line typescript/unbound-method -- as in KafkaJS, they need no `this`
    const { listTopics, createTopics, deleteTopics, describeCluster, fetchTopicMetadata, fetchTopicOffsets } = admin
    const calls = [
      listTopics(),
      createTopics({ topics: [{ topic: 'a' }] }),
      deleteTopics({ topics: ['a'] }),
      describeCluster(),
      fetchTopicMetadata(),
      fetchTopicOffsets('a')
    ]
    for (const call of calls) expect(await rejection(call)).toBeInstanceOf(KafkaClosedError)
  })
})
