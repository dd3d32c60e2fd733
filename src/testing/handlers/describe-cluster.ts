import { errorCodes } from '../../errors/error-table'
import { describeClusterApi } from '../../protocol/generated/describe-cluster'
import { handler } from '../handler'
import { resourceTypes } from '../security/acl'
import { allOperations } from '../security/all-operations'

/** What a client can be connected to, by its number in requests (KIP-919). */
const endpointTypes = { broker: 1, controller: 2 } as const

/** DescribeCluster: brokers, controller, and what may be done with the cluster (KIP-700). */
export const describeCluster = handler({
  api: describeClusterApi,
  handle({ cluster, connection }, { endpointType, includeFencedBrokers, includeClusterAuthorizedOperations }) {
    if (endpointType === endpointTypes.controller) {
      return { errorCode: errorCodes.MISMATCHED_ENDPOINT_TYPE, errorMessage: 'This is a broker, and not a controller' }
    }
    if (endpointType !== endpointTypes.broker) {
      return { errorCode: errorCodes.UNSUPPORTED_ENDPOINT_TYPE, errorMessage: `Unsupported endpoint type ${endpointType}` }
    }
    const brokers = [...cluster.nodes.values()].filter(({ nodeId }) =>
      includeFencedBrokers ? cluster.isRegistered(nodeId) : cluster.isAlive(nodeId)
    )
    return {
      clusterId: cluster.clusterId,
      controllerId: cluster.controllerId,
      brokers: brokers.map(({ nodeId, host, ports, rack }) => ({
        brokerId: nodeId,
        host,
        port: ports.get(connection.listener.name) ?? 0,
        rack,
        isFenced: !cluster.isAlive(nodeId)
      })),
      ...(includeClusterAuthorizedOperations ? { clusterAuthorizedOperations: allOperations(resourceTypes.cluster) } : {})
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
