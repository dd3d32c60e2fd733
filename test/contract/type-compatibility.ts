/*
 * Checked by the compiler alone: the shapes of KafkaJS and those of this library fit into each other. What an
 * application gives has to be taken, what it gets has to be what it expects.
 */
import type * as kafkajs from 'kafkajs'
import type * as admin from '../../src/types/admin'
import type * as assigner from '../../src/types/assigner'
import type * as client from '../../src/types/client'
import type * as consumer from '../../src/types/consumer'
import type * as enums from '../../src/types/enums'
import type * as events from '../../src/types/events'
import type * as logger from '../../src/types/logger'
import type * as messages from '../../src/types/messages'
import type * as offsets from '../../src/types/offsets'
import type * as producer from '../../src/types/producer'
import type * as topics from '../../src/types/topics'

/** Does not compile when `Given` does not fit where `Expected` is. */
type Fits<Given extends Expected, Expected> = [Given, Expected]

/** Does not compile when the two do not fit into each other. */
type Same<A extends B, B extends C, C = A> = [A, B, C]

export type SelfTest = [
  // @ts-expect-error -- so that the helpers above are known to complain
  Fits<{ topic: string | null }, { topic: string }>,
  // @ts-expect-error -- likewise
  Same<'a', 'a' | 'b'>
]

export type Given = [
  Fits<kafkajs.KafkaConfig, client.KafkaConfig>,
  Fits<kafkajs.ProducerConfig, producer.ProducerConfig>,
  Fits<Omit<kafkajs.ConsumerConfig, 'partitionAssigners'>, consumer.ConsumerConfig>,
  Fits<kafkajs.AdminConfig, admin.AdminConfig>,
  Fits<kafkajs.SASLOptions | kafkajs.Mechanism, client.SASLOptions | client.Mechanism>,
  Fits<kafkajs.ISocketFactory, client.ISocketFactory>,
  Fits<kafkajs.BrokersFunction, client.BrokersFunction>,
  Fits<kafkajs.ICustomPartitioner, producer.ICustomPartitioner>,
  Fits<kafkajs.logCreator, logger.logCreator>,
  Fits<kafkajs.Message, messages.Message>,
  Fits<kafkajs.ProducerRecord, producer.ProducerRecord>,
  Fits<kafkajs.ProducerBatch, producer.ProducerBatch>,
  Fits<
    kafkajs.ConsumerSubscribeTopics | kafkajs.ConsumerSubscribeTopic,
    consumer.ConsumerSubscribeTopics | consumer.ConsumerSubscribeTopic
  >,
  Fits<kafkajs.ConsumerRunConfig, consumer.ConsumerRunConfig>,
  Fits<kafkajs.EachMessageHandler, consumer.EachMessageHandler>,
  Fits<kafkajs.EachBatchHandler, consumer.EachBatchHandler>,
  Fits<kafkajs.TopicPartitionOffsetAndMetadata, offsets.TopicPartitionOffsetAndMetadata>,
  Fits<kafkajs.ITopicConfig, topics.ITopicConfig>,
  Fits<kafkajs.Offsets, offsets.Offsets>
]

