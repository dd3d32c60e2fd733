/** Sends the bytes of one SASL message and gives the broker's answer; rejects when the broker refuses or the connection ends. */
export type SaslExchange = (message: Uint8Array) => Promise<Buffer>

/**
 * One way to authenticate. Holds the credentials, and keeps no state between two calls of `authenticate`: a connection may authenticate again later.
 */
export interface SaslMechanism {
  /** As brokers list it, e.g. `SCRAM-SHA-256`. */
  readonly name: string
  /**
   * Runs the mechanism's messages over one connection.
   * @throws KafkaJSSASLAuthenticationError when the broker does not act as the mechanism demands, e.g. cannot prove that it knows the password
   */
  authenticate(exchange: SaslExchange): Promise<void>
}
