// Made by scripts/codegen from DescribeDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeDelegationTokenRequest, versions 1–3. */
export interface DescribeDelegationTokenRequest {
  /** array of DescribeDelegationTokenOwner; may be null */
  owners: DescribeDelegationTokenOwner[] | null
}

/** What encode takes for {@link DescribeDelegationTokenRequest}: a field left out has its default. */
export interface DescribeDelegationTokenRequestInput {
  owners?: readonly DescribeDelegationTokenOwnerInput[] | null | undefined
}

export function encodeDescribeDelegationTokenRequest(writer: Writer, message: DescribeDelegationTokenRequestInput, version: number): void {
  const { owners = [] } = message
  const flexible = version >= 2
  if (owners === null) {
    if (flexible) writer.compactArrayLength(-1)
    else writer.arrayLength(-1)
  } else {
    if (flexible) writer.compactArrayLength(owners.length)
    else writer.arrayLength(owners.length)
    for (const element of owners) encodeDescribeDelegationTokenOwner(writer, element, version)
  }
  if (flexible) writer.int8(0)
}

export function decodeDescribeDelegationTokenRequest(reader: Reader, version: number): DescribeDelegationTokenRequest {
  const flexible = version >= 2
  let owners: DescribeDelegationTokenOwner[] | null = []
  const ownersCount = flexible ? reader.compactNullableArrayLength(3) : reader.nullableArrayLength(4)
  if (ownersCount < 0) owners = null
  else for (let i = 0; i < ownersCount; i++) owners.push(decodeDescribeDelegationTokenOwner(reader, version))
  if (flexible) reader.skipTags()
  return { owners }
}

/** Part of DescribeDelegationTokenRequest. */
export interface DescribeDelegationTokenOwner {
  /** string */
  principalType: string
  /** string */
  principalName: string
}

/** What encode takes for {@link DescribeDelegationTokenOwner}: a field left out has its default. */
export interface DescribeDelegationTokenOwnerInput {
  principalType?: string | undefined
  principalName?: string | undefined
}

export function encodeDescribeDelegationTokenOwner(writer: Writer, message: DescribeDelegationTokenOwnerInput, version: number): void {
  const { principalType = '', principalName = '' } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(principalType)
  else writer.string(principalType)
  if (flexible) writer.compactString(principalName)
  else writer.string(principalName)
  if (flexible) writer.int8(0)
}

export function decodeDescribeDelegationTokenOwner(reader: Reader, version: number): DescribeDelegationTokenOwner {
  const flexible = version >= 2
  const principalType = flexible ? reader.compactString() : reader.string()
  const principalName = flexible ? reader.compactString() : reader.string()
  if (flexible) reader.skipTags()
  return { principalType, principalName }
}

export const describeDelegationTokenRequestCodec: MessageCodec<DescribeDelegationTokenRequestInput, DescribeDelegationTokenRequest> = {
  name: 'DescribeDelegationTokenRequest',
  lowestVersion: 1,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeDescribeDelegationTokenRequest,
  decode: decodeDescribeDelegationTokenRequest
}
