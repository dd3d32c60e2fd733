import { errorCodes } from '../../../errors/error-table'
import type { CoordinatorMap } from '../coordinator-map'
import type { ProducerIdentity } from './transaction'
import type { TopicPartitions, TransactionCoordinator } from './transaction-coordinator'

/**
 * What a client's request can do with a transaction: `add` its partition without having asked (transaction.version 2), be told
 * TRANSACTION_ABORTABLE, or neither.
 */
export type TransactionSupport = 'add' | 'abortable' | 'none'

/**
 * Asks the coordinator, in the name of the broker that is about to append, whether the partitions belong to the running transaction
 * (KIP-890), or adds them; an error code in the terms that producers know.
 */
export function verifyAppend(
  transactions: TransactionCoordinator,
  coordinators: CoordinatorMap,
  support: TransactionSupport,
  transactionalId: string,
  producer: ProducerIdentity,
  topics: TopicPartitions
): number {
  const nodeId = coordinators.coordinatorOf('transaction', transactionalId)
  if (nodeId < 0) return errorCodes.COORDINATOR_NOT_AVAILABLE
  const refusal = coordinators.check('transaction', transactionalId, nodeId)
  if (refusal !== errorCodes.NONE) return refusal
  const errorCode =
    support === 'add'
      ? transactions.addPartitions(transactionalId, producer, topics, true)
      : worstOf(transactions.verifyPartitions(transactionalId, producer, topics))
  if (errorCode === errorCodes.PRODUCER_FENCED) return errorCodes.INVALID_PRODUCER_EPOCH
  if (errorCode === errorCodes.TRANSACTION_ABORTABLE && support === 'none') return errorCodes.INVALID_TXN_STATE
  return errorCode
}

function worstOf(results: number | number[][]): number {
  return typeof results === 'number' ? results : (results.flat().find(code => code !== errorCodes.NONE) ?? errorCodes.NONE)
}
