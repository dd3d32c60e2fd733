import type { Cluster } from '../cluster/cluster'
import type { RetryConfig } from '../config/retry-config'
import type { Logger } from '../types/logger'

/** What the operations of an admin client work with. */
export interface AdminContext {
  readonly cluster: Cluster
  readonly logger: Logger
  readonly retry: RetryConfig
}

/** How long brokers may take over a change unless the caller says so, ms; as in KafkaJS. */
export const defaultTimeoutMs = 5_000

/** Time for the response to a request that the broker itself may take `timeoutMs` over, ms. */
export function responseTimeoutMs({ cluster }: AdminContext, timeoutMs: number): number {
  return cluster.requestTimeoutMs + Math.max(0, timeoutMs - defaultTimeoutMs)
}
