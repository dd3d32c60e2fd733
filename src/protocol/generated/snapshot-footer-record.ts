// Made by scripts/codegen from SnapshotFooterRecord in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** SnapshotFooterRecord, versions 0. */
export interface SnapshotFooterRecord {
  /** int16 */
  version: number
}

/** What encode takes for {@link SnapshotFooterRecord}: a field left out has its default. */
export interface SnapshotFooterRecordInput {
  version?: number | undefined
}

export function encodeSnapshotFooterRecord(writer: Writer, message: SnapshotFooterRecordInput, _version: number): void {
  const { version: versionValue = 0 } = message
  writer.int16(versionValue)
  writer.int8(0)
}

export function decodeSnapshotFooterRecord(reader: Reader, _version: number): SnapshotFooterRecord {
  const versionValue = reader.int16()
  reader.skipTags()
  return { version: versionValue }
}

export const snapshotFooterRecordCodec: MessageCodec<SnapshotFooterRecordInput, SnapshotFooterRecord> = {
  name: 'SnapshotFooterRecord',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeSnapshotFooterRecord,
  decode: decodeSnapshotFooterRecord
}
