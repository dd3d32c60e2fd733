// Made by scripts/codegen from ListGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListGroupsRequest, versions 0–5. */
export interface ListGroupsRequest {
  /** array of string; versions 4+ */
  statesFilter: string[]
  /** array of string; versions 5+ */
  typesFilter: string[]
}

/** What encode takes for {@link ListGroupsRequest}: a field left out has its default. */
export interface ListGroupsRequestInput {
  statesFilter?: readonly string[] | undefined
  typesFilter?: readonly string[] | undefined
}

export function encodeListGroupsRequest(writer: Writer, message: ListGroupsRequestInput, version: number): void {
  const { statesFilter = [], typesFilter = [] } = message
  const flexible = version >= 3
  if (version >= 4) {
    writer.compactArrayLength(statesFilter.length)
    for (const element of statesFilter) writer.compactString(element)
  }
  if (version < 4 && statesFilter.length !== 0) notInVersion('ListGroupsRequest', 'statesFilter', version)
  if (version >= 5) {
    writer.compactArrayLength(typesFilter.length)
    for (const element of typesFilter) writer.compactString(element)
  }
  if (version < 5 && typesFilter.length !== 0) notInVersion('ListGroupsRequest', 'typesFilter', version)
  if (flexible) writer.int8(0)
}

export function decodeListGroupsRequest(reader: Reader, version: number): ListGroupsRequest {
  const flexible = version >= 3
  const statesFilter: string[] = []
  if (version >= 4) {
    const statesFilterCount = reader.compactArrayLength(1)
    for (let i = 0; i < statesFilterCount; i++) statesFilter.push(reader.compactString())
  }
  const typesFilter: string[] = []
  if (version >= 5) {
    const typesFilterCount = reader.compactArrayLength(1)
    for (let i = 0; i < typesFilterCount; i++) typesFilter.push(reader.compactString())
  }
  if (flexible) reader.skipTags()
  return { statesFilter, typesFilter }
}

export const listGroupsRequestCodec: MessageCodec<ListGroupsRequestInput, ListGroupsRequest> = {
  name: 'ListGroupsRequest',
  lowestVersion: 0,
  highestVersion: 5,
  lowestFlexibleVersion: 3,
  encode: encodeListGroupsRequest,
  decode: decodeListGroupsRequest
}
