// Made by scripts/codegen from ListConfigResourcesResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ListConfigResourcesResponse, versions 0–1. */
export interface ListConfigResourcesResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** array of ConfigResource */
  configResources: ConfigResource[]
}

/** What encode takes for {@link ListConfigResourcesResponse}: a field left out has its default. */
export interface ListConfigResourcesResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  configResources?: readonly ConfigResourceInput[] | undefined
}

export function encodeListConfigResourcesResponse(writer: Writer, message: ListConfigResourcesResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, configResources = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactArrayLength(configResources.length)
  for (const element of configResources) encodeConfigResource(writer, element, version)
  writer.int8(0)
}

export function decodeListConfigResourcesResponse(reader: Reader, version: number): ListConfigResourcesResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const configResources: ConfigResource[] = []
  const configResourcesCount = reader.compactArrayLength(2)
  for (let i = 0; i < configResourcesCount; i++) configResources.push(decodeConfigResource(reader, version))
  reader.skipTags()
  return { throttleTimeMs, errorCode, configResources }
}

/** Part of ListConfigResourcesResponse. */
export interface ConfigResource {
  /** string */
  resourceName: string
  /** int8; versions 1+; default 16; dropped in other versions */
  resourceType: number
}

/** What encode takes for {@link ConfigResource}: a field left out has its default. */
export interface ConfigResourceInput {
  resourceName?: string | undefined
  resourceType?: number | undefined
}

export function encodeConfigResource(writer: Writer, message: ConfigResourceInput, version: number): void {
  const { resourceName = '', resourceType = 16 } = message
  writer.compactString(resourceName)
  if (version >= 1) writer.int8(resourceType)
  writer.int8(0)
}

export function decodeConfigResource(reader: Reader, version: number): ConfigResource {
  const resourceName = reader.compactString()
  const resourceType = version >= 1 ? reader.int8() : 16
  reader.skipTags()
  return { resourceName, resourceType }
}

export const listConfigResourcesResponseCodec: MessageCodec<ListConfigResourcesResponseInput, ListConfigResourcesResponse> = {
  name: 'ListConfigResourcesResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeListConfigResourcesResponse,
  decode: decodeListConfigResourcesResponse
}
