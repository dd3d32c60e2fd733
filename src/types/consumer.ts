import type { PartitionAssigner } from './assigner'
import type { RetryOptions } from './client'
import type { ConsumerEventMap, ConsumerEvents, InstrumentationEvent, RemoveInstrumentationEventListener } from './events'
import type { Logger } from './logger'
import type { KafkaMessage } from './messages'
import type { Offsets, OffsetsByTopicPartition, TopicPartitionOffset, TopicPartitionOffsetAndMetadata, TopicPartitions } from './offsets'

/** Options of `kafka.consumer()`. Durations in ms. A value of `undefined` counts as not given. */
export interface ConsumerConfig {
  groupId: string
  /** In order of preference. Default: `[PartitionAssigners.roundRobin]`. */
  partitionAssigners?: PartitionAssigner[]
  /** Age at which metadata is fetched anew. Default 300,000. */
  metadataMaxAge?: number
  /** Time without a heartbeat after which the group goes on without this member. Default 30,000. */
  sessionTimeout?: number
  /** Time members have to join again when the group rebalances. Default 60,000. */
  rebalanceTimeout?: number
  /** Time from one heartbeat to the next. Default 3,000; must be below `sessionTimeout`. */
  heartbeatInterval?: number
  /** Bytes that one fetch takes of one partition. Default 1,048,576. */
  maxBytesPerPartition?: number
  /** Bytes for which the broker waits, as long as `maxWaitTimeInMs`. Default 1. */
  minBytes?: number
  /** Bytes that one fetch takes in all. Default 10,485,760. */
  maxBytes?: number
  /** How long a broker may wait for `minBytes`. Default 500 (KafkaJS: 5,000). */
  maxWaitTimeInMs?: number
  /** Default: that of the client. `restartOnFailure` is asked whether the consumer starts again. */
  retry?: RetryOptions & { restartOnFailure?: (err: Error) => Promise<boolean> }
  /** Whether subscribing to a topic that does not exist may make it. Default `true`. */
  allowAutoTopicCreation?: boolean
  /** Requests that one connection may have unanswered. Default: no limit. */
  maxInFlightRequests?: number
  /** Whether to read messages of transactions that are open or were aborted. Default `false`. */
  readUncommitted?: boolean
  /** Not built yet and refused unless empty. */
  rackId?: string
}

/** A run of messages of one partition, as it goes to a handler. */
export type Batch = {
  topic: string
  partition: number
  /** Offset after the last message that all in-sync replicas have; decimal. */
  highWatermark: string
  messages: KafkaMessage[]
  isEmpty(): boolean
  firstOffset(): string | null
  lastOffset(): string
  /** How many messages are left after this batch. */
  offsetLag(): string
  /** How many messages are left from the beginning of this batch. */
  offsetLagLow(): string
}

/** What `eachMessage` gets. */
export interface EachMessagePayload {
  topic: string
  partition: number
  message: KafkaMessage
  /** Heartbeats go on by themselves; this waits for one and rejects when the group has moved on. */
  heartbeat: () => Promise<void>
  /** Stops fetching this partition; the result starts it again. */
  pause: () => () => void
}

/** What `eachBatch` gets. */
export interface EachBatchPayload {
  batch: Batch
  /** Marks everything up to this offset as done. */
  resolveOffset: (offset: string) => void
  heartbeat: () => Promise<void>
  pause: () => () => void
  /** Commits what is done (or `offsets`) when the interval or the threshold says so. */
  commitOffsetsIfNecessary: (offsets?: Offsets) => Promise<void>
  uncommittedOffsets: () => OffsetsByTopicPartition
  isRunning: () => boolean
  /** Whether the partition was moved (sought) since the batch was fetched. */
  isStale: () => boolean
}

export type ConsumerEachMessagePayload = EachMessagePayload
export type ConsumerEachBatchPayload = EachBatchPayload

export type EachBatchHandler = (payload: EachBatchPayload) => Promise<void>
export type EachMessageHandler = (payload: EachMessagePayload) => Promise<void>

/** Options of `consumer.run()`. */
export type ConsumerRunConfig = {
  /** Default `true`. */
  autoCommit?: boolean
  /** Commit at most this many ms after the last commit. Default: none. */
  autoCommitInterval?: number | null
  /** Commit when so many messages are done. Default: none. */
  autoCommitThreshold?: number | null
  /** Whether a batch is done when its handler returns. Default `true`. */
  eachBatchAutoResolve?: boolean
  /** How many partitions are handled at once. Default 1. */
  partitionsConsumedConcurrently?: number
  eachBatch?: EachBatchHandler
  /** Wins over `eachBatch`. */
  eachMessage?: EachMessageHandler
}

/** @deprecated Give `topics`, see {@link ConsumerSubscribeTopics}. */
export type ConsumerSubscribeTopic = { topic: string | RegExp; fromBeginning?: boolean }

/** What to read, and whether from the beginning where the group has no offset. */
export type ConsumerSubscribeTopics = { topics: (string | RegExp)[]; fromBeginning?: boolean }

/** Reads messages as a member of a group. */
export type Consumer = {
  connect(): Promise<void>
  /** Stops and closes; waits for handlers that run. */
  disconnect(): Promise<void>
  /** Adds topics; before `run`. */
  subscribe(subscription: ConsumerSubscribeTopics | ConsumerSubscribeTopic): Promise<void>
  /** Waits for handlers that run, commits what is done and leaves the group; `run` starts again. */
  stop(): Promise<void>
  /** Resolves when the group has been joined. */
  run(config?: ConsumerRunConfig): Promise<void>
  /** Commits offsets of the next messages to read. */
  commitOffsets(topicPartitions: Array<TopicPartitionOffsetAndMetadata>): Promise<void>
  /** Goes on reading a partition elsewhere; `-1` is the end, `-2` the beginning. With `autoCommit` the offset is committed, too. After `run`. */
  seek(topicPartitionOffset: TopicPartitionOffset): void
  pause(topics: Array<{ topic: string; partitions?: number[] }>): void
  paused(): TopicPartitions[]
  resume(topics: Array<{ topic: string; partitions?: number[] }>): void
  on<Name extends ConsumerEvents[keyof ConsumerEvents]>(
    eventName: Name,
    listener: (event: ConsumerEventMap[Name]) => unknown
  ): RemoveInstrumentationEventListener<Name>
  on(
    eventName: ConsumerEvents[keyof ConsumerEvents],
    // oxlint-disable-next-line typescript/no-explicit-any -- as in KafkaJS: a listener for any event reads payloads without casts
    listener: (event: InstrumentationEvent<any>) => unknown
  ): RemoveInstrumentationEventListener<typeof eventName>
  logger(): Logger
  readonly events: ConsumerEvents
}
