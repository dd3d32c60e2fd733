import { errorCodes } from '../../errors/error-table'
import { findCoordinatorApi } from '../../protocol/generated/find-coordinator'
import type { CoordinatorType } from '../coordinators/coordinator-map'
import { handler, type RequestContext } from '../handler'

/** Coordinator types by their number in the request. */
const types: readonly CoordinatorType[] = ['group', 'transaction', 'share']

/** First version that knows share coordinators. */
const shareVersion = 6

/** Group, topic id and partition. */
const shareKey = /^.+:[\w-]{22}:\d+$/

interface Found {
  readonly errorCode: number
  readonly errorMessage: string | null
  readonly nodeId: number
  readonly host: string
  readonly port: number
}

/** FindCoordinator: one key, or from version 4 on several. */
export const findCoordinator = handler({
  api: findCoordinatorApi,
  handle(context, { key, keyType, coordinatorKeys }) {
    if (context.version < 4) return find(context, keyType, key)
    return { coordinators: coordinatorKeys.map(one => ({ key: one, ...find(context, keyType, one) })) }
  },
  fail: (request, errorCode, version) =>
    version < 4 ? refusal(errorCode, null) : { coordinators: request.coordinatorKeys.map(key => ({ key, ...refusal(errorCode, null) })) }
})

function find({ cluster, connection, version }: RequestContext, keyType: number, key: string): Found {
  const type = types[keyType]
  if (type === undefined || (type === 'share' && version < shareVersion)) return refusal(errorCodes.INVALID_REQUEST, null)
  if (type === 'share' && !shareKey.test(key)) return refusal(errorCodes.INVALID_REQUEST, null)
  const node = cluster.nodes.get(cluster.coordinators.coordinatorOf(type, key))
  if (node === undefined) return refusal(errorCodes.COORDINATOR_NOT_AVAILABLE, null)
  return {
    errorCode: errorCodes.NONE,
    errorMessage: version < 4 ? 'NONE' : '',
    nodeId: node.nodeId,
    host: node.host,
    port: node.ports.get(connection.listener.name) ?? -1
  }
}

function refusal(errorCode: number, errorMessage: string | null): Found {
  return { errorCode, errorMessage, nodeId: -1, host: '', port: -1 }
}
