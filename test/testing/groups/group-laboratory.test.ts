import { errorCodes } from '../../../src/errors/error-table'
import { ClassicActor, gather } from './scripts/classic-actor'
import { ConsumerActor } from './scripts/consumer-actor'
import { EmbeddedBackend } from '../scripts/embedded-backend'
import { Stage } from '../scripts/stage'

let backend: EmbeddedBackend
let stage: Stage

async function open(configs: Record<string, string> = {}): Promise<void> {
  backend = await EmbeddedBackend.start(configs)
  backend.kafka.createTopic({ topic: 'orders', numPartitions: 4 })
  stage = new Stage(backend, 'xxxxxxxxxx')
}

afterEach(async () => {
  stage.close()
  await backend.stop()
  expect(backend.clock.pending).toBe(0)
  expect(backend.kafka.problems).toEqual([])
})

function last(): { errorCode: number } {
  return stage.transcript[stage.transcript.length - 1][1] as { errorCode: number }
}

describe('a classic group in the laboratory', () => {
  it('loses a member that is evicted, and the others join again', async () => {
    await open()
    const [ann, bob] = [await ClassicActor.enter(stage, 'ann', 'g'), await ClassicActor.enter(stage, 'bob', 'g')]
    await gather([ann, bob])
    const { groups } = backend.kafka.cluster
    expect(groups.evict('g', 'made-up')).toBe(false)
    expect(groups.evict('g', bob.memberId)).toBe(true)
    expect(await bob.heartbeat()).toBe(errorCodes.UNKNOWN_MEMBER_ID)
    expect(await ann.heartbeat()).toBe(errorCodes.REBALANCE_IN_PROGRESS)
    expect(await ann.join()).toMatchObject({ errorCode: 0, leader: ann.memberId, members: [{ memberId: ann.memberId }] })
  })

  it('answers ILLEGAL_GENERATION after its generation was bumped', async () => {
    await open()
    const ann = await ClassicActor.enter(stage, 'ann', 'g')
    await gather([ann])
    expect(backend.kafka.cluster.groups.bumpGeneration('none')).toBe(false)
    expect(backend.kafka.cluster.groups.bumpGeneration('g')).toBe(true)
    expect(await ann.heartbeat()).toBe(errorCodes.ILLEGAL_GENERATION)
    await ann.commit('orders', 0, 1)
    expect(last()).toMatchObject({ topics: [{ partitions: [{ errorCode: errorCodes.ILLEGAL_GENERATION }] }] })
    expect(await ann.join()).toMatchObject({ errorCode: 0, generationId: 3 })
  })

  it('tells those that wait when its coordinator moves, and serves them at the new one', async () => {
    backend = await EmbeddedBackend.start({}, 2)
    stage = new Stage(backend, 'xxxxxxxxxx')
    const { cluster } = backend.kafka
    cluster.coordinators.pin('group', 'g', 1)
    const [ann, bob] = [await ClassicActor.enter(stage, 'ann', 'g'), await ClassicActor.enter(stage, 'bob', 'g')]
    await gather([ann, bob])
    const waiting = ann.startJoin()
    await stage.wait(10)
    cluster.coordinators.pin('group', 'g', 2)
    expect(await ann.joined(waiting)).toMatchObject({ errorCode: errorCodes.NOT_COORDINATOR })
    expect(await bob.heartbeat()).toBe(errorCodes.NOT_COORDINATOR)
    cluster.coordinators.pin('group', 'g', 1)
    cluster.coordinators.startLoading('group', 'g')
    expect(await ann.join()).toMatchObject({ errorCode: errorCodes.COORDINATOR_LOAD_IN_PROGRESS })
    expect(await bob.heartbeat()).toBe(errorCodes.NONE)
    expect(await bob.sync()).toMatchObject({ errorCode: errorCodes.REBALANCE_IN_PROGRESS })
    cluster.coordinators.stopLoading('group', 'g')
    expect(await bob.heartbeat()).toBe(errorCodes.REBALANCE_IN_PROGRESS)
    const joins = [ann.startJoin(), bob.startJoin()]
    expect(await ann.joined(joins[0])).toMatchObject({ errorCode: 0 })
    expect(await bob.joined(joins[1])).toMatchObject({ errorCode: 0 })
  })

  it('waits for more members in its first round, longer with each that comes', async () => {
    await open({ 'group.initial.rebalance.delay.ms': '3000' })
    const actors = await Promise.all(['ann', 'bob', 'eve'].map(name => ClassicActor.enter(stage, name, 'g')))
    for (const actor of actors) await actor.joined(actor.startJoin())
    const sent: ReturnType<ClassicActor['startJoin']>[] = []
    const isDone = jest.fn()
    for (const actor of actors) {
      const join = actor.startJoin()
      join.then(isDone, isDone)
      sent.push(join)
      await stage.wait(2900)
    }
    expect(isDone).not.toHaveBeenCalled()
    await stage.wait(300)
    expect(isDone).toHaveBeenCalledTimes(3)
    expect(await actors[0].joined(sent[0])).toMatchObject({ generationId: 1, members: [{}, {}, {}] })
  })

  it('refuses members beyond its size', async () => {
    await open({ 'group.max.size': '1' })
    const [ann, bob] = [await ClassicActor.enter(stage, 'ann', 'g'), await ClassicActor.enter(stage, 'bob', 'g')]
    await gather([ann])
    expect(await bob.join()).toMatchObject({ errorCode: errorCodes.GROUP_MAX_SIZE_REACHED, memberId: '' })
    expect(await ann.heartbeat()).toBe(errorCodes.NONE)
  })

  it('gives a new member up whose JoinGroup has waited for five minutes', async () => {
    await open()
    const [ann, bob] = [await ClassicActor.enter(stage, 'ann', 'g'), await ClassicActor.enter(stage, 'bob', 'g')]
    const patient = { sessionTimeoutMs: 1_800_000, rebalanceTimeoutMs: 1_800_000 }
    await gather([ann], () => patient)
    await bob.joined(bob.startJoin(patient))
    const waiting = bob.startJoin(patient)
    await stage.wait(299_000)
    expect(await ann.heartbeat()).toBe(errorCodes.REBALANCE_IN_PROGRESS)
    await stage.wait(1000)
    expect(await bob.joined(waiting)).toMatchObject({ errorCode: errorCodes.UNKNOWN_MEMBER_ID, memberId: '' })
    expect(await ann.join(patient)).toMatchObject({ errorCode: 0, members: [{ memberId: ann.memberId }] })
  })

  it('loses a member that falls silent after its first JoinGroup', async () => {
    await open()
    const ann = await ClassicActor.enter(stage, 'ann', 'g')
    await ann.join({ sessionTimeoutMs: 1500 })
    await stage.wait(1600)
    expect(await ann.heartbeat()).toBe(errorCodes.UNKNOWN_MEMBER_ID)
  })

  it('keeps a member alive by its commits', async () => {
    await open()
    const ann = await ClassicActor.enter(stage, 'ann', 'g')
    await gather([ann], () => ({ sessionTimeoutMs: 2000 }))
    for (let i = 0; i < 4; i++) {
      await stage.wait(1500)
      await ann.commit('orders', 0, i)
    }
    expect(await ann.heartbeat()).toBe(errorCodes.NONE)
  })
})

