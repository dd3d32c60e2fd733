import { decodeBatch, readBatches } from '../../../../src/protocol/records/record-batch-reader'

const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd']

/** The complete batches of a fetched `records` field, without what the time of the test decides. */
export async function describeRecords(records: Buffer | null): Promise<string[]> {
  const lines: string[] = []
  for (const batch of readBatches(records ?? Buffer.alloc(0))) {
    const isBrokers = batch.timestampType === 'logAppendTime'
    const times = isBrokers ? 'append time' : `times ${batch.baseTimestamp} to ${batch.maxTimestamp}`
    const place = `${batch.baseOffset}-${batch.lastOffset} in epoch ${batch.partitionLeaderEpoch}`
    lines.push(`${place}, magic ${batch.magic}, ${codecs[batch.compression]}, ${times}, sequence ${batch.baseSequence}`)
    if (batch.isControl) {
      lines.push('  marker')
      continue
    }
    try {
      for (const { offset, key, value, timestamp } of await decodeBatch(batch)) {
        const text = value !== null && value.length > 40 ? `${value.length} bytes` : String(value)
        lines.push(`  ${offset}: ${String(key)} = ${text}${isBrokers ? '' : ` at ${timestamp}`}`)
      }
    } catch (error) {
      lines.push(`  ${(error as Error).message}`)
    }
  }
  return lines
}
