import type { ClusterState } from '../cluster-state'

/** Whether brokers of the release pass admin requests on to the controller (KRaft does, KIP-590). */
export function forwards(cluster: ClusterState): boolean {
  return cluster.profile.features.size > 0
}
