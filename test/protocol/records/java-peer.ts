import { readControlRecord } from '../../../src/protocol/records/control-record'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'

/** A record as test/java/records prints it; bytes in base64. */
export interface PeerRecord {
  offset: string
  timestamp: string
  key: string | null
  value: string | null
  headers: [key: string, value: string | null][]
}

/** A batch as test/java/records prints it. */
export interface PeerBatch {
  magic: number
  compression: number
  timestampType: number
  nextOffset: string
  leaderEpoch: number
  isControl: boolean
  isTransactional: boolean
  producerId: string
  producerEpoch: number
  baseSequence: number
  maxTimestamp: string
  baseOffset?: string
  controlType?: string
  records: PeerRecord[]
}

/** One case: bytes and what Java reads from them. */
export interface PeerCase {
  name: string
  bytes: string
  batches: PeerBatch[]
}

/** What odradek reads from fetched bytes, in the form that the Java program prints. */
export async function readLikePeer(bytes: Buffer): Promise<PeerBatch[]> {
  const batches: PeerBatch[] = []
  for (const batch of readBatches(bytes)) {
    const messages = await decodeBatch(batch)
    const control = batch.isControl ? readControlRecord(batch) : undefined
    batches.push({
      magic: batch.magic,
      compression: batch.compression,
      timestampType: batch.context.timestampType,
      nextOffset: String(batch.exactNextOffset),
      leaderEpoch: batch.partitionLeaderEpoch,
      isControl: batch.isControl,
      isTransactional: batch.isTransactional,
      producerId: String(batch.producerId),
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      maxTimestamp: batch.context.maxTimestamp,
      ...(batch.magic === 2 && { baseOffset: batch.context.firstOffset }),
      ...(control !== undefined && { controlType: { abort: 'ABORT', commit: 'COMMIT', other: 'LEADER_CHANGE' }[control.type] }),
      records: messages.map(({ offset, timestamp, key, value, headers }) => ({
        offset,
        timestamp,
        key: base64(key),
        value: base64(value),
        headers: Object.entries(headers).flatMap(([name, values]) =>
          (Array.isArray(values) ? values : [values]).map((item): [string, string | null] => [name, base64(item)])
        )
      }))
    })
  }
  return batches
}

/** Brings headers into the order in which odradek keeps them: repeated keys beside the first of their name. */
export function groupHeaders(batches: PeerBatch[]): PeerBatch[] {
  const group = (headers: PeerRecord['headers']): PeerRecord['headers'] =>
    [...new Set(headers.map(([key]) => key))].flatMap(key => headers.filter(header => header[0] === key))
  return batches.map(batch => ({ ...batch, records: batch.records.map(record => ({ ...record, headers: group(record.headers) })) }))
}

function base64(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString('base64')
}
