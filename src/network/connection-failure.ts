import { KafkaJSConnectionClosedError, KafkaJSConnectionError, KafkaJSRequestTimeoutError } from '../errors/connection-errors'
import type { Outcome } from '../errors/kafkajs-error'
import type { Endpoint } from '../types/endpoint'
import type { RequestTimes } from './connection-events'
import type { SetupStage } from './connection-state'
import type { PendingRequest } from './pending-request'

/** What is known of a connection that did not come about. */
export interface ConnectionFailure {
  readonly endpoint: Endpoint
  readonly stage: SetupStage
  /** The address that was tried, when the name led to one. */
  readonly address?: string | undefined
  /** Undefined when the peer closed the connection in an orderly way. */
  readonly cause?: unknown
  /** What the user can do about it. */
  readonly hint?: string | undefined
}

const doing: Record<SetupStage, string> = {
  dns: 'looking up the name',
  tcp: 'connecting',
  tls: 'TLS handshake',
  'api-versions': 'asking for ApiVersions',
  sasl: 'SASL authentication'
}

/** `host:port` as errors and events name a broker; an IPv6 address gets brackets. */
export function brokerName({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/** The error of a connection that failed on its way to `ready`. No request was on it, so nothing can have been applied. */
export function connectionFailed(failure: ConnectionFailure): KafkaJSConnectionError {
  return setupError('Connection error', `${doing[failure.stage]} failed: ${reasonOf(failure.cause)}`, failure)
}

/** The error of a connection that took longer than its budget. */
export function connectionTimedOut(timeoutMs: number, failure: ConnectionFailure): KafkaJSConnectionError {
  return setupError('Connection timeout', `not ready after ${timeoutMs} ms, was ${doing[failure.stage]}`, failure, 'ETIMEDOUT')
}

/**
 * The error of a request whose connection ended.
 * @param cause undefined when the broker closed it in an orderly way
 */
export function connectionClosed(endpoint: Endpoint, outcome: Outcome, cause: unknown, hint?: string): KafkaJSConnectionClosedError {
  return new KafkaJSConnectionClosedError(
    `Closed connection: ${brokerName(endpoint)}: ${reasonOf(cause)}${hint === undefined ? '' : `. ${hint}`}`,
    {
      ...endpoint,
      code: codeOf(cause),
      cause,
      outcome
    }
  )
}

/** The error of a request that was not answered in time. */
export function requestTimedOut(
  endpoint: Endpoint,
  clientId: string,
  request: PendingRequest,
  times: RequestTimes
): KafkaJSRequestTimeoutError {
  const { api, version, correlationId, timeoutMs } = request
  const broker = brokerName(endpoint)
  return new KafkaJSRequestTimeoutError(
    `Request ${api.name}(key: ${api.key}, version: ${version}) timed out: ${broker} did not answer within ${timeoutMs} ms`,
    { broker, clientId, correlationId, ...times, outcome: 'maybe-applied' }
  )
}

function reasonOf(cause: unknown): string {
  if (cause === undefined) return 'the broker closed the connection'
  if (cause instanceof Error && cause.message !== '') return cause.message
  return codeOf(cause) ?? 'unknown reason'
}

function setupError(title: string, text: string, failure: ConnectionFailure, code = codeOf(failure.cause)): KafkaJSConnectionError {
  const { endpoint, stage, address, cause, hint } = failure
  const broker = brokerName(endpoint)
  const at = address === undefined || address === endpoint.host ? broker : `${broker} (${address})`
  return new KafkaJSConnectionError(`${title}: ${at}: ${text}${hint === undefined ? '' : `. ${hint}`}`, {
    broker,
    host: endpoint.host,
    port: endpoint.port,
    address,
    stage,
    code,
    cause,
    outcome: 'not-applied'
  })
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
