import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'

/** A list of replicas as a client gave it, when it can be one. */
export function checkReplicas(nodes: ReadonlyMap<number, unknown>, replicas: readonly number[]): readonly number[] {
  if (replicas.length === 0)
    throw new Refused(errorCodes.INVALID_REPLICA_ASSIGNMENT, 'The manual partition assignment includes an empty replica list.')
  if (new Set(replicas).size !== replicas.length) {
    throw new Refused(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      `The manual partition assignment includes the same broker more than once: ${replicas.join(', ')}`
    )
  }
  for (const nodeId of replicas) {
    if (!nodes.has(nodeId)) {
      throw new Refused(
        errorCodes.INVALID_REPLICA_ASSIGNMENT,
        `The manual partition assignment includes broker ${nodeId}, but no such broker is registered.`
      )
    }
  }
  return replicas
}