describe('a consumer group in the laboratory', () => {
  it('loses a member when its session ends, and another takes over', async () => {
    await open({ 'group.consumer.session.timeout.ms': '2000' })
    const [ann, bob] = [await ConsumerActor.enter(stage, 'ann', 'g'), await ConsumerActor.enter(stage, 'bob', 'g')]
    await ann.join(['orders'])
    await bob.join(['orders'])
    await ann.settle()
    await bob.settle()
    expect([ann.count, bob.count]).toEqual([2, 2])
    for (let i = 0; i < 3; i++) {
      await stage.wait(900)
      await ann.owns()
    }
    expect(ann.count).toBe(4)
    expect(await bob.beat()).toBe(errorCodes.UNKNOWN_MEMBER_ID)
  })

  it('fences a member that was evicted, and moves on when its epoch is bumped', async () => {
    await open()
    const ann = await ConsumerActor.enter(stage, 'ann', 'g')
    await ann.join(['orders'])
    const { groups } = backend.kafka.cluster
    const { memberEpoch } = ann
    groups.bumpGeneration('g')
    await ann.beat()
    expect(ann.memberEpoch).toBe(memberEpoch + 1)
    expect(groups.evict('g', ann.memberId)).toBe(true)
    expect(groups.evict('g', ann.memberId)).toBe(false)
    expect(await ann.beat()).toBe(errorCodes.UNKNOWN_MEMBER_ID)
    await ann.join(['orders'])
    expect(ann.count).toBe(4)
  })

  it('refuses members beyond its size', async () => {
    await open({ 'group.consumer.max.size': '1' })
    const [ann, bob] = [await ConsumerActor.enter(stage, 'ann', 'g'), await ConsumerActor.enter(stage, 'bob', 'g')]
    await ann.join(['orders'])
    expect(await bob.join(['orders'])).toBe(errorCodes.GROUP_MAX_SIZE_REACHED)
    expect(await ann.beat()).toBe(errorCodes.NONE)
  })

  it('picks up topics that a regular expression matches later', async () => {
    await open()
    const ann = await ConsumerActor.enter(stage, 'ann', 'g')
    await ann.join(null, { subscribedTopicRegex: 'order.*' })
    expect(ann.count).toBe(0)
    await ann.beat()
    expect(ann.count).toBe(4)
    backend.kafka.createTopic({ topic: 'orders2', numPartitions: 1 })
    backend.kafka.createTopic({ topic: 'reorders', numPartitions: 1 })
    await ann.beat()
    expect(ann.count).toBe(5)
  })
})

describe('retention of offsets', () => {
  it('forgets offsets of groups that have been empty for long, and then the groups', async () => {
    await open({ 'offsets.retention.minutes': '10' })
    const { groups } = backend.kafka.cluster
    const minutes = (count: number): Promise<void> => stage.wait(count * 60_000)
    const ann = await ClassicActor.enter(stage, 'ann', 'g')
    const simple = await ClassicActor.enter(stage, 'simple', 'simple')
    await gather([ann], () => ({ sessionTimeoutMs: 1_800_000 }))
    await ann.commit('orders', 0, 1)
    await simple.commit('orders', 0, 1)
    await minutes(6)
    await ann.leave()
    await minutes(5)
    groups.retainOffsets()
    expect(groups.find('simple')).toBeUndefined()
    expect(groups.offsets.of('g').get('orders', 0)).toBeDefined()
    await minutes(5)
    groups.retainOffsets()
    expect(groups.find('g')).toBeUndefined()
  })

  it('keeps offsets of topics that members subscribe to', async () => {
    await open({ 'offsets.retention.minutes': '10', 'group.consumer.session.timeout.ms': '3600000' })
    backend.kafka.createTopic({ topic: 'other' })
    const { groups } = backend.kafka.cluster
    const ann = await ConsumerActor.enter(stage, 'ann', 'g')
    await ann.join(['orders'])
    await ann.commit('orders', 0, 1)
    await ann.commit('other', 0, 1)
    await stage.wait(11 * 60_000)
    groups.retainOffsets()
    expect(groups.offsets.of('g').get('orders', 0)).toBeDefined()
    expect(groups.offsets.of('g').get('other', 0)).toBeUndefined()
  })
})
