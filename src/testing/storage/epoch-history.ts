/** Which leader epoch wrote from which offset on: what OffsetForLeaderEpoch answers from (KIP-101, KIP-320). */
export class EpochHistory {
  private entries: { epoch: number; startOffset: number }[] = []

  /** A batch of `epoch` is about to be written at `offset`. */
  assign(epoch: number, offset: number): void {
    const last = this.entries[this.entries.length - 1]
    if (last === undefined || epoch > last.epoch) this.entries.push({ epoch, startOffset: offset })
  }

  /** Epoch of the last batch; undefined for an empty history. */
  get latest(): number | undefined {
    return this.entries[this.entries.length - 1]?.epoch
  }

  /**
   * Where an epoch ended: the largest known epoch that is not above `epoch`, and the first offset of the epoch after it, or
   * `logEndOffset` for the newest.
   * @param currentEpoch the leader's own, which ends at the log's end
   */
  endOffset(epoch: number, currentEpoch: number, logEndOffset: number): { epoch: number; endOffset: number } | undefined {
    if (epoch === currentEpoch) return { epoch, endOffset: logEndOffset }
    const next = this.entries.findIndex(entry => entry.epoch > epoch)
    // Nothing newer is known: only the current epoch may ask for the log's end.
    if (next < 0) return undefined
    const after = this.entries[next] as { startOffset: number }
    const before = this.entries[next - 1]
    return { epoch: before?.epoch ?? epoch, endOffset: after.startOffset }
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
