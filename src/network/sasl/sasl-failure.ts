import { KafkaJSSASLAuthenticationError } from '../../errors/connection-errors'

/**
 * The error of an authentication that came to nothing. No request was sent, so nothing can have been applied.
 * @param mechanism as brokers list it
 */
export function saslFailed(mechanism: string, reason: string): KafkaJSSASLAuthenticationError {
  return new KafkaJSSASLAuthenticationError(`SASL ${mechanism} authentication failed: ${reason}`, { outcome: 'not-applied' })
}
