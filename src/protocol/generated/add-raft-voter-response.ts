// Made by scripts/codegen from AddRaftVoterResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AddRaftVoterResponse, versions 0–1. */
export interface AddRaftVoterResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link AddRaftVoterResponse}: a field left out has its default. */
export interface AddRaftVoterResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeAddRaftVoterResponse(writer: Writer, message: AddRaftVoterResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '' } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeAddRaftVoterResponse(reader: Reader, _version: number): AddRaftVoterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage }
}

export const addRaftVoterResponseCodec: MessageCodec<AddRaftVoterResponseInput, AddRaftVoterResponse> = {
  name: 'AddRaftVoterResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeAddRaftVoterResponse,
  decode: decodeAddRaftVoterResponse
}
