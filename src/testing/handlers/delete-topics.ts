import { errorCodes } from '../../errors/error-table'
import { deleteTopicsApi } from '../../protocol/generated/delete-topics'
import type { DeletableTopicResultInput } from '../../protocol/generated/delete-topics-response'
import { zeroUuid } from '../../protocol/uuid'
import { handler, type RequestContext } from '../handler'
import { forwards } from '../topics/forwarding'

/** DeleteTopics, by name or by id. */
export const deleteTopics = handler({
  api: deleteTopicsApi,
  handle(context, request) {
    const wanted = request.topicNames.length > 0 ? request.topicNames.map(name => ({ name, topicId: zeroUuid })) : request.topics
    return { responses: wanted.map(topic => deleteTopic(context, topic.name, topic.topicId)) }
  },
  fail: (request, errorCode) => ({
    responses: [
      ...request.topicNames.map(name => ({ name, errorCode })),
      ...request.topics.map(({ name, topicId }) => ({ name, topicId, errorCode }))
    ]
  })
})

function deleteTopic({ cluster, node, version }: RequestContext, name: string | null, topicId: string): DeletableTopicResultInput {
  const answer = (errorCode: number): DeletableTopicResultInput => ({ name, errorCode, ...(version >= 6 ? { topicId } : {}) })
  if (!forwards(cluster) && cluster.controllerId !== node.nodeId) return answer(errorCodes.NOT_CONTROLLER)
  if (cluster.configs.broker('delete.topic.enable') !== 'true') return answer(errorCodes.TOPIC_DELETION_DISABLED)
  const topic = name === null ? cluster.topics.getById(topicId) : cluster.topics.get(name)
  if (topic === undefined) return answer(name === null ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  cluster.topics.delete(topic.name)
  cluster.configs.ofTopics.delete(topic.name)
  return { name: topic.name, errorCode: errorCodes.NONE, ...(version >= 6 ? { topicId: topic.id } : {}) }
}
