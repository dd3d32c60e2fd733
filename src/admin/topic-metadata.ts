import { retryPolicy } from '../cluster/retry-policy'
import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { protocolError } from '../errors/protocol-error'
import type { MetadataResponseTopic } from '../protocol/generated/metadata-response'
import type { ITopicMetadata } from '../types/topics'
import type { AdminContext } from './admin-context'

/** Names of all topics, internal ones included. */
export async function listTopics(context: AdminContext): Promise<string[]> {
  const attempt = async (): Promise<string[]> => {
    const { topics } = await context.cluster.fetchTopics(null)
    return topics.flatMap(({ name }) => (name === null ? [] : [name]))
  }
  return context.cluster.retry('Listing topics', attempt, { config: context.retry })
}

/**
 * Partitions, leaders and replicas of topics. A partition without a leader is part of the result (`leader: -1` and its
 * error code); it does not hide the rest.
 * @param topics none: all topics
 * @throws KafkaJSProtocolError when a topic does not exist or may not be seen
 */
export async function fetchTopicMetadata(context: AdminContext, options?: { topics?: string[] }): Promise<{ topics: ITopicMetadata[] }> {
  const topics = checkTopics(options?.topics ?? [])
  return context.cluster.retry(
    'Fetching topic metadata',
    async (_, bail) => {
      const response = await context.cluster.fetchTopics(topics.length === 0 ? null : topics)
      const failed = topics.length === 0 ? undefined : response.topics.find(({ errorCode }) => errorCode !== 0)
      if (failed !== undefined) {
        const error = protocolError(failed.errorCode, null, { topic: failed.name ?? undefined })
        // As in KafkaJS: an unknown topic is an answer, not a reason to ask again.
        throw retryPolicy(error).retriable && error.code !== unknownTopic ? error : bail(error)
      }
      return { topics: response.topics.filter(({ errorCode, name }) => errorCode === 0 && name !== null).map(toTopicMetadata) }
    },
    { config: context.retry }
  )
}

const unknownTopic = 3

function toTopicMetadata({ name, partitions }: MetadataResponseTopic): ITopicMetadata {
  return {
    name: name as string,
    partitions: partitions
      .map(partition => ({
        partitionErrorCode: partition.errorCode,
        partitionId: partition.partitionIndex,
        leader: partition.leaderId,
        replicas: partition.replicaNodes,
        isr: partition.isrNodes,
        offlineReplicas: partition.offlineReplicas
      }))
      .sort((a, b) => a.partitionId - b.partitionId)
  }
}

/** Text as in KafkaJS. */
function checkTopics(topics: string[]): string[] {
  for (const topic of topics) {
    if (typeof topic !== 'string' || topic === '') throw new KafkaJSNonRetriableError(`Invalid topic ${topic}`)
  }
  return topics
}
