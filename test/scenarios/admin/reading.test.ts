import { errorCodes } from '../../../src/errors/error-table'
import { ClientLab, sendOne } from '../support/client-lab'

// listTopics, fetchTopicMetadata, fetchTopicOffsets and describeCluster while brokers die, fall silent and contradict each other.

let lab: ClientLab

beforeEach(async () => {
  lab = await ClientLab.start({
    brokers: 3,
    topics: [
      {
        topic: 't',
        replicaAssignment: [
          [1, 2],
          [2, 3],
          [3, 1]
        ]
      }
    ]
  })
})

afterEach(() => lab.stop())

const empty = [0, 1, 2].map(partition => ({ partition, offset: '0', high: '0', low: '0' }))

describe.each(['listTopics', 'fetchTopicMetadata', 'describeCluster', 'fetchTopicOffsets'] as const)('%s', method => {
  async function call(admin: Awaited<ReturnType<ClientLab['admin']>>): Promise<unknown> {
    if (method === 'listTopics') return admin.listTopics()
    if (method === 'describeCluster') return (await admin.describeCluster()).clusterId
    if (method === 'fetchTopicMetadata') return (await admin.fetchTopicMetadata({ topics: ['t'] })).topics.map(({ name }) => name)
    return admin.fetchTopicOffsets('t')
  }
  const expected = (): unknown =>
    ({ listTopics: ['t'], describeCluster: lab.kafka.cluster.clusterId, fetchTopicMetadata: ['t'], fetchTopicOffsets: empty })[method]

  it.each([1, 2, 3])('is answered by others when broker %i does not answer questions about the cluster', async nodeId => {
    const admin = await lab.admin()
    await lab.settled(call(admin))
    // It leads nothing: what only a leader can tell nobody tells in its place.
    for (const partition of [0, 1, 2]) {
      const leadership = lab.laboratory.partition('t', partition)
      if (leadership.state.leader === nodeId) leadership.moveLeader((nodeId % 3) + 1)
    }
    lab.laboratory.silence({ api: ['Metadata', 'DescribeCluster'], nodeId })
    const before = lab.clock.now()
    for (let i = 0; i < 4; i++) expect(await lab.settled(call(admin))).toEqual(expected())
    expect(lab.clock.now() - before).toBeLessThan(10_000)
  })

  it.each([1, 2, 3])('is answered when broker %i has died', async nodeId => {
    const admin = await lab.admin()
    await lab.settled(call(admin))
    await lab.kafka.kill(nodeId)
    for (let i = 0; i < 4; i++) expect(await lab.settled(call(admin))).toEqual(expected())
  })

  it('is asked again when its answer is lost', async () => {
    const admin = await lab.admin()
    const lost = lab.laboratory.lose({ api: ['Metadata', 'DescribeCluster', 'ListOffsets'], times: 3 }, 'reset')
    expect(await lab.settled(call(admin))).toEqual(expected())
    expect(lost.fired).toBe(3)
  })

  it('is answered when connections were closed because they were idle', async () => {
    lab.laboratory.setIdleLimit(2000)
    const admin = await lab.admin({ retry: { retries: 0 } })
    for (let i = 0; i < 5; i++) {
      await lab.pass(3000)
      expect(await lab.settled(call(admin))).toEqual(expected())
    }
    expect([lab.lines('ERROR'), lab.lines('WARN')]).toEqual([[], []])
  })

  it('ends in a typed error when all brokers are gone, and works when they are back', async () => {
    const admin = await lab.admin({ retry: { retries: 2 } })
    for (const nodeId of [1, 2, 3]) await lab.kafka.kill(nodeId)
    expect(await lab.rejection(call(admin))).toMatchObject({ name: expect.stringMatching(/^KafkaJS/), retriable: expect.any(Boolean) })
    for (const nodeId of [1, 2, 3]) await lab.kafka.revive(nodeId)
    expect(await lab.settled(call(admin))).toEqual(expected())
  })

  it('bears answers in pieces', async () => {
    lab.laboratory.split({}, 5)
    const admin = await lab.admin()
    expect(await lab.settled(call(admin))).toEqual(expected())
  })
})

