import { KafkaUsageError } from '../../errors/usage-errors'

/** What a user may give as the time of a record: ms since 1970 as number or decimal text, or something that converts to one. */
export type TimestampInput = string | number | bigint | Date | { toString(): string } | null | undefined

/**
 * Time of a record in ms. Nothing given (`undefined`, `null`, `''`) means `now`; fractions are cut off; −1 means no timestamp.
 * @param now ms since 1970
 * @throws KafkaUsageError when it is no number, below −1 or beyond what a number holds exactly
 */
export function parseTimestamp(timestamp: TimestampInput, now: number): number {
  if (timestamp === undefined || timestamp === null || timestamp === '') return now
  const ms = Math.trunc(
    typeof timestamp === 'number' ? timestamp : timestamp instanceof Date ? timestamp.getTime() : Number(String(timestamp))
  )
  if (!Number.isSafeInteger(ms) || ms < -1) {
    throw new KafkaUsageError(
      `timestamp of a message must be milliseconds since 1970, e.g. '1767225600000', not ${JSON.stringify(String(timestamp))}`
    )
  }
  return ms
}
