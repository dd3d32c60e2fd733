import {
  KafkaJSBrokerNotFound,
  KafkaJSConnectionError,
  KafkaJSNoBrokerAvailableError,
  KafkaJSRequestTimeoutError
} from '../errors/connection-errors'
import { errorEntry } from '../errors/error-table'
import { KafkaJSProtocolError } from '../errors/protocol-errors'

/** What an error calls for. */
export interface RetryPolicy {
  /** The same call can succeed later. */
  readonly retriable: boolean
  /** Leaders, brokers or the controller may have changed. */
  readonly refreshMetadata: boolean
  /** The coordinator may be another broker. */
  readonly forgetCoordinator: boolean
}

/** Mistakes in code, whose or wherever it is; trying again repeats them. */
const mistakes = new Set(['RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'])

/**
 * Reads from an error what to do about it: protocol errors by the flags of their code, connection errors as a sign that
 * what is known of the brokers may be out of date. As in KafkaJS, any error is retriable unless it says otherwise.
 */
export function retryPolicy(error: unknown): RetryPolicy {
  const { retriable, name } = (typeof error === 'object' && error !== null ? error : {}) as { retriable?: unknown; name?: unknown }
  const may = retriable !== false && !mistakes.has(String(name))
  if (error instanceof KafkaJSProtocolError && typeof error.code === 'number') {
    const entry = errorEntry(error.code)
    return { retriable: may, refreshMetadata: entry.refreshMetadata || entry.rebootstrap, forgetCoordinator: entry.refreshCoordinator }
  }
  const unreachable =
    error instanceof KafkaJSConnectionError ||
    error instanceof KafkaJSRequestTimeoutError ||
    error instanceof KafkaJSBrokerNotFound ||
    error instanceof KafkaJSNoBrokerAvailableError
  return { retriable: may, refreshMetadata: unreachable, forgetCoordinator: unreachable }
}
