import { errorCodes } from '../../../src/errors/error-table'
import { encodeRequest, encodeResponse } from '../../../src/protocol/framing'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import type { MetadataResponse } from '../../../src/protocol/generated/metadata-response'
import { settle } from '../../support/manual-clock'
import { LaboratoryBench } from './laboratory-bench'

let bench: LaboratoryBench

beforeEach(async () => {
  bench = await LaboratoryBench.start()
})

afterEach(() => bench.stop())

describe('answers of a test', () => {
  it('take the place of the broker, which performs nothing', async () => {
    const fault = bench.kafka.laboratory.answer({ api: 'Produce', times: 1 }, ({ body }) => {
      const { topicData } = body as { topicData: { name: string }[] }
      const partitionResponses = [{ index: 0, errorCode: errorCodes.NONE, baseOffset: 77n }]
      return { responses: topicData.map(({ name }) => ({ name, partitionResponses })) }
    })
    const client = bench.connect()
    expect(await bench.produce(client, ['a'])).toMatchObject({ baseOffset: 77n })
    expect(await bench.produce(client, ['a'])).toMatchObject({ baseOffset: 0n })
    expect(fault.fired).toBe(1)
  })

  it('alter what the broker says, after what it says wrongly anyway', async () => {
    const seen: number[] = []
    bench.kafka.laboratory.metadata.setPartition('t', 0, { leaderId: 2 })
    bench.kafka.laboratory.edit({ api: 'Metadata' }, (response: MetadataResponse, { version }) => {
      seen.push(version, response.topics[0].partitions[0].leaderId)
      return { ...response, clusterId: 'another' }
    })
    const answer = await bench.metadata(bench.connect())
    expect(seen).toEqual([12, 2])
    expect(answer.clusterId).toBe('another')
    expect(answer.topics[0].name).toBe('t')
  })

  it('are any bytes, to a request that is performed', async () => {
    const bytes = Buffer.concat(encodeResponse(metadataApi, 12, 1, { clusterId: 'made by hand' }))
    bench.kafka.laboratory.answerRaw({ api: 'Metadata' }, bytes)
    expect((await bench.metadata(bench.connect())).clusterId).toBe('made by hand')
  })

  it('may be no answers at all', async () => {
    bench.kafka.laboratory.answerRaw({ api: 'Metadata' }, Buffer.from('HTTP/1.1 400 Bad Request'))
    const socket = bench.socket()
    const received: string[] = []
    socket.on('data', (chunk: Buffer) => received.push(String(chunk)))
    for (const chunk of encodeRequest(metadataApi, 12, 1, 'wire', { topics: null })) socket.write(chunk)
    await settle(10)
    expect(received).toEqual(['HTTP/1.1 400 Bad Request'])
    socket.destroy()
  })

  it('come in pieces, or several in one', async () => {
    const pieces = async (requests: number): Promise<number[]> => {
      const socket = bench.socket()
      const lengths: number[] = []
      socket.on('data', (chunk: Buffer) => lengths.push(chunk.length))
      for (let id = 0; id < requests; id++)
        for (const chunk of encodeRequest(metadataApi, 12, id, 'wire', { topics: [] })) socket.write(chunk)
      await settle(20)
      socket.destroy()
      return lengths
    }
    const [whole] = await pieces(1)
    const split = bench.kafka.laboratory.split({ api: 'Metadata' }, 7)
    const parts = await pieces(1)
    expect(parts.slice(0, -1).every(length => length === 7)).toBe(true)
    expect(parts.reduce((sum, length) => sum + length, 0)).toBe(whole)
    expect(parts.length).toBe(Math.ceil(whole / 7))
    split.remove()
    bench.kafka.laboratory.merge({ api: 'Metadata' }, 3)
    expect(await pieces(2)).toEqual([])
    expect(await pieces(4)).toEqual([3 * whole])
  })

  it('come unasked', async () => {
    const [asked, other] = [bench.socket(1), bench.socket(2)]
    const received: string[] = []
    for (const [name, socket] of [
      ['asked', asked],
      ['other', other]
    ] as const)
      socket.on('data', (chunk: Buffer) => received.push(`${name}: ${String(chunk)}`))
    bench.kafka.laboratory.sendRaw(Buffer.from('one'), 2)
    await settle()
    expect(received).toEqual(['other: one'])
    bench.kafka.laboratory.sendRaw(Buffer.from('all'))
    await settle()
    expect(received).toEqual(['other: one', 'asked: all', 'other: all'])
    for (const socket of [asked, other]) socket.destroy()
  })
})

