import { errorCodes } from '../../../src/errors/error-table'
import { fetchApi } from '../../../src/protocol/generated/fetch'
import type { FetchResponse } from '../../../src/protocol/generated/fetch-response'
import { initProducerIdApi } from '../../../src/protocol/generated/init-producer-id'
import { listOffsetsApi } from '../../../src/protocol/generated/list-offsets'
import { offsetForLeaderEpochApi } from '../../../src/protocol/generated/offset-for-leader-epoch'
import type { PartitionLaboratory } from '../../../src/testing'
import { settle } from '../../support/manual-clock'
import type { WireClient } from '../support/wire-client'
import { LaboratoryBench } from './laboratory-bench'

let bench: LaboratoryBench
let partition: PartitionLaboratory

beforeEach(async () => {
  bench = await LaboratoryBench.start({ racks: ['a', 'b'], configs: { 'replica.selector.class': rackAware } })
  partition = bench.kafka.laboratory.partition('t', 0)
})

afterEach(() => bench.stop())

const rackAware = 'org.apache.kafka.common.replica.RackAwareReplicaSelector'

/** A long poll of everything from `offset` on, as newest clients send it. */
function poll(client: WireClient, offset: number, epoch = -1): Promise<FetchResponse> {
  const { topicId } = partition.state
  const partitions = [{ partition: 0, fetchOffset: BigInt(offset), currentLeaderEpoch: epoch, partitionMaxBytes: 100_000 }]
  return client.send(fetchApi, 17, { maxWaitMs: 60_000, minBytes: 1, topics: [{ topicId, partitions }] })
}

describe('the leader of a partition', () => {
  it('begins another epoch when told so: who has the old one is fenced, who is ahead is unknown', async () => {
    const client = bench.connect()
    await bench.produce(client, ['a'])
    partition.bumpLeaderEpoch()
    await bench.produce(client, ['b'])
    expect(partition.state).toMatchObject({ leader: 1, leaderEpoch: 1 })
    expect(await bench.fetchPartition(client, { epoch: 0 })).toMatchObject({ errorCode: errorCodes.FENCED_LEADER_EPOCH })
    expect(await bench.fetchPartition(client, { epoch: 1 })).toMatchObject({ errorCode: 0 })
    expect(await bench.fetchPartition(client, { epoch: 2 })).toMatchObject({ errorCode: errorCodes.UNKNOWN_LEADER_EPOCH })
    const asked = await client.send(offsetForLeaderEpochApi, 4, {
      topics: [{ topic: 't', partitions: [{ partition: 0, currentLeaderEpoch: 1, leaderEpoch: 0 }] }]
    })
    expect(asked.topics[0].partitions[0]).toMatchObject({ leaderEpoch: 0, endOffset: 1n })
  })

  it('moves while a poll waits: the poll ends, with a hint unless hints are off (KIP-951)', async () => {
    for (const hints of [true, false]) {
      bench.kafka.laboratory.leaderHints = hints
      const { leader, leaderEpoch } = partition.state
      const polled = poll(bench.connect(leader), 0, leaderEpoch)
      await settle()
      partition.moveLeader(3 - leader)
      const { responses, nodeEndpoints } = await polled
      const [data] = responses[0].partitions
      expect([errorCodes.NOT_LEADER_OR_FOLLOWER, errorCodes.FENCED_LEADER_EPOCH]).toContain(data.errorCode)
      const known = { leaderId: 3 - leader, leaderEpoch: leaderEpoch + 1 }
      expect(data.currentLeader).toEqual(hints ? known : { leaderId: -1, leaderEpoch: -1 })
      expect(nodeEndpoints.map(({ nodeId }) => nodeId)).toEqual(hints ? [3 - leader] : [])
    }
  })

  it('can be nobody', async () => {
    partition.moveLeader(-1)
    expect((await bench.metadata(bench.connect())).topics[0].partitions[0]).toMatchObject({
      leaderId: -1,
      errorCode: errorCodes.LEADER_NOT_AVAILABLE
    })
    expect(await bench.produce(bench.connect(), ['a'])).toMatchObject({ errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER })
  })
})

describe('the log of a partition', () => {
  it('takes bytes as they are, and wakes who waits for records', async () => {
    const client = bench.connect()
    const polled = poll(client, 0)
    await settle()
    const bytes = Buffer.from('these are no records')
    expect(partition.appendRaw(bytes, 3)).toBe(0)
    const [data] = (await polled).responses[0].partitions
    expect([String(data.records), data.highWatermark]).toEqual(['these are no records', 3n])
    expect(await bench.produce(client, ['a'])).toMatchObject({ baseOffset: 3n })
  })

  it('tells no more than what its followers have', async () => {
    const client = bench.connect()
    await bench.produce(client, ['a'])
    await bench.produce(client, ['b'])
    partition.holdHighWatermark(1)
    expect(await bench.fetchPartition(client)).toMatchObject({ highWatermark: 1n })
    const polled = poll(client, 1)
    expect(await bench.isSettled(polled)).toBe(false)
    partition.holdHighWatermark(undefined)
    expect((await polled).responses[0].partitions[0].highWatermark).toBe(2n)
  })

  it('is behind on a follower that is held back (KIP-392)', async () => {
    await bench.produce(bench.connect(1), ['a'])
    await bench.produce(bench.connect(1), ['b'])
    const follower = bench.connect(2)
    const read = async (): Promise<[bigint, number | undefined]> => {
      const { highWatermark, records } = await bench.fetchPartition(follower)
      return [highWatermark, records?.length]
    }
    const [, both] = await read()
    partition.holdFollower(2, 1)
    const [highWatermark, one] = await read()
    expect(highWatermark).toBe(1n)
    expect(one).toBeLessThan(both as number)
    expect(await bench.fetchPartition(bench.connect(1))).toMatchObject({ highWatermark: 2n })
    const polled = poll(follower, 1)
    expect(await bench.isSettled(polled)).toBe(false)
    partition.holdFollower(2, undefined)
    expect((await polled).responses[0].partitions[0].highWatermark).toBe(2n)
    expect(() => partition.holdFollower(1, 0)).toThrow('Broker 1 is no follower here')
  })

  it('loses its end and its beginning, and says so', async () => {
    const client = bench.connect()
    for (const value of ['a', 'b', 'c']) await bench.produce(client, [value])
    partition.truncate(2)
    expect(await bench.fetchPartition(client, { offset: 3 })).toMatchObject({ errorCode: errorCodes.OFFSET_OUT_OF_RANGE })
    expect(partition.state).toMatchObject({ leader: 1, leaderEpoch: 1 })
    partition.retain(1)
    expect(await bench.fetchPartition(client, { offset: 0 })).toMatchObject({ errorCode: errorCodes.OFFSET_OUT_OF_RANGE })
    const earliest = await client.send(listOffsetsApi, 7, { topics: [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -2n }] }] })
    expect(earliest.topics[0].partitions[0].offset).toBe(1n)
  })
})

