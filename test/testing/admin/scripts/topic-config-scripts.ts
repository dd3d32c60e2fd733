import { describeConfigsApi } from '../../../../src/protocol/generated/describe-configs'
import { incrementalAlterConfigsApi } from '../../../../src/protocol/generated/incremental-alter-configs'
import type { Script, Stage } from '../../scripts/stage'
import { ConfigActor, operations, resources, type Change } from './config-actor'

async function ofTopic(stage: Stage): Promise<ConfigActor> {
  const { name } = await stage.topic('topic', 1)
  return ConfigActor.enter(stage, resources.topic, name)
}

const { append, subtract } = operations

const wrongValues: readonly (readonly [string, ...string[]])[] = [
  ['retention.ms', 'x', '-2', '', '1.5', ' 7 ', '+7', '9223372036854775808'],
  ['max.message.bytes', '-1', '99999999999'],
  ['cleanup.policy', 'foo', '', 'compact,foo', 'delete,delete', ' compact , delete '],
  ['message.timestamp.type', 'foo', 'logappendtime'],
  ['min.insync.replicas', '0', '7'],
  ['preallocate', 'yes', 'TRUE', ''],
  ['min.cleanable.dirty.ratio', '2', '-0.1', 'x', '0.75', '1'],
  ['compression.type', 'foo', 'gzip'],
  ['compression.gzip.level', '10', '0', '-1'],
  ['compression.zstd.level', '100', '-7'],
  ['compression.lz4.level', '18', '0'],
  ['segment.bytes', '10', '1048576'],
  ['segment.ms', '0', '1'],
  ['segment.index.bytes', '3'],
  ['segment.jitter.ms', '-1'],
  ['flush.messages', '0'],
  ['flush.ms', '-1', '0'],
  ['delete.retention.ms', '-1'],
  ['retention.bytes', '-5', '-9223372036854775809'],
  ['local.retention.ms', '-3'],
  ['local.retention.bytes', '-3'],
  ['max.compaction.lag.ms', '0'],
  ['min.compaction.lag.ms', '-1', '9223372036854775807'],
  ['message.timestamp.after.max.ms', '-1'],
  ['message.timestamp.before.max.ms', '-1'],
  ['leader.replication.throttled.replicas', '*', '0:1,1:2', 'x', ''],
  ['follower.replication.throttled.replicas', '0', '*'],
  ['remote.storage.enable', 'true', 'false'],
  ['remote.log.copy.disable', 'true'],
  ['index.interval.bytes', '-1'],
  ['file.delete.delay.ms', '-1'],
  ['unclean.leader.election.enable', 'x', 'true'],
  ['message.format.version', '3.0'],
  ['message.downconversion.enable', 'true']
]

