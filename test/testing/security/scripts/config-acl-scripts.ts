import { alterConfigsApi } from '../../../../src/protocol/generated/alter-configs'
import { describeConfigsApi } from '../../../../src/protocol/generated/describe-configs'
import { describeTopicPartitionsApi } from '../../../../src/protocol/generated/describe-topic-partitions'
import { incrementalAlterConfigsApi } from '../../../../src/protocol/generated/incremental-alter-configs'
import type { Script } from '../../scripts/stage'
import { AclActor } from './acl-actor'
import { topicsFor } from './topics-for'

/** Who may see and change configs of topics. */
export const configAclScripts: readonly Script[] = [
  {
    name: 'partitions of topics',
    play: stage =>
      AclActor.play(stage, async actor => {
        const names = (await topicsFor(actor)).map(({ name }) => ({ name }))
        await actor.ask('partitions', describeTopicPartitionsApi, 0, { topics: names, responsePartitionLimit: 100 })
        await actor.ask('partitions of all', describeTopicPartitionsApi, 0, { topics: [], responsePartitionLimit: 100 })
      })
  },
  {
    name: 'configs of topics',
    play: stage =>
      AclActor.play(stage, async actor => {
        const names = (await topicsFor(actor)).map(({ name }) => name)
        await actor.codes('describe configs', describeConfigsApi, 4, {
          resources: names.map(resourceName => ({ resourceType: 2, resourceName, configurationKeys: ['retention.ms'] }))
        })
        await actor.ask('alter configs', incrementalAlterConfigsApi, 1, {
          resources: names.map(resourceName => ({
            resourceType: 2,
            resourceName,
            configs: [{ name: 'retention.ms', configOperation: 0, value: '1000' }]
          })),
          validateOnly: true
        })
        await actor.ask('alter configs the old way', alterConfigsApi, 2, {
          resources: names.map(resourceName => ({ resourceType: 2, resourceName, configs: [{ name: 'retention.ms', value: '1000' }] })),
          validateOnly: true
        })
      })
  }
]
