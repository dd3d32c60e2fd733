// Made by scripts/codegen from SnapshotHeaderRecord in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** SnapshotHeaderRecord, versions 0. */
export interface SnapshotHeaderRecord {
  /** int16 */
  version: number
  /** int64 */
  lastContainedLogTimestamp: bigint
}

/** What encode takes for {@link SnapshotHeaderRecord}: a field left out has its default. */
export interface SnapshotHeaderRecordInput {
  version?: number | undefined
  lastContainedLogTimestamp?: bigint | undefined
}

export function encodeSnapshotHeaderRecord(writer: Writer, message: SnapshotHeaderRecordInput, _version: number): void {
  const { version: versionValue = 0, lastContainedLogTimestamp = 0n } = message
  writer.int16(versionValue)
  writer.int64(lastContainedLogTimestamp)
  writer.int8(0)
}

export function decodeSnapshotHeaderRecord(reader: Reader, _version: number): SnapshotHeaderRecord {
  const versionValue = reader.int16()
  const lastContainedLogTimestamp = reader.int64()
  reader.skipTags()
  return { version: versionValue, lastContainedLogTimestamp }
}

export const snapshotHeaderRecordCodec: MessageCodec<SnapshotHeaderRecordInput, SnapshotHeaderRecord> = {
  name: 'SnapshotHeaderRecord',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeSnapshotHeaderRecord,
  decode: decodeSnapshotHeaderRecord
}
