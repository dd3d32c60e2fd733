import { errorCodes } from '../../errors/error-table'
import { endTxnApi } from '../../protocol/generated/end-txn'
import type { EndTxnResponseInput } from '../../protocol/generated/end-txn-response'
import { noProducerEpoch, noProducerId } from '../coordinators/transactions/transaction'
import type { ProducerIdResult } from '../coordinators/transactions/transaction-coordinator'
import { handler } from '../handler'

/** First version that knows PRODUCER_FENCED (KIP-588). */
const fencedVersion = 2
/** First version that gives the producer another epoch for its next transaction (KIP-890). */
const bumpVersion = 5

/** EndTxn: commits or aborts. */
export const endTxn = handler({
  api: endTxnApi,
  handle({ cluster, node, version }, { transactionalId, producerId, producerEpoch, committed: isCommit }) {
    const refusal = transactionalId === '' ? errorCodes.NONE : cluster.coordinators.check('transaction', transactionalId, node.nodeId)
    if (refusal !== errorCodes.NONE) return respond(refusal, version)
    const request = { transactionalId, producerId, producerEpoch, isCommit, bumpsEpoch: version >= bumpVersion }
    return respond(cluster.transactions.end(request), version)
  },
  fail: (_request, errorCode, version) => respond(errorCode, version)
})

function respond(result: ProducerIdResult, version: number): EndTxnResponseInput {
  if (typeof result !== 'number') return version >= bumpVersion ? { errorCode: errorCodes.NONE, ...result } : { errorCode: errorCodes.NONE }
  const errorCode = result === errorCodes.PRODUCER_FENCED && version < fencedVersion ? errorCodes.INVALID_PRODUCER_EPOCH : result
  return version >= bumpVersion ? { errorCode, producerId: noProducerId, producerEpoch: noProducerEpoch } : { errorCode }
}
