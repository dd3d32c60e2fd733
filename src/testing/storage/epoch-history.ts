/** Which leader epoch wrote from which offset on: what OffsetForLeaderEpoch answers from (KIP-101, KIP-320). */
export class EpochHistory {
  private entries: { epoch: number; startOffset: number }[] = [{ epoch: 0, startOffset: 0 }]

  /** A leader begins at the log's end. Epochs that have written nothing leave no trace. */
  begin(epoch: number, offset: number): void {
    this.entries = this.entries.filter(entry => entry.epoch < epoch && entry.startOffset < offset)
    this.entries.push({ epoch, startOffset: offset })
  }

  /** The newest epoch; undefined for an empty history. */
  get latest(): number | undefined {
    return this.entries[this.entries.length - 1]?.epoch
  }

  /**
   * Where an epoch ended: the largest known epoch that is not above `epoch`, and the first offset of the epoch after it, or
   * `logEndOffset` for the newest; undefined for an epoch that is newer than all.
   */
  endOffset(epoch: number, logEndOffset: number): { epoch: number; endOffset: number } | undefined {
    if (epoch === this.latest) return { epoch, endOffset: logEndOffset }
    const next = this.entries.findIndex(entry => entry.epoch > epoch)
    if (next < 0) return undefined
    // Of an epoch that is older than all, Kafka says that it ended where the oldest one that is known begins.
    return { epoch: this.entries[next - 1]?.epoch ?? epoch, endOffset: this.entries[next].startOffset }
  }

  truncate(offset: number): void {
    this.entries = this.entries.filter(({ startOffset }) => startOffset < offset)
  }

  /** The log now starts at `offset`; the epoch that holds it starts there too. */
  startMoved(offset: number): void {
    const holder = this.entries.toReversed().find(({ startOffset }) => startOffset <= offset)
    this.entries = this.entries.filter(entry => entry.startOffset > offset)
    if (holder !== undefined) this.entries.unshift({ epoch: holder.epoch, startOffset: offset })
  }

  /** The epoch that wrote `offset`; -1 unknown. */
  epochAt(offset: number): number {
    let epoch = -1
    for (const entry of this.entries) if (entry.startOffset <= offset) epoch = entry.epoch
    return epoch
  }
}
