/** A transaction that has ended in one partition. */
export interface EndedTransaction {
  readonly producerId: bigint
  readonly firstOffset: number
  /** Offset of the marker. */
  readonly lastOffset: number
  readonly isAborted: boolean
}

/** Transactions that have ended in one partition, in order of their markers. */
export class EndedTransactions {
  private entries: EndedTransaction[] = []

  add(entry: EndedTransaction): void {
    this.entries.push(entry)
  }

  /** Start of the earliest whose marker lies at or after `offset`; undefined when there is none. */
  firstAfter(offset: number): number | undefined {
    let first: number | undefined
    for (let i = this.entries.length - 1; i >= 0 && this.entries[i].lastOffset >= offset; i--) {
      const { firstOffset } = this.entries[i]
      if (first === undefined || firstOffset < first) first = firstOffset
    }
    return first
  }

  /** Those aborted that touch the offsets from `from` up to but not including `to`. */
  abortedIn(from: number, to: number): EndedTransaction[] {
    const found: EndedTransaction[] = []
    for (let i = this.indexOf(from); i < this.entries.length; i++) {
      const entry = this.entries[i]
      if (entry.isAborted && entry.firstOffset < to) found.push(entry)
    }
    return found
  }

  /** Forgets those that `isKept` does not want. */
  keep(isKept: (entry: EndedTransaction) => boolean): void {
    this.entries = this.entries.filter(isKept)
  }

  /** Index of the first whose marker lies at or after `offset`. */
  private indexOf(offset: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.entries[middle].lastOffset < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
