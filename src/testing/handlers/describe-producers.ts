import { errorCodes } from '../../errors/error-table'
import { describeProducersApi } from '../../protocol/generated/describe-producers'
import type { DescribeProducersRequest } from '../../protocol/generated/describe-producers-request'
import type { DescribeProducersResponseInput, PartitionResponseInput } from '../../protocol/generated/describe-producers-response'
import { handler, type RequestContext } from '../handler'

/** DescribeProducers: what partitions know of those who write to them (KIP-664). */
export const describeProducers = handler({
  api: describeProducersApi,
  handle: (context, request) => respond(request, (topic, index) => describe(context, topic, index)),
  fail: (request, errorCode) => respond(request, () => ({ errorCode }))
})

function describe({ cluster, node }: RequestContext, topic: string, index: number): PartitionResponseInput {
  const partition = cluster.topics.partition(topic, index)
  if (partition === undefined) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
  // Every replica answers: tools ask one broker about all that it has.
  if (!partition.replicas.includes(node.nodeId)) return { errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER }
  partition.log.expireProducers()
  const activeProducers = partition.log.producers.all().map(state => ({
    producerId: state.producerId,
    producerEpoch: state.epoch,
    lastSequence: state.batches[state.batches.length - 1]?.lastSequence ?? -1,
    lastTimestamp: BigInt(state.lastTimestamp),
    coordinatorEpoch: state.coordinatorEpoch,
    currentTxnStartOffset: BigInt(state.transactionStart ?? -1)
  }))
  return { errorCode: errorCodes.NONE, activeProducers }
}

function respond(
  { topics }: DescribeProducersRequest,
  of: (topic: string, partition: number) => PartitionResponseInput
): DescribeProducersResponseInput {
  return {
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map(partitionIndex => ({ partitionIndex, ...of(name, partitionIndex) }))
    }))
  }
}
