import { errorCodes } from '../../../errors/error-table'
import { highestEpoch, type ProducerIdentity, type Transaction } from './transaction'

/** A transaction that may end. */
export interface EndDecision {
  /** Nothing was ever added to it. */
  readonly isEmpty: boolean
}

/**
 * Whether EndTxn up to version 4 may end the transaction; NONE when it has ended that way already, which a repeated request can't be told
 * from.
 */
export function checkEnd(transaction: Transaction, producer: ProducerIdentity, isCommit: boolean): EndDecision | number {
  if (transaction.producerId !== producer.producerId) return errorCodes.INVALID_PRODUCER_ID_MAPPING
  if (transaction.producerEpoch !== producer.producerEpoch) return errorCodes.PRODUCER_FENCED
  switch (transaction.state) {
    case 'Ongoing':
      return { isEmpty: false }
    case 'CompleteCommit':
      return isCommit ? errorCodes.NONE : errorCodes.INVALID_TXN_STATE
    case 'CompleteAbort':
      return isCommit ? errorCodes.INVALID_TXN_STATE : errorCodes.NONE
    case 'PrepareCommit':
    case 'PrepareAbort':
      return errorCodes.CONCURRENT_TRANSACTIONS
    default:
      return errorCodes.INVALID_TXN_STATE
  }
}

/**
 * The same from version 5 on (KIP-890). Each transaction has an epoch of its own, so a repeated request shows in its epoch, and an end
 * without a beginning can only be an abort.
 */
export function checkEndWithBump(transaction: Transaction, producer: ProducerIdentity, isCommit: boolean): EndDecision | number {
  if (transaction.isEnding) return errorCodes.CONCURRENT_TRANSACTIONS
  const { state } = transaction
  const { producerEpoch: epoch } = producer
  const repeatsRotation =
    transaction.previousProducerId === producer.producerId && epoch === highestEpoch - 1 && transaction.producerEpoch === 0
  if (transaction.producerId !== producer.producerId && !repeatsRotation) return errorCodes.INVALID_PRODUCER_ID_MAPPING
  const isComplete = state === 'CompleteCommit' || state === 'CompleteAbort'
  const isRepeated = repeatsRotation || transaction.producerEpoch === epoch + 1
  if (epoch !== transaction.producerEpoch && !(isComplete && isRepeated)) return errorCodes.PRODUCER_FENCED
  if (state === 'Ongoing') return { isEmpty: false }
  if (isComplete && isRepeated) return isCommit === (state === 'CompleteCommit') ? errorCodes.NONE : errorCodes.INVALID_TXN_STATE
  return isCommit ? errorCodes.INVALID_TXN_STATE : { isEmpty: true }
}
