// Made by scripts/codegen from FindCoordinatorResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** FindCoordinatorResponse, versions 0–6. */
export interface FindCoordinatorResponse {
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** int16; versions 0–3 */
  errorCode: number
  /** string; versions 1–3; may be null; dropped in other versions */
  errorMessage: string | null
  /** int32; versions 0–3 */
  nodeId: number
  /** string; versions 0–3 */
  host: string
  /** int32; versions 0–3 */
  port: number
  /** array of Coordinator; versions 4+ */
  coordinators: Coordinator[]
}

/** What encode takes for {@link FindCoordinatorResponse}: a field left out has its default. */
export interface FindCoordinatorResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  nodeId?: number | undefined
  host?: string | undefined
  port?: number | undefined
  coordinators?: readonly CoordinatorInput[] | undefined
}

export function encodeFindCoordinatorResponse(writer: Writer, message: FindCoordinatorResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', nodeId = 0, host = '', port = 0, coordinators = [] } = message
  const flexible = version >= 3
  if (version >= 1) writer.int32(throttleTimeMs)
  if (version <= 3) writer.int16(errorCode)
  if (version > 3 && errorCode !== 0) notInVersion('FindCoordinatorResponse', 'errorCode', version)
  if ((version >= 1 && version <= 3)) {
    if (flexible) writer.compactNullableString(errorMessage)
    else writer.nullableString(errorMessage)
  }
  if (version <= 3) writer.int32(nodeId)
  if (version > 3 && nodeId !== 0) notInVersion('FindCoordinatorResponse', 'nodeId', version)
  if (version <= 3) {
    if (flexible) writer.compactString(host)
    else writer.string(host)
  }
  if (version > 3 && host !== '') notInVersion('FindCoordinatorResponse', 'host', version)
  if (version <= 3) writer.int32(port)
  if (version > 3 && port !== 0) notInVersion('FindCoordinatorResponse', 'port', version)
  if (version >= 4) {
    writer.compactArrayLength(coordinators.length)
    for (const element of coordinators) encodeCoordinator(writer, element, version)
  }
  if (version < 4 && coordinators.length !== 0) notInVersion('FindCoordinatorResponse', 'coordinators', version)
  if (flexible) writer.int8(0)
}

export function decodeFindCoordinatorResponse(reader: Reader, version: number): FindCoordinatorResponse {
  const flexible = version >= 3
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  const errorCode = version <= 3 ? reader.int16() : 0
  const errorMessage = (version >= 1 && version <= 3) ? (flexible ? reader.compactNullableString() : reader.nullableString()) : ''
  const nodeId = version <= 3 ? reader.int32() : 0
  const host = version <= 3 ? (flexible ? reader.compactString() : reader.string()) : ''
  const port = version <= 3 ? reader.int32() : 0
  const coordinators: Coordinator[] = []
  if (version >= 4) {
    const coordinatorsCount = reader.compactArrayLength(14)
    for (let i = 0; i < coordinatorsCount; i++) coordinators.push(decodeCoordinator(reader, version))
  }
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, nodeId, host, port, coordinators }
}

/** Part of FindCoordinatorResponse. */
export interface Coordinator {
  /** string; versions 4+ */
  key: string
  /** int32; versions 4+ */
  nodeId: number
  /** string; versions 4+ */
  host: string
  /** int32; versions 4+ */
  port: number
  /** int16; versions 4+ */
  errorCode: number
  /** string; versions 4+; may be null; dropped in other versions */
  errorMessage: string | null
}

/** What encode takes for {@link Coordinator}: a field left out has its default. */
export interface CoordinatorInput {
  key?: string | undefined
  nodeId?: number | undefined
  host?: string | undefined
  port?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeCoordinator(writer: Writer, message: CoordinatorInput, _version: number): void {
  const { key = '', nodeId = 0, host = '', port = 0, errorCode = 0, errorMessage = '' } = message
  writer.compactString(key)
  writer.int32(nodeId)
  writer.compactString(host)
  writer.int32(port)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeCoordinator(reader: Reader, _version: number): Coordinator {
  const key = reader.compactString()
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { key, nodeId, host, port, errorCode, errorMessage }
}

export const findCoordinatorResponseCodec: MessageCodec<FindCoordinatorResponseInput, FindCoordinatorResponse> = {
  name: 'FindCoordinatorResponse',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 3,
  encode: encodeFindCoordinatorResponse,
  decode: decodeFindCoordinatorResponse
}
