import { errorCodes } from '../../errors/error-table'
import { offsetDeleteApi } from '../../protocol/generated/offset-delete'
import { handler } from '../handler'
import { Refused } from '../refused'

/** OffsetDelete: forgets offsets of topics that nobody in the group subscribes to. */
export const offsetDelete = handler({
  api: offsetDeleteApi,
  handle({ cluster, node }, request) {
    const { groupId } = request
    const wanted = request.topics.flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex }) => {
        const isKnown = cluster.topics.partition(name, partitionIndex) !== undefined
        return { topic: name, partition: partitionIndex, errorCode: isKnown ? errorCodes.NONE : errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
      })
    )
    const known = wanted.filter(({ errorCode }) => errorCode === errorCodes.NONE)
    if (groupId === '') return { errorCode: errorCodes.INVALID_GROUP_ID }
    const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
    if (refusal !== errorCodes.NONE) return { errorCode: refusal }
    try {
      const results = cluster.groups.offsets.delete(groupId, known)
      for (const [i, one] of known.entries()) one.errorCode = results[i]
    } catch (error) {
      if (error instanceof Refused) return { errorCode: error.errorCode }
      throw error
    }
    const next = wanted.values()
    return {
      topics: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode: next.next().value?.errorCode }))
      }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
