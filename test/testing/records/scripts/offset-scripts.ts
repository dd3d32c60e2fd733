import { deleteRecordsApi } from '../../../../src/protocol/generated/delete-records'
import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import { offsetForLeaderEpochApi } from '../../../../src/protocol/generated/offset-for-leader-epoch'
import type { Script } from '../../scripts/stage'
import { makeBatch, recordTime } from '../../support/make-batch'
import { RecordActor, type MadeTopic } from './record-actor'

const special = [-1, -2, -3, -4, -5, -6, -7]

async function list(actor: RecordActor, { name }: MadeTopic, timestamp: number, version: number, more: object = {}): Promise<void> {
  const { isolationLevel = 0, partitionIndex = 0, ...epoch } = more as { isolationLevel?: number; partitionIndex?: number }
  const partitions = [{ partitionIndex, timestamp: BigInt(timestamp), ...epoch }]
  const place = Object.entries(more).map(([key, value]) => `, ${key} ${String(value)}`)
  const label = `list ${timestamp}${place.join('')}`
  await actor.ask(label, listOffsetsApi, version, { isolationLevel, topics: [{ name, partitions }] })
}

async function remove(actor: RecordActor, { name }: MadeTopic, offset: number, version = 2, partitionIndex = 0): Promise<void> {
  const body = { timeoutMs: 1000, topics: [{ name, partitions: [{ partitionIndex, offset: BigInt(offset) }] }] }
  await actor.ask(`delete before ${offset}`, deleteRecordsApi, version, body)
}

