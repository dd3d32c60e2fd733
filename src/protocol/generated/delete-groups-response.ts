// Made by scripts/codegen from DeleteGroupsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DeleteGroupsResponse, versions 0–2. */
export interface DeleteGroupsResponse {
  /** int32 */
  throttleTimeMs: number
  /** array of DeletableGroupResult */
  results: DeletableGroupResult[]
}

/** What encode takes for {@link DeleteGroupsResponse}: a field left out has its default. */
export interface DeleteGroupsResponseInput {
  throttleTimeMs?: number | undefined
  results?: readonly DeletableGroupResultInput[] | undefined
}

export function encodeDeleteGroupsResponse(writer: Writer, message: DeleteGroupsResponseInput, version: number): void {
  const { throttleTimeMs = 0, results = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (flexible) writer.compactArrayLength(results.length)
  else writer.arrayLength(results.length)
  for (const element of results) encodeDeletableGroupResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDeleteGroupsResponse(reader: Reader, version: number): DeleteGroupsResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const results: DeletableGroupResult[] = []
  const resultsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < resultsCount; i++) results.push(decodeDeletableGroupResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, results }
}

/** Part of DeleteGroupsResponse. */
export interface DeletableGroupResult {
  /** string */
  groupId: string
  /** int16 */
  errorCode: number
}

/** What encode takes for {@link DeletableGroupResult}: a field left out has its default. */
export interface DeletableGroupResultInput {
  groupId?: string | undefined
  errorCode?: number | undefined
}

export function encodeDeletableGroupResult(writer: Writer, message: DeletableGroupResultInput, version: number): void {
  const { groupId = '', errorCode = 0 } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(groupId)
  else writer.string(groupId)
  writer.int16(errorCode)
  if (flexible) writer.int8(0)
}

export function decodeDeletableGroupResult(reader: Reader, version: number): DeletableGroupResult {
  const flexible = version >= 2
  const groupId = flexible ? reader.compactString() : reader.string()
  const errorCode = reader.int16()
  if (flexible) reader.skipTags()
  return { groupId, errorCode }
}

export const deleteGroupsResponseCodec: MessageCodec<DeleteGroupsResponseInput, DeleteGroupsResponse> = {
  name: 'DeleteGroupsResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeDeleteGroupsResponse,
  decode: decodeDeleteGroupsResponse
}
