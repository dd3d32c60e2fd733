/*
 * Checked by the compiler alone: application code as it is written for KafkaJS's typings, here against those of this
 * library. Nothing in it is ever run.
 */
import type { Socket } from 'node:net'
import { KafkaJSAggregateError } from '../../src/errors/admin-errors'
import { KafkaJSConnectionError } from '../../src/errors/connection-errors'
import { KafkaJSError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../../src/errors/kafkajs-error'
import { KafkaJSProtocolError } from '../../src/errors/protocol-errors'
import type { Admin, AdminConfig } from '../../src/types/admin'
import type { ISocketFactory, KafkaConfig, SASLOptions } from '../../src/types/client'
import type { Consumer, ConsumerConfig, EachBatchPayload, EachMessagePayload } from '../../src/types/consumer'
import { AclOperationTypes, CompressionTypes, ConfigResourceTypes, logLevel } from '../../src/types/enums'
import type { ConsumerCrashEvent, InstrumentationEvent } from '../../src/types/events'
import type { LogEntry, logCreator } from '../../src/types/logger'
import type { IHeaders, KafkaMessage, Message } from '../../src/types/messages'
import type { ICustomPartitioner, Producer, ProducerConfig, ProducerRecord, RecordMetadata } from '../../src/types/producer'

declare class Kafka {
  constructor(config: KafkaConfig)
  producer(config?: ProducerConfig): Producer
  consumer(config: ConsumerConfig): Consumer
  admin(config?: AdminConfig): Admin
}

const toLog: logCreator = startLevel => {
  const shown: Record<string, logLevel> = { start: startLevel, environment: Number(process.env['LEVEL']) }
  return ({ namespace, level, label, log }: LogEntry) => {
    const { message, timestamp, ...extra } = log
    switch (level) {
      case logLevel.ERROR:
      case logLevel.NOTHING:
        return console.error(namespace, label, timestamp, message, extra['stack'], shown)
      case logLevel.WARN:
        return console.warn(message.toUpperCase())
      default:
        return console.log(message, log['groupId'].length)
    }
  }
}

const sasl: SASLOptions | undefined =
  process.env['SASL_USER'] === undefined
    ? undefined
    : { mechanism: 'scram-sha-512', username: process.env['SASL_USER'], password: String(process.env['SASL_PASSWORD']) }

const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket: Socket = Object.assign({} as Socket, { host, port, servername: ssl.servername })
  socket.on('connect', onConnect)
  return socket
}

export const kafka = new Kafka({
  clientId: 'shop',
  brokers: async () => ['kafka1:9092'],
  ssl: { rejectUnauthorized: true },
  sasl,
  socketFactory,
  logLevel: logLevel[(process.env['LOG_LEVEL'] as keyof typeof logLevel | undefined) ?? 'INFO'],
  logCreator: toLog,
  retry: { retries: 8, initialRetryTime: 100, restartOnFailure: async error => !(error instanceof KafkaJSNonRetriableError) }
})

const byCustomer: ICustomPartitioner =
  () =>
  ({ partitionMetadata, message }) =>
    Number(message.headers?.['customer']) % partitionMetadata.filter(({ leader }) => leader >= 0).length

interface Topics {
  compression: CompressionTypes.GZIP | CompressionTypes.None
  records: ProducerRecord
}

export async function produce(values: Map<string, Buffer | null>): Promise<RecordMetadata[]> {
  const producer: Producer = kafka.producer({ createPartitioner: byCustomer, allowAutoTopicCreation: false, idempotent: false })
  await producer.connect()
  const headers: IHeaders = { trace: 'abc', tags: ['a', Buffer.from('b')] }
  const messages: Message[] = [...values].map(([key, value]) => ({ key, value, headers, timestamp: Date.now().toString() }))
  const topics: Topics = { compression: CompressionTypes.GZIP, records: { topic: 'orders', messages, acks: -1, timeout: 5000 } }
  const remove = producer.on(producer.events.REQUEST, ({ payload: { apiName, duration, size } }) =>
    console.log(apiName.length, duration.toFixed(), size.toFixed())
  )
  producer.on('producer.network.request_queue_size', event => console.log(event.payload.queueSize.toFixed()))
  for (const name of Object.values(producer.events))
    producer.on(name, (event: InstrumentationEvent<{ size: number }>) => console.log(event))
  try {
    const [first] = await producer.send({ ...topics.records, compression: topics.compression })
    console.log(first.topicName, first.partition.toFixed(), first.baseOffset?.length)
    return await producer.sendBatch({ topicMessages: [{ topic: 'audit', messages }] })
  } catch (error) {
    if (error instanceof KafkaJSProtocolError && error.type === 'MESSAGE_TOO_LARGE') console.error(error.code.toFixed())
    if (error instanceof KafkaJSConnectionError) console.error(error.broker.split(':'))
    if (error instanceof KafkaJSNumberOfRetriesExceeded) console.error(error.retryCount + error.retryTime, error.cause?.message)
    throw error instanceof KafkaJSError && !error.retriable ? new KafkaJSNonRetriableError(error) : error
  } finally {
    remove()
    await producer.disconnect()
  }
}

