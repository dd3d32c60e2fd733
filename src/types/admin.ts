import type { RetryOptions } from './client'
import type { AdminEventMap, AdminEvents, InstrumentationEvent, RemoveInstrumentationEventListener } from './events'
import type { Logger } from './logger'
import type { SeekEntry } from './offsets'
import type { ITopicConfig, ITopicMetadata } from './topics'

/** Options of `kafka.admin()`. */
export interface AdminConfig {
  /** Default: that of the client. */
  retry?: RetryOptions
}

/** Looks after a cluster. */
export type Admin = {
  connect(): Promise<void>
  disconnect(): Promise<void>
  /** All topics, internal ones included. */
  listTopics(): Promise<string[]>
  /**
   * Resolves with `false` when all topics were there already.
   * Default: `validateOnly: false`, `waitForLeaders: true`, `timeout: 5000` (ms).
   */
  createTopics(options: { validateOnly?: boolean; waitForLeaders?: boolean; timeout?: number; topics: ITopicConfig[] }): Promise<boolean>
  /** Default: `timeout: 5000` (ms). */
  deleteTopics(options: { topics: string[]; timeout?: number }): Promise<void>
  /** No topics: all topics. */
  fetchTopicMetadata(options?: { topics: string[] }): Promise<{ topics: Array<ITopicMetadata> }>
  /** `offset` and `high` are those after the last message, `low` is that of the first. */
  fetchTopicOffsets(topic: string): Promise<Array<SeekEntry & { high: string; low: string }>>
  describeCluster(): Promise<{
    brokers: Array<{ nodeId: number; host: string; port: number }>
    controller: number | null
    clusterId: string
  }>
  logger(): Logger
  on<Name extends AdminEvents[keyof AdminEvents]>(
    eventName: Name,
    listener: (event: AdminEventMap[Name]) => unknown
  ): RemoveInstrumentationEventListener<Name>
  on(
    eventName: AdminEvents[keyof AdminEvents],
    // oxlint-disable-next-line typescript/no-explicit-any -- as in KafkaJS: a listener for any event reads payloads without casts
    listener: (event: InstrumentationEvent<any>) => unknown
  ): RemoveInstrumentationEventListener<typeof eventName>
  readonly events: AdminEvents
}
