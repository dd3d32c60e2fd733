// Made by scripts/codegen from AlterUserScramCredentialsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterUserScramCredentialsRequest, versions 0. */
export interface AlterUserScramCredentialsRequest {
  /** array of ScramCredentialDeletion */
  deletions: ScramCredentialDeletion[]
  /** array of ScramCredentialUpsertion */
  upsertions: ScramCredentialUpsertion[]
}

/** What encode takes for {@link AlterUserScramCredentialsRequest}: a field left out has its default. */
export interface AlterUserScramCredentialsRequestInput {
  deletions?: readonly ScramCredentialDeletionInput[] | undefined
  upsertions?: readonly ScramCredentialUpsertionInput[] | undefined
}

export function encodeAlterUserScramCredentialsRequest(
  writer: Writer,
  message: AlterUserScramCredentialsRequestInput,
  version: number
): void {
  const { deletions = [], upsertions = [] } = message
  writer.compactArrayLength(deletions.length)
  for (const element of deletions) encodeScramCredentialDeletion(writer, element, version)
  writer.compactArrayLength(upsertions.length)
  for (const element of upsertions) encodeScramCredentialUpsertion(writer, element, version)
  writer.int8(0)
}

export function decodeAlterUserScramCredentialsRequest(reader: Reader, version: number): AlterUserScramCredentialsRequest {
  const deletions: ScramCredentialDeletion[] = []
  const deletionsCount = reader.compactArrayLength(3)
  for (let i = 0; i < deletionsCount; i++) deletions.push(decodeScramCredentialDeletion(reader, version))
  const upsertions: ScramCredentialUpsertion[] = []
  const upsertionsCount = reader.compactArrayLength(9)
  for (let i = 0; i < upsertionsCount; i++) upsertions.push(decodeScramCredentialUpsertion(reader, version))
  reader.skipTags()
  return { deletions, upsertions }
}

/** Part of AlterUserScramCredentialsRequest. */
export interface ScramCredentialUpsertion {
  /** string */
  name: string
  /** int8 */
  mechanism: number
  /** int32 */
  iterations: number
  /** bytes */
  salt: Buffer
  /** bytes */
  saltedPassword: Buffer
}

/** What encode takes for {@link ScramCredentialUpsertion}: a field left out has its default. */
export interface ScramCredentialUpsertionInput {
  name?: string | undefined
  mechanism?: number | undefined
  iterations?: number | undefined
  salt?: Uint8Array | undefined
  saltedPassword?: Uint8Array | undefined
}

export function encodeScramCredentialUpsertion(writer: Writer, message: ScramCredentialUpsertionInput, _version: number): void {
  const { name = '', mechanism = 0, iterations = 0, salt = emptyBytes, saltedPassword = emptyBytes } = message
  writer.compactString(name)
  writer.int8(mechanism)
  writer.int32(iterations)
  writer.compactBytes(salt)
  writer.compactBytes(saltedPassword)
  writer.int8(0)
}

export function decodeScramCredentialUpsertion(reader: Reader, _version: number): ScramCredentialUpsertion {
  const name = reader.compactString()
  const mechanism = reader.int8()
  const iterations = reader.int32()
  const salt = reader.compactBytes()
  const saltedPassword = reader.compactBytes()
  reader.skipTags()
  return { name, mechanism, iterations, salt, saltedPassword }
}

/** Part of AlterUserScramCredentialsRequest. */
export interface ScramCredentialDeletion {
  /** string */
  name: string
  /** int8 */
  mechanism: number
}

/** What encode takes for {@link ScramCredentialDeletion}: a field left out has its default. */
export interface ScramCredentialDeletionInput {
  name?: string | undefined
  mechanism?: number | undefined
}

export function encodeScramCredentialDeletion(writer: Writer, message: ScramCredentialDeletionInput, _version: number): void {
  const { name = '', mechanism = 0 } = message
  writer.compactString(name)
  writer.int8(mechanism)
  writer.int8(0)
}

export function decodeScramCredentialDeletion(reader: Reader, _version: number): ScramCredentialDeletion {
  const name = reader.compactString()
  const mechanism = reader.int8()
  reader.skipTags()
  return { name, mechanism }
}

export const alterUserScramCredentialsRequestCodec: MessageCodec<AlterUserScramCredentialsRequestInput, AlterUserScramCredentialsRequest> = {
  name: 'AlterUserScramCredentialsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAlterUserScramCredentialsRequest,
  decode: decodeAlterUserScramCredentialsRequest
}
