import { errorCodes, errorEntry } from '../errors/error-table'
import { KafkaRebalanceError } from '../errors/protocol-errors'

/** The group has moved on, or is about to, so that `what` was not done: the partition's next owner begins at the committed offset. */
export function rebalanceError(groupId: string, what: string): KafkaRebalanceError {
  const { type, code } = errorEntry(errorCodes.REBALANCE_IN_PROGRESS)
  return new KafkaRebalanceError({ type, code, message: `The group is rebalancing: ${what}` }, { groupId, retriable: true })
}
