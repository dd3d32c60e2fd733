import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { ClassicActor, gather, rejoin, syncAll } from './classic-actor'
import type { Script, Stage } from '../../scripts/stage'

async function describe(stage: Stage, group: string): Promise<void> {
  await stage.ask('describe', await stage.client('observer'), describeGroupsApi, 5, { groups: [group] })
}

/** A stable group of a static leader and a static follower. */
async function pair(stage: Stage): Promise<[ClassicActor, ClassicActor]> {
  const group = stage.unique('group')
  await stage.ready(group)
  const ann = await ClassicActor.enter(stage, 'ann', group, 'instance-a')
  const bob = await ClassicActor.enter(stage, 'bob', group, 'instance-b')
  await ann.joined(ann.startJoin())
  const first = bob.startJoin()
  await stage.wait(100)
  const again = ann.startJoin()
  await bob.joined(first)
  await ann.joined(again)
  await syncAll(ann, bob)
  return [ann, bob]
}

/** Rules for members with a `group.instance.id` (KIP-345, KIP-814). */
export const staticScripts: Script[] = [
  {
    name: 'a static follower comes back without a rebalance, and its past self is fenced',
    async play(stage) {
      const [ann, bob] = await pair(stage)
      const next = await ClassicActor.enter(stage, 'bob2', bob.group, 'instance-b')
      await next.joined(next.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('meta bob') }] }))
      await bob.heartbeat()
      await bob.sync()
      await bob.join()
      await bob.leave()
      await bob.commit('whatever', 0, 1)
      await ann.heartbeat()
      await next.sync()
      await next.heartbeat()
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a static leader comes back and is told that nothing changed',
    async play(stage) {
      const [ann, bob] = await pair(stage)
      const next = await ClassicActor.enter(stage, 'ann2', ann.group, 'instance-a')
      await next.joined(next.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('meta ann') }] }))
      await bob.heartbeat()
      await next.sync()
      const older = await ClassicActor.enter(stage, 'ann3', ann.group, 'instance-a')
      await older.joined(older.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('meta ann') }] }, 8))
      await older.sync()
      await bob.heartbeat()
    }
  },
  {
    name: 'a static member that comes back with another protocol begins a round',
    async play(stage) {
      const [ann, bob] = await pair(stage)
      const next = await ClassicActor.enter(stage, 'bob2', bob.group, 'instance-b')
      await next.joined(next.startJoin({ protocols: [{ name: 'other', metadata: Buffer.from('x') }] }))
      const both = { protocols: ['other', 'range'].map(name => ({ name, metadata: Buffer.from('x') })) }
      await next.joined(next.startJoin(both))
      await ann.heartbeat()
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a static member that replaces another while it waits',
    async play(stage) {
      const [ann, bob] = await pair(stage)
      const waiting = bob.startJoin({ protocols: [{ name: 'range', metadata: Buffer.from('news') }] })
      await stage.wait(100)
      const next = await ClassicActor.enter(stage, 'bob2', bob.group, 'instance-b')
      const replacing = next.startJoin()
      await bob.joined(waiting)
      const annJoins = ann.startJoin()
      await next.joined(replacing)
      await ann.joined(annJoins)
      const waitingSync = next.startSync()
      await stage.wait(50)
      const last = await ClassicActor.enter(stage, 'bob3', bob.group, 'instance-b')
      const lastJoins = last.startJoin()
      await next.synced(waitingSync)
      await ann.heartbeat()
      const annAgain = ann.startJoin()
      await last.joined(lastJoins)
      await ann.joined(annAgain)
      await syncAll(ann, last)
    }
  },
  {
    name: 'an administrator removes static members by their names',
    async play(stage) {
      const [ann, bob] = await pair(stage)
      await ann.leave({
        members: [
          { memberId: '', groupInstanceId: 'instance-b' },
          { memberId: 'made-up', groupInstanceId: 'instance-a' },
          { memberId: '', groupInstanceId: 'nobody' }
        ]
      })
      await bob.heartbeat()
      await ann.heartbeat()
      await ann.joined(ann.startJoin())
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a static member that is silent loses its place when its session ends',
    async play(stage) {
      const group = stage.unique('group')
      await stage.ready(group)
      const ann = await ClassicActor.enter(stage, 'ann', group, 'instance-a')
      const limits = { sessionTimeoutMs: 1500, rebalanceTimeoutMs: 2000 }
      await ann.joined(ann.startJoin(limits))
      await ann.sync({ [ann.memberId]: 'everything' })
      await stage.wait(800)
      await describe(stage, group)
      await stage.wait(1500)
      await describe(stage, group)
      await ann.heartbeat()
    }
  },
  {
    name: 'a static member that does not come back in time keeps its place',
    async play(stage) {
      const group = stage.unique('group')
      await stage.ready(group)
      const ann = await ClassicActor.enter(stage, 'ann', group)
      const bob = await ClassicActor.enter(stage, 'bob', group, 'instance-b')
      const limits = (): object => ({ rebalanceTimeoutMs: 1200 })
      await gather([ann, bob], limits)
      await ann.joined(ann.startJoin(limits()))
      await describe(stage, group)
      await bob.heartbeat()
    }
  },
  {
    name: 'a static member whose return changes the protocol that all agree on begins a round',
    async play(stage) {
      const group = stage.unique('group')
      await stage.ready(group)
      const [ann, bob] = [
        await ClassicActor.enter(stage, 'ann', group, 'instance-a'),
        await ClassicActor.enter(stage, 'bob', group, 'instance-b')
      ]
      const both = (): object => ({ protocols: ['a', 'b'].map(name => ({ name, metadata: Buffer.from(name) })) })
      await gather([ann, bob], both)
      const next = await ClassicActor.enter(stage, 'bob2', group, 'instance-b')
      const joining = next.startJoin({ protocols: [{ name: 'b', metadata: Buffer.from('b') }] })
      await stage.wait(100)
      await ann.heartbeat()
      await rejoin([ann], both, [[next, joining]])
    }
  },
  {
    name: 'a static member that comes back before its past self has synced',
    async play(stage) {
      const group = stage.unique('group')
      await stage.ready(group)
      const [ann, bob] = [
        await ClassicActor.enter(stage, 'ann', group, 'instance-a'),
        await ClassicActor.enter(stage, 'bob', group, 'instance-b')
      ]
      const limits = (): object => ({ rebalanceTimeoutMs: 1200, protocols: [{ name: 'range', metadata: Buffer.from('x') }] })
      await gather([ann, bob], limits)
      await rejoin([ann, bob], limits)
      await ann.sync({ [ann.memberId]: 'a', [bob.memberId]: 'b' })
      const next = await ClassicActor.enter(stage, 'bob2', group, 'instance-b')
      await next.joined(next.startJoin(limits()))
      await next.sync()
      await stage.wait(1800)
      await ann.heartbeat()
      await next.heartbeat()
    }
  }
]
