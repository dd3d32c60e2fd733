import { KafkaDecodeError } from '../errors/decode-errors'
import { errorCodes, errorEntry } from '../errors/error-table'
import { isKafkaJSError, KafkaJSNumberOfRetriesExceeded } from '../errors/kafkajs-error'
import { KafkaJSProtocolError } from '../errors/protocol-errors'
import { KafkaClosedError } from '../errors/usage-errors'

/**
 * What an error of a request means to a consumer that runs:
 * - `retry`: try again after a pause, for as long as it takes
 * - `rejoin`: the group rebalances; finish what has begun, commit, join again
 * - `lost`: the group went on without this member; its partitions are somebody else's, nothing may be committed
 * - `fatal`: only other settings or permissions help
 * - `closed`: the client is being disconnected
 */
export type FailureKind = 'retry' | 'rejoin' | 'lost' | 'fatal' | 'closed'

/**
 * By flags of the error table. Only REBALANCE_IN_PROGRESS and MEMBER_ID_REQUIRED leave the member in the group among
 * the codes that ask for joining again. A code that is neither an order to join again nor hopeless, unknown ones included, is
 * tried again: an answer like UNKNOWN_SERVER_ERROR says nothing about the next try.
 */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof KafkaClosedError) return 'closed'
  if (error instanceof KafkaJSNumberOfRetriesExceeded) return error.cause === undefined ? 'retry' : failureKind(error.cause)
  if (error instanceof KafkaJSProtocolError && typeof error.code === 'number') return kindOfCode(error.code)
  // Bytes that make no sense close the connection; the next one may be better.
  if (error instanceof KafkaDecodeError) return 'retry'
  if (isKafkaJSError(error) && error.retriable) return 'retry'
  return 'fatal'
}

/** As {@link failureKind}, for a code. */
export function kindOfCode(code: number): FailureKind {
  const entry = errorEntry(code)
  if (entry.rejoin) return code === errorCodes.REBALANCE_IN_PROGRESS || code === errorCodes.MEMBER_ID_REQUIRED ? 'rejoin' : 'lost'
  return entry.fatal || entry.authorization ? 'fatal' : 'retry'
}
