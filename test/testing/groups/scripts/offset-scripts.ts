import { deleteGroupsApi } from '../../../../src/protocol/generated/delete-groups'
import { deleteTopicsApi } from '../../../../src/protocol/generated/delete-topics'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { findCoordinatorApi } from '../../../../src/protocol/generated/find-coordinator'
import { listGroupsApi } from '../../../../src/protocol/generated/list-groups'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { offsetDeleteApi } from '../../../../src/protocol/generated/offset-delete'
import { offsetFetchApi } from '../../../../src/protocol/generated/offset-fetch'
import { writeSubscription } from '../../support/write-subscription'
import { ClassicActor, gather, rejoin, syncAll } from './classic-actor'
import type { Script, Stage } from '../../scripts/stage'

const nobody = 'ThereIsNoTopicWithId00'.slice(0, 21) + 'A'

async function alone(stage: Stage): Promise<{ ann: ClassicActor; group: string; topic: { name: string; id: string } }> {
  const group = stage.unique('group')
  const topic = await stage.topic('topic', 2)
  await stage.ready(group)
  return { ann: await ClassicActor.enter(stage, 'ann', group), group, topic }
}

/** Everything that the group has committed, in the given version. */
async function committed(stage: Stage, group: string, version: number): Promise<void> {
  const client = await stage.client('observer')
  const body = version >= 8 ? { groups: [{ groupId: group, topics: null }] } : { groupId: group, topics: null }
  await stage.ask(`all offsets, version ${version}`, client, offsetFetchApi, version, body)
}

