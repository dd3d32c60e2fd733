import { KafkaJSProtocolError } from '../../src/errors/protocol-errors'
import { listOffsetsApi } from '../../src/protocol/generated/list-offsets'
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

describe('fetchTopicOffsets', () => {
  /** Every partition begins at its number and ends 10^16 further on. */
  const answers = (nodeId: number, errorCode: () => number = () => 0): void => {
    story.broker(nodeId).on(listOffsetsApi, ({ topics }) => ({
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, timestamp }) => ({
          partitionIndex,
          errorCode: errorCode(),
          offset: BigInt(partitionIndex) + (timestamp === -1n ? 10n ** 16n : 0n)
        }))
      }))
    }))
  }

  it('asks each leader for both ends and sorts by number', async () => {
    await start(2)
    story.topics = [topicOf('a', [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 4)]
    answers(1)
    answers(2)
    const offsets = await admin.fetchTopicOffsets('a')
    expect(offsets.map(({ partition }) => partition)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(offsets[10]).toEqual({ partition: 10, offset: '10000000000000010', high: '10000000000000010', low: '10' })
    const requests = [1, 2].flatMap(id => story.broker(id).requestsOf(listOffsetsApi))
    expect(requests).toHaveLength(4)
    expect(requests[0]?.body).toMatchObject({ replicaId: -1, isolationLevel: 0 })
    expect(requests[0]?.body.topics[0]?.partitions[0]).toMatchObject({ currentLeaderEpoch: 4 })
  })

  it('asks again, with fresh metadata, when a leader has moved', async () => {
    await start(2)
    story.topics = [topicOf('a', [1])]
    answers(1, () => 6)
    answers(2)
    const done = admin.fetchTopicOffsets('a')
    await logged(lines, 'debug Fetching topic offsets failed')
    story.topics = [topicOf('a', [2], 1)]
    await clock.advance(300)
    await expect(done).resolves.toMatchObject([{ partition: 0, low: '0' }])
  })

  it('rejects with the error of a partition as it is when asking again is of no use', async () => {
    await start()
    story.topics = [topicOf('a', [1])]
    answers(1, () => 29)
    const error = await rejection(admin.fetchTopicOffsets('a'))
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' })
  })

  it.each([undefined, '', 4, null])('refuses %j', async topic => {
    await start()
    const result = admin.fetchTopicOffsets(topic as string)
    await expect(result).rejects.toMatchObject({ name: 'KafkaJSNonRetriableError', message: `Invalid topic ${topic}` })
  })
})
