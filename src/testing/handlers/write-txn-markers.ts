import { errorCodes } from '../../errors/error-table'
import { writeTxnMarkersApi } from '../../protocol/generated/write-txn-markers'
import type { WritableTxnMarker, WriteTxnMarkersRequest } from '../../protocol/generated/write-txn-markers-request'
import type { WriteTxnMarkersResponseInput } from '../../protocol/generated/write-txn-markers-response'
import { offsetsTopic } from '../coordinators/transactions/marker-writer'
import { handler, type RequestContext } from '../handler'

/** WriteTxnMarkers: ends transactions in partitions; administrators do so with those that no coordinator will end (KIP-664). */
export const writeTxnMarkers = handler({
  api: writeTxnMarkersApi,
  handle: (context, request) => respond(request, (marker, topic, index) => write(context, marker, topic, index)),
  fail: (request, errorCode) => respond(request, () => errorCode)
})

function write({ cluster, node, version }: RequestContext, marker: WritableTxnMarker, topic: string, index: number): number {
  const { producerId, producerEpoch, transactionResult: isCommit, coordinatorEpoch } = marker
  if (topic === offsetsTopic) {
    cluster.groups.offsets.completePending(producerId, isCommit)
    return errorCodes.NONE
  }
  const partition = cluster.topics.partition(topic, index)
  if (partition === undefined) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION
  if (partition.leader !== node.nodeId) return errorCodes.NOT_LEADER_OR_FOLLOWER
  // A real broker trips over such a marker while it writes it.
  if (producerId < 0n || producerEpoch < 0) return errorCodes.UNKNOWN_SERVER_ERROR
  const transactionVersion = version >= 2 ? marker.transactionVersion : 0
  const errorCode = partition.log.appendMarker({ producerId, producerEpoch, isCommit, coordinatorEpoch, transactionVersion })
  if (errorCode === errorCodes.NONE) partition.changed()
  return errorCode
}

function respond(
  { markers }: WriteTxnMarkersRequest,
  codeOf: (marker: WritableTxnMarker, topic: string, partition: number) => number
): WriteTxnMarkersResponseInput {
  return {
    markers: markers.map(marker => ({
      producerId: marker.producerId,
      topics: marker.topics.map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map(partitionIndex => ({ partitionIndex, errorCode: codeOf(marker, name, partitionIndex) }))
      }))
    }))
  }
}
