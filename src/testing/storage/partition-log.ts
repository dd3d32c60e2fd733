import { errorCodes } from '../../errors/error-table'
import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import type { Clock } from '../../utils/clock'
import { EpochHistory } from './epoch-history'
import { ProducerStates, type AbortedTransaction } from './producer-states'
import { sealBatch } from './seal-batch'
import type { StoredBatch } from './stored-batch'

/** What a log needs of the world. */
export interface PartitionLogOptions {
  readonly clock: Clock
  /** Value in force of a topic config. */
  readonly config: (name: string) => string
}

/** What became of an append. */
export interface AppendResult {
  readonly errorCode: number
  /** Offset of the first record; of the first one's copy when the batch was a repetition. -1 on an error. */
  readonly baseOffset: number
  /** ms; -1 unless the topic keeps the time of appending. */
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
    const unstable = this.producers.firstUnstableOffset()
    return unstable === undefined ? this.highWatermark : Math.min(unstable, this.highWatermark)
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
  }

  /** Appends a batch of magic 2 that a client sent and that has been found valid. Checks its producer's epoch and sequence. */
  append(batch: FetchedBatch): AppendResult {
    const { producerId, producerEpoch, baseSequence } = batch
    const lastSequence = (baseSequence + batch.lastOffsetDelta) % 0x8000_0000
    if (producerId >= 0n) {
      const repeated = this.producers.duplicate(producerId, producerEpoch, baseSequence, lastSequence)
      if (repeated !== undefined) return { errorCode: 0, baseOffset: repeated.firstOffset, logAppendTime: -1, isDuplicate: true }
      const errorCode = this.producers.check(producerId, producerEpoch, baseSequence)
      if (errorCode !== errorCodes.NONE) return { errorCode, baseOffset: -1, logAppendTime: -1, isDuplicate: false }
    }
    const now = this.options.clock.wallTime()
    const logAppendTime = this.options.config('message.timestamp.type') === 'LogAppendTime' ? now : -1
    const baseOffset = this.logEndOffset
    const stored = this.store(batch, logAppendTime, now)
    if (producerId >= 0n) {
      this.producers.appended(
        producerId,
        producerEpoch,
        {
          firstSequence: baseSequence,
          lastSequence,
          firstOffset: baseOffset,
          lastOffset: stored.lastOffset,
          timestamp: stored.maxTimestamp
        },
        batch.isTransactional,
        now
      )
    }
    return { errorCode: 0, baseOffset, logAppendTime, isDuplicate: false }
  }

  /** Appends a marker that ends a producer's transaction. Returns its offset. */
  appendMarker(batch: FetchedBatch, committed: boolean, coordinatorEpoch: number): number {
    const now = this.options.clock.wallTime()
    const stored = this.store(batch, -1, now)
    this.producers.ended(batch.producerId, batch.producerEpoch, stored.baseOffset, committed, coordinatorEpoch, now)
    return stored.baseOffset
  }

  /** Appends bytes of any kind as one entry that takes `recordCount` offsets: for tests of consumers (old formats, hostile bytes). */
  appendRaw(bytes: Buffer, recordCount: number): number {
    const baseOffset = this.logEndOffset
    this.epochs.assign(this.leaderEpoch, baseOffset)
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
   * Whole batches from the one that holds `offset` on, up to `maxBytes` and below `limit`.
   * @param minOne whether the first batch is given whatever its size (KIP-74)
   */
  read(offset: number, maxBytes: number, limit: number, minOne: boolean): ReadResult {
    const records: Buffer[] = []
    let sizeInBytes = 0
    let nextOffset = offset
    for (let i = this.indexOf(offset); i < this.batches.length; i++) {
      const batch = this.batches[i]
      if (batch.baseOffset >= limit) break
      if (sizeInBytes + batch.bytes.length > maxBytes && !(minOne && records.length === 0)) break
      records.push(batch.bytes)
      sizeInBytes += batch.bytes.length
      nextOffset = batch.lastOffset + 1
    }
    return { records, sizeInBytes, nextOffset }
  }

  /** Aborted transactions among the offsets from `from` up to but not including `to`. */
  abortedIn(from: number, to: number): AbortedTransaction[] {
    return this.producers.abortedIn(from, to)
  }

  /** Where `epoch` ended, for OffsetForLeaderEpoch. */
  endOffsetOfEpoch(epoch: number): { epoch: number; endOffset: number } | undefined {
    return this.epochs.endOffset(epoch, this.leaderEpoch, this.logEndOffset)
  }

  /** Cuts everything from `offset` on, as an unclean election does. */
  truncate(offset: number): void {
    this.batches = this.batches.filter(batch => batch.lastOffset < offset)
    this.logEndOffset = Math.min(this.logEndOffset, Math.max(offset, this.logStartOffset))
    this.epochs.truncate(offset)
    this.producers.truncate(offset)
  }

  /** Raises the log's start, as DeleteRecords and retention do; batches that lie below as a whole go. */
  deleteRecords(beforeOffset: number): void {
    if (beforeOffset <= this.logStartOffset) return
    this.logStartOffset = Math.min(beforeOffset, this.logEndOffset)
    this.batches = this.batches.filter(batch => batch.lastOffset >= this.logStartOffset)
    this.epochs.startMoved(this.logStartOffset)
    this.producers.startMoved(this.logStartOffset)
  }

  /** Puts other batches in place of all: what compaction leaves. Offsets stay. */
  replace(batches: StoredBatch[]): void {
    this.batches = batches
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

  private store(batch: FetchedBatch, logAppendTime: number, now: number): StoredBatch {
    const baseOffset = this.logEndOffset
    this.epochs.assign(this.leaderEpoch, baseOffset)
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
