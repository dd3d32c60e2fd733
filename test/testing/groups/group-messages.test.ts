import { consumerGroupDescribeApi } from '../../../src/protocol/generated/consumer-group-describe'
import { consumerGroupHeartbeatApi } from '../../../src/protocol/generated/consumer-group-heartbeat'
import { describeGroupsApi } from '../../../src/protocol/generated/describe-groups'
import { offsetCommitApi } from '../../../src/protocol/generated/offset-commit'
import { EmbeddedKafka } from '../../../src/testing'
import { WireClient } from '../support/wire-client'

// What Kafka 4.3.1 says in words: its tools print it, and applications show it.
describe('error messages of groups', () => {
  let kafka: EmbeddedKafka
  let client: WireClient

  beforeEach(async () => {
    kafka = await EmbeddedKafka.start({ topics: [{ topic: 'orders' }] })
    client = await WireClient.connect(kafka.brokers[0])
  })

  afterEach(async () => {
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })

  const heartbeat = async (groupId: string, memberId: string, memberEpoch: number): Promise<string | null> => {
    const request = { groupId, memberId, memberEpoch, rebalanceTimeoutMs: 5_000, subscribedTopicNames: ['orders'], topicPartitions: [] }
    return (await client.send(consumerGroupHeartbeatApi, 1, request)).errorMessage
  }

  it('that are not there, or of the other type', async () => {
    await heartbeat('modern', 'me', 0)
    const classic = await client.send(describeGroupsApi, 6, { groups: ['none', 'modern'] })
    expect(classic.groups.map(({ errorMessage }) => errorMessage)).toEqual([
      'Group none not found.',
      'Group modern is not a classic group.'
    ])
    await client.send(offsetCommitApi, 8, { groupId: 'classic', topics: [{ name: 'orders', partitions: [{ committedOffset: 1n }] }] })
    const modern = await client.send(consumerGroupDescribeApi, 1, { groupIds: ['none', 'classic'] })
    expect(modern.groups.map(({ errorMessage }) => errorMessage)).toEqual([
      'Group none not found.',
      'Group classic is not a consumer group.'
    ])
  })

  it('that a heartbeat gets', async () => {
    await heartbeat('modern', 'me', 0)
    expect(await heartbeat('none', 'me', 3)).toBe('Consumer group none not found.')
    expect(await heartbeat('modern', 'you', 3)).toBe('Member you is not a member of group modern.')
    expect(await heartbeat('', 'me', 0)).toBe("GroupId can't be empty.")
  })
})