/** Rules of ListOffsets, OffsetForLeaderEpoch and DeleteRecords. */
export const offsetScripts: Script[] = [
  {
    name: 'list offsets of an empty log',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      for (let version = 1; version <= 11; version++) {
        for (const timestamp of [...special, 0, recordTime]) await list(actor, topic, timestamp, version)
      }
    }
  },
  {
    name: 'list offsets by time',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      const put = async (compression: number, ...times: number[]): Promise<void> => {
        const records = times.map(time => ({ key: 'k', value: String(time), timestamp: recordTime + time }))
        await actor.produce('put', topic, makeBatch(records, { compression }))
      }
      await put(0, 10)
      await put(0, 30, 20, 40)
      await put(1, 5, 50, 45)
      await put(0, 50, 35)
      for (let version = 1; version <= 11; version++) {
        for (const timestamp of special) await list(actor, topic, timestamp, version)
        for (const time of [0, 10, 11, 25, 50, 51]) await list(actor, topic, recordTime + time, version)
      }
      for (const time of [5, 20, 30, 31, 40, 41, 45, 46]) await list(actor, topic, recordTime + time, 7)
      for (const isolationLevel of [1, 7]) {
        for (const timestamp of [-1, -2, -3, recordTime + 45]) await list(actor, topic, timestamp, 8, { isolationLevel })
      }
      for (const currentLeaderEpoch of [-2, 0, 1]) {
        for (const timestamp of [-1, -2, -3, recordTime]) await list(actor, topic, timestamp, 8, { currentLeaderEpoch })
      }
      for (const version of [1, 4, 11]) {
        await list(actor, topic, -1, version, { partitionIndex: 1 })
        await list(actor, topic, -1, version, { partitionIndex: -1 })
        await list(actor, { name: stage.unique('strange'), id: '' }, -1, version)
        await list(actor, { name: '', id: '' }, -1, version)
      }
      await remove(actor, topic, 3)
      for (const timestamp of [...special, recordTime + 10, recordTime + 30, recordTime + 35]) await list(actor, topic, timestamp, 9)
      await remove(actor, topic, -1)
      // Not the largest timestamp: a real broker knows it from what it has deleted, until the segment goes.
      for (const timestamp of [-1, -2, -4, -5, recordTime + 10]) await list(actor, topic, timestamp, 9)
      const twice = [
        { partitionIndex: 0, timestamp: -1n },
        { partitionIndex: 0, timestamp: -2n }
      ]
      for (const version of [1, 5]) {
        await actor.ask('a partition twice', listOffsetsApi, version, { topics: [{ name: topic.name, partitions: twice }] })
      }
    }
  },
  {
    name: 'list offsets of odd times',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      await actor.produce('without a time', topic, makeBatch([{ value: 'a', timestamp: -1 }]))
      for (const timestamp of [-3, 0, recordTime]) await list(actor, topic, timestamp, 7)
      await actor.produce('with one', topic, makeBatch([{ value: 'a', timestamp: -1 }, 'b', { value: 'c', timestamp: -1 }]))
      for (const timestamp of [-3, 0, recordTime]) await list(actor, topic, timestamp, 7)
      const append = await actor.topic('append', { configs: { 'message.timestamp.type': 'LogAppendTime' } })
      await actor.produce('with the time of appending', append, makeBatch(['a', 'b', 'c']))
      await actor.ask(
        'by append time',
        listOffsetsApi,
        7,
        {
          topics: [{ name: append.name, partitions: [{ partitionIndex: 0, timestamp: 0n }] }]
        },
        ({ topics }) => topics[0].partitions.map(({ timestamp, ...rest }) => ({ ...rest, isTimed: timestamp > 0n }))
      )
      await actor.ask(
        'largest append time',
        listOffsetsApi,
        7,
        {
          topics: [{ name: append.name, partitions: [{ partitionIndex: 0, timestamp: -3n }] }]
        },
        ({ topics }) => topics[0].partitions.map(({ timestamp, ...rest }) => ({ ...rest, isTimed: timestamp > 0n }))
      )
    }
  },
  {
    name: 'ends of leader epochs',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      const ask = async (label: string, version: number, leaderEpoch: number, more: object = {}): Promise<void> => {
        const partitions = [{ partition: 0, leaderEpoch, ...more }]
        await actor.ask(`${label}, epoch ${leaderEpoch}`, offsetForLeaderEpochApi, version, { topics: [{ topic: topic.name, partitions }] })
      }
      for (const leaderEpoch of [-1, 0, 1]) await ask('empty', 4, leaderEpoch)
      await actor.produce('some', topic, makeBatch(['a', 'b', 'c']))
      for (const version of [2, 3, 4]) {
        for (const leaderEpoch of [-2, -1, 0, 1, 100]) await ask('filled', version, leaderEpoch)
        for (const currentLeaderEpoch of [-2, 0, 1]) await ask(`knowing ${currentLeaderEpoch}`, version, 0, { currentLeaderEpoch })
        await ask('no partition', version, 0, { partition: 4 })
        const strange = [{ topic: stage.unique('strange'), partitions: [{ partition: 0, leaderEpoch: 0 }] }]
        await actor.ask('no topic', offsetForLeaderEpochApi, version, { topics: strange })
      }
      await remove(actor, topic, 2)
      for (const leaderEpoch of [-1, 0, 1]) await ask('start moved', 4, leaderEpoch)
      await remove(actor, topic, -1)
      for (const leaderEpoch of [-1, 0, 1]) await ask('all deleted', 4, leaderEpoch)
    }
  },
  {
    name: 'deletion of records',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      const topic = await actor.topic('topic')
      await remove(actor, topic, 0)
      await remove(actor, topic, -1)
      await remove(actor, topic, 1)
      await actor.produce('some', topic, makeBatch(['a', 'b', 'c']))
      await actor.produce('more', topic, makeBatch(['d']))
      for (const version of [0, 1, 2]) {
        await remove(actor, topic, version, version)
        await remove(actor, topic, 99, version)
        await remove(actor, topic, -2, version)
        await remove(actor, topic, 1, version, 3)
        await remove(actor, { name: stage.unique('strange'), id: '' }, 1, version)
      }
      await remove(actor, topic, 1)
      await actor.produce('even more', topic, makeBatch(['e']))
      await actor.read('from 0', topic)
      await actor.read('from 2', topic, { offset: 2 })
      await remove(actor, topic, -1)
      await actor.read('from the end', topic, { offset: 5 })
      await actor.produce('again', topic, makeBatch(['f']))
      await actor.read('the new one', topic, { offset: 5 })
      for (const policy of ['compact', 'compact,delete']) {
        const compacted = await actor.topic(policy.replace(',', '-'), { configs: { 'cleanup.policy': policy } })
        await actor.produce('keyed', compacted, makeBatch([{ key: 'k', value: 'v' }]))
        await remove(actor, compacted, 1)
        await remove(actor, compacted, 99)
      }
      await actor.ask('nothing', deleteRecordsApi, 2, { timeoutMs: 1000, topics: [] })
    }
  }
]
