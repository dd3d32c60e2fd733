import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { zeroUuid } from '../../../../src/protocol/uuid'
import type { Script } from '../../scripts/stage'
import { makeBatch, recordTime } from '../../support/make-batch'
import { RecordActor, type MadeTopic } from './record-actor'
import { spoiledBatches } from './spoiled-batches'

const nobodysId = 'AAAAAAAAAAAAAAAAAAAAAg'

/** Rules of Produce. */
export const produceScripts: Script[] = [
  {
    name: 'produce in all versions',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      for (let version = 3; version <= 13; version++) {
        await actor.produce('all', topic, makeBatch([`all ${version}`]), { version })
        await actor.produce('leader', topic, makeBatch([{ key: 'k', value: `leader ${version}` }, 'more']), { version, acks: 1 })
      }
      await actor.read('everything', topic)
    }
  },
  {
    name: 'produce to what is not there',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic', { partitions: 2 })
      const records = makeBatch(['a'])
      const strange: MadeTopic = { name: stage.unique('strange'), id: nobodysId }
      for (const version of [3, 7, 8, 12, 13]) {
        await actor.produce('no topic', strange, records, { version })
        await actor.produce('no partition', topic, records, { version, partition: 2 })
        await actor.produce('negative partition', topic, records, { version, partition: -1 })
        await actor.produce('no topic, one ack', strange, records, { version, acks: 1 })
      }
      await actor.produce('the zero id', { name: '', id: zeroUuid }, records, { version: 13 })
      await actor.produce('no name', { name: '', id: zeroUuid }, records)
      await actor.produce('no legal name', { name: 'not/legal', id: zeroUuid }, records)
      const ok = (index: number): object => ({ index, records: makeBatch([`mixed ${index}`]) })
      const mixed = [
        { name: topic.name, partitionData: [ok(1), { index: 0, records: makeBatch(['bad'], { spoil: spoilChecksum }) }, ok(7)] },
        { name: strange.name, partitionData: [ok(0)] }
      ]
      await actor.send('mixed', 12, { acks: -1, topicData: mixed })
      const byId = [
        { topicId: topic.id, partitionData: [ok(1), ok(7)] },
        { topicId: nobodysId, partitionData: [ok(0)] }
      ]
      await actor.send('mixed', 13, { acks: -1, topicData: byId })
      await actor.send('a partition twice', 12, { acks: -1, topicData: [{ name: topic.name, partitionData: [ok(0), ok(0)] }] })
      await actor.send('a topic twice', 12, {
        acks: -1,
        topicData: [
          { name: topic.name, partitionData: [ok(0)] },
          { name: topic.name, partitionData: [ok(1)] }
        ]
      })
      await actor.send('no topics', 12, { acks: -1, topicData: [] })
      await actor.send('no partitions', 12, { acks: -1, topicData: [{ name: topic.name, partitionData: [] }] })
      await actor.read('first', topic)
      await actor.read('second', topic, { partition: 1 })
    }
  },
  {
    name: 'acknowledgements',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      const records = makeBatch(['a'])
      for (const version of [3, 8, 12, 13]) {
        for (const acks of [2, -2, 100]) await actor.produce(`acks ${acks}`, topic, records, { version, acks })
      }
      await actor.produce('too many acks and no topic', { name: 'strange', id: nobodysId }, records, { acks: 2 })
      const end = { topics: [{ name: topic.name, partitions: [{ partitionIndex: 0, timestamp: -1n }] }] }
      const silently = async (label: string, version: number, to: object): Promise<void> => {
        actor.oneWay(produceApi, version, { acks: 0, timeoutMs: 1000, topicData: [to] })
        await actor.ask(`after ${label}`, listOffsetsApi, 7, end)
      }
      for (const version of [3, 12]) {
        await silently('no ack', version, { name: topic.name, partitionData: [{ index: 0, records: makeBatch(['silent']) }] })
        await silently('no ack and no partition', version, { name: topic.name, partitionData: [{ index: 9, records }] })
        const bad = makeBatch(['bad'], { spoil: spoilChecksum })
        await silently('no ack and a spoiled batch', version, { name: topic.name, partitionData: [{ index: 0, records: bad }] })
      }
      await silently('no ack, by id', 13, { topicId: topic.id, partitionData: [{ index: 0, records: makeBatch(['by id']) }] })
      await silently('no ack and no topic, by id', 13, { topicId: nobodysId, partitionData: [{ index: 0, records }] })
      await actor.read('everything', topic)
      const strict = await actor.topic('strict', { configs: { 'min.insync.replicas': 2 } })
      for (const acks of [-1, 1]) await actor.produce(`too few in sync, acks ${acks}`, strict, records, { acks })
      await actor.read('strict', strict)
    }
  },
  {
    name: 'spoiled batches',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      for (const [name, make] of Object.entries(spoiledBatches)) await actor.produce(name, topic, make())
      await actor.read('what is left', topic)
    }
  },
  {
    name: 'spoiled batches in older versions',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      for (const version of [3, 7, 8]) {
        for (const name of [
          'a wrong checksum',
          'a batch after it',
          'a message of magic 1',
          'nothing',
          'base offset 5',
          'the control bit'
        ]) {
          await actor.produce(name, topic, spoiledBatches[name](), { version })
        }
      }
      for (const version of [3, 6, 7]) await actor.produce('zstd', topic, makeBatch(['z'], { compression: 4 }), { version })
      for (const version of [4, 9, 10]) await actor.read('zstd', topic, { version })
    }
  },
  {
    name: 'sizes of batches',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const small = await actor.topic('small', { configs: { 'max.message.bytes': 200 } })
      const sized = (bytes: number): Buffer => {
        const overhead = makeBatch(['x'.repeat(bytes - 80)]).length - (bytes - 80)
        return makeBatch(['x'.repeat(bytes - overhead)])
      }
      for (const version of [3, 8, 12]) {
        await actor.produce('as large as may be', small, sized(200), { version })
        await actor.produce('too large', small, sized(201), { version })
      }
      await actor.produce('large, compressed', small, makeBatch(['x'.repeat(5000)], { compression: 1 }))
      await actor.produce('too large and spoiled', small, makeBatch(['x'.repeat(300)], { spoil: spoilChecksum }))
      await actor.read('small', small)
      const segment = await actor.topic('segment', { configs: { 'max.message.bytes': 3_000_000, 'segment.bytes': 1_048_576 } })
      await actor.produce('as large as a segment', segment, sized(1_048_576))
      await actor.produce('larger than a segment', segment, sized(1_048_577))
      await actor.read('segment', segment, { partitionMaxBytes: 3_000_000 })
    }
  },
  {
    name: 'timestamps',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const times = (...stamps: number[]): Buffer => makeBatch(stamps.map(timestamp => ({ key: 'k', value: String(timestamp), timestamp })))
      const plain = await actor.topic('plain')
      await actor.produce('none', plain, times(-1))
      await actor.produce('of 1970', plain, times(0, 1))
      await actor.produce('some', plain, times(recordTime + 5, -1, recordTime, recordTime + 9))
      await actor.produce('of 2100', plain, times(recordTime, 4_102_444_800_000))
      for (const version of [3, 7]) await actor.produce('of 2100', plain, times(4_102_444_800_000), { version })
      await actor.read('plain', plain)
      const append = await actor.topic('append', { configs: { 'message.timestamp.type': 'LogAppendTime' } })
      for (const version of [3, 12]) await actor.produce('append', append, times(recordTime, -1, 4_102_444_800_000), { version })
      await actor.produce('append, compressed', append, makeBatch(['a', 'b'], { compression: 1 }))
      await actor.read('append', append)
      const strict = await actor.topic('strict', {
        configs: { 'message.timestamp.before.max.ms': 60_000, 'message.timestamp.after.max.ms': 60_000 }
      })
      await actor.produce('too old', strict, times(recordTime))
      await actor.produce('too old, the second of three', strict, times(4_102_444_800_000, recordTime, 4_102_444_800_000))
      await actor.produce('none', strict, times(-1))
      await actor.produce('too old, compressed', strict, makeBatch(['a', 'b'], { compression: 1 }))
      await actor.produce('a largest timestamp of its own', strict, spoiledBatches['a largest timestamp of -1']())
      await actor.read('strict', strict)
    }
  },
  {
    name: 'compacted topics',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      for (const policy of ['compact', 'compact,delete']) {
        const topic = await actor.topic(policy.replace(',', '-'), { configs: { 'cleanup.policy': policy } })
        await actor.produce('with keys', topic, makeBatch([{ key: 'k', value: 'v' }, { key: 'k' }, { key: '', value: 'v' }]))
        for (const version of [3, 7, 8, 12]) {
          await actor.produce('without keys', topic, makeBatch(['a', { key: 'k', value: 'b' }, 'c']), { version })
        }
        await actor.produce('without keys, compressed', topic, makeBatch(['a', { key: 'k', value: 'b' }, 'c'], { compression: 1 }))
        const times = [{ timestamp: 4_102_444_800_000 }, { key: 'k', timestamp: 4_102_444_800_000 }]
        await actor.produce('without keys and too late', topic, makeBatch(times))
        await actor.produce('without keys and too late, the other way round', topic, makeBatch(times.toReversed()))
        await actor.read(policy, topic)
      }
    }
  },
  {
    name: 'compression',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const records = [
        { key: 'k', value: 'v'.repeat(30), timestamp: recordTime + 7 },
        { key: null, value: null, timestamp: recordTime }
      ]
      for (const type of ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd']) {
        const topic = await actor.topic(type, { configs: { 'compression.type': type } })
        for (const compression of [0, 1, 2, 3, 4]) await actor.produce(`codec ${compression}`, topic, makeBatch(records, { compression }))
        // Sizes depend on the compressor.
        await actor.readContent(type, topic)
      }
    }
  },
  {
    name: 'idempotent producers',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const batch = (baseSequence: number, values: string[], producerEpoch = 0): Buffer =>
        makeBatch(values, { producerId: 77_000n, producerEpoch, baseSequence })
      for (const type of ['CreateTime', 'LogAppendTime']) {
        const topic = await actor.topic(type, { configs: { 'message.timestamp.type': type } })
        await actor.produce('first', topic, batch(0, ['a', 'b']))
        await actor.produce('first again', topic, batch(0, ['a', 'b']))
        await actor.produce('half of the first', topic, batch(0, ['a']))
        await actor.produce('a gap', topic, batch(5, ['x']))
        for (let sequence = 2; sequence < 8; sequence++) await actor.produce(`number ${sequence}`, topic, batch(sequence, ['s']))
        await actor.produce('number 3 again', topic, batch(3, ['s']))
        await actor.produce('number 2 again', topic, batch(2, ['s']))
        await actor.produce('a new epoch in the middle', topic, batch(8, ['n'], 1))
        await actor.produce('a new epoch', topic, batch(0, ['n'], 1))
        await actor.produce('the old epoch', topic, batch(8, ['o']))
        await actor.produce('the old epoch again', topic, batch(7, ['s']))
        await actor.read('all', topic)
      }
    }
  }
]

function spoilChecksum(bytes: Buffer): boolean {
  bytes.writeInt8(bytes[bytes.length - 2] ^ 1, bytes.length - 2)
  return false
}
