import { errorCodes } from '../../errors/error-table'
import { syncGroupApi } from '../../protocol/generated/sync-group'
import type { SyncGroupResponseInput } from '../../protocol/generated/sync-group-response'
import { refusedSync } from '../coordinators/groups/classic-member'
import { handler } from '../handler'
import { Pending } from '../pending'

/** First version in which the client has to say what it takes the group's protocol for (KIP-559). */
const protocolVersion = 5

/** SyncGroup: answered when the leader has sent the assignment. */
export const syncGroup = handler({
  api: syncGroupApi,
  handle({ cluster, node, version }, request) {
    const { groupId, generationId, memberId, groupInstanceId, protocolType, protocolName } = request
    if (version >= protocolVersion && (protocolType === null || protocolName === null)) {
      return refusedSync(errorCodes.INCONSISTENT_GROUP_PROTOCOL)
    }
    const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
    if (refusal !== errorCodes.NONE && groupId !== '') {
      // While the group is loaded nobody knows its generation: the member has to join again.
      return refusedSync(refusal === errorCodes.COORDINATOR_LOAD_IN_PROGRESS ? errorCodes.REBALANCE_IN_PROGRESS : refusal)
    }
    const pending = new Pending<SyncGroupResponseInput>()
    cluster.groups.sync({
      groupId,
      generationId,
      memberId,
      groupInstanceId,
      protocolType,
      protocolName,
      assignments: new Map(request.assignments.map(one => [one.memberId, one.assignment])),
      reply: answer => void pending.complete(answer)
    })
    return pending
  },
  fail: (_request, errorCode) => refusedSync(errorCode)
})
