import type { BatchContext } from './decoded-message'
import type { RecordsSource } from './corrupt-record'

/** When a record's time was set. */
export type TimestampType = 'none' | 'createTime' | 'logAppendTime'

/**
 * Header of a batch, whatever its format. Numbers are exact up to 2⁵³; the `exact…` fields always are.
 *
 * A message of magic 0 or 1 counts as a batch of its own; a compressed one (a "wrapper") as a batch whose `baseOffset`, like `lastOffset`,
 * is that of its last record, since only the records themselves tell the first.
 */
export interface BatchHeader {
  readonly magic: 0 | 1 | 2
  readonly baseOffset: number
  /** Offset of the last record the batch was written with; that one may have been compacted away. */
  readonly lastOffset: number
  /** Where to fetch on: `lastOffset + 1`, also when the batch has become empty. */
  readonly nextOffset: number
  readonly lastOffsetDelta: number
  /** Bytes of the whole batch, its first twelve included. */
  readonly sizeInBytes: number
  /** −1 unknown */
  readonly partitionLeaderEpoch: number
  readonly attributes: number
  /** Codec, as in `CompressionTypes`. */
  readonly compression: number
  readonly isTransactional: boolean
  /** A transaction marker or another control record, nothing for applications. */
  readonly isControl: boolean
  /** ms; −1 none */
  readonly baseTimestamp: number
  /** ms; −1 none */
  readonly maxTimestamp: number
  readonly timestampType: TimestampType
  /** The base timestamp is the time from which tombstones of the batch may be deleted (KIP-534). */
  readonly hasDeleteHorizon: boolean
  /** −1: not idempotent */
  readonly producerId: bigint
  /** −1: not idempotent */
  readonly producerEpoch: number
  /** −1: not idempotent */
  readonly baseSequence: number
  /** Records in the batch; −1 for a wrapper of magic 0 or 1, which does not say. */
  readonly recordCount: number
  readonly exactBaseOffset: bigint
  readonly exactNextOffset: bigint
}

/** One complete batch of a fetched `records` field, not decoded yet. */
export interface FetchedBatch extends BatchHeader {
  readonly source: RecordsSource
  /** The whole batch, a view of the fetched bytes. */
  readonly bytes: Buffer
  /** KafkaJS's view of the header, built on first use. */
  readonly context: BatchContext
  /**
   * Holds the checksum against the bytes; once for a batch, however often called.
   * @throws KafkaCorruptRecordError
   */
  verify(): void
}