describe('a topic that is made anew', () => {
  it('has another id, the same replicas and configs, and ends polls of the old one', async () => {
    bench.kafka.cluster.configs.ofTopics.set('t', new Map([['max.message.bytes', '1234']]))
    const { topicId, replicas } = partition.state
    await bench.produce(bench.connect(), ['a'])
    const polled = poll(bench.connect(), 1)
    await settle()
    bench.kafka.laboratory.recreateTopic('t')
    expect((await polled).responses[0].partitions[0].errorCode).toBe(errorCodes.UNKNOWN_TOPIC_ID)
    expect(partition.state.topicId).not.toBe(topicId)
    expect([partition.state.replicas, partition.state.log.logEndOffset]).toEqual([replicas, 0])
    expect(bench.kafka.cluster.configs.topic('t', 'max.message.bytes')).toBe('1234')
    expect(() => bench.kafka.laboratory.recreateTopic('nothing')).toThrow('no topic nothing')
  })
})

describe('what brokers know of a producer', () => {
  const spec = (producerId: bigint, baseSequence: number): object => ({ producerId, producerEpoch: 0, baseSequence })

  it('expires when told so: one producer, or all', async () => {
    const client = bench.connect()
    const { producerId } = await client.send(initProducerIdApi, 4, { transactionalId: null, transactionTimeoutMs: 0 })
    const send = async (id: bigint, sequence: number): Promise<number> => (await bench.produce(client, ['a'], spec(id, sequence))).errorCode
    expect([await send(producerId, 0), await send(producerId + 1n, 0)]).toEqual([0, 0])
    expect(await send(producerId, 0)).toBe(0)
    expect(partition.state.log.logEndOffset).toBe(2)
    expect(partition.expireProducers(producerId)).toBe(1)
    expect(partition.expireProducers(producerId)).toBe(0)
    // The same batch again is no repetition any more.
    expect(await send(producerId, 0)).toBe(0)
    expect(partition.state.log.logEndOffset).toBe(3)
    expect(await send(producerId + 1n, 5)).toBe(errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER)
    expect(partition.expireProducers()).toBe(2)
    expect(await send(producerId + 1n, 0)).toBe(0)
  })
})

describe('fetch sessions (KIP-227)', () => {
  const open = { sessionId: 0, sessionEpoch: 0 }

  it('are not given, and all that there were end', async () => {
    const client = bench.connect()
    const { sessionId } = await bench.fetch(client, { request: open })
    expect(sessionId).toBeGreaterThan(0)
    bench.kafka.laboratory.allowFetchSessions(false)
    expect((await bench.fetch(client, { request: { sessionId, sessionEpoch: 1 } })).errorCode).toBe(errorCodes.FETCH_SESSION_ID_NOT_FOUND)
    expect(await bench.fetch(client, { request: open })).toMatchObject({ errorCode: 0, sessionId: 0, responses: [{ topic: 't' }] })
    bench.kafka.laboratory.allowFetchSessions(true)
    expect((await bench.fetch(client, { request: open })).sessionId).toBeGreaterThan(0)
  })

  it('are forgotten, or out of step, on one broker or on all', async () => {
    const clients = [bench.connect(1), bench.connect(2)]
    const { laboratory } = bench.kafka
    const begin = (): Promise<number[]> =>
      Promise.all(clients.map(async client => (await bench.fetch(client, { request: open })).sessionId))
    const goOn = (ids: number[]): Promise<number[]> =>
      Promise.all(
        clients.map(
          async (client, i) => (await bench.fetch(client, { request: { sessionId: ids[i], sessionEpoch: 1, topics: [] } })).errorCode
        )
      )
    const { FETCH_SESSION_ID_NOT_FOUND: gone, INVALID_FETCH_SESSION_EPOCH: skewed } = errorCodes
    for (const [change, expected] of [
      [() => {}, [0, 0]],
      [() => laboratory.evictFetchSessions(2), [0, gone]],
      [() => laboratory.evictFetchSessions(), [gone, gone]],
      [() => laboratory.skewFetchSessions(1), [skewed, 0]],
      [() => laboratory.skewFetchSessions(), [skewed, skewed]]
    ] as const) {
      const ids = await begin()
      change()
      expect(await goOn(ids)).toEqual(expected)
    }
  })
})
