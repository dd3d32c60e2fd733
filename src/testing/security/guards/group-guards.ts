import { errorCodes } from '../../../errors/error-table'
import type { Api } from '../../../protocol/api'
import { consumerGroupDescribeApi } from '../../../protocol/generated/consumer-group-describe'
import type { DescribedGroupInput } from '../../../protocol/generated/consumer-group-describe-response'
import { consumerGroupHeartbeatApi } from '../../../protocol/generated/consumer-group-heartbeat'
import { deleteGroupsApi } from '../../../protocol/generated/delete-groups'
import { describeGroupsApi } from '../../../protocol/generated/describe-groups'
import { heartbeatApi } from '../../../protocol/generated/heartbeat'
import { joinGroupApi } from '../../../protocol/generated/join-group'
import { leaveGroupApi } from '../../../protocol/generated/leave-group'
import { listGroupsApi } from '../../../protocol/generated/list-groups'
import { syncGroupApi } from '../../../protocol/generated/sync-group'
import type { Access } from '../access'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

const denied = errorCodes.GROUP_AUTHORIZATION_FAILED

/** For members' requests: who is in a group reads. */
function forMember<Request extends { groupId: string }, ResponseInput>(api: Api<never, Request, ResponseInput, unknown>): AnyGuard {
  return guard(api, ({ access, request, serve, refuse }) =>
    access.mayWithGroup(operations.read, request.groupId) ? serve(request) : refuse(denied)
  )
}

const consumerGroupHeartbeat = guard(consumerGroupHeartbeatApi, ({ access, request, serve, refuse }) => {
  if (!access.mayWithGroup(operations.read, request.groupId)) return refuse(denied)
  const canSee = (request.subscribedTopicNames ?? []).every(topic => access.mayWithTopic(operations.describe, topic))
  return canSee ? serve(request) : refuse(errorCodes.TOPIC_AUTHORIZATION_FAILED)
})

const describeGroups = guard(describeGroupsApi, ({ access, request, serve }) => {
  const [allowed, refused] = part(request.groups, groupId => access.mayWithGroup(operations.describe, groupId))
  return amend(serve({ ...request, groups: allowed }), response => ({
    ...response,
    groups: [
      ...(response.groups ?? []).map(group => {
        if (!request.includeAuthorizedOperations || group.errorCode !== undefined) return group
        return { ...group, authorizedOperations: access.groupOperations(group.groupId ?? '') }
      }),
      ...refused.map(groupId => ({ groupId, errorCode: denied }))
    ]
  }))
})

const consumerGroupDescribe = guard(consumerGroupDescribeApi, ({ access, request, serve }) => {
  const [allowed, refused] = part(request.groupIds, groupId => access.mayWithGroup(operations.describe, groupId))
  return amend(serve({ ...request, groupIds: allowed }), response => ({
    ...response,
    groups: [
      ...(response.groups ?? []).map(group => shown(access, group, request.includeAuthorizedOperations)),
      ...refused.map(groupId => ({ groupId, errorCode: denied }))
    ]
  }))
})

/** A group whose topics the client may not know of is not shown at all. */
function shown(access: Access, group: DescribedGroupInput, withOperations: boolean): DescribedGroupInput {
  if ((group.errorCode ?? 0) !== errorCodes.NONE) return group
  const topics = (group.members ?? []).flatMap(({ assignment, targetAssignment, subscribedTopicNames = [] }) => [
    ...subscribedTopicNames,
    ...[assignment, targetAssignment].flatMap(one => (one?.topicPartitions ?? []).map(({ topicName = '' }) => topicName))
  ])
  if (!topics.every(topic => access.mayWithTopic(operations.describe, topic))) {
    return {
      groupId: group.groupId,
      errorCode: errorCodes.TOPIC_AUTHORIZATION_FAILED,
      errorMessage: 'The group has described topic(s) that the client is not authorized to describe.'
    }
  }
  return withOperations ? { ...group, authorizedOperations: access.groupOperations(group.groupId ?? '') } : group
}

const listGroups = guard(listGroupsApi, ({ access, request, serve }) =>
  amend(serve(request), response => {
    if (access.mayWithCluster(operations.describe) || response.groups === undefined) return response
    return { ...response, groups: response.groups.filter(({ groupId = '' }) => access.mayWithGroup(operations.describe, groupId)) }
  })
)

const deleteGroups = guard(deleteGroupsApi, ({ access, request, serve }) => {
  const [allowed, refused] = part(request.groupsNames, groupId => access.mayWithGroup(operations.delete, groupId))
  return amend(serve({ ...request, groupsNames: allowed }), response => ({
    ...response,
    results: [...(response.results ?? []), ...refused.map(groupId => ({ groupId, errorCode: denied }))]
  }))
})

/** Guards of requests about groups, but for their offsets. */
export const groupGuards: readonly AnyGuard[] = [
  forMember(joinGroupApi),
  forMember(syncGroupApi),
  forMember(heartbeatApi),
  forMember(leaveGroupApi),
  consumerGroupHeartbeat,
  describeGroups,
  consumerGroupDescribe,
  listGroups,
  deleteGroups
]
