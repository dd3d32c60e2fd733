import { errorCodes } from '../../errors/error-table'
import { deleteRecordsApi } from '../../protocol/generated/delete-records'
import { handler, type RequestContext } from '../handler'

const upToHighWatermark = -1n

/** DeleteRecords: raises the log's start. */
export const deleteRecords = handler({
  api: deleteRecordsApi,
  handle: (context, request) => ({
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex, offset }) => ({
        partitionIndex,
        ...deleteBefore(context, name, partitionIndex, offset)
      }))
    }))
  }),
  fail: (request, errorCode) => ({
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, ...failure(errorCode) }))
    }))
  })
})

function deleteBefore(
  { cluster, node }: RequestContext,
  topic: string,
  index: number,
  offset: bigint
): { lowWatermark: bigint; errorCode: number } {
  const partition = cluster.topics.partition(topic, index)
  if (partition === undefined) return failure(errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  if (partition.leader !== node.nodeId) return failure(errorCodes.NOT_LEADER_OR_FOLLOWER)
  const { log } = partition
  if (!cluster.configs.topic(topic, 'cleanup.policy').includes('delete')) return failure(errorCodes.POLICY_VIOLATION)
  const before = offset === upToHighWatermark ? log.highWatermark : Number(offset)
  if (before < 0 || before > log.highWatermark) return failure(errorCodes.OFFSET_OUT_OF_RANGE)
  log.deleteRecords(before)
  partition.changed()
  return { lowWatermark: BigInt(log.logStartOffset), errorCode: errorCodes.NONE }
}

function failure(errorCode: number): { lowWatermark: bigint; errorCode: number } {
  return { lowWatermark: -1n, errorCode }
}
