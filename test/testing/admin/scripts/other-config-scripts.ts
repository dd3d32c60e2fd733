import { listConfigResourcesApi } from '../../../../src/protocol/generated/list-config-resources'
import type { Script } from '../../scripts/stage'
import { ConfigActor, operations, resources } from './config-actor'

/** Configs of groups and of client metrics subscriptions, and lists of what has configs. */
export const otherConfigScripts: Script[] = [
  {
    name: 'configs of groups',
    async play(stage) {
      const group = await ConfigActor.enter(stage, resources.group, stage.unique('group'))
      const some = ['consumer.session.timeout.ms', 'share.isolation.level', 'share.auto.offset.reset', 'streams.num.standby.replicas']
      await group.describe('at first', some)
      const set = async (name: string, ...values: string[]): Promise<void> => {
        for (const value of values) await group.alter(`${name}=${value}`, [[name, value]], true)
      }
      await set('consumer.session.timeout.ms', '100', '1000000', 'x', '50000', '3000')
      await set('consumer.heartbeat.interval.ms', '16000', '10', '5000')
      await set('share.auto.offset.reset', 'foo', 'earliest', 'by_duration:PT1H', 'by_duration:P', 'by_duration:1h')
      await set('share.isolation.level', 'foo', 'read_committed')
      await set('share.record.lock.duration.ms', '1', '15000')
      await set('share.delivery.count.limit', '1')
      await set('share.session.timeout.ms', '1', '45000', '70000')
      await set('streams.num.standby.replicas', '9', '1')
      await set('streams.session.timeout.ms', '1', '50000')
      await set('consumer.assignment.interval.ms', '20000', '1000')
      await set('nope', '1')
      await group.alter('a heartbeat as long as the session', [
        ['consumer.session.timeout.ms', '5000'],
        ['consumer.heartbeat.interval.ms', '5000']
      ])
      await group.alter('set', [
        ['consumer.session.timeout.ms', '50000'],
        ['share.isolation.level', 'read_committed']
      ])
      await group.describe('set', some)
      await group.replace('replaced', [['consumer.session.timeout.ms', '55000']])
      await group.describe('replaced', some)
      await group.replace('none', [])
      await group.describe('none', some)
      const nameless = await ConfigActor.enter(stage, resources.group, '')
      await nameless.alter('nameless', [['consumer.session.timeout.ms', '50000']])
      await nameless.describe('nameless')
    }
  },
  {
    name: 'configs of client metrics subscriptions',
    async play(stage) {
      const metrics = await ConfigActor.enter(stage, resources.clientMetrics, stage.unique('metrics'))
      await metrics.describe('at first')
      for (const value of ['5', '5000000', 'x', '100', '3600000']) await metrics.alter(`every ${value}`, [['interval.ms', value]], true)
      for (const value of ['foo=1', 'client_id=[', 'client_id', 'client_id=a.*,client_software_name=b', '']) {
        await metrics.alter(`match ${value}`, [['match', value]], true)
      }
      await metrics.alter('unknown', [['nope', '1']])
      await metrics.alter('set', [
        ['interval.ms', '5000'],
        ['metrics', 'org.apache.'],
        ['match', 'client_id=a.*']
      ])
      await metrics.describe('set')
      await metrics.alter('append', [['metrics', 'other.', operations.append]])
      await metrics.describe('append')
      await metrics.replace('none', [])
      await metrics.describe('none')
      const nameless = await ConfigActor.enter(stage, resources.clientMetrics, '')
      await nameless.alter('nameless', [['interval.ms', '5000']])
      await nameless.describe('nameless')
    }
  },
  {
    name: 'what has configs',
    async play(stage) {
      const { name: topic } = await stage.topic('topic', 1)
      const [group, metrics] = [stage.unique('group'), stage.unique('metrics')]
      const ofGroup = await ConfigActor.enter(stage, resources.group, group)
      const ofMetrics = await ConfigActor.enter(stage, resources.clientMetrics, metrics)
      const client = await stage.client('lister')
      const list = async (label: string, resourceTypes: number[], version = 1): Promise<void> => {
        const body = version === 0 ? {} : { resourceTypes }
        const { errorCode, configResources } = await stage.settled(stage.start(client, listConfigResourcesApi, version, body))
        const mine = configResources.filter(({ resourceName }) => ['1', topic, group, metrics].includes(resourceName))
        stage.record(label, [errorCode, mine.map(({ resourceType, resourceName }) => `${resourceType} ${resourceName}`).sort()])
      }
      await list('before', [])
      await ofGroup.alter('a group', [['consumer.session.timeout.ms', '50000']])
      await ofMetrics.alter('metrics', [['interval.ms', '5000']])
      await stage.wait(300)
      await list('all', [])
      for (const type of [...Object.values(resources), 1, 99]) await list(`type ${type}`, [type])
      await list('two types', [resources.group, resources.clientMetrics])
      await list('a wrong type among them', [resources.group, 1])
      await list('version 0', [], 0)
      await ofGroup.alter('no group', [['consumer.session.timeout.ms', null, operations.delete]])
      await ofMetrics.alter('no metrics', [['interval.ms', null, operations.delete]])
      await stage.wait(300)
      await list('after', [resources.group, resources.clientMetrics])
    }
  }
]
