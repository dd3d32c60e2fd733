// Made by scripts/codegen from CreateDelegationTokenResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** CreateDelegationTokenResponse, versions 1–3. */
export interface CreateDelegationTokenResponse {
  /** int16 */
  errorCode: number
  /** string */
  principalType: string
  /** string */
  principalName: string
  /** string; versions 3+ */
  tokenRequesterPrincipalType: string
  /** string; versions 3+ */
  tokenRequesterPrincipalName: string
  /** int64 */
  issueTimestampMs: bigint
  /** int64 */
  expiryTimestampMs: bigint
  /** int64 */
  maxTimestampMs: bigint
  /** string */
  tokenId: string
  /** bytes */
  hmac: Buffer
  /** int32 */
  throttleTimeMs: number
}

/** What encode takes for {@link CreateDelegationTokenResponse}: a field left out has its default. */
export interface CreateDelegationTokenResponseInput {
  errorCode?: number | undefined
  principalType?: string | undefined
  principalName?: string | undefined
  tokenRequesterPrincipalType?: string | undefined
  tokenRequesterPrincipalName?: string | undefined
  issueTimestampMs?: bigint | undefined
  expiryTimestampMs?: bigint | undefined
  maxTimestampMs?: bigint | undefined
  tokenId?: string | undefined
  hmac?: Uint8Array | undefined
  throttleTimeMs?: number | undefined
}

export function encodeCreateDelegationTokenResponse(writer: Writer, message: CreateDelegationTokenResponseInput, version: number): void {
  const {
    errorCode = 0,
    principalType = '',
    principalName = '',
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestampMs = 0n,
    expiryTimestampMs = 0n,
    maxTimestampMs = 0n,
    tokenId = '',
    hmac = emptyBytes,
    throttleTimeMs = 0
  } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactString(principalType)
  else writer.string(principalType)
  if (flexible) writer.compactString(principalName)
  else writer.string(principalName)
  if (version >= 3) writer.compactString(tokenRequesterPrincipalType)
  if (version < 3 && tokenRequesterPrincipalType !== '') notInVersion('CreateDelegationTokenResponse', 'tokenRequesterPrincipalType', version)
  if (version >= 3) writer.compactString(tokenRequesterPrincipalName)
  if (version < 3 && tokenRequesterPrincipalName !== '') notInVersion('CreateDelegationTokenResponse', 'tokenRequesterPrincipalName', version)
  writer.int64(issueTimestampMs)
  writer.int64(expiryTimestampMs)
  writer.int64(maxTimestampMs)
  if (flexible) writer.compactString(tokenId)
  else writer.string(tokenId)
  if (flexible) writer.compactBytes(hmac)
  else writer.bytes(hmac)
  writer.int32(throttleTimeMs)
  if (flexible) writer.int8(0)
}

export function decodeCreateDelegationTokenResponse(reader: Reader, version: number): CreateDelegationTokenResponse {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const principalType = flexible ? reader.compactString() : reader.string()
  const principalName = flexible ? reader.compactString() : reader.string()
  const tokenRequesterPrincipalType = version >= 3 ? reader.compactString() : ''
  const tokenRequesterPrincipalName = version >= 3 ? reader.compactString() : ''
  const issueTimestampMs = reader.int64()
  const expiryTimestampMs = reader.int64()
  const maxTimestampMs = reader.int64()
  const tokenId = flexible ? reader.compactString() : reader.string()
  const hmac = flexible ? reader.compactBytes() : reader.bytes()
  const throttleTimeMs = reader.int32()
  if (flexible) reader.skipTags()
  return {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs
  }
}

export const createDelegationTokenResponseCodec: MessageCodec<CreateDelegationTokenResponseInput, CreateDelegationTokenResponse> = {
  name: 'CreateDelegationTokenResponse',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreateDelegationTokenResponse,
  decode: decodeCreateDelegationTokenResponse
}
