import type { ClientConfig } from '../config/client-config'
import type { Endpoint } from '../types/endpoint'
import type { SetupStage } from './connection-state'
import type { Transport } from './transport'

/** Where to connect, and how. */
export interface ConnectRequest {
  readonly endpoint: Endpoint
  readonly config: Pick<ClientConfig, 'tls' | 'socketFactory'>
  /** Ends the attempt; the promise then rejects with its reason. */
  readonly signal: AbortSignal
  /** How many attempts failed before this one. A name with several addresses is tried from another one each time. */
  readonly attempt: number
  /** Told of every step, before it begins. */
  readonly onStage: (stage: SetupStage) => void
}

/**
 * Opens transports. The default goes by node:dns, node:net and node:tls.
 * Rejects with KafkaJSConnectionError, or with the signal's reason.
 */
export type Connector = (request: ConnectRequest) => Promise<Transport>
