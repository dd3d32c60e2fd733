import { KafkaJSAggregateError } from '../../src/errors/admin-errors'
import { KafkaJSConnectionError } from '../../src/errors/connection-errors'
import { KafkaJSNonRetriableError } from '../../src/errors/kafkajs-error'
import { KafkaJSCreateTopicError } from '../../src/errors/protocol-errors'
import { KafkaJSTimeout } from '../../src/errors/usage-errors'
import { createTopicsApi } from '../../src/protocol/generated/create-topics'
import { metadataApi } from '../../src/protocol/generated/metadata'
import type { Admin } from '../../src/types/admin'
import type { ITopicConfig } from '../../src/types/topics'
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

describe('createTopics', () => {
  /** The controller makes every topic and has a leader for it. */
  const makes = (): void => {
    story.broker(1).on(createTopicsApi, ({ topics }) => {
      story.topics = topics.map(({ name }) => topicOf(name, [1]))
      return { topics: topics.map(({ name }) => ({ name, errorCode: 0 })) }
    })
  }
  const requests = () => story.broker(1).requestsOf(createTopicsApi)

  it('asks the controller with the defaults of KafkaJS', async () => {
    await start()
    makes()
    await expect(admin.createTopics({ topics: [{ topic: 'a' }] })).resolves.toBe(true)
    expect(requests().map(({ version, body }) => ({ version, body }))).toEqual([
      {
        version: 7,
        body: {
          topics: [{ name: 'a', numPartitions: -1, replicationFactor: -1, assignments: [], configs: [] }],
          timeoutMs: 5_000,
          validateOnly: false
        }
      }
    ])
  })

  it('passes on everything that a topic can have', async () => {
    await start()
    makes()
    const topic: ITopicConfig = {
      topic: 'a',
      numPartitions: 3,
      replicationFactor: 2,
      replicaAssignment: [{ partition: 0, replicas: [1, 2] }],
      configEntries: [{ name: 'cleanup.policy', value: 'compact' }]
    }
    await admin.createTopics({ topics: [topic], timeout: 7_000 })
    expect(requests()[0]?.body).toMatchObject({
      topics: [
        {
          numPartitions: 3,
          replicationFactor: 2,
          assignments: [{ partitionIndex: 0, brokerIds: [1, 2] }],
          configs: [{ name: 'cleanup.policy', value: 'compact' }]
        }
      ],
      timeoutMs: 7_000
    })
  })

  it('only validates when told so, and then waits for no leaders', async () => {
    await start()
    story.broker(1).on(createTopicsApi, () => ({ topics: [{ name: 'a', errorCode: 0 }] }))
    await expect(admin.createTopics({ topics: [{ topic: 'a' }], validateOnly: true })).resolves.toBe(true)
    expect(requests()[0]?.body.validateOnly).toBe(true)
  })

  it('resolves with false when every topic is there already', async () => {
    await start()
    story.broker(1).on(createTopicsApi, ({ topics }) => ({ topics: topics.map(({ name }) => ({ name, errorCode: 36 })) }))
    await expect(admin.createTopics({ topics: [{ topic: 'a' }, { topic: 'b' }] })).resolves.toBe(false)
  })

  it('rejects with the errors of all topics that were refused, by name', async () => {
    await start()
    story.broker(1).on(createTopicsApi, () => ({
      topics: [
        { name: 'c', errorCode: 36, errorMessage: "Topic 'c' already exists." },
        { name: 'a', errorCode: 37 },
        { name: 'b', errorCode: 0 }
      ]
    }))
    const error = await rejection<KafkaJSAggregateError>(admin.createTopics({ topics: [{ topic: 'c' }, { topic: 'a' }, { topic: 'b' }] }))
    expect(error).toBeInstanceOf(KafkaJSAggregateError)
    expect(error.message).toBe('Topic creation errors')
    for (const each of error.errors) expect(each).toBeInstanceOf(KafkaJSCreateTopicError)
    expect(error.errors).toMatchObject([
      { topic: 'a', type: 'INVALID_PARTITIONS', code: 37, retriable: false },
      { topic: 'c', type: 'TOPIC_ALREADY_EXISTS', code: 36, serverMessage: "Topic 'c' already exists." }
    ])
    expect((error.errors[1] as Error).message).toContain("Topic 'c' already exists.")
  })

  it('asks the new controller for what the old one refused, and only for that', async () => {
    await start(2)
    story.broker(1).on(createTopicsApi, () => ({
      topics: [
        { name: 'a', errorCode: 0 },
        { name: 'b', errorCode: 41 }
      ]
    }))
    story.broker(2).on(createTopicsApi, () => ({ topics: [{ name: 'b', errorCode: 0 }] }))
    story.topics = [topicOf('a', [1]), topicOf('b', [1])]
    const done = admin.createTopics({ topics: [{ topic: 'a' }, { topic: 'b' }] })
    await logged(lines, 'debug Creating topics failed')
    story.controllerId = 2
    await clock.advance(300)
    await expect(done).resolves.toBe(true)
    expect(
      story
        .broker(2)
        .requestsOf(createTopicsApi)[0]
        ?.body.topics.map(({ name }) => name)
    ).toEqual(['b'])
  })

  it('does not ask again when the broker may have made the topics', async () => {
    await start()
    story.broker(1).on(createTopicsApi, (_, { reset }) => {
      reset()
      return {}
    })
    const error = await rejection(admin.createTopics({ topics: [{ topic: 'a' }] }))
    expect(error).toBeInstanceOf(KafkaJSConnectionError)
    expect(error).toMatchObject({ outcome: 'maybe-applied' })
    expect(requests()).toHaveLength(1)
  })

  it('waits until the topics are known and have leaders', async () => {
    await start()
    story.broker(1).on(createTopicsApi, () => ({ topics: [{ name: 'a', errorCode: 0 }] }))
    const seen = (): number => story.broker(1).requestsOf(metadataApi).length
    const before = seen()
    const done = admin.createTopics({ topics: [{ topic: 'a' }] })
    const views = [[topicOf('a', [1, -1])], [topicOf('a', [1, 1])]]
    for (const [i, view] of views.entries()) {
      await story.broker(1).waitForRequests(before + 1 + i, metadataApi)
      story.topics = view
      await clock.advance(100)
    }
    await expect(done).resolves.toBe(true)
    expect(seen()).toBe(before + 3)
  })

  it('gives up waiting for leaders in time', async () => {
    await start()
    story.broker(1).on(createTopicsApi, () => ({ topics: [{ name: 'a', errorCode: 0 }] }))
    const before = story.metadataRequests
    const result = rejection(admin.createTopics({ topics: [{ topic: 'a' }], timeout: 250 }))
    for (let i = 1; i <= 3; i++) {
      await story.broker(1).waitForRequests(before + i, metadataApi)
      await clock.advance(100)
    }
    const error = await result
    expect(error).toBeInstanceOf(KafkaJSTimeout)
    expect(error).toMatchObject({ message: 'Timed out while waiting for topic leaders' })
  })

  it('does not wait for leaders when told so', async () => {
    await start()
    story.broker(1).on(createTopicsApi, () => ({ topics: [{ name: 'a', errorCode: 0 }] }))
    const before = story.metadataRequests
    await expect(admin.createTopics({ topics: [{ topic: 'a' }], waitForLeaders: false })).resolves.toBe(true)
    expect(story.metadataRequests).toBe(before)
  })

  it.each([
    [undefined, 'Invalid topics array undefined'],
    [{}, 'Invalid topics array [object Object]'],
    [[{ topic: 1 }], 'Invalid topics array, the topic names have to be a valid string'],
    [[null], 'Invalid topics array, the topic names have to be a valid string'],
    [[{ topic: 'a' }, { topic: 'a' }], 'Invalid topics array, it cannot have multiple entries for the same topic'],
    [[{ topic: 'a', configEntries: {} }], 'Invalid configEntries for topic "a", must be an array'],
    [[{ topic: 'a', configEntries: [1] }], 'Invalid configEntries for topic "a". Entry 0 must be an object'],
    [[{ topic: 'a', configEntries: [{ name: 'n' }] }], 'Invalid configEntries for topic "a". Entry 0 must have a valid "value" property'],
    [[{ topic: 'a', configEntries: [{ value: 'v' }] }], 'Invalid configEntries for topic "a". Entry 0 must have a valid "name" property']
  ])('refuses %j', async (topics, message) => {
    await start()
    const error = await rejection(admin.createTopics({ topics: topics as unknown as ITopicConfig[] }))
    expect(error).toBeInstanceOf(KafkaJSNonRetriableError)
    expect(error).toMatchObject({ message, retriable: false })
  })
})
