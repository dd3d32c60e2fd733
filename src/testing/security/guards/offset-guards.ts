import { errorCodes } from '../../../errors/error-table'
import { offsetCommitApi } from '../../../protocol/generated/offset-commit'
import { offsetDeleteApi } from '../../../protocol/generated/offset-delete'
import { offsetFetchApi } from '../../../protocol/generated/offset-fetch'
import type { OffsetFetchResponseGroupInput } from '../../../protocol/generated/offset-fetch-response'
import { txnOffsetCommitApi } from '../../../protocol/generated/txn-offset-commit'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

const groupDenied = errorCodes.GROUP_AUTHORIZATION_FAILED
const topicDenied = errorCodes.TOPIC_AUTHORIZATION_FAILED

/** First version of OffsetCommit and OffsetFetch that names topics by id. */
const topicIdVersion = 10
/** First version of OffsetFetch that asks for several groups. */
const batchVersion = 8

const offsetCommit = guard(offsetCommitApi, ({ access, request, serve, refuse, context: { cluster, version } }) => {
  if (!access.mayWithGroup(operations.read, request.groupId)) return refuse(groupDenied)
  const [allowed, denied] = part(request.topics, ({ name, topicId }) => {
    const topic = version >= topicIdVersion ? cluster.topics.getById(topicId)?.name : name
    // An id that is not there is not denied: the handler says so.
    return topic === undefined || access.mayWithTopic(operations.read, topic)
  })
  return amend(serve({ ...request, topics: allowed }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

const txnOffsetCommit = guard(txnOffsetCommitApi, ({ access, request, serve, refuse }) => {
  if (!access.mayWithTransactionalId(operations.write, request.transactionalId)) {
    return refuse(errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  }
  if (!access.mayWithGroup(operations.read, request.groupId)) return refuse(groupDenied)
  const [allowed, denied] = part(request.topics, ({ name }) => access.mayWithTopic(operations.read, name))
  return amend(serve({ ...request, topics: allowed }), response => ({
    ...response,
    topics: [...(response.topics ?? []), ...(refuse(topicDenied, { ...request, topics: denied }).topics ?? [])]
  }))
})

const offsetDelete = guard(offsetDeleteApi, ({ access, request, serve, refuse }) => {
  if (!access.mayWithGroup(operations.delete, request.groupId)) return refuse(groupDenied)
  const [allowed, denied] = part(request.topics, ({ name }) => access.mayWithTopic(operations.read, name))
  return amend(serve({ ...request, topics: allowed }), response => {
    if ((response.errorCode ?? 0) !== errorCodes.NONE) return response
    const refused = denied.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode: topicDenied }))
    }))
    return { ...response, topics: [...(response.topics ?? []), ...refused] }
  })
})

const offsetFetch = guard(offsetFetchApi, ({ access, request, serve, refuse, context: { cluster, version } }) => {
  const nameOf = (name: string, topicId: string): string | undefined =>
    version >= topicIdVersion ? cluster.topics.getById(topicId)?.name : name
  const maySee = ({ name = '', topicId = '' }: { name?: string | undefined; topicId?: string | undefined }): boolean => {
    const topic = nameOf(name, topicId)
    return topic === undefined || access.mayWithTopic(operations.describe, topic)
  }
  if (version < batchVersion) {
    if (!access.mayWithGroup(operations.describe, request.groupId)) return refuse(groupDenied)
    const [allowed, denied] = part(request.topics ?? [], maySee)
    return amend(serve(request.topics === null ? request : { ...request, topics: allowed }), response => {
      if ((response.errorCode ?? 0) !== errorCodes.NONE) return response
      const refused = denied.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map(deniedPartition) }))
      return { ...response, topics: [...(response.topics ?? []).filter(maySee), ...refused] }
    })
  }
  const [groups, deniedGroups] = part(request.groups, ({ groupId }) => access.mayWithGroup(operations.describe, groupId))
  const parts = groups.map(group => ({ group, topics: part(group.topics ?? [], maySee) }))
  const rest = parts.map(({ group, topics: [allowed] }) => ({ ...group, topics: group.topics === null ? null : allowed }))
  return amend(serve({ ...request, groups: rest }), response => ({
    ...response,
    groups: [
      ...(response.groups ?? []).map((answer, i): OffsetFetchResponseGroupInput => {
        if ((answer.errorCode ?? 0) !== errorCodes.NONE) return answer
        const refused = parts[i].topics[1].map(({ name, topicId, partitionIndexes }) => ({
          name,
          topicId,
          partitions: partitionIndexes.map(deniedPartition)
        }))
        return { ...answer, topics: [...(answer.topics ?? []).filter(maySee), ...refused] }
      }),
      ...deniedGroups.map(({ groupId }) => ({ groupId, errorCode: groupDenied }))
    ]
  }))
})

function deniedPartition(partitionIndex: number): {
  partitionIndex: number
  committedOffset: bigint
  committedLeaderEpoch: number
  metadata: string
  errorCode: number
} {
  return { partitionIndex, committedOffset: -1n, committedLeaderEpoch: -1, metadata: '', errorCode: topicDenied }
}

/** Guards of requests about groups' offsets. */
export const offsetGuards: readonly AnyGuard[] = [offsetCommit, txnOffsetCommit, offsetDelete, offsetFetch]
