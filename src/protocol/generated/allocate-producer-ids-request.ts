// Made by scripts/codegen from AllocateProducerIdsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AllocateProducerIdsRequest, versions 0. */
export interface AllocateProducerIdsRequest {
  /** int32 */
  brokerId: number
  /** int64; default -1n */
  brokerEpoch: bigint
}

/** What encode takes for {@link AllocateProducerIdsRequest}: a field left out has its default. */
export interface AllocateProducerIdsRequestInput {
  brokerId?: number | undefined
  brokerEpoch?: bigint | undefined
}

export function encodeAllocateProducerIdsRequest(writer: Writer, message: AllocateProducerIdsRequestInput, _version: number): void {
  const { brokerId = 0, brokerEpoch = -1n } = message
  writer.int32(brokerId)
  writer.int64(brokerEpoch)
  writer.int8(0)
}

export function decodeAllocateProducerIdsRequest(reader: Reader, _version: number): AllocateProducerIdsRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  reader.skipTags()
  return { brokerId, brokerEpoch }
}

export const allocateProducerIdsRequestCodec: MessageCodec<AllocateProducerIdsRequestInput, AllocateProducerIdsRequest> = {
  name: 'AllocateProducerIdsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAllocateProducerIdsRequest,
  decode: decodeAllocateProducerIdsRequest
}
