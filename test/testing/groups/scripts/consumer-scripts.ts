import { consumerGroupDescribeApi } from '../../../../src/protocol/generated/consumer-group-describe'
import { createPartitionsApi } from '../../../../src/protocol/generated/create-partitions'
import { deleteGroupsApi } from '../../../../src/protocol/generated/delete-groups'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { listGroupsApi } from '../../../../src/protocol/generated/list-groups'
import { offsetDeleteApi } from '../../../../src/protocol/generated/offset-delete'
import { ConsumerActor } from './consumer-actor'
import type { Script, Stage } from '../../scripts/stage'

async function describe(stage: Stage, group: string, version = 1): Promise<void> {
  await stage.ask('describe', await stage.client('observer'), consumerGroupDescribeApi, version, { groupIds: [group] })
}

async function scene(stage: Stage, partitions = 4): Promise<{ ann: ConsumerActor; bob: ConsumerActor; topic: string; topicId: string }> {
  const group = stage.unique('group')
  const { name: topic, id: topicId } = await stage.topic('topic', partitions)
  await stage.ready(group)
  return { ann: await ConsumerActor.enter(stage, 'ann', group), bob: await ConsumerActor.enter(stage, 'bob', group), topic, topicId }
}

/** Rules of ConsumerGroupHeartbeat and what goes with it (KIP-848). */
export const consumerScripts: Script[] = [
  {
    name: 'a consumer joins, beats, is described and leaves',
    async play(stage) {
      const { ann, topic } = await scene(stage)
      await ann.join([topic])
      await describe(stage, ann.group)
      await ann.beat()
      await ann.owns()
      await ann.beat({ rebalanceTimeoutMs: 5000, subscribedTopicNames: [topic], topicPartitions: ann.assignment })
      await ann.join([topic])
      await ann.leave()
      await describe(stage, ann.group, 0)
      await ann.beat()
      await ann.join([topic])
    }
  },
  {
    name: 'a consumer that subscribes to nothing, and one to nothing that is there',
    async play(stage) {
      const { ann, bob } = await scene(stage)
      await ann.join([])
      await describe(stage, ann.group)
      await bob.join(['no-such-topic'])
      await ann.beat()
      await describe(stage, ann.group)
      await bob.leave()
      await ann.beat()
    }
  },
  {
    name: 'what ConsumerGroupHeartbeat refuses',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.beat({ memberEpoch: 3 })
      await ann.leave()
      await ann.join([topic], { memberId: '' })
      await ann.join([topic], { groupId: '' })
      await ann.join([topic], { instanceId: '' })
      await ann.join([topic], { rackId: '' })
      await ann.join([topic], { rebalanceTimeoutMs: -1 })
      await ann.join([topic], { topicPartitions: null })
      await ann.join(null)
      await ann.join([topic], { serverAssignor: 'no-such' })
      await ann.beat({ memberEpoch: -3 })
      await ann.leave(-2)
      await ann.join(null, { subscribedTopicRegex: '(' })
      await ann.join([topic])
      await ann.beat({ memberEpoch: 17 })
      await bob.beat({ memberEpoch: 1 })
      await bob.leave()
      await describe(stage, ann.group)
    }
  },
  {
    name: 'version 0 makes the member id',
    async play(stage) {
      const { ann, topic } = await scene(stage)
      await ann.beat(
        { memberId: '', memberEpoch: 0, rebalanceTimeoutMs: 5000, subscribedTopicNames: [topic], topicPartitions: [] },
        'join',
        0
      )
      stage.call(ann.memberId, 'made id')
      await ann.beat({}, 'beat', 0)
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a second member: the first gives up, then the second takes',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.join([topic])
      const before = ann.assignment
      await bob.join([topic])
      await describe(stage, ann.group)
      await bob.beat()
      await ann.beat()
      await ann.owns(before, 'still owns all')
      await ann.beat()
      await bob.beat()
      await describe(stage, ann.group)
      await ann.owns()
      await ann.beat()
      await bob.beat()
      await bob.beat()
      await describe(stage, ann.group)
      await bob.leave()
      await ann.beat()
      await ann.beat()
    }
  },
  {
    name: 'a member that lost an answer repeats itself',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.join([topic])
      await bob.join([topic])
      await ann.beat()
      await ann.owns()
      const { memberEpoch } = ann
      await ann.beat({ memberEpoch: memberEpoch - 1, topicPartitions: ann.assignment }, 'an epoch behind, with what it has')
      await ann.beat({ memberEpoch: memberEpoch - 1 }, 'an epoch behind')
      await ann.beat({ memberEpoch: 0, rebalanceTimeoutMs: 5000, subscribedTopicNames: [topic], topicPartitions: [] }, 'from the start')
    }
  },
  {
    name: 'epochs of commits and of reads',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.join([topic])
      await ann.commit(topic, 0, 1)
      await ann.commit(topic, 0, 2, {}, 8)
      await ann.commit(topic, 0, 3, { generationIdOrMemberEpoch: 9 })
      await ann.commit(topic, 0, 4, { generationIdOrMemberEpoch: 0 })
      await ann.commit(topic, 0, 5, { generationIdOrMemberEpoch: -1, memberId: '' })
      await ann.commit(topic, 0, 6, { memberId: 'made-up' })
      await bob.join([topic])
      await ann.beat()
      await ann.commit(topic, 3, 7)
      await ann.owns()
      await ann.commit(topic, 0, 8, { generationIdOrMemberEpoch: ann.memberEpoch - 1 })
      await ann.commit(topic, 3, 9, { generationIdOrMemberEpoch: ann.memberEpoch - 1 })
      await ann.fetch(topic)
      await ann.fetch(topic, { memberEpoch: 0 })
      await ann.fetch(topic, { memberEpoch: 9 })
      await ann.fetch(topic, { memberId: 'made-up' })
      await ann.fetch(topic, { memberId: null, memberEpoch: -1 })
      await ann.fetch(topic, { memberId: '', memberEpoch: -1 })
      await ann.leave()
      await bob.leave()
      await ann.commit(topic, 0, 10, { generationIdOrMemberEpoch: -1, memberId: '' })
      await ann.fetch(topic, { memberId: null, memberEpoch: -1 })
    }
  },
  {
    name: 'static members come, go and come back',
    async play(stage) {
      const group = stage.unique('group')
      const { name: topic } = await stage.topic('topic', 4)
      await stage.ready(group)
      const ann = await ConsumerActor.enter(stage, 'ann', group, 'instance-a')
      const bob = await ConsumerActor.enter(stage, 'bob', group)
      await ann.join([topic])
      await bob.join([topic])
      await stage.quiet(async () => {
        await ann.settle()
        await bob.settle()
        await ann.settle()
      })
      await describe(stage, group)
      const twin = await ConsumerActor.enter(stage, 'twin', group, 'instance-a')
      await twin.join([topic])
      await twin.beat({ memberEpoch: ann.memberEpoch })
      await ann.beat({ instanceId: 'other-instance' })
      await ann.join([topic])
      await ann.settle()
      await ann.leave(-2)
      await describe(stage, group)
      await bob.beat()
      await twin.join([topic])
      await ann.beat()
      await ann.leave()
      await bob.beat()
      await twin.beat()
      await twin.leave()
      await bob.beat()
      await bob.beat()
      await describe(stage, group)
    }
  },
  {
    name: 'a member that does not give up its partitions in time is out',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.join([topic], { rebalanceTimeoutMs: 1500 })
      await bob.join([topic])
      await ann.beat()
      await stage.wait(800)
      await ann.beat()
      await stage.wait(1200)
      await ann.beat()
      await bob.beat()
      await bob.beat()
      await describe(stage, ann.group)
    }
  },
  {
    name: 'subscriptions change, and topics grow',
    async play(stage) {
      const { ann, topic } = await scene(stage, 2)
      const other = await stage.topic('other', 1)
      await ann.join([topic, 'no-such-topic'])
      await ann.beat({ subscribedTopicNames: [topic, other.name] }, 'more')
      await ann.owns()
      await ann.beat({ subscribedTopicNames: [other.name] }, 'less')
      await ann.owns()
      await ann.beat()
      await ann.beat({ subscribedTopicNames: [topic] }, 'another')
      await ann.owns()
      await ann.beat()
      const client = await stage.client('administrator')
      const topics = [{ name: topic, count: 3, assignments: null }]
      await stage.ask('grow', client, createPartitionsApi, 3, { topics, timeoutMs: 10_000 })
      await stage.wait(1000)
      await ann.beat()
      await ann.beat()
      await describe(stage, ann.group)
      await ann.beat({ subscribedTopicNames: [] }, 'nothing')
      await ann.owns([])
      await describe(stage, ann.group)
    }
  },
  {
    name: 'a member that has nothing any more need not give anything up',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage)
      await ann.join([topic])
      await bob.join([topic])
      await ann.owns([])
      await bob.beat()
    }
  },
  {
    name: 'a subscription that shrinks while partitions are to be given up',
    async play(stage) {
      const { ann, bob, topic, topicId } = await scene(stage)
      const other = await stage.topic('other', 2)
      await ann.join([topic, other.name])
      await bob.join([topic])
      await ann.beat()
      await ann.beat({ subscribedTopicNames: [topic] }, 'less')
      await describe(stage, ann.group)
      await ann.owns([{ topicId, partitions: [0, 1, 2, 3] }])
      await ann.owns()
      await ann.beat()
      await bob.beat()
      await describe(stage, ann.group)
    }
  },
  {
    name: 'the assignor that members ask for',
    async play(stage) {
      const { ann, bob, topic } = await scene(stage, 3)
      await ann.join([topic], { serverAssignor: 'range' })
      await describe(stage, ann.group)
      await bob.join([topic], { serverAssignor: 'uniform' })
      await ann.beat({ serverAssignor: 'uniform' })
      await ann.owns()
      await stage.quiet(() => bob.settle())
      await describe(stage, ann.group)
    }
  },
  {
    name: 'what other APIs say of a consumer group',
    async play(stage) {
      const { ann, topic } = await scene(stage)
      await ann.join([topic])
      const client = await stage.client('administrator')
      const { group } = ann
      const { groups } = await client.send(listGroupsApi, 5, { typesFilter: ['consumer'] })
      stage.record(
        'list',
        groups.filter(({ groupId }) => groupId === group)
      )
      await stage.ask('classic describe 5', client, describeGroupsApi, 5, { groups: [group] })
      await stage.ask('classic describe 6', client, describeGroupsApi, 6, { groups: [group] })
      await stage.ask('describe others', client, consumerGroupDescribeApi, 1, { groupIds: [stage.unique('unknown'), ''] })
      const allowed = { groupIds: [group, stage.unique('unknown')], includeAuthorizedOperations: true }
      await stage.ask('describe what is allowed', client, consumerGroupDescribeApi, 1, allowed)
      await ann.commit(topic, 0, 1)
      await stage.ask('delete offsets', client, offsetDeleteApi, 0, {
        groupId: group,
        topics: [{ name: topic, partitions: [{ partitionIndex: 0 }] }]
      })
      await stage.ask('delete', client, deleteGroupsApi, 2, { groupsNames: [group] })
      await ann.leave()
      await stage.ask('delete', client, deleteGroupsApi, 2, { groupsNames: [group] })
      await describe(stage, group)
    }
  },
  {
    name: 'a regular expression, read by the broker',
    async play(stage) {
      const { ann, topic } = await scene(stage, 2)
      await ann.join(null, { subscribedTopicRegex: `${topic.slice(0, 5)}-.*${topic.slice(6)}` })
      for (let i = 0; i < 20 && ann.count < 2; i++) {
        await stage.wait(300)
        await stage.quiet(() => ann.beat())
      }
      stage.record('assigned', ann.assignment)
      await ann.beat({ subscribedTopicRegex: '[' })
      await ann.beat({ subscribedTopicRegex: '(?=x)' })
      await ann.beat({ subscribedTopicRegex: '' }, 'none any more')
      await ann.owns([])
      stage.record('assigned', ann.assignment)
    }
  }
]
