import { alterClientQuotasApi } from '../../../../src/protocol/generated/alter-client-quotas'
import { describeClientQuotasApi } from '../../../../src/protocol/generated/describe-client-quotas'
import type { Script, Stage } from '../../scripts/stage'
import type { WireClient } from '../../support/wire-client'

type Entity = readonly (readonly [type: string, name: string | null])[]
type Values = Readonly<Record<string, number | null>>

/** Sets quotas; null deletes one. */
async function alter(
  stage: Stage,
  label: string,
  client: WireClient,
  entries: readonly (readonly [Entity, Values])[],
  validateOnly = false
): Promise<void> {
  await stage.ask(label, client, alterClientQuotasApi, 1, {
    entries: entries.map(([entity, values]) => ({
      entity: entity.map(([entityType, entityName]) => ({ entityType, entityName })),
      ops: Object.entries(values).map(([key, value]) => ({ key, value: value ?? 0, remove: value === null }))
    })),
    validateOnly
  })
  // Brokers read the quotas from the log of the metadata.
  if (!validateOnly) await stage.wait(100)
}

type Component = readonly [type: string, match: string | null, matchType?: number]

async function describe(stage: Stage, label: string, client: WireClient, components: readonly Component[], strict = false): Promise<void> {
  const wanted = components.map(([entityType, match, matchType = 0]) => ({ entityType, match, matchType }))
  await stage.ask(label, client, describeClientQuotasApi, 1, { components: wanted, strict })
}

/** Setting and looking up quotas. */
export const quotaScripts: Readonly<Record<string, readonly Script[]>> = {
  quotas: [
    {
      name: 'alter and describe',
      play: async stage => {
        stage.ignoreOrder('entries', 'entity', 'values')
        const client = await stage.client('admin')
        const ann = stage.unique('ann')
        const app = stage.unique('app')
        const user: Entity = [['user', ann]]
        const pair: Entity = [
          ['user', ann],
          ['client-id', app]
        ]
        const ip: Entity = [['ip', '10.9.8.7']]
        await alter(stage, 'several', client, [
          [user, { producer_byte_rate: 1000, consumer_byte_rate: 2000 }],
          [pair, { request_percentage: 12.5, controller_mutation_rate: 0.5 }],
          [[['client-id', app]], { producer_byte_rate: 77 }],
          [ip, { connection_creation_rate: 5 }]
        ])
        await describe(stage, 'a user', client, [['user', ann]])
        await describe(stage, 'a user alone', client, [['user', ann]], true)
        await describe(stage, 'a user and a client', client, [
          ['user', ann],
          ['client-id', app]
        ])
        await describe(stage, 'a client', client, [['client-id', app]])
        await describe(stage, 'a client of any user', client, [
          ['client-id', app],
          ['user', null, 2]
        ])
        await describe(stage, 'a client of the default user', client, [
          ['client-id', app],
          ['user', null, 1]
        ])
        await describe(stage, 'an address', client, [['ip', '10.9.8.7']], true)
        await alter(stage, 'validate only', client, [[user, { producer_byte_rate: 9 }]], true)
        await alter(stage, 'one changed and one deleted', client, [[user, { producer_byte_rate: 3000, consumer_byte_rate: null }]])
        await describe(stage, 'what that came to', client, [['user', ann]], true)
        await alter(stage, 'delete what is not there', client, [[user, { request_percentage: null }]])
        const mistakes: [string, Entity, Values][] = [
          ['no entity', [], { producer_byte_rate: 1 }],
          ['unknown type', [['group', 'a']], { producer_byte_rate: 1 }],
          ['empty name', [['user', '']], { producer_byte_rate: 1 }],
          ['user and address', [...user, ...ip], { producer_byte_rate: 1 }],
          ['no address', [['ip', 'not an address']], { connection_creation_rate: 1 }],
          ['unknown key', user, { fun_rate: 1 }],
          ['key of addresses', user, { connection_creation_rate: 1 }],
          ['key of users', ip, { producer_byte_rate: 1 }],
          ['nought', user, { producer_byte_rate: 0 }],
          ['negative', user, { producer_byte_rate: -1 }],
          ['fraction of a byte', user, { producer_byte_rate: 1.5 }],
          ['fraction of a connection', ip, { connection_creation_rate: 1.5 }],
          ['fraction of a mutation', user, { controller_mutation_rate: 0.25 }],
          ['nothing to do', user, {}],
          ['delete an unknown key', user, { fun_rate: null }]
        ]
        for (const [label, entity, values] of mistakes) await alter(stage, label, client, [[entity, values]], true)
        await alter(stage, 'a good and a bad one', client, [[user, { producer_byte_rate: 4000, fun_rate: 1 }]])
        await alter(stage, 'an entity twice', client, [
          [user, { producer_byte_rate: 4000 }],
          [user, { consumer_byte_rate: 4000 }]
        ])
        await describe(stage, 'what is there', client, [['user', ann]], true)
        const filters: [string, Component[]][] = [
          ['empty type', [['', 'a']]],
          ['unknown type in a filter', [['group', 'a']]],
          [
            'a type twice',
            [
              ['user', 'a'],
              ['user', 'b']
            ]
          ],
          ['exactly nobody', [['user', null, 0]]],
          ['a default with a name', [['user', 'a', 1]]],
          ['any with a name', [['user', 'a', 2]]],
          ['unknown match', [['user', null, 3]]],
          [
            'address and user',
            [
              ['ip', '1.2.3.4'],
              ['user', 'a']
            ]
          ],
          [
            'address and any user',
            [
              ['ip', '1.2.3.4'],
              ['user', null, 2]
            ]
          ]
        ]
        for (const [label, components] of filters) await describe(stage, label, client, components)
        const all = { producer_byte_rate: null, consumer_byte_rate: null, request_percentage: null, controller_mutation_rate: null }
        await alter(stage, 'take back', client, [
          [user, all],
          [pair, all],
          [[['client-id', app]], all],
          [ip, { connection_creation_rate: null }]
        ])
        await describe(stage, 'nothing is left', client, [['user', ann]])
      }
    }
  ]
}
