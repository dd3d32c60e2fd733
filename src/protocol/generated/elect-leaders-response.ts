// Made by scripts/codegen from ElectLeadersResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ElectLeadersResponse, versions 0–2. */
export interface ElectLeadersResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16; versions 1+ */
  errorCode: number
  /** array of ReplicaElectionResult */
  replicaElectionResults: ReplicaElectionResult[]
}

/** What encode takes for {@link ElectLeadersResponse}: a field left out has its default. */
export interface ElectLeadersResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  replicaElectionResults?: readonly ReplicaElectionResultInput[] | undefined
}

export function encodeElectLeadersResponse(writer: Writer, message: ElectLeadersResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, replicaElectionResults = [] } = message
  const flexible = version >= 2
  writer.int32(throttleTimeMs)
  if (version >= 1) writer.int16(errorCode)
  if (version < 1 && errorCode !== 0) notInVersion('ElectLeadersResponse', 'errorCode', version)
  if (flexible) writer.compactArrayLength(replicaElectionResults.length)
  else writer.arrayLength(replicaElectionResults.length)
  for (const element of replicaElectionResults) encodeReplicaElectionResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeElectLeadersResponse(reader: Reader, version: number): ElectLeadersResponse {
  const flexible = version >= 2
  const throttleTimeMs = reader.int32()
  const errorCode = version >= 1 ? reader.int16() : 0
  const replicaElectionResults: ReplicaElectionResult[] = []
  const replicaElectionResultsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < replicaElectionResultsCount; i++) replicaElectionResults.push(decodeReplicaElectionResult(reader, version))
  if (flexible) reader.skipTags()
  return { throttleTimeMs, errorCode, replicaElectionResults }
}

/** Part of ElectLeadersResponse. */
export interface ReplicaElectionResult {
  /** string */
  topic: string
  /** array of PartitionResult */
  partitionResult: PartitionResult[]
}

/** What encode takes for {@link ReplicaElectionResult}: a field left out has its default. */
export interface ReplicaElectionResultInput {
  topic?: string | undefined
  partitionResult?: readonly PartitionResultInput[] | undefined
}

export function encodeReplicaElectionResult(writer: Writer, message: ReplicaElectionResultInput, version: number): void {
  const { topic = '', partitionResult = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(topic)
  else writer.string(topic)
  if (flexible) writer.compactArrayLength(partitionResult.length)
  else writer.arrayLength(partitionResult.length)
  for (const element of partitionResult) encodePartitionResult(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeReplicaElectionResult(reader: Reader, version: number): ReplicaElectionResult {
  const flexible = version >= 2
  const topic = flexible ? reader.compactString() : reader.string()
  const partitionResult: PartitionResult[] = []
  const partitionResultCount = flexible ? reader.compactArrayLength(8) : reader.arrayLength(8)
  for (let i = 0; i < partitionResultCount; i++) partitionResult.push(decodePartitionResult(reader, version))
  if (flexible) reader.skipTags()
  return { topic, partitionResult }
}

/** Part of ElectLeadersResponse. */
export interface PartitionResult {
  /** int32 */
  partitionId: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link PartitionResult}: a field left out has its default. */
export interface PartitionResultInput {
  partitionId?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodePartitionResult(writer: Writer, message: PartitionResultInput, version: number): void {
  const { partitionId = 0, errorCode = 0, errorMessage = '' } = message
  const flexible = version >= 2
  writer.int32(partitionId)
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.int8(0)
}

export function decodePartitionResult(reader: Reader, version: number): PartitionResult {
  const flexible = version >= 2
  const partitionId = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  if (flexible) reader.skipTags()
  return { partitionId, errorCode, errorMessage }
}

export const electLeadersResponseCodec: MessageCodec<ElectLeadersResponseInput, ElectLeadersResponse> = {
  name: 'ElectLeadersResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeElectLeadersResponse,
  decode: decodeElectLeadersResponse
}
