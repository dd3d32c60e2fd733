import { consumerGroupDescribeApi } from '../../../../src/protocol/generated/consumer-group-describe'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { writeAssignment } from '../../../../src/testing/coordinators/groups/consumer-protocol'
import { writeSubscription } from '../../support/write-subscription'
import { ClassicActor, gather } from './classic-actor'
import { ConsumerActor } from './consumer-actor'
import type { Script, Stage } from '../../scripts/stage'

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

/** Joins where nobody has had anything before: who gets what is chance. */
async function joinQuietly(actor: ConsumerActor, topic: string): Promise<void> {
  let errorCode = -1
  await actor.stage.quiet(async () => {
    errorCode = await actor.join([topic])
  })
  actor.stage.record(`${actor.name} join`, { errorCode })
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
    name: 'who waits in a classic group is sent back when it becomes a consumer group',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      const second = await ClassicActor.enter(stage, 'second', group)
      second.protocolType = 'consumer'
      await gather([old, second], () => wish)
      const waiting = old.startJoin(wish)
      await stage.wait(100)
      await joinQuietly(ann, topic)
      await old.joined(waiting)
      await second.heartbeat()
    }
  },
  {
    name: 'a classic member of a consumer group that is silent is out',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      await gather([old], () => ({ ...wish, sessionTimeoutMs: 1500 }))
      await joinQuietly(ann, topic)
      await stage.wait(2200)
      await ann.beat()
      await describe(stage, group)
    }
  },
  {
    name: 'a classic member of a consumer group has its rebalance timeout to join again',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      const bob = await ConsumerActor.enter(stage, 'bob', group)
      const limits = { ...wish, rebalanceTimeoutMs: 1500 }
      await ann.join([topic])
      await old.join(limits)
      await old.sync()
      await ann.beat()
      await ann.owns()
      await old.heartbeat()
      await old.join(limits)
      await old.sync()
      await bob.join([topic])
      await old.heartbeat()
      for (let i = 0; i < 4; i++) {
        await stage.wait(600)
        await stage.quiet(() => old.heartbeat())
      }
      await old.heartbeat()
    }
  },
  {
    name: 'a classic member of a consumer group has its rebalance timeout to sync',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      await ann.join([topic])
      await old.join({ ...wish, rebalanceTimeoutMs: 1500 })
      await stage.wait(800)
      await old.heartbeat()
      await stage.wait(1200)
      await old.heartbeat()
      await describe(stage, group)
    }
  },
  {
    name: 'a classic member that has partitions to give up is told to join',
    async play(stage) {
      const { old, ann, topic, group, wish } = await scene(stage)
      const assignment = writeAssignment(new Map([[topic, [0, 1, 2, 3]]]), 3)
      await old.join(wish)
      await old.sync({}, { assignments: [{ memberId: old.memberId, assignment }] })
      await ann.join([topic])
      await old.join(owning(topic, [0, 1, 2, 3]))
      await old.heartbeat()
      await old.sync()
      await old.heartbeat()
      await describe(stage, group)
    }
  },
  {
    name: 'a static member goes from one protocol to the other',
    async play(stage) {
      const { topic, group, wish } = await scene(stage)
      const old = await ClassicActor.enter(stage, 'static-old', group, 'instance-a')
      old.protocolType = 'consumer'
      await gather([old], () => wish)
      const next = await ConsumerActor.enter(stage, 'next', group, 'instance-a')
      await next.join([topic])
      await old.heartbeat()
      await next.beat()
      await describe(stage, group)
      const back = await ClassicActor.enter(stage, 'back', group, 'instance-a')
      back.protocolType = 'consumer'
      await back.joined(back.startJoin(wish))
      await next.leave(-2)
      await back.joined(back.startJoin(wish))
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
