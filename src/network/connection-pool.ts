import type { ClientConfig } from '../config/client-config'
import type { InstrumentationEmitter } from '../instrumentation/instrumentation-emitter'
import type { Endpoint } from '../types/endpoint'
import type { Logger } from '../types/logger'
import type { Clock } from '../utils/clock'
import type { BrokerConnection, ConnectionPurpose } from './broker-connection'
import type { Connector } from './connector'

/** A broker to connect to. Bootstrap addresses have negative ids of their own. */
export interface PoolNode extends Endpoint {
  readonly nodeId: number
}

/** What a pool is made of. */
export interface ConnectionPoolOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly connector?: Connector
  /** Wait after the first failed attempt, ms. Default 50. */
  readonly reconnectBackoffMs?: number
  /** Longest wait after failed attempts, ms. Default 1,000. */
  readonly reconnectBackoffMaxMs?: number
  /** Random numbers in [0, 1), for the jitter. Default `Math.random`. */
  readonly random?: () => number
}

/** SEAM: signatures are final; the bodies follow. */
export declare class ConnectionPool {
  constructor(options: ConnectionPoolOptions)
  /**
   * A connection that is ready: the one there is, or a new one. All who ask while an attempt is on its way share it; after failed attempts it
   * begins with a wait. Rejects with KafkaJSConnectionError, KafkaJSSASLAuthenticationError, KafkaUnsupportedVersionError or KafkaClosedError.
   */
  get(node: PoolNode, purpose: ConnectionPurpose): Promise<BrokerConnection>
  /** The connection that is ready now, without making one. */
  ready(nodeId: number, purpose: ConnectionPurpose): BrokerConnection | undefined
  /** Requests without an answer on all connections to the node. */
  inFlight(nodeId: number): number
  /** Lets the connections to a node that has left the cluster finish and close. */
  retire(nodeId: number): void
  /** Closes everything; resolves when no socket and no timer is left. */
  close(): Promise<void>
}
