import { consumerGroupDescribeApi } from '../../../../src/protocol/generated/consumer-group-describe'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { writeAssignment } from '../../../../src/testing/coordinators/groups/consumer-protocol'
import { writeSubscription } from '../../support/write-subscription'
import { ClassicActor } from './classic-actor'
import { ConsumerActor } from './consumer-actor'
import type { Script, Stage } from './stage'

async function describe(stage: Stage, group: string): Promise<void> {
  const client = await stage.client('observer')
  await stage.ask('describe consumer group', client, consumerGroupDescribeApi, 1, { groupIds: [group] })
  await stage.ask('describe classic group', client, describeGroupsApi, 6, { groups: [group] })
}

async function scene(stage: Stage): Promise<{ old: ClassicActor; ann: ConsumerActor; topic: string; group: string; wish: object }> {
  const group = stage.unique('group')
  const { name: topic } = await stage.topic('topic', 4)
  await stage.ready(group)
  const old = await ClassicActor.enter(stage, 'old', group)
  old.protocolType = 'consumer'
  const wish = { protocols: [{ name: 'range', metadata: writeSubscription([topic], [], 3) }] }
  return { old, ann: await ConsumerActor.enter(stage, 'ann', group), topic, group, wish }
}

function owning(topic: string, partitions: number[]): object {
  return { protocols: [{ name: 'range', metadata: writeSubscription([topic], [{ topic, partitions }], 3) }] }
}

/** Groups on their way from one protocol to the other (KIP-848, online migration). */
export const migrationScripts: Script[] = [
  {
    name: 'a classic group that is empty becomes a consumer group and the other way round',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      await old.join(wish)
      await old.sync({ [old.memberId]: '' })
      await old.commit(topic, 1, 11)
      await old.leave()
      await ann.join([topic])
      await ann.fetch(topic)
      await describe(stage, group)
      await ann.leave()
      old.memberId = ''
      await old.join(wish)
      await describe(stage, group)
    }
  },
  {
    name: 'a consumer joins a classic group, and the last consumer leaves',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      await old.join(wish)
      const assignment = writeAssignment(new Map([[topic, [0, 1, 2, 3]]]), 3)
      await old.sync({}, { assignments: [{ memberId: old.memberId, assignment }] })
      await old.heartbeat()
      await ann.join([topic])
      await describe(stage, group)
      await old.heartbeat()
      await old.sync()
      await old.commit(topic, 0, 1)
      await old.join(owning(topic, [0, 1, 2, 3]))
      await old.sync()
      await ann.beat()
      await old.heartbeat()
      await old.join(owning(topic, [0, 1]))
      await old.sync()
      await old.heartbeat()
      await ann.beat()
      await describe(stage, group)
      await old.commit(topic, 0, 2)
      await ann.commit(topic, 3, 3)
      await old.heartbeat({ memberId: ann.memberId, generationId: ann.memberEpoch })
      await old.heartbeat({ generationId: 77 })
      await ann.leave()
      await describe(stage, group)
      await old.heartbeat()
      await old.join(owning(topic, [0, 1]))
    }
  },
  {
    name: 'a classic consumer joins a consumer group and leaves',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      await ann.join([topic])
      await old.join({ protocolType: 'connect' })
      await old.join({ protocols: [{ name: 'range', metadata: Buffer.alloc(0) }] })
      await old.joined(old.startJoin(wish))
      await old.joined(old.startJoin(wish))
      await old.sync()
      await old.heartbeat()
      await ann.beat()
      await ann.owns()
      await old.heartbeat()
      await old.join(wish)
      await old.sync()
      await describe(stage, group)
      await old.leave()
      await ann.beat()
      await ann.beat()
      await describe(stage, group)
    }
  },
  {
    name: 'a classic group that is not of consumers stays one',
    async play(stage) {
      const { old, ann, topic, group } = await scene(stage)
      old.protocolType = 'connect'
      await old.join({ protocols: [{ name: 'default', metadata: Buffer.from('x') }] })
      await old.sync({ [old.memberId]: 'all' })
      await ann.join([topic])
      await ann.beat({ memberEpoch: 2 })
      await ann.leave()
      await old.heartbeat()
      await describe(stage, group)
    }
  }
]
