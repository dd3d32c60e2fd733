import { errorCodes } from '../../errors/error-table'
import type { PartitionDataInput } from '../../protocol/generated/fetch-response'
import type { RequestContext } from '../handler'
import { operations } from '../security/acl'
import type { Partition } from '../topics/partition'
import type { FetchTarget } from './fetch-sessions'

const readCommitted = 1

/** How a Fetch request wants its records. */
export interface ReadOptions {
  readonly isolationLevel: number
  readonly rackId: string
  /** Bytes that the whole answer may still take. */
  readonly bytesLeft: number
  /** Whether the first batch is given whatever its size, as nothing else is in the answer yet (KIP-74). */
  readonly minOne: boolean
}

/** What one partition answers. */
export interface PartitionRead {
  readonly partition: Partition | undefined
  readonly data: PartitionDataInput
  readonly sizeInBytes: number
}

/** Reads what a client wants of one partition, or says why not. */
export function readPartition(context: RequestContext, target: FetchTarget, options: ReadOptions): PartitionRead {
  const { cluster, node, version } = context
  const usesId = version >= 13
  const topic = usesId ? cluster.topics.getById(target.topicId) : cluster.topics.get(target.topic)
  const name = usesId ? topic?.name : target.topic
  if (name !== undefined && cluster.accessOf(context.connection)?.mayWithTopic(operations.read, name) === false) {
    return failed(undefined, target, errorCodes.TOPIC_AUTHORIZATION_FAILED)
  }
  if (topic === undefined) {
    const unknown = usesId ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION
    return failed(undefined, target, unknown)
  }
  const partition = topic.partitions[target.partition]
  if (partition === undefined) return failed(undefined, target, errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  const isLeader = partition.leader === node.nodeId
  const isFollower = version >= 11 && partition.replicas.includes(node.nodeId)
  if (!isLeader && !isFollower) return withHint(version, failed(partition, target, errorCodes.NOT_LEADER_OR_FOLLOWER))
  if (target.currentLeaderEpoch >= 0 && target.currentLeaderEpoch < partition.leaderEpoch) {
    return withHint(version, failed(partition, target, errorCodes.FENCED_LEADER_EPOCH))
  }
  if (target.currentLeaderEpoch > partition.leaderEpoch) return failed(partition, target, errorCodes.UNKNOWN_LEADER_EPOCH)
  const preferred = isLeader ? preferredReplica(context, partition, options.rackId) : undefined
  if (preferred !== undefined)
    return { partition, data: { ...facts(partition, target), abortedTransactions: null, preferredReadReplica: preferred }, sizeInBytes: 0 }
  const diverging = version >= 12 ? divergence(partition, target) : undefined
  if (diverging === 'unknown') return failed(partition, target, errorCodes.OFFSET_OUT_OF_RANGE)
  if (diverging !== undefined) {
    return { partition, data: { ...facts(partition, target), abortedTransactions: null, divergingEpoch: diverging }, sizeInBytes: 0 }
  }
  return read(partition, target, options, isLeader ? partition.log.highWatermark : partition.followerHighWatermark(node.nodeId))
}

function read(partition: Partition, target: FetchTarget, options: ReadOptions, highWatermark: number): PartitionRead {
  const { log } = partition
  const { fetchOffset } = target
  // A follower that has not caught up does not know better: it is out of range there, though not on the leader (KIP-392).
  if (fetchOffset < log.logStartOffset || fetchOffset > Math.max(highWatermark, partition.log.logEndOffset)) {
    return failed(partition, target, errorCodes.OFFSET_OUT_OF_RANGE)
  }
  const isCommittedOnly = options.isolationLevel === readCommitted
  const limit = isCommittedOnly ? Math.min(log.lastStableOffset, highWatermark) : highWatermark
  const maxBytes = Math.min(target.maxBytes, options.bytesLeft)
  if (maxBytes < 0) return failed(partition, target, errorCodes.UNKNOWN_SERVER_ERROR)
  const { records, sizeInBytes, nextOffset } = log.read(fetchOffset, maxBytes, limit, options.minOne)
  const aborted = isCommittedOnly && records.length > 0 ? log.abortedIn(fetchOffset, nextOffset) : []
  return {
    partition,
    sizeInBytes,
    data: {
      ...facts(partition, target),
      highWatermark: BigInt(highWatermark),
      abortedTransactions: isCommittedOnly
        ? aborted.map(({ producerId, firstOffset }) => ({ producerId, firstOffset: BigInt(firstOffset) }))
        : null,
      records
    }
  }
}

function facts({ log }: Partition, target: FetchTarget): PartitionDataInput {
  return {
    partitionIndex: target.partition,
    errorCode: errorCodes.NONE,
    highWatermark: BigInt(log.highWatermark),
    lastStableOffset: BigInt(log.lastStableOffset),
    logStartOffset: BigInt(log.logStartOffset),
    records: []
  }
}

function failed(partition: Partition | undefined, target: FetchTarget, errorCode: number): PartitionRead {
  const data = { partitionIndex: target.partition, errorCode, highWatermark: -1n, records: [] }
  // What is refused before the log is looked at has an empty list there, what is refused by the log has none.
  return { partition, sizeInBytes: 0, data: partition === undefined ? data : { ...data, abortedTransactions: null } }
}

/** KIP-951: who leads now. */
function withHint(version: number, result: PartitionRead): PartitionRead {
  const { partition } = result
  if (version < 12 || partition === undefined) return result
  return { ...result, data: { ...result.data, currentLeader: { leaderId: partition.leader, leaderEpoch: partition.leaderEpoch } } }
}

/** KIP-595: the client's log and ours part before its offset. Unknown: the epoch is newer than all. */
function divergence(partition: Partition, target: FetchTarget): { epoch: number; endOffset: bigint } | 'unknown' | undefined {
  if (target.lastFetchedEpoch < 0) return undefined
  const end = partition.log.endOffsetOfEpoch(target.lastFetchedEpoch)
  if (end === undefined) return 'unknown'
  if (end.epoch === target.lastFetchedEpoch && end.endOffset >= target.fetchOffset) return undefined
  return { epoch: end.epoch, endOffset: BigInt(end.endOffset) }
}

/** The in-sync replica in the client's rack that the leader sends it to, when that is on and another one (KIP-392). */
function preferredReplica({ cluster, node, version }: RequestContext, partition: Partition, rackId: string): number | undefined {
  if (version < 11 || rackId === '' || cluster.configs.broker('replica.selector.class') === '') return undefined
  if (node.rack === rackId) return undefined
  return partition.isr.find(nodeId => cluster.isAlive(nodeId) && cluster.nodes.get(nodeId)?.rack === rackId)
}
