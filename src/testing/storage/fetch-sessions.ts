/** What a client wants of one partition. */
export interface FetchTarget {
  readonly topic: string
  /** Zero id below Fetch v13. */
  readonly topicId: string
  readonly partition: number
  readonly fetchOffset: number
  readonly maxBytes: number
  /** -1 unknown */
  readonly currentLeaderEpoch: number
  /** -1 unknown */
  readonly lastFetchedEpoch: number
}

/** A partition of a session, with what the client was last told of it. */
export interface SessionPartition {
  target: FetchTarget
  /** -1 before the first answer. */
  highWatermark: number
  logStartOffset: number
}

/** Partitions that a client fetches, so that it need not list them again each time (KIP-227). */
export class FetchSession {
  /** Of the next request that continues the session. */
  nextEpoch = 1
  readonly partitions = new Map<string, SessionPartition>()

  constructor(
    readonly id: number,
    /** Whether it was opened by a request with topic ids (v13 and later). */
    readonly usesTopicIds: boolean
  ) {}

  /** Adds or changes partitions and drops those that the client forgets. */
  update(targets: readonly FetchTarget[], forgotten: readonly FetchTarget[]): void {
    for (const target of forgotten) this.partitions.delete(keyOf(target))
    for (const target of targets) {
      const known = this.partitions.get(keyOf(target))
      if (known === undefined) this.partitions.set(keyOf(target), { target, highWatermark: -1, logStartOffset: -1 })
      else known.target = target
    }
  }

  advance(): void {
    this.nextEpoch = this.nextEpoch === 0x7fffffff ? 1 : this.nextEpoch + 1
  }
}

/** The fetch sessions of one broker. The least recently used one goes when there is no slot left. */
export class FetchSessions {
  private readonly sessions = new Map<number, FetchSession>()
  private lastId = 0

  /** @param slots most sessions; 0: none are given */
  constructor(private readonly slots: () => number) {}

  /** Opens a session; undefined when the broker gives none. */
  open(usesTopicIds: boolean): FetchSession | undefined {
    const slots = this.slots()
    if (slots <= 0) return undefined
    while (this.sessions.size >= slots) this.sessions.delete(this.sessions.keys().next().value as number)
    const session = new FetchSession(++this.lastId, usesTopicIds)
    this.sessions.set(session.id, session)
    return session
  }

  /** The session, now the most recently used one. */
  use(id: number): FetchSession | undefined {
    const session = this.sessions.get(id)
    if (session === undefined) return undefined
    this.sessions.delete(id)
    this.sessions.set(id, session)
    return session
  }

  close(id: number): void {
    this.sessions.delete(id)
  }

  /** Ends all sessions, as a broker's restart does. */
  clear(): void {
    this.sessions.clear()
  }

  get all(): readonly FetchSession[] {
    return [...this.sessions.values()]
  }
}

/** Names a partition within a session. */
export function keyOf({ topic, topicId, partition }: Pick<FetchTarget, 'topic' | 'topicId' | 'partition'>): string {
  return `${topic}/${topicId}/${partition}`
}
