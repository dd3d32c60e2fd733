import { zeroUuid } from '../../../../src/protocol/uuid'
import type { Script } from '../../scripts/stage'
import { TopicActor, wish } from './topic-actor'

const nobodysId = 'AAAAAAAAAAAAAAAAAAAAAg'

/** Rules of DeleteTopics and CreatePartitions. */
export const changeScripts: Script[] = [
  {
    name: 'delete topics',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const strange = stage.unique('strange')
      for (let version = 1; version <= 6; version++) {
        const topic = await actor.make(`topic${version}`)
        const of = (...names: string[]): object =>
          version >= 6 ? { topics: names.map(name => ({ name, topicId: zeroUuid })) } : { topicNames: names }
        await actor.delete('unknown', version, of(strange))
        await actor.delete('no name', version, of(''))
        await actor.delete('not a legal name', version, of('a b'))
        await actor.delete('delete', version, of(topic.name, strange))
        await actor.settled()
        await actor.delete('again', version, of(topic.name))
        await actor.describe('after', { topics: [{ name: topic.name }], allowAutoTopicCreation: false })
        await actor.delete('nothing', version, of())
        const twice = await actor.make(`twice${version}`)
        await actor.delete('twice', version, of(twice.name, twice.name, strange))
      }
    }
  },
  {
    name: 'delete topics by their ids',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const topic = await actor.make('topic')
      const one = (name: string | null, topicId: string): object => ({ topics: [{ name, topicId }] })
      await actor.delete('an unknown id', 6, one(null, nobodysId))
      await actor.delete('neither', 6, one(null, zeroUuid))
      await actor.delete('both', 6, one(topic.name, topic.id))
      await actor.delete('twice by id', 6, {
        topics: [
          { name: null, topicId: topic.id },
          { name: null, topicId: topic.id }
        ]
      })
      await actor.delete('once by id, once by name', 6, {
        topics: [
          { name: null, topicId: topic.id },
          { name: topic.name, topicId: zeroUuid }
        ]
      })
      await actor.describe('still there', { topics: [{ name: topic.name }] })
      await actor.delete('by id', 6, one(null, topic.id))
      await actor.settled()
      await actor.delete('again', 6, one(null, topic.id))
      await actor.create('again', [wish(topic.name)])
      await actor.delete('by its old id', 6, one(null, topic.id))
    }
  },
  {
    name: 'more partitions',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const topic = await actor.make('topic', 2)
      const grow = (label: string, count: number, assignments: number[][] | null = null, version = 3, more: object = {}): Promise<void> =>
        actor.grow(
          label,
          {
            topics: [{ name: topic.name, count, assignments: assignments === null ? null : assignments.map(brokerIds => ({ brokerIds })) }],
            ...more
          },
          version
        )
      for (let version = 0; version <= 3; version++) {
        for (const count of [2, 1, 0, -1]) await grow(`to ${count}`, count, null, version)
        await actor.grow('of a stranger', { topics: [{ name: stage.unique('strange'), count: 3, assignments: null }] }, version)
        await actor.grow('of no name', { topics: [{ name: '', count: 3, assignments: null }] }, version)
        await grow('dry', 3, null, version, { validateOnly: true })
      }
      await grow('far too many', 20_000, null, 3, { validateOnly: true })
      await grow('too few assigned', 4, [[1]])
      await grow('too many assigned', 3, [[1], [1]])
      await grow('none assigned', 3, [])
      await grow('to nobody', 3, [[]])
      await grow('to a stranger', 3, [[7]])
      await grow('to a negative one', 3, [[-1]])
      await grow('twice to the same', 3, [[1, 1]])
      await grow('with more replicas', 3, [[1, 7]])
      const twice = [
        { name: topic.name, count: 3, assignments: null },
        { name: topic.name, count: 4, assignments: null }
      ]
      await actor.grow('twice in a request', { topics: twice })
      await grow('to three', 3, [[1]])
      await grow('to five', 5)
      await actor.settled()
      await actor.describe('after', { topics: [{ name: topic.name }] })
      await actor.grow('nothing', { topics: [] })
    }
  }
]