describe('a fault', () => {
  it('cannot be asked of an API or a broker that is not there', () => {
    const { laboratory } = bench.kafka
    expect(() => laboratory.fail({ api: 'Produced' }, 1)).toThrow('no API Produced; did you mean Produce?')
    expect(() => laboratory.hold({ api: ['Fetch', 'Fletch'] })).toThrow('no API Fletch; did you mean Fetch?')
    expect(() => laboratory.setVersions('metadata', null)).toThrow('did you mean Metadata?')
    expect(() => laboratory.lose({ nodeId: 3 })).toThrow('no broker 3; ids are 1 to 2')
    expect(() => laboratory.silenceConnections('connect', 3)).toThrow('no broker 3')
    expect(() => laboratory.moveCoordinator('group', 'g', 3)).toThrow('no broker 3')
    expect(() => laboratory.dropConnections(3)).toThrow('no broker 3')
    expect(() => laboratory.metadata.freeze(3)).toThrow('no broker 3')
    expect(() => laboratory.split({}, 0)).toThrow('at least one byte')
  })

  it('that never fired can be asserted, whatever it is a fault of', async () => {
    const { laboratory } = bench.kafka
    const all = [
      laboratory.lose({ api: 'Metadata', topic: 't' }),
      laboratory.silenceConnections('connect', 2),
      laboratory.metadata.omitTopic('t', { nodeId: 1 })
    ]
    const messages = [
      'The fault on Metadata for t never fired',
      'The silence at connect never fired',
      'The view never fired: Metadata without topic t'
    ]
    for (const [i, one] of all.entries()) expect(() => one.assertFired()).toThrow(messages[i])
    expect(laboratory.unfired()).toEqual(all)
    all[0].remove()
    expect(() => laboratory.assertAllFired()).toThrow(messages[1])
    bench.connect(2)
    expect(() => laboratory.assertAllFired()).toThrow(messages[2])
    await bench.metadata(bench.connect(1))
    laboratory.assertAllFired()
    for (const one of all.slice(1)) one.assertFired()
  })

  it('of many is taken back by clear(), with everything that can be taken back', async () => {
    const { laboratory, cluster } = bench.kafka
    laboratory.refuse({ api: 'Metadata' })
    laboratory.silenceConnections('connect')
    laboratory.metadata.omitTopic('t')
    laboratory.setVersions('Metadata', { min: 0, max: 1 })
    laboratory.unsupportedVersions = 'reset'
    laboratory.leaderHints = false
    const other = 3 - cluster.coordinators.coordinatorOf('group', 'g')
    laboratory.moveCoordinator('group', 'g', other, 1000)
    const held = laboratory.hold({ api: 'Produce' })
    bench.kafka.createTopic({ topic: 'moving', replicaAssignment: [[1]] })
    const { state } = laboratory.partition('moving', 0)
    laboratory.holdReassignments()
    cluster.replication.reassign(state, [2])
    expect([state.addingReplicas, state.removingReplicas]).toEqual([[2], [1]])
    laboratory.clear()
    expect([state.replicas, state.addingReplicas, state.removingReplicas]).toEqual([[2], [], []])
    const client = bench.connect()
    expect((await bench.metadata(client)).topics[0].partitions).toHaveLength(1)
    expect(await bench.produce(client, ['a'])).toMatchObject({ errorCode: 0 })
    expect(held.fired).toBe(0)
    expect([laboratory.unsupportedVersions, laboratory.leaderHints, laboratory.unfired()]).toEqual(['close', true, []])
    expect(cluster.coordinators.coordinatorOf('group', 'g')).toBe(3 - other)
    expect(cluster.coordinators.check('group', 'g', 3 - other)).toBe(errorCodes.NONE)
  })
})

describe('the request log', () => {
  it('knows when requests came and were answered, by whom and where', async () => {
    const { laboratory, requests } = bench.kafka
    const client = bench.connect(2)
    await bench.clock.advance(7)
    laboratory.delay({ api: 'Metadata' }, { answerAfterMs: 30 })
    const asked = bench.metadata(client)
    await bench.clock.advance(30)
    await asked
    laboratory.silence({ api: 'Produce' })
    void bench.produce(client, ['a']).catch(() => {})
    await settle(10)
    const [metadata, produce] = requests.find()
    expect(metadata).toMatchObject({ api: 'Metadata', version: 12, nodeId: 2, clientId: 'wire', at: 7, answeredAt: 37, index: 0 })
    expect(produce).toMatchObject({ api: 'Produce', at: 37, connectionId: metadata.connectionId })
    expect(produce.answeredAt).toBeUndefined()
    expect(requests.find({ since: 1 })).toEqual([produce])
    expect([requests.find({ nodeId: 1 }), requests.find({ clientId: 'other' }), requests.find({ api: 'Fetch' })]).toEqual([[], [], []])
    requests.clear()
    expect([requests.count, requests.find()]).toEqual([0, []])
  })
})
