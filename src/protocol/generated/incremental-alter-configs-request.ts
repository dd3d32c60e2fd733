// Made by scripts/codegen from IncrementalAlterConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** IncrementalAlterConfigsRequest, versions 0–1. */
export interface IncrementalAlterConfigsRequest {
  /** array of AlterConfigsResource */
  resources: AlterConfigsResource[]
  /** bool */
  validateOnly: boolean
}

/** What encode takes for {@link IncrementalAlterConfigsRequest}: a field left out has its default. */
export interface IncrementalAlterConfigsRequestInput {
  resources?: readonly AlterConfigsResourceInput[] | undefined
  validateOnly?: boolean | undefined
}

export function encodeIncrementalAlterConfigsRequest(writer: Writer, message: IncrementalAlterConfigsRequestInput, version: number): void {
  const { resources = [], validateOnly = false } = message
  const flexible = version >= 1
  if (flexible) writer.compactArrayLength(resources.length)
  else writer.arrayLength(resources.length)
  for (const element of resources) encodeAlterConfigsResource(writer, element, version)
  writer.bool(validateOnly)
  if (flexible) writer.int8(0)
}

export function decodeIncrementalAlterConfigsRequest(reader: Reader, version: number): IncrementalAlterConfigsRequest {
  const flexible = version >= 1
  const resources: AlterConfigsResource[] = []
  const resourcesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(7)
  for (let i = 0; i < resourcesCount; i++) resources.push(decodeAlterConfigsResource(reader, version))
  const validateOnly = reader.bool()
  if (flexible) reader.skipTags()
  return { resources, validateOnly }
}

/** Part of IncrementalAlterConfigsRequest. */
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
  const flexible = version >= 1
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  if (flexible) writer.compactArrayLength(configs.length)
  else writer.arrayLength(configs.length)
  for (const element of configs) encodeAlterableConfig(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterConfigsResource(reader: Reader, version: number): AlterConfigsResource {
  const flexible = version >= 1
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const configs: AlterableConfig[] = []
  const configsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(5)
  for (let i = 0; i < configsCount; i++) configs.push(decodeAlterableConfig(reader, version))
  if (flexible) reader.skipTags()
  return { resourceType, resourceName, configs }
}

/** Part of IncrementalAlterConfigsRequest. */
export interface AlterableConfig {
  /** string */
  name: string
  /** int8 */
  configOperation: number
  /** string; may be null */
  value: string | null
}

/** What encode takes for {@link AlterableConfig}: a field left out has its default. */
export interface AlterableConfigInput {
  name?: string | undefined
  configOperation?: number | undefined
  value?: string | null | undefined
}

export function encodeAlterableConfig(writer: Writer, message: AlterableConfigInput, version: number): void {
  const { name = '', configOperation = 0, value = '' } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(name)
  else writer.string(name)
  writer.int8(configOperation)
  if (flexible) writer.compactNullableString(value)
  else writer.nullableString(value)
  if (flexible) writer.int8(0)
}

export function decodeAlterableConfig(reader: Reader, version: number): AlterableConfig {
  const flexible = version >= 1
  const name = flexible ? reader.compactString() : reader.string()
  const configOperation = reader.int8()
  const value = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { name, configOperation, value }
}

export const incrementalAlterConfigsRequestCodec: MessageCodec<IncrementalAlterConfigsRequestInput, IncrementalAlterConfigsRequest> = {
  name: 'IncrementalAlterConfigsRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeIncrementalAlterConfigsRequest,
  decode: decodeIncrementalAlterConfigsRequest
}
