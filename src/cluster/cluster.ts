import type { ClientConfig } from '../config/client-config'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import type { BrokerConnection, ConnectionPurpose } from '../network/broker-connection'
import type { Connector } from '../network/connector'
import type { Api } from '../protocol/api'
import type { MetadataResponse } from '../protocol/generated/metadata-response'
import type { Logger } from '../types/logger'
import type { Clock } from '../utils/clock'
import type { CoordinatorType } from './coordinator-cache'
import { MetadataCache, type TopicMetadata } from './metadata-cache'
import type { RetryAttempt, RetryOptions } from './retry'

/** What a cluster is made of. */
export interface ClusterOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  /** Metadata older than this is fetched anew while connected, ms. 0: only on demand. */
  readonly metadataMaxAgeMs: number
  /** Whether asking for a topic that does not exist may make the broker create it. */
  readonly allowAutoTopicCreation: boolean
  readonly connector?: Connector
}

/** Limits of one request. */
export interface SendOptions {
  /** Time for the response, ms. Default: the client's `requestTimeout`. */
  readonly timeoutMs?: number
  /** Lowest version to use, when a feature of the request needs it. */
  readonly minVersion?: number
  /** Highest version to use. */
  readonly maxVersion?: number
}

/** A request, or how to make it for the version that was negotiated. */
export type RequestSource<I> = I | ((version: number) => I)

/** SEAM: signatures are final; the bodies follow. */
export declare class Cluster {
  constructor(options: ClusterOptions)
  readonly metadata: MetadataCache
  readonly clock: Clock
  /** Aborts when the cluster is closed; its reason is the KafkaClosedError. A new one after each connect(). */
  readonly signal: AbortSignal
  isConnected(): boolean
  connect(): Promise<void>
  close(): Promise<void>
  trackTopics(topics: Iterable<string>): void
  untrackTopics(topics: Iterable<string>): void
  requestMetadataUpdate(): Promise<void>
  /** @param deadlineMs a point of `clock.now()` */
  awaitTopic(topic: string, deadlineMs?: number): Promise<TopicMetadata>
  fetchTopics(topics: readonly string[] | null): Promise<MetadataResponse>
  connection(nodeId: number, purpose: ConnectionPurpose): Promise<BrokerConnection>
  send<I, R>(nodeId: number, purpose: ConnectionPurpose, api: Api<I, unknown, never, R>, request: RequestSource<I>, options?: SendOptions): Promise<R>
  sendToAny<I, R>(api: Api<I, unknown, never, R>, request: RequestSource<I>, options?: SendOptions): Promise<R>
  sendToController<I, R>(api: Api<I, unknown, never, R>, request: RequestSource<I>, options?: SendOptions): Promise<R>
  coordinator(type: CoordinatorType, key: string): Promise<number>
  forgetCoordinator(type: CoordinatorType, key: string): void
  retry<T>(name: string, attempt: RetryAttempt<T>, options?: RetryOptions): Promise<T>
}