async function onMessage({ topic, partition, message, heartbeat, pause }: EachMessagePayload): Promise<void> {
  const next: string = (BigInt(message.offset) + 1n).toString()
  const header = message.headers?.['trace']
  console.log(topic, partition.toFixed(), next, message.value?.toString(), header?.toString(), message.timestamp.length)
  await heartbeat()
  const resume = pause()
  setTimeout(() => resume(), 1000)
}

async function onBatch({
  batch,
  resolveOffset,
  commitOffsetsIfNecessary,
  uncommittedOffsets,
  isRunning,
  isStale
}: EachBatchPayload): Promise<void> {
  const messages: KafkaMessage[] = batch.messages
  for (const message of messages) {
    if (!isRunning() || isStale()) break
    resolveOffset(message.offset)
  }
  await commitOffsetsIfNecessary(uncommittedOffsets())
  console.log(batch.highWatermark.length, batch.offsetLag().length, batch.firstOffset()?.length)
}

export async function consume(single: boolean): Promise<void> {
  const consumer: Consumer = kafka.consumer({ groupId: 'shop', sessionTimeout: 45_000, retry: { retries: 3 }, readUncommitted: true })
  const { CRASH, GROUP_JOIN, END_BATCH_PROCESS } = consumer.events
  consumer.on(CRASH, async ({ payload }: ConsumerCrashEvent) => console.error(payload.error.message, payload.restart))
  consumer.on(GROUP_JOIN, event => console.log(Object.keys(event.payload.memberAssignment), event.payload.memberId))
  consumer.on(END_BATCH_PROCESS, event => console.log(event.payload.duration.toFixed(), event.payload.lastOffset))
  await consumer.connect()
  await consumer.subscribe({ topic: 'orders', fromBeginning: true })
  await consumer.subscribe({ topics: ['audit', /^payments-.*/] })
  await consumer.run(single ? { eachMessage: onMessage, autoCommitInterval: null } : { eachBatch: onBatch, eachBatchAutoResolve: false })
  await consumer.commitOffsets([{ topic: 'orders', partition: 0, offset: '31', metadata: null }])
  consumer.pause([{ topic: 'orders', partitions: [0] }])
  consumer.resume(consumer.paused())
  consumer.logger().namespace('App', logLevel.DEBUG).info('running', { groupId: 'shop' })
  await consumer.stop()
}

export async function administrate(): Promise<string[]> {
  const admin: Admin = kafka.admin({ retry: { retries: 2 } })
  admin.on(admin.events.CONNECT, event => console.log(event.timestamp.toFixed(), event.type))
  try {
    const created: boolean = await admin.createTopics({
      topics: [{ topic: 'orders', numPartitions: 3, configEntries: [{ name: 'cleanup.policy', value: 'compact' }] }],
      waitForLeaders: true
    })
    const { topics } = await admin.fetchTopicMetadata({ topics: ['orders'] })
    const [{ high, low }] = await admin.fetchTopicOffsets('orders')
    const { controller, brokers } = await admin.describeCluster()
    console.log(created, topics[0].partitions[0].isr.length, high.length, low.length, controller?.toFixed(), brokers[0].host)
  } catch (error) {
    if (error instanceof KafkaJSAggregateError)
      for (const inner of error.errors) console.error(typeof inner === 'string' ? inner : inner.message)
  }
  await admin.deleteTopics({ topics: ['orders'] })
  return admin.listTopics()
}

export const operations: Record<string, AclOperationTypes> = { read: AclOperationTypes.READ, all: AclOperationTypes.ALL }
export const resource: ConfigResourceTypes = ConfigResourceTypes.TOPIC
