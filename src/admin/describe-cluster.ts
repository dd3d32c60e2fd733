import type { Admin } from '../types/admin'
import type { AdminContext } from './admin-context'

/** Brokers by id, the controller and the id of the cluster. In KRaft clusters the controller is any broker: all pass requests on. */
export async function describeCluster(context: AdminContext): ReturnType<Admin['describeCluster']> {
  const attempt = async (): ReturnType<Admin['describeCluster']> => {
    const { brokers, controllerId, clusterId } = await context.cluster.fetchTopics([])
    return {
      brokers: brokers.map(({ nodeId, host, port }) => ({ nodeId, host, port })).sort((a, b) => a.nodeId - b.nodeId),
      controller: controllerId < 0 ? null : controllerId,
      clusterId: clusterId as string
    }
  }
  return context.cluster.retry('Describing the cluster', attempt, { config: context.retry })
}
