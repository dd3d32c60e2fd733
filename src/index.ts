/*
 * What `require('odradek')` gives: every name of KafkaJS 2.2.4, and the errors that only this library has.
 */
import { roundRobin } from './consumer/assignors/round-robin-assigner'

export { Kafka } from './kafka'
export { Partitioners } from './producer/partitioners/partitioners'
export { AssignerProtocol } from './consumer/assignors/assigner-protocol'

/** How partitions are shared out in a group; to be given in `partitionAssigners`. */
export const PartitionAssigners = { roundRobin }

export { CompressionCodecs } from './protocol/compression/compression-codecs'
export {
  logLevel,
  CompressionTypes,
  ConfigResourceTypes,
  ConfigSource,
  AclResourceTypes,
  AclOperationTypes,
  AclPermissionTypes,
  ResourcePatternTypes
} from './types/enums'

export { KafkaJSDeleteGroupsError, KafkaJSDeleteTopicRecordsError, KafkaJSAggregateError } from './errors/admin-errors'
export {
  KafkaJSMetadataNotLoaded,
  KafkaJSTopicMetadataNotLoaded,
  KafkaJSStaleTopicMetadataAssignment,
  KafkaJSGroupCoordinatorNotFound,
  KafkaJSServerDoesNotSupportApiKey,
  KafkaUnsupportedVersionError,
  KafkaJSFetcherRebalanceError
} from './errors/cluster-errors'
export { KafkaConfigError } from './errors/config-errors'
export {
  KafkaJSConnectionError,
  KafkaJSConnectionClosedError,
  KafkaJSRequestTimeoutError,
  KafkaJSSASLAuthenticationError,
  KafkaJSBrokerNotFound,
  KafkaJSNoBrokerAvailableError
} from './errors/connection-errors'
export {
  KafkaDecodeError,
  KafkaFrameError,
  KafkaCorruptRecordError,
  KafkaDecompressionError,
  KafkaJSPartialMessageError,
  KafkaJSUnsupportedMagicByteInMessageSet,
  KafkaJSInvalidVarIntError,
  KafkaJSInvalidLongError
} from './errors/decode-errors'
export { KafkaJSError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from './errors/kafkajs-error'
export {
  KafkaJSProtocolError,
  KafkaJSOffsetOutOfRange,
  KafkaJSMemberIdRequired,
  KafkaJSCreateTopicError,
  KafkaJSAlterPartitionReassignmentsError,
  KafkaRebalanceError,
  KafkaAuthorizationError
} from './errors/protocol-errors'
export {
  KafkaUsageError,
  KafkaClosedError,
  KafkaJSNotImplemented,
  KafkaJSInvariantViolation,
  KafkaJSTimeout,
  KafkaJSLockTimeout,
  KafkaDeliveryTimeoutError
} from './errors/usage-errors'

export type { Outcome } from './errors/kafkajs-error'
export type { AdminConfig, Admin } from './types/admin'
export type {
  PartitionAssigner,
  Cluster,
  Assignment,
  GroupMember,
  GroupMemberAssignment,
  GroupState,
  Assigner,
  ISerializer,
  MemberMetadata,
  MemberAssignment
} from './types/assigner'
export type {
  BrokersFunction,
  KafkaConfig,
  RetryOptions,
  ISocketFactoryArgs,
  ISocketFactory,
  OauthbearerProviderResponse,
  SASLMechanism,
  SASLOptions,
  Mechanism,
  AuthenticationProviderArgs,
  SaslAuthenticateArgs,
  Authenticator
} from './types/client'
export type {
  ConsumerConfig,
  Batch,
  EachMessagePayload,
  EachBatchPayload,
  ConsumerEachMessagePayload,
  ConsumerEachBatchPayload,
  EachBatchHandler,
  EachMessageHandler,
  ConsumerRunConfig,
  ConsumerSubscribeTopic,
  ConsumerSubscribeTopics,
  Consumer
} from './types/consumer'
export type {
  InstrumentationEvent,
  RemoveInstrumentationEventListener,
  ConnectEvent,
  DisconnectEvent,
  RequestEventPayload,
  RequestEvent,
  RequestTimeoutEvent,
  RequestQueueSizeEvent,
  ProducerEvents,
  AdminEvents,
  ConsumerEvents,
  ConsumerHeartbeatEvent,
  ConsumerCommitOffsetsEvent,
  IMemberAssignment,
  ConsumerGroupJoinEvent,
  ConsumerFetchStartEvent,
  ConsumerFetchEvent,
  IBatchProcessEvent,
  ConsumerStartBatchProcessEvent,
  ConsumerEndBatchProcessEvent,
  ConsumerCrashEvent,
  ConsumerRebalancingEvent,
  ConsumerReceivedUnsubcribedTopicsEvent,
  ProducerEventMap,
  AdminEventMap,
  ConsumerEventMap
} from './types/events'
export type { LogEntry, LoggerEntryContent, logCreator, Logger } from './types/logger'
export type { IHeaders, Message, KafkaMessage } from './types/messages'
export type {
  PartitionOffset,
  SeekEntry,
  TopicOffsets,
  Offsets,
  OffsetsByTopicPartition,
  TopicPartition,
  TopicPartitions,
  TopicPartitionOffset,
  TopicPartitionOffsetAndMetadata
} from './types/offsets'
export type {
  ProducerConfig,
  PartitionerArgs,
  ICustomPartitioner,
  DefaultPartitioner,
  LegacyPartitioner,
  ProducerRecord,
  TopicMessages,
  ProducerBatch,
  RecordMetadata,
  Producer
} from './types/producer'
export type { PartitionMetadata, ITopicMetadata, ReplicaAssignment, IResourceConfigEntry, ITopicConfig } from './types/topics'
