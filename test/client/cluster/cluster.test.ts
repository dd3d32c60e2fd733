import type { Cluster } from '../../../src/cluster/cluster'
import { KafkaJSBrokerNotFound, KafkaJSConnectionError } from '../../../src/errors/connection-errors'
import { KafkaJSNumberOfRetriesExceeded } from '../../../src/errors/kafkajs-error'
import { protocolError } from '../../../src/errors/protocol-error'
import { KafkaJSProtocolError } from '../../../src/errors/protocol-errors'
import { KafkaClosedError } from '../../../src/errors/usage-errors'
import { createTopicsApi } from '../../../src/protocol/generated/create-topics'
import { findCoordinatorApi } from '../../../src/protocol/generated/find-coordinator'
import { heartbeatApi } from '../../../src/protocol/generated/heartbeat'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { deferred } from '../../../src/utils/deferred'
import { noReply } from '../../support/scripted-broker'
import { Story, addressOf, logged, makeCluster, rejection, topicOf, until } from '../support'

let story: Story
const clusters: Cluster[] = []

async function connected(
  user: Partial<Parameters<typeof makeCluster>[0]> = {},
  changes: Parameters<typeof makeCluster>[1] = {}
): Promise<ReturnType<typeof makeCluster>> {
  const made = makeCluster({ brokers: story.addresses, ...user }, changes)
  clusters.push(made.cluster)
  await made.cluster.connect()
  return made
}

/** Opens the connection that requests to any broker will prefer, so that the others are only asked when it fails. */
async function prefer(cluster: Cluster, nodeId: number): Promise<void> {
  await cluster.connection(nodeId, 'general')
}

const asked = (id: number): { topics: string[]; create: boolean }[] =>
  story
    .broker(id)
    .requestsOf(metadataApi)
    .map(({ body }) => ({ topics: (body.topics ?? []).map(({ name }) => name ?? ''), create: body.allowAutoTopicCreation }))

beforeEach(async () => {
  story = await Story.start(3)
  story.topics = [topicOf('t', [1, 2, 3]), topicOf('u', [1])]
})

afterEach(async () => {
  await Promise.all(clusters.splice(0).map(cluster => cluster.close()))
  await story.stop()
})

