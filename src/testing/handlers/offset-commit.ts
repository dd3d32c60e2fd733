import { errorCodes } from '../../errors/error-table'
import { offsetCommitApi } from '../../protocol/generated/offset-commit'
import type { OffsetCommitRequest } from '../../protocol/generated/offset-commit-request'
import type { OffsetCommitResponseInput } from '../../protocol/generated/offset-commit-response'
import { handler, type RequestContext } from '../handler'
import type { OffsetToCommit } from '../coordinators/groups/offset-manager'
import { Refused } from '../refused'

/** First version that names topics by id. */
const topicIdVersion = 10

/** OffsetCommit: of members, administrators and consumers that assign themselves. */
export const offsetCommit = handler({
  api: offsetCommitApi,
  handle(context, request) {
    const { cluster, node, version } = context
    const topics = request.topics.map(({ name, topicId, partitions }) => {
      const topic = version >= topicIdVersion ? cluster.topics.getById(topicId) : cluster.topics.get(name)
      const unknown = version >= topicIdVersion && topic === undefined ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION
      return partitions.map(one => ({
        errorCode: topic?.partitions[one.partitionIndex] === undefined ? unknown : errorCodes.NONE,
        offset: {
          topic: topic?.name ?? name,
          partition: one.partitionIndex,
          offset: Number(one.committedOffset),
          leaderEpoch: one.committedLeaderEpoch,
          metadata: one.committedMetadata
        }
      }))
    })
    const known = topics.flat().filter(({ errorCode }) => errorCode === errorCodes.NONE)
    if (known.length > 0) {
      const refusal = cluster.coordinators.check('group', request.groupId, node.nodeId)
      const offsets = known.map(({ offset }) => offset)
      const results = refusal === errorCodes.NONE ? commit(context, request, offsets) : refusal
      for (const [i, one] of known.entries()) one.errorCode = typeof results === 'number' ? results : results[i]
    }
    return respond(request, (t, p) => topics[t][p].errorCode)
  },
  fail: (request, errorCode) => respond(request, () => errorCode)
})

function commit({ cluster, version }: RequestContext, request: OffsetCommitRequest, offsets: OffsetToCommit[]): number | number[] {
  try {
    return cluster.groups.offsets.commit({ ...request, version }, offsets)
  } catch (error) {
    if (error instanceof Refused) return error.errorCode
    throw error
  }
}

function respond(request: OffsetCommitRequest, errorCode: (topic: number, partition: number) => number): OffsetCommitResponseInput {
  return {
    topics: request.topics.map(({ name, topicId, partitions }, t) => ({
      name,
      topicId,
      partitions: partitions.map(({ partitionIndex }, p) => ({ partitionIndex, errorCode: errorCode(t, p) }))
    }))
  }
}
