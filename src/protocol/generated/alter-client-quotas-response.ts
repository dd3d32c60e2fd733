// Made by scripts/codegen from AlterClientQuotasResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterClientQuotasResponse, versions 0–1. */
export interface AlterClientQuotasResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of EntryData */
  entries: EntryData[]
}

/** What encode takes for {@link AlterClientQuotasResponse}: a field left out has its default. */
export interface AlterClientQuotasResponseInput {
  throttleTimeMs?: number | undefined
  entries?: readonly EntryDataInput[] | undefined
}

export function encodeAlterClientQuotasResponse(writer: Writer, message: AlterClientQuotasResponseInput, version: number): void {
  const { throttleTimeMs = 0, entries = [] } = message
  const flexible = version >= 1
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(entries.length)
  else writer.arrayLength(entries.length)
  for (const element of entries) encodeEntryData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterClientQuotasResponse(reader: Reader, version: number): AlterClientQuotasResponse {
  const flexible = version >= 1
  const throttleTimeMs = reader.int32()
  const entries: EntryData[] = []
  const entriesCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(8)
  for (let i = 0; i < entriesCount; i++) entries.push(decodeEntryData(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, entries }
}

/** Part of AlterClientQuotasResponse. */
export interface EntryData {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of EntityData */
  entity: EntityData[]
}

/** What encode takes for {@link EntryData}: a field left out has its default. */
export interface EntryDataInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  entity?: readonly EntityDataInput[] | undefined
}

export function encodeEntryData(writer: Writer, message: EntryDataInput, version: number): void {
  const { errorCode = 0, errorMessage = '', entity = [] } = message
  const flexible = version >= 1
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.compactArrayLength(entity.length)
  else writer.arrayLength(entity.length)
  for (const element of entity) encodeEntityData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeEntryData(reader: Reader, version: number): EntryData {
  const flexible = version >= 1
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const entity: EntityData[] = []
  const entityCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < entityCount; i++) entity.push(decodeEntityData(reader, version))
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, entity }
}

/** Part of AlterClientQuotasResponse. */
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

export const alterClientQuotasResponseCodec: MessageCodec<AlterClientQuotasResponseInput, AlterClientQuotasResponse> = {
  name: 'AlterClientQuotasResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeAlterClientQuotasResponse,
  decode: decodeAlterClientQuotasResponse
}
