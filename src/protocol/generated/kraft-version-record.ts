// Made by scripts/codegen from KRaftVersionRecord in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** KRaftVersionRecord, versions 0. */
export interface KRaftVersionRecord {
  /** int16 */
  version: number
  /** int16 */
  kRaftVersion: number
}

/** What encode takes for {@link KRaftVersionRecord}: a field left out has its default. */
export interface KRaftVersionRecordInput {
  version?: number | undefined
  kRaftVersion?: number | undefined
}

export function encodeKRaftVersionRecord(writer: Writer, message: KRaftVersionRecordInput, _version: number): void {
  const { version: versionValue = 0, kRaftVersion = 0 } = message
  writer.int16(versionValue)
  writer.int16(kRaftVersion)
  writer.int8(0)
}

export function decodeKRaftVersionRecord(reader: Reader, _version: number): KRaftVersionRecord {
  const versionValue = reader.int16()
  const kRaftVersion = reader.int16()
  reader.skipTags()
  return { version: versionValue, kRaftVersion }
}

export const kRaftVersionRecordCodec: MessageCodec<KRaftVersionRecordInput, KRaftVersionRecord> = {
  name: 'KRaftVersionRecord',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeKRaftVersionRecord,
  decode: decodeKRaftVersionRecord
}
