import { errorCodes } from '../../../src/errors/error-table'
import { ClientLab } from '../support/client-lab'

// createTopics and deleteTopics while controllers move, answers are lost and brokers refuse (M1, M6 of the scenarios).

let lab: ClientLab

afterEach(() => lab.stop())

/** Brokers from before they passed such requests on to the controller. */
async function withControllers(): Promise<void> {
  lab = await ClientLab.start({ brokers: 3, asVersion: '2.8', topics: [{ topic: 'old' }] })
}

const moveController = (nodeId: number): void => {
  lab.kafka.cluster.controllerId = nodeId
}
const exists = (topic: string): boolean => lab.kafka.cluster.topics.get(topic) !== undefined
const nodesOf = (api: string): number[] => lab.requests(api).map(({ nodeId }) => nodeId)

describe('the controller moves', () => {
  beforeEach(withControllers)

  it('and the one that is asked for a topic says so: it is made once, by the new one', async () => {
    const admin = await lab.admin()
    await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }] }))
    moveController(2)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'b' }, { topic: 'c' }] }))).toBe(true)
    expect([exists('b'), exists('c')]).toEqual([true, true])
    expect(nodesOf('CreateTopics')).toEqual([1, 1, 2])
  })

  it('while the request is with the old one', async () => {
    const admin = await lab.admin()
    const held = lab.laboratory.hold({ api: 'CreateTopics', times: 1 })
    const making = admin.createTopics({ topics: [{ topic: 'a' }] })
    await lab.until(() => held.held === 1)
    moveController(3)
    held.release()
    expect(await lab.settled(making)).toBe(true)
    expect(nodesOf('CreateTopics')).toEqual([1, 3])
  })

  it('and the one that is asked to delete a topic says so', async () => {
    const admin = await lab.admin()
    moveController(2)
    await lab.settled(admin.deleteTopics({ topics: ['old'] }))
    expect(exists('old')).toBe(false)
    expect(nodesOf('DeleteTopics')).toEqual([1, 2])
  })

  it('from broker to broker with each attempt', async () => {
    const admin = await lab.admin()
    let next = 1
    const follow = lab.laboratory.add({ api: 'CreateTopics', times: 3 }, ({ nodeId }, handler, context) => {
      next = (nodeId % 3) + 1
      moveController(next)
      return { instead: () => handler.fail({ topics: [{ name: 'a' }] } as never, errorCodes.NOT_CONTROLLER, context.version) }
    })
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }] }))).toBe(true)
    expect(follow.fired).toBe(3)
    expect(exists('a')).toBe(true)
  })

  it('because the old one died: the next one is asked', async () => {
    const admin = await lab.admin()
    await lab.settled(admin.listTopics())
    await lab.kafka.kill(1)
    // The client hears of it. What it wrote before that would be maybe-applied.
    await lab.pass(0)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a', replicationFactor: 2 }] }))).toBe(true)
    await lab.settled(admin.deleteTopics({ topics: ['a'] }))
    expect(exists('a')).toBe(false)
  })

  it('and nobody knows where: a typed error after the retries, and the next call works', async () => {
    const admin = await lab.admin({ retry: { retries: 3 } })
    moveController(-1)
    const error = await lab.rejection(admin.createTopics({ topics: [{ topic: 'a' }] }))
    expect(error).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded' })
    moveController(2)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }] }))).toBe(true)
  })

  it('and only one of two topics was refused for that: the other one is not asked for again', async () => {
    const admin = await lab.admin()
    lab.laboratory.fail({ api: 'CreateTopics', topic: 'b', times: 1 }, errorCodes.NOT_CONTROLLER)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }, { topic: 'b' }] }))).toBe(true)
    const asked = lab.requests('CreateTopics').map(({ body }) => (body as { topics: { name: string }[] }).topics.map(({ name }) => name))
    expect(asked).toEqual([['a', 'b'], ['b']])
  })
})

