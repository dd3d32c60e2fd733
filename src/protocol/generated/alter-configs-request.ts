// Made by scripts/codegen from AlterConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterConfigsRequest, versions 0–2. */
export interface AlterConfigsRequest {
  /** array of AlterConfigsResource */
  resources: AlterConfigsResource[]
  /** bool */
  validateOnly: boolean
}

/** What encode takes for {@link AlterConfigsRequest}: a field left out has its default. */
export interface AlterConfigsRequestInput {
  resources?: readonly AlterConfigsResourceInput[] | undefined
  validateOnly?: boolean | undefined
}

export function encodeAlterConfigsRequest(writer: Writer, message: AlterConfigsRequestInput, version: number): void {
  const { resources = [], validateOnly = false } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(resources.length)
  else writer.arrayLength(resources.length)
  for (const element of resources) encodeAlterConfigsResource(writer, element, version)
  writer.bool(validateOnly)
  if (flexible) writer.int8(0)
}

export function decodeAlterConfigsRequest(reader: Reader, version: number): AlterConfigsRequest {
  const flexible = version >= 2
  const resources: AlterConfigsResource[] = []
  const resourcesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(7)
  for (let i = 0; i < resourcesCount; i++) resources.push(decodeAlterConfigsResource(reader, version))
  const validateOnly = reader.bool()
  if (flexible) reader.skipTags()
  return { resources, validateOnly }
}

/** Part of AlterConfigsRequest. */
export interface AlterConfigsResource {
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** array of AlterableConfig */
  configs: AlterableConfig[]
}

/** What encode takes for {@link AlterConfigsResource}: a field left out has its default. */
export interface AlterConfigsResourceInput {
  resourceType?: number | undefined
  resourceName?: string | undefined
  configs?: readonly AlterableConfigInput[] | undefined
}

export function encodeAlterConfigsResource(writer: Writer, message: AlterConfigsResourceInput, version: number): void {
  const { resourceType = 0, resourceName = '', configs = [] } = message
  const flexible = version >= 2
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  if (flexible) writer.compactArrayLength(configs.length)
  else writer.arrayLength(configs.length)
  for (const element of configs) encodeAlterableConfig(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterConfigsResource(reader: Reader, version: number): AlterConfigsResource {
  const flexible = version >= 2
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const configs: AlterableConfig[] = []
  const configsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < configsCount; i++) configs.push(decodeAlterableConfig(reader, version))
  if (flexible) reader.skipTags()
  return { resourceType, resourceName, configs }
}

/** Part of AlterConfigsRequest. */
export interface AlterableConfig {
  /** string */
  name: string
  /** string; may be null */
  value: string | null
}

/** What encode takes for {@link AlterableConfig}: a field left out has its default. */
export interface AlterableConfigInput {
  name?: string | undefined
  value?: string | null | undefined
}

export function encodeAlterableConfig(writer: Writer, message: AlterableConfigInput, version: number): void {
  const { name = '', value = '' } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactNullableString(value)
  else writer.nullableString(value)
  if (flexible) writer.int8(0)
}

export function decodeAlterableConfig(reader: Reader, version: number): AlterableConfig {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const value = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { name, value }
}

export const alterConfigsRequestCodec: MessageCodec<AlterConfigsRequestInput, AlterConfigsRequest> = {
  name: 'AlterConfigsRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeAlterConfigsRequest,
  decode: decodeAlterConfigsRequest
}
