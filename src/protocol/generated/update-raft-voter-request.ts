// Made by scripts/codegen from UpdateRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** UpdateRaftVoterRequest, versions 0. */
export interface UpdateRaftVoterRequest {
  /** string; may be null */
  clusterId: string | null
  /** int32 */
  currentLeaderEpoch: number
  /** int32 */
  voterId: number
  /** uuid */
  voterDirectoryId: string
  /** array of Listener */
  listeners: Listener[]
  /** KRaftVersionFeature */
  kRaftVersionFeature: KRaftVersionFeature
}

/** What encode takes for {@link UpdateRaftVoterRequest}: a field left out has its default. */
export interface UpdateRaftVoterRequestInput {
  clusterId?: string | null | undefined
  currentLeaderEpoch?: number | undefined
  voterId?: number | undefined
  voterDirectoryId?: string | undefined
  listeners?: readonly ListenerInput[] | undefined
  kRaftVersionFeature?: KRaftVersionFeatureInput | undefined
}

export function encodeUpdateRaftVoterRequest(writer: Writer, message: UpdateRaftVoterRequestInput, version: number): void {
  const {
    clusterId = '',
    currentLeaderEpoch = 0,
    voterId = 0,
    voterDirectoryId = zeroUuid,
    listeners = [],
    kRaftVersionFeature = {}
  } = message
  writer.compactNullableString(clusterId)
  writer.int32(currentLeaderEpoch)
  writer.int32(voterId)
  writer.uuid(voterDirectoryId)
  writer.compactArrayLength(listeners.length)
  for (const element of listeners) encodeListener(writer, element, version)
  encodeKRaftVersionFeature(writer, kRaftVersionFeature, version)
  writer.int8(0)
}

export function decodeUpdateRaftVoterRequest(reader: Reader, version: number): UpdateRaftVoterRequest {
  const clusterId = reader.compactNullableString()
  const currentLeaderEpoch = reader.int32()
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const listeners: Listener[] = []
  const listenersCount = reader.compactArrayLength(5)
  for (let i = 0; i < listenersCount; i++) listeners.push(decodeListener(reader, version))
  const kRaftVersionFeature = decodeKRaftVersionFeature(reader, version)
  reader.skipTags()
  return { clusterId, currentLeaderEpoch, voterId, voterDirectoryId, listeners, kRaftVersionFeature }
}

/** Part of UpdateRaftVoterRequest. */
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

/** Part of UpdateRaftVoterRequest. */
export interface Listener {
  /** string */
  name: string
  /** string */
  host: string
  /** uint16 */
  port: number
}

/** What encode takes for {@link Listener}: a field left out has its default. */
export interface ListenerInput {
  name?: string | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeListener(writer: Writer, message: ListenerInput, _version: number): void {
  const { name = '', host = '', port = 0 } = message
  writer.compactString(name)
  writer.compactString(host)
  writer.uint16(port)
  writer.int8(0)
}

export function decodeListener(reader: Reader, _version: number): Listener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  reader.skipTags()
  return { name, host, port }
}

export const updateRaftVoterRequestCodec: MessageCodec<UpdateRaftVoterRequestInput, UpdateRaftVoterRequest> = {
  name: 'UpdateRaftVoterRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeUpdateRaftVoterRequest,
  decode: decodeUpdateRaftVoterRequest
}
