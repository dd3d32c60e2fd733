import { errorCodes } from '../../errors/error-table'
import { describeQuorumApi } from '../../protocol/generated/describe-quorum'
import type { PartitionDataInput, ReplicaStateInput } from '../../protocol/generated/describe-quorum-response'
import { handler, type RequestContext } from '../handler'

/** The topic that controllers keep their log in. */
const metadataTopic = '__cluster_metadata'
/** How often a controller that has nothing to say appends a record all the same, ms (`metadata.max.idle.interval.ms`). */
const idleIntervalMs = 500
/** First version that tells when voters fetched. */
const timesVersion = 1
/** First version that tells where controllers listen (KIP-853). */
const nodesVersion = 2

/** DescribeQuorum: every broker poses as a voter that has the whole log (KIP-595). */
export const describeQuorum = handler({
  api: describeQuorumApi,
  handle(context, { topics }) {
    const { cluster, connection, version } = context
    const asksForQuorum = topics.some(({ topicName, partitions }) =>
      partitions.some(({ partitionIndex }) => isQuorum(topicName, partitionIndex))
    )
    const nodes = asksForQuorum && version >= nodesVersion ? [...cluster.nodes.values()] : []
    return {
      errorMessage: '',
      topics: topics.map(({ topicName, partitions }) => ({
        topicName,
        partitions: partitions.map(({ partitionIndex }) => describe(context, topicName, partitionIndex))
      })),
      nodes: nodes.map(({ nodeId, host, ports }) => ({
        nodeId,
        listeners: [{ name: 'CONTROLLER', host, port: ports.get(connection.listener.name) ?? 0 }]
      }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode, errorMessage: null })
})

function isQuorum(topic: string, partition: number): boolean {
  return topic === metadataTopic && partition === 0
}

function describe({ cluster, version }: RequestContext, topic: string, partitionIndex: number): PartitionDataInput {
  if (!isQuorum(topic, partitionIndex)) {
    return { partitionIndex, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: 'This broker does not host the partition.' }
  }
  const highWatermark = BigInt(1 + Math.floor(cluster.clock.now() / idleIntervalMs))
  const now = BigInt(Math.floor(cluster.clock.wallTime()))
  const voter = (replicaId: number): ReplicaStateInput => ({
    replicaId,
    logEndOffset: highWatermark,
    ...(version >= timesVersion ? { lastFetchTimestamp: now, lastCaughtUpTimestamp: now } : {})
  })
  return {
    partitionIndex,
    errorMessage: '',
    leaderId: cluster.controllerId,
    leaderEpoch: 1,
    highWatermark,
    currentVoters: [...cluster.nodes.keys()].map(voter),
    observers: []
  }
}
