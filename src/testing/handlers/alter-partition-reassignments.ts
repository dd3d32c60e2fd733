import { errorCodes } from '../../errors/error-table'
import { alterPartitionReassignmentsApi } from '../../protocol/generated/alter-partition-reassignments'
import type {
  AlterPartitionReassignmentsRequest,
  ReassignablePartition
} from '../../protocol/generated/alter-partition-reassignments-request'
import type { ReassignablePartitionResponseInput } from '../../protocol/generated/alter-partition-reassignments-response'
import type { ClusterState } from '../cluster-state'
import { handler } from '../handler'
import { Refused } from '../refused'
import { checkReplicas } from '../topics/check-replicas'
import { forwards } from '../topics/forwarding'

/** AlterPartitionReassignments: moves partitions to other brokers, or takes that back (KIP-455). */
export const alterPartitionReassignments = handler({
  api: alterPartitionReassignmentsApi,
  handle({ cluster, node, version }, request) {
    if (!forwards(cluster) && cluster.controllerId !== node.nodeId)
      return { errorCode: errorCodes.NOT_CONTROLLER, errorMessage: null, responses: [] }
    return {
      ...(version >= 1 ? { allowReplicationFactorChange: request.allowReplicationFactorChange } : {}),
      errorMessage: request.topics.length === 0 ? '' : null,
      responses: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(partition => alter(cluster, request, name, partition))
      }))
    }
  },
  fail: ({ topics }, errorCode) => ({
    errorCode,
    errorMessage: null,
    responses: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode, errorMessage: null }))
    }))
  })
})

function alter(
  cluster: ClusterState,
  request: AlterPartitionReassignmentsRequest,
  topic: string,
  { partitionIndex, replicas }: ReassignablePartition
): ReassignablePartitionResponseInput {
  try {
    if (cluster.topics.get(topic) === undefined) {
      throw new Refused(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, `Unable to find a topic named ${topic}.`)
    }
    const partition = cluster.topics.partition(topic, partitionIndex)
    if (partition === undefined) {
      throw new Refused(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, `Unable to find partition ${topic}:${partitionIndex}.`)
    }
    if (replicas === null) {
      cluster.replication.cancelReassignment(partition)
    } else {
      const registered = new Map([...cluster.nodes].filter(([nodeId]) => cluster.isRegistered(nodeId)))
      const target = checkReplicas(registered, replicas)
      const before = partition.replicas.length - partition.removingReplicas.length
      if (!request.allowReplicationFactorChange && target.length !== before) {
        const message = `The replication factor is changed from ${before} to ${target.length}`
        throw new Refused(errorCodes.INVALID_REPLICATION_FACTOR, message)
      }
      cluster.replication.reassign(partition, target)
    }
    return { partitionIndex, errorCode: errorCodes.NONE, errorMessage: null }
  } catch (error) {
    if (error instanceof Refused) return { partitionIndex, errorCode: error.errorCode, errorMessage: error.message }
    throw error
  }
}