describe('the answer is lost', () => {
  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 'old' }, { topic: 'older' }] })
  })

  it.each(['close', 'reset'] as const)('after topics were made (%s): maybe-applied, and not asked for again', async how => {
    const admin = await lab.admin()
    lab.laboratory.lose({ api: 'CreateTopics', times: 1 }, how)
    expect(await lab.rejection(admin.createTopics({ topics: [{ topic: 'a' }] }))).toMatchObject({ outcome: 'maybe-applied' })
    expect(exists('a')).toBe(true)
    expect(lab.requests('CreateTopics')).toHaveLength(1)
    // Who asks again himself learns that it is there.
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }] }))).toBe(false)
  })

  it('before anything was made, which nobody can tell from the other: maybe-applied', async () => {
    const admin = await lab.admin()
    lab.laboratory.refuse({ api: 'CreateTopics', times: 1 })
    expect(await lab.rejection(admin.createTopics({ topics: [{ topic: 'a' }] }))).toMatchObject({ outcome: 'maybe-applied' })
    expect(exists('a')).toBe(false)
  })

  it('after topics were deleted: asked again, and gone means done', async () => {
    const admin = await lab.admin()
    const lost = lab.laboratory.lose({ api: 'DeleteTopics', times: 1 }, 'reset')
    await lab.settled(admin.deleteTopics({ topics: ['old', 'older'] }))
    lost.assertFired()
    expect([exists('old'), exists('older')]).toEqual([false, false])
    expect(lab.requests('DeleteTopics')).toHaveLength(2)
  })

  it('before topics were deleted: asked again, and deleted', async () => {
    const admin = await lab.admin()
    lab.laboratory.refuse({ api: 'DeleteTopics', times: 1 })
    await lab.settled(admin.deleteTopics({ topics: ['old'] }))
    expect(exists('old')).toBe(false)
  })

  it('because it comes too late: maybe-applied, and what comes late is nobody’s', async () => {
    const admin = await lab.admin({ requestTimeout: 1000 })
    lab.laboratory.delay({ api: 'CreateTopics', times: 1 }, { answerAfterMs: 60_000 })
    const error = await lab.rejection(admin.createTopics({ topics: [{ topic: 'a' }] }))
    expect(error).toMatchObject({ name: 'KafkaJSRequestTimeoutError', outcome: 'maybe-applied' })
    await lab.pass(120_000)
    expect(await lab.settled(admin.listTopics())).toContain('a')
  })
})

describe('a connection that is not there', () => {
  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 'old' }] })
  })

  it('has carried nothing: the topic is asked for again when the broker is back', async () => {
    const admin = await lab.admin()
    await lab.settled(admin.listTopics())
    await lab.kafka.kill(1, { unnoticed: true })
    await lab.pass(0)
    const making = admin.createTopics({ topics: [{ topic: 'a', replicationFactor: 1 }] })
    await lab.pass(1000)
    await lab.kafka.revive(1)
    expect(await lab.settled(making)).toBe(true)
  })

  it('was closed because it was idle: nobody hears of it', async () => {
    lab.laboratory.setIdleLimit(2000)
    const admin = await lab.admin({ retry: { retries: 0 } })
    for (const topic of ['a', 'b', 'c']) {
      await lab.pass(3000)
      expect(await lab.settled(admin.createTopics({ topics: [{ topic }] }))).toBe(true)
    }
    expect([lab.lines('ERROR'), lab.lines('WARN')]).toEqual([[], []])
  })
})

describe('a broker refuses', () => {
  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 'old' }, { topic: 'older' }] })
  })

  it('some topics of several: the others are made, and each refusal has an error of its own', async () => {
    const admin = await lab.admin()
    const topics = [{ topic: 'good' }, { topic: 'old' }, { topic: 'wide', replicationFactor: 9 }, { topic: 'not/legal' }]
    const error = await lab.rejection<{ errors: { topic: string; type: string }[] }>(admin.createTopics({ topics }))
    expect(error.errors.map(({ topic, type }) => `${topic} ${type}`).toSorted()).toEqual([
      'not/legal INVALID_TOPIC_EXCEPTION',
      'old TOPIC_ALREADY_EXISTS',
      'wide INVALID_REPLICATION_FACTOR'
    ])
    expect(exists('good')).toBe(true)
  })

  it('topics because there were too many of late (KIP-599): only those are asked for again', async () => {
    const admin = await lab.admin()
    const quota = lab.laboratory.fail({ api: 'CreateTopics', topic: 'b', times: 2 }, errorCodes.THROTTLING_QUOTA_EXCEEDED)
    expect(await lab.settled(admin.createTopics({ topics: ['a', 'b', 'c'].map(topic => ({ topic })) }))).toBe(true)
    expect(quota.fired).toBe(2)
    const asked = lab.requests('CreateTopics').map(({ body }) => (body as { topics: { name: string }[] }).topics.map(({ name }) => name))
    expect(asked).toEqual([['a', 'b', 'c'], ['b'], ['b']])
  })

  it('to wait any longer for a creation (REQUEST_TIMED_OUT): told at once, it may go on behind our backs', async () => {
    const admin = await lab.admin()
    lab.laboratory.fail({ api: 'CreateTopics', times: 1 }, errorCodes.REQUEST_TIMED_OUT)
    const error = await lab.rejection<{ errors: { type: string }[] }>(admin.createTopics({ topics: [{ topic: 'a' }] }))
    expect(error.errors.map(({ type }) => type)).toEqual(['REQUEST_TIMED_OUT'])
    expect(lab.requests('CreateTopics')).toHaveLength(1)
  })

  it('to wait any longer for a deletion (REQUEST_TIMED_OUT): told at once', async () => {
    const admin = await lab.admin()
    lab.laboratory.fail({ api: 'DeleteTopics', times: 1 }, errorCodes.REQUEST_TIMED_OUT)
    expect(await lab.rejection(admin.deleteTopics({ topics: ['old'] }))).toMatchObject({ type: 'REQUEST_TIMED_OUT' })
    expect(lab.requests('DeleteTopics')).toHaveLength(1)
  })

  it('to delete one topic of two: the other one is deleted', async () => {
    const admin = await lab.admin()
    lab.laboratory.fail({ api: 'DeleteTopics', topic: 'old' }, errorCodes.TOPIC_AUTHORIZATION_FAILED)
    expect(await lab.rejection(admin.deleteTopics({ topics: ['old', 'older'] }))).toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' })
    expect([exists('old'), exists('older')]).toEqual([true, false])
  })

  it('nothing, but asks for a pause (KIP-219): the next request is answered after it', async () => {
    const admin = await lab.admin({ requestTimeout: 2000 })
    lab.laboratory.throttle({ api: ['CreateTopics', 'Metadata'], times: 2 }, 5000)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'a' }] }))).toBe(true)
    expect(await lab.settled(admin.createTopics({ topics: [{ topic: 'b' }] }))).toBe(true)
    expect(lab.clock.now()).toBeGreaterThanOrEqual(5000)
  })
})

