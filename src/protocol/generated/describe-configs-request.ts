// Made by scripts/codegen from DescribeConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeConfigsRequest, versions 1–4. */
export interface DescribeConfigsRequest {
  /** array of DescribeConfigsResource */
  resources: DescribeConfigsResource[]
  /** bool */
  includeSynonyms: boolean
  /** bool; versions 3+ */
  includeDocumentation: boolean
}

/** What encode takes for {@link DescribeConfigsRequest}: a field left out has its default. */
export interface DescribeConfigsRequestInput {
  resources?: readonly DescribeConfigsResourceInput[] | undefined
  includeSynonyms?: boolean | undefined
  includeDocumentation?: boolean | undefined
}

export function encodeDescribeConfigsRequest(writer: Writer, message: DescribeConfigsRequestInput, version: number): void {
  const { resources = [], includeSynonyms = false, includeDocumentation = false } = message
  const flexible = version >= 4
  if (flexible) writer.compactArrayLength(resources.length)
  else writer.arrayLength(resources.length)
  for (const element of resources) encodeDescribeConfigsResource(writer, element, version)
  writer.bool(includeSynonyms)
  if (version >= 3) writer.bool(includeDocumentation)
  if (version < 3 && includeDocumentation) notInVersion('DescribeConfigsRequest', 'includeDocumentation', version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsRequest(reader: Reader, version: number): DescribeConfigsRequest {
  const flexible = version >= 4
  const resources: DescribeConfigsResource[] = []
  const resourcesCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(7)
  for (let i = 0; i < resourcesCount; i++) resources.push(decodeDescribeConfigsResource(reader, version))
  const includeSynonyms = reader.bool()
  const includeDocumentation = version >= 3 ? reader.bool() : false
  if (flexible) reader.skipTags()
  return { resources, includeSynonyms, includeDocumentation }
}

/** Part of DescribeConfigsRequest. */
export interface DescribeConfigsResource {
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** array of string; may be null */
  configurationKeys: string[] | null
}

/** What encode takes for {@link DescribeConfigsResource}: a field left out has its default. */
export interface DescribeConfigsResourceInput {
  resourceType?: number | undefined
  resourceName?: string | undefined
  configurationKeys?: readonly string[] | null | undefined
}

export function encodeDescribeConfigsResource(writer: Writer, message: DescribeConfigsResourceInput, version: number): void {
  const { resourceType = 0, resourceName = '', configurationKeys = [] } = message
  const flexible = version >= 4
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  if (configurationKeys === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(configurationKeys.length)
    else writer.arrayLength(configurationKeys.length)
    for (const element of configurationKeys) {
      if (flexible) writer.compactString(element)
      else writer.string(element)
    }
  }
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsResource(reader: Reader, version: number): DescribeConfigsResource {
  const flexible = version >= 4
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  let configurationKeys: string[] | null = []
  const configurationKeysCount = flexible ? reader.compactNullableArrayLength(1) : reader.nullableArrayLength(2)
  if (configurationKeysCount < 0) configurationKeys = null
  else for (let i = 0; i < configurationKeysCount; i++) configurationKeys.push(flexible ? reader.compactString() : reader.string())
  if (flexible) reader.skipTags()
  return { resourceType, resourceName, configurationKeys }
}

export const describeConfigsRequestCodec: MessageCodec<DescribeConfigsRequestInput, DescribeConfigsRequest> = {
  name: 'DescribeConfigsRequest',
  lowestVersion: 1,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeDescribeConfigsRequest,
  decode: decodeDescribeConfigsRequest
}
