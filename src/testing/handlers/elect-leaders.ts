import { errorCodes } from '../../errors/error-table'
import { electLeadersApi } from '../../protocol/generated/elect-leaders'
import type { ElectLeadersRequest } from '../../protocol/generated/elect-leaders-request'
import type { ElectLeadersResponseInput, PartitionResultInput } from '../../protocol/generated/elect-leaders-response'
import type { ClusterState } from '../cluster-state'
import { handler } from '../handler'
import { forwards } from '../topics/forwarding'

/** Whom to elect, by its number in requests (KIP-460). */
const electionTypes = { preferred: 0, unclean: 1 } as const

/** First version with an error for the whole answer, and with unclean elections. */
const uncleanVersion = 1

/** ElectLeaders. */
export const electLeaders = handler({
  api: electLeadersApi,
  handle({ cluster, node, version }, request) {
    if (!forwards(cluster) && cluster.controllerId !== node.nodeId) return failure(request, errorCodes.NOT_CONTROLLER, version)
    const { electionType, topicPartitions } = request
    if (!Object.values<number>(electionTypes).includes(electionType)) return failure(request, errorCodes.INVALID_REQUEST, version)
    const results =
      topicPartitions === null
        ? cluster.topics.all().map(({ name, partitions }) => ({
            topic: name,
            // Of all that there are, only those are told that an election was tried for.
            partitionResult: partitions
              .map(({ index }) => elect(cluster, name, index, electionType))
              .filter(({ errorCode }) => errorCode !== errorCodes.ELECTION_NOT_NEEDED)
          }))
        : topicPartitions.map(({ topic, partitions }) => ({
            topic,
            partitionResult: partitions.map(index => elect(cluster, topic, index, electionType))
          }))
    return { replicaElectionResults: results }
  },
  fail: failure
})

function failure({ topicPartitions }: ElectLeadersRequest, errorCode: number, version: number): ElectLeadersResponseInput {
  return {
    ...(version >= uncleanVersion ? { errorCode } : {}),
    replicaElectionResults: (topicPartitions ?? []).map(({ topic, partitions }) => ({
      topic,
      partitionResult: partitions.map(partitionId => ({ partitionId, errorCode, errorMessage: null }))
    }))
  }
}

function elect({ topics, replication }: ClusterState, topic: string, partitionId: number, type: number): PartitionResultInput {
  const answer = (errorCode: number, errorMessage: string | null = null): PartitionResultInput => ({ partitionId, errorCode, errorMessage })
  if (topics.get(topic) === undefined) return answer(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, `No such topic as ${topic}`)
  const partition = topics.partition(topic, partitionId)
  if (partition === undefined) return answer(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, `No such partition as ${topic}-${partitionId}`)
  const isUnclean = type === electionTypes.unclean
  const isNeeded = isUnclean ? partition.leader < 0 : partition.leader !== partition.replicas[0]
  if (!isNeeded) return answer(errorCodes.ELECTION_NOT_NEEDED, 'Leader election not needed for topic partition.')
  if (isUnclean) {
    return replication.electUnclean(partition)
      ? answer(errorCodes.NONE)
      : answer(errorCodes.ELIGIBLE_LEADERS_NOT_AVAILABLE, 'No replica that could lead is available.')
  }
  return replication.electPreferred(partition)
    ? answer(errorCodes.NONE)
    : answer(errorCodes.PREFERRED_LEADER_NOT_AVAILABLE, 'The preferred leader was not available.')
}
