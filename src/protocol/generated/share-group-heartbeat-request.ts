// Made by scripts/codegen from ShareGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ShareGroupHeartbeatRequest, versions 1. */
export interface ShareGroupHeartbeatRequest {
  /** string */
  groupId: string
  /** string */
  memberId: string
  /** int32 */
  memberEpoch: number
  /** string; may be null; default null */
  rackId: string | null
  /** array of string; may be null; default null */
  subscribedTopicNames: string[] | null
}

/** What encode takes for {@link ShareGroupHeartbeatRequest}: a field left out has its default. */
export interface ShareGroupHeartbeatRequestInput {
  groupId?: string | undefined
  memberId?: string | undefined
  memberEpoch?: number | undefined
  rackId?: string | null | undefined
  subscribedTopicNames?: readonly string[] | null | undefined
}

export function encodeShareGroupHeartbeatRequest(writer: Writer, message: ShareGroupHeartbeatRequestInput, _version: number): void {
  const { groupId = '', memberId = '', memberEpoch = 0, rackId = null, subscribedTopicNames = null } = message
  writer.compactString(groupId)
  writer.compactString(memberId)
  writer.int32(memberEpoch)
  writer.compactNullableString(rackId)
  if (subscribedTopicNames === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(subscribedTopicNames.length)
    for (const element of subscribedTopicNames) writer.compactString(element)
  }
  writer.int8(0)
}

export function decodeShareGroupHeartbeatRequest(reader: Reader, _version: number): ShareGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const rackId = reader.compactNullableString()
  let subscribedTopicNames: string[] | null = []
  const subscribedTopicNamesCount = reader.compactNullableArrayLength(1)
  if (subscribedTopicNamesCount < 0) subscribedTopicNames = null
  else for (let i = 0; i < subscribedTopicNamesCount; i++) subscribedTopicNames.push(reader.compactString())
  reader.skipTags()
  return { groupId, memberId, memberEpoch, rackId, subscribedTopicNames }
}

export const shareGroupHeartbeatRequestCodec: MessageCodec<ShareGroupHeartbeatRequestInput, ShareGroupHeartbeatRequest> = {
  name: 'ShareGroupHeartbeatRequest',
  lowestVersion: 1,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeShareGroupHeartbeatRequest,
  decode: decodeShareGroupHeartbeatRequest
}