describe('waiting for leaders', () => {
  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3 })
  })

  it('ends when the last partition has one', async () => {
    const admin = await lab.admin()
    const view = lab.laboratory.metadata.setPartition('a', 2, { leaderId: -1 })
    let isOver = false
    const making = admin.createTopics({ topics: [{ topic: 'a', numPartitions: 3 }] }).finally(() => {
      isOver = true
    })
    await lab.pass(3000)
    expect([view.fired > 5, isOver]).toEqual([true, false])
    view.remove()
    expect(await lab.settled(making)).toBe(true)
  })

  it('bears a broker that has not heard of the topic yet', async () => {
    const admin = await lab.admin()
    const view = lab.laboratory.metadata.omitTopic('a')
    const making = admin.createTopics({ topics: [{ topic: 'a' }] })
    await lab.pass(1000)
    view.remove()
    expect(await lab.settled(making)).toBe(true)
  })

  it('ends in KafkaJSTimeout after the time that was given, and the topic is there', async () => {
    const admin = await lab.admin()
    lab.laboratory.metadata.setPartition('a', 0, { leaderId: -1 })
    const before = lab.clock.now()
    const error = await lab.rejection(admin.createTopics({ topics: [{ topic: 'a' }], timeout: 3000 }))
    expect(error).toMatchObject({ name: 'KafkaJSTimeout' })
    expect(lab.clock.now() - before).toBeLessThan(4000)
    expect(exists('a')).toBe(true)
  })

  it('survives the death of the broker that is asked', async () => {
    const admin = await lab.admin()
    const view = lab.laboratory.metadata.setPartition('a', 0, { leaderId: -1 })
    const making = admin.createTopics({ topics: [{ topic: 'a', replicationFactor: 3 }] })
    await lab.until(() => view.fired > 2)
    await lab.kafka.kill(1)
    await lab.pass(500)
    view.remove()
    expect(await lab.settled(making)).toBe(true)
  })
})

it.each(['createTopics', 'deleteTopics', 'listTopics', 'fetchTopicOffsets'] as const)('disconnect ends %s under way', async method => {
  lab = await ClientLab.start({ brokers: 2, topics: [{ topic: 'old' }] })
  const admin = await lab.admin()
  const silence = lab.laboratory.silence({ api: ['CreateTopics', 'DeleteTopics', 'Metadata'] })
  const calls = {
    createTopics: () => admin.createTopics({ topics: [{ topic: 'a' }] }),
    deleteTopics: () => admin.deleteTopics({ topics: ['old'] }),
    listTopics: () => admin.listTopics(),
    fetchTopicOffsets: () => admin.fetchTopicOffsets('old')
  }
  const call = lab.rejection(calls[method]())
  await lab.until(() => silence.fired > 0)
  const before = lab.clock.now()
  await lab.settled(admin.disconnect())
  expect((await call).name).toMatch(/^KafkaClosedError|^KafkaJSConnectionClosedError/)
  expect(lab.clock.now() - before).toBeLessThan(6000)
})
