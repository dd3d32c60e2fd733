import { errorCodes } from '../../../errors/error-table'
import { describeTopicPartitionsApi } from '../../../protocol/generated/describe-topic-partitions'
import { metadataApi } from '../../../protocol/generated/metadata'
import type { MetadataRequest } from '../../../protocol/generated/metadata-request'
import type { MetadataResponseInput, MetadataResponseTopicInput } from '../../../protocol/generated/metadata-response'
import { zeroUuid } from '../../../protocol/uuid'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard, type Guarded } from './guard'

const topicDenied = errorCodes.TOPIC_AUTHORIZATION_FAILED

/** First version in which the client says whether topics may be made. */
const creationVersion = 4

const metadata = guard(metadataApi, asked => {
  const { access, request, serve, context } = asked
  const { cluster, version } = context
  const isAll = request.topics === null || (version === 0 && request.topics.length === 0)
  if (isAll || request.topics === null) {
    return amend(serve(request), response => {
      const topics = (response.topics ?? []).filter(({ name }) => access.mayWithTopic(operations.describe, name ?? ''))
      return withOperations(asked, { ...response, topics })
    })
  }
  const [visible, hidden] = part(request.topics, ({ name, topicId }) => {
    const topic = name ?? cluster.topics.getById(topicId)?.name
    return topic === undefined || access.mayWithTopic(operations.describe, topic)
  })
  const [allowed, notToBeMade] = part(visible, ({ name }) => mayBeMade(asked, name))
  const refused: MetadataResponseTopicInput[] = [
    // Names are secret: whether there is such a topic is not said. Ids are not.
    ...hidden.map(({ name, topicId }) => ({ errorCode: topicDenied, name, topicId: name === null ? topicId : zeroUuid })),
    ...notToBeMade.map(({ name }) => ({ errorCode: topicDenied, name, topicId: zeroUuid }))
  ]
  // No topics would ask for all of them in version 0.
  const handled =
    version === 0 && allowed.length === 0 ? amend(serve({ ...request, topics: [] }), emptied) : serve({ ...request, topics: allowed })
  return amend(handled, response => withOperations(asked, { ...response, topics: [...(response.topics ?? []), ...refused] }))
})

type Asked = Guarded<MetadataRequest, MetadataResponseInput>

function emptied(response: MetadataResponseInput): MetadataResponseInput {
  return { ...response, topics: [] }
}

/** Whether the request may make the topic, or need not. */
function mayBeMade({ access, request, context: { cluster, version } }: Asked, name: string | null): boolean {
  if (name === null || cluster.topics.get(name) !== undefined) return true
  const isWanted = version < creationVersion || request.allowAutoTopicCreation
  if (!isWanted || cluster.configs.broker('auto.create.topics.enable') !== 'true') return true
  return access.mayWithCluster(operations.create) || access.mayWithTopic(operations.create, name)
}

/** Versions that tell what may be done with the cluster; later ones leave that to DescribeCluster. */
const clusterOperationsVersions = [8, 9, 10]

function withOperations({ access, request, context: { version } }: Asked, response: MetadataResponseInput): MetadataResponseInput {
  const topics = response.topics?.map(topic =>
    request.includeTopicAuthorizedOperations && (topic.errorCode ?? 0) === errorCodes.NONE
      ? { ...topic, topicAuthorizedOperations: access.topicOperations(topic.name ?? '') }
      : topic
  )
  if (!request.includeClusterAuthorizedOperations || !clusterOperationsVersions.includes(version)) return { ...response, topics }
  return { ...response, topics, clusterAuthorizedOperations: access.mayWithCluster(operations.describe) ? access.clusterOperations() : 0 }
}

const describeTopicPartitions = guard(describeTopicPartitionsApi, ({ access, request, serve, context: { cluster } }) => {
  // An empty list asks for all topics: those that may not be seen are left out then.
  const isAll = request.topics.length === 0
  const names = isAll ? cluster.topics.all().map(({ name }) => ({ name })) : request.topics
  const [allowed, denied] = part(names, ({ name }) => access.mayWithTopic(operations.describe, name))
  const refused = isAll ? [] : denied.map(({ name }) => ({ errorCode: topicDenied, name, topicId: zeroUuid }))
  if (allowed.length === 0) return { topics: refused }
  return amend(serve({ ...request, topics: allowed }), response => ({
    ...response,
    topics: [
      ...(response.topics ?? []).map(topic =>
        (topic.errorCode ?? 0) === errorCodes.NONE
          ? { ...topic, topicAuthorizedOperations: access.topicOperations(topic.name ?? '') }
          : topic
      ),
      ...refused
    ]
  }))
})

/** Guards of requests that tell which topics there are. */
export const metadataGuards: readonly AnyGuard[] = [metadata, describeTopicPartitions]
