import type { AlterEnvironment } from '../configs/alteration'
import type { RequestContext } from '../handler'

/** What altering configs needs of the broker that was asked. */
export function alterEnvironment({ cluster, node }: RequestContext): AlterEnvironment {
  return { configs: cluster.configs, topics: cluster.topics, nodeId: node.nodeId, tracksEligibleLeaders: cluster.tracksEligibleLeaders }
}