/** Rules of OffsetCommit, OffsetFetch, OffsetDelete, ListGroups, DescribeGroups and DeleteGroups. */
export const offsetScripts: Script[] = [
  {
    name: 'a simple consumer commits and reads, in all versions',
    async play(stage) {
      const { ann, group, topic } = await alone(stage)
      const client = await stage.client('reader')
      for (let version = 2; version <= 9; version++) await ann.commit(topic.name, version % 2, version * 10, {}, version)
      await ann.commit(
        topic.name,
        0,
        100,
        { topics: [{ topicId: topic.id, partitions: [{ partitionIndex: 0, committedOffset: 100n }] }] },
        10
      )
      const topics = [{ name: topic.name, partitionIndexes: [0, 1, 7] }]
      for (let version = 1; version <= 7; version++) {
        await stage.ask(`fetch ${version}`, client, offsetFetchApi, version, { groupId: group, topics })
      }
      for (let version = 2; version <= 8; version++) await committed(stage, group, version)
      for (const version of [8, 9]) {
        const groups = [
          { groupId: group, topics },
          { groupId: stage.unique('nothing'), topics }
        ]
        await stage.ask(`fetch ${version}`, client, offsetFetchApi, version, { groups })
      }
      const byId = [
        { topicId: topic.id, partitionIndexes: [0, 1, 7] },
        { topicId: nobody, partitionIndexes: [0] }
      ]
      await stage.ask('fetch 10', client, offsetFetchApi, 10, { groups: [{ groupId: group, topics: byId }] })
      await committed(stage, group, 10)
    }
  },
  {
    name: 'what OffsetCommit refuses',
    async play(stage) {
      const { ann, group, topic } = await alone(stage)
      const at = (partitionIndex: number): object => ({ partitionIndex, committedOffset: 1n, committedMetadata: null })
      const client = await stage.client('committer')
      await ann.commit(topic.name, 0, 5, { generationIdOrMemberEpoch: 3, memberId: 'made-up' }, 8)
      await ann.commit(topic.name, 0, 5, { generationIdOrMemberEpoch: 3, memberId: 'made-up' }, 9)
      await ann.commit(topic.name, 9, 5)
      const topics = [
        { name: topic.name, partitions: [at(0), at(9)] },
        { name: 'no-such-topic', partitions: [at(0)] }
      ]
      await stage.ask('mixed', client, offsetCommitApi, 8, { groupId: group, topics })
      const byId = [
        { topicId: topic.id, partitions: [at(1), at(9)] },
        { topicId: nobody, partitions: [at(0)] }
      ]
      await stage.ask('mixed by id', client, offsetCommitApi, 10, { groupId: group, topics: byId })
      const long = { name: topic.name, partitions: [{ partitionIndex: 0, committedOffset: 2n, committedMetadata: 'x'.repeat(4097) }] }
      await stage.ask('long text', client, offsetCommitApi, 8, { groupId: group, topics: [long] })
      await committed(stage, group, 8)
      await stage.ask('negative', client, offsetCommitApi, 8, {
        groupId: group,
        topics: [{ name: topic.name, partitions: [{ partitionIndex: 1, committedOffset: -1n, committedMetadata: '' }] }]
      })
      await committed(stage, group, 8)
      await ann.commit(topic.name, 0, 5, { groupId: '' }, 8)
      await stage.ask('delete the group of no name', client, deleteGroupsApi, 2, { groupsNames: [''] })
    }
  },
  {
    name: 'commits of members, in each state of the group',
    async play(stage) {
      const { ann, topic } = await alone(stage)
      const bob = await ClassicActor.enter(stage, 'bob', ann.group)
      await ann.joined(ann.startJoin())
      await ann.commit(topic.name, 0, 1)
      await gather([ann, bob])
      await rejoin([ann, bob])
      await ann.commit(topic.name, 0, 2)
      await syncAll(ann, bob)
      await ann.commit(topic.name, 0, 3)
      await ann.commit(topic.name, 0, 4, { generationIdOrMemberEpoch: 0 })
      await ann.commit(topic.name, 0, 4, { generationIdOrMemberEpoch: 17 })
      await ann.commit(topic.name, 0, 4, { memberId: 'made-up' })
      await ann.commit(topic.name, 0, 4, { generationIdOrMemberEpoch: -1, memberId: '' })
      await ann.commit(topic.name, 0, 4, { generationIdOrMemberEpoch: -1 })
      await ann.commit(topic.name, 0, 4, { groupInstanceId: 'unknown-instance' })
      const joining = ann.startJoin()
      await stage.wait(100)
      await bob.commit(topic.name, 1, 5)
      await bob.leave()
      await ann.joined(joining)
      await committed(stage, ann.group, 8)
    }
  },
  {
    name: 'lists, descriptions and deletions of groups',
    async play(stage) {
      const { ann, group, topic } = await alone(stage)
      const simple = stage.unique('simple')
      const client = await stage.client('administrator')
      await ann.commit(topic.name, 0, 1, { groupId: simple })
      await gather([ann])
      const listed = async (label: string, version: number, body: object): Promise<void> => {
        const { groups } = await client.send(listGroupsApi, version, body)
        stage.record(label, { groups: groups.filter(({ groupId }) => groupId === group || groupId === simple) })
      }
      for (const version of [0, 3, 4, 5]) await listed(`list ${version}`, version, {})
      await listed('list stable', 4, { statesFilter: ['Stable'] })
      await listed('list empty, in small letters', 5, { statesFilter: ['empty'] })
      await listed('list of no such state', 5, { statesFilter: ['nonsense'] })
      await listed('list classic', 5, { typesFilter: ['Classic'] })
      await listed('list consumer', 5, { typesFilter: ['consumer'] })
      const unknown = stage.unique('unknown')
      for (const version of [0, 4, 5, 6]) {
        await stage.ask(`describe ${version}`, client, describeGroupsApi, version, { groups: [group, simple, unknown, ''] })
      }
      await stage.ask('describe what is allowed', client, describeGroupsApi, 6, {
        groups: [group, unknown],
        includeAuthorizedOperations: true
      })
      await stage.ask('delete', client, deleteGroupsApi, 2, { groupsNames: [group, simple, unknown, ''] })
      await ann.leave()
      await stage.ask('delete', client, deleteGroupsApi, 1, { groupsNames: [group] })
      await stage.ask('describe', client, describeGroupsApi, 6, { groups: [group, simple] })
      await committed(stage, simple, 8)
    }
  },
  {
    name: 'deletion of offsets',
    async play(stage) {
      const { ann, group, topic } = await alone(stage)
      const other = await stage.topic('other', 1)
      const client = await stage.client('administrator')
      const remove = (label: string, groupId: string, topics: object[]): Promise<unknown> =>
        stage.ask(label, client, offsetDeleteApi, 0, { groupId, topics })
      const at = (name: string, ...partitions: number[]): object => ({
        name,
        partitions: partitions.map(partitionIndex => ({ partitionIndex }))
      })
      await remove('of no group', group, [at(topic.name, 0)])
      await remove('of an empty name', '', [at(topic.name, 0)])
      const metadata = writeSubscription([topic.name], [], 1)
      const protocols = { protocols: [{ name: 'range', metadata }] }
      ann.protocolType = 'consumer'
      await ann.join(protocols)
      await ann.sync({ [ann.memberId]: 'everything' })
      await ann.commit(topic.name, 0, 1)
      await ann.commit(other.name, 0, 2)
      await remove('while subscribed', group, [at(topic.name, 0, 1, 9), at(other.name, 0), at('no-such-topic', 0)])
      await committed(stage, group, 8)
      await ann.leave()
      await remove('when empty', group, [at(topic.name, 0, 1)])
      await committed(stage, group, 8)
      const opaque = await ClassicActor.enter(stage, 'opaque', stage.unique('opaque'))
      await opaque.join({ protocolType: 'connect' })
      await remove('of members that the broker cannot read', opaque.group, [at(topic.name, 0)])
    }
  },
  {
    name: 'offsets go with their topic',
    async play(stage) {
      const { ann, group, topic } = await alone(stage)
      await ann.commit(topic.name, 0, 7)
      const client = await stage.client('administrator')
      await stage.ask('delete topic', client, deleteTopicsApi, 5, { topicNames: [topic.name], timeoutMs: 10_000 })
      await stage.wait(1000)
      await committed(stage, group, 8)
    }
  },
  {
    name: 'coordinators of groups',
    async play(stage) {
      const { group } = await alone(stage)
      const client = await stage.client('seeker')
      const other = stage.unique('other')
      for (const version of [0, 1, 2, 3]) await stage.ask(`find ${version}`, client, findCoordinatorApi, version, { key: group })
      for (const version of [4, 5, 6])
        await stage.ask(`find ${version}`, client, findCoordinatorApi, version, { coordinatorKeys: [group, other] })
      await stage.ask('find share', client, findCoordinatorApi, 5, { keyType: 2, coordinatorKeys: ['g:t:0'] })
      await stage.ask('find none', client, findCoordinatorApi, 4, { coordinatorKeys: [] })
    }
  }
]
