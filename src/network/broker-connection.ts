import type { ClientConfig } from '../config/client-config'
import type { KafkaJSError } from '../errors/kafkajs-error'
import type { InstrumentationEmitter } from '../instrumentation/instrumentation-emitter'
import type { Api } from '../protocol/api'
import type { Endpoint } from '../types/endpoint'
import type { Logger } from '../types/logger'
import type { Clock } from '../utils/clock'
import type { ConnectionState } from './connection-state'
import type { Connector } from './connector'
import type { NegotiatedVersions } from './negotiated-versions'

/** What a connection is for: each purpose has its own sockets, so that a long fetch or join holds up nothing else. */
export type ConnectionPurpose = 'fetch' | 'coordination' | 'general'

/** What a connection is made of. */
export interface BrokerConnectionOptions {
  readonly endpoint: Endpoint
  readonly nodeId?: number
  readonly purpose?: ConnectionPurpose
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  /** Time to become `ready`, ms. */
  readonly setupTimeoutMs: number
  /** See `ConnectRequest.attempt`. Default 0. */
  readonly attempt?: number
  readonly connector?: Connector
}

/** SEAM: signatures are final; the bodies follow. */
export declare class BrokerConnection {
  constructor(options: BrokerConnectionOptions)
  readonly endpoint: Endpoint
  readonly nodeId: number | undefined
  readonly purpose: ConnectionPurpose
  readonly state: ConnectionState
  /** Resolves once, when nothing is left: with the error that ended it, or undefined when `close` did. Never rejects. */
  readonly closed: Promise<KafkaJSError | undefined>
  /** Throws before `ready`. */
  readonly versions: NegotiatedVersions
  /** Requests without an answer, those that still wait to be written included. */
  readonly inFlightCount: number
  connect(): Promise<void>
  send<I, R>(api: Api<I, unknown, unknown, R>, version: number, request: I, timeoutMs: number): Promise<R>
  sendOneWay<I>(api: Api<I, unknown, unknown, unknown>, version: number, request: I): Promise<void>
  /** Takes no new requests and closes when the last answer is there. */
  retire(): void
  close(): void
}
