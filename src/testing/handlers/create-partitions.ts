import { errorCodes } from '../../errors/error-table'
import { createPartitionsApi } from '../../protocol/generated/create-partitions'
import type { CreatePartitionsTopic } from '../../protocol/generated/create-partitions-request'
import type { CreatePartitionsTopicResultInput } from '../../protocol/generated/create-partitions-response'
import type { ClusterState } from '../cluster-state'
import { handler } from '../handler'
import { Refused } from '../refused'
import { checkReplicas } from '../topics/check-replicas'
import { forwards } from '../topics/forwarding'

/** Most partitions that are made at a time. */
const mostPartitions = 10_000

/** CreatePartitions: more partitions for a topic that is there. */
export const createPartitions = handler({
  api: createPartitionsApi,
  handle({ cluster, node }, request) {
    if (!forwards(cluster) && cluster.controllerId !== node.nodeId) {
      return { results: request.topics.map(({ name }) => ({ name, errorCode: errorCodes.NOT_CONTROLLER })) }
    }
    const names = request.topics.map(topic => topic.name)
    return {
      results: request.topics
        .filter(({ name }, i) => names.indexOf(name) === i)
        .map(topic =>
          names.lastIndexOf(topic.name) === names.indexOf(topic.name)
            ? grow(cluster, topic, request.validateOnly)
            : { name: topic.name, errorCode: errorCodes.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }
        )
    }
  },
  fail: (request, errorCode) => ({ results: request.topics.map(({ name }) => ({ name, errorCode })) })
})

function grow(cluster: ClusterState, wanted: CreatePartitionsTopic, validateOnly: boolean): CreatePartitionsTopicResultInput {
  const { name } = wanted
  try {
    const topic = cluster.topics.get(name)
    if (topic === undefined) throw new Refused(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.')
    const replicas = newReplicas(cluster, wanted, topic.partitions.length, topic.partitions[0]?.replicas.length ?? 1)
    if (!validateOnly) cluster.topics.addPartitions(topic, replicas)
    return { name, errorCode: errorCodes.NONE }
  } catch (error) {
    if (error instanceof Refused) return { name, errorCode: error.errorCode, errorMessage: error.message }
    throw error
  }
}

function newReplicas(
  cluster: ClusterState,
  { count, assignments }: CreatePartitionsTopic,
  have: number,
  factor: number
): readonly (readonly number[])[] {
  if (count === have) throw new Refused(errorCodes.INVALID_PARTITIONS, `Topic already has ${have} partition(s).`)
  if (count < have) {
    throw new Refused(errorCodes.INVALID_PARTITIONS, `The topic currently has ${have} partition(s); ${count} would not be an increase.`)
  }
  const more = count - have
  // Kafka's controller has no error of its own for that.
  if (more > mostPartitions) throw new Refused(errorCodes.UNKNOWN_SERVER_ERROR, 'More partitions than the controller makes at a time.')
  if (assignments === null) return cluster.placeReplicas(count, factor).slice(have)
  if (assignments.length !== more) {
    throw new Refused(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      `Attempted to add ${more} additional partition(s), but only ${assignments.length} assignment(s) were specified.`
    )
  }
  return assignments.map(({ brokerIds }) => checkReplicas(cluster.nodes, brokerIds))
}
