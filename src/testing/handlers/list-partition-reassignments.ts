import { listPartitionReassignmentsApi } from '../../protocol/generated/list-partition-reassignments'
import { errorCodes } from '../../errors/error-table'
import { handler } from '../handler'
import { forwards } from '../topics/forwarding'
import type { Partition } from '../topics/partition'

/** ListPartitionReassignments: reassignments that are under way (KIP-455). */
export const listPartitionReassignments = handler({
  api: listPartitionReassignmentsApi,
  handle({ cluster, node }, { topics: wanted }) {
    if (!forwards(cluster) && cluster.controllerId !== node.nodeId) return { errorCode: errorCodes.NOT_CONTROLLER, errorMessage: null }
    const isWanted = ({ topic, index }: Partition): boolean =>
      wanted === null || wanted.some(({ name, partitionIndexes }) => name === topic && partitionIndexes.includes(index))
    const moving = cluster.topics
      .all()
      .map(({ name, partitions }) => ({ name, partitions: partitions.filter(one => one.isReassigning && isWanted(one)) }))
    return {
      errorMessage: null,
      topics: moving
        .filter(({ partitions }) => partitions.length > 0)
        .map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ index, replicas, addingReplicas, removingReplicas }) => ({
            partitionIndex: index,
            replicas,
            addingReplicas,
            removingReplicas
          }))
        }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode, errorMessage: null })
})
