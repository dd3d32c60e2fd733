import { errorCodes } from '../../errors/error-table'
import { produceApi } from '../../protocol/generated/produce'
import type { ProduceRequest, TopicProduceData } from '../../protocol/generated/produce-request'
import type { PartitionProduceResponseInput, ProduceResponseInput } from '../../protocol/generated/produce-response'
import { AppendTransaction } from '../coordinators/transactions/append-transaction'
import type { TransactionSupport } from '../coordinators/transactions/append-verifier'
import { handler, noResponse, type RequestContext } from '../handler'
import { endpointsOf } from '../topics/node-endpoints'
import { isTorn, isTransactional, readProducedBatch, transactionalProducer, validateBatch, type Refusal } from '../storage/validate-batch'
import type { Partition } from '../topics/partition'
import type { Topic } from '../topics/topic'

const acksAll = -1

/** Produce: appends one batch for each partition. */
export const produce = handler({
  api: produceApi,
  handle(context, request) {
    const response = answer(context, request)
    if (request.acks !== 0) return response
    // Nobody waits for an answer: as Kafka, the broker says that something went wrong by closing the connection.
    const failed = response.responses?.some(topic => topic.partitionResponses?.some(({ errorCode }) => errorCode !== 0))
    if (failed === true) context.connection.close()
    return noResponse
  },
  fail
})

function fail({ topicData }: ProduceRequest, errorCode: number): ProduceResponseInput {
  return {
    responses: topicData.map(({ name, topicId, partitionData }) => ({
      name,
      topicId,
      partitionResponses: partitionData.map(({ index }) => failure(index, errorCode))
    }))
  }
}

function answer(context: RequestContext, request: ProduceRequest): ProduceResponseInput {
  const { version } = context
  const moved = new Set<number>()
  const transaction = transactionOf(context, request)
  const topics = merge(request).map(({ data, partitions }) => ({ data, partitions, topic: findTopic(context, data) }))
  const isTornSomewhere = topics.some(({ topic, partitions }) =>
    [...partitions].some(([index, records]) => topic?.partitions[index] !== undefined && isTorn(records))
  )
  if (isTornSomewhere && typeof transaction !== 'number') return fail(request, errorCodes.CORRUPT_MESSAGE)
  const responses = topics.map(({ data: { name, topicId }, partitions, topic }) => ({
    name,
    topicId,
    partitionResponses: [...partitions].map(([index, records]) => {
      if (typeof transaction === 'number') return failure(index, transaction)
      const response = produceToPartition(context, request, topic, index, records, transaction)
      if (response.currentLeader?.leaderId !== undefined) moved.add(response.currentLeader.leaderId)
      return response
    })
  }))
  return version >= 10 ? { responses, nodeEndpoints: endpointsOf(context, moved) } : { responses }
}

/** The partitions of a request by topic. Of one that is named twice the last batch counts. */
function merge({ topicData }: ProduceRequest): { data: TopicProduceData; partitions: Map<number, Buffer | null> }[] {
  const topics = new Map<string, { data: TopicProduceData; partitions: Map<number, Buffer | null> }>()
  for (const data of topicData) {
    for (const { index, records } of data.partitionData) {
      const key = data.topicId + data.name
      const merged = topics.get(key) ?? { data, partitions: new Map<number, Buffer | null>() }
      merged.partitions.set(index, records)
      topics.set(key, merged)
    }
  }
  return [...topics.values()]
}

/** How the request's batches get into their transaction; an error code when it has transactional batches and can't have them. */
function transactionOf({ cluster, version }: RequestContext, { topicData, transactionalId }: ProduceRequest): AppendTransaction | number {
  const partitions = topicData.flatMap(({ partitionData }) => partitionData)
  // Without the id nobody could say whether the producer may write under it.
  if (transactionalId === null && partitions.some(({ records }) => isTransactional(records))) {
    return errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED
  }
  // A producer has one transaction, so a request has one producer.
  const producers = new Set(partitions.flatMap(({ records }) => transactionalProducer(records) ?? []))
  if (producers.size > 1) return errorCodes.INVALID_PRODUCER_ID_MAPPING
  return new AppendTransaction(cluster, transactionalId ?? '', supportOf(version))
}

