// Made by scripts/codegen from DescribeClientQuotasRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeClientQuotasRequest, versions 0–1. */
export interface DescribeClientQuotasRequest {
  /** array of ComponentData */
  components: ComponentData[]
  /** bool */
  strict: boolean
}

/** What encode takes for {@link DescribeClientQuotasRequest}: a field left out has its default. */
export interface DescribeClientQuotasRequestInput {
  components?: readonly ComponentDataInput[] | undefined
  strict?: boolean | undefined
}

export function encodeDescribeClientQuotasRequest(writer: Writer, message: DescribeClientQuotasRequestInput, version: number): void {
  const { components = [], strict = false } = message
  const flexible = version >= 1
  if (flexible) writer.compactArrayLength(components.length)
  else writer.arrayLength(components.length)
  for (const element of components) encodeComponentData(writer, element, version)
  writer.bool(strict)
  if (flexible) writer.int8(0)
}

export function decodeDescribeClientQuotasRequest(reader: Reader, version: number): DescribeClientQuotasRequest {
  const flexible = version >= 1
  const components: ComponentData[] = []
  const componentsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(5)
  for (let i = 0; i < componentsCount; i++) components.push(decodeComponentData(reader, version))
  const strict = reader.bool()
  if (flexible) reader.skipTags()
  return { components, strict }
}

/** Part of DescribeClientQuotasRequest. */
export interface ComponentData {
  /** string */
  entityType: string
  /** int8 */
  matchType: number
  /** string; may be null */
  match: string | null
}

/** What encode takes for {@link ComponentData}: a field left out has its default. */
export interface ComponentDataInput {
  entityType?: string | undefined
  matchType?: number | undefined
  match?: string | null | undefined
}

export function encodeComponentData(writer: Writer, message: ComponentDataInput, version: number): void {
  const { entityType = '', matchType = 0, match = '' } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(entityType)
  else writer.string(entityType)
  writer.int8(matchType)
  if (flexible) writer.compactNullableString(match)
  else writer.nullableString(match)
  if (flexible) writer.int8(0)
}

export function decodeComponentData(reader: Reader, version: number): ComponentData {
  const flexible = version >= 1
  const entityType = flexible ? reader.compactString() : reader.string()
  const matchType = reader.int8()
  const match = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { entityType, matchType, match }
}

export const describeClientQuotasRequestCodec: MessageCodec<DescribeClientQuotasRequestInput, DescribeClientQuotasRequest> = {
  name: 'DescribeClientQuotasRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeDescribeClientQuotasRequest,
  decode: decodeDescribeClientQuotasRequest
}
