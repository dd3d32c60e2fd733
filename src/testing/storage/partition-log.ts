import { errorCodes } from '../../errors/error-table'
import { headerOffsets } from '../../protocol/records/batch-layout'
import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import type { Clock } from '../../utils/clock'
import type { CompactionRules } from './compaction'
import { EpochHistory } from './epoch-history'
import type { EndedTransaction } from './ended-transactions'
import { ProducerStates } from './producer-states'
import { replay, sequencesOf } from './replay-producers'
import { sealBatch } from './seal-batch'
import type { StoredBatch } from './stored-batch'
import { encodeMarker, type TransactionMarker } from './transaction-marker'

/** What a log needs of the world. */
export interface PartitionLogOptions {
  readonly clock: Clock
  /** Value in force of a topic config. */
  readonly config: (name: string) => string
  /** `producer.id.expiration.ms` */
  readonly producerExpirationMs: () => number
}

/** What a log asks of a batch that it appends. */
export type AppendedBatch = Pick<
  FetchedBatch,
  'bytes' | 'lastOffsetDelta' | 'maxTimestamp' | 'isControl' | 'isTransactional' | 'producerId' | 'producerEpoch' | 'baseSequence'
>

/** What became of an append. */
export interface AppendResult {
  readonly errorCode: number
  /** Offset of the first record; of the first one's copy when the batch was a repetition. -1 on an error. */
  readonly baseOffset: number
  /** ms; -1 unless the topic keeps the time of appending. Of a repetition, the time of the first one's newest record. */
  readonly logAppendTime: number
  /** The batch had been appended before. */
  readonly isDuplicate: boolean
}

/** Bytes of a log, by reference. */
export interface ReadResult {
  readonly records: Buffer[]
  readonly sizeInBytes: number
  /** Offset after the last batch that was read; the start offset when none was. */
  readonly nextOffset: number
}

/** Default of `index.interval.bytes`. */
const indexIntervalBytes = 4096

/** The log of one partition: record batches as the bytes that came. */
export class PartitionLog {
  logStartOffset = 0
  logEndOffset = 0
  readonly producers = new ProducerStates()
  readonly epochs = new EpochHistory()
  private batches: StoredBatch[] = []
  private leaderEpoch = 0
  private heldHighWatermark: number | undefined

  constructor(private readonly options: PartitionLogOptions) {}

  /** Replication is instant, so the high watermark is the log's end, unless a test holds it back. */
  get highWatermark(): number {
    return this.heldHighWatermark === undefined ? this.logEndOffset : Math.min(this.heldHighWatermark, this.logEndOffset)
  }

  /** Up to where read_committed consumers may read. */
  get lastStableOffset(): number {
    const { highWatermark } = this
    const unstable = this.producers.firstUnstableOffset(highWatermark)
    // Records of the transaction that have been deleted count no more.
    return unstable === undefined ? highWatermark : Math.min(Math.max(unstable, this.logStartOffset), highWatermark)
  }

  get sizeInBytes(): number {
    return this.batches.reduce((sum, batch) => sum + batch.bytes.length, 0)
  }

  /** Batches from the oldest on. */
  get storedBatches(): readonly StoredBatch[] {
    return this.batches
  }

  /** Holds the high watermark at an offset; undefined lets it go. */
  holdHighWatermark(offset: number | undefined): void {
    this.heldHighWatermark = offset
  }

  /** A new leader: what it writes carries its epoch. */
  beginEpoch(epoch: number): void {
    this.leaderEpoch = epoch
    this.epochs.begin(epoch, this.logEndOffset)
  }

  /** Appends a batch of magic 2 that a client sent and that has been found valid. Checks its producer's epoch and sequence. */
  append(batch: AppendedBatch): AppendResult {
    const { producerId, producerEpoch } = batch
    const isIdempotent = producerId >= 0n
    const now = this.options.clock.wallTime()
    if (isIdempotent) {
      this.expireProducer(producerId, now)
      const { firstSequence, lastSequence } = sequencesOf(batch)
      const repeated = this.producers.duplicate(producerId, producerEpoch, firstSequence, lastSequence)
      if (repeated !== undefined) {
        return { errorCode: errorCodes.NONE, baseOffset: repeated.firstOffset, logAppendTime: repeated.timestamp, isDuplicate: true }
      }
      const errorCode = this.producers.check(batch)
      if (errorCode !== errorCodes.NONE) return { errorCode, baseOffset: -1, logAppendTime: -1, isDuplicate: false }
    }
    const logAppendTime = this.appendTime(now)
    const stored = this.store(batch, logAppendTime, now)
    if (isIdempotent) {
      const { baseOffset: firstOffset, lastOffset, maxTimestamp: timestamp } = stored
      const appended = { ...sequencesOf(batch), firstOffset, lastOffset, timestamp }
      this.producers.appended(producerId, producerEpoch, appended, batch.isTransactional, now)
    }
    return { errorCode: errorCodes.NONE, baseOffset: stored.baseOffset, logAppendTime, isDuplicate: false }
  }

