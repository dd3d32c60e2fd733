// Made by scripts/codegen from ListConfigResourcesRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListConfigResourcesRequest, versions 0–1. */
export interface ListConfigResourcesRequest {
  /** array of int8; versions 1+ */
  resourceTypes: number[]
}

/** What encode takes for {@link ListConfigResourcesRequest}: a field left out has its default. */
export interface ListConfigResourcesRequestInput {
  resourceTypes?: readonly number[] | undefined
}

export function encodeListConfigResourcesRequest(writer: Writer, message: ListConfigResourcesRequestInput, version: number): void {
  const { resourceTypes = [] } = message
  if (version >= 1) {
    writer.compactArrayLength(resourceTypes.length)
    for (const element of resourceTypes) writer.int8(element)
  }
  if (version < 1 && resourceTypes.length !== 0) notInVersion('ListConfigResourcesRequest', 'resourceTypes', version)
  writer.int8(0)
}

export function decodeListConfigResourcesRequest(reader: Reader, version: number): ListConfigResourcesRequest {
  const resourceTypes: number[] = []
  if (version >= 1) {
    const resourceTypesCount = reader.compactArrayLength(1)
    for (let i = 0; i < resourceTypesCount; i++) resourceTypes.push(reader.int8())
  }
  reader.skipTags()
  return { resourceTypes }
}

export const listConfigResourcesRequestCodec: MessageCodec<ListConfigResourcesRequestInput, ListConfigResourcesRequest> = {
  name: 'ListConfigResourcesRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeListConfigResourcesRequest,
  decode: decodeListConfigResourcesRequest
}