describe('Cluster.requestMetadataUpdate', () => {
  it('shares refreshes: whoever comes while one runs waits for the next, which starts after the call', async () => {
    const { cluster, clock } = await connected()
    await prefer(cluster, 1)
    const answers = [deferred(), deferred()]
    let count = 0
    story.broker(1).on(metadataApi, async () => {
      await answers[count++]?.promise
      return story.answer([])
    })
    await clock.advance(1_000)
    const first = [cluster.requestMetadataUpdate(), cluster.requestMetadataUpdate()]
    await until(() => count === 1)
    const second = [cluster.requestMetadataUpdate(), cluster.requestMetadataUpdate()]
    answers[0]?.resolve()
    await Promise.all(first)
    expect(count).toBe(1)
    await clock.advance(500)
    await until(() => count === 2)
    answers[1]?.resolve()
    await Promise.all(second)
    expect(count).toBe(2)
  })

  it('waits between refreshes, longer when they bring nothing new', async () => {
    const { cluster, clock } = await connected()
    await prefer(cluster, 1)
    const times: number[] = []
    for (let i = 0; i < 6; i++) {
      const update = cluster.requestMetadataUpdate()
      await clock.advance(0)
      let due: number | undefined
      while ((due = clock.next) !== undefined && due <= 1_200) await clock.advance(due)
      await update
      times.push(clock.now())
    }
    expect(times.map((time, i) => time - (times[i - 1] ?? 0))).toEqual([100, 200, 400, 800, 1_000, 1_000])
  })

  it('asks for all tracked topics, and refreshes by age without creating any', async () => {
    const { cluster, clock } = await connected({}, { metadataMaxAgeMs: 60_000 })
    await prefer(cluster, 1)
    cluster.trackTopics(['t', 'u'])
    const before = asked(1).length
    await clock.advance(60_000)
    await until(() => asked(1).length === before + 1)
    expect(asked(1).at(-1)).toEqual({ topics: ['t', 'u'], create: false })
    await until(() => cluster.metadata.leader('t', 2) === 3)
    cluster.untrackTopics(['t'])
    await clock.advance(60_000)
    await until(() => asked(1).length === before + 2)
    expect(asked(1).at(-1)).toEqual({ topics: ['u'], create: false })
    expect(cluster.metadata.topic('t')).toBeUndefined()
  })

  it('does without a broker that is down', async () => {
    const { cluster, clock } = await connected()
    await prefer(cluster, 2)
    await story.broker(2).goAway()
    story.controllerId = 3
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await update
    expect(cluster.metadata.controllerId).toBe(3)
  })

  it('asks another broker after a second when one is silent', async () => {
    const { cluster, clock } = await connected()
    await prefer(cluster, 2)
    story.broker(2).on(metadataApi, () => noReply)
    story.controllerId = 3
    const before = asked(2).length
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await until(() => asked(2).length > before)
    await clock.advance(1_000)
    await update
    expect(cluster.metadata.controllerId).toBe(3)
  })

  it('goes back to the bootstrap addresses, asking for them anew, when all known brokers are gone (KIP-899)', async () => {
    const moved = await Story.start(1)
    moved.changes = { clusterId: 'moved' }
    let addresses = story.addresses
    const { cluster, clock, lines } = await connected({ brokers: () => addresses })
    addresses = moved.addresses
    for (const broker of story.brokers) await broker.goAway()
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await update
    expect(cluster.metadata.brokers()).toEqual([moved.broker(1).node])
    expect(lines).toContain('warn No known broker answers, starting over with the bootstrap addresses')
    await moved.stop()
  })

  it('does so, too, when a broker tells it to (KIP-1102), without asking the others', async () => {
    const { cluster, clock } = await connected({ brokers: [addressOf(story.broker(3))] })
    await prefer(cluster, 1)
    story.broker(1).on(metadataApi, () => ({ ...story.answer([]), errorCode: 129 }))
    const before = [2, 3].map(id => asked(id).length)
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await update
    expect(asked(2)).toHaveLength(before[0])
    expect(asked(3)).toHaveLength(before[1] + 1)
  })

  it('fails when nobody is left, backs off, and finds the cluster when it is there again', async () => {
    const { cluster, clock, lines } = await connected()
    for (const broker of story.brokers) await broker.goAway()
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    expect(await rejection(update)).toBeInstanceOf(KafkaJSConnectionError)
    for (const broker of story.brokers) await broker.comeBack()
    story.controllerId = 2
    const again = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await again
    expect(cluster.metadata.controllerId).toBe(2)
    // Counting begins anew: the next failure is followed by the shortest wait.
    for (const broker of story.brokers) await broker.goAway()
    for (const due of [100, 100, 200, 400]) {
      const failing = rejection(cluster.requestMetadataUpdate())
      await clock.advance(due)
      await failing
    }
    expect(lines.filter(line => line.startsWith('warn No known broker answers'))).toHaveLength(2)
  })

  it('lets connections to brokers end that have left the cluster', async () => {
    const { cluster, clock } = await connected()
    await prefer(cluster, 3)
    await until(() => story.broker(3).connectionsOpen === 1)
    await prefer(cluster, 1)
    story.changes = { brokers: [story.broker(1).node, story.broker(2).node] }
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await update
    await until(() => story.broker(3).connectionsOpen === 0)
    const send = cluster.send(3, 'general', metadataApi, {})
    expect(await rejection(send)).toBeInstanceOf(KafkaJSBrokerNotFound)
  })

  it('keeps what is known when a response leaves out or spoils a topic', async () => {
    const { cluster, clock } = await connected()
    cluster.trackTopics(['t', 'u'])
    const refresh = async (): Promise<void> => {
      const update = cluster.requestMetadataUpdate()
      await clock.advance(1_200)
      await update
    }
    await refresh()
    story.topics = [topicOf('u', [-1], 1)]
    await refresh()
    expect([0, 1, 2].map(p => cluster.metadata.leader('t', p))).toEqual([1, 2, 3])
    expect(cluster.metadata.leader('u', 0)).toBe(-1)
    expect(cluster.metadata.topic('t')?.errorCode).toBe(3)
  })
})

