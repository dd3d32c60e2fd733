// Made by scripts/codegen from ShareGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ShareGroupDescribeRequest, versions 1. */
export interface ShareGroupDescribeRequest {
  /** array of string */
  groupIds: string[]
  /** bool */
  includeAuthorizedOperations: boolean
}

/** What encode takes for {@link ShareGroupDescribeRequest}: a field left out has its default. */
export interface ShareGroupDescribeRequestInput {
  groupIds?: readonly string[] | undefined
  includeAuthorizedOperations?: boolean | undefined
}

export function encodeShareGroupDescribeRequest(writer: Writer, message: ShareGroupDescribeRequestInput, _version: number): void {
  const { groupIds = [], includeAuthorizedOperations = false } = message
  writer.compactArrayLength(groupIds.length)
  for (const element of groupIds) writer.compactString(element)
  writer.bool(includeAuthorizedOperations)
  writer.int8(0)
}

export function decodeShareGroupDescribeRequest(reader: Reader, _version: number): ShareGroupDescribeRequest {
  const groupIds: string[] = []
  const groupIdsCount = reader.compactArrayLength(1)
  for (let i = 0; i < groupIdsCount; i++) groupIds.push(reader.compactString())
  const includeAuthorizedOperations = reader.bool()
  reader.skipTags()
  return { groupIds, includeAuthorizedOperations }
}

export const shareGroupDescribeRequestCodec: MessageCodec<ShareGroupDescribeRequestInput, ShareGroupDescribeRequest> = {
  name: 'ShareGroupDescribeRequest',
  lowestVersion: 1,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeShareGroupDescribeRequest,
  decode: decodeShareGroupDescribeRequest
}
