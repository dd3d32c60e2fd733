import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { patternTypes, permissionTypes, type Acl } from '../../../../src/testing/security/acl'
import type { Script } from '../../scripts/stage'
import { AclActor } from './acl-actor'

const { prefixed } = patternTypes
const { deny } = permissionTypes

/** How ACLs work together, seen by what the user may do with topics. */
export const ruleAclScripts: readonly Script[] = [
  {
    name: 'rules',
    play: stage =>
      AclActor.play(stage, async actor => {
        const names = [
          'nothing',
          'denied',
          'implied',
          'half-denied',
          'all-denied',
          'here',
          'elsewhere',
          'denied-elsewhere',
          'others',
          'everyone',
          'kept'
        ]
        const topics = await actor.makeTopics(names)
        const of = new Map(names.map((name, i) => [name, topics[i].name]))
        const on = (name: string, operation: Parameters<AclActor['topic']>[0], parts: Partial<Acl> = {}): Acl =>
          actor.topic(operation, { resourceName: of.get(name) ?? name, ...parts })
        const look = async (label: string): Promise<void> => {
          const wanted = topics.map(({ name }) => ({ name }))
          const body = { topics: wanted, allowAutoTopicCreation: false, includeTopicAuthorizedOperations: true }
          const answer = await stage.quiet(() => actor.ask(label, metadataApi, 12, body))
          stage.record(label, { codes: answer.topics.map(topic => [topic.name, topic.errorCode, topic.topicAuthorizedOperations]) })
        }
        await actor.give([
          on('denied', 'read'),
          on('denied', 'read', { permissionType: deny }),
          on('implied', 'alterConfigs'),
          on('implied', 'alter'),
          on('half-denied', 'all'),
          on('half-denied', 'describe', { permissionType: deny }),
          on('all-denied', 'read'),
          on('all-denied', 'all', { permissionType: deny }),
          on('here', 'read', { host: '127.0.0.1' }),
          on('elsewhere', 'read', { host: '10.0.0.1' }),
          on('denied-elsewhere', 'read'),
          on('denied-elsewhere', 'read', { host: '10.0.0.1', permissionType: deny }),
          on('others', 'read', { principal: 'User:other' }),
          on('everyone', 'write', { principal: 'User:*' }),
          on('kept', 'write'),
          on('kept', 'read', { permissionType: deny })
        ])
        await look('literal')
        await actor.give([
          on((of.get('nothing') ?? '').slice(0, 5), 'create', { patternType: prefixed }),
          on('here', 'read', { patternType: prefixed, permissionType: deny }),
          on((of.get('others') ?? '').slice(0, 2), 'describe', { patternType: prefixed })
        ])
        await look('with prefixes')
        await actor.give([on('*', 'delete')])
        await look('with all topics')
        await actor.give([on('*', 'describe', { permissionType: deny, principal: 'User:*' })])
        await look('with all topics denied to everyone')
      })
  }
]
