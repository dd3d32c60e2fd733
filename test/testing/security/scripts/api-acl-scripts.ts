import { createAclsApi } from '../../../../src/protocol/generated/create-acls'
import { deleteAclsApi } from '../../../../src/protocol/generated/delete-acls'
import { describeAclsApi } from '../../../../src/protocol/generated/describe-acls'
import type { Script } from '../../scripts/stage'
import type { AclFilter } from '../../../../src/testing/security/acl'
import { AclActor, anything } from './acl-actor'

/** What creates, describes and deletes ACLs. */
export const apiAclScripts: readonly Script[] = [
  {
    name: 'creation',
    play: stage =>
      AclActor.play(stage, async actor => {
        const resourceName = stage.unique('topic')
        const good = { resourceType: 2, resourceName, principal: 'User:plain-user', host: '*', operation: 3, permissionType: 3 }
        const creations = [
          good,
          { ...good, resourceType: 1 },
          { ...good, resourceType: 4, resourceName: 'some-cluster' },
          { ...good, resourceName: '' },
          { ...good, resourcePatternType: 1 },
          { ...good, resourcePatternType: 2 },
          { ...good, principal: 'plain-user' },
          { ...good, principal: '' },
          { ...good, host: 'not an address' },
          { ...good, operation: 1 },
          { ...good, operation: 12 },
          { ...good, permissionType: 1 },
          { ...good, resourceType: 6, operation: 8 },
          { ...good, resourceType: 7, operation: 13 },
          { ...good, principal: 'Group:of-people' }
        ]
        for (const [i, creation] of creations.entries()) {
          await stage.ask(`creation ${i}`, actor.admin, createAclsApi, 3, { creations: [creation] })
        }
        await stage.ask('two at once, one of them bad', actor.admin, createAclsApi, 1, { creations: [good, creations[1]] })
        await stage.ask('none', actor.admin, createAclsApi, 2, { creations: [] })
        await stage.wait(100)
        await stage.ask('what is there', actor.admin, describeAclsApi, 3, { ...anything, resourceNameFilter: resourceName })
        await stage.ask('deletion', actor.admin, deleteAclsApi, 3, { filters: [{ ...anything, resourceNameFilter: resourceName }] })
      })
  },
  {
    name: 'filters',
    play: stage =>
      AclActor.play(stage, async actor => {
        const name = stage.unique('topic')
        await actor.give([
          actor.topic('read', { resourceName: name }),
          actor.topic('write', { resourceName: name, host: '127.0.0.1' }),
          actor.topic('write', { resourceName: name, permissionType: 2, principal: 'User:*' }),
          actor.topic('read', { resourceName: name.slice(0, 5), patternType: 4 }),
          actor.topic('read', { resourceName: '*' }),
          actor.topic('describe', { resourceName: `${name}-more` }),
          actor.group('read', name),
          actor.cluster('alter')
        ])
        const filters: [string, Partial<AclFilter>][] = [
          ['all', {}],
          ['a type', { resourceTypeFilter: 2 }],
          ['the cluster', { resourceTypeFilter: 4 }],
          ['a name', { resourceNameFilter: name }],
          ['a literal name', { resourceNameFilter: name, patternTypeFilter: 3 }],
          ['a prefix', { resourceNameFilter: name.slice(0, 5), patternTypeFilter: 4 }],
          ['all prefixes', { patternTypeFilter: 4 }],
          ['all literals of topics', { resourceTypeFilter: 2, patternTypeFilter: 3 }],
          ['what holds for a name', { resourceTypeFilter: 2, resourceNameFilter: name, patternTypeFilter: 2 }],
          ['what holds for a longer name', { resourceTypeFilter: 2, resourceNameFilter: `${name}-more`, patternTypeFilter: 2 }],
          ['what holds for any name', { patternTypeFilter: 2 }],
          ['what holds for the wildcard', { resourceNameFilter: '*', patternTypeFilter: 2 }],
          ['the wildcard', { resourceNameFilter: '*' }],
          ['a principal', { principalFilter: 'User:*' }],
          ['a host', { hostFilter: '127.0.0.1' }],
          ['any host', { hostFilter: '*', resourceTypeFilter: 2 }],
          ['an operation', { operation: 4 }],
          ['all operations', { operation: 2 }],
          ['denials', { permissionType: 2 }]
        ]
        for (const [label, filter] of filters) await stage.ask(label, actor.admin, describeAclsApi, 3, { ...anything, ...filter })
        await stage.ask('in version 1', actor.admin, describeAclsApi, 1, { ...anything, resourceTypeFilter: 3 })
        await stage.ask('deletion by two filters', actor.admin, deleteAclsApi, 2, {
          filters: [
            { ...anything, resourceTypeFilter: 2, operation: 4 },
            { ...anything, resourceNameFilter: name, patternTypeFilter: 2 },
            { ...anything, resourceNameFilter: 'nothing' }
          ]
        })
        actor.forget()
        await stage.wait(100)
        await stage.ask('what is left', actor.admin, describeAclsApi, 3, anything)
      })
  }
]

/** Without an authorizer there are no ACLs. */
export const noAuthorizerScripts: Readonly<Record<string, readonly Script[]>> = {
  'without an authorizer': [
    {
      name: 'security disabled',
      play: async stage => {
        const client = await stage.client('anybody')
        const creation = { resourceType: 2, resourceName: 'a', principal: 'User:a', host: '*', operation: 3, permissionType: 3 }
        await stage.ask('create', client, createAclsApi, 3, { creations: [creation, creation] })
        await stage.ask('describe', client, describeAclsApi, 3, anything)
        await stage.ask('delete', client, deleteAclsApi, 3, { filters: [anything, anything] })
      }
    }
  ]
}