  /** Appends a marker that ends a producer's transaction; an error code, NONE when it was written. */
  appendMarker(marker: TransactionMarker): number {
    const errorCode = this.producers.checkMarker(marker)
    if (errorCode !== errorCodes.NONE) return errorCode
    const now = this.options.clock.wallTime()
    const stored = this.store(encodeMarker(marker, now), this.appendTime(now), now)
    this.producers.end(marker, stored.baseOffset, stored.maxTimestamp, now)
    return errorCodes.NONE
  }

  /** Appends bytes of any kind as one entry that takes `recordCount` offsets: for tests of consumers (old formats, hostile bytes). */
  appendRaw(bytes: Buffer, recordCount: number): number {
    const baseOffset = this.logEndOffset
    this.logEndOffset += recordCount
    const now = this.options.clock.wallTime()
    this.batches.push({
      baseOffset,
      lastOffset: this.logEndOffset - 1,
      bytes,
      leaderEpoch: this.leaderEpoch,
      maxTimestamp: -1,
      isControl: false,
      isTransactional: false,
      producerId: -1n,
      appendedAt: now
    })
    return baseOffset
  }

  /**
   * Batches from the one that holds `offset` on, up to `maxBytes` and below `limit`. As Kafka reads bytes, not batches, the last one may be
   * cut off; the first one never is.
   * @param minOne whether the first batch is given whatever its size (KIP-74)
   */
  read(offset: number, maxBytes: number, limit: number, minOne: boolean): ReadResult {
    const records: Buffer[] = []
    let sizeInBytes = 0
    let nextOffset = offset
    for (let i = this.indexOf(offset); i < this.batches.length; i++) {
      const batch = this.batches[i]
      if (batch.baseOffset >= limit) break
      const isFirst = records.length === 0
      const room = isFirst && minOne ? Math.max(maxBytes, batch.bytes.length) : maxBytes - sizeInBytes
      if (room <= 0 || (isFirst && room < batch.bytes.length)) break
      if (room < batch.bytes.length) {
        records.push(batch.bytes.subarray(0, room))
        sizeInBytes += room
        break
      }
      records.push(batch.bytes)
      sizeInBytes += batch.bytes.length
      nextOffset = batch.lastOffset + 1
    }
    return { records, sizeInBytes, nextOffset }
  }

  /**
   * Aborted transactions among the offsets from `from` up to but not including `to`, and some after that: Kafka finds out by its sparse
   * offset index how far a read may have come.
   */
  abortedIn(from: number, to: number): EndedTransaction[] {
    let i = this.indexOf(to)
    for (let bytes = 0; i < this.batches.length && bytes < indexIntervalBytes; i++) bytes += this.batches[i].bytes.length
    return this.producers.abortedIn(from, this.batches[i]?.baseOffset ?? this.logEndOffset)
  }

  /** Where `epoch` ended, for OffsetForLeaderEpoch. */
  endOffsetOfEpoch(epoch: number): { epoch: number; endOffset: number } | undefined {
    return this.epochs.endOffset(epoch, this.logEndOffset)
  }

  /** Cuts everything from `offset` on, as an unclean election does. */
  truncate(offset: number): void {
    this.batches = this.batches.filter(batch => batch.lastOffset < offset)
    this.logEndOffset = Math.min(this.logEndOffset, Math.max(offset, this.logStartOffset))
    this.epochs.truncate(offset)
    // What the log no longer tells has not happened: a transaction whose marker is cut off runs again.
    replay(this.producers, this.batches)
  }

  /** Raises the log's start, as DeleteRecords and retention do; batches that lie below as a whole go. */
  deleteRecords(beforeOffset: number): void {
    if (beforeOffset <= this.logStartOffset) return
    this.logStartOffset = Math.min(beforeOffset, this.logEndOffset)
    this.batches = this.batches.filter(batch => batch.lastOffset >= this.logStartOffset)
    this.epochs.startMoved(this.logStartOffset)
    this.producers.startMoved(this.logStartOffset)
  }

