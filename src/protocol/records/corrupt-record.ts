import { KafkaCorruptRecordError } from '../../errors/decode-errors'

/** Where fetched records come from; goes into the errors. */
export interface RecordsSource {
  readonly topic?: string | undefined
  readonly partition?: number | undefined
}

/** Builds the error for records that cannot be what a Kafka broker stored. */
export function corruptRecord(reason: string, source: RecordsSource, offset?: number | bigint, cause?: unknown): KafkaCorruptRecordError {
  const place = source.topic === undefined ? '' : ` of ${source.topic}[${source.partition ?? '?'}]`
  const at = offset === undefined ? '' : ` at offset ${offset}`
  return new KafkaCorruptRecordError(`corrupt records${place}${at}: ${reason}`, { ...source, offset, cause })
}
