// Made by scripts/codegen from RemoveRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** RemoveRaftVoterRequest, versions 0. */
export interface RemoveRaftVoterRequest {
  /** string; may be null */
  clusterId: string | null
  /** int32 */
  voterId: number
  /** uuid */
  voterDirectoryId: string
}

/** What encode takes for {@link RemoveRaftVoterRequest}: a field left out has its default. */
export interface RemoveRaftVoterRequestInput {
  clusterId?: string | null | undefined
  voterId?: number | undefined
  voterDirectoryId?: string | undefined
}

export function encodeRemoveRaftVoterRequest(writer: Writer, message: RemoveRaftVoterRequestInput, _version: number): void {
  const { clusterId = '', voterId = 0, voterDirectoryId = zeroUuid } = message
  writer.compactNullableString(clusterId)
  writer.int32(voterId)
  writer.uuid(voterDirectoryId)
  writer.int8(0)
}

export function decodeRemoveRaftVoterRequest(reader: Reader, _version: number): RemoveRaftVoterRequest {
  const clusterId = reader.compactNullableString()
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  reader.skipTags()
  return { clusterId, voterId, voterDirectoryId }
}

export const removeRaftVoterRequestCodec: MessageCodec<RemoveRaftVoterRequestInput, RemoveRaftVoterRequest> = {
  name: 'RemoveRaftVoterRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeRemoveRaftVoterRequest,
  decode: decodeRemoveRaftVoterRequest
}
