import { errorCodes } from '../../errors/error-table'
import { offsetForLeaderEpochApi } from '../../protocol/generated/offset-for-leader-epoch'
import { handler } from '../handler'
import { ledPartition } from '../topics/leader-check'

const undefinedEpoch = -1
const undefinedOffset = -1n

/** OffsetForLeaderEpoch: where an epoch ended, so that clients find where their log and the leader's part (KIP-320). */
export const offsetForLeaderEpoch = handler({
  api: offsetForLeaderEpochApi,
  handle: (context, request) => ({
    topics: request.topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition: index, currentLeaderEpoch, leaderEpoch }) => {
        const partition = ledPartition(context, topic, index, currentLeaderEpoch)
        if (typeof partition === 'number')
          return { partition: index, errorCode: partition, leaderEpoch: undefinedEpoch, endOffset: undefinedOffset }
        const end = leaderEpoch === undefinedEpoch ? undefined : partition.log.endOffsetOfEpoch(leaderEpoch)
        return {
          partition: index,
          errorCode: errorCodes.NONE,
          leaderEpoch: end?.epoch ?? undefinedEpoch,
          endOffset: end === undefined ? undefinedOffset : BigInt(end.endOffset)
        }
      })
    }))
  }),
  fail: (request, errorCode) => ({
    topics: request.topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition }) => ({ partition, errorCode, leaderEpoch: undefinedEpoch, endOffset: undefinedOffset }))
    }))
  })
})
