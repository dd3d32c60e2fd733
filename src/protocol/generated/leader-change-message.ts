// Made by scripts/codegen from LeaderChangeMessage in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** LeaderChangeMessage, versions 0–1. */
export interface LeaderChangeMessage {
  /** int16 */
  version: number
  /** int32 */
  leaderId: number
  /** array of Voter */
  voters: Voter[]
  /** array of Voter */
  grantingVoters: Voter[]
}

/** What encode takes for {@link LeaderChangeMessage}: a field left out has its default. */
export interface LeaderChangeMessageInput {
  version?: number | undefined
  leaderId?: number | undefined
  voters?: readonly VoterInput[] | undefined
  grantingVoters?: readonly VoterInput[] | undefined
}

export function encodeLeaderChangeMessage(writer: Writer, message: LeaderChangeMessageInput, version: number): void {
  const { version: versionValue = 0, leaderId = 0, voters = [], grantingVoters = [] } = message
  writer.int16(versionValue)
  writer.int32(leaderId)
  writer.compactArrayLength(voters.length)
  for (const element of voters) encodeVoter(writer, element, version)
  writer.compactArrayLength(grantingVoters.length)
  for (const element of grantingVoters) encodeVoter(writer, element, version)
  writer.int8(0)
}

export function decodeLeaderChangeMessage(reader: Reader, version: number): LeaderChangeMessage {
  const versionValue = reader.int16()
  const leaderId = reader.int32()
  const voters: Voter[] = []
  const votersCount = reader.compactArrayLength(5)
  for (let i = 0; i < votersCount; i++) voters.push(decodeVoter(reader, version))
  const grantingVoters: Voter[] = []
  const grantingVotersCount = reader.compactArrayLength(5)
  for (let i = 0; i < grantingVotersCount; i++) grantingVoters.push(decodeVoter(reader, version))
  reader.skipTags()
  return { version: versionValue, leaderId, voters, grantingVoters }
}

/** Part of LeaderChangeMessage. */
export interface Voter {
  /** int32 */
  voterId: number
  /** uuid; versions 1+ */
  voterDirectoryId: string
}

/** What encode takes for {@link Voter}: a field left out has its default. */
export interface VoterInput {
  voterId?: number | undefined
  voterDirectoryId?: string | undefined
}

export function encodeVoter(writer: Writer, message: VoterInput, version: number): void {
  const { voterId = 0, voterDirectoryId = zeroUuid } = message
  writer.int32(voterId)
  if (version >= 1) writer.uuid(voterDirectoryId)
  if (version < 1 && voterDirectoryId !== zeroUuid) notInVersion('LeaderChangeMessage', 'Voter.voterDirectoryId', version)
  writer.int8(0)
}

export function decodeVoter(reader: Reader, version: number): Voter {
  const voterId = reader.int32()
  const voterDirectoryId = version >= 1 ? reader.uuid() : zeroUuid
  reader.skipTags()
  return { voterId, voterDirectoryId }
}

export const leaderChangeMessageCodec: MessageCodec<LeaderChangeMessageInput, LeaderChangeMessage> = {
  name: 'LeaderChangeMessage',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 0,
  encode: encodeLeaderChangeMessage,
  decode: decodeLeaderChangeMessage
}
