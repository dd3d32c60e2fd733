import { errorCodes } from '../../errors/error-table'
import { addPartitionsToTxnApi } from '../../protocol/generated/add-partitions-to-txn'
import type {
  AddPartitionsToTxnRequest,
  AddPartitionsToTxnTopic,
  AddPartitionsToTxnTransaction
} from '../../protocol/generated/add-partitions-to-txn-request'
import type {
  AddPartitionsToTxnResponseInput,
  AddPartitionsToTxnTopicResultInput
} from '../../protocol/generated/add-partitions-to-txn-response'
import { handler, type RequestContext } from '../handler'

/** First version that knows PRODUCER_FENCED (KIP-588). */
const fencedVersion = 2
/** First version for several transactions, which only brokers send (KIP-890). */
const batchVersion = 4
/** First version of brokers that speak for a client of transaction.version 2. */
const bumpVersion = 5

type CodeOf = (topic: number, partition: number) => number

/** AddPartitionsToTxn: puts partitions into transactions, or says whether they are in. */
export const addPartitionsToTxn = handler({
  api: addPartitionsToTxnApi,
  handle(context, request) {
    const results = transactionsOf(request, context.version).map(transaction => ({ transaction, codeOf: add(context, transaction) }))
    return respond(results, context.version)
  },
  fail: (request, errorCode, version) =>
    version >= batchVersion
      ? { errorCode }
      : respond(
          transactionsOf(request, version).map(transaction => ({ transaction, codeOf: () => errorCode })),
          version
        )
})

function transactionsOf(request: AddPartitionsToTxnRequest, version: number): readonly AddPartitionsToTxnTransaction[] {
  if (version >= batchVersion) return request.transactions
  return [
    {
      transactionalId: request.v3AndBelowTransactionalId,
      producerId: request.v3AndBelowProducerId,
      producerEpoch: request.v3AndBelowProducerEpoch,
      verifyOnly: false,
      topics: request.v3AndBelowTopics
    }
  ]
}

function add({ cluster, node, version }: RequestContext, transaction: AddPartitionsToTxnTransaction): CodeOf {
  const { transactionalId, producerId, producerEpoch, verifyOnly, topics } = transaction
  const isKnown: CodeOf = (t, p) =>
    cluster.topics.partition(topics[t].name, topics[t].partitions[p]) === undefined
      ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION
      : errorCodes.OPERATION_NOT_ATTEMPTED
  const areAllKnown = topics.every(({ partitions }, t) => partitions.every((_, p) => isKnown(t, p) === errorCodes.OPERATION_NOT_ATTEMPTED))
  // All or nothing: one that is not there keeps the others out.
  if (!areAllKnown) return isKnown
  const refusal = transactionalId === '' ? errorCodes.NONE : cluster.coordinators.check('transaction', transactionalId, node.nodeId)
  if (refusal !== errorCodes.NONE) return () => refusal
  const wanted = topics.map(({ name, partitions }) => ({ topic: name, partitions }))
  const producer = { producerId, producerEpoch }
  const result = verifyOnly
    ? cluster.transactions.verifyPartitions(transactionalId, producer, wanted)
    : cluster.transactions.addPartitions(transactionalId, producer, wanted, version >= bumpVersion)
  if (typeof result !== 'number') return (t, p) => result[t][p]
  const errorCode = result === errorCodes.PRODUCER_FENCED && version < fencedVersion ? errorCodes.INVALID_PRODUCER_EPOCH : result
  return () => errorCode
}

function respond(
  results: readonly { transaction: AddPartitionsToTxnTransaction; codeOf: CodeOf }[],
  version: number
): AddPartitionsToTxnResponseInput {
  const [{ transaction, codeOf }] = results.length > 0 ? results : [{ transaction: { topics: [] }, codeOf: () => 0 }]
  if (version < batchVersion) return { resultsByTopicV3AndBelow: topicResults(transaction.topics, codeOf) }
  return {
    resultsByTransaction: results.map(result => ({
      transactionalId: result.transaction.transactionalId,
      topicResults: topicResults(result.transaction.topics, result.codeOf)
    }))
  }
}

function topicResults(topics: readonly AddPartitionsToTxnTopic[], codeOf: CodeOf): AddPartitionsToTxnTopicResultInput[] {
  return topics.map(({ name, partitions }, t) => ({
    name,
    resultsByPartition: partitions.map((partitionIndex, p) => ({ partitionIndex, partitionErrorCode: codeOf(t, p) }))
  }))
}
