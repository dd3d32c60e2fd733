import { isPromise } from '../compression/is-promise'
import { corruptRecord } from './corrupt-record'
import type { DecodedMessage } from './decoded-message'
import type { FetchedBatch } from './fetched-batch'
import { openBatch } from './record-batch-reader'

/** What a control batch says. Types other than transaction markers (leader changes, snapshots …) are `other`. */
export interface ControlRecord {
  readonly type: 'abort' | 'commit' | 'other'
  /** The type's number in the record's key. */
  readonly typeCode: number
  /** Epoch of the transaction coordinator that wrote the marker; −1 when it is none. */
  readonly coordinatorEpoch: number
}

/**
 * Reads the one record of a control batch; undefined when compaction has removed it. Checks the checksum.
 * @throws KafkaCorruptRecordError
 */
export function readControlRecord(batch: FetchedBatch): ControlRecord | undefined {
  const cursor = openBatch(batch)
  if (isPromise(cursor)) throw corruptRecord('compressed control batch', batch.source, batch.exactBaseOffset)
  const message = cursor.next()
  return message === undefined ? undefined : parse(message, batch)
}

function parse({ key, value }: DecodedMessage, batch: FetchedBatch): ControlRecord {
  if (key === null || key.length < 4) throw corruptRecord('control record with a short key', batch.source, batch.exactBaseOffset)
  const version = key.readInt16BE(0)
  if (version < 0) throw corruptRecord(`control record of version ${version}`, batch.source, batch.exactBaseOffset)
  const typeCode = key.readInt16BE(2)
  const type = typeCode === 0 ? 'abort' : typeCode === 1 ? 'commit' : 'other'
  const coordinatorEpoch = type !== 'other' && value !== null && value.length >= 6 ? value.readInt32BE(2) : -1
  return { type, typeCode, coordinatorEpoch }
}
