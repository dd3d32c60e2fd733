// Made by scripts/codegen from CreateDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** CreateDelegationTokenRequest, versions 1–3. */
export interface CreateDelegationTokenRequest {
  /** string; versions 3+; may be null */
  ownerPrincipalType: string | null
  /** string; versions 3+; may be null */
  ownerPrincipalName: string | null
  /** array of CreatableRenewers */
  renewers: CreatableRenewers[]
  /** int64 */
  maxLifetimeMs: bigint
}

/** What encode takes for {@link CreateDelegationTokenRequest}: a field left out has its default. */
export interface CreateDelegationTokenRequestInput {
  ownerPrincipalType?: string | null | undefined
  ownerPrincipalName?: string | null | undefined
  renewers?: readonly CreatableRenewersInput[] | undefined
  maxLifetimeMs?: bigint | undefined
}

export function encodeCreateDelegationTokenRequest(writer: Writer, message: CreateDelegationTokenRequestInput, version: number): void {
  const { ownerPrincipalType = '', ownerPrincipalName = '', renewers = [], maxLifetimeMs = 0n } = message
  const flexible = version >= 2
  if (version >= 3) writer.compactNullableString(ownerPrincipalType)
  if (version < 3 && ownerPrincipalType !== '') notInVersion('CreateDelegationTokenRequest', 'ownerPrincipalType', version)
  if (version >= 3) writer.compactNullableString(ownerPrincipalName)
  if (version < 3 && ownerPrincipalName !== '') notInVersion('CreateDelegationTokenRequest', 'ownerPrincipalName', version)
  if (flexible) writer.compactArrayLength(renewers.length)
  else writer.arrayLength(renewers.length)
  for (const element of renewers) encodeCreatableRenewers(writer, element, version)
  writer.int64(maxLifetimeMs)
  if (flexible) writer.int8(0)
}

export function decodeCreateDelegationTokenRequest(reader: Reader, version: number): CreateDelegationTokenRequest {
  const flexible = version >= 2
  const ownerPrincipalType = version >= 3 ? reader.compactNullableString() : ''
  const ownerPrincipalName = version >= 3 ? reader.compactNullableString() : ''
  const renewers: CreatableRenewers[] = []
  const renewersCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(4)
  for (let i = 0; i < renewersCount; i++) renewers.push(decodeCreatableRenewers(reader, version))
  const maxLifetimeMs = reader.int64()
  if (flexible) reader.skipTags()
  return { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs }
}

/** Part of CreateDelegationTokenRequest. */
export interface CreatableRenewers {
  /** string */
  principalType: string
  /** string */
  principalName: string
}

/** What encode takes for {@link CreatableRenewers}: a field left out has its default. */
export interface CreatableRenewersInput {
  principalType?: string | undefined
  principalName?: string | undefined
}

export function encodeCreatableRenewers(writer: Writer, message: CreatableRenewersInput, version: number): void {
  const { principalType = '', principalName = '' } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(principalType)
  else writer.string(principalType)
  if (flexible) writer.compactString(principalName)
  else writer.string(principalName)
  if (flexible) writer.int8(0)
}

export function decodeCreatableRenewers(reader: Reader, version: number): CreatableRenewers {
  const flexible = version >= 2
  const principalType = flexible ? reader.compactString() : reader.string()
  const principalName = flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { principalType, principalName }
}

export const createDelegationTokenRequestCodec: MessageCodec<CreateDelegationTokenRequestInput, CreateDelegationTokenRequest> = {
  name: 'CreateDelegationTokenRequest',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeCreateDelegationTokenRequest,
  decode: decodeCreateDelegationTokenRequest
}
