// Made by scripts/codegen from DescribeAclsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeAclsResponse, versions 1–3. */
export interface DescribeAclsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of DescribeAclsResource */
  resources: DescribeAclsResource[]
}

/** What encode takes for {@link DescribeAclsResponse}: a field left out has its default. */
export interface DescribeAclsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  resources?: readonly DescribeAclsResourceInput[] | undefined
}

export function encodeDescribeAclsResponse(writer: Writer, message: DescribeAclsResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', resources = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.compactArrayLength(resources.length)
  else writer.arrayLength(resources.length)
  for (const element of resources) encodeDescribeAclsResource(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeAclsResponse(reader: Reader, version: number): DescribeAclsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const resources: DescribeAclsResource[] = []
  const resourcesCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(8)
  for (let i = 0; i < resourcesCount; i++) resources.push(decodeDescribeAclsResource(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, resources }
}

/** Part of DescribeAclsResponse. */
export interface DescribeAclsResource {
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** int8; default 3 */
  patternType: number
  /** array of AclDescription */
  acls: AclDescription[]
}

/** What encode takes for {@link DescribeAclsResource}: a field left out has its default. */
export interface DescribeAclsResourceInput {
  resourceType?: number | undefined
  resourceName?: string | undefined
  patternType?: number | undefined
  acls?: readonly AclDescriptionInput[] | undefined
}

export function encodeDescribeAclsResource(writer: Writer, message: DescribeAclsResourceInput, version: number): void {
  const { resourceType = 0, resourceName = '', patternType = 3, acls = [] } = message
  const flexible = version >= 2
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  writer.int8(patternType)
  if (flexible) writer.compactArrayLength(acls.length)
  else writer.arrayLength(acls.length)
  for (const element of acls) encodeAclDescription(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribeAclsResource(reader: Reader, version: number): DescribeAclsResource {
  const flexible = version >= 2
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const patternType = reader.int8()
  const acls: AclDescription[] = []
  const aclsCount = flexible ? reader.compactArrayLength(5) : reader.arrayLength(6)
  for (let i = 0; i < aclsCount; i++) acls.push(decodeAclDescription(reader, version))
  if (flexible) reader.skipTags()
  return { resourceType, resourceName, patternType, acls }
}

/** Part of DescribeAclsResponse. */
export interface AclDescription {
  /** string */
  principal: string
  /** string */
  host: string
  /** int8 */
  operation: number
  /** int8 */
  permissionType: number
}

/** What encode takes for {@link AclDescription}: a field left out has its default. */
export interface AclDescriptionInput {
  principal?: string | undefined
  host?: string | undefined
  operation?: number | undefined
  permissionType?: number | undefined
}

export function encodeAclDescription(writer: Writer, message: AclDescriptionInput, version: number): void {
  const { principal = '', host = '', operation = 0, permissionType = 0 } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(principal)
  else writer.string(principal)
  if (flexible) writer.compactString(host)
  else writer.string(host)
  writer.int8(operation)
  writer.int8(permissionType)
  if (flexible) writer.int8(0)
}

export function decodeAclDescription(reader: Reader, version: number): AclDescription {
  const flexible = version >= 2
  const principal = flexible ? reader.compactString() : reader.string()
  const host = flexible ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  if (flexible) reader.skipTags()
  return { principal, host, operation, permissionType }
}

export const describeAclsResponseCodec: MessageCodec<DescribeAclsResponseInput, DescribeAclsResponse> = {
  name: 'DescribeAclsResponse',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeDescribeAclsResponse,
  decode: decodeDescribeAclsResponse
}
