import { brokerConfigs } from '../../../../src/testing/configs/config-definitions'
import { keptBrokerConfigs } from '../../../../src/testing/configs/kept-broker-configs'
import { describeConfigsApi } from '../../../../src/protocol/generated/describe-configs'
import type { Script } from '../../scripts/stage'
import { ConfigActor, operations, resources } from './config-actor'

/** The embedded broker keeps nobody waiting. */
const others = new Set(['group.initial.rebalance.delay.ms'])

const some = ['message.max.bytes', 'log.retention.ms', 'log.cleanup.policy', 'max.connections']

/** Configs of brokers; every script leaves them as they were. */
export const brokerConfigScripts: Script[] = [
  {
    name: 'types and defaults of broker configs',
    async play(stage) {
      const client = await stage.client('configs')
      const names = [...brokerConfigs.keys(), ...keptBrokerConfigs.keys()].filter(name => !others.has(name)).sort()
      const answer = await stage.settled(
        stage.start(client, describeConfigsApi, 4, {
          resources: [{ resourceType: resources.broker, resourceName: '1', configurationKeys: names }],
          includeSynonyms: true
        })
      )
      const described = answer.results[0].configs.map(({ name, configType, readOnly, isSensitive, synonyms }) => {
        const standard = synonyms.find(one => one.source === 5)
        // The listeners' default names every protocol, in an order that means nothing.
        const value = name === 'listener.security.protocol.map' ? standard?.value?.split(',').sort().join(',') : standard?.value
        return `${name}: type ${configType}, ${readOnly ? 'read-only' : 'dynamic'}, ${isSensitive ? 'sensitive, ' : ''}default ${value}`
      })
      stage.record('defaults', described.sort())
    }
  },
  {
    name: 'configs of one broker and of all',
    async play(stage) {
      const { name } = await stage.topic('topic', 1)
      const all = await ConfigActor.enter(stage, resources.broker, '')
      const one = await ConfigActor.enter(stage, resources.broker, '1')
      const topic = await ConfigActor.enter(stage, resources.topic, name)
      const inherited = ['max.message.bytes', 'retention.ms', 'cleanup.policy']
      await all.describe('all at first')
      await all.alter('set for all', [
        ['message.max.bytes', '2000000'],
        ['log.retention.ms', '9999'],
        ['log.cleanup.policy', 'compact', operations.append]
      ])
      await all.describe('all')
      await one.describe('one', some)
      await topic.describe('what a topic inherits', inherited)
      await one.alter('set for one', [
        ['message.max.bytes', '3000000'],
        ['max.connections', '1000']
      ])
      await one.describe('its own', some)
      await topic.describe('what a topic inherits now', inherited)
      await one.replace('nothing of its own', [])
      await one.describe('its own are gone', some)
      await all.replace('all have to keep this one', [['log.retention.ms', '1']])
      await all.replace('nothing for all', [['min.insync.replicas', '1']])
      await all.describe('all at last')
      await topic.describe('what a topic inherits at last', inherited)
    }
  },
  {
    name: 'changes of broker configs that are refused',
    async play(stage) {
      for (const name of ['', '1']) {
        const broker = await ConfigActor.enter(stage, resources.broker, name)
        await broker.alter(`'${name}': read-only`, [['num.partitions', '3']])
        await broker.alter(`'${name}': read-only, deleted`, [['num.partitions', null, operations.delete]])
        await broker.alter(`'${name}': a wrong value`, [['message.max.bytes', 'x']])
        await broker.alter(`'${name}': too small`, [['log.cleaner.threads', '-1']])
        await broker.alter(`'${name}': append to a number`, [['message.max.bytes', '1', operations.append]])
        await broker.alter(`'${name}': append to an unknown one`, [['nope', '1', operations.append]])
        await broker.alter(`'${name}': in-sync replicas`, [['min.insync.replicas', '1']], true)
        await broker.alter(`'${name}': no in-sync replicas`, [['min.insync.replicas', null, operations.delete]], true)
        await broker.alter(`'${name}': null`, [['max.connections', null]])
        await broker.alter(`'${name}': nothing`, [])
        await broker.replace(`'${name}': replace a read-only one`, [['num.partitions', '3']])
        await broker.alter(`'${name}': twice`, [
          ['max.connections', '1'],
          ['max.connections', '2']
        ])
      }
      for (const name of ['7', 'x']) {
        const broker = await ConfigActor.enter(stage, resources.broker, name)
        await broker.alter(`'${name}': alter`, [['max.connections', '1000']], true)
        await broker.replace(`'${name}': replace`, [['max.connections', '1000']], true)
        await broker.describe(`'${name}': describe`)
      }
      const all = await ConfigActor.enter(stage, resources.broker, '')
      await all.describe('all as before')
    }
  },
  {
    name: 'configs that no broker knows',
    async play(stage) {
      const all = await ConfigActor.enter(stage, resources.broker, '')
      const one = await ConfigActor.enter(stage, resources.broker, '1')
      const deleted = ['nope', null, operations.delete] as const
      await all.alter('set for all', [['nope', '1']])
      await one.alter('set for one', [['nope', '2']])
      await one.describe('one', ['nope'])
      await one.alter('delete from one', [deleted])
      await one.describe('all', ['nope'])
      await all.alter('delete from all', [deleted])
      await one.describe('none', ['nope'])
    }
  },
  {
    name: 'configs that are listed when they are set',
    async play(stage) {
      const all = await ConfigActor.enter(stage, resources.broker, '')
      const one = await ConfigActor.enter(stage, resources.broker, '1')
      const name = 'leader.replication.throttled.rate'
      await one.describe('not set', [name])
      await one.alter('no number', [[name, 'x']])
      await one.alter('set for one', [[name, '1000000']])
      await all.alter('set for all', [[name, '2000000']])
      await one.describe('one', [name])
      await all.describe('all', [name])
      await one.alter('deleted from one', [[name, null, operations.delete]])
      await all.alter('deleted from all', [[name, null, operations.delete]])
      await one.describe('deleted', [name])
    }
  },
  {
    name: 'levels of loggers',
    async play(stage) {
      const loggers = await ConfigActor.enter(stage, resources.logger, '1')
      const names = ['kafka.server.KafkaApis', 'root', 'no.such.Logger']
      const set = async (label: string, logger: string, level: string | null, operation?: number): Promise<void> => {
        await loggers.alter(label, [[logger, level, operation]])
        await loggers.describe(label, names)
      }
      await set('the level of the cluster under test', 'root', 'WARN')
      await set('set', 'kafka.server.KafkaApis', 'ERROR')
      await set('in small letters', 'kafka.server.KafkaApis', 'fatal')
      await set('no level', 'kafka.server.KafkaApis', 'LOUD')
      await set('append', 'kafka.server.KafkaApis', 'FATAL', operations.append)
      await set('delete', 'kafka.server.KafkaApis', null, operations.delete)
      await set('no logger', 'no.such.Logger', 'FATAL')
      await set('delete the root', 'root', null, operations.delete)
      await set('null', 'root', null)
      await loggers.alter('only validated', [['kafka.server.KafkaApis', 'FATAL']], true)
      await loggers.describe('only validated', names)
      await loggers.replace('replace', [['root', 'WARN']])
      for (const name of ['7', 'x', '']) {
        const other = await ConfigActor.enter(stage, resources.logger, name)
        await other.alter(`'${name}': alter`, [['root', 'WARN']])
        await other.describe(`'${name}': describe`)
      }
    }
  }
]
