import { errorCodes } from '../../../src/errors/error-table'
import { alterPartitionReassignmentsApi } from '../../../src/protocol/generated/alter-partition-reassignments'
import { describeTopicPartitionsApi } from '../../../src/protocol/generated/describe-topic-partitions'
import { electLeadersApi } from '../../../src/protocol/generated/elect-leaders'
import { listPartitionReassignmentsApi } from '../../../src/protocol/generated/list-partition-reassignments'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { EmbeddedBackend } from '../scripts/embedded-backend'
import type { WireClient } from '../support/wire-client'

// What is expected here was seen on Kafka 4.3.1 with three brokers.

let backend: EmbeddedBackend
let client: WireClient

beforeEach(async () => {
  backend = await EmbeddedBackend.start({}, 3)
  client = await backend.connect('mover')
})

afterEach(async () => {
  client.close()
  await backend.stop()
  expect(backend.kafka.problems).toEqual([])
})

function make(...replicaAssignment: number[][]): void {
  backend.kafka.createTopic({ topic: 't', replicaAssignment, configs: { 'min.insync.replicas': '2' } })
}

async function reassign(
  replicas: number[] | null,
  partitionIndex = 0,
  more: { allowReplicationFactorChange?: boolean } = {}
): Promise<number> {
  const topics = [{ name: 't', partitions: [{ partitionIndex, replicas }] }]
  const answer = await client.send(alterPartitionReassignmentsApi, 1, { timeoutMs: 1000, topics, ...more })
  expect(answer.errorCode).toBe(0)
  return answer.responses[0].partitions[0].errorCode
}

/** What ListPartitionReassignments says of the first partition: replicas, adding, removing. */
async function moving(): Promise<number[][] | undefined> {
  const { topics } = await client.send(listPartitionReassignmentsApi, 0, { timeoutMs: 1000, topics: null })
  if (topics.length === 0) return undefined
  const [{ replicas, addingReplicas, removingReplicas }] = topics[0].partitions
  return [replicas, addingReplicas, removingReplicas]
}

/** A partition in short, as brokers tell it: leader, epoch, replicas, in-sync ones, eligible leaders, last known leaders. */
async function view(partition = 0): Promise<string> {
  const told = await client.send(metadataApi, 12, { topics: [{ name: 't' }] })
  const described = await client.send(describeTopicPartitionsApi, 0, { topics: [{ name: 't' }] })
  const { leaderId, leaderEpoch, replicaNodes, isrNodes } = told.topics[0].partitions[partition]
  const more = described.topics[0].partitions[partition]
  expect(more).toMatchObject({ leaderId, leaderEpoch, replicaNodes, isrNodes })
  const [replicas, isr, eligible, last] = [replicaNodes, isrNodes, more.eligibleLeaderReplicas ?? [], more.lastKnownElr ?? []].map(String)
  return `${leaderId} in ${leaderEpoch} of ${replicas} isr ${isr}${eligible === '' ? '' : ` elr ${eligible}`}${last === '' ? '' : ` last ${last}`}`
}

async function elect(electionType: 0 | 1, partition = 0): Promise<number> {
  const topicPartitions = [{ topic: 't', partitions: [partition] }]
  const answer = await client.send(electLeadersApi, 2, { electionType, topicPartitions, timeoutMs: 1000 })
  return answer.replicaElectionResults[0].partitionResult[0].errorCode
}

