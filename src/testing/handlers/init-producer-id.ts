import { errorCodes } from '../../errors/error-table'
import { initProducerIdApi } from '../../protocol/generated/init-producer-id'
import type { InitProducerIdRequest } from '../../protocol/generated/init-producer-id-request'
import type { InitProducerIdResponseInput } from '../../protocol/generated/init-producer-id-response'
import type { ProducerIdResult } from '../coordinators/transactions/transaction-coordinator'
import { noProducerEpoch, noProducerId } from '../coordinators/transactions/transaction'
import { handler, type RequestContext } from '../handler'

/** First version that knows PRODUCER_FENCED (KIP-588). */
const fencedVersion = 4

/** InitProducerId: an id for an idempotent producer, or the next epoch of a transactional one. */
export const initProducerId = handler({
  api: initProducerIdApi,
  handle: (context, request) => respond(init(context, request), context.version),
  fail: (_request, errorCode, version) => respond(errorCode, version)
})

function init({ cluster, node }: RequestContext, request: InitProducerIdRequest): ProducerIdResult {
  const { transactionalId, transactionTimeoutMs: timeoutMs, producerId, producerEpoch } = request
  const hasId = producerId !== noProducerId
  if (hasId !== (producerEpoch !== noProducerEpoch)) return errorCodes.INVALID_REQUEST
  const { transactions, coordinators } = cluster
  if (transactionalId === null) return transactions.newProducer()
  const refusal = transactionalId === '' ? errorCodes.NONE : coordinators.check('transaction', transactionalId, node.nodeId)
  if (refusal !== errorCodes.NONE && transactions.isTimeoutLegal(timeoutMs)) return refusal
  return transactions.initProducerId({ transactionalId, timeoutMs, expected: hasId ? { producerId, producerEpoch } : undefined })
}

function respond(result: ProducerIdResult, version: number): InitProducerIdResponseInput {
  if (typeof result !== 'number') return { errorCode: errorCodes.NONE, ...result }
  const isFencing = result === errorCodes.PRODUCER_FENCED && version < fencedVersion
  return { errorCode: isFencing ? errorCodes.INVALID_PRODUCER_EPOCH : result, producerId: noProducerId, producerEpoch: noProducerEpoch }
}
