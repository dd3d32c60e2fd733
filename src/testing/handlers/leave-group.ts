import { errorCodes } from '../../errors/error-table'
import { leaveGroupApi } from '../../protocol/generated/leave-group'
import type { LeaveGroupRequest } from '../../protocol/generated/leave-group-request'
import { handler } from '../handler'

/** First version that takes several members. */
const batchVersion = 3

/** LeaveGroup: members leave, or are removed by an administrator. */
export const leaveGroup = handler({
  api: leaveGroupApi,
  handle({ cluster, node, version }, request) {
    const { groupId } = request
    if (groupId === '') return { errorCode: errorCodes.INVALID_GROUP_ID }
    const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
    if (refusal !== errorCodes.NONE) return { errorCode: refusal }
    const members = leaving(request, version)
    const results = cluster.groups.leave(groupId, members)
    if (version < batchVersion) return { errorCode: results[0] }
    return { members: members.map(({ memberId, groupInstanceId }, i) => ({ memberId, groupInstanceId, errorCode: results[i] })) }
  },
  fail: (_request, errorCode) => ({ errorCode })
})

function leaving(request: LeaveGroupRequest, version: number): { memberId: string; groupInstanceId: string | null }[] {
  return version < batchVersion ? [{ memberId: request.memberId, groupInstanceId: null }] : request.members
}
