import { consumerGroupDescribeApi } from '../../../../src/protocol/generated/consumer-group-describe'
import { consumerGroupHeartbeatApi } from '../../../../src/protocol/generated/consumer-group-heartbeat'
import { deleteGroupsApi } from '../../../../src/protocol/generated/delete-groups'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { findCoordinatorApi } from '../../../../src/protocol/generated/find-coordinator'
import { heartbeatApi } from '../../../../src/protocol/generated/heartbeat'
import { joinGroupApi } from '../../../../src/protocol/generated/join-group'
import { leaveGroupApi } from '../../../../src/protocol/generated/leave-group'
import { listGroupsApi } from '../../../../src/protocol/generated/list-groups'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { offsetDeleteApi } from '../../../../src/protocol/generated/offset-delete'
import { offsetFetchApi } from '../../../../src/protocol/generated/offset-fetch'
import { syncGroupApi } from '../../../../src/protocol/generated/sync-group'
import { txnOffsetCommitApi } from '../../../../src/protocol/generated/txn-offset-commit'
import type { Script } from '../../scripts/stage'
import { AclActor, type Operation, type Topic } from './acl-actor'

const given: Operation[] = ['read', 'delete', 'describe', 'all']

/** A group without an ACL and one for each operation, all with an offset of a topic that the user may read. */
async function groupsFor(actor: AclActor): Promise<{ groups: string[]; topic: Topic }> {
  const { stage, admin } = actor
  const [topic] = await actor.makeTopics(['topic'])
  const groups = ['none', ...given].map(name => stage.unique(`group-${name}`))
  await actor.give([
    actor.topic('read', { resourceName: topic.name }),
    ...given.map((operation, i) => actor.group(operation, groups[i + 1]))
  ])
  await stage.quiet(async () => {
    for (const groupId of groups) {
      await stage.ready(groupId)
      await stage.ask('commit', admin, offsetCommitApi, 9, {
        groupId,
        generationIdOrMemberEpoch: -1,
        memberId: '',
        topics: [{ name: topic.name, partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: '' }] }]
      })
    }
  })
  return { groups, topic }
}

/** Who may be in groups, see them and delete them. */
export const groupAclScripts: readonly Script[] = [
  {
    name: 'groups',
    play: stage =>
      AclActor.play(stage, async actor => {
        const { groups } = await groupsFor(actor)
        await actor.codes('find', findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: groups })
        await actor.codes('find one', findCoordinatorApi, 3, { keyType: 0, key: groups[0] })
        await actor.ask('describe', describeGroupsApi, 5, { groups, includeAuthorizedOperations: true })
        await actor.ask('describe in version 6', describeGroupsApi, 6, { groups, includeAuthorizedOperations: false })
        await actor.codes('describe consumer groups', consumerGroupDescribeApi, 1, { groupIds: groups, includeAuthorizedOperations: true })
        await actor.ask('list', listGroupsApi, 5, { statesFilter: [], typesFilter: [] })
        await actor.ask('delete', deleteGroupsApi, 2, { groupsNames: groups })
      })
  },
  {
    name: 'offsets',
    play: stage =>
      AclActor.play(stage, async actor => {
        const { groups, topic } = await groupsFor(actor)
        await actor.give(groups.map(group => actor.transactionalId('write', group)))
        const topics = [{ name: topic.name, partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: '' }] }]
        const wanted = [{ name: topic.name, partitionIndexes: [0] }]
        await actor.ask('fetch', offsetFetchApi, 9, { groups: groups.map(groupId => ({ groupId, topics: wanted })), requireStable: false })
        await actor.ask('fetch all', offsetFetchApi, 9, {
          groups: groups.map(groupId => ({ groupId, topics: null })),
          requireStable: false
        })
        for (const [i, groupId] of groups.entries()) {
          const may = ['none', ...given][i]
          await actor.ask(`fetch, ${may}`, offsetFetchApi, 7, { groupId, topics: wanted, requireStable: false })
          const committer = { groupId, generationIdOrMemberEpoch: -1, memberId: '' }
          await actor.ask(`commit, ${may}`, offsetCommitApi, 9, { ...committer, topics })
          await actor.ask(`delete, ${may}`, offsetDeleteApi, 0, {
            groupId,
            topics: [{ name: topic.name, partitions: [{ partitionIndex: 0 }] }]
          })
          const producer = { transactionalId: groupId, producerId: 9999n, producerEpoch: 0, generationId: -1, memberId: '' }
          if (may === 'none' || may === 'describe') {
            await actor.ask(`commit in a transaction, ${may}`, txnOffsetCommitApi, 3, { groupId, ...producer, topics })
          }
        }
      })
  },
  {
    name: 'members',
    play: stage =>
      AclActor.play(stage, async actor => {
        const { groups, topic } = await groupsFor(actor)
        const protocols = [{ name: 'range', metadata: Buffer.alloc(0) }]
        for (const [i, groupId] of groups.entries()) {
          const may = ['none', ...given][i]
          const member = { groupId, memberId: 'x', generationId: 1 }
          await actor.codes(`join, ${may}`, joinGroupApi, 9, {
            groupId,
            sessionTimeoutMs: 10_000,
            rebalanceTimeoutMs: 10_000,
            memberId: '',
            protocolType: 'opaque',
            protocols
          })
          await actor.ask(`sync, ${may}`, syncGroupApi, 5, { ...member, protocolType: 'opaque', protocolName: 'range', assignments: [] })
          await actor.ask(`heartbeat, ${may}`, heartbeatApi, 4, member)
          await actor.ask(`leave, ${may}`, leaveGroupApi, 5, { groupId, members: [{ memberId: 'x' }] })
          const heartbeat = { groupId, memberId: 'AAAAAAAAAAAAAAAAAAAAAQ', memberEpoch: 1, rebalanceTimeoutMs: 10_000 }
          await actor.codes(`consumer heartbeat, ${may}`, consumerGroupHeartbeatApi, 1, heartbeat)
          const subscribedTopicNames = [topic.name, stage.unique('hidden')]
          await actor.codes(`consumer heartbeat with a hidden topic, ${may}`, consumerGroupHeartbeatApi, 1, {
            ...heartbeat,
            memberEpoch: 0,
            subscribedTopicNames,
            topicPartitions: []
          })
        }
      })
  }
]
