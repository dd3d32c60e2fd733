import type { Script } from '../../scripts/stage'
import { TopicActor, wish } from './topic-actor'

const assigned = (...brokers: number[][]): object => ({
  numPartitions: -1,
  replicationFactor: -1,
  assignments: brokers.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds }))
})

/** Rules of CreateTopics. */
export const createScripts: Script[] = [
  {
    name: 'create in all versions',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      for (let version = 2; version <= 7; version++) {
        const name = stage.unique(`topic${version}`)
        await actor.create('dry', [wish(name, { numPartitions: 3 })], version, { validateOnly: true })
        await actor.create('create', [wish(name, { numPartitions: 3 })], version)
        await actor.create('again', [wish(name)], version)
        await actor.create('dry, again', [wish(name)], version, { validateOnly: true })
        if (version >= 4) await actor.create('defaults', [wish(stage.unique(`defaults${version}`), assigned())], version)
        await actor.create(
          'twice',
          [wish(stage.unique('twice')), wish(stage.unique('twice')), wish(stage.unique(`once${version}`))],
          version
        )
      }
      await actor.create('nothing', [])
    }
  },
  {
    name: 'names of topics',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const long = stage.unique('long')
      const names = ['', '.', '..', '...', 'a/b', 'ä', 'with space', long.padEnd(250, 'x'), long.padEnd(249, 'y'), 'a\u0000b', '_', '-']
      for (const name of names) await actor.create(`dry: ${name.slice(0, 3)}${name.length}`, [wish(name)], 7, { validateOnly: true })
      await actor.create('dotted', [wish(stage.unique('dotted.name'))])
      await actor.create('collides', [wish(stage.unique('dotted_name'))])
      await actor.create('collides not', [wish(stage.unique('dotted-name'))])
      await actor.create('collide with each other', [wish(stage.unique('inner_x.y')), wish(stage.unique('inner.x.y'))])
      await actor.create('bad and good', [wish('a b'), wish(stage.unique('good'))])
    }
  },
  {
    name: 'counts and assignments of topics',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const name = stage.unique('topic')
      const dry = (label: string, more: object, version = 7): Promise<void> =>
        actor.create(label, [wish(name, more)], version, { validateOnly: true })
      for (const numPartitions of [0, -1, -2, 10_001]) await dry(`${numPartitions} partitions`, { numPartitions })
      for (const replicationFactor of [0, -1, -2, 2, 32_767]) await dry(`${replicationFactor} replicas`, { replicationFactor })
      await dry('neither partitions nor replicas', { numPartitions: 0, replicationFactor: 0 })
      for (const version of [2, 3]) await dry('defaults in an old version', { numPartitions: -1, replicationFactor: -1 }, version)
      await dry('assigned', assigned([1], [1]))
      await dry('assigned, and counted', { ...assigned([1]), numPartitions: 1 })
      await dry('assigned, and replicas counted', { ...assigned([1]), replicationFactor: 1 })
      await dry('to nobody', assigned([]))
      await dry('to a stranger', assigned([7]))
      await dry('to a negative one', assigned([-1]))
      await dry('twice to the same', assigned([1, 1]))
      await dry('to different numbers', assigned([1], [1, 7]))
      await dry('to one and to none', assigned([1], []))
      const parts = (...indexes: number[]): object => ({
        numPartitions: -1,
        replicationFactor: -1,
        assignments: indexes.map(partitionIndex => ({ partitionIndex, brokerIds: [1] }))
      })
      await dry('with a gap', parts(0, 2))
      await dry('from one on', parts(1, 2))
      await dry('in disorder', parts(1, 0))
      await dry('doubled', parts(0, 0))
      await dry('negative', parts(-1, 0))
      await actor.create('assigned in earnest', [wish(name, assigned([1], [1]))])
    }
  },
  {
    name: 'configs of new topics',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const name = stage.unique('topic')
      const dry = (label: string, configs: Record<string, string | null>, version = 7): Promise<void> => {
        const list = Object.entries(configs).map(([config, value]) => ({ name: config, value }))
        // What a topic gets besides what is said is told once, below.
        return actor.create(label, [wish(name, { configs: list })], version, { validateOnly: true })
      }
      const wrong: Record<string, string | null>[] = [
        { 'no.such.config': '1' },
        { '': '1' },
        { 'retention.ms': null },
        { 'retention.ms': 'week' },
        { 'retention.ms': '' },
        { 'retention.ms': '1.5' },
        { 'retention.ms': '9223372036854775808' },
        { 'retention.ms': '-2' },
        { 'max.message.bytes': '-1' },
        { 'max.message.bytes': '2147483648' },
        { 'segment.bytes': '10' },
        { 'min.insync.replicas': '0' },
        { 'cleanup.policy': 'nothing' },
        { 'cleanup.policy': 'compact;delete' },
        { 'cleanup.policy': 'compact,compact' },
        { 'compression.type': 'zip' },
        { 'compression.type': 'GZIP' },
        { 'message.timestamp.type': 'Mine' },
        { 'message.timestamp.before.max.ms': '-1' },
        { 'unclean.leader.election.enable': 'yes' },
        { 'retention.ms': '1', 'no.such.config': '1' }
      ]
      for (const configs of wrong) await dry(JSON.stringify(configs), configs, 4)
      await actor.create(
        'a config twice',
        [
          wish(name, {
            configs: [
              { name: 'retention.ms', value: '1' },
              { name: 'retention.ms', value: '2' }
            ]
          })
        ],
        7,
        { validateOnly: true }
      )
      const right: Record<string, string>[] = [
        { 'cleanup.policy': '' },
        { 'retention.ms': ' 60000 ' },
        { 'cleanup.policy': ' compact , delete ' },
        { 'unclean.leader.election.enable': 'TRUE' },
        { 'max.message.bytes': '+7' }
      ]
      for (const configs of right) await dry(JSON.stringify(configs), configs)
    }
  }
]
