import { readControlRecord } from '../../../src/protocol/records/control-record'
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
        : { marker: `${control.type} by ${control.coordinatorEpoch}` })
    })
  }
  return described
}
