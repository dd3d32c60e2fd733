// Made by scripts/codegen from AddRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AddRaftVoterRequest, versions 0–1. */
export interface AddRaftVoterRequest {
  /** string; may be null */
  clusterId: string | null
  /** int32 */
  timeoutMs: number
  /** int32 */
  voterId: number
  /** uuid */
  voterDirectoryId: string
  /** array of Listener */
  listeners: Listener[]
  /** bool; versions 1+; default true */
  ackWhenCommitted: boolean
}

/** What encode takes for {@link AddRaftVoterRequest}: a field left out has its default. */
export interface AddRaftVoterRequestInput {
  clusterId?: string | null | undefined
  timeoutMs?: number | undefined
  voterId?: number | undefined
  voterDirectoryId?: string | undefined
  listeners?: readonly ListenerInput[] | undefined
  ackWhenCommitted?: boolean | undefined
}

export function encodeAddRaftVoterRequest(writer: Writer, message: AddRaftVoterRequestInput, version: number): void {
  const { clusterId = '', timeoutMs = 0, voterId = 0, voterDirectoryId = zeroUuid, listeners = [], ackWhenCommitted = true } = message
  writer.compactNullableString(clusterId)
  writer.int32(timeoutMs)
  writer.int32(voterId)
  writer.uuid(voterDirectoryId)
  writer.compactArrayLength(listeners.length)
  for (const element of listeners) encodeListener(writer, element, version)
  if (version >= 1) writer.bool(ackWhenCommitted)
  if (version < 1 && !ackWhenCommitted) notInVersion('AddRaftVoterRequest', 'ackWhenCommitted', version)
  writer.int8(0)
}

export function decodeAddRaftVoterRequest(reader: Reader, version: number): AddRaftVoterRequest {
  const clusterId = reader.compactNullableString()
  const timeoutMs = reader.int32()
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const listeners: Listener[] = []
  const listenersCount = reader.compactArrayLength(5)
  for (let i = 0; i < listenersCount; i++) listeners.push(decodeListener(reader, version))
  const ackWhenCommitted = version >= 1 ? reader.bool() : true
  reader.skipTags()
  return { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted }
}

/** Part of AddRaftVoterRequest. */
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

export const addRaftVoterRequestCodec: MessageCodec<AddRaftVoterRequestInput, AddRaftVoterRequest> = {
  name: 'AddRaftVoterRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeAddRaftVoterRequest,
  decode: decodeAddRaftVoterRequest
}
