// Made by scripts/codegen from DeleteAclsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteAclsRequest, versions 1–3. */
export interface DeleteAclsRequest {
  /** array of DeleteAclsFilter */
  filters: DeleteAclsFilter[]
}

/** What encode takes for {@link DeleteAclsRequest}: a field left out has its default. */
export interface DeleteAclsRequestInput {
  filters?: readonly DeleteAclsFilterInput[] | undefined
}

export function encodeDeleteAclsRequest(writer: Writer, message: DeleteAclsRequestInput, version: number): void {
  const { filters = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(filters.length)
  else writer.arrayLength(filters.length)
  for (const element of filters) encodeDeleteAclsFilter(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteAclsRequest(reader: Reader, version: number): DeleteAclsRequest {
  const flexible = version >= 2
  const filters: DeleteAclsFilter[] = []
  const filtersCount = flexible ? reader.compactArrayLength(8) : reader.arrayLength(10)
  for (let i = 0; i < filtersCount; i++) filters.push(decodeDeleteAclsFilter(reader, version))
  if (flexible) reader.skipTags()
  return { filters }
}

/** Part of DeleteAclsRequest. */
export interface DeleteAclsFilter {
  /** int8 */
  resourceTypeFilter: number
  /** string; may be null */
  resourceNameFilter: string | null
  /** int8; default 3 */
  patternTypeFilter: number
  /** string; may be null */
  principalFilter: string | null
  /** string; may be null */
  hostFilter: string | null
  /** int8 */
  operation: number
  /** int8 */
  permissionType: number
}

/** What encode takes for {@link DeleteAclsFilter}: a field left out has its default. */
export interface DeleteAclsFilterInput {
  resourceTypeFilter?: number | undefined
  resourceNameFilter?: string | null | undefined
  patternTypeFilter?: number | undefined
  principalFilter?: string | null | undefined
  hostFilter?: string | null | undefined
  operation?: number | undefined
  permissionType?: number | undefined
}

export function encodeDeleteAclsFilter(writer: Writer, message: DeleteAclsFilterInput, version: number): void {
  const {
    resourceTypeFilter = 0,
    resourceNameFilter = '',
    patternTypeFilter = 3,
    principalFilter = '',
    hostFilter = '',
    operation = 0,
    permissionType = 0
  } = message
  const flexible = version >= 2
  writer.int8(resourceTypeFilter)
  if (flexible) writer.compactNullableString(resourceNameFilter)
  else writer.nullableString(resourceNameFilter)
  writer.int8(patternTypeFilter)
  if (flexible) writer.compactNullableString(principalFilter)
  else writer.nullableString(principalFilter)
  if (flexible) writer.compactNullableString(hostFilter)
  else writer.nullableString(hostFilter)
  writer.int8(operation)
  writer.int8(permissionType)
  if (flexible) writer.int8(0)
}

export function decodeDeleteAclsFilter(reader: Reader, version: number): DeleteAclsFilter {
  const flexible = version >= 2
  const resourceTypeFilter = reader.int8()
  const resourceNameFilter = flexible ? reader.compactNullableString() : reader.nullableString()
  const patternTypeFilter = reader.int8()
  const principalFilter = flexible ? reader.compactNullableString() : reader.nullableString()
  const hostFilter = flexible ? reader.compactNullableString() : reader.nullableString()
  const operation = reader.int8()
  const permissionType = reader.int8()
  if (flexible) reader.skipTags()
  return { resourceTypeFilter, resourceNameFilter, patternTypeFilter, principalFilter, hostFilter, operation, permissionType }
}

export const deleteAclsRequestCodec: MessageCodec<DeleteAclsRequestInput, DeleteAclsRequest> = {
  name: 'DeleteAclsRequest',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteAclsRequest,
  decode: decodeDeleteAclsRequest
}