describe('Cluster.awaitTopic', () => {
  it('asks at once, whatever the back-off, and answers from the cache from then on', async () => {
    const { cluster } = await connected()
    const { partitions } = await cluster.awaitTopic('t')
    expect(partitions.map(({ leader }) => leader)).toEqual([1, 2, 3])
    const before = story.metadataRequests
    await cluster.awaitTopic('t')
    expect(story.metadataRequests).toBe(before)
    expect(story.brokers.flatMap(({ nodeId }) => asked(nodeId)).at(-1)).toMatchObject({ create: true })
  })

  it('bridges the time after the creation of a topic', async () => {
    const { cluster, clock, lines } = await connected()
    const waiting = cluster.awaitTopic('new')
    await logged(lines, 'debug Metadata of topic new failed')
    story.topics.push({ name: 'new', errorCode: 5 })
    await clock.advance(400)
    await logged(lines, 'debug Metadata of topic new failed', 2)
    story.topics.pop()
    story.topics.push(topicOf('new', [2]))
    await clock.advance(1_000)
    await expect(waiting).resolves.toMatchObject({ topic: 'new', errorCode: 0 })
  })

  it('gives up after the retries, and then no refresh asks for the topic any more', async () => {
    const { cluster, clock, lines } = await connected({ retry: { retries: 1 } })
    const result = rejection<KafkaJSNumberOfRetriesExceeded>(cluster.awaitTopic('nowhere'))
    await logged(lines, 'debug Metadata of topic nowhere failed')
    await clock.advance(400)
    const error = await result
    expect(error).toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
    expect(error.cause).toMatchObject({ name: 'KafkaJSProtocolError', type: 'UNKNOWN_TOPIC_OR_PARTITION' })
    expect(cluster.metadata.topic('nowhere')).toBeUndefined()
    const update = cluster.requestMetadataUpdate()
    await clock.advance(1_200)
    await update
    expect(story.brokers.flatMap(({ nodeId }) => asked(nodeId)).at(-1)?.topics).toEqual([])
  })

  it('gives up at once when the topic may not be used, with the error as it is', async () => {
    const { cluster } = await connected()
    story.topics = [{ name: 'bad', errorCode: 17 }]
    const error = await rejection(cluster.awaitTopic('bad'))
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({ type: 'INVALID_TOPIC_EXCEPTION', code: 17 })
  })

  it('does not create topics when it may not', async () => {
    const { cluster } = await connected({}, { allowAutoTopicCreation: false })
    await cluster.awaitTopic('t')
    expect(story.brokers.flatMap(({ nodeId }) => asked(nodeId)).some(({ create }) => create)).toBe(false)
  })
})

describe('Cluster.coordinator', () => {
  const coordinatedBy = (nodeId: number): void => {
    for (const broker of story.brokers) {
      broker.on(findCoordinatorApi, request => {
        const { host, port } = story.broker(nodeId)
        const entry = { nodeId, host, port, errorCode: 0, errorMessage: null }
        return request.coordinatorKeys.length === 0 ? entry : { coordinators: request.coordinatorKeys.map(key => ({ ...entry, key })) }
      })
    }
  }
  const lookUps = (): number => story.brokers.reduce((sum, broker) => sum + broker.requestsOf(findCoordinatorApi).length, 0)

  it.each([
    [3, { key: 'g', keyType: 0, coordinatorKeys: [] }],
    [6, { key: '', keyType: 0, coordinatorKeys: ['g'] }]
  ])('asks any broker once, in version %p', async (version, body) => {
    await story.stop()
    story = await Story.start(1, { versions: { FindCoordinator: [0, version] } })
    coordinatedBy(1)
    const { cluster } = await connected()
    await expect(Promise.all([cluster.coordinator('group', 'g'), cluster.coordinator('group', 'g')])).resolves.toEqual([1, 1])
    const requests = story.broker(1).requestsOf(findCoordinatorApi)
    expect(requests.map(request => [request.version, request.body])).toEqual([[version, body]])
  })

  it('reports an error of the cluster and asks again next time', async () => {
    const { cluster } = await connected()
    for (const broker of story.brokers)
      broker.on(findCoordinatorApi, () => ({ coordinators: [{ key: 'g', errorCode: 15, errorMessage: 'soon' }] }))
    const error = await rejection(cluster.coordinator('group', 'g'))
    expect(error).toMatchObject({ type: 'GROUP_COORDINATOR_NOT_AVAILABLE', retriable: true, serverMessage: 'soon' })
    coordinatedBy(2)
    await expect(cluster.coordinator('group', 'g')).resolves.toBe(2)
  })

  it('is found anew when the retry loop meets an error that says so, and the broker need not be known', async () => {
    const { cluster, clock, lines } = await connected()
    coordinatedBy(1)
    story.broker(1).on(heartbeatApi, () => ({ errorCode: 16 }))
    story.broker(2).on(heartbeatApi, () => ({ errorCode: 0 }))
    story.changes = { brokers: [story.broker(1).node] }
    const update = cluster.requestMetadataUpdate()
    await clock.advance(150)
    await update
    const done = cluster.retry(
      'Heartbeat',
      async () => {
        const nodeId = await cluster.coordinator('group', 'g')
        const { errorCode } = await cluster.send(nodeId, 'coordination', heartbeatApi, { groupId: 'g', generationId: 1, memberId: 'm' })
        if (errorCode !== 0) throw protocolError(errorCode)
        return nodeId
      },
      { coordinator: { type: 'group', key: 'g' } }
    )
    await logged(lines, 'debug Heartbeat failed')
    coordinatedBy(2)
    await clock.advance(300)
    await expect(done).resolves.toBe(2)
    expect(lookUps()).toBe(2)
  })

  it('is forgotten when its connection breaks, also with no request on the way, and when it cannot be reached', async () => {
    const { cluster, clock } = await connected()
    /** A broker whose connection broke is not dialled again at once. */
    const found = async (): Promise<number> => {
      const result = cluster.coordinator('group', 'g')
      await clock.advance(100)
      return result
    }
    coordinatedBy(1)
    const nodeId = await found()
    const connection = await cluster.connection(nodeId, 'coordination')
    story.broker(1).dropConnections()
    await connection.closed
    coordinatedBy(2)
    await expect(found()).resolves.toBe(2)
    await story.broker(2).goAway()
    await rejection(cluster.connection(2, 'coordination'))
    coordinatedBy(3)
    await expect(found()).resolves.toBe(3)
  })
})

