import { errorCodes } from '../../errors/error-table'
import { metadataApi } from '../../protocol/generated/metadata'
import type { MetadataResponsePartitionInput, MetadataResponseTopicInput } from '../../protocol/generated/metadata-response'
import { zeroUuid } from '../../protocol/uuid'
import { handler, type RequestContext } from '../handler'
import { forwards } from '../topics/forwarding'
import type { Partition } from '../topics/partition'
import type { Topic } from '../topics/topic'
import { topicNameProblem } from '../topics/topic-names'

/** Metadata: brokers, topics, and topics made on the way where that is on. */
export const metadata = handler({
  api: metadataApi,
  handle(context, request) {
    const { cluster, version } = context
    const topics =
      request.topics === null || (version === 0 && request.topics.length === 0)
        ? cluster.topics.all().map(topic => describe(context, topic))
        : request.topics.map(({ name, topicId }) =>
            name === null ? describeById(context, topicId) : describeByName(context, name, version < 4 || request.allowAutoTopicCreation)
          )
    return {
      brokers: cluster.aliveNodes().map(node => ({
        nodeId: node.nodeId,
        host: node.host,
        port: node.ports.get(context.connection.listener.name) ?? 0,
        rack: node.rack
      })),
      clusterId: cluster.clusterId,
      controllerId: cluster.controllerId,
      topics
    }
  },
  fail: (request, errorCode, version) => ({
    topics: (request.topics ?? []).map(({ name, topicId }) => ({ errorCode, name, topicId })),
    ...(version >= 13 ? { errorCode } : {})
  })
})

function describeById(context: RequestContext, topicId: string): MetadataResponseTopicInput {
  const topic = context.cluster.topics.getById(topicId)
  return topic === undefined ? { errorCode: errorCodes.UNKNOWN_TOPIC_ID, name: null, topicId } : describe(context, topic)
}

function describeByName(context: RequestContext, name: string, mayCreate: boolean): MetadataResponseTopicInput {
  const { cluster } = context
  const topic = cluster.topics.get(name)
  if (topic !== undefined) return describe(context, topic)
  if (topicNameProblem(name) !== undefined) return { errorCode: errorCodes.INVALID_TOPIC_EXCEPTION, name, topicId: zeroUuid }
  if (mayCreate && cluster.configs.broker('auto.create.topics.enable') === 'true') {
    const replicationFactor = Math.min(cluster.configs.brokerNumber('default.replication.factor'), cluster.aliveNodes().length)
    cluster.topics.create(name, cluster.placeReplicas(cluster.configs.brokerNumber('num.partitions'), replicationFactor))
    // As from a real broker: the answer that makes the topic does not have it yet.
    return {
      errorCode: forwards(cluster) ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.LEADER_NOT_AVAILABLE,
      name,
      topicId: zeroUuid
    }
  }
  return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, name, topicId: zeroUuid }
}

function describe(context: RequestContext, topic: Topic): MetadataResponseTopicInput {
  return {
    name: topic.name,
    topicId: topic.id,
    isInternal: topic.isInternal,
    partitions: topic.partitions.map(partition => describePartition(context, partition))
  }
}

function describePartition({ cluster }: RequestContext, partition: Partition): MetadataResponsePartitionInput {
  return {
    errorCode: partition.leader < 0 ? errorCodes.LEADER_NOT_AVAILABLE : errorCodes.NONE,
    partitionIndex: partition.index,
    leaderId: partition.leader,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: partition.replicas,
    isrNodes: partition.isr,
    offlineReplicas: partition.offlineReplicas(id => cluster.isAlive(id))
  }
}