function supportOf(version: number): TransactionSupport {
  return version >= 12 ? 'add' : version >= 11 ? 'abortable' : 'none'
}

function findTopic({ cluster, version }: RequestContext, { name, topicId }: TopicProduceData): Topic | undefined {
  return version >= 13 ? cluster.topics.getById(topicId) : cluster.topics.get(name)
}

function produceToPartition(
  context: RequestContext,
  request: ProduceRequest,
  topic: Topic | undefined,
  index: number,
  records: Buffer | null,
  transaction: AppendTransaction
): PartitionProduceResponseInput {
  const { cluster, node, version } = context
  if (topic === undefined) return failure(index, version >= 13 ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  const partition = topic.partitions[index]
  if (partition === undefined) return failure(index, errorCodes.UNKNOWN_TOPIC_OR_PARTITION)
  const batch = readProducedBatch(records, version)
  if ('errorCode' in batch) return refusal(index, batch, version)
  if (request.acks < acksAll || request.acks > 1) return failure(index, errorCodes.INVALID_REQUIRED_ACKS)
  if (topic.isInternal) return failure(index, errorCodes.INVALID_TOPIC_EXCEPTION)
  if (partition.leader !== node.nodeId) {
    const hint = version >= 10 ? { currentLeader: { leaderId: partition.leader, leaderEpoch: partition.leaderEpoch } } : {}
    return { ...failure(index, errorCodes.NOT_LEADER_OR_FOLLOWER), ...hint }
  }
  if (batch.isTransactional && batch.producerId >= 0n) {
    const errorCode = transaction.verify(partition, batch)
    if (errorCode !== errorCodes.NONE) return failure(index, errorCode)
  }
  const config = (name: string): string => cluster.configs.topic(topic.name, name, node.nodeId)
  // Where there are fewer replicas than have to be in sync, all of them do.
  const minIsr = Math.min(Number(config('min.insync.replicas')), partition.replicas.length)
  if (request.acks === acksAll && partition.isr.length < minIsr) {
    return failure(index, errorCodes.NOT_ENOUGH_REPLICAS)
  }
  const valid = validateBatch(batch, {
    maxMessageBytes: Number(config('max.message.bytes')),
    segmentBytes: Number(config('segment.bytes')),
    isCompacted: config('cleanup.policy').includes('compact'),
    timestampType: config('message.timestamp.type'),
    compressionType: config('compression.type'),
    timestampBeforeMaxMs: Number(config('message.timestamp.before.max.ms')),
    timestampAfterMaxMs: Number(config('message.timestamp.after.max.ms')),
    now: cluster.clock.wallTime()
  })
  if ('errorCode' in valid) return refusal(index, valid, version, partition.log.logStartOffset)
  return appended(partition, partition.log.append(valid), index)
}

function appended(partition: Partition, result: ReturnType<Partition['log']['append']>, index: number): PartitionProduceResponseInput {
  const logStartOffset = BigInt(partition.log.logStartOffset)
  if (result.errorCode !== errorCodes.NONE) return { ...failure(index, result.errorCode), logStartOffset }
  if (!result.isDuplicate) partition.changed()
  return {
    index,
    errorCode: errorCodes.NONE,
    baseOffset: BigInt(result.baseOffset),
    logAppendTimeMs: BigInt(result.logAppendTime),
    logStartOffset
  }
}

function failure(index: number, errorCode: number): PartitionProduceResponseInput {
  return { index, errorCode, baseOffset: -1n }
}

function refusal(
  index: number,
  { errorCode, message, records, tellsLogStart }: Refusal,
  version: number,
  logStartOffset = -1
): PartitionProduceResponseInput {
  const failed = { ...failure(index, errorCode), logStartOffset: BigInt(tellsLogStart ? logStartOffset : -1) }
  if (version < 8) return failed
  return {
    ...failed,
    errorMessage: message,
    recordErrors: records.map(({ batchIndex, message: batchIndexErrorMessage }) => ({ batchIndex, batchIndexErrorMessage }))
  }
}