describe('fetchTopicOffsets', () => {
  it('follows a leader that moves between the question who leads and the question for offsets', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const admin = await lab.admin()
    const held = lab.laboratory.hold({ api: 'ListOffsets', nodeId: 1, times: 2 })
    const asking = admin.fetchTopicOffsets('t')
    await lab.until(() => held.held > 0)
    lab.laboratory.partition('t', 0).moveLeader(2)
    held.remove()
    expect(await lab.settled(asking)).toMatchObject([{ high: '1', low: '0' }, { high: '0' }, { high: '0' }])
  })

  it.each([
    ['NOT_LEADER_OR_FOLLOWER', errorCodes.NOT_LEADER_OR_FOLLOWER],
    ['FENCED_LEADER_EPOCH', errorCodes.FENCED_LEADER_EPOCH],
    ['UNKNOWN_LEADER_EPOCH', errorCodes.UNKNOWN_LEADER_EPOCH],
    ['LEADER_NOT_AVAILABLE', errorCodes.LEADER_NOT_AVAILABLE],
    ['OFFSET_NOT_AVAILABLE', errorCodes.OFFSET_NOT_AVAILABLE],
    ['KAFKA_STORAGE_ERROR', errorCodes.KAFKA_STORAGE_ERROR],
    ['REQUEST_TIMED_OUT', errorCodes.REQUEST_TIMED_OUT],
    ['UNKNOWN_TOPIC_OR_PARTITION', errorCodes.UNKNOWN_TOPIC_OR_PARTITION]
  ])('asks again after %s', async (_, code) => {
    const admin = await lab.admin()
    const fault = lab.laboratory.fail({ api: 'ListOffsets', topic: 't', partition: 1, times: 2 }, code)
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual(empty)
    expect(fault.fired).toBe(2)
  })

  it('tells at once what asking again does not cure', async () => {
    const admin = await lab.admin()
    const fault = lab.laboratory.fail({ api: 'ListOffsets', topic: 't', partition: 1 }, errorCodes.TOPIC_AUTHORIZATION_FAILED)
    expect(await lab.rejection(admin.fetchTopicOffsets('t'))).toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' })
    expect(fault.fired).toBeLessThanOrEqual(2)
  })

  it('waits for a partition that has no leader for a while', async () => {
    const admin = await lab.admin()
    lab.laboratory.partition('t', 1).moveLeader(-1)
    const asking = admin.fetchTopicOffsets('t')
    await lab.pass(2000)
    lab.laboratory.partition('t', 1).moveLeader(3)
    expect(await lab.settled(asking)).toEqual(empty)
  })

  it('ends in a typed error when a leader is dead and nobody has noticed, and works when they have', async () => {
    const admin = await lab.admin({ retry: { retries: 2 } })
    await lab.settled(admin.fetchTopicOffsets('t'))
    await lab.kafka.kill(2, { unnoticed: true })
    expect(await lab.rejection(admin.fetchTopicOffsets('t'))).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded' })
    await lab.kafka.kill(2)
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual(empty)
  })

  it('goes on when a leader stands still', async () => {
    const admin = await lab.admin({ requestTimeout: 2000 })
    await lab.settled(admin.fetchTopicOffsets('t'))
    lab.kafka.freeze(2)
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual(empty)
    lab.kafka.thaw(2)
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual(empty)
  })

  it('tells of partitions that were added, and of a log that begins later', async () => {
    const producer = await lab.producer()
    for (const value of ['a', 'b', 'c']) await lab.settled(sendOne(producer, 't', value))
    const admin = await lab.admin()
    lab.laboratory.partition('t', 0).retain(2)
    const topic = lab.kafka.cluster.topics.get('t')
    if (topic !== undefined) lab.kafka.cluster.topics.addPartitions(topic, [[1]])
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual([
      { partition: 0, offset: '3', high: '3', low: '2' },
      ...[1, 2, 3].map(partition => ({ partition, offset: '0', high: '0', low: '0' }))
    ])
  })

  it('tells of a topic that was made again', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const admin = await lab.admin()
    expect((await lab.settled(admin.fetchTopicOffsets('t')))[0]?.high).toBe('1')
    lab.laboratory.recreateTopic('t')
    expect(await lab.settled(admin.fetchTopicOffsets('t'))).toEqual(empty)
  })
})

describe('fetchTopicMetadata', () => {
  it('shows a partition without leader beside the others', async () => {
    const admin = await lab.admin()
    lab.laboratory.partition('t', 1).moveLeader(-1)
    const { topics } = await lab.settled(admin.fetchTopicMetadata({ topics: ['t'] }))
    expect(topics[0]?.partitions.map(({ leader, partitionErrorCode }) => [leader, partitionErrorCode])).toEqual([
      [1, 0],
      [-1, 5],
      [3, 0]
    ])
  })

  it('says of a topic that does not exist at once that it does not, and does not make it', async () => {
    await lab.kafka.stop()
    lab = await ClientLab.start({ autoCreateTopics: true })
    const admin = await lab.admin()
    const before = lab.clock.now()
    expect(await lab.rejection(admin.fetchTopicMetadata({ topics: ['nowhere'] }))).toMatchObject({ type: 'UNKNOWN_TOPIC_OR_PARTITION' })
    expect(lab.clock.now() - before).toBeLessThan(100)
    expect(await lab.settled(admin.listTopics())).toEqual([])
  })
})

describe('describeCluster', () => {
  it('tells the controller and the brokers as they are now', async () => {
    const admin = await lab.admin()
    await lab.settled(admin.describeCluster())
    await lab.kafka.kill(1)
    const { brokers, controller } = await lab.settled(admin.describeCluster())
    expect(brokers.map(({ nodeId }) => nodeId)).toEqual([2, 3])
    expect(controller).toBe(2)
  })
})
