// Made by scripts/codegen from VotersRecord in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** VotersRecord, versions 0. */
export interface VotersRecord {
  /** int16 */
  version: number
  /** array of Voter */
  voters: Voter[]
}

/** What encode takes for {@link VotersRecord}: a field left out has its default. */
export interface VotersRecordInput {
  version?: number | undefined
  voters?: readonly VoterInput[] | undefined
}

export function encodeVotersRecord(writer: Writer, message: VotersRecordInput, version: number): void {
  const { version: versionValue = 0, voters = [] } = message
  writer.int16(versionValue)
  writer.compactArrayLength(voters.length)
  for (const element of voters) encodeVoter(writer, element, version)
  writer.int8(0)
}

export function decodeVotersRecord(reader: Reader, version: number): VotersRecord {
  const versionValue = reader.int16()
  const voters: Voter[] = []
  const votersCount = reader.compactArrayLength(27)
  for (let i = 0; i < votersCount; i++) voters.push(decodeVoter(reader, version))
  reader.skipTags()
  return { version: versionValue, voters }
}

/** Part of VotersRecord. */
export interface Voter {
  /** int32 */
  voterId: number
  /** uuid */
  voterDirectoryId: string
  /** array of Endpoint */
  endpoints: Endpoint[]
  /** KRaftVersionFeature */
  kRaftVersionFeature: KRaftVersionFeature
}

/** What encode takes for {@link Voter}: a field left out has its default. */
export interface VoterInput {
  voterId?: number | undefined
  voterDirectoryId?: string | undefined
  endpoints?: readonly EndpointInput[] | undefined
  kRaftVersionFeature?: KRaftVersionFeatureInput | undefined
}

export function encodeVoter(writer: Writer, message: VoterInput, version: number): void {
  const { voterId = 0, voterDirectoryId = zeroUuid, endpoints = [], kRaftVersionFeature = {} } = message
  writer.int32(voterId)
  writer.uuid(voterDirectoryId)
  writer.compactArrayLength(endpoints.length)
  for (const element of endpoints) encodeEndpoint(writer, element, version)
  encodeKRaftVersionFeature(writer, kRaftVersionFeature, version)
  writer.int8(0)
}

export function decodeVoter(reader: Reader, version: number): Voter {
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const endpoints: Endpoint[] = []
  const endpointsCount = reader.compactArrayLength(5)
  for (let i = 0; i < endpointsCount; i++) endpoints.push(decodeEndpoint(reader, version))
  const kRaftVersionFeature = decodeKRaftVersionFeature(reader, version)
  reader.skipTags()
  return { voterId, voterDirectoryId, endpoints, kRaftVersionFeature }
}

/** Part of VotersRecord. */
export interface KRaftVersionFeature {
  /** int16 */
  minSupportedVersion: number
  /** int16 */
  maxSupportedVersion: number
}

/** What encode takes for {@link KRaftVersionFeature}: a field left out has its default. */
export interface KRaftVersionFeatureInput {
  minSupportedVersion?: number | undefined
  maxSupportedVersion?: number | undefined
}

export function encodeKRaftVersionFeature(writer: Writer, message: KRaftVersionFeatureInput, _version: number): void {
  const { minSupportedVersion = 0, maxSupportedVersion = 0 } = message
  writer.int16(minSupportedVersion)
  writer.int16(maxSupportedVersion)
  writer.int8(0)
}

export function decodeKRaftVersionFeature(reader: Reader, _version: number): KRaftVersionFeature {
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  reader.skipTags()
  return { minSupportedVersion, maxSupportedVersion }
}

/** Part of VotersRecord. */
export interface Endpoint {
  /** string */
  name: string
  /** string */
  host: string
  /** uint16 */
  port: number
}

/** What encode takes for {@link Endpoint}: a field left out has its default. */
export interface EndpointInput {
  name?: string | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeEndpoint(writer: Writer, message: EndpointInput, _version: number): void {
  const { name = '', host = '', port = 0 } = message
  writer.compactString(name)
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeEndpoint(reader: Reader, _version: number): Endpoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { name, host, port }
}

export const votersRecordCodec: MessageCodec<VotersRecordInput, VotersRecord> = {
  name: 'VotersRecord',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeVotersRecord,
  decode: decodeVotersRecord
}
