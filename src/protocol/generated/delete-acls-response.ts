// Made by scripts/codegen from DeleteAclsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteAclsResponse, versions 1–3. */
export interface DeleteAclsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DeleteAclsFilterResult */
  filterResults: DeleteAclsFilterResult[]
}

/** What encode takes for {@link DeleteAclsResponse}: a field left out has its default. */
export interface DeleteAclsResponseInput {
  throttleTimeMs?: number | undefined
  filterResults?: readonly DeleteAclsFilterResultInput[] | undefined
}

export function encodeDeleteAclsResponse(writer: Writer, message: DeleteAclsResponseInput, version: number): void {
  const { throttleTimeMs = 0, filterResults = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(filterResults.length)
  else writer.arrayLength(filterResults.length)
  for (const element of filterResults) encodeDeleteAclsFilterResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteAclsResponse(reader: Reader, version: number): DeleteAclsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const filterResults: DeleteAclsFilterResult[] = []
  const filterResultsCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(8)
  for (let i = 0; i < filterResultsCount; i++) filterResults.push(decodeDeleteAclsFilterResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, filterResults }
}

/** Part of DeleteAclsResponse. */
export interface DeleteAclsFilterResult {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of DeleteAclsMatchingAcl */
  matchingAcls: DeleteAclsMatchingAcl[]
}

/** What encode takes for {@link DeleteAclsFilterResult}: a field left out has its default. */
export interface DeleteAclsFilterResultInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  matchingAcls?: readonly DeleteAclsMatchingAclInput[] | undefined
}

export function encodeDeleteAclsFilterResult(writer: Writer, message: DeleteAclsFilterResultInput, version: number): void {
  const { errorCode = 0, errorMessage = '', matchingAcls = [] } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.compactArrayLength(matchingAcls.length)
  else writer.arrayLength(matchingAcls.length)
  for (const element of matchingAcls) encodeDeleteAclsMatchingAcl(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteAclsFilterResult(reader: Reader, version: number): DeleteAclsFilterResult {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const matchingAcls: DeleteAclsMatchingAcl[] = []
  const matchingAclsCount = flexible ? reader.compactArrayLength(11) : reader.arrayLength(14)
  for (let i = 0; i < matchingAclsCount; i++) matchingAcls.push(decodeDeleteAclsMatchingAcl(reader, version))
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, matchingAcls }
}

/** Part of DeleteAclsResponse. */
export interface DeleteAclsMatchingAcl {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** int8; default 3 */
  patternType: number
  /** string */
  principal: string
  /** string */
  host: string
  /** int8 */
  operation: number
  /** int8 */
  permissionType: number
}

/** What encode takes for {@link DeleteAclsMatchingAcl}: a field left out has its default. */
export interface DeleteAclsMatchingAclInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  resourceType?: number | undefined
  resourceName?: string | undefined
  patternType?: number | undefined
  principal?: string | undefined
  host?: string | undefined
  operation?: number | undefined
  permissionType?: number | undefined
}

export function encodeDeleteAclsMatchingAcl(writer: Writer, message: DeleteAclsMatchingAclInput, version: number): void {
  const {
    errorCode = 0,
    errorMessage = '',
    resourceType = 0,
    resourceName = '',
    patternType = 3,
    principal = '',
    host = '',
    operation = 0,
    permissionType = 0
  } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  writer.int8(patternType)
  if (flexible) writer.compactString(principal)
  else writer.string(principal)
  if (flexible) writer.compactString(host)
  else writer.string(host)
  writer.int8(operation)
  writer.int8(permissionType)
  if (flexible) writer.int8(0)
}

export function decodeDeleteAclsMatchingAcl(reader: Reader, version: number): DeleteAclsMatchingAcl {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const patternType = reader.int8()
  const principal = flexible ? reader.compactString() : reader.string()
  const host = flexible ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, resourceType, resourceName, patternType, principal, host, operation, permissionType }
}

export const deleteAclsResponseCodec: MessageCodec<DeleteAclsResponseInput, DeleteAclsResponse> = {
  name: 'DeleteAclsResponse',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteAclsResponse,
  decode: decodeDeleteAclsResponse
}
