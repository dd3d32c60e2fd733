// Made by scripts/codegen from DescribeClientQuotasResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeClientQuotasResponse, versions 0–1. */
export interface DescribeClientQuotasResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of EntryData; may be null */
  entries: EntryData[] | null
}

/** What encode takes for {@link DescribeClientQuotasResponse}: a field left out has its default. */
export interface DescribeClientQuotasResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  entries?: readonly EntryDataInput[] | null | undefined
}

export function encodeDescribeClientQuotasResponse(writer: Writer, message: DescribeClientQuotasResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', entries = [] } = message
  const flexible = version >= 1
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (entries === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(entries.length)
    else writer.arrayLength(entries.length)
    for (const element of entries) encodeEntryData(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeDescribeClientQuotasResponse(reader: Reader, version: number): DescribeClientQuotasResponse {
  const flexible = version >= 1
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  let entries: EntryData[] | null = []
  const entriesCount = flexible ? reader.compactNullableArrayLength(3) : reader.nullableArrayLength(8)
  if (entriesCount < 0) entries = null
  else for (let i = 0; i < entriesCount; i++) entries.push(decodeEntryData(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, entries }
}

/** Part of DescribeClientQuotasResponse. */
export interface EntryData {
  /** array of EntityData */
  entity: EntityData[]
  /** array of ValueData */
  values: ValueData[]
}

/** What encode takes for {@link EntryData}: a field left out has its default. */
export interface EntryDataInput {
  entity?: readonly EntityDataInput[] | undefined
  values?: readonly ValueDataInput[] | undefined
}

export function encodeEntryData(writer: Writer, message: EntryDataInput, version: number): void {
  const { entity = [], values = [] } = message
  const flexible = version >= 1
  if (flexible) writer.compactArrayLength(entity.length)
  else writer.arrayLength(entity.length)
  for (const element of entity) encodeEntityData(writer, element, version)
  if (flexible) writer.compactArrayLength(values.length)
  else writer.arrayLength(values.length)
  for (const element of values) encodeValueData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeEntryData(reader: Reader, version: number): EntryData {
  const flexible = version >= 1
  const entity: EntityData[] = []
  const entityCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < entityCount; i++) entity.push(decodeEntityData(reader, version))
  const values: ValueData[] = []
  const valuesCount = flexible ? reader.compactArrayLength(10) : reader.arrayLength(10)
  for (let i = 0; i < valuesCount; i++) values.push(decodeValueData(reader, version))
  if (flexible) reader.skipTags()
  return { entity, values }
}

/** Part of DescribeClientQuotasResponse. */
export interface ValueData {
  /** string */
  key: string
  /** float64 */
  value: number
}

/** What encode takes for {@link ValueData}: a field left out has its default. */
export interface ValueDataInput {
  key?: string | undefined
  value?: number | undefined
}

export function encodeValueData(writer: Writer, message: ValueDataInput, version: number): void {
  const { key = '', value = 0 } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(key)
  else writer.string(key)
  writer.float64(value)
  if (flexible) writer.int8(0)
}

export function decodeValueData(reader: Reader, version: number): ValueData {
  const flexible = version >= 1
  const key = flexible ? reader.compactString() : reader.string()
  const value = reader.float64()
  if (flexible) reader.skipTags()
  return { key, value }
}

/** Part of DescribeClientQuotasResponse. */
export interface EntityData {
  /** string */
  entityType: string
  /** string; may be null */
  entityName: string | null
}

/** What encode takes for {@link EntityData}: a field left out has its default. */
export interface EntityDataInput {
  entityType?: string | undefined
  entityName?: string | null | undefined
}

export function encodeEntityData(writer: Writer, message: EntityDataInput, version: number): void {
  const { entityType = '', entityName = '' } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(entityType)
  else writer.string(entityType)
  if (flexible) writer.compactNullableString(entityName)
  else writer.nullableString(entityName)
  if (flexible) writer.int8(0)
}

export function decodeEntityData(reader: Reader, version: number): EntityData {
  const flexible = version >= 1
  const entityType = flexible ? reader.compactString() : reader.string()
  const entityName = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { entityType, entityName }
}

export const describeClientQuotasResponseCodec: MessageCodec<DescribeClientQuotasResponseInput, DescribeClientQuotasResponse> = {
  name: 'DescribeClientQuotasResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeDescribeClientQuotasResponse,
  decode: decodeDescribeClientQuotasResponse
}
