import { KafkaJSProtocolError } from '../../src/errors/protocol-errors'
import { metadataApi } from '../../src/protocol/generated/metadata'
import type { Admin } from '../../src/types/admin'
import type { ManualClock } from '../support/manual-clock'
import { Story, logged, rejection, topicOf } from '../client/support'
import { startAdmin } from './support'

let story: Story
let admin: Admin
let clock: ManualClock
let lines: string[]

async function start(...args: Parameters<typeof startAdmin>): Promise<void> {
  ;({ story, admin, clock, lines } = await startAdmin(...args))
}

describe('listTopics', () => {
  it('lists all, internal ones and ones with errors included', async () => {
    await start()
    story.topics = [topicOf('a', [1]), { ...topicOf('__consumer_offsets', [-1]), isInternal: true }, { name: 'b', errorCode: 5 }]
    await expect(admin.listTopics()).resolves.toEqual(['a', '__consumer_offsets', 'b'])
    expect(story.broker(1).requestsOf(metadataApi).at(-1)?.body).toMatchObject({ topics: null, allowAutoTopicCreation: false })
  })
})

describe('fetchTopicMetadata', () => {
  const entry = (partitionId: number, leader: number, partitionErrorCode = 0) => ({
    partitionErrorCode,
    partitionId,
    leader,
    replicas: [1],
    isr: [1],
    offlineReplicas: []
  })

  it('tells partitions in order of their numbers, those without leader as well', async () => {
    await start()
    const topic = topicOf('a', [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1])
    story.topics = [{ ...topic, partitions: [...(topic.partitions ?? [])].toReversed() }]
    const partitions = [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1].map((leader, id) => entry(id, leader, leader < 0 ? 5 : 0))
    await expect(admin.fetchTopicMetadata({ topics: ['a'] })).resolves.toEqual({ topics: [{ name: 'a', partitions }] })
  })

  it.each([[undefined], [{ topics: [] }]])('tells of all topics when none is named: %j', async options => {
    await start()
    story.topics = [topicOf('a', [1]), topicOf('b', [1])]
    const { topics } = await admin.fetchTopicMetadata(options)
    expect(topics.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(story.broker(1).requestsOf(metadataApi).at(-1)?.body.topics).toBeNull()
  })

  it('rejects at once when a topic does not exist, without creating it', async () => {
    await start()
    const error = await rejection(admin.fetchTopicMetadata({ topics: ['nowhere'] }))
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({ type: 'UNKNOWN_TOPIC_OR_PARTITION' })
    expect(story.broker(1).requestsOf(metadataApi).at(-1)?.body.allowAutoTopicCreation).toBe(false)
  })

  it('asks again while a topic has no leaders at all', async () => {
    await start()
    story.topics = [{ name: 'a', errorCode: 5 }]
    const done = admin.fetchTopicMetadata({ topics: ['a'] })
    await logged(lines, 'debug Fetching topic metadata failed')
    story.topics = [topicOf('a', [1])]
    await clock.advance(300)
    await expect(done).resolves.toEqual({ topics: [{ name: 'a', partitions: [entry(0, 1)] }] })
  })

  it.each([[['']], [[null]], [[3]]])('refuses %j', async topics => {
    await start()
    const message = `Invalid topic ${topics[0]}`
    await expect(admin.fetchTopicMetadata({ topics: topics as string[] })).rejects.toMatchObject({
      name: 'KafkaJSNonRetriableError',
      message
    })
  })
})
