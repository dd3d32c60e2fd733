// Made by scripts/codegen from StreamsGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** StreamsGroupDescribeRequest, versions 0. */
export interface StreamsGroupDescribeRequest {
  /** array of string */
  groupIds: string[]
  /** bool */
  includeAuthorizedOperations: boolean
}

/** What encode takes for {@link StreamsGroupDescribeRequest}: a field left out has its default. */
export interface StreamsGroupDescribeRequestInput {
  groupIds?: readonly string[] | undefined
  includeAuthorizedOperations?: boolean | undefined
}

export function encodeStreamsGroupDescribeRequest(writer: Writer, message: StreamsGroupDescribeRequestInput, _version: number): void {
  const { groupIds = [], includeAuthorizedOperations = false } = message
  writer.compactArrayLength(groupIds.length)
  for (const element of groupIds) writer.compactString(element)
  writer.bool(includeAuthorizedOperations)
  writer.int8(0)
}

export function decodeStreamsGroupDescribeRequest(reader: Reader, _version: number): StreamsGroupDescribeRequest {
  const groupIds: string[] = []
  const groupIdsCount = reader.compactArrayLength(1)
  for (let i = 0; i < groupIdsCount; i++) groupIds.push(reader.compactString())
  const includeAuthorizedOperations = reader.bool()
  reader.skipTags()
  return { groupIds, includeAuthorizedOperations }
}

export const streamsGroupDescribeRequestCodec: MessageCodec<StreamsGroupDescribeRequestInput, StreamsGroupDescribeRequest> = {
  name: 'StreamsGroupDescribeRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeStreamsGroupDescribeRequest,
  decode: decodeStreamsGroupDescribeRequest
}
