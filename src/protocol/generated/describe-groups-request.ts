// Made by scripts/codegen from DescribeGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeGroupsRequest, versions 0–6. */
export interface DescribeGroupsRequest {
  /** array of string */
  groups: string[]
  /** bool; versions 3+ */
  includeAuthorizedOperations: boolean
}

/** What encode takes for {@link DescribeGroupsRequest}: a field left out has its default. */
export interface DescribeGroupsRequestInput {
  groups?: readonly string[] | undefined
  includeAuthorizedOperations?: boolean | undefined
}

export function encodeDescribeGroupsRequest(writer: Writer, message: DescribeGroupsRequestInput, version: number): void {
  const { groups = [], includeAuthorizedOperations = false } = message
  const flexible = version >= 5
  if (flexible) writer.compactArrayLength(groups.length)
  else writer.arrayLength(groups.length)
  for (const element of groups) {
    if (flexible) writer.compactString(element)
    else writer.string(element)
  }
  if (version >= 3) writer.bool(includeAuthorizedOperations)
  if (version < 3 && includeAuthorizedOperations) notInVersion('DescribeGroupsRequest', 'includeAuthorizedOperations', version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeGroupsRequest(reader: Reader, version: number): DescribeGroupsRequest {
  const flexible = version >= 5
  const groups: string[] = []
  const groupsCount = flexible ? reader.compactArrayLength(1) : reader.arrayLength(2)
  for (let i = 0; i < groupsCount; i++) groups.push(flexible ? reader.compactString() : reader.string())
  const includeAuthorizedOperations = version >= 3 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { groups, includeAuthorizedOperations }
}

export const describeGroupsRequestCodec: MessageCodec<DescribeGroupsRequestInput, DescribeGroupsRequest> = {
  name: 'DescribeGroupsRequest',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 5,
  encode: encodeDescribeGroupsRequest,
  decode: decodeDescribeGroupsRequest
}
