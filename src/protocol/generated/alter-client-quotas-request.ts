// Made by scripts/codegen from AlterClientQuotasRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterClientQuotasRequest, versions 0–1. */
export interface AlterClientQuotasRequest {
  /** array of EntryData */
  entries: EntryData[]
  /** bool */
  validateOnly: boolean
}

/** What encode takes for {@link AlterClientQuotasRequest}: a field left out has its default. */
export interface AlterClientQuotasRequestInput {
  entries?: readonly EntryDataInput[] | undefined
  validateOnly?: boolean | undefined
}

export function encodeAlterClientQuotasRequest(writer: Writer, message: AlterClientQuotasRequestInput, version: number): void {
  const { entries = [], validateOnly = false } = message
  const flexible = version >= 1
  if (flexible) writer.compactArrayLength(entries.length)
  else writer.arrayLength(entries.length)
  for (const element of entries) encodeEntryData(writer, element, version)
  writer.bool(validateOnly)
  if (flexible) writer.int8(0)
}

export function decodeAlterClientQuotasRequest(reader: Reader, version: number): AlterClientQuotasRequest {
  const flexible = version >= 1
  const entries: EntryData[] = []
  const entriesCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(8)
  for (let i = 0; i < entriesCount; i++) entries.push(decodeEntryData(reader, version))
  const validateOnly = reader.bool()
  if (flexible) reader.skipTags()
  return { entries, validateOnly }
}

/** Part of AlterClientQuotasRequest. */
export interface EntryData {
  /** array of EntityData */
  entity: EntityData[]
  /** array of OpData */
  ops: OpData[]
}

/** What encode takes for {@link EntryData}: a field left out has its default. */
export interface EntryDataInput {
  entity?: readonly EntityDataInput[] | undefined
  ops?: readonly OpDataInput[] | undefined
}

export function encodeEntryData(writer: Writer, message: EntryDataInput, version: number): void {
  const { entity = [], ops = [] } = message
  const flexible = version >= 1
  if (flexible) writer.compactArrayLength(entity.length)
  else writer.arrayLength(entity.length)
  for (const element of entity) encodeEntityData(writer, element, version)
  if (flexible) writer.compactArrayLength(ops.length)
  else writer.arrayLength(ops.length)
  for (const element of ops) encodeOpData(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeEntryData(reader: Reader, version: number): EntryData {
  const flexible = version >= 1
  const entity: EntityData[] = []
  const entityCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < entityCount; i++) entity.push(decodeEntityData(reader, version))
  const ops: OpData[] = []
  const opsCount = flexible ? reader.compactArrayLength(11) : reader.arrayLength(11)
  for (let i = 0; i < opsCount; i++) ops.push(decodeOpData(reader, version))
  if (flexible) reader.skipTags()
  return { entity, ops }
}

/** Part of AlterClientQuotasRequest. */
export interface OpData {
  /** string */
  key: string
  /** float64 */
  value: number
  /** bool */
  remove: boolean
}

/** What encode takes for {@link OpData}: a field left out has its default. */
export interface OpDataInput {
  key?: string | undefined
  value?: number | undefined
  remove?: boolean | undefined
}

export function encodeOpData(writer: Writer, message: OpDataInput, version: number): void {
  const { key = '', value = 0, remove = false } = message
  const flexible = version >= 1
  if (flexible) writer.compactString(key)
  else writer.string(key)
  writer.float64(value)
  writer.bool(remove)
  if (flexible) writer.int8(0)
}

export function decodeOpData(reader: Reader, version: number): OpData {
  const flexible = version >= 1
  const key = flexible ? reader.compactString() : reader.string()
  const value = reader.float64()
  const remove = reader.bool()
  if (flexible) reader.skipTags()
  return { key, value, remove }
}

/** Part of AlterClientQuotasRequest. */
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

export const alterClientQuotasRequestCodec: MessageCodec<AlterClientQuotasRequestInput, AlterClientQuotasRequest> = {
  name: 'AlterClientQuotasRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeAlterClientQuotasRequest,
  decode: decodeAlterClientQuotasRequest
}
