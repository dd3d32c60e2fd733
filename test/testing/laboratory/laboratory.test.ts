import { errorCodes } from '../../../src/errors/error-table'
import { fetchApi } from '../../../src/protocol/generated/fetch'
import { listOffsetsApi } from '../../../src/protocol/generated/list-offsets'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import type { MetadataResponse } from '../../../src/protocol/generated/metadata-response'
import { offsetFetchApi } from '../../../src/protocol/generated/offset-fetch'
import { produceApi } from '../../../src/protocol/generated/produce'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'
import { EmbeddedKafka } from '../../../src/testing'
import { ManualClock, settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'

const clock = new ManualClock()
let kafka: EmbeddedKafka
const clients: WireClient[] = []

beforeEach(async () => {
  kafka = await EmbeddedKafka.start({
    brokers: 2,
    memory: true,
    clock,
    topics: [
      {
        topic: 't',
        replicaAssignment: [
          [1, 2],
          [1, 2]
        ]
      }
    ]
  })
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  kafka.laboratory.clear()
  await kafka.stop()
  expect(kafka.problems).toEqual([])
  expect(clock.pending).toBe(0)
})

function connect(nodeId = 1): WireClient {
  const [host, port] = kafka.brokers[nodeId - 1].split(':')
  const client = WireClient.on(kafka.socketFactory({ host, port: Number(port), onConnect: () => {} }))
  clients.push(client)
  return client
}

function batch(...keys: string[]): Buffer {
  const writer = new RecordBatchWriter()
  for (const key of keys) writer.append(clock.wallTime(), key, `value of ${key}`)
  return writer.close() as Buffer
}

async function produce(client: WireClient, partitions: number[], ...keys: string[]): Promise<(number | undefined)[]> {
  const partitionData = partitions.map(index => ({ index, records: batch(...keys) }))
  const { responses } = (await client.send(produceApi, 12, {
    acks: -1,
    timeoutMs: 1000,
    topicData: [{ name: 't', partitionData }]
  })) as {
    responses: { partitionResponses: { index: number; errorCode: number }[] }[]
  }
  return partitions.map(wanted => responses[0].partitionResponses.find(({ index }) => index === wanted)?.errorCode)
}

async function metadata(client: WireClient): Promise<MetadataResponse> {
  return await client.send(metadataApi, 12, { topics: [{ name: 't' }] })
}

const end = (partition: number): number => kafka.laboratory.partition('t', partition).state.log.logEndOffset

describe('faults of requests', () => {
  it('fail a request as a whole, so many times, and perform nothing', async () => {
    const fault = kafka.laboratory.fail({ api: 'Produce', times: 2, skip: 1 }, errorCodes.NOT_ENOUGH_REPLICAS)
    expect(() => fault.assertFired()).toThrow('The fault on Produce never fired')
    expect(() => kafka.laboratory.assertAllFired()).toThrow()
    const client = connect()
    const codes = []
    for (let i = 0; i < 4; i++) codes.push((await produce(client, [0], 'a'))[0])
    expect(codes).toEqual([0, errorCodes.NOT_ENOUGH_REPLICAS, errorCodes.NOT_ENOUGH_REPLICAS, 0])
    expect([fault.fired, end(0)]).toEqual([2, 2])
    kafka.laboratory.assertAllFired()
  })

  it('fail one partition and perform the rest', async () => {
    const fault = kafka.laboratory.fail({ api: 'Produce', topic: 't', partition: 1 }, errorCodes.REQUEST_TIMED_OUT)
    const client = connect()
    expect(await produce(client, [0], 'a')).toEqual([0])
    expect(fault.fired).toBe(0)
    expect(await produce(client, [0, 1], 'a')).toEqual([0, errorCodes.REQUEST_TIMED_OUT])
    expect([fault.fired, end(0), end(1)]).toEqual([1, 2, 0])
  })

  it('fail one partition of a Fetch at once, and read the others', async () => {
    const client = connect()
    await produce(client, [0], 'a')
    kafka.laboratory.fail({ api: 'Fetch', topic: 't', partition: 1 }, errorCodes.KAFKA_STORAGE_ERROR)
    const partitions = [0, 1].map(partition => ({ partition, fetchOffset: 0n, partitionMaxBytes: 1000 }))
    const response = (await client.send(fetchApi, 12, {
      maxWaitMs: 500,
      minBytes: 10_000,
      topics: [{ topic: 't', partitions }]
    })) as {
      responses: { partitions: { partitionIndex: number; errorCode: number; records: Buffer }[] }[]
    }
    const all = response.responses.flatMap(topic => topic.partitions)
    expect(all.map(one => [one.partitionIndex, one.errorCode, one.records.length > 0])).toEqual([
      [0, 0, true],
      [1, errorCodes.KAFKA_STORAGE_ERROR, false]
    ])
  })

  it('hit only one group', async () => {
    const fault = kafka.laboratory.fail({ api: 'OffsetFetch', key: 'mine' }, errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    const ask = async (groupId: string): Promise<number> => {
      const coordinator = connect(kafka.cluster.coordinators.coordinatorOf('group', groupId))
      const answer = (await coordinator.send(offsetFetchApi, 8, { groups: [{ groupId, topics: null }] })) as {
        groups: { errorCode: number }[]
      }
      return answer.groups[0].errorCode
    }
    expect([await ask('other'), await ask('mine'), fault.fired]).toEqual([0, errorCodes.COORDINATOR_LOAD_IN_PROGRESS, 1])
  })

  it.each(['close', 'reset'] as const)('lose the answer of what was performed: %s', async how => {
    const fault = kafka.laboratory.lose({ api: 'Produce' }, how)
    await expect(produce(connect(), [0], 'a')).rejects.toThrow('closed')
    expect([fault.fired, end(0)]).toEqual([1, 1])
  })

  it('end the connection before anything is performed', async () => {
    kafka.laboratory.refuse({ api: 'Produce' })
    await expect(produce(connect(), [0], 'a')).rejects.toThrow('closed')
    expect(end(0)).toBe(0)
  })

  it('delay performing and answering', async () => {
    kafka.laboratory.delay({ api: 'Produce' }, { performAfterMs: 100, answerAfterMs: 50 })
    const seen: number[] = []
    const sent = produce(connect(), [0], 'a').then(codes => seen.push(...(codes as number[])))
    await clock.advance(99)
    expect(end(0)).toBe(0)
    await clock.advance(1)
    expect([end(0), seen]).toEqual([1, []])
    await clock.advance(50)
    await sent
    expect(seen).toEqual([0])
  })

  it('perform late what a client has sent that has left meanwhile', async () => {
    kafka.laboratory.delay({ api: 'Produce' }, { performAfterMs: 100 })
    const client = connect()
    const sent = produce(client, [0], 'a')
    await settle()
    client.close()
    await expect(sent).rejects.toThrow('closed')
    await clock.advance(99)
    expect(end(0)).toBe(0)
    await clock.advance(1)
    expect(end(0)).toBe(1)
  })

  it('forget what is late when the cluster stops', async () => {
    kafka.laboratory.delay({ api: 'Produce' }, { performAfterMs: 100 })
    const sent = produce(connect(), [0], 'a')
    await settle()
    await kafka.stop()
    await expect(sent).rejects.toThrow('closed')
    expect(clock.pending).toBe(0)
  })

  it('hold requests until they are released', async () => {
    const fault = kafka.laboratory.hold({ api: 'Produce' })
    const sent = [produce(connect(), [0], 'a'), produce(connect(), [0], 'b')]
    await settle(10)
    expect([fault.held, end(0)]).toEqual([2, 0])
    fault.release(1)
    expect([await sent[0], fault.held, end(0)]).toEqual([[0], 1, 1])
    fault.remove()
    expect(await sent[1]).toEqual([0])
  })

  it('silence an API, and connections', async () => {
    const fault = kafka.laboratory.silence({ api: 'Metadata' })
    const quiet = kafka.laboratory.silenceConnections('connect', 2)
    const answered: string[] = []
    void metadata(connect()).then(
      () => answered.push('metadata'),
      () => {}
    )
    void produce(connect(2), [0], 'a').then(
      () => answered.push('produce'),
      () => {}
    )
    await settle(10)
    expect([answered, fault.fired, quiet.fired]).toEqual([[], 1, 1])
    quiet.remove()
    expect(await produce(connect(2), [0], 'a')).toEqual([errorCodes.NOT_LEADER_OR_FOLLOWER])
  })

  it('split and merge answers', async () => {
    kafka.laboratory.split({ api: 'Metadata' }, 1)
    kafka.laboratory.merge({ api: 'Produce' }, 3)
    const client = connect()
    expect((await metadata(client)).topics[0].name).toBe('t')
    const sent = [produce(client, [0], 'a'), produce(client, [0], 'b')]
    const seen: unknown[] = []
    for (const one of sent) void one.then(codes => seen.push(codes))
    await settle(10)
    expect([seen, end(0)]).toEqual([[], 2])
    await produce(client, [0], 'c')
    expect(seen).toEqual([[0], [0]])
  })

  it('throttle: the answer says so and the connection rests', async () => {
    kafka.laboratory.throttle({ api: 'Produce', times: 1 }, 200)
    const client = connect()
    expect(await produce(client, [0], 'a')).toEqual([0])
    const second = produce(client, [0], 'b')
    await clock.advance(199)
    expect(end(0)).toBe(1)
    await clock.advance(1)
    expect(await second).toEqual([0])
  })
})

describe('views of metadata', () => {
  it('stay at what was true when they were frozen', async () => {
    const view = kafka.laboratory.metadata.freeze(2)
    kafka.laboratory.partition('t', 0).moveLeader(2)
    const [fresh, stale] = [await metadata(connect(1)), await metadata(connect(2))]
    expect(fresh.topics[0].partitions[0]).toMatchObject({ leaderId: 2, leaderEpoch: 1 })
    expect(stale.topics[0].partitions[0]).toMatchObject({ leaderId: 1, leaderEpoch: 0 })
    expect(view.fired).toBe(1)
  })

  it('omit topics and partitions, and say other things of leaders', async () => {
    const { metadata: views } = kafka.laboratory
    const client = connect()
    const omitted = views.omitTopic('t')
    expect((await metadata(client)).topics[0]).toMatchObject({ errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, partitions: [] })
    omitted.remove()
    views.omitPartition('t', 0, { nodeId: 1 })
    views.setPartition('t', 1, { leaderId: -1, leaderEpoch: -1 })
    expect((await metadata(client)).topics[0].partitions).toMatchObject([
      { partitionIndex: 1, leaderId: -1, leaderEpoch: -1, errorCode: errorCodes.LEADER_NOT_AVAILABLE }
    ])
    expect((await metadata(connect(2))).topics[0].partitions).toHaveLength(2)
  })
})

describe('changes of a partition', () => {
  it('move its leader, and say where to unless hints are off', async () => {
    kafka.laboratory.partition('t', 0).moveLeader(2)
    const client = connect(1)
    const send = async (): Promise<{ responses: { partitionResponses: { currentLeader: { leaderId: number } }[] }[] }> =>
      await client.send(produceApi, 12, {
        acks: 1,
        timeoutMs: 10,
        topicData: [{ name: 't', partitionData: [{ index: 0, records: batch('a') }] }]
      })
    expect((await send()).responses[0].partitionResponses[0].currentLeader.leaderId).toBe(2)
    kafka.laboratory.leaderHints = false
    expect((await send()).responses[0].partitionResponses[0].currentLeader.leaderId).toBe(-1)
    expect(() => kafka.laboratory.partition('t', 0).moveLeader(9)).toThrow('no broker 9')
    expect(() => kafka.laboratory.partition('t', 9).moveLeader(1)).toThrow('no partition 9 of topic t')
  })

  it('truncate, retain, compact and recreate', async () => {
    const client = connect()
    await produce(client, [0], 'a', 'b', 'a', 'c')
    await produce(client, [0], 'c')
    const lab = kafka.laboratory.partition('t', 0)
    const keys = async (): Promise<string[]> => {
      const all: string[] = []
      for (const { bytes } of lab.state.log.storedBatches)
        for (const one of readBatches(bytes)) for (const { key, offset } of await decodeBatch(one)) all.push(`${String(key)}${offset}`)
      return all
    }
    await lab.compact([1])
    expect(await keys()).toEqual(['a0', 'a2', 'c3', 'c4'])
    await lab.compact()
    expect(await keys()).toEqual(['a2', 'c4'])
    lab.retain(3)
    expect(lab.state.log.logStartOffset).toBe(3)
    lab.truncate(4)
    expect([end(0), lab.state.leaderEpoch]).toEqual([4, 1])
    const id = (await metadata(client)).topics[0].topicId
    kafka.laboratory.recreateTopic('t')
    expect((await metadata(client)).topics[0].topicId).not.toBe(id)
    expect(end(0)).toBe(0)
  })

  it('hold the high watermark', async () => {
    const client = connect()
    await produce(client, [0], 'a')
    kafka.laboratory.partition('t', 0).holdHighWatermark(0)
    const latest = (await client.send(listOffsetsApi, 7, {
      replicaId: -1,
      topics: [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -1n }] }]
    })) as { topics: { partitions: { offset: bigint }[] }[] }
    expect(latest.topics[0].partitions[0].offset).toBe(0n)
  })
})
