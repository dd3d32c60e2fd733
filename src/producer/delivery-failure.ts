import { errorEntry } from '../errors/error-table'
import { isError, isKafkaJSError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded, type Outcome } from '../errors/kafkajs-error'
import { KafkaAuthorizationError, KafkaJSProtocolError } from '../errors/protocol-errors'
import { KafkaClosedError, KafkaDeliveryTimeoutError } from '../errors/usage-errors'

/** What the records were that did not get there; becomes part of messages. */
export interface BatchDescription {
  readonly topic: string
  readonly partition: number
  readonly recordCount: number
  readonly sizeInBytes: number
}

/**
 * Why the records of a batch were given up. Calls share batches, and a call may have several, so that the outcome differs from
 * call to call: each makes its own error.
 */
export interface DeliveryFailure {
  /** Of this batch. */
  readonly outcome: Outcome
  /** @param outcome of the whole call */
  toError(outcome: Outcome): Error
}

/** A batch as text for messages. */
export function describeBatch({ topic, partition, recordCount, sizeInBytes }: BatchDescription): string {
  return `topic ${topic}, partition ${partition}, ${recordCount} ${recordCount === 1 ? 'record' : 'records'}, ${sizeInBytes} bytes`
}

/** The error for a code that a broker answered Produce with. */
export function produceError(
  code: number,
  serverMessage: string | null,
  batch: BatchDescription,
  options: { readonly outcome?: Outcome | undefined; readonly broker?: string | undefined } = {}
): KafkaJSProtocolError {
  const { type, retriable, message, authorization } = errorEntry(code)
  const said = serverMessage === null || serverMessage === '' ? '' : `: ${serverMessage}`
  const at = options.broker === undefined ? '' : `, broker ${options.broker}`
  const source = { type, retriable, code, message: `${message}${said} (${describeBatch(batch)}${at})` }
  const { outcome } = options
  if (authorization) return new KafkaAuthorizationError(source, { serverMessage, outcome, resource: `topic "${batch.topic}"` })
  return new KafkaJSProtocolError(source, { serverMessage, outcome })
}

/** A code that repeating the request does not cure. */
export function refusal(
  code: number,
  serverMessage: string | null,
  batch: BatchDescription,
  broker: string,
  outcome: Outcome
): DeliveryFailure {
  return { outcome, toError: ofCall => produceError(code, serverMessage, batch, { broker, outcome: ofCall }) }
}

/** An error of this side of the wire, or of the connection, that repeating does not cure. It reaches the calls as it is where it can. */
export function breakdown(error: unknown, outcome: Outcome): DeliveryFailure {
  if (isKafkaJSError(error) && error.outcome === undefined) withOutcome(error, outcome)
  return {
    outcome,
    toError: ofCall => {
      if (isKafkaJSError(error) && error.outcome === ofCall) return error
      return new KafkaJSNonRetriableError(isError(error) ? error : String(error), { cause: error, outcome: ofCall })
    }
  }
}

/** As many retries as the user allows have failed. */
export function retriesExceeded(last: Error, retryCount: number, retryTime: number, outcome: Outcome): DeliveryFailure {
  return { outcome, toError: ofCall => new KafkaJSNumberOfRetriesExceeded(last, { retryCount, retryTime, outcome: ofCall }) }
}

/** The records have been on their way for too long. */
export function deliveryTimeout(timeoutMs: number, batch: BatchDescription, last: Error | undefined, outcome: Outcome): DeliveryFailure {
  const why = last === undefined ? '' : `; last error: ${last.message}`
  const message = `Not acknowledged within ${timeoutMs} ms (${describeBatch(batch)})${why}`
  return { outcome, toError: ofCall => new KafkaDeliveryTimeoutError(message, { outcome: ofCall, cause: last }) }
}

/** The producer was disconnected before the broker had answered. */
export function closedBefore(last: Error | undefined, outcome: Outcome): DeliveryFailure {
  const message = 'The producer was disconnected before the records were acknowledged'
  return { outcome, toError: ofCall => new KafkaClosedError(message, { cause: last, outcome: ofCall }) }
}

/** Gives an error an outcome that its maker could not know. */
export function withOutcome<E extends Error>(error: E, outcome: Outcome): E {
  return Object.defineProperty(error, 'outcome', { value: outcome, enumerable: true, configurable: true, writable: true })
}
