import { errorCodes } from '../../../errors/error-table'
import { createPartitionsApi } from '../../../protocol/generated/create-partitions'
import { createTopicsApi } from '../../../protocol/generated/create-topics'
import { deleteTopicsApi } from '../../../protocol/generated/delete-topics'
import { zeroUuid } from '../../../protocol/uuid'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

const topicDenied = errorCodes.TOPIC_AUTHORIZATION_FAILED
const errorMessage = 'Authorization failed.'

/** Names that a request has more than once: the handler has its own answer to those. */
function repeated(topics: readonly { readonly name: string }[]): ReadonlySet<string> {
  const names = topics.map(({ name }) => name)
  return new Set(names.filter((name, i) => names.indexOf(name) !== i))
}

/** First version whose answer tells the configs of the topic. */
const configsVersion = 5

const createTopics = guard(createTopicsApi, ({ access, request, serve, context: { version } }) => {
  const twice = repeated(request.topics)
  const mayAll = access.mayWithCluster(operations.create)
  const [topics, denied] = part(request.topics, ({ name }) => mayAll || twice.has(name) || access.mayWithTopic(operations.create, name))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    topics: [
      ...(response.topics ?? []).map(topic => {
        const { errorCode = errorCodes.NONE, name = '' } = topic
        const isOpen = version < configsVersion || errorCode !== errorCodes.NONE || access.mayWithTopic(operations.describeConfigs, name)
        if (isOpen) return topic
        return { ...topic, numPartitions: -1, replicationFactor: -1, configs: [], topicConfigErrorCode: topicDenied }
      }),
      ...denied.map(({ name }) => ({ name, errorCode: topicDenied, errorMessage }))
    ]
  }))
})

const createPartitions = guard(createPartitionsApi, ({ access, request, serve }) => {
  const twice = repeated(request.topics)
  const [topics, denied] = part(request.topics, ({ name }) => twice.has(name) || access.mayWithTopic(operations.alter, name))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    results: [...(response.results ?? []), ...denied.map(({ name }) => ({ name, errorCode: topicDenied, errorMessage }))]
  }))
})

const deleteTopics = guard(deleteTopicsApi, ({ access, request, serve, context: { cluster, version } }) => {
  const mayAll = access.mayWithCluster(operations.delete)
  const mayDelete = (topic: string | undefined): boolean => mayAll || topic === undefined || access.mayWithTopic(operations.delete, topic)
  const named = (name: string | null, topicId: string): string | undefined => name ?? cluster.topics.getById(topicId)?.name
  const [topicNames, deniedNames] = part(request.topicNames, mayDelete)
  const [topics, denied] = part(request.topics, ({ name, topicId }) => mayDelete(named(name, topicId)))
  const refused = [...deniedNames.map(name => ({ name, topicId: zeroUuid })), ...denied].map(({ name, topicId }) => {
    const topic = named(name, topicId)
    // Who may not even see the topic learns no more than he has said.
    const isVisible = topic !== undefined && access.mayWithTopic(operations.describe, topic)
    return {
      name: isVisible ? topic : name,
      errorCode: topicDenied,
      ...(version >= 5 ? { errorMessage } : {}),
      ...(version >= 6 ? { topicId } : {})
    }
  })
  return amend(serve({ ...request, topicNames, topics }), response => ({
    ...response,
    responses: [...(response.responses ?? []), ...refused]
  }))
})

/** Guards of requests that make and delete topics. */
export const topicGuards: readonly AnyGuard[] = [createTopics, createPartitions, deleteTopics]
