// Made by scripts/codegen from RemoveRaftVoterResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** RemoveRaftVoterResponse, versions 0. */
export interface RemoveRaftVoterResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link RemoveRaftVoterResponse}: a field left out has its default. */
export interface RemoveRaftVoterResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeRemoveRaftVoterResponse(writer: Writer, message: RemoveRaftVoterResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '' } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeRemoveRaftVoterResponse(reader: Reader, _version: number): RemoveRaftVoterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage }
}

export const removeRaftVoterResponseCodec: MessageCodec<RemoveRaftVoterResponseInput, RemoveRaftVoterResponse> = {
  name: 'RemoveRaftVoterResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeRemoveRaftVoterResponse,
  decode: decodeRemoveRaftVoterResponse
}