/** Configs of topics. */
export const topicConfigScripts: Script[] = [
  {
    name: 'all configs of a topic',
    async play(stage) {
      const topic = await ofTopic(stage)
      await topic.describe('all')
      await topic.describe('some', ['retention.ms', 'nope', 'cleanup.policy'])
      await topic.describe('an empty list', [])
      for (const version of [1, 2, 3])
        await topic.describe(`version ${version}`, ['retention.ms', 'max.message.bytes', 'flush.ms'], version)
    }
  },
  {
    name: 'set, delete, append and subtract',
    async play(stage) {
      const topic = await ofTopic(stage)
      const step = async (label: string, ...changes: Change[]): Promise<void> => {
        await topic.alter(label, changes)
        await topic.describe(label, ['retention.ms', 'max.message.bytes', 'cleanup.policy'])
      }
      await step('set', ['retention.ms', '5000'], ['max.message.bytes', '2000'])
      await step('delete', ['retention.ms', null, operations.delete], ['max.message.bytes', 'x', operations.delete])
      await step('append', ['cleanup.policy', 'compact', append])
      await step('append again', ['cleanup.policy', 'compact', append])
      await step('subtract', ['cleanup.policy', 'delete', subtract])
      await step('subtract again', ['cleanup.policy', 'delete', subtract])
      await step('subtract the last', ['cleanup.policy', 'compact', subtract])
      await step('append two', ['cleanup.policy', 'delete,compact', append])
      await step('nothing')
    }
  },
  {
    name: 'changes that are refused',
    async play(stage) {
      const topic = await ofTopic(stage)
      await topic.alter('append to a number', [['retention.ms', '1', append]])
      await topic.alter('subtract from a number', [['retention.ms', '1', subtract]])
      await topic.alter('set null', [['retention.ms', null]])
      await topic.alter('append null', [['cleanup.policy', null, append]])
      await topic.alter('an unknown config', [['nope', '1']])
      await topic.alter('append to an unknown config', [['nope', '1', append]])
      await topic.alter('delete an unknown config', [['nope', null, operations.delete]])
      await topic.alter('twice', [
        ['retention.ms', '1'],
        ['retention.ms', null, operations.delete]
      ])
      await topic.alter('one of two', [
        ['retention.ms', '1'],
        ['retention.bytes', 'x']
      ])
      await topic.alter('lags that contradict', [
        ['min.compaction.lag.ms', '10'],
        ['max.compaction.lag.ms', '5']
      ])
      for (const name of ['missing', '', 'a b']) {
        const other = await ConfigActor.enter(stage, resources.topic, name)
        await other.describe(`describe '${name}'`)
        await other.alter(`alter '${name}'`, [['retention.ms', '1']])
        await other.alter(`alter '${name}' wrongly`, [['retention.ms', 'x']])
        await other.alter(`nothing of '${name}'`, [])
        await other.replace(`replace '${name}'`, [['retention.ms', '1']])
        await other.replace(`replace '${name}' wrongly`, [['retention.ms', 'x']])
      }
      for (const type of [0, 1, 3, 99]) {
        const other = await ConfigActor.enter(stage, type, 'x')
        await other.describe(`describe type ${type}`)
        await other.alter(`alter type ${type}`, [['retention.ms', '1']])
        await other.replace(`replace type ${type}`, [['retention.ms', '1']])
      }
      await topic.describe('after all', ['retention.ms', 'retention.bytes'])
    }
  },
  {
    name: 'values of topic configs',
    async play(stage) {
      const topic = await ofTopic(stage)
      for (const [name, ...values] of wrongValues) for (const value of values) await topic.alter(`${name}=${value}`, [[name, value]], true)
      await topic.describe('nothing has changed', ['retention.ms', 'cleanup.policy'])
    }
  },
  {
    name: 'replacing all configs of a topic',
    async play(stage) {
      const topic = await ofTopic(stage)
      const some = ['retention.ms', 'retention.bytes']
      await topic.alter('before', [['retention.bytes', '10']])
      await topic.replace('one', [['retention.ms', '44']])
      await topic.describe('one', some)
      await topic.replace('an unknown config', [['nope', '44']])
      await topic.replace('null', [['retention.ms', null]])
      await topic.replace('a wrong value', [['retention.ms', 'x']])
      await topic.replace('twice', [
        ['retention.ms', '1'],
        ['retention.ms', '2']
      ])
      await topic.replace('only validated', [['retention.bytes', '5']], true)
      await topic.describe('as before', some)
      await topic.replace('none', [])
      await topic.describe('none', some)
    }
  },
  {
    name: 'several resources in one request',
    async play(stage) {
      const { name } = await stage.topic('topic', 1)
      const client = await stage.client('configs')
      const alter = (label: string, ...some: [number, string, string, string][]): Promise<unknown> =>
        stage.ask(label, client, incrementalAlterConfigsApi, 0, {
          resources: some.map(([resourceType, resourceName, config, value]) => ({
            resourceType,
            resourceName,
            configs: [{ name: config, configOperation: 0, value }]
          })),
          validateOnly: false
        })
      await alter('a topic twice', [2, name, 'retention.ms', '1'], [2, name, 'retention.bytes', '1'])
      await alter('good and bad', [2, name, 'retention.ms', '1'], [2, 'missing', 'retention.ms', '1'], [1, name, 'retention.ms', '1'])
      const wanted = [resources.topic, resources.topic].map(resourceType => ({
        resourceType,
        resourceName: name,
        configurationKeys: ['retention.ms']
      }))
      await stage.ask('describe twice', client, describeConfigsApi, 4, { resources: wanted })
      await stage.ask('describe none', client, describeConfigsApi, 4, { resources: [] })
      await stage.ask('one type is wrong', client, describeConfigsApi, 4, {
        resources: [...wanted, { resourceType: 1, resourceName: 'x', configurationKeys: null }]
      })
    }
  }
]
