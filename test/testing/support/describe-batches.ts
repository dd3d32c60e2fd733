import { readControlRecord } from '../../../src/protocol/records/control-record'
import type { DecodedMessage } from '../../../src/protocol/records/decoded-message'
import type { FetchedBatch } from '../../../src/protocol/records/fetched-batch'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'

/** What the batches of a fetched `records` field say, without their times. */
export async function describeBatches(records: Buffer | null): Promise<object[]> {
  const described: object[] = []
  for (const batch of readBatches(records ?? Buffer.alloc(0))) {
    const control = batch.isControl ? readControlRecord(batch) : undefined
    const messages = batch.isControl ? [] : await decodeBatch(batch)
    described.push({
      offsets: `${batch.baseOffset}-${batch.lastOffset}`,
      leaderEpoch: batch.partitionLeaderEpoch,
      producerId: batch.producerId,
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      kind: `${batch.isTransactional ? 'transactional' : 'plain'}${batch.timestampType === 'logAppendTime' ? ', append time' : ''}`,
      ...(control === undefined
        ? { records: messages.map(({ offset, key, value }) => `${offset}: ${String(key)}=${String(value)}`) }
        : { marker: `${control.type} by ${control.coordinatorEpoch}`, attributes: batch.attributes, ...bytesOf(batch) })
    })
  }
  return described
}

/** Key and value of a batch's first record as they are, and the batch's size. */
function bytesOf(batch: FetchedBatch): { key: string; value: string; sizeInBytes: number } {
  const [record] = decodeBatch(batch) as DecodedMessage[]
  return { key: hex(record.key), value: hex(record.value), sizeInBytes: batch.sizeInBytes }
}

function hex(bytes: Buffer | null): string {
  return bytes?.toString('hex') ?? 'null'
}