  /**
   * Deletes the oldest batches that are older than `retention.ms`, then those that make the log larger than `retention.bytes`, if the
   * topic's `cleanup.policy` says so. Each batch counts as a segment of its own, so it can go as soon as it is due.
   */
  retain(): void {
    const { config, clock } = this.options
    if (!config('cleanup.policy').includes('delete')) return
    const retentionMs = Number(config('retention.ms'))
    const retentionBytes = Number(config('retention.bytes'))
    let excess = retentionBytes < 0 ? 0 : this.sizeInBytes - retentionBytes
    let start = this.logStartOffset
    for (const { maxTimestamp, appendedAt, bytes, lastOffset } of this.batches) {
      if (lastOffset >= this.highWatermark) break
      const isOld = retentionMs >= 0 && clock.wallTime() - (maxTimestamp < 0 ? appendedAt : maxTimestamp) > retentionMs
      if (!isOld && excess < bytes.length) break
      excess -= bytes.length
      start = lastOffset + 1
    }
    this.deleteRecords(start)
  }

  /** What compaction has to know of this log. */
  compactionRules(): CompactionRules {
    const aborted = this.producers.abortedIn(0, this.logEndOffset)
    return {
      firstUnstableOffset: this.lastStableOffset,
      now: this.options.clock.wallTime(),
      deleteRetentionMs: Number(this.options.config('delete.retention.ms')),
      isAborted: ({ isTransactional, producerId, baseOffset }) =>
        isTransactional &&
        aborted.some(one => one.producerId === producerId && one.firstOffset <= baseOffset && baseOffset < one.lastOffset),
      isLastOfProducer: ({ producerId, lastOffset, isControl, bytes }) => {
        const state = this.producers.get(producerId)
        if (state === undefined) return false
        const last = state.batches[state.batches.length - 1]
        if (last !== undefined) return last.lastOffset === lastOffset
        return isControl && bytes.readInt16BE(headerOffsets.producerEpoch) === state.epoch
      }
    }
  }

  /** Puts what compaction has left in the place of batches: another batch, or undefined for none. Offsets stay. */
  replace(replacements: ReadonlyMap<StoredBatch, StoredBatch | undefined>): void {
    const before = this.batches
    this.batches = before.flatMap(batch => (replacements.has(batch) ? (replacements.get(batch) ?? []) : batch))
    const left = new Set(this.batches.map(({ baseOffset }) => baseOffset))
    const gone = before.filter(({ isControl, baseOffset }) => isControl && !left.has(baseOffset))
    this.producers.forgetMarkers(new Set(gone.map(({ baseOffset }) => baseOffset)))
  }

  /** Forgets producers that have been idle for `producer.id.expiration.ms`. */
  expireProducers(): void {
    this.producers.expire(this.options.clock.wallTime(), this.options.producerExpirationMs())
  }

  private expireProducer(producerId: bigint, now: number): void {
    const state = this.producers.get(producerId)
    if (state === undefined || state.transactionStart !== undefined) return
    if (now - state.lastUpdate >= this.options.producerExpirationMs()) this.producers.forget(producerId)
  }

  /** The time that the topic gives its records; -1: they keep their own. */
  private appendTime(now: number): number {
    return this.options.config('message.timestamp.type') === 'LogAppendTime' ? now : -1
  }

  /** Index of the first batch that ends at or after `offset`. */
  private indexOf(offset: number): number {
    let low = 0
    let high = this.batches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.batches[middle].lastOffset < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  private store(batch: AppendedBatch, logAppendTime: number, now: number): StoredBatch {
    const baseOffset = this.logEndOffset
    const lastOffset = baseOffset + batch.lastOffsetDelta
    const stored: StoredBatch = {
      baseOffset,
      lastOffset,
      bytes: sealBatch(batch.bytes, baseOffset, this.leaderEpoch, logAppendTime),
      leaderEpoch: this.leaderEpoch,
      maxTimestamp: logAppendTime >= 0 ? logAppendTime : batch.maxTimestamp,
      isControl: batch.isControl,
      isTransactional: batch.isTransactional,
      producerId: batch.producerId,
      appendedAt: now
    }
    this.batches.push(stored)
    this.logEndOffset = lastOffset + 1
    return stored
  }
}
