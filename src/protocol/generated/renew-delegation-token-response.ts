// Made by scripts/codegen from RenewDelegationTokenResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** RenewDelegationTokenResponse, versions 1–2. */
export interface RenewDelegationTokenResponse {
  /** int16 */
  errorCode: number
  /** int64 */
  expiryTimestampMs: bigint
  /** int32 */
  throttleTimeMs: number
}

/** What encode takes for {@link RenewDelegationTokenResponse}: a field left out has its default. */
export interface RenewDelegationTokenResponseInput {
  errorCode?: number | undefined
  expiryTimestampMs?: bigint | undefined
  throttleTimeMs?: number | undefined
}

export function encodeRenewDelegationTokenResponse(writer: Writer, message: RenewDelegationTokenResponseInput, version: number): void {
  const { errorCode = 0, expiryTimestampMs = 0n, throttleTimeMs = 0 } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  writer.int64(expiryTimestampMs)
  writer.int32(throttleTimeMs)
  if (flexible) writer.int8(0)
}

export function decodeRenewDelegationTokenResponse(reader: Reader, version: number): RenewDelegationTokenResponse {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const expiryTimestampMs = reader.int64()
  const throttleTimeMs = reader.int32()
  if (flexible) reader.skipTags()
  return { errorCode, expiryTimestampMs, throttleTimeMs }
}

export const renewDelegationTokenResponseCodec: MessageCodec<RenewDelegationTokenResponseInput, RenewDelegationTokenResponse> = {
  name: 'RenewDelegationTokenResponse',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeRenewDelegationTokenResponse,
  decode: decodeRenewDelegationTokenResponse
}
