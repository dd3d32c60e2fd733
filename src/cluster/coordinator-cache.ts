/** What a coordinator looks after. */
export type CoordinatorType = 'group' | 'transaction'

/** Asks the cluster for the node id of a coordinator. */
export type CoordinatorLookUp = (type: CoordinatorType, key: string) => Promise<number>

interface Entry {
  readonly found: Promise<number>
  /** Undefined while the look-up runs. */
  nodeId: number | undefined
}

/**
 * Remembers which broker coordinates which group or transactional id. A look-up is shared by all who need its answer and
 * goes on when the one who asked first has lost interest. Entries are dropped when a response says that the coordinator
 * is another broker, and when a connection to the broker fails: a dead broker answers nothing that could correct the entry.
 */
export class CoordinatorCache {
  private readonly entries: Readonly<Record<CoordinatorType, Map<string, Entry>>> = { group: new Map(), transaction: new Map() }

  constructor(private readonly lookUp: CoordinatorLookUp) {}

  /** @returns the coordinator's node id; rejects as the look-up does, and then remembers nothing */
  get(type: CoordinatorType, key: string): Promise<number> {
    const entries = this.entries[type]
    const known = entries.get(key)
    if (known !== undefined) return known.found
    const entry: Entry = { found: this.lookUp(type, key), nodeId: undefined }
    entries.set(key, entry)
    void this.settle(entries, key, entry)
    return entry.found
  }

  forget(type: CoordinatorType, key: string): void {
    this.entries[type].delete(key)
  }

  /** Drops every entry that points to the broker. */
  forgetNode(nodeId: number): void {
    for (const entries of Object.values(this.entries)) {
      for (const [key, entry] of entries) if (entry.nodeId === nodeId) entries.delete(key)
    }
  }

  clear(): void {
    for (const entries of Object.values(this.entries)) entries.clear()
  }

  private async settle(entries: Map<string, Entry>, key: string, entry: Entry): Promise<void> {
    try {
      entry.nodeId = await entry.found
    } catch {
      // Forgotten while the look-up ran, the entry may have been replaced by a newer look-up, which must stay.
      if (entries.get(key) === entry) entries.delete(key)
    }
  }
}
