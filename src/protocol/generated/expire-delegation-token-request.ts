// Made by scripts/codegen from ExpireDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** ExpireDelegationTokenRequest, versions 1–2. */
export interface ExpireDelegationTokenRequest {
  /** bytes */
  hmac: Buffer
  /** int64 */
  expiryTimePeriodMs: bigint
}

/** What encode takes for {@link ExpireDelegationTokenRequest}: a field left out has its default. */
export interface ExpireDelegationTokenRequestInput {
  hmac?: Uint8Array | undefined
  expiryTimePeriodMs?: bigint | undefined
}

export function encodeExpireDelegationTokenRequest(writer: Writer, message: ExpireDelegationTokenRequestInput, version: number): void {
  const { hmac = emptyBytes, expiryTimePeriodMs = 0n } = message
  const flexible = version >= 2
  if (flexible) writer.compactBytes(hmac)
  else writer.bytes(hmac)
  writer.int64(expiryTimePeriodMs)
  if (flexible) writer.int8(0)
}

export function decodeExpireDelegationTokenRequest(reader: Reader, version: number): ExpireDelegationTokenRequest {
  const flexible = version >= 2
  const hmac = flexible ? reader.compactBytes() : reader.bytes()
  const expiryTimePeriodMs = reader.int64()
  if (flexible) reader.skipTags()
  return { hmac, expiryTimePeriodMs }
}

export const expireDelegationTokenRequestCodec: MessageCodec<ExpireDelegationTokenRequestInput, ExpireDelegationTokenRequest> = {
  name: 'ExpireDelegationTokenRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeExpireDelegationTokenRequest,
  decode: decodeExpireDelegationTokenRequest
}
