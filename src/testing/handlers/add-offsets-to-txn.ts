import { errorCodes } from '../../errors/error-table'
import { addOffsetsToTxnApi } from '../../protocol/generated/add-offsets-to-txn'
import { handler } from '../handler'

/** First version that knows PRODUCER_FENCED (KIP-588). */
const fencedVersion = 2

/** AddOffsetsToTxn: puts the offsets of a group into a transaction. */
export const addOffsetsToTxn = handler({
  api: addOffsetsToTxnApi,
  handle({ cluster, node, version }, { transactionalId, groupId, ...producer }) {
    const refusal = transactionalId === '' ? errorCodes.NONE : cluster.coordinators.check('transaction', transactionalId, node.nodeId)
    if (refusal !== errorCodes.NONE) return { errorCode: refusal }
    const errorCode = cluster.transactions.addOffsets(transactionalId, producer, groupId, false)
    const isFencing = errorCode === errorCodes.PRODUCER_FENCED && version < fencedVersion
    return { errorCode: isFencing ? errorCodes.INVALID_PRODUCER_EPOCH : errorCode }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
