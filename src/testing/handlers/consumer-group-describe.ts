import { errorCodes } from '../../errors/error-table'
import { consumerGroupDescribeApi } from '../../protocol/generated/consumer-group-describe'
import type { AssignmentInput, DescribedGroupInput } from '../../protocol/generated/consumer-group-describe-response'
import { toList, type OwnedPartitions } from '../coordinators/groups/consumer-member'
import { allGroupOperations } from '../coordinators/groups/group-operations'
import { handler, type RequestContext } from '../handler'

const classicMember = 0
const consumerMember = 1

/** ConsumerGroupDescribe: consumer groups and how far their members are (KIP-848). */
export const consumerGroupDescribe = handler({
  api: consumerGroupDescribeApi,
  handle: (context, request) => ({
    groups: request.groupIds.map(groupId => describe(context, groupId, request.includeAuthorizedOperations))
  }),
  fail: (request, errorCode) => ({ groups: request.groupIds.map(groupId => ({ groupId, errorCode })) })
})

function describe(context: RequestContext, groupId: string, withOperations: boolean): DescribedGroupInput {
  const { cluster, node } = context
  if (groupId === '') return { groupId, errorCode: errorCodes.INVALID_GROUP_ID }
  const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
  if (refusal !== errorCodes.NONE) return { groupId, errorCode: refusal }
  const group = cluster.groups.find(groupId)
  if (group?.type !== 'consumer') {
    const errorMessage = group === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a consumer group.`
    return { groupId, errorCode: errorCodes.GROUP_ID_NOT_FOUND, errorMessage }
  }
  return {
    groupId,
    groupState: group.state,
    ...(withOperations ? { authorizedOperations: allGroupOperations } : {}),
    groupEpoch: group.groupEpoch,
    assignmentEpoch: group.targetEpoch,
    assignorName: group.assignor,
    members: [...group.members.values()].map(member => ({
      memberId: member.memberId,
      instanceId: member.instanceId,
      rackId: member.rackId,
      memberEpoch: member.memberEpoch,
      clientId: member.clientId,
      clientHost: member.clientHost,
      subscribedTopicNames: [...member.subscribedTopicNames].sort(),
      subscribedTopicRegex: member.subscribedTopicRegex ?? '',
      // What it has yet to give up is still its own.
      assignment: named(context, toList(merged(member.assigned, member.pendingRevocation))),
      targetAssignment: named(context, toList(group.targetOf(member.memberId))),
      ...(context.version >= 1 ? { memberType: member.classic === undefined ? consumerMember : classicMember } : {})
    }))
  }
}

function merged(a: OwnedPartitions, b: OwnedPartitions): OwnedPartitions {
  const topicIds = new Set([...a.keys(), ...b.keys()])
  return new Map([...topicIds].map(topicId => [topicId, new Map([...(a.get(topicId) ?? []), ...(b.get(topicId) ?? [])])]))
}

/** Topics that are gone have no name and are left out. */
function named({ cluster }: RequestContext, list: ReturnType<typeof toList>): AssignmentInput {
  return {
    topicPartitions: list.flatMap(({ topicId, partitions }) => {
      const topicName = cluster.topics.getById(topicId)?.name
      return topicName === undefined ? [] : [{ topicId, topicName, partitions }]
    })
  }
}
