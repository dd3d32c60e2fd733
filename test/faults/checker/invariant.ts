import type { History } from './history'

export type InvariantId = `I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18}`

/** One breach of an invariant, with the numbers of the lines that show it. */
export interface Violation {
  readonly invariant: InvariantId
  readonly message: string
  readonly lines: readonly number[]
}

/** A rule that every history has to keep. `check` only reads. */
export interface Invariant {
  readonly id: InvariantId
  readonly name: string
  check(history: History, report: (message: string, lines: readonly number[]) => void): void
}
