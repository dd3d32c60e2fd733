import { errorEntry } from './error-table'
import type { Outcome } from './kafkajs-error'
import { KafkaJSProtocolError } from './protocol-errors'

/** What the failed request was about; what is given becomes part of the message, and `outcome` and `cause` fields. */
export interface ProtocolErrorDetails {
  readonly apiName?: string | undefined
  readonly apiVersion?: number | undefined
  /** `host:port` */
  readonly broker?: string | undefined
  readonly topic?: string | undefined
  readonly partition?: number | undefined
  readonly groupId?: string | undefined
  /** Only for writes. */
  readonly outcome?: Outcome | undefined
  readonly cause?: unknown
}

const labels = {
  apiName: 'api',
  apiVersion: 'version',
  broker: 'broker',
  topic: 'topic',
  partition: 'partition',
  groupId: 'group'
} as const

/**
 * The error for a code that a broker answered with.
 * @param code anything but 0
 * @param serverMessage the broker's own words, when the response has a field for them
 */
export function protocolError(code: number, serverMessage?: string | null, details: ProtocolErrorDetails = {}): KafkaJSProtocolError {
  const entry = errorEntry(code)
  const said = typeof serverMessage === 'string' && serverMessage !== '' ? `: ${serverMessage}` : ''
  const { type, retriable } = entry
  const source = { type, retriable, code, message: `${entry.message}${said}${where(details)}` }
  return new KafkaJSProtocolError(source, { serverMessage, outcome: details.outcome, cause: details.cause })
}

function where(details: ProtocolErrorDetails): string {
  const parts = (Object.keys(labels) as (keyof typeof labels)[])
    .filter(key => details[key] !== undefined)
    .map(key => `${labels[key]} ${details[key]}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
