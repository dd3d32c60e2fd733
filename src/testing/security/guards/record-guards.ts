import { errorCodes } from '../../../errors/error-table'
import { deleteRecordsApi } from '../../../protocol/generated/delete-records'
import { describeProducersApi } from '../../../protocol/generated/describe-producers'
import { listOffsetsApi } from '../../../protocol/generated/list-offsets'
import { offsetForLeaderEpochApi } from '../../../protocol/generated/offset-for-leader-epoch'
import { produceApi } from '../../../protocol/generated/produce'
import { noResponse } from '../../handler'
import { isTransactional } from '../../storage/validate-batch'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

const topicDenied = errorCodes.TOPIC_AUTHORIZATION_FAILED

/** First version of Produce that names topics by id. */
const topicIdVersion = 13

const produce = guard(produceApi, ({ access, request, serve, refuse, context }) => {
  const { cluster, connection, version } = context
  const isOfTransaction = request.topicData.some(({ partitionData }) => partitionData.some(({ records }) => isTransactional(records)))
  const mayUseId = request.transactionalId !== null && access.mayWithTransactionalId(operations.write, request.transactionalId)
  const isIdDenied = isOfTransaction && !mayUseId
  const [allowed, denied] = part(request.topicData, ({ name, topicId }) => {
    const topic = version >= topicIdVersion ? cluster.topics.getById(topicId)?.name : name
    return topic === undefined || access.mayWithTopic(operations.write, topic)
  })
  if (request.acks === 0 && (isIdDenied || denied.length > 0)) {
    if (!isIdDenied) serve({ ...request, topicData: allowed })
    connection.close()
    return noResponse
  }
  if (isIdDenied) return refuse(errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  if (denied.length === 0) return serve(request)
  return amend(serve({ ...request, topicData: allowed }), response => ({
    ...response,
    responses: [...(response.responses ?? []), ...(refuse(topicDenied, { ...request, topicData: denied }).responses ?? [])]
  }))
})

const listOffsets = guard(listOffsetsApi, ({ access, request, serve, refuse }) => {
  const [topics, denied] = part(request.topics, ({ name }) => access.mayWithTopic(operations.describe, name))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

const offsetForLeaderEpoch = guard(offsetForLeaderEpochApi, ({ access, request, serve, refuse }) => {
  if (access.mayWithCluster(operations.clusterAction)) return serve(request)
  const [topics, denied] = part(request.topics, ({ topic }) => access.mayWithTopic(operations.describe, topic))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

const deleteRecords = guard(deleteRecordsApi, ({ access, request, serve, refuse }) => {
  const [topics, denied] = part(request.topics, ({ name }) => access.mayWithTopic(operations.delete, name))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

const describeProducers = guard(describeProducersApi, ({ access, request, serve, refuse }) => {
  const [topics, denied] = part(request.topics, ({ name }) => access.mayWithTopic(operations.read, name))
  return amend(serve({ ...request, topics }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

/** Guards of requests about records. Fetch asks where it reads: a session outlives the request that names its topics. */
export const recordGuards: readonly AnyGuard[] = [produce, listOffsets, offsetForLeaderEpoch, deleteRecords, describeProducers]
