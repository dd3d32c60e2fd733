import type { ConnectionOptions } from 'node:tls'
import type { ISocketFactory } from '../types/client'
import type { Endpoint } from '../types/endpoint'
import type { RetryConfig } from './retry-config'
import type { Secret } from './secret'

/** Credentials and mechanism of SASL, complete. */
export interface SaslConfig {
  /** As sent to the broker. */
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512'
  readonly username: string
  readonly password: Secret
}

/** Options of `new Kafka()`, complete, checked and frozen. */
export interface ClientConfig {
  readonly clientId: string
  /** The addresses to begin with; asks the user's function anew on each call. Rejects with KafkaConfigError on an unusable list. */
  readonly bootstrap: () => Promise<Endpoint[]>
  /** Undefined: plain TCP. */
  readonly tls: ConnectionOptions | undefined
  readonly sasl: SaslConfig | undefined
  /** Time a new connection has to become ready: name look-up, TCP, TLS, ApiVersions, SASL. Default 10,000. */
  readonly connectionTimeoutMs: number
  /** What that time grows to after failures. Default 30,000, never below `connectionTimeoutMs`. */
  readonly connectionTimeoutMaxMs: number
  /** Time for the SASL exchange. Default 10,000. */
  readonly authenticationTimeoutMs: number
  /** Time a request has to be answered; Infinity with `enforceRequestTimeout: false`. Default 30,000. */
  readonly requestTimeoutMs: number
  readonly retry: RetryConfig
  /** Makes sockets in place of node:net and node:tls. */
  readonly socketFactory: ISocketFactory | undefined
}
