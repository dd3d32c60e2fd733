import { decodeBatch, readBatches } from '../../protocol/records/record-batch-reader'
import type { DecodedMessage } from '../../protocol/records/decoded-message'
import type { PartitionLog } from './partition-log'
import type { StoredBatch } from './stored-batch'

/** A record's place. */
export interface FoundOffset {
  /** ms; -1 where it was not asked for. */
  readonly timestamp: number
  readonly offset: number
  /** -1 unknown */
  readonly leaderEpoch: number
}

/** The first record below `end` that is not older than `timestamp`. */
export function findByTimestamp(log: PartitionLog, timestamp: number, end: number): FoundOffset | undefined {
  for (const batch of log.storedBatches) {
    if (batch.baseOffset >= end) return undefined
    if (batch.maxTimestamp < timestamp) continue
    const message = messagesOf(batch).find(
      message => Number(message.timestamp) >= timestamp && Number(message.offset) >= log.logStartOffset && Number(message.offset) < end
    )
    if (message !== undefined) return place(message, batch)
  }
  return undefined
}

/** The first record below `end` with the largest timestamp (KIP-734). */
export function findMaxTimestamp(log: PartitionLog, end: number): FoundOffset | undefined {
  let newest: StoredBatch | undefined
  for (const batch of log.storedBatches) {
    if (batch.baseOffset < end && (newest === undefined || batch.maxTimestamp > newest.maxTimestamp)) newest = batch
  }
  if (newest === undefined) return undefined
  const { maxTimestamp } = newest
  const message = messagesOf(newest).find(({ timestamp }) => Number(timestamp) === maxTimestamp)
  return message === undefined ? undefined : place(message, newest)
}

function place(message: DecodedMessage, batch: StoredBatch): FoundOffset {
  return { timestamp: Number(message.timestamp), offset: Number(message.offset), leaderEpoch: batch.leaderEpoch }
}

function messagesOf({ bytes }: StoredBatch): DecodedMessage[] {
  return [...readBatches(bytes)].flatMap(batch => {
    const messages = decodeBatch(batch)
    if (messages instanceof Promise) throw new Error('The embedded broker looks into batches with the built-in codecs only')
    return messages
  })
}
