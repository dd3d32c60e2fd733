// Made by scripts/codegen from FindCoordinatorRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** FindCoordinatorRequest, versions 0–6. */
export interface FindCoordinatorRequest {
  /** string; versions 0–3 */
  key: string
  /** int8; versions 1+ */
  keyType: number
  /** array of string; versions 4+ */
  coordinatorKeys: string[]
}

/** What encode takes for {@link FindCoordinatorRequest}: a field left out has its default. */
export interface FindCoordinatorRequestInput {
  key?: string | undefined
  keyType?: number | undefined
  coordinatorKeys?: readonly string[] | undefined
}

export function encodeFindCoordinatorRequest(writer: Writer, message: FindCoordinatorRequestInput, version: number): void {
  const { key = '', keyType = 0, coordinatorKeys = [] } = message
  const flexible = version >= 3
  if (version <= 3) {
    if (flexible) writer.compactString(key)
    else writer.string(key)
  }
  if (version > 3 && key !== '') notInVersion('FindCoordinatorRequest', 'key', version)
  if (version >= 1) writer.int8(keyType)
  if (version < 1 && keyType !== 0) notInVersion('FindCoordinatorRequest', 'keyType', version)
  if (version >= 4) {
    writer.compactArrayLength(coordinatorKeys.length)
    for (const element of coordinatorKeys) writer.compactString(element)
  }
  if (version < 4 && coordinatorKeys.length !== 0) notInVersion('FindCoordinatorRequest', 'coordinatorKeys', version)
  if (flexible) writer.int8(0)
}

export function decodeFindCoordinatorRequest(reader: Reader, version: number): FindCoordinatorRequest {
  const flexible = version >= 3
  const key = version <= 3 ? (flexible ? reader.compactString() : reader.string()) : ''
  const keyType = version >= 1 ? reader.int8() : 0
  const coordinatorKeys: string[] = []
  if (version >= 4) {
    const coordinatorKeysCount = reader.compactArrayLength(1)
    for (let i = 0; i < coordinatorKeysCount; i++) coordinatorKeys.push(reader.compactString())
  }
  if (flexible) reader.skipTags()
  return { key, keyType, coordinatorKeys }
}

export const findCoordinatorRequestCodec: MessageCodec<FindCoordinatorRequestInput, FindCoordinatorRequest> = {
  name: 'FindCoordinatorRequest',
  lowestVersion: 0,
  highestVersion: 6,
  lowestFlexibleVersion: 3,
  encode: encodeFindCoordinatorRequest,
  decode: decodeFindCoordinatorRequest
}
