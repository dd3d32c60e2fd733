import { defaultMaxDecompressedBytes } from '../../protocol/compression/compression-codecs'
import { decompressRecords } from '../../protocol/compression/decompress-records'
import { crc32c } from '../../protocol/crc32c'
import { Reader } from '../../protocol/reader'
import { batchHeaderBytes, compressionMask, headerOffsets } from '../../protocol/records/batch-layout'
import type { DecodedMessage } from '../../protocol/records/decoded-message'
import type { FetchedBatch } from '../../protocol/records/fetched-batch'
import { decodeBatch, readBatches } from '../../protocol/records/record-batch-reader'
import type { StoredBatch } from '../storage/stored-batch'

interface Content {
  readonly fetched: FetchedBatch
  readonly messages: readonly DecodedMessage[]
}

/**
 * The batches that compaction leaves: without the records at `offsets`, or without those that a later one of the same key replaces. A
 * batch of which nothing is left goes; in the others the gaps stay, and so do first and last offset. Control batches and old formats stay.
 */
export async function compactBatches(
  batches: readonly StoredBatch[],
  offsets?: readonly number[]
): Promise<Map<StoredBatch, StoredBatch | undefined>> {
  const contents = new Map<StoredBatch, Content>()
  const newest = new Map<string, string>()
  for (const batch of batches) {
    if (batch.isControl || batch.bytes[headerOffsets.magic] !== 2) continue
    for (const fetched of readBatches(batch.bytes)) {
      const messages = await decodeBatch(fetched)
      contents.set(batch, { fetched, messages })
      for (const { key, offset } of messages) if (key !== null) newest.set(key.toString('base64'), offset)
    }
  }
  const stays = ({ key, offset }: DecodedMessage): boolean =>
    offsets === undefined ? key === null || newest.get(key.toString('base64')) === offset : !offsets.includes(Number(offset))
  const replacements = new Map<StoredBatch, StoredBatch | undefined>()
  for (const [batch, { fetched, messages }] of contents) {
    const flags = messages.map(stays)
    if (flags.every(Boolean)) continue
    replacements.set(batch, flags.some(Boolean) ? { ...batch, bytes: await rewrite(fetched, flags) } : undefined)
  }
  return replacements
}

/** A batch with the records whose flag is set, byte for byte as they were; not compressed any more. */
async function rewrite(batch: FetchedBatch, flags: readonly boolean[]): Promise<Buffer> {
  const packed = batch.bytes.subarray(batchHeaderBytes)
  const records = batch.compression === 0 ? packed : await decompressRecords(batch.compression, packed, defaultMaxDecompressedBytes, batch)
  const kept: Buffer[] = [Buffer.from(batch.bytes.subarray(0, batchHeaderBytes))]
  const reader = new Reader(records)
  for (const flag of flags) {
    const start = reader.offset
    // A record's length is a zigzag number, never negative here: the batch has been decoded before.
    const length = reader.unsignedVarint() >>> 1
    reader.offset += length
    const end = reader.offset
    if (flag) kept.push(records.subarray(start, end))
  }
  const bytes = Buffer.concat(kept)
  bytes.writeInt32BE(bytes.length - headerOffsets.partitionLeaderEpoch, headerOffsets.length)
  bytes.writeInt16BE(bytes.readInt16BE(headerOffsets.attributes) & ~compressionMask, headerOffsets.attributes)
  bytes.writeInt32BE(flags.filter(Boolean).length, headerOffsets.recordCount)
  bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
  return bytes
}
