// Made by scripts/codegen from ConsumerGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ConsumerGroupDescribeRequest, versions 0–1. */
export interface ConsumerGroupDescribeRequest {
  /** array of string */
  groupIds: string[]
  /** bool */
  includeAuthorizedOperations: boolean
}

/** What encode takes for {@link ConsumerGroupDescribeRequest}: a field left out has its default. */
export interface ConsumerGroupDescribeRequestInput {
  groupIds?: readonly string[] | undefined
  includeAuthorizedOperations?: boolean | undefined
}

export function encodeConsumerGroupDescribeRequest(writer: Writer, message: ConsumerGroupDescribeRequestInput, _version: number): void {
  const { groupIds = [], includeAuthorizedOperations = false } = message
  writer.compactArrayLength(groupIds.length)
  for (const element of groupIds) writer.compactString(element)
  writer.bool(includeAuthorizedOperations)
  writer.int8(0)
}

export function decodeConsumerGroupDescribeRequest(reader: Reader, _version: number): ConsumerGroupDescribeRequest {
  const groupIds: string[] = []
  const groupIdsCount = reader.compactArrayLength(1)
  for (let i = 0; i < groupIdsCount; i++) groupIds.push(reader.compactString())
  const includeAuthorizedOperations = reader.bool()
  reader.skipTags()
  return { groupIds, includeAuthorizedOperations }
}

export const consumerGroupDescribeRequestCodec: MessageCodec<ConsumerGroupDescribeRequestInput, ConsumerGroupDescribeRequest> = {
  name: 'ConsumerGroupDescribeRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeConsumerGroupDescribeRequest,
  decode: decodeConsumerGroupDescribeRequest
}
