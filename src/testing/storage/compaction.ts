import { defaultMaxDecompressedBytes } from '../../protocol/compression/compression-codecs'
import { decompressRecords } from '../../protocol/compression/decompress-records'
import { batchHeaderBytes, headerOffsets } from '../../protocol/records/batch-layout'
import type { DecodedMessage } from '../../protocol/records/decoded-message'
import { RecordBatch } from '../../protocol/records/record-batch'
import { decodeBatch } from '../../protocol/records/record-batch-reader'
import { emptyBatch, rewriteBatch } from './rewrite-batch'
import type { StoredBatch } from './stored-batch'

/** What compaction has to know besides the batches. */
export interface CompactionRules {
  /** Offset from which on transactions are not decided: nothing is touched there. */
  readonly firstUnstableOffset: number
  /** ms on the wall clock. */
  readonly now: number
  /** `delete.retention.ms` */
  readonly deleteRetentionMs: number
  /** Whether the batch belongs to a transaction that was aborted. */
  isAborted(batch: StoredBatch): boolean
  /** Whether the batch is the last that its producer wrote: without it nobody would know the producer's sequence number any more. */
  isLastOfProducer(batch: StoredBatch): boolean
}

/** What is left of batches: another batch, or undefined for none. Batches that stay as they are are not in it. */
export type Replacements = Map<StoredBatch, StoredBatch | undefined>

/**
 * Does what Kafka's log cleaner does in one pass, as if the whole log were closed segments. Of each key the last record stays; a
 * tombstone, and the marker of a transaction of which nothing is left, get a time from which they may go, and go in a pass after that;
 * records without key and those of aborted transactions go at once. First and last offsets of batches stay. A batch without records goes,
 * unless it is its producer's last or the last of all.
 */
export async function compact(batches: readonly StoredBatch[], rules: CompactionRules): Promise<Replacements> {
  const decided = batches.filter(({ lastOffset, bytes }) => lastOffset < rules.firstUnstableOffset && bytes[headerOffsets.magic] === 2)
  const contents = new Map<StoredBatch, readonly DecodedMessage[]>()
  const newest = new Map<string, number>()
  for (const batch of decided) {
    if (batch.isControl) continue
    const messages = await decodeBatch(open(batch))
    contents.set(batch, messages)
    if (rules.isAborted(batch)) continue
    for (const { key, offset } of messages) if (key !== null) newest.set(key.toString('base64'), Number(offset))
  }
  const replacements: Replacements = new Map()
  /** Producers of whose running transaction the log still has a batch. */
  const withBatches = new Set<bigint>()
  for (const batch of decided) {
    const horizon = horizonOf(batch)
    const isOver = horizon !== undefined && horizon <= rules.now
    const isNeeded = rules.isLastOfProducer(batch) || batch.lastOffset + 1 === rules.firstUnstableOffset
    if (batch.isControl) {
      // Batches that go in this pass count: their marker's time begins in the next one.
      const isEmpty = !withBatches.delete(batch.producerId)
      if (isEmpty && isOver) replacements.set(batch, isNeeded ? emptied(batch) : undefined)
      else if (isEmpty && horizon === undefined) await replace(replacements, batch, [true], rules.now + rules.deleteRetentionMs)
      continue
    }
    const isAborted = rules.isAborted(batch)
    if (batch.isTransactional) withBatches.add(batch.producerId)
    const stays = (contents.get(batch) ?? []).map(({ key, offset, value }) => {
      if (isAborted || key === null || newest.get(key.toString('base64')) !== Number(offset)) return false
      return value !== null || !isOver
    })
    const hasTombstone = (contents.get(batch) ?? []).some(({ value }, i) => stays[i] && value === null)
    if (!stays.includes(true)) {
      if (isNeeded && stays.length === 0) continue
      replacements.set(batch, isNeeded ? emptied(batch) : undefined)
    } else if (stays.includes(false) || (hasTombstone && horizon === undefined)) {
      await replace(replacements, batch, stays, horizon ?? (hasTombstone ? rules.now + rules.deleteRetentionMs : undefined))
    }
  }
  return replacements
}

/** Removes the records at `offsets`, whatever they are. Of a batch that loses all of them nothing is left. */
export async function removeRecords(batches: readonly StoredBatch[], offsets: readonly number[]): Promise<Replacements> {
  const replacements: Replacements = new Map()
  for (const batch of batches) {
    if (batch.isControl || batch.bytes[headerOffsets.magic] !== 2) continue
    const messages = await decodeBatch(open(batch))
    const stays = messages.map(({ offset }) => !offsets.includes(Number(offset)))
    if (stays.every(Boolean)) continue
    if (stays.includes(true)) await replace(replacements, batch, stays, horizonOf(batch))
    else replacements.set(batch, undefined)
  }
  return replacements
}

const open = ({ bytes }: StoredBatch): RecordBatch => new RecordBatch(bytes, {}, false)

function horizonOf(batch: StoredBatch): number | undefined {
  const { hasDeleteHorizon, baseTimestamp } = open(batch)
  return hasDeleteHorizon ? baseTimestamp : undefined
}

const emptied = (batch: StoredBatch): StoredBatch => ({ ...batch, bytes: emptyBatch(batch.bytes) })

async function replace(
  replacements: Replacements,
  batch: StoredBatch,
  stays: readonly boolean[],
  deleteHorizonMs: number | undefined
): Promise<void> {
  const opened = open(batch)
  const packed = batch.bytes.subarray(batchHeaderBytes)
  const content =
    opened.compression === 0 ? packed : await decompressRecords(opened.compression, packed, defaultMaxDecompressedBytes, opened)
  const bytes = rewriteBatch(batch.bytes, { content, stays, deleteHorizonMs })
  replacements.set(batch, { ...batch, bytes, maxTimestamp: new RecordBatch(bytes, {}, false).maxTimestamp })
}
