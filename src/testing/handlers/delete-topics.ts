import { errorCodes } from '../../errors/error-table'
import { deleteTopicsApi } from '../../protocol/generated/delete-topics'
import type { DeletableTopicResultInput } from '../../protocol/generated/delete-topics-response'
import { zeroUuid } from '../../protocol/uuid'
import { handler, type RequestContext } from '../handler'
import { forwards } from '../topics/forwarding'

interface Wanted {
  readonly name: string | null
  readonly topicId: string
}

/** DeleteTopics, by name or by id. */
export const deleteTopics = handler({
  api: deleteTopicsApi,
  handle(context, request) {
    const wanted = request.topicNames.length > 0 ? request.topicNames.map(name => ({ name, topicId: zeroUuid })) : request.topics
    const { cluster, node } = context
    const isRefused = !forwards(cluster) && cluster.controllerId !== node.nodeId
    if (isRefused) return { responses: wanted.map(topic => answer(context, topic, errorCodes.NOT_CONTROLLER)) }
    if (cluster.configs.broker('delete.topic.enable') !== 'true') {
      return { responses: wanted.map(topic => answer(context, topic, errorCodes.TOPIC_DELETION_DISABLED)) }
    }
    return { responses: deleteAll(context, wanted) }
  },
  fail: (request, errorCode) => ({
    responses: [
      ...request.topicNames.map(name => ({ name, errorCode })),
      ...request.topics.map(({ name, topicId }) => ({ name, topicId, errorCode }))
    ]
  })
})

/** What is named twice, or by name and id both, is refused once and not deleted. */
function deleteAll(context: RequestContext, wanted: readonly Wanted[]): DeletableTopicResultInput[] {
  const { topics } = context.cluster
  const isOdd = ({ name, topicId }: Wanted): boolean => (name === null) === (topicId === zeroUuid)
  const plain = wanted.filter(one => !isOdd(one))
  const results = wanted.filter(isOdd).map(one => answer(context, one, errorCodes.INVALID_REQUEST))
  const groups = new Map<string, Wanted[]>()
  for (const one of plain) {
    const { name, topicId } = one
    const key = name ?? topics.getById(topicId)?.name ?? `id ${topicId}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const [key, [first, ...others]] of groups) {
    if (others.length === 0) results.push(deleteTopic(context, first))
    else {
      const isMixed = new Set([first, ...others].map(({ name }) => name === null)).size > 1
      const both = isMixed ? { name: key, topicId: topics.get(key)?.id ?? zeroUuid } : first
      results.push(answer(context, both, errorCodes.INVALID_REQUEST))
    }
  }
  return results
}

function answer({ version }: RequestContext, { name, topicId }: Wanted, errorCode: number): DeletableTopicResultInput {
  return { name, errorCode, ...(version >= 6 ? { topicId } : {}) }
}

function deleteTopic(context: RequestContext, wanted: Wanted): DeletableTopicResultInput {
  const { cluster } = context
  const { name, topicId } = wanted
  const topic = name === null ? cluster.topics.getById(topicId) : cluster.topics.get(name)
  if (topic === undefined)
    return answer(context, wanted, name === null ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  cluster.topics.delete(topic.name)
  cluster.configs.ofTopics.delete(topic.name)
  return answer(context, { name: topic.name, topicId: topic.id }, errorCodes.NONE)
}
