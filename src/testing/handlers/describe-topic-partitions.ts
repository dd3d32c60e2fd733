import { errorCodes } from '../../errors/error-table'
import { describeTopicPartitionsApi } from '../../protocol/generated/describe-topic-partitions'
import type { DescribeTopicPartitionsRequest } from '../../protocol/generated/describe-topic-partitions-request'
import type {
  DescribeTopicPartitionsResponseInput,
  DescribeTopicPartitionsResponsePartitionInput as PartitionInput,
  DescribeTopicPartitionsResponseTopicInput as TopicInput
} from '../../protocol/generated/describe-topic-partitions-response'
import { zeroUuid } from '../../protocol/uuid'
import type { ClusterState } from '../cluster-state'
import { handler } from '../handler'
import { resourceTypes } from '../security/acl'
import { allOperations } from '../security/all-operations'
import type { Partition } from '../topics/partition'
import type { Topic } from '../topics/topic'
import { topicNameProblem } from '../topics/topic-names'

const allTopicOperations = allOperations(resourceTypes.topic)

/** Most partitions of an answer, whatever the client allows (`max.request.partition.size.limit`). */
const partitionLimit = 'max.request.partition.size.limit'

/** DescribeTopicPartitions: topics page by page, with eligible leader replicas (KIP-966). */
export const describeTopicPartitions = handler({
  api: describeTopicPartitionsApi,
  handle({ cluster }, request) {
    const { cursor } = request
    const asksForAll = request.topics.length === 0
    const wanted = asksForAll ? cluster.topics.all().map(({ name }) => name) : [...new Set(request.topics.map(({ name }) => name))]
    const isLost = cursor !== null && (cursor.partitionIndex < 0 || (!asksForAll && !wanted.includes(cursor.topicName)))
    if (isLost) return failure(request, errorCodes.INVALID_REQUEST)
    const names = wanted.filter(name => cursor === null || name >= cursor.topicName).sort((a, b) => (a < b ? -1 : 1))
    const limit = Math.max(1, Math.min(request.responsePartitionLimit, cluster.configs.brokerNumber(partitionLimit)))
    return page(cluster, names, cursor, limit)
  },
  fail: (request, errorCode) => failure(request, errorCode)
})

function failure({ topics }: DescribeTopicPartitionsRequest, errorCode: number): DescribeTopicPartitionsResponseInput {
  return { topics: topics.map(({ name }) => ({ name, errorCode })) }
}

function page(
  cluster: ClusterState,
  names: readonly string[],
  cursor: DescribeTopicPartitionsRequest['cursor'],
  limit: number
): DescribeTopicPartitionsResponseInput {
  const topics: TopicInput[] = []
  const unknown: TopicInput[] = []
  let room = limit
  for (const name of names) {
    const topic = cluster.topics.get(name)
    if (room <= 0) return { topics: [...unknown, ...topics], nextCursor: { topicName: name, partitionIndex: 0 } }
    if (topic === undefined) {
      unknown.push(missing(name))
      continue
    }
    const from = cursor?.topicName === name ? cursor.partitionIndex : 0
    const partitions = topic.partitions.slice(from, from + room)
    topics.push(describe(cluster, topic, partitions))
    room -= partitions.length
    if (from + partitions.length < topic.partitions.length) {
      return { topics: [...unknown, ...topics], nextCursor: { topicName: name, partitionIndex: from + partitions.length } }
    }
  }
  return { topics: [...unknown, ...topics], nextCursor: null }
}

function missing(name: string): TopicInput {
  const errorCode = topicNameProblem(name) === undefined ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.INVALID_TOPIC_EXCEPTION
  return { errorCode, name, topicId: zeroUuid, topicAuthorizedOperations: allTopicOperations }
}

function describe(cluster: ClusterState, { name, id, isInternal }: Topic, partitions: readonly Partition[]): TopicInput {
  return {
    name,
    topicId: id,
    isInternal,
    partitions: partitions.map(partition => describePartition(cluster, partition)),
    topicAuthorizedOperations: allTopicOperations
  }
}

function describePartition(cluster: ClusterState, partition: Partition): PartitionInput {
  return {
    partitionIndex: partition.index,
    leaderId: partition.leader,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: partition.replicas,
    isrNodes: partition.isr,
    eligibleLeaderReplicas: partition.eligibleLeaders,
    lastKnownElr: partition.lastKnownLeaders,
    offlineReplicas: partition.offlineReplicas(id => cluster.isAlive(id))
  }
}
