import { deleteRecordsApi } from '../../../../src/protocol/generated/delete-records'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import { zeroUuid } from '../../../../src/protocol/uuid'
import type { Script, Stage } from '../../scripts/stage'
import { makeBatch } from '../../support/make-batch'
import { RecordActor, type MadeTopic } from './record-actor'

const nobodysId = 'AAAAAAAAAAAAAAAAAAAAAg'

/** A topic with three batches of one, two and three records in each of its partitions. */
async function filled(stage: Stage, partitions = 1): Promise<{ actor: RecordActor; topic: MadeTopic }> {
  const actor = await RecordActor.enter(stage)
  const topic = await actor.topic('topic', { partitions })
  await stage.quiet(async () => {
    for (let partition = 0; partition < partitions; partition++) {
      for (const values of [['a'], ['b', 'c'], ['d', 'e', 'f']]) {
        await actor.produce('fill', topic, makeBatch(values.map(value => ({ key: 'k', value: value.repeat(40) }))), { partition })
      }
    }
  })
  return { actor, topic }
}

const wanted = (partition: number, fetchOffset = 0, more: object = {}): object => ({
  partition,
  fetchOffset: BigInt(fetchOffset),
  partitionMaxBytes: 1_000_000,
  ...more
})

/** Rules of Fetch. */
export const fetchScripts: Script[] = [
  {
    name: 'fetch in all versions',
    async play(stage) {
      const { actor, topic } = await filled(stage)
      for (let version = 4; version <= 18; version++) {
        for (const offset of [0, 2, 6]) await actor.read(`from ${offset}`, topic, { version, offset })
        await actor.read('committed', topic, { version, offset: 3, more: { isolationLevel: 1 } })
        await actor.read('beyond the end', topic, { version, offset: 7 })
      }
      await actor.read('at a negative offset', topic, { offset: -1 })
      await actor.read('with an isolation level that is none', topic, { more: { isolationLevel: 7 } })
    }
  },
  {
    name: 'fetch what is not there',
    async play(stage) {
      const { actor, topic } = await filled(stage)
      const strange: MadeTopic = { name: stage.unique('strange'), id: nobodysId }
      for (const version of [4, 7, 11, 12, 13, 16, 17, 18]) {
        await actor.read('no topic', strange, { version })
        await actor.read('no partition', topic, { version, partition: 1 })
        await actor.read('negative partition', topic, { version, partition: -1 })
      }
      await actor.read('the zero id', { name: '', id: zeroUuid }, { version: 13 })
      await actor.read('no name', { name: '', id: zeroUuid }, { version: 12 })
      const mixed = [
        { topic: strange.name, partitions: [wanted(0)] },
        { topic: topic.name, partitions: [wanted(3), wanted(0, 5)] }
      ]
      await actor.fetch('mixed', 12, { topics: mixed, maxWaitMs: 30_000 })
      await actor.fetch('mixed, by id', 13, {
        maxWaitMs: 30_000,
        topics: [
          { topicId: nobodysId, partitions: [wanted(0)] },
          { topicId: topic.id, partitions: [wanted(0, 5), wanted(1)] }
        ]
      })
      await actor.fetch('a partition twice', 12, { topics: [{ topic: topic.name, partitions: [wanted(0, 1), wanted(0, 3)] }] })
      await actor.fetch('no topics', 12, { topics: [] })
      await actor.fetch('no partitions', 12, { topics: [{ topic: topic.name, partitions: [] }] })
    }
  },
  {
    name: 'sizes of answers',
    async play(stage) {
      const { actor, topic } = await filled(stage, 3)
      for (const partitionMaxBytes of [0, 1, 60, 150, 400, -1]) {
        await actor.read(`${partitionMaxBytes} bytes of the partition`, topic, { partitionMaxBytes })
        await actor.read(`${partitionMaxBytes} bytes of the partition`, topic, { partitionMaxBytes, version: 4 })
      }
      for (const maxBytes of [0, 1, 150, 400, 600, 900, -1]) {
        const request = { maxBytes, topics: [{ topic: topic.name, partitions: [wanted(0), wanted(1), wanted(2)] }] }
        await actor.fetch(`${maxBytes} bytes in all`, 12, request)
      }
      const small = wanted(0, 0, { partitionMaxBytes: 1 })
      const tight = [small, wanted(1, 0, { partitionMaxBytes: 1 }), wanted(2, 3, { partitionMaxBytes: 200 })]
      await actor.fetch('little of each', 12, { topics: [{ topic: topic.name, partitions: tight }] })
      await actor.fetch('an empty one before', 12, { topics: [{ topic: topic.name, partitions: [wanted(0, 6), ...tight.slice(1)] }] })
      await actor.fetch('an error before', 12, { topics: [{ topic: topic.name, partitions: [wanted(0, 60), ...tight.slice(1)] }] })
    }
  },
  {
    name: 'epochs of fetches',
    async play(stage) {
      const { actor, topic } = await filled(stage)
      for (const version of [9, 12, 13, 16]) {
        for (const currentLeaderEpoch of [-2, -1, 0, 1]) {
          await actor.read(`knowing epoch ${currentLeaderEpoch}`, topic, { version, currentLeaderEpoch, offset: 3 })
        }
      }
      for (const lastFetchedEpoch of [-2, -1, 0, 1, 5]) {
        for (const offset of [0, 3, 6, 7, 20])
          await actor.read(`${offset} after epoch ${lastFetchedEpoch}`, topic, { offset, lastFetchedEpoch })
      }
    }
  },
  {
    name: 'sessions of fetches',
    async play(stage) {
      const { actor, topic } = await filled(stage, 3)
      for (const [version, place] of [
        [7, { topic: topic.name }],
        [12, { topic: topic.name }],
        [13, { topicId: topic.id }]
      ] as const) {
        const topics = [{ ...place, partitions: [wanted(0), wanted(1, 3), wanted(2, 6)] }]
        const sessionId = await actor.fetch('open', version, { sessionId: 0, sessionEpoch: 0, topics })
        const go = (label: string, sessionEpoch: number, more: object = {}): Promise<number> =>
          actor.fetch(label, version, { sessionId, sessionEpoch, topics: [], ...more })
        await go('go on, nothing read', 1)
        await go('go on, all read', 2, { topics: [{ ...place, partitions: [wanted(0, 6), wanted(1, 6)] }] })
        await go('nothing new', 3)
        await stage.quiet(() => actor.produce('more', topic, makeBatch(['more']), { partition: 1 }))
        await go('something new', 4)
        await go('the wrong epoch', 4)
        await go('a far epoch', 44)
        await go('forgotten', 5, { forgottenTopicsData: [{ ...place, partitions: [1, 2] }] })
        await go('after forgetting', 6)
        await go('one more, and one that is not there', 7, { topics: [{ ...place, partitions: [wanted(1, 6), wanted(9)] }] })
        await go('what is not there, again', 8)
        await go('out of range', 9, { topics: [{ ...place, partitions: [wanted(0, 99)] }] })
        await go('out of range, again', 10)
        await go('in range again', 11, { topics: [{ ...place, partitions: [wanted(0, 6)] }] })
        await actor.fetch('another id', version, { sessionId: 123_456_789, sessionEpoch: 1, topics: [] })
        await actor.fetch('another id, first epoch', version, { sessionId: 123_456_789, sessionEpoch: 0, topics })
        await actor.fetch('no id, a later epoch', version, { sessionId: 0, sessionEpoch: 5, topics })
        await go('close', -1, { topics })
        await go('closed', 12)
        await actor.fetch('no session', version, { sessionId: 0, sessionEpoch: -1, topics })
        const empty = await actor.fetch('open with nothing', version, { sessionId: 0, sessionEpoch: 0, topics: [] })
        await actor.fetch('go on with nothing', version, { sessionId: empty, sessionEpoch: 1, topics: [] })
      }
    }
  },
  {
    name: 'sessions and ids of topics',
    async play(stage) {
      const { actor, topic } = await filled(stage)
      const byName = [{ topic: topic.name, partitions: [wanted(0, 3)] }]
      const byId = [{ topicId: topic.id, partitions: [wanted(0, 3)] }]
      let session = await actor.fetch('open by name', 12, { sessionId: 0, sessionEpoch: 0, topics: byName })
      await actor.fetch('go on by id', 13, { sessionId: session, sessionEpoch: 1, topics: byId })
      await actor.fetch('go on by name', 12, { sessionId: session, sessionEpoch: 1, topics: byName })
      session = await actor.fetch('open by id', 13, { sessionId: 0, sessionEpoch: 0, topics: byId })
      await actor.fetch('go on by name', 12, { sessionId: session, sessionEpoch: 1, topics: byName })
      await actor.fetch('go on by id', 13, { sessionId: session, sessionEpoch: 1, topics: byId })
      const strange = [{ topicId: nobodysId, partitions: [wanted(0)] }]
      session = await actor.fetch('open with an unknown id', 13, { sessionId: 0, sessionEpoch: 0, topics: [...byId, ...strange] })
      await actor.fetch('go on with an unknown id', 13, { sessionId: session, sessionEpoch: 1, topics: [] })
      const forgottenTopicsData = [{ topicId: nobodysId, partitions: [0] }]
      await actor.fetch('forget it', 13, { sessionId: session, sessionEpoch: 2, topics: [], forgottenTopicsData })
      await actor.fetch('go on without', 13, { sessionId: session, sessionEpoch: 3, topics: [] })
    }
  },
  {
    name: 'long polls',
    async play(stage) {
      const { actor, topic } = await filled(stage, 2)
      const reader = await RecordActor.enter(stage)
      const poll = async (label: string, request: object, meanwhile: () => Promise<unknown>): Promise<void> => {
        const body = { maxBytes: 50_000_000, minBytes: 1, ...request }
        const sent = reader
          .start(fetchApi, 12, body)
          .then(({ responses }) =>
            responses.map(({ partitions }) =>
              partitions.map(({ partitionIndex, highWatermark, errorCode, records }) => [
                partitionIndex,
                highWatermark,
                errorCode,
                records?.length ?? null
              ])
            )
          )
        await stage.wait(100)
        await stage.quiet(meanwhile)
        await stage.answer(label, sent)
      }
      const both = [{ topic: topic.name, partitions: [wanted(0, 6), wanted(1, 6)] }]
      const nothing = async (): Promise<void> => {}
      await poll('nothing comes', { maxWaitMs: 200, topics: both }, nothing)
      await poll('a record comes', { maxWaitMs: 30_000, topics: both }, () =>
        actor.produce('more', topic, makeBatch(['more']), { partition: 1 })
      )
      const oneMore = [{ topic: topic.name, partitions: [wanted(0, 6), wanted(1, 7)] }]
      await poll('too little comes', { maxWaitMs: 700, minBytes: 10_000, topics: oneMore }, () =>
        actor.produce('more', topic, makeBatch(['more']))
      )
      await poll('enough comes in two parts', { maxWaitMs: 30_000, minBytes: 250, topics: oneMore }, async () => {
        await actor.produce('one', topic, makeBatch(['x'.repeat(100)]), { partition: 1 })
        await actor.produce('two', topic, makeBatch(['x'.repeat(100)]), { partition: 0 })
      })
      await poll('no least', { maxWaitMs: 30_000, minBytes: 0, topics: [{ topic: topic.name, partitions: [wanted(1, 8)] }] }, nothing)
      await poll(
        'more than the partition may',
        {
          maxWaitMs: 300,
          minBytes: 5000,
          topics: [{ topic: topic.name, partitions: [wanted(0, 0, { partitionMaxBytes: 100 })] }]
        },
        nothing
      )
      const isSoon = async (label: string, topics: object[], more: object = {}): Promise<void> => {
        let isThere = false
        const body = { maxWaitMs: 1000, minBytes: 1, topics, ...more }
        const sent = reader.start(fetchApi, 12, body).then(({ responses }) => {
          isThere = true
          return responses.flatMap(({ partitions }) => partitions.map(({ errorCode }) => errorCode))
        })
        await stage.wait(400)
        stage.record(`${label}, soon`, isThere)
        await stage.answer(label, sent)
      }
      const end = wanted(0, 8)
      await isSoon('nothing', [{ topic: topic.name, partitions: [end] }])
      await isSoon('no such topic beside it', [
        { topic: topic.name, partitions: [end] },
        { topic: stage.unique('strange'), partitions: [end] }
      ])
      await isSoon('no such topic alone', [{ topic: stage.unique('strange'), partitions: [end] }])
      await isSoon('no such partition beside it', [{ topic: topic.name, partitions: [end, wanted(7)] }])
      await isSoon('out of range beside it', [{ topic: topic.name, partitions: [end, wanted(1, 99)] }])
      await isSoon('another epoch beside it', [{ topic: topic.name, partitions: [end, wanted(1, 0, { currentLeaderEpoch: 7 })] }])
      await isSoon('a parted log beside it', [{ topic: topic.name, partitions: [end, wanted(1, 20, { lastFetchedEpoch: 0 })] }])
      await poll('no topics', { maxWaitMs: 30_000, topics: [] }, nothing)
    }
  },
  {
    name: 'fetches after the start has moved',
    async play(stage) {
      const { actor, topic } = await filled(stage)
      const remove = { timeoutMs: 1000, topics: [{ name: topic.name, partitions: [{ partitionIndex: 0, offset: 2n }] }] }
      await actor.ask('delete', deleteRecordsApi, 2, remove)
      for (const offset of [0, 1, 2, 3]) await actor.read(`from ${offset}`, topic, { offset })
      for (const lastFetchedEpoch of [0, 1]) await actor.read('below, with an epoch', topic, { offset: 0, lastFetchedEpoch })
    }
  }
]
