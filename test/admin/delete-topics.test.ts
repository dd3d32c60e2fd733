import { KafkaJSNumberOfRetriesExceeded } from '../../src/errors/kafkajs-error'
import { KafkaJSProtocolError } from '../../src/errors/protocol-errors'
import { deleteTopicsApi } from '../../src/protocol/generated/delete-topics'
import type { Admin } from '../../src/types/admin'
import type { ManualClock } from '../support/manual-clock'
import { Story, logged, rejection } from '../client/support'
import { startAdmin } from './support'

let story: Story
let admin: Admin
let clock: ManualClock
let lines: string[]

async function start(...args: Parameters<typeof startAdmin>): Promise<void> {
  ;({ story, admin, clock, lines } = await startAdmin(...args))
}

describe('deleteTopics', () => {
  it.each([
    [5, { topics: [], topicNames: ['a', 'b'] }],
    [6, { topics: [{ name: 'a' }, { name: 'b' }], topicNames: [] }]
  ])('names the topics as version %p has them', async (version, body) => {
    await start(1, { DeleteTopics: [1, version] })
    story.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'a' }, { name: 'b' }] }))
    await expect(admin.deleteTopics({ topics: ['a', 'b'] })).resolves.toBeUndefined()
    expect(story.broker(1).requestsOf(deleteTopicsApi)).toMatchObject([{ version, body: { ...body, timeoutMs: 5_000 } }])
  })

  it('rejects with the first error by name', async () => {
    await start()
    story.broker(1).on(deleteTopicsApi, () => ({
      responses: [
        { name: 'b', errorCode: 73 },
        { name: 'a', errorCode: 29 }
      ]
    }))
    const error = await rejection(admin.deleteTopics({ topics: ['a', 'b'] }))
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED', code: 29 })
  })

  it('asks again for a topic that is unknown, and only for that', async () => {
    await start()
    const answers = [3, 0]
    story.broker(1).on(deleteTopicsApi, ({ topics }) => {
      const errorCode = answers.shift() ?? -1
      return { responses: topics.map(({ name }) => ({ name, errorCode: name === 'a' ? 0 : errorCode })) }
    })
    const done = admin.deleteTopics({ topics: ['a', 'b'] })
    await logged(lines, 'debug Deleting topics failed')
    await clock.advance(300)
    await done
    expect(
      story
        .broker(1)
        .requestsOf(deleteTopicsApi)
        .map(({ body }) => body.topics.map(({ name }) => name))
    ).toEqual([['a', 'b'], ['b']])
  })

  it('takes a topic for deleted that is gone after a request whose answer was lost', async () => {
    await start()
    let lost = false
    story.broker(1).on(deleteTopicsApi, (_, { reset }) => {
      if (lost) return { responses: [{ name: 'a', errorCode: 3 }] }
      lost = true
      reset()
      return {}
    })
    const done = admin.deleteTopics({ topics: ['a'] })
    await logged(lines, 'debug Deleting topics failed')
    await clock.advance(600)
    await done
  })

  it('gives up on a topic that stays unknown', async () => {
    await start()
    story.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'a', errorCode: 3 }] }))
    const result = rejection<KafkaJSNumberOfRetriesExceeded>(admin.deleteTopics({ topics: ['a'] }))
    for (let i = 1; i <= 5; i++) {
      await logged(lines, 'debug Deleting topics failed', i)
      await clock.advance(300 * 2 ** (i - 1))
    }
    const error = await result
    expect(error).toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
    expect(error.cause).toMatchObject({ type: 'UNKNOWN_TOPIC_OR_PARTITION' })
  })

  it.each([
    [undefined, 'Invalid topics array undefined'],
    [[1], 'Invalid topics array, the names must be a valid string']
  ])('refuses %j', async (topics, message) => {
    await start()
    await expect(admin.deleteTopics({ topics: topics as unknown as string[] })).rejects.toMatchObject({
      name: 'KafkaJSNonRetriableError',
      message
    })
  })
})
