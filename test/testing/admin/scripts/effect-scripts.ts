import { consumerGroupHeartbeatApi } from '../../../../src/protocol/generated/consumer-group-heartbeat'
import { produceApi } from '../../../../src/protocol/generated/produce'
import type { Script, Stage } from '../../scripts/stage'
import { makeBatch, type RecordSpec } from '../../support/make-batch'
import type { WireClient } from '../../support/wire-client'
import { ConfigActor, operations, resources } from './config-actor'

/** How long a real broker may take until all of it knows of a change, ms. */
const spreadMs = 400

async function produce(stage: Stage, label: string, client: WireClient, name: string, record: RecordSpec): Promise<void> {
  const partitionData = [{ index: 0, records: makeBatch([record]) }]
  const answer = await stage.settled(
    stage.start(client, produceApi, 12, { acks: -1, timeoutMs: 30_000, topicData: [{ name, partitionData }] })
  )
  const [{ errorCode, logAppendTimeMs }] = answer.responses[0].partitionResponses
  stage.record(label, { errorCode, time: logAppendTimeMs < 0n ? 'of the record' : 'of the broker' })
}

/** What is altered holds at once. */
export const effectScripts: Script[] = [
  {
    name: 'configs of a topic decide about records',
    async play(stage) {
      const { name } = await stage.topic('topic', 1)
      const topic = await ConfigActor.enter(stage, resources.topic, name)
      const client = await stage.client('producer')
      const large = 'x'.repeat(1000)
      const alter = async (config: string, value: string): Promise<void> => {
        await topic.alter(`${config}=${value}`, [[config, value]])
        await stage.wait(spreadMs)
      }
      await produce(stage, 'at first', client, name, large)
      await alter('max.message.bytes', '500')
      await produce(stage, 'too large', client, name, large)
      await produce(stage, 'small', client, name, 'x')
      await alter('message.timestamp.type', 'LogAppendTime')
      await produce(stage, 'with time', client, name, 'x')
      await alter('min.insync.replicas', '2')
      await produce(stage, 'with too few in sync', client, name, 'x')
      await topic.alter('compacted', [
        ['min.insync.replicas', '1'],
        ['cleanup.policy', 'compact']
      ])
      await stage.wait(spreadMs)
      await produce(stage, 'without a key', client, name, 'x')
      await produce(stage, 'with a key', client, name, { key: 'k', value: 'x' })
      await topic.alter('other times', [
        ['message.timestamp.type', 'CreateTime'],
        ['message.timestamp.before.max.ms', '1000']
      ])
      await stage.wait(spreadMs)
      await produce(stage, 'too old', client, name, { key: 'k', value: 'x' })
      await topic.replace('nothing', [])
      await stage.wait(spreadMs)
      await produce(stage, 'as at first', client, name, large)
    }
  },
  {
    name: 'broker configs decide where a topic has none',
    async play(stage) {
      const { name } = await stage.topic('topic', 1)
      const all = await ConfigActor.enter(stage, resources.broker, '')
      const client = await stage.client('producer')
      const large = 'x'.repeat(1000)
      await all.alter('small for all', [['message.max.bytes', '500']])
      await stage.wait(spreadMs)
      await produce(stage, 'too large', client, name, large)
      const topic = await ConfigActor.enter(stage, resources.topic, name)
      await topic.alter('large for one topic', [['max.message.bytes', '5000']])
      await stage.wait(spreadMs)
      await produce(stage, 'not too large', client, name, large)
      await topic.replace('nothing', [])
      await all.alter('large for all', [['message.max.bytes', '5000']])
      const one = await ConfigActor.enter(stage, resources.broker, '1')
      await one.alter('small for one broker', [['message.max.bytes', '500']])
      await stage.wait(spreadMs)
      await produce(stage, 'too large for it', client, name, large)
      await one.alter('nothing of its own', [['message.max.bytes', null, operations.delete]])
      await all.alter('as at first', [['message.max.bytes', null, operations.delete]])
      await stage.wait(spreadMs)
      await produce(stage, 'not too large again', client, name, large)
    }
  },
  {
    name: 'configs of a group decide how often members beat',
    async play(stage) {
      const groupId = stage.unique('group')
      await stage.ready(groupId)
      const { name } = await stage.topic('topic', 1)
      const group = await ConfigActor.enter(stage, resources.group, groupId)
      const client = await stage.client('member')
      const memberId = 'member'
      const beat = async (label: string, memberEpoch: number): Promise<number> => {
        await stage.wait(spreadMs)
        const joining = memberEpoch === 0 ? { rebalanceTimeoutMs: 5000, subscribedTopicNames: [name], topicPartitions: [] } : {}
        const answer = await stage.settled(
          stage.start(client, consumerGroupHeartbeatApi, 1, { groupId, memberId, memberEpoch, ...joining })
        )
        stage.record(label, [answer.errorCode, answer.heartbeatIntervalMs])
        return answer.memberEpoch
      }
      await group.alter('before there is one', [['consumer.heartbeat.interval.ms', '700']])
      const epoch = await beat('join', 0)
      await group.alter('now', [['consumer.heartbeat.interval.ms', '900']])
      await beat('beat', epoch)
      await group.replace('none', [])
      await beat('beat again', epoch)
    }
  }
]
