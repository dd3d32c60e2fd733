import type { RetryOptions } from './client'
import type { CompressionTypes } from './enums'
import type { InstrumentationEvent, ProducerEventMap, ProducerEvents, RemoveInstrumentationEventListener } from './events'
import type { Logger } from './logger'
import type { Message } from './messages'
import type { PartitionMetadata } from './topics'

/** Options of `kafka.producer()`. Durations in ms. A value of `undefined` counts as not given. */
export interface ProducerConfig {
  /** Default: murmur2 of the key as the Java client does it. */
  createPartitioner?: ICustomPartitioner
  /** Default: that of the client. */
  retry?: RetryOptions
  /** Age at which metadata is fetched anew. Default 300,000. */
  metadataMaxAge?: number
  /** Whether sending to a topic that does not exist may make it. Default `true`. */
  allowAutoTopicCreation?: boolean
  /** Default `false`; `true` is not built yet and refused. */
  idempotent?: boolean
  /** Not built yet and refused. */
  transactionalId?: string
  /** Not built yet and refused. */
  transactionTimeout?: number
  /** Produce requests that one broker may have unanswered. Default: 5. */
  maxInFlightRequests?: number
}

/** What a partitioner decides from. */
export interface PartitionerArgs {
  topic: string
  partitionMetadata: PartitionMetadata[]
  message: Message
}

/** Makes a partitioner; called once per producer. A partitioner gives the number of a partition. */
export type ICustomPartitioner = () => (args: PartitionerArgs) => number
export type DefaultPartitioner = ICustomPartitioner
export type LegacyPartitioner = ICustomPartitioner

/** Messages for one topic. */
export interface ProducerRecord {
  topic: string
  messages: Message[]
  /** -1: all in-sync replicas (default), 1: the leader, 0: no answer is awaited. */
  acks?: number
  /** Time the broker has to reach `acks`, ms. Default 30,000. */
  timeout?: number
  /** Default `CompressionTypes.None`. */
  compression?: CompressionTypes
}

/** Messages for one of several topics. */
export interface TopicMessages {
  topic: string
  messages: Message[]
}

/** Messages for several topics. */
export interface ProducerBatch {
  /** -1: all in-sync replicas (default), 1: the leader, 0: no answer is awaited. */
  acks?: number
  /** Time the broker has to reach `acks`, ms. Default 30,000. */
  timeout?: number
  /** Default `CompressionTypes.None`. */
  compression?: CompressionTypes
  topicMessages?: TopicMessages[]
}

/** What became of the messages for one partition. Offsets and times are decimal. */
export type RecordMetadata = {
  topicName: string
  partition: number
  errorCode: number
  /** Only from brokers older than those supported. */
  offset?: string
  timestamp?: string
  /** Offset of the first message of this call in the partition. */
  baseOffset?: string
  /** Time of the broker when the topic stamps messages itself, else -1. */
  logAppendTime?: string
  logStartOffset?: string
}

type Sender = {
  /** Resolves when the messages are stored as `acks` says; one entry for each partition. */
  send(record: ProducerRecord): Promise<RecordMetadata[]>
  /** The same for several topics. */
  sendBatch(batch: ProducerBatch): Promise<RecordMetadata[]>
}

/** Sends messages. */
export type Producer = Sender & {
  connect(): Promise<void>
  /** Waits for what is being sent. */
  disconnect(): Promise<void>
  isIdempotent(): boolean
  readonly events: ProducerEvents
  on<Name extends ProducerEvents[keyof ProducerEvents]>(
    eventName: Name,
    listener: (event: ProducerEventMap[Name]) => unknown
  ): RemoveInstrumentationEventListener<Name>
  on(
    eventName: ProducerEvents[keyof ProducerEvents],
    // oxlint-disable-next-line typescript/no-explicit-any -- as in KafkaJS: a listener for any event reads payloads without casts
    listener: (event: InstrumentationEvent<any>) => unknown
  ): RemoveInstrumentationEventListener<typeof eventName>
  logger(): Logger
}
