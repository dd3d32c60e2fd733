import { errorCodes } from '../../errors/error-table'
import { describeGroupsApi } from '../../protocol/generated/describe-groups'
import type { DescribedGroupInput } from '../../protocol/generated/describe-groups-response'
import { metadataOf } from '../coordinators/groups/classic-group'
import { allGroupOperations } from '../coordinators/groups/group-operations'
import { handler, type RequestContext } from '../handler'

/** First version that says when a group is not there (KIP-1043). */
const notFoundVersion = 6

/** DescribeGroups: classic groups and their members. */
export const describeGroups = handler({
  api: describeGroupsApi,
  handle: (context, request) => ({
    groups: request.groups.map(groupId => describe(context, groupId, request.includeAuthorizedOperations))
  }),
  fail: (request, errorCode) => ({ groups: request.groups.map(groupId => ({ groupId, errorCode })) })
})

function describe({ cluster, node, version }: RequestContext, groupId: string, withOperations: boolean): DescribedGroupInput {
  const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
  if (refusal !== errorCodes.NONE) return { groupId, errorCode: refusal }
  const group = cluster.groups.find(groupId)
  if (group?.type !== 'classic') {
    const dead = { groupId, groupState: 'Dead' }
    if (version < notFoundVersion) return dead
    const errorMessage = group === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a classic group.`
    return { ...dead, errorCode: errorCodes.GROUP_ID_NOT_FOUND, errorMessage }
  }
  // What members agreed on is shown once they have: in between it is about to change.
  const isStable = group.state === 'Stable'
  return {
    groupId,
    groupState: group.state,
    ...(withOperations ? { authorizedOperations: allGroupOperations } : {}),
    protocolType: group.protocolType ?? '',
    protocolData: isStable ? (group.protocolName ?? '') : '',
    members: [...group.members.values()].map(member => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      ...(isStable ? { memberMetadata: metadataOf(member, group.protocolName) } : {}),
      memberAssignment: member.assignment
    }))
  }
}
