import { errorCodes } from '../../errors/error-table'
import { listOffsetsApi } from '../../protocol/generated/list-offsets'
import type { ListOffsetsPartition, ListOffsetsRequest } from '../../protocol/generated/list-offsets-request'
import type { ListOffsetsPartitionResponseInput, ListOffsetsResponseInput } from '../../protocol/generated/list-offsets-response'
import { handler, type RequestContext } from '../handler'
import { findByTimestamp, findMaxTimestamp, type FoundOffset } from '../storage/find-offset'
import { ledPartition } from '../topics/leader-check'
import type { Partition } from '../topics/partition'

/** Timestamps that ask for something else than a time. */
const latest = -1n
const earliest = -2n
const maxTimestamp = -3n
const earliestLocal = -4n
const latestTiered = -5n
const earliestPendingUpload = -6n

/** First version of the request that knows each of them. */
const sinceVersion = new Map([
  [maxTimestamp, 7],
  [earliestLocal, 8],
  [latestTiered, 9],
  [earliestPendingUpload, 11]
])

/** ListOffsets: offsets by time, and the ends of the log. */
export const listOffsets = handler({
  api: listOffsetsApi,
  handle(context, request) {
    // What Kafka does not know as an isolation level it trips over.
    if (request.isolationLevel !== 0 && request.isolationLevel !== 1) return fail(request, errorCodes.UNKNOWN_SERVER_ERROR)
    return {
      topics: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: lookUpAll(context, name, partitions, request.isolationLevel)
      }))
    }
  },
  fail
})

function fail({ topics }: ListOffsetsRequest, errorCode: number): ListOffsetsResponseInput {
  return {
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => failure(partitionIndex, errorCode))
    }))
  }
}

/** A partition that is named twice is refused, once. */
function lookUpAll(
  context: RequestContext,
  topic: string,
  partitions: readonly ListOffsetsPartition[],
  isolationLevel: number
): ListOffsetsPartitionResponseInput[] {
  const indexes = partitions.map(({ partitionIndex }) => partitionIndex)
  return partitions
    .filter(({ partitionIndex }, i) => indexes.indexOf(partitionIndex) === i)
    .map(wanted => {
      const { partitionIndex } = wanted
      const isRepeated = indexes.indexOf(partitionIndex) !== indexes.lastIndexOf(partitionIndex)
      return isRepeated ? failure(partitionIndex, errorCodes.INVALID_REQUEST) : lookUp(context, topic, wanted, isolationLevel)
    })
}

function lookUp(
  context: RequestContext,
  topic: string,
  { partitionIndex, currentLeaderEpoch, timestamp }: ListOffsetsPartition,
  isolationLevel: number
): ListOffsetsPartitionResponseInput {
  const partition = ledPartition(context, topic, partitionIndex, currentLeaderEpoch)
  if (typeof partition === 'number') return failure(partitionIndex, partition)
  const since = sinceVersion.get(timestamp)
  if (timestamp < latest && timestamp !== earliest && (since === undefined || context.version < since)) {
    return failure(partitionIndex, errorCodes.UNSUPPORTED_VERSION)
  }
  const found = find(partition, timestamp, isolationLevel)
  if (found === undefined) return { ...failure(partitionIndex, errorCodes.NONE) }
  return {
    partitionIndex,
    errorCode: errorCodes.NONE,
    timestamp: BigInt(found.timestamp),
    offset: BigInt(found.offset),
    ...(context.version >= 4 ? { leaderEpoch: found.leaderEpoch } : {})
  }
}

function find(partition: Partition, timestamp: bigint, isolationLevel: number): FoundOffset | undefined {
  const { log } = partition
  const end = isolationLevel === 1 ? log.lastStableOffset : log.highWatermark
  if (timestamp === latest) return { timestamp: -1, offset: end, leaderEpoch: partition.leaderEpoch }
  if (timestamp === earliest || timestamp === earliestLocal) {
    return { timestamp: -1, offset: log.logStartOffset, leaderEpoch: log.epochs.epochAt(log.logStartOffset) }
  }
  // Nothing is ever in tiered storage here.
  if (timestamp === latestTiered || timestamp === earliestPendingUpload) return undefined
  if (timestamp === maxTimestamp) return findMaxTimestamp(log, end)
  return findByTimestamp(log, Number(timestamp), end)
}

function failure(partitionIndex: number, errorCode: number): ListOffsetsPartitionResponseInput {
  return { partitionIndex, errorCode, timestamp: -1n, offset: -1n }
}
