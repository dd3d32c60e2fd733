// Made by scripts/codegen from DeleteGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteGroupsRequest, versions 0–2. */
export interface DeleteGroupsRequest {
  /** array of string */
  groupsNames: string[]
}

/** What encode takes for {@link DeleteGroupsRequest}: a field left out has its default. */
export interface DeleteGroupsRequestInput {
  groupsNames?: readonly string[] | undefined
}

export function encodeDeleteGroupsRequest(writer: Writer, message: DeleteGroupsRequestInput, version: number): void {
  const { groupsNames = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(groupsNames.length)
  else writer.arrayLength(groupsNames.length)
  for (const element of groupsNames) {
    if (flexible) writer.compactString(element)
    else writer.string(element)
  }
  if (flexible) writer.int8(0)
}

export function decodeDeleteGroupsRequest(reader: Reader, version: number): DeleteGroupsRequest {
  const flexible = version >= 2
  const groupsNames: string[] = []
  const groupsNamesCount = flexible ? reader.compactArrayLength(1) : reader.arrayLength(2)
  for (let i = 0; i < groupsNamesCount; i++) groupsNames.push(flexible ? reader.compactString() : reader.string())
  if (flexible) reader.skipTags()
  return { groupsNames }
}

export const deleteGroupsRequestCodec: MessageCodec<DeleteGroupsRequestInput, DeleteGroupsRequest> = {
  name: 'DeleteGroupsRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteGroupsRequest,
  decode: decodeDeleteGroupsRequest
}
