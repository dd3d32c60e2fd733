// Made by scripts/codegen from DescribeConfigsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeConfigsResponse, versions 1–4. */
export interface DescribeConfigsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DescribeConfigsResult */
  results: DescribeConfigsResult[]
}

/** What encode takes for {@link DescribeConfigsResponse}: a field left out has its default. */
export interface DescribeConfigsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly DescribeConfigsResultInput[] | undefined
}

export function encodeDescribeConfigsResponse(writer: Writer, message: DescribeConfigsResponseInput, version: number): void {
  const { throttleTimeMs = 0, results = [] } = message
  const flexible = version >= 4
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeDescribeConfigsResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsResponse(reader: Reader, version: number): DescribeConfigsResponse {
  const flexible = version >= 4
  const throttleTimeMs = reader.int32()
  const results: DescribeConfigsResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(11)
  for (let i = 0; i < resultsCount; i++) results.push(decodeDescribeConfigsResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of DescribeConfigsResponse. */
export interface DescribeConfigsResult {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** array of DescribeConfigsResourceResult */
  configs: DescribeConfigsResourceResult[]
}

/** What encode takes for {@link DescribeConfigsResult}: a field left out has its default. */
export interface DescribeConfigsResultInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  resourceType?: number | undefined
  resourceName?: string | undefined
  configs?: readonly DescribeConfigsResourceResultInput[] | undefined
}

export function encodeDescribeConfigsResult(writer: Writer, message: DescribeConfigsResultInput, version: number): void {
  const { errorCode = 0, errorMessage = '', resourceType = 0, resourceName = '', configs = [] } = message
  const flexible = version >= 4
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  if (flexible) writer.compactArrayLength(configs.length)
  else writer.arrayLength(configs.length)
  for (const element of configs) encodeDescribeConfigsResourceResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsResult(reader: Reader, version: number): DescribeConfigsResult {
  const flexible = version >= 4
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const configs: DescribeConfigsResourceResult[] = []
  const configsCount = flexible ? reader.compactArrayLength(9) : reader.arrayLength(11)
  for (let i = 0; i < configsCount; i++) configs.push(decodeDescribeConfigsResourceResult(reader, version))
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, resourceType, resourceName, configs }
}

/** Part of DescribeConfigsResponse. */
export interface DescribeConfigsResourceResult {
  /** string */
  name: string
  /** string; may be null */
  value: string | null
  /** bool */
  readOnly: boolean
  /** int8; default -1 */
  configSource: number
  /** bool */
  isSensitive: boolean
  /** array of DescribeConfigsSynonym */
  synonyms: DescribeConfigsSynonym[]
  /** int8; versions 3+; dropped in other versions */
  configType: number
  /** string; versions 3+; may be null; dropped in other versions */
  documentation: string | null
}

/** What encode takes for {@link DescribeConfigsResourceResult}: a field left out has its default. */
export interface DescribeConfigsResourceResultInput {
  name?: string | undefined
  value?: string | null | undefined
  readOnly?: boolean | undefined
  configSource?: number | undefined
  isSensitive?: boolean | undefined
  synonyms?: readonly DescribeConfigsSynonymInput[] | undefined
  configType?: number | undefined
  documentation?: string | null | undefined
}

export function encodeDescribeConfigsResourceResult(writer: Writer, message: DescribeConfigsResourceResultInput, version: number): void {
  const {
    name = '',
    value = '',
    readOnly = false,
    configSource = -1,
    isSensitive = false,
    synonyms = [],
    configType = 0,
    documentation = ''
  } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactNullableString(value)
  else writer.nullableString(value)
  writer.bool(readOnly)
  writer.int8(configSource)
  writer.bool(isSensitive)
  if (flexible) writer.compactArrayLength(synonyms.length)
  else writer.arrayLength(synonyms.length)
  for (const element of synonyms) encodeDescribeConfigsSynonym(writer, element, version)
  if (version >= 3) writer.int8(configType)
  if (version >= 3) {
    if (flexible) writer.compactNullableString(documentation)
    else writer.nullableString(documentation)
  }
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsResourceResult(reader: Reader, version: number): DescribeConfigsResourceResult {
  const flexible = version >= 4
  const name = flexible ? reader.compactString() : reader.string()
  const value = flexible ? reader.compactNullableString() : reader.nullableString()
  const readOnly = reader.bool()
  const configSource = reader.int8()
  const isSensitive = reader.bool()
  const synonyms: DescribeConfigsSynonym[] = []
  const synonymsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(5)
  for (let i = 0; i < synonymsCount; i++) synonyms.push(decodeDescribeConfigsSynonym(reader, version))
  const configType = version >= 3 ? reader.int8() : 0
  const documentation = version >= 3 ? (flexible ? reader.compactNullableString() : reader.nullableString()) : ''
  if (flexible) reader.skipTags()
  return { name, value, readOnly, configSource, isSensitive, synonyms, configType, documentation }
}

/** Part of DescribeConfigsResponse. */
export interface DescribeConfigsSynonym {
  /** string */
  name: string
  /** string; may be null */
  value: string | null
  /** int8 */
  source: number
}

/** What encode takes for {@link DescribeConfigsSynonym}: a field left out has its default. */
export interface DescribeConfigsSynonymInput {
  name?: string | undefined
  value?: string | null | undefined
  source?: number | undefined
}

export function encodeDescribeConfigsSynonym(writer: Writer, message: DescribeConfigsSynonymInput, version: number): void {
  const { name = '', value = '', source = 0 } = message
  const flexible = version >= 4
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactNullableString(value)
  else writer.nullableString(value)
  writer.int8(source)
  if (flexible) writer.int8(0)
}

export function decodeDescribeConfigsSynonym(reader: Reader, version: number): DescribeConfigsSynonym {
  const flexible = version >= 4
  const name = flexible ? reader.compactString() : reader.string()
  const value = flexible ? reader.compactNullableString() : reader.nullableString()
  const source = reader.int8()
  if (flexible) reader.skipTags()
  return { name, value, source }
}

export const describeConfigsResponseCodec: MessageCodec<DescribeConfigsResponseInput, DescribeConfigsResponse> = {
  name: 'DescribeConfigsResponse',
  lowestVersion: 1,
  highestVersion: 4,
  lowestFlexibleVersion: 4,
  encode: encodeDescribeConfigsResponse,
  decode: decodeDescribeConfigsResponse
}
