// Made by scripts/codegen from DescribeDelegationTokenResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeDelegationTokenResponse, versions 1–3. */
export interface DescribeDelegationTokenResponse {
  /** int16 */
  errorCode: number
  /** array of DescribedDelegationToken */
  tokens: DescribedDelegationToken[]
  /** int32 */
  throttleTimeMs: number
}

/** What encode takes for {@link DescribeDelegationTokenResponse}: a field left out has its default. */
export interface DescribeDelegationTokenResponseInput {
  errorCode?: number | undefined
  tokens?: readonly DescribedDelegationTokenInput[] | undefined
  throttleTimeMs?: number | undefined
}

export function encodeDescribeDelegationTokenResponse(
  writer: Writer,
  message: DescribeDelegationTokenResponseInput,
  version: number
): void {
  const { errorCode = 0, tokens = [], throttleTimeMs = 0 } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactArrayLength(tokens.length)
  else writer.arrayLength(tokens.length)
  for (const element of tokens) encodeDescribedDelegationToken(writer, element, version)
  writer.int32(throttleTimeMs)
  if (flexible) writer.int8(0)
}

export function decodeDescribeDelegationTokenResponse(reader: Reader, version: number): DescribeDelegationTokenResponse {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const tokens: DescribedDelegationToken[] = []
  const tokensCount = flexible ? reader.compactArrayLength(30) : reader.arrayLength(38)
  for (let i = 0; i < tokensCount; i++) tokens.push(decodeDescribedDelegationToken(reader, version))
  const throttleTimeMs = reader.int32()
  if (flexible) reader.skipTags()
  return { errorCode, tokens, throttleTimeMs }
}

/** Part of DescribeDelegationTokenResponse. */
export interface DescribedDelegationToken {
  /** string */
  principalType: string
  /** string */
  principalName: string
  /** string; versions 3+ */
  tokenRequesterPrincipalType: string
  /** string; versions 3+ */
  tokenRequesterPrincipalName: string
  /** int64 */
  issueTimestamp: bigint
  /** int64 */
  expiryTimestamp: bigint
  /** int64 */
  maxTimestamp: bigint
  /** string */
  tokenId: string
  /** bytes */
  hmac: Buffer
  /** array of DescribedDelegationTokenRenewer */
  renewers: DescribedDelegationTokenRenewer[]
}

/** What encode takes for {@link DescribedDelegationToken}: a field left out has its default. */
export interface DescribedDelegationTokenInput {
  principalType?: string | undefined
  principalName?: string | undefined
  tokenRequesterPrincipalType?: string | undefined
  tokenRequesterPrincipalName?: string | undefined
  issueTimestamp?: bigint | undefined
  expiryTimestamp?: bigint | undefined
  maxTimestamp?: bigint | undefined
  tokenId?: string | undefined
  hmac?: Uint8Array | undefined
  renewers?: readonly DescribedDelegationTokenRenewerInput[] | undefined
}

export function encodeDescribedDelegationToken(writer: Writer, message: DescribedDelegationTokenInput, version: number): void {
  const {
    principalType = '',
    principalName = '',
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestamp = 0n,
    expiryTimestamp = 0n,
    maxTimestamp = 0n,
    tokenId = '',
    hmac = emptyBytes,
    renewers = []
  } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(principalType)
  else writer.string(principalType)
  if (flexible) writer.compactString(principalName)
  else writer.string(principalName)
  if (version >= 3) writer.compactString(tokenRequesterPrincipalType)
  if (version < 3 && tokenRequesterPrincipalType !== '') notInVersion('DescribeDelegationTokenResponse', 'DescribedDelegationToken.tokenRequesterPrincipalType', version)
  if (version >= 3) writer.compactString(tokenRequesterPrincipalName)
  if (version < 3 && tokenRequesterPrincipalName !== '') notInVersion('DescribeDelegationTokenResponse', 'DescribedDelegationToken.tokenRequesterPrincipalName', version)
  writer.int64(issueTimestamp)
  writer.int64(expiryTimestamp)
  writer.int64(maxTimestamp)
  if (flexible) writer.compactString(tokenId)
  else writer.string(tokenId)
  if (flexible) writer.compactBytes(hmac)
  else writer.bytes(hmac)
  if (flexible) writer.compactArrayLength(renewers.length)
  else writer.arrayLength(renewers.length)
  for (const element of renewers) encodeDescribedDelegationTokenRenewer(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeDescribedDelegationToken(reader: Reader, version: number): DescribedDelegationToken {
  const flexible = version >= 2
  const principalType = flexible ? reader.compactString() : reader.string()
  const principalName = flexible ? reader.compactString() : reader.string()
  const tokenRequesterPrincipalType = version >= 3 ? reader.compactString() : ''
  const tokenRequesterPrincipalName = version >= 3 ? reader.compactString() : ''
  const issueTimestamp = reader.int64()
  const expiryTimestamp = reader.int64()
  const maxTimestamp = reader.int64()
  const tokenId = flexible ? reader.compactString() : reader.string()
  const hmac = flexible ? reader.compactBytes() : reader.bytes()
  const renewers: DescribedDelegationTokenRenewer[] = []
  const renewersCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < renewersCount; i++) renewers.push(decodeDescribedDelegationTokenRenewer(reader, version))
  if (flexible) reader.skipTags()
  return {
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers
  }
}

/** Part of DescribeDelegationTokenResponse. */
export interface DescribedDelegationTokenRenewer {
  /** string */
  principalType: string
  /** string */
  principalName: string
}

/** What encode takes for {@link DescribedDelegationTokenRenewer}: a field left out has its default. */
export interface DescribedDelegationTokenRenewerInput {
  principalType?: string | undefined
  principalName?: string | undefined
}

export function encodeDescribedDelegationTokenRenewer(
  writer: Writer,
  message: DescribedDelegationTokenRenewerInput,
  version: number
): void {
  const { principalType = '', principalName = '' } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(principalType)
  else writer.string(principalType)
  if (flexible) writer.compactString(principalName)
  else writer.string(principalName)
  if (flexible) writer.int8(0)
}

export function decodeDescribedDelegationTokenRenewer(reader: Reader, version: number): DescribedDelegationTokenRenewer {
  const flexible = version >= 2
  const principalType = flexible ? reader.compactString() : reader.string()
  const principalName = flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { principalType, principalName }
}

export const describeDelegationTokenResponseCodec: MessageCodec<DescribeDelegationTokenResponseInput, DescribeDelegationTokenResponse> = {
  name: 'DescribeDelegationTokenResponse',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeDescribeDelegationTokenResponse,
  decode: decodeDescribeDelegationTokenResponse
}
