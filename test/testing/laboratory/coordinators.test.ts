import { errorCodes } from '../../../src/errors/error-table'
import { findCoordinatorApi } from '../../../src/protocol/generated/find-coordinator'
import { heartbeatApi } from '../../../src/protocol/generated/heartbeat'
import { initProducerIdApi } from '../../../src/protocol/generated/init-producer-id'
import { joinGroupApi } from '../../../src/protocol/generated/join-group'
import type { JoinGroupResponse } from '../../../src/protocol/generated/join-group-response'
import { syncGroupApi } from '../../../src/protocol/generated/sync-group'
import { LaboratoryBench } from './laboratory-bench'

let bench: LaboratoryBench

beforeEach(async () => {
  bench = await LaboratoryBench.start({ configs: { 'group.initial.rebalance.delay.ms': '0' } })
})

afterEach(() => bench.stop())

const group = (): { nodeId: number; other: number } => {
  const nodeId = bench.kafka.cluster.coordinators.coordinatorOf('group', 'g')
  return { nodeId, other: 3 - nodeId }
}

async function find(keyType: number, key: string): Promise<number> {
  const { coordinators } = await bench.connect().send(findCoordinatorApi, 4, { keyType, coordinatorKeys: [key] })
  return coordinators[0].nodeId
}

const join = (memberId: string, nodeId = group().nodeId): Promise<JoinGroupResponse> =>
  bench.connect(nodeId).send(joinGroupApi, 7, {
    groupId: 'g',
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
    memberId,
    protocolType: 'consumer',
    protocols: [{ name: 'p', metadata: Buffer.alloc(6) }]
  })

interface Member {
  readonly memberId: string
  readonly generationId: number
}

async function member(): Promise<Member> {
  const { memberId } = await join('')
  const joined = join(memberId)
  await bench.clock.advance(0)
  const { generationId } = await joined
  await bench
    .connect(group().nodeId)
    .send(syncGroupApi, 5, { groupId: 'g', generationId, memberId, protocolType: 'consumer', protocolName: 'p' })
  return { memberId, generationId }
}

async function heartbeat(one: Member, nodeId = group().nodeId): Promise<number> {
  return (await bench.connect(nodeId).send(heartbeatApi, 4, { groupId: 'g', ...one })).errorCode
}

describe('a coordinator that moves', () => {
  it('says that it is none, the new one loads for so long and goes on where the old one was, in the same generation', async () => {
    const { nodeId, other } = group()
    const ann = await member()
    bench.kafka.laboratory.moveCoordinator('group', 'g', other, 500)
    expect(await find(0, 'g')).toBe(other)
    expect(await heartbeat(ann, nodeId)).toBe(errorCodes.NOT_COORDINATOR)
    // As in Kafka, heartbeats are taken for good while the group is loaded.
    expect(await heartbeat(ann, other)).toBe(errorCodes.NONE)
    expect((await join(ann.memberId, other)).errorCode).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    await bench.clock.advance(499)
    expect((await join(ann.memberId, other)).errorCode).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    await bench.clock.advance(1)
    expect(await heartbeat(ann, other)).toBe(errorCodes.NONE)
    const joined = join(ann.memberId, other)
    await bench.clock.advance(0)
    expect((await joined).generationId).toBe(ann.generationId + 1)
  })

  it('tells those who wait at it, when it moves and when the move is taken back', async () => {
    const ann = await member()
    for (const move of [() => bench.kafka.laboratory.moveCoordinator('group', 'g', group().other), () => bench.kafka.laboratory.clear()]) {
      const waiting = join('').then(({ memberId }) => join(memberId))
      expect(await bench.isSettled(waiting)).toBe(false)
      move()
      expect((await waiting).errorCode).toBe(errorCodes.NOT_COORDINATOR)
    }
    expect(await heartbeat(ann)).toBe(errorCodes.REBALANCE_IN_PROGRESS)
  })

  it('of a transactional id does, too', async () => {
    const before = await find(1, 'tx')
    bench.kafka.laboratory.moveCoordinator('transaction', 'tx', 3 - before, 100)
    expect(await find(1, 'tx')).toBe(3 - before)
    const init = async (nodeId: number): Promise<number> =>
      (await bench.connect(nodeId).send(initProducerIdApi, 4, { transactionalId: 'tx', transactionTimeoutMs: 1000 })).errorCode
    expect([await init(before), await init(3 - before)]).toEqual([errorCodes.NOT_COORDINATOR, errorCodes.COORDINATOR_LOAD_IN_PROGRESS])
    await bench.clock.advance(100)
    expect(await init(3 - before)).toBe(errorCodes.NONE)
  })
})

describe('a group', () => {
  it('forgets a member', async () => {
    const ann = await member()
    const { laboratory } = bench.kafka
    expect([laboratory.evictMember('g', 'nobody'), laboratory.evictMember('none', ann.memberId)]).toEqual([false, false])
    expect(await heartbeat(ann)).toBe(errorCodes.NONE)
    expect(laboratory.evictMember('g', ann.memberId)).toBe(true)
    expect(await heartbeat(ann)).toBe(errorCodes.UNKNOWN_MEMBER_ID)
  })

  it('goes on to another generation without its members', async () => {
    const ann = await member()
    const { laboratory } = bench.kafka
    expect([laboratory.bumpGeneration('none'), laboratory.bumpGeneration('g')]).toEqual([false, true])
    expect(await heartbeat(ann)).toBe(errorCodes.ILLEGAL_GENERATION)
    expect(await heartbeat({ ...ann, generationId: ann.generationId + 1 })).not.toBe(errorCodes.ILLEGAL_GENERATION)
  })
})
