import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { ClassicActor, gather, rejoin, syncAll } from './classic-actor'
import type { Script, Stage } from '../../scripts/stage'

async function describe(stage: Stage, group: string, version = 5): Promise<void> {
  const client = await stage.client('observer')
  await stage.ask('describe', client, describeGroupsApi, version, { groups: [group] })
}

async function three(stage: Stage): Promise<[ClassicActor, ClassicActor, ClassicActor]> {
  const group = stage.unique('group')
  await stage.ready(group)
  const ann = await ClassicActor.enter(stage, 'ann', group)
  const bob = await ClassicActor.enter(stage, 'bob', group)
  const eve = await ClassicActor.enter(stage, 'eve', group)
  return [ann, bob, eve]
}

/** Rules of JoinGroup, SyncGroup, Heartbeat and LeaveGroup for dynamic members. */
export const classicScripts: Script[] = [
  {
    name: 'a member joins alone, syncs, beats and leaves',
    async play(stage) {
      const [ann] = await three(stage)
      await ann.join()
      await describe(stage, ann.group)
      await ann.sync({ [ann.memberId]: 'everything' })
      await ann.heartbeat()
      await describe(stage, ann.group)
      await ann.sync()
      await ann.leave()
      await describe(stage, ann.group)
      await ann.heartbeat()
      await ann.join()
    }
  },
  {
    name: 'below version 4 the first JoinGroup is enough',
    async play(stage) {
      const [ann, bob] = await three(stage)
      await ann.join({}, 3)
      await ann.sync({ [ann.memberId]: 'everything' }, {}, 2)
      const second = bob.startJoin({ memberId: '' }, 0)
      await stage.wait(100)
      await ann.heartbeat({}, 0)
      const again = ann.startJoin({}, 1)
      await bob.joined(second)
      await ann.joined(again)
      await ann.leave({}, 1)
      await bob.heartbeat({}, 1)
    }
  },
  {
    name: 'what JoinGroup refuses',
    async play(stage) {
      const [ann, bob, eve] = await three(stage)
      await ann.join({ groupId: '' })
      await ann.join({ sessionTimeoutMs: 10 })
      await ann.join({ sessionTimeoutMs: 3_600_000 })
      await ann.join({ memberId: 'made-up' })
      await ann.join({ protocolType: '' })
      await ann.join({ protocols: [] })
      await gather([ann])
      await ann.join({ memberId: 'made-up' })
      await bob.join({ protocolType: 'connect' })
      await bob.join({ protocols: [{ name: 'other', metadata: Buffer.from('x') }] })
      await eve.join({ memberId: ann.memberId, groupInstanceId: 'unknown-instance' })
      await describe(stage, ann.group)
    }
  },
  {
    name: 'what SyncGroup and Heartbeat refuse',
    async play(stage) {
      const [ann, bob] = await three(stage)
      await ann.sync({}, { groupId: '', memberId: 'made-up', protocolName: 'range' })
      await ann.sync({}, { memberId: 'made-up', protocolName: 'range' })
      await ann.heartbeat({ memberId: 'made-up' })
      await ann.heartbeat({ groupId: '' })
      await ann.leave({ members: [{ memberId: 'made-up', groupInstanceId: null }] })
      await ann.leave({ memberId: 'made-up' }, 2)
      await gather([ann, bob])
      for (const overrides of [
        { memberId: 'made-up' },
        { generationId: 17 },
        { protocolType: 'connect' },
        { protocolName: 'other' },
        { protocolType: null, protocolName: null },
        { groupInstanceId: 'unknown-instance' }
      ]) {
        await ann.sync({}, overrides)
      }
      for (const overrides of [{ memberId: 'made-up' }, { memberId: '' }, { generationId: 17 }, { groupInstanceId: 'unknown-instance' }]) {
        await ann.heartbeat(overrides)
      }
      await ann.leave({
        members: [
          { memberId: 'made-up', groupInstanceId: null },
          { memberId: '', groupInstanceId: null },
          { memberId: '', groupInstanceId: 'unknown-instance' },
          { memberId: bob.memberId, groupInstanceId: null }
        ]
      })
      await ann.leave({ groupId: '' })
    }
  },
  {
    name: 'a round: the others are told, join, and the leader assigns',
    async play(stage) {
      const [ann, bob, eve] = await three(stage)
      await gather([ann, bob])
      await eve.joined(eve.startJoin())
      const joining = eve.startJoin()
      await stage.wait(100)
      await ann.heartbeat()
      await bob.heartbeat()
      await describe(stage, ann.group)
      await ann.sync()
      const bobAgain = bob.startJoin()
      await stage.wait(50)
      const annAgain = ann.startJoin()
      for (const [actor, sent] of [
        [ann, annAgain],
        [bob, bobAgain],
        [eve, joining]
      ] as const) {
        await actor.joined(sent)
      }
      await ann.heartbeat()
      await describe(stage, ann.group)
      await syncAll(ann, bob, eve)
      await bob.heartbeat({ generationId: 1 })
      await describe(stage, ann.group)
    }
  },
  {
    name: 'JoinGroup again, in each state',
    async play(stage) {
      const [ann, bob] = await three(stage)
      await gather([ann, bob])
      await rejoin([ann, bob])
      // Completing: the same again is answered again.
      await ann.join()
      await bob.join()
      await syncAll(ann, bob)
      // Stable: a follower with nothing new is answered, the leader begins a round.
      await bob.join()
      await bob.sync()
      const leading = ann.startJoin()
      await stage.wait(50)
      await bob.heartbeat()
      const following = bob.startJoin()
      await ann.joined(leading)
      await bob.joined(following)
      await syncAll(ann, bob)
      // Stable: a follower with news begins a round as well.
      const news = bob.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('news') }] })
      await stage.wait(50)
      await ann.heartbeat()
      const back = ann.startJoin()
      await bob.joined(news)
      await ann.joined(back)
    }
  },
  {
    name: 'the protocol that most members prefer, among those that all know',
    async play(stage) {
      const [ann, bob, eve] = await three(stage)
      const named = (...names: string[]): object => ({ protocols: names.map(name => ({ name, metadata: Buffer.from(name) })) })
      const wishes = [named('a', 'b', 'c'), named('b', 'c', 'a'), named('c', 'b', 'x')]
      const actors = [ann, bob, eve]
      await gather(actors, actor => wishes[actors.indexOf(actor)])
    }
  },
  {
    name: 'a waiting SyncGroup is sent back when the round begins anew',
    async play(stage) {
      const [ann, bob, eve] = await three(stage)
      await gather([ann, bob])
      await rejoin([ann, bob])
      const waiting = bob.startSync()
      await eve.joined(eve.startJoin())
      const late = eve.startJoin()
      await bob.synced(waiting)
      await ann.sync({ [ann.memberId]: 'x' })
      await describe(stage, ann.group)
      await rejoin([ann, bob], () => ({}), [[eve, late]])
    }
  },
  {
    name: 'a member leaves while others join, and the leader leaves',
    async play(stage) {
      const [ann, bob] = await three(stage)
      await gather([ann, bob])
      const bobJoins = bob.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('news') }] })
      await stage.wait(50)
      await ann.leave()
      await bob.joined(bobJoins)
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a member whose session ends is gone, and the rest go on',
    async play(stage) {
      const [ann, bob] = await three(stage)
      const short = { sessionTimeoutMs: 1500, rebalanceTimeoutMs: 3000 }
      await gather([ann, bob], () => short)
      for (let i = 0; i < 4; i++) {
        await stage.wait(500)
        await stage.quiet(() => ann.heartbeat())
      }
      await ann.heartbeat()
      await bob.heartbeat()
      await ann.join(short)
      await ann.sync({ [ann.memberId]: 'everything' })
      await stage.wait(2200)
      await describe(stage, ann.group)
      await ann.heartbeat()
    }
  },
  {
    name: 'a member that does not come back within the rebalance timeout is left out',
    async play(stage) {
      const [ann, bob] = await three(stage)
      const limits = { sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 1200 }
      await gather([ann, bob], () => limits)
      await ann.joined(ann.startJoin(limits))
      await bob.heartbeat()
      await ann.sync({ [ann.memberId]: 'everything' })
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a member that joins and does not sync is removed after the rebalance timeout',
    async play(stage) {
      const [ann, bob] = await three(stage)
      const limits = { sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 1200 }
      await gather([ann, bob], () => limits)
      await rejoin([ann, bob], () => limits)
      await ann.sync({ [ann.memberId]: 'a', [bob.memberId]: 'b' })
      await stage.wait(1600)
      await ann.heartbeat()
      await bob.heartbeat()
      await ann.joined(ann.startJoin(limits))
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a session also ends while the group waits for SyncGroup',
    async play(stage) {
      const [ann, bob] = await three(stage)
      const wish = (actor: ClassicActor): object => ({ sessionTimeoutMs: actor === bob ? 1500 : 10_000 })
      await gather([ann, bob], wish)
      await rejoin([ann, bob], wish)
      await stage.wait(2000)
      await ann.heartbeat()
      await bob.heartbeat()
    }
  },
  {
    name: 'a place that nobody takes holds the round up for a session only',
    async play(stage) {
      const [ann, bob] = await three(stage)
      await gather([ann])
      await bob.joined(bob.startJoin({ sessionTimeoutMs: 1500 }))
      await ann.heartbeat()
      await ann.joined(ann.startJoin())
      await describe(stage, ann.group)
      await bob.joined(bob.startJoin({ sessionTimeoutMs: 1500 }))
    }
  },
  {
    name: 'a member that was given an id may leave with it',
    async play(stage) {
      const [ann] = await three(stage)
      await ann.joined(ann.startJoin())
      await describe(stage, ann.group)
      await ann.leave()
      await ann.joined(ann.startJoin())
    }
  }
]