export type Got = [
  Fits<producer.RecordMetadata, kafkajs.RecordMetadata>,
  Fits<messages.KafkaMessage, kafkajs.KafkaMessage>,
  Fits<consumer.Batch, kafkajs.Batch>,
  Fits<consumer.EachMessagePayload, kafkajs.EachMessagePayload>,
  Fits<consumer.EachBatchPayload, kafkajs.EachBatchPayload>,
  Fits<offsets.TopicPartitions, kafkajs.TopicPartitions>,
  Fits<topics.ITopicMetadata, kafkajs.ITopicMetadata>,
  Fits<topics.PartitionMetadata, kafkajs.PartitionMetadata>,
  Fits<logger.Logger, kafkajs.Logger>,
  Fits<logger.LogEntry, kafkajs.LogEntry>,
  Fits<assigner.Assigner, kafkajs.Assigner>,
  Fits<assigner.MemberMetadata, kafkajs.MemberMetadata>,
  Fits<assigner.MemberAssignment, kafkajs.MemberAssignment>,
  Fits<Awaited<ReturnType<admin.Admin['describeCluster']>>, Awaited<ReturnType<kafkajs.Admin['describeCluster']>>>,
  Fits<Awaited<ReturnType<admin.Admin['fetchTopicOffsets']>>, Awaited<ReturnType<kafkajs.Admin['fetchTopicOffsets']>>>,
  Fits<Awaited<ReturnType<admin.Admin['fetchTopicMetadata']>>, Awaited<ReturnType<kafkajs.Admin['fetchTopicMetadata']>>>
]

export type Events = [
  Same<events.ProducerEvents, kafkajs.ProducerEvents>,
  Same<events.ConsumerEvents, kafkajs.ConsumerEvents>,
  Same<events.AdminEvents, kafkajs.AdminEvents>,
  Same<events.ConnectEvent, kafkajs.ConnectEvent>,
  Same<events.DisconnectEvent, kafkajs.DisconnectEvent>,
  Same<events.RequestEvent, kafkajs.RequestEvent>,
  Same<events.RequestTimeoutEvent, kafkajs.RequestTimeoutEvent>,
  Same<events.RequestQueueSizeEvent, kafkajs.RequestQueueSizeEvent>,
  Same<events.ConsumerHeartbeatEvent, kafkajs.ConsumerHeartbeatEvent>,
  Same<events.ConsumerCommitOffsetsEvent, kafkajs.ConsumerCommitOffsetsEvent>,
  Same<events.ConsumerGroupJoinEvent, kafkajs.ConsumerGroupJoinEvent>,
  Same<events.ConsumerFetchStartEvent, kafkajs.ConsumerFetchStartEvent>,
  Same<events.ConsumerFetchEvent, kafkajs.ConsumerFetchEvent>,
  Same<events.ConsumerStartBatchProcessEvent, kafkajs.ConsumerStartBatchProcessEvent>,
  Same<events.ConsumerEndBatchProcessEvent, kafkajs.ConsumerEndBatchProcessEvent>,
  Same<events.ConsumerCrashEvent, kafkajs.ConsumerCrashEvent>,
  Same<events.ConsumerRebalancingEvent, kafkajs.ConsumerRebalancingEvent>,
  Same<events.ConsumerReceivedUnsubcribedTopicsEvent, kafkajs.ConsumerReceivedUnsubcribedTopicsEvent>
]

export type Options = [
  Same<keyof client.KafkaConfig, keyof kafkajs.KafkaConfig>,
  Same<keyof client.RetryOptions, keyof kafkajs.RetryOptions>,
  Same<keyof producer.ProducerConfig, keyof kafkajs.ProducerConfig>,
  Same<keyof consumer.ConsumerConfig, keyof kafkajs.ConsumerConfig>,
  Same<keyof admin.AdminConfig, keyof kafkajs.AdminConfig>
]

export type Enumerations = [
  Same<enums.logLevel, kafkajs.logLevel>,
  Same<enums.CompressionTypes, kafkajs.CompressionTypes>,
  Fits<enums.CompressionTypes.GZIP, kafkajs.CompressionTypes.GZIP>,
  Same<enums.ConfigResourceTypes, kafkajs.ConfigResourceTypes>,
  Same<enums.ConfigSource, kafkajs.ConfigSource>,
  Same<enums.AclResourceTypes, kafkajs.AclResourceTypes>,
  Same<enums.AclOperationTypes, kafkajs.AclOperationTypes>,
  Same<enums.AclPermissionTypes, kafkajs.AclPermissionTypes>,
  Same<enums.ResourcePatternTypes, kafkajs.ResourcePatternTypes>
]
