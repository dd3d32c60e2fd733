import { errorCodes } from '../../errors/error-table'
import { metadataApi } from '../../protocol/generated/metadata'
import type { MetadataRequest } from '../../protocol/generated/metadata-request'
import type {
  MetadataResponseInput,
  MetadataResponsePartitionInput,
  MetadataResponseTopicInput
} from '../../protocol/generated/metadata-response'
import { zeroUuid } from '../../protocol/uuid'
import { handler, type RequestContext } from '../handler'
import { resourceTypes } from '../security/acl'
import { allOperations } from '../security/all-operations'
import { forwards } from '../topics/forwarding'
import type { Partition } from '../topics/partition'
import type { Topic } from '../topics/topic'
import { topicNameProblem } from '../topics/topic-names'

/** First version in which topics can be asked for by id. */
const idsVersion = 12

/** Metadata: brokers, topics, and topics made on the way where that is on. */
export const metadata = handler({
  api: metadataApi,
  handle(context, request) {
    const { cluster, version } = context
    // Before version 12 the field for ids is there, and of no use.
    const isTooEarly = version < idsVersion && request.topics?.some(({ name, topicId }) => name === null || topicId !== zeroUuid) === true
    if (isTooEarly) return fail(request, errorCodes.INVALID_REQUEST, version)
    if (request.topics?.some(({ name, topicId }) => name === null && topicId === zeroUuid) === true) {
      return fail(request, errorCodes.UNKNOWN_SERVER_ERROR, version)
    }
    const topics = topicsOf(context, request).map(topic =>
      request.includeTopicAuthorizedOperations && (topic.errorCode ?? 0) === errorCodes.NONE
        ? { ...topic, topicAuthorizedOperations: allOperations(resourceTypes.topic) }
        : topic
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
      topics,
      ...(request.includeClusterAuthorizedOperations ? { clusterAuthorizedOperations: allOperations(resourceTypes.cluster) } : {})
    }
  },
  fail
})

function fail({ topics }: MetadataRequest, errorCode: number, version: number): MetadataResponseInput {
  return {
    topics: (topics ?? []).map(({ name, topicId }) => ({ errorCode, name: name ?? '', topicId })),
    ...(version >= 13 ? { errorCode } : {})
  }
}

/** Topics that are asked for. When there are ids, they alone count. */
function topicsOf(context: RequestContext, { topics, allowAutoTopicCreation }: MetadataRequest): MetadataResponseTopicInput[] {
  const { cluster, version } = context
  if (topics === null || (version === 0 && topics.length === 0)) return cluster.topics.all().map(topic => describe(context, topic))
  const ids = new Set(topics.map(({ topicId }) => topicId).filter(id => id !== zeroUuid))
  if (ids.size > 0) return [...ids].map(id => describeById(context, id))
  const mayCreate = version < 4 || allowAutoTopicCreation
  return [...new Set(topics.map(({ name }) => name))].flatMap(name => (name === null ? [] : describeByName(context, name, mayCreate)))
}

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
