import { errorCodes } from '../../errors/error-table'
import type { RequestContext } from '../handler'
import type { Partition } from './partition'

/** The partition, when the broker that was asked leads it in the epoch that the client knows; else an error code. */
export function ledPartition(
  { cluster, node }: RequestContext,
  topic: string,
  index: number,
  currentLeaderEpoch: number
): Partition | number {
  const partition = cluster.topics.partition(topic, index)
  if (partition === undefined) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION
  if (partition.leader !== node.nodeId) return errorCodes.NOT_LEADER_OR_FOLLOWER
  if (currentLeaderEpoch !== -1 && currentLeaderEpoch < partition.leaderEpoch) return errorCodes.FENCED_LEADER_EPOCH
  if (currentLeaderEpoch > partition.leaderEpoch) return errorCodes.UNKNOWN_LEADER_EPOCH
  return partition
}
