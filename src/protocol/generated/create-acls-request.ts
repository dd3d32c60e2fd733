// Made by scripts/codegen from CreateAclsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreateAclsRequest, versions 1–3. */
export interface CreateAclsRequest {
  /** array of AclCreation */
  creations: AclCreation[]
}

/** What encode takes for {@link CreateAclsRequest}: a field left out has its default. */
export interface CreateAclsRequestInput {
  creations?: readonly AclCreationInput[] | undefined
}

export function encodeCreateAclsRequest(writer: Writer, message: CreateAclsRequestInput, version: number): void {
  const { creations = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(creations.length)
  else writer.arrayLength(creations.length)
  for (const element of creations) encodeAclCreation(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeCreateAclsRequest(reader: Reader, version: number): CreateAclsRequest {
  const flexible = version >= 2
  const creations: AclCreation[] = []
  const creationsCount = flexible ? reader.compactArrayLength(8) : reader.arrayLength(10)
  for (let i = 0; i < creationsCount; i++) creations.push(decodeAclCreation(reader, version))
  if (flexible) reader.skipTags()
  return { creations }
}

/** Part of CreateAclsRequest. */
export interface AclCreation {
  /** int8 */
  resourceType: number
  /** string */
  resourceName: string
  /** int8; default 3 */
  resourcePatternType: number
  /** string */
  principal: string
  /** string */
  host: string
  /** int8 */
  operation: number
  /** int8 */
  permissionType: number
}

/** What encode takes for {@link AclCreation}: a field left out has its default. */
export interface AclCreationInput {
  resourceType?: number | undefined
  resourceName?: string | undefined
  resourcePatternType?: number | undefined
  principal?: string | undefined
  host?: string | undefined
  operation?: number | undefined
  permissionType?: number | undefined
}

export function encodeAclCreation(writer: Writer, message: AclCreationInput, version: number): void {
  const {
    resourceType = 0,
    resourceName = '',
    resourcePatternType = 3,
    principal = '',
    host = '',
    operation = 0,
    permissionType = 0
  } = message
  const flexible = version >= 2
  writer.int8(resourceType)
  if (flexible) writer.compactString(resourceName)
  else writer.string(resourceName)
  writer.int8(resourcePatternType)
  if (flexible) writer.compactString(principal)
  else writer.string(principal)
  if (flexible) writer.compactString(host)
  else writer.string(host)
  writer.int8(operation)
  writer.int8(permissionType)
  if (flexible) writer.int8(0)
}

export function decodeAclCreation(reader: Reader, version: number): AclCreation {
  const flexible = version >= 2
  const resourceType = reader.int8()
  const resourceName = flexible ? reader.compactString() : reader.string()
  const resourcePatternType = reader.int8()
  const principal = flexible ? reader.compactString() : reader.string()
  const host = flexible ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  if (flexible) reader.skipTags()
  return { resourceType, resourceName, resourcePatternType, principal, host, operation, permissionType }
}

export const createAclsRequestCodec: MessageCodec<CreateAclsRequestInput, CreateAclsRequest> = {
  name: 'CreateAclsRequest',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreateAclsRequest,
  decode: decodeCreateAclsRequest
}
