import { errorCodes } from '../../errors/error-table'
import { txnOffsetCommitApi } from '../../protocol/generated/txn-offset-commit'
import type { TxnOffsetCommitRequest } from '../../protocol/generated/txn-offset-commit-request'
import type { TxnOffsetCommitResponseInput } from '../../protocol/generated/txn-offset-commit-response'
import type { OffsetToCommit } from '../coordinators/groups/offset-manager'
import { verifyAppend, type TransactionSupport } from '../coordinators/transactions/append-verifier'
import { handler, type RequestContext } from '../handler'
import { Refused } from '../refused'

/** First version that survives COORDINATOR_LOAD_IN_PROGRESS (KAFKA-7296). */
const loadingVersion = 2

/** TxnOffsetCommit: offsets of a group that count when the transaction commits. */
export const txnOffsetCommit = handler({
  api: txnOffsetCommitApi,
  handle(context, request) {
    const offsets = request.topics.map(({ name, partitions }) =>
      partitions.map(one => ({
        errorCode:
          context.cluster.topics.partition(name, one.partitionIndex) === undefined
            ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION
            : errorCodes.NONE,
        offset: {
          topic: name,
          partition: one.partitionIndex,
          offset: Number(one.committedOffset),
          leaderEpoch: one.committedLeaderEpoch,
          metadata: one.committedMetadata
        }
      }))
    )
    const known = offsets.flat().filter(({ errorCode }) => errorCode === errorCodes.NONE)
    if (known.length > 0) {
      const results = commit(
        context,
        request,
        known.map(({ offset }) => offset)
      )
      for (const [i, one] of known.entries()) one.errorCode = typeof results === 'number' ? results : results[i]
    }
    return respond(request, (t, p) => shown(offsets[t][p].errorCode, context.version))
  },
  fail: (request, errorCode) => respond(request, () => errorCode)
})

function commit({ cluster, node, version }: RequestContext, request: TxnOffsetCommitRequest, offsets: OffsetToCommit[]): number | number[] {
  const { groupId, transactionalId, generationId, memberId, groupInstanceId, ...producer } = request
  const { transactions, coordinators, groups } = cluster
  if (groupId === '') return errorCodes.INVALID_GROUP_ID
  const refusal = coordinators.check('group', groupId, node.nodeId)
  if (refusal !== errorCodes.NONE) return refusal
  const support = supportOf(version)
  if (cluster.verifiesTransactions || support === 'add') {
    const topics = [transactions.offsetsPartition(groupId)]
    const errorCode = verifyAppend(transactions, coordinators, support, transactionalId, producer, topics)
    if (errorCode !== errorCodes.NONE) return errorCode
  }
  try {
    const committer = { groupId, generationIdOrMemberEpoch: generationId, memberId, groupInstanceId }
    return groups.offsets.commitPending(producer.producerId, committer, offsets).map(inGenerations)
  } catch (error) {
    if (error instanceof Refused) return inGenerations(error.errorCode)
    throw error
  }
}

/** Producers know generations alone, not the epochs of members (KIP-848). */
function inGenerations(errorCode: number): number {
  return errorCode === errorCodes.STALE_MEMBER_EPOCH ? errorCodes.ILLEGAL_GENERATION : errorCode
}

function supportOf(version: number): TransactionSupport {
  return version >= 5 ? 'add' : version >= 4 ? 'abortable' : 'none'
}

function shown(errorCode: number, version: number): number {
  const isLoading = errorCode === errorCodes.COORDINATOR_LOAD_IN_PROGRESS && version < loadingVersion
  return isLoading ? errorCodes.COORDINATOR_NOT_AVAILABLE : errorCode
}

function respond(request: TxnOffsetCommitRequest, codeOf: (topic: number, partition: number) => number): TxnOffsetCommitResponseInput {
  return {
    topics: request.topics.map(({ name, partitions }, t) => ({
      name,
      partitions: partitions.map(({ partitionIndex }, p) => ({ partitionIndex, errorCode: codeOf(t, p) }))
    }))
  }
}
