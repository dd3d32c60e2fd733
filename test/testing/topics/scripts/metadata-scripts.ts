import { apiVersionsApi } from '../../../../src/protocol/generated/api-versions'
import { zeroUuid } from '../../../../src/protocol/uuid'
import type { Script } from '../../scripts/stage'
import { RecordActor } from '../../records/scripts/record-actor'
import { TopicActor } from './topic-actor'

const nobodysId = 'AAAAAAAAAAAAAAAAAAAAAg'

/** Rules of Metadata and ApiVersions. */
export const metadataScripts: Script[] = [
  {
    name: 'metadata in all versions',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const topic = await actor.make('topic', 2)
      const other = await actor.make('other')
      const own = [topic.name, other.name]
      for (let version = 0; version <= 13; version++) {
        await actor.describe('one', { topics: [{ name: topic.name }] }, version)
        await actor.describe('two, one of them twice', { topics: [topic, other, topic].map(({ name }) => ({ name })) }, version)
        if (version > 0) await actor.describe('all', { topics: null }, version, own)
        await actor.describe('an empty list', { topics: [] }, version, own)
        const allowed = version < 11 ? { includeClusterAuthorizedOperations: true } : {}
        if (version >= 8) {
          await actor.describe(
            'what is allowed',
            { topics: [{ name: other.name }], includeTopicAuthorizedOperations: true, ...allowed },
            version
          )
        }
      }
    }
  },
  {
    name: 'metadata of topics that are not there',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const topic = await actor.make('topic')
      for (const version of [4, 5, 9, 12, 13]) {
        const ask = (label: string, name: string): Promise<void> =>
          actor.describe(label, { topics: [{ name }], allowAutoTopicCreation: false }, version)
        await ask('a stranger', stage.unique('strange'))
        await ask('no name', '')
        await ask('not a legal name', 'a b')
        await ask('two dots', '..')
        await ask('too long', 'x'.repeat(250))
        await actor.describe(
          'mixed',
          {
            topics: [{ name: stage.unique('strange') }, { name: topic.name }, { name: 'a/b' }],
            allowAutoTopicCreation: false
          },
          version
        )
      }
      for (const version of [1, 3, 4, 12]) {
        const name = stage.unique(`made${version}`)
        await actor.describe('make', { topics: [{ name }], allowAutoTopicCreation: true }, version)
        await actor.settled()
        await actor.describe('made', { topics: [{ name }], allowAutoTopicCreation: true }, version)
        await actor.describe('not a legal name', { topics: [{ name: 'a b' }], allowAutoTopicCreation: true }, version)
        await actor.describe('no name', { topics: [{ name: '' }], allowAutoTopicCreation: true }, version)
      }
      const dotted = stage.unique('dotted.made')
      await actor.describe('make', { topics: [{ name: dotted }], allowAutoTopicCreation: true })
      await actor.settled()
      await actor.describe('collides', { topics: [{ name: stage.unique('dotted_made') }], allowAutoTopicCreation: true })
    }
  },
  {
    name: 'metadata by id',
    async play(stage) {
      const actor = await TopicActor.enter(stage)
      const topic = await actor.make('topic')
      for (const version of [10, 11, 12, 13]) {
        const ask = (label: string, ...topics: { name: string | null; topicId: string }[]): Promise<void> =>
          actor.describe(label, { topics, allowAutoTopicCreation: false }, version)
        const byId = { name: null, topicId: topic.id }
        const unknown = { name: null, topicId: nobodysId }
        await ask('by id', byId)
        await ask('by an unknown id', unknown)
        await ask('by neither', { name: null, topicId: zeroUuid })
        await ask('by both', { name: topic.name, topicId: topic.id })
        await ask('by another name and its id', { name: stage.unique('strange'), topicId: topic.id })
        await ask('by its name and another id', { name: topic.name, topicId: nobodysId })
        await ask('by id, one known', byId, unknown)
        await ask('by id and by name', byId, { name: topic.name, topicId: zeroUuid })
      }
    }
  },
  {
    name: 'versions of APIs',
    async play(stage) {
      const actor = await RecordActor.enter(stage)
      // Which APIs there are differs; what has to agree is how those that the embedded broker serves are told.
      const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name)
      const names: [string, string][] = [
        ['odradek', '1.0.0'],
        ['', ''],
        ['odradek', ''],
        ['', '1.0.0'],
        ['with space', '1'],
        ['-begins', '1'],
        ['ends-', '1'],
        ['a.b-c', 'v1.2-x'],
        ['ä', '1'],
        ['a_b', '1']
      ]
      for (let version = 0; version <= 4; version++) {
        for (const [clientSoftwareName, clientSoftwareVersion] of version >= 3 ? names : names.slice(0, 1)) {
          const body = version >= 3 ? { clientSoftwareName, clientSoftwareVersion } : {}
          await actor.ask(`of '${clientSoftwareName}' '${clientSoftwareVersion}'`, apiVersionsApi, version, body, answer => ({
            errorCode: answer.errorCode,
            supportedFeatures: answer.supportedFeatures.toSorted(byName),
            finalizedFeatures: answer.finalizedFeatures.toSorted(byName),
            keys: answer.apiKeys.length > 0,
            inOrder: answer.apiKeys.every(({ apiKey }, i) => i === 0 || apiKey > answer.apiKeys[i - 1].apiKey),
            ranges: answer.apiKeys.filter(({ apiKey }) => apiKey < 25)
          }))
        }
      }
    }
  }
]
