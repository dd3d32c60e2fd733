// Made by scripts/codegen from RenewDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** RenewDelegationTokenRequest, versions 1–2. */
export interface RenewDelegationTokenRequest {
  /** bytes */
  hmac: Buffer
  /** int64 */
  renewPeriodMs: bigint
}

/** What encode takes for {@link RenewDelegationTokenRequest}: a field left out has its default. */
export interface RenewDelegationTokenRequestInput {
  hmac?: Uint8Array | undefined
  renewPeriodMs?: bigint | undefined
}

export function encodeRenewDelegationTokenRequest(writer: Writer, message: RenewDelegationTokenRequestInput, version: number): void {
  const { hmac = emptyBytes, renewPeriodMs = 0n } = message
  const flexible = version >= 2
  if (flexible) writer.compactBytes(hmac)
  else writer.bytes(hmac)
  writer.int64(renewPeriodMs)
  if (flexible) writer.int8(0)
}

export function decodeRenewDelegationTokenRequest(reader: Reader, version: number): RenewDelegationTokenRequest {
  const flexible = version >= 2
  const hmac = flexible ? reader.compactBytes() : reader.bytes()
  const renewPeriodMs = reader.int64()
  if (flexible) reader.skipTags()
  return { hmac, renewPeriodMs }
}

export const renewDelegationTokenRequestCodec: MessageCodec<RenewDelegationTokenRequestInput, RenewDelegationTokenRequest> = {
  name: 'RenewDelegationTokenRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeRenewDelegationTokenRequest,
  decode: decodeRenewDelegationTokenRequest
}