describe('reassignments', () => {
  it('end at once: leaders that leave are replaced, and what loses a replica begins an epoch', async () => {
    make([1, 2])
    expect(await view()).toBe('1 in 0 of 1,2 isr 1,2')
    await reassign([2, 3])
    expect(await moving()).toBeUndefined()
    expect(await view()).toBe('2 in 1 of 2,3 isr 2,3')
    await reassign([3, 2])
    expect(await view()).toBe('2 in 1 of 3,2 isr 2,3')
    await reassign([3, 2, 1])
    expect(await view()).toBe('2 in 1 of 3,2,1 isr 1,2,3')
    await reassign([1, 2])
    expect(await view()).toBe('2 in 2 of 1,2 isr 1,2')
  })

  it('stay under way while they are held, and can be changed and cancelled', async () => {
    make([1, 2])
    backend.kafka.laboratory.holdReassignments()
    await reassign([3, 2])
    expect(await moving()).toEqual([[3, 2, 1], [3], [1]])
    await reassign([3, 2])
    expect(await moving()).toEqual([[3, 2, 1], [3], [1]])
    expect(await view()).toBe('1 in 0 of 3,2,1 isr 1,2')
    await reassign([3, 1])
    expect(await moving()).toEqual([[3, 1, 2], [3], [2]])
    expect(await reassign(null)).toBe(0)
    expect(await moving()).toBeUndefined()
    expect(await view()).toBe('1 in 1 of 1,2 isr 1,2')
    expect(await reassign(null)).toBe(errorCodes.NO_REASSIGNMENT_IN_PROGRESS)
  })

  it('go on from what is under way, with the factor of their target', async () => {
    make([1, 2])
    backend.kafka.laboratory.holdReassignments()
    await reassign([1, 2, 3])
    expect(await moving()).toEqual([[1, 2, 3], [3], []])
    await reassign([1, 2])
    expect(await moving()).toEqual([[1, 2, 3], [3], [3]])
    await reassign([3])
    expect(await moving()).toEqual([[3, 1, 2], [3], [1, 2]])
    expect(await reassign([3, 1, 2], 0, { allowReplicationFactorChange: false })).toBe(errorCodes.INVALID_REPLICATION_FACTOR)
    backend.kafka.laboratory.holdReassignments(false)
    expect(await moving()).toBeUndefined()
    expect(await view()).toBe('3 in 1 of 3 isr 3 elr 1,2')
  })

  it('wait for brokers that are down', async () => {
    make([1, 2])
    await backend.kafka.kill(3)
    await reassign([3, 2])
    expect(await moving()).toEqual([[3, 2, 1], [3], [1]])
    await backend.kafka.revive(3)
    expect(await moving()).toBeUndefined()
    expect(await view()).toBe('3 in 1 of 3,2 isr 2,3')
  })

  it('cannot be taken back when only new replicas are in sync', async () => {
    make([3])
    await backend.kafka.kill(3)
    await reassign([3, 2])
    expect(await reassign(null)).toBe(errorCodes.INVALID_REPLICA_ASSIGNMENT)
    expect(await moving()).toEqual([[3, 2], [2], []])
  })
})

describe('elections', () => {
  it('of the preferred leader: done, not needed, not possible', async () => {
    make([1, 2], [3, 1])
    await reassign([2, 1])
    expect(await elect(0)).toBe(0)
    expect(await view()).toBe('2 in 1 of 2,1 isr 1,2')
    expect(await elect(0)).toBe(errorCodes.ELECTION_NOT_NEEDED)
    await backend.kafka.kill(3)
    expect(await view(1)).toBe('1 in 1 of 3,1 isr 1 elr 3')
    expect(await elect(0, 1)).toBe(errorCodes.PREFERRED_LEADER_NOT_AVAILABLE)
    expect(await elect(1, 1)).toBe(errorCodes.ELECTION_NOT_NEEDED)
    await backend.kafka.revive(3)
    expect(await view(1)).toBe('1 in 1 of 3,1 isr 1,3')
    expect(await elect(0, 1)).toBe(0)
    expect(await view(1)).toBe('3 in 2 of 3,1 isr 1,3')
  })

  it('of anyone, when nobody in sync is left', async () => {
    make([2, 3])
    await backend.kafka.kill(2)
    await backend.kafka.kill(3)
    expect(await view()).toBe('-1 in 2 of 2,3 isr  elr 2,3 last 3')
    expect(await elect(1)).toBe(errorCodes.ELIGIBLE_LEADERS_NOT_AVAILABLE)
    await backend.kafka.revive(2)
    expect(await view()).toBe('2 in 3 of 2,3 isr 2 elr 3')
    await backend.kafka.revive(3)
    expect(await view()).toBe('2 in 3 of 2,3 isr 2,3')
  })

  it('of one out of sync, when told so or when the topic allows it', async () => {
    make([3])
    await backend.kafka.kill(3)
    await reassign([3, 1])
    expect(await elect(1)).toBe(0)
    expect(await view()).toBe('1 in 2 of 3,1 isr 1 elr 3')
    await backend.kafka.revive(3)
    expect(await view()).toBe('1 in 2 of 3,1 isr 1,3')
  })
})
