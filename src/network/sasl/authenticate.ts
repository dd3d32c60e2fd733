import { errorEntry } from '../../errors/error-table'
import type { Api } from '../../protocol/api'
import { saslAuthenticateApi } from '../../protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../protocol/generated/sasl-handshake'
import type { NegotiatedVersions } from '../negotiated-versions'
import { saslFailed } from './sasl-failure'
import type { SaslMechanism } from './sasl-mechanism'

/** Sends one request on the connection that is being authenticated. */
export type RequestExchange = <I, R>(api: Api<I, unknown, unknown, R>, version: number, request: I) => Promise<R>

/** What authentication leads to. */
export interface SaslSession {
  /** How long the broker lets the connection live before it has to authenticate again, ms; 0: for ever (KIP-368). */
  readonly lifetimeMs: number
}

const illegalSaslState = 34
const unsupportedMechanism = 33

/**
 * SaslHandshake, then the mechanism's messages in SaslAuthenticate requests. While it runs nothing else may be written to the connection: brokers
 * take any other request for an error.
 * @throws KafkaJSSASLAuthenticationError, or what the exchange rejects with
 */
export async function authenticate(
  mechanism: SaslMechanism,
  versions: NegotiatedVersions,
  exchange: RequestExchange
): Promise<SaslSession> {
  // Version 0 would go on without SaslAuthenticate's frames, and without its error messages.
  const handshakeVersion = versions.pick(saslHandshakeApi, { min: 1 })
  const authenticateVersion = versions.pick(saslAuthenticateApi)
  const { errorCode, mechanisms } = await exchange(saslHandshakeApi, handshakeVersion, { mechanism: mechanism.name })
  if (errorCode === unsupportedMechanism) {
    const offered = mechanisms.length === 0 ? 'none' : mechanisms.map(name => printable(name, 64)).join(', ')
    throw saslFailed(mechanism.name, `the broker does not offer it on this listener, but ${offered}`)
  }
  if (errorCode === illegalSaslState)
    throw saslFailed(mechanism.name, 'the listener does not use SASL: leave out `sasl`, or connect to another port')
  if (errorCode !== 0) throw saslFailed(mechanism.name, describe(errorCode, null))

  let lifetimeMs = 0
  await mechanism.authenticate(async authBytes => {
    const answer = await exchange(saslAuthenticateApi, authenticateVersion, { authBytes })
    if (answer.errorCode !== 0) throw saslFailed(mechanism.name, describe(answer.errorCode, answer.errorMessage))
    lifetimeMs = Math.max(0, Number(answer.sessionLifetimeMs))
    return answer.authBytes
  })
  return { lifetimeMs }
}

function describe(errorCode: number, errorMessage: string | null): string {
  const { name, message } = errorEntry(errorCode)
  return errorMessage === null || errorMessage === '' ? `${message} (${name})` : `${printable(errorMessage, 1024)} (${name})`
}

/** A broker's words as they may go to a terminal: on one line, without control characters, not too long. */
function printable(text: string, maxLength: number): string {
  // oxlint-disable-next-line no-control-regex -- the point of it
  return text.slice(0, maxLength).replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}
