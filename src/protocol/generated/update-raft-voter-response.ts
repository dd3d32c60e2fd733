// Made by scripts/codegen from UpdateRaftVoterResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** UpdateRaftVoterResponse, versions 0. */
export interface UpdateRaftVoterResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** CurrentLeader; tag 0 */
  currentLeader: CurrentLeader
}

/** What encode takes for {@link UpdateRaftVoterResponse}: a field left out has its default. */
export interface UpdateRaftVoterResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  currentLeader?: CurrentLeaderInput | undefined
}

export function encodeUpdateRaftVoterResponse(writer: Writer, message: UpdateRaftVoterResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, currentLeader = {} } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  const hasCurrentLeader = !isDefaultCurrentLeader(currentLeader)
  writer.unsignedVarint(hasCurrentLeader ? 1 : 0)
  if (hasCurrentLeader) {
    const mark = writer.beginTag(0)
    encodeCurrentLeader(writer, currentLeader, version)
    writer.endTag(mark)
  }
}

export function decodeUpdateRaftVoterResponse(reader: Reader, version: number): UpdateRaftVoterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  let currentLeader: CurrentLeader = defaultCurrentLeader()
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        currentLeader = decodeCurrentLeader(reader, version)
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { throttleTimeMs, errorCode, currentLeader }
}

/** Part of UpdateRaftVoterResponse. */
export interface CurrentLeader {
  /** int32; default -1 */
  leaderId: number
  /** int32; default -1 */
  leaderEpoch: number
  /** string */
  host: string
  /** int32 */
  port: number
}

/** What encode takes for {@link CurrentLeader}: a field left out has its default. */
export interface CurrentLeaderInput {
  leaderId?: number | undefined
  leaderEpoch?: number | undefined
  host?: string | undefined
  port?: number | undefined
}

export function encodeCurrentLeader(writer: Writer, message: CurrentLeaderInput, _version: number): void {
  const { leaderId = -1, leaderEpoch = -1, host = '', port = 0 } = message
  writer.int32(leaderId)
  writer.int32(leaderEpoch)
  writer.compactString(host)
  writer.int32(port)
  writer.int8(0)
}

export function decodeCurrentLeader(reader: Reader, _version: number): CurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  reader.skipTags()
  return { leaderId, leaderEpoch, host, port }
}

function defaultCurrentLeader(): CurrentLeader {
  return { leaderId: -1, leaderEpoch: -1, host: '', port: 0 }
}

function isDefaultCurrentLeader(message: CurrentLeaderInput): boolean {
  const { leaderId = -1, leaderEpoch = -1, host = '', port = 0 } = message
  return leaderId === -1 && leaderEpoch === -1 && host === '' && port === 0
}

export const updateRaftVoterResponseCodec: MessageCodec<UpdateRaftVoterResponseInput, UpdateRaftVoterResponse> = {
  name: 'UpdateRaftVoterResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeUpdateRaftVoterResponse,
  decode: decodeUpdateRaftVoterResponse
}
