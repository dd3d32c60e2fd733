import type { Isolation } from '../history/history-line'

/** A partition's final log as one reader saw it: offsets ascending, `values[i]` at `offsets[i]`. */
export interface LogRead {
  readonly reader: string
  readonly isolation: Isolation
  readonly topic: string
  readonly partition: number
  start: number
  readonly offsets: number[]
  readonly values: string[]
  /** Numbers of the values (see `History`). */
  readonly numbers: number[]
  readonly lines: number[]
}

/** Index of the first offset that is not below `offset`. */
export function firstFrom(log: LogRead, offset: number): number {
  let low = 0
  let high = log.offsets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((log.offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The value at an offset, or undefined where the reader saw none. */
export function valueAt(log: LogRead, offset: number): string | undefined {
  const index = firstFrom(log, offset)
  return log.offsets[index] === offset ? log.values[index] : undefined
}

/** Whether the log has a record in [from, to). */
export function hasRecordBetween(log: LogRead, from: number, to: number): boolean {
  const next = log.offsets[firstFrom(log, from)]
  return next !== undefined && next < to
}
