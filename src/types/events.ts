import type { TopicOffsets } from './offsets'

/** What a listener gets. */
export interface InstrumentationEvent<T> {
  /** Counts the events of the process. A number at run time, typed as KafkaJS types it. */
  id: string
  /** E.g. `consumer.fetch`. */
  type: string
  /** Milliseconds since the Unix epoch. */
  timestamp: number
  payload: T
}

/** Takes the listener off again. */
export type RemoveInstrumentationEventListener<_T> = () => void

export type ConnectEvent = InstrumentationEvent<null>
export type DisconnectEvent = InstrumentationEvent<null>

/** A request and its answer; times are ms since the Unix epoch, durations ms. */
export type RequestEventPayload = {
  apiKey: number
  apiName: string
  apiVersion: number
  /** `host:port` */
  broker: string
  clientId: string
  correlationId: number
  createdAt: number
  /** From sending to answer. */
  duration: number
  /** From creation to sending. */
  pendingDuration: number
  sentAt: number
  /** Bytes of the answer. */
  size: number
}

export type RequestEvent = InstrumentationEvent<RequestEventPayload>
export type RequestTimeoutEvent = InstrumentationEvent<Omit<RequestEventPayload, 'size' | 'duration'>>
export type RequestQueueSizeEvent = InstrumentationEvent<{
  /** `host:port` */
  broker: string
  clientId: string
  /** Requests that wait to be sent. */
  queueSize: number
}>

/** Names of the events of a producer. */
export type ProducerEvents = {
  CONNECT: 'producer.connect'
  DISCONNECT: 'producer.disconnect'
  REQUEST: 'producer.network.request'
  REQUEST_TIMEOUT: 'producer.network.request_timeout'
  REQUEST_QUEUE_SIZE: 'producer.network.request_queue_size'
}

/** Names of the events of an admin client. */
export type AdminEvents = {
  CONNECT: 'admin.connect'
  DISCONNECT: 'admin.disconnect'
  REQUEST: 'admin.network.request'
  REQUEST_TIMEOUT: 'admin.network.request_timeout'
  REQUEST_QUEUE_SIZE: 'admin.network.request_queue_size'
}

/** Names of the events of a consumer. */
export type ConsumerEvents = {
  HEARTBEAT: 'consumer.heartbeat'
  COMMIT_OFFSETS: 'consumer.commit_offsets'
  GROUP_JOIN: 'consumer.group_join'
  FETCH_START: 'consumer.fetch_start'
  FETCH: 'consumer.fetch'
  START_BATCH_PROCESS: 'consumer.start_batch_process'
  END_BATCH_PROCESS: 'consumer.end_batch_process'
  CONNECT: 'consumer.connect'
  DISCONNECT: 'consumer.disconnect'
  STOP: 'consumer.stop'
  CRASH: 'consumer.crash'
  REBALANCING: 'consumer.rebalancing'
  RECEIVED_UNSUBSCRIBED_TOPICS: 'consumer.received_unsubscribed_topics'
  REQUEST: 'consumer.network.request'
  REQUEST_TIMEOUT: 'consumer.network.request_timeout'
  REQUEST_QUEUE_SIZE: 'consumer.network.request_queue_size'
}

export type ConsumerHeartbeatEvent = InstrumentationEvent<{
  groupId: string
  memberId: string
  groupGenerationId: number
}>

export type ConsumerCommitOffsetsEvent = InstrumentationEvent<{
  groupId: string
  memberId: string
  groupGenerationId: number
  topics: TopicOffsets[]
}>

/** Partitions by topic. */
export interface IMemberAssignment {
  [key: string]: number[]
}

export type ConsumerGroupJoinEvent = InstrumentationEvent<{
  /** Time from the beginning of the join to the assignment, ms. */
  duration: number
  groupId: string
  isLeader: boolean
  leaderId: string
  groupProtocol: string
  memberId: string
  memberAssignment: IMemberAssignment
}>

export type ConsumerFetchStartEvent = InstrumentationEvent<{ nodeId: number }>

export type ConsumerFetchEvent = InstrumentationEvent<{
  numberOfBatches: number
  /** Ms. */
  duration: number
  nodeId: number
}>

/** A batch that goes to a handler. */
export interface IBatchProcessEvent {
  topic: string
  partition: number
  highWatermark: string
  offsetLag: string
  offsetLagLow: string
  batchSize: number
  firstOffset: string
  lastOffset: string
}

export type ConsumerStartBatchProcessEvent = InstrumentationEvent<IBatchProcessEvent>
/** `duration`: time in the handler, ms. */
export type ConsumerEndBatchProcessEvent = InstrumentationEvent<IBatchProcessEvent & { duration: number }>

export type ConsumerCrashEvent = InstrumentationEvent<{
  error: Error
  groupId: string
  /** Whether the consumer starts again by itself. */
  restart: boolean
}>

export type ConsumerRebalancingEvent = InstrumentationEvent<{
  groupId: string
  memberId: string
}>

/** The assignment has topics that this member did not ask for. The name is misspelt in KafkaJS, too. */
export type ConsumerReceivedUnsubcribedTopicsEvent = InstrumentationEvent<{
  groupId: string
  generationId: number
  memberId: string
  assignedTopics: string[]
  topicsSubscribed: string[]
  topicsNotSubscribed: string[]
}>

type NetworkEventMap<Kind extends string> = Record<`${Kind}.connect`, ConnectEvent> &
  Record<`${Kind}.disconnect`, DisconnectEvent> &
  Record<`${Kind}.network.request`, RequestEvent> &
  Record<`${Kind}.network.request_timeout`, RequestTimeoutEvent> &
  Record<`${Kind}.network.request_queue_size`, RequestQueueSizeEvent>

/** What listeners of a producer get, by the name of the event. */
export type ProducerEventMap = NetworkEventMap<'producer'>

/** What listeners of an admin client get, by the name of the event. */
export type AdminEventMap = NetworkEventMap<'admin'>

/** What listeners of a consumer get, by the name of the event. */
export type ConsumerEventMap = NetworkEventMap<'consumer'> & {
  'consumer.heartbeat': ConsumerHeartbeatEvent
  'consumer.commit_offsets': ConsumerCommitOffsetsEvent
  'consumer.group_join': ConsumerGroupJoinEvent
  'consumer.fetch_start': ConsumerFetchStartEvent
  'consumer.fetch': ConsumerFetchEvent
  'consumer.start_batch_process': ConsumerStartBatchProcessEvent
  'consumer.end_batch_process': ConsumerEndBatchProcessEvent
  'consumer.stop': InstrumentationEvent<null>
  'consumer.crash': ConsumerCrashEvent
  'consumer.rebalancing': ConsumerRebalancingEvent
  'consumer.received_unsubscribed_topics': ConsumerReceivedUnsubcribedTopicsEvent
}
