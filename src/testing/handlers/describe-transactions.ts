import { errorCodes } from '../../errors/error-table'
import { describeTransactionsApi } from '../../protocol/generated/describe-transactions'
import type { TransactionStateInput } from '../../protocol/generated/describe-transactions-response'
import { handler, type RequestContext } from '../handler'

/** DescribeTransactions: what transactional ids are doing (KIP-664). */
export const describeTransactions = handler({
  api: describeTransactionsApi,
  handle: (context, { transactionalIds }) => ({ transactionStates: transactionalIds.map(id => describe(context, id)) }),
  fail: ({ transactionalIds }, errorCode) => ({ transactionStates: transactionalIds.map(id => unknown(id, errorCode)) })
})

function describe({ cluster, node }: RequestContext, transactionalId: string): TransactionStateInput {
  if (transactionalId === '') return unknown(transactionalId, errorCodes.INVALID_REQUEST)
  const refusal = cluster.coordinators.check('transaction', transactionalId, node.nodeId)
  if (refusal !== errorCodes.NONE) return unknown(transactionalId, refusal)
  const transaction = cluster.transactions.find(transactionalId)
  if (transaction === undefined) return unknown(transactionalId, errorCodes.TRANSACTIONAL_ID_NOT_FOUND)
  return {
    errorCode: errorCodes.NONE,
    transactionalId,
    transactionState: transaction.state,
    transactionTimeoutMs: transaction.timeoutMs,
    transactionStartTimeMs: BigInt(transaction.startedAt),
    producerId: transaction.producerId,
    producerEpoch: transaction.producerEpoch,
    topics: [...transaction.partitions].map(([topic, partitions]) => ({ topic, partitions: [...partitions] }))
  }
}

function unknown(transactionalId: string, errorCode: number): TransactionStateInput {
  return { transactionalId, errorCode }
}
