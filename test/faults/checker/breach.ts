import type { Settings } from '../history/history-line'
import { HistoryBuilder } from './history-builder'
import type { InvariantId } from './invariant'

/** What breaks one invariant and only it, and nearly the same that holds. */
export interface Breach {
  readonly invariant: InvariantId
  readonly what: string
  readonly settings?: Partial<Settings>
  readonly broken: (history: HistoryBuilder) => unknown
  readonly sound: (history: HistoryBuilder) => unknown
}

/** A member that has read and finished offset 0 and 1. */
export function worked(h: HistoryBuilder): HistoryBuilder {
  return h.assign('m', 0).deliver('m', '0:a 1:b').finish('m', 1)
}
