import { errorCodes } from '../../errors/error-table'
import { consumerGroupHeartbeatApi } from '../../protocol/generated/consumer-group-heartbeat'
import { clientOf } from '../coordinators/groups/client-identity'
import { handler } from '../handler'
import { Refused } from '../refused'

/** ConsumerGroupHeartbeat (KIP-848). */
export const consumerGroupHeartbeat = handler({
  api: consumerGroupHeartbeatApi,
  handle(context, request) {
    const { cluster, node, version } = context
    const refusal = request.groupId === '' ? errorCodes.NONE : cluster.coordinators.check('group', request.groupId, node.nodeId)
    if (refusal !== errorCodes.NONE) return { errorCode: refusal }
    try {
      return cluster.groups.consumerHeartbeat({ ...request, ...clientOf(context), version })
    } catch (error) {
      if (error instanceof Refused) return { errorCode: error.errorCode, errorMessage: error.message }
      throw error
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
