import { errorCodes } from '../../errors/error-table'
import { listTransactionsApi } from '../../protocol/generated/list-transactions'
import { transactionStates } from '../coordinators/transactions/transaction'
import { handler } from '../handler'

/** ListTransactions: the transactional ids that this broker coordinates, filtered (KIP-664, KIP-994, KIP-1152). */
export const listTransactions = handler({
  api: listTransactionsApi,
  handle({ cluster, node }, { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern }) {
    const known: readonly string[] = transactionStates
    const pattern = patternOf(transactionalIdPattern)
    if (pattern === null) return { errorCode: errorCodes.INVALID_REGULAR_EXPRESSION }
    const mine = cluster.transactions.all().map(transaction => {
      const errorCode = cluster.coordinators.check('transaction', transaction.transactionalId, node.nodeId)
      return { transaction, errorCode }
    })
    if (mine.some(({ errorCode }) => errorCode === errorCodes.COORDINATOR_LOAD_IN_PROGRESS)) {
      return { errorCode: errorCodes.COORDINATOR_LOAD_IN_PROGRESS }
    }
    const now = cluster.clock.wallTime()
    const found = mine
      .filter(({ errorCode }) => errorCode === errorCodes.NONE)
      .map(({ transaction }) => transaction)
      .filter(
        ({ state, producerId, startedAt, transactionalId }) =>
          (stateFilters.length === 0 || stateFilters.includes(state)) &&
          (producerIdFilters.length === 0 || producerIdFilters.includes(producerId)) &&
          (durationFilter < 0n || now - startedAt > Number(durationFilter)) &&
          (pattern === undefined || pattern.test(transactionalId))
      )
    return {
      errorCode: errorCodes.NONE,
      unknownStateFilters: stateFilters.filter(state => !known.includes(state)),
      transactionStates: found.map(({ transactionalId, producerId, state }) => ({ transactionalId, producerId, transactionState: state }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})

/** The pattern that a whole transactional id has to match; undefined: any will do; null: it is none. */
function patternOf(text: string | null): RegExp | undefined | null {
  if (text === null || text === '') return undefined
  try {
    return new RegExp(`^(?:${text})$`, 'u')
  } catch {
    return null
  }
}
