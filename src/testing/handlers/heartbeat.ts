import { errorCodes } from '../../errors/error-table'
import { heartbeatApi } from '../../protocol/generated/heartbeat'
import { handler } from '../handler'

/** Heartbeat of a classic group's member. */
export const heartbeat = handler({
  api: heartbeatApi,
  handle({ cluster, node }, { groupId, generationId, memberId, groupInstanceId }) {
    const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
    if (refusal === errorCodes.NONE || groupId === '') {
      return { errorCode: cluster.groups.heartbeat(groupId, { memberId, groupInstanceId, generationId }) }
    }
    // A group that is being loaded has all its time-outs ahead: the member is fine.
    return { errorCode: refusal === errorCodes.COORDINATOR_LOAD_IN_PROGRESS ? errorCodes.NONE : refusal }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
