import { errorCodes } from '../../../src/errors/error-table'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { zeroUuid } from '../../../src/protocol/uuid'
import { LaboratoryBench } from './laboratory-bench'

let bench: LaboratoryBench

beforeEach(async () => {
  bench = await LaboratoryBench.start()
})

afterEach(() => bench.stop())

const partition = async (nodeId = 1): Promise<object | undefined> =>
  (await bench.metadata(bench.connect(nodeId))).topics[0].partitions.find(({ partitionIndex }) => partitionIndex === 0)
const brokers = async (nodeId: number): Promise<number[]> =>
  (await bench.metadata(bench.connect(nodeId))).brokers.map(broker => broker.nodeId).sort((a, b) => a - b)

describe('a view of metadata', () => {
  it('is any change of what is said, by one broker or by all, until it is removed', async () => {
    const { metadata } = bench.kafka.laboratory
    const withoutIds = metadata.edit(
      response => ({ ...response, topics: response.topics?.map(topic => ({ ...topic, topicId: zeroUuid })) }),
      { nodeId: 2 }
    )
    const idOf = async (nodeId: number): Promise<string> => (await bench.metadata(bench.connect(nodeId))).topics[0].topicId
    expect(await idOf(2)).toBe(zeroUuid)
    expect(await idOf(1)).not.toBe(zeroUuid)
    expect(withoutIds.fired).toBe(1)
    withoutIds.remove()
    withoutIds.remove()
    expect(await idOf(2)).not.toBe(zeroUuid)
    const everywhere = metadata.edit(response => ({ ...response, controllerId: 7 }))
    for (const nodeId of [1, 2]) expect((await bench.metadata(bench.connect(nodeId))).controllerId).toBe(7)
    expect(everywhere.fired).toBe(2)
  })

  it('keeps a dead broker listed, and lists a living one once', async () => {
    const view = bench.kafka.laboratory.metadata.keepListed(1)
    expect(await brokers(2)).toEqual([1, 2])
    expect(view.fired).toBe(0)
    await bench.kafka.kill(1)
    expect(await brokers(2)).toEqual([1, 2])
    expect((await bench.metadata(bench.connect(2))).topics[0].partitions[0].offlineReplicas).toEqual([])
    view.remove()
    expect(await brokers(2)).toEqual([2])
    expect((await bench.metadata(bench.connect(2))).topics[0].partitions[0].offlineReplicas).toEqual([1])
  })

  it('omits a topic where it is asked for, where all are, and nowhere else', async () => {
    bench.kafka.createTopic({ topic: 'other' })
    bench.kafka.laboratory.metadata.omitTopic('t', { nodeId: 1 })
    const ask = async (nodeId: number, topics: { name: string }[] | null): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await bench.connect(nodeId).send(metadataApi, 12, { topics })).topics.map(({ name, errorCode }) => [name, errorCode])
      )
    const unknown = errorCodes.UNKNOWN_TOPIC_OR_PARTITION
    expect(await ask(1, [{ name: 't' }, { name: 'other' }])).toEqual({ t: unknown, other: 0 })
    expect(await ask(1, null)).toEqual({ other: 0 })
    expect(await ask(2, null)).toEqual({ t: 0, other: 0 })
  })

  it('omits a partition', async () => {
    const view = bench.kafka.laboratory.metadata.omitPartition('t', 0, { nodeId: 1 })
    expect([await partition(1), view.fired]).toEqual([undefined, 1])
    expect(await partition(2)).toBeDefined()
  })

  it.each([
    [{ leaderId: -1 }, { leaderId: -1, errorCode: errorCodes.LEADER_NOT_AVAILABLE }],
    [
      { leaderId: -1, errorCode: 0 },
      { leaderId: -1, errorCode: 0 }
    ],
    [
      { leaderId: 2, leaderEpoch: -1 },
      { leaderId: 2, leaderEpoch: -1, errorCode: 0 }
    ],
    [{ isrNodes: [2] }, { isrNodes: [2], leaderId: 1 }]
  ])('says of a partition %j', async (values, said) => {
    bench.kafka.laboratory.metadata.setPartition('t', 0, values)
    expect(await partition()).toMatchObject(said)
  })

  it('is what one broker knew, while the others know better: leaders, epochs, brokers, topics, the controller', async () => {
    bench.kafka.laboratory.metadata.freeze(2)
    bench.kafka.laboratory.partition('t', 0).bumpLeaderEpoch()
    await bench.kafka.kill(1)
    bench.kafka.createTopic({ topic: 'new' })
    expect(await partition(2)).toMatchObject({ leaderId: 1, leaderEpoch: 0, isrNodes: [1, 2] })
    const stale = await bench.connect(2).send(metadataApi, 12, { topics: [{ name: 'new' }] })
    expect(stale.brokers.map(({ nodeId }) => nodeId)).toEqual([1, 2])
    expect(stale.controllerId).toBe(1)
    expect(stale.topics[0].errorCode).toBe(errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  })
})