describe('Cluster', () => {
  it('sends to the controller, and finds the new one when the old one says that it is not any more', async () => {
    const { cluster, clock, lines } = await connected()
    story.broker(1).on(createTopicsApi, () => ({ topics: [{ name: 'x', errorCode: 41 }] }))
    story.broker(2).on(createTopicsApi, () => ({ topics: [{ name: 'x', errorCode: 0 }] }))
    const done = cluster.retry('Create', async () => {
      const { topics } = await cluster.sendToController(createTopicsApi, { topics: [{ name: 'x' }] })
      const errorCode = topics[0]?.errorCode ?? -1
      if (errorCode !== 0) throw protocolError(errorCode)
    })
    story.controllerId = 2
    await logged(lines, 'debug Create failed')
    await clock.advance(300)
    await done
    expect(story.broker(2).requestsOf(createTopicsApi)).toHaveLength(1)
  })

  it('says so when nobody knows the controller', async () => {
    story.controllerId = -1
    const { cluster, clock } = await connected()
    const result = rejection(cluster.sendToController(createTopicsApi, {}))
    await clock.advance(150)
    expect(await result).toBeInstanceOf(KafkaJSBrokerNotFound)
  })

  it('makes the request for the version that was negotiated, within the limits', async () => {
    const { cluster } = await connected()
    const versions: number[] = []
    const request = (version: number): object => {
      versions.push(version)
      return { topics: [] }
    }
    await cluster.send(1, 'general', metadataApi, request)
    await cluster.send(1, 'general', metadataApi, request, { maxVersion: 9 })
    expect(versions).toEqual([13, 9])
    await expect(cluster.send(1, 'general', metadataApi, request, { minVersion: 99 })).rejects.toMatchObject({
      name: 'KafkaUnsupportedVersionError'
    })
  })

  it('lets many wait at a time without a warning of too many listeners', async () => {
    const { cluster, clock, lines } = await connected()
    // Where setMaxListeners writes; getMaxListeners does not know a signal of jest's own world.
    const limit = Object.getOwnPropertySymbols(cluster.signal).find(({ description }) => description === 'events.maxEventTargetListeners')
    expect(Reflect.get(cluster.signal, limit ?? '')).toBe(0)
    const results = Array.from({ length: 30 }, () => rejection(cluster.retry('x', () => Promise.reject(protocolError(7)), { retries: 1 })))
    await logged(lines, 'debug x failed', 30)
    await clock.advance(300)
    await Promise.all(results)
  })

  it('close ends waits and requests at once, and the cluster can be connected again', async () => {
    const { cluster, clock } = await connected()
    for (const broker of story.brokers) broker.on(metadataApi, () => noReply)
    const pending = [
      cluster.requestMetadataUpdate(),
      cluster.awaitTopic('t'),
      cluster.fetchTopics(null),
      cluster.retry('x', () => Promise.reject(protocolError(7))),
      cluster.send(1, 'general', metadataApi, {})
    ].map(each => rejection(each))
    await clock.advance(150)
    await until(() => story.metadataRequests >= 3)
    await cluster.close()
    const errors = await Promise.all(pending)
    for (const error of errors.slice(0, 4)) expect(error).toBeInstanceOf(KafkaClosedError)
    expect(errors[4]).toMatchObject({ outcome: 'maybe-applied' })
    expect(clock.pending).toBe(0)
    for (const broker of story.brokers) broker.on(metadataApi, () => story.answer([]))
    await cluster.connect()
    await cluster.send(1, 'general', metadataApi, {})
  })
})
