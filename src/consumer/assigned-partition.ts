import { zeroUuid } from '../protocol/uuid'
import { RingQueue } from '../utils/ring-queue'
import type { CompletedFetch } from './fetch/completed-fetch'

/** The one thing of a message that counts here. */
interface WithOffset {
  readonly offset: string
}

/** No offset. */
export const noOffset = -1

/**
 * One partition for as long as one assignment lasts. When the partition comes back after a rebalance it is another object:
 * whatever still holds the old one (a handler that runs on, an answer on its way, a commit) finds `revoked` set and changes nothing.
 *
 * Two offsets matter: `position`, the next record the application gets, and `fetchOffset`, the next one to ask a broker for;
 * between them lies what is buffered. Both are unknown (−1) until the group's committed offset has been read in this very
 * generation: fetching with what was known before would skip or repeat what another member did in between.
 */
export class AssignedPartition {
  /** Fetched, not yet (wholly) processed; the head may be in the middle of being processed. */
  readonly buffer = new RingQueue<CompletedFetch>(4)
  /** Bytes in `buffer`. */
  bufferedBytes = 0
  /** Next offset to ask a broker for; −1 while it is not known. */
  fetchOffset = noOffset
  /** Last committed offset as far as known; −1 none or unknown. */
  committed = noOffset
  /** Grows when the position is set from outside (seek, reset): what was under way for the old position does not count any more. */
  generation = 0
  /** Set when the assignment is over. */
  revoked = false
  /** A handler works on this partition. */
  processing = false
  /** The handler should end between two records: paused, sought, revoked, or the consumer stops. */
  interrupted = false
  /** Failures in a row at the same position. */
  failures = 0
  /** Where the last failure was; −1 none yet. */
  failedPosition = noOffset
  /** Not to be processed before this point of `clock.now()`. */
  processAfter = 0
  /** Not to be fetched before this point of `clock.now()`, unless another broker leads by then. */
  fetchAfter = 0
  /** The last batch that came cannot be read, or the position is being checked: nothing is fetched until that is settled. */
  isBlocked = false
  /** Leader whose answer set `fetchAfter`. */
  failedLeader = -1
  /** Fetches in a row that failed. */
  fetchFailures = 0
  /** Order of the last fetch, for fairness: brokers fill an answer in the order of the request. */
  fetchOrder = 0
  /** Topic that the position belongs to; the zero id while it is not known, as with brokers that know none. */
  topicId = zeroUuid
  /** Bytes to ask for, at least; grows when an answer was too small for a single batch. */
  fetchBytes = 0

  private base = noOffset
  private lastDone: WithOffset | undefined
  private resolvedOffset = noOffset

  constructor(
    readonly topic: string,
    readonly partition: number
  ) {}

  /** Next offset for the application; −1 while it is not known. */
  get position(): number {
    this.settle()
    return this.base
  }

  /** Offset to commit: that after the last record that is done; −1 when nothing was done since the assignment. */
  get resolved(): number {
    this.settle()
    return this.resolvedOffset
  }

  /** Something is done that is not committed. */
  get isDirty(): boolean {
    const { resolved } = this
    return resolved !== noOffset && resolved !== this.committed
  }

  /** Called for every record, so it is one write: the offset's text is read when somebody wants to know. */
  done(message: WithOffset): void {
    this.lastDone = message
  }

  /** All below `offset` is done. */
  advance(offset: number): void {
    this.lastDone = undefined
    this.base = offset
    this.resolvedOffset = offset
  }

  /** The application says that all below `offset` is done; where it goes on reading is settled when its handler returns. */
  resolve(offset: number): void {
    this.settle()
    this.resolvedOffset = offset
  }

  /** Where to begin, from the group's committed offset or the reset policy. */
  start(offset: number): void {
    this.move(offset)
    this.resolvedOffset = noOffset
  }

  /** Where to go on, by the application's wish. */
  seek(offset: number): void {
    this.move(offset)
    this.resolvedOffset = offset
    this.committed = noOffset
  }

  /** Forgets position and buffer, until a new position is known. */
  forget(): void {
    this.move(noOffset)
    this.resolvedOffset = noOffset
  }

  /** Drops the buffer and fetches again from the position. */
  refetch(): void {
    this.settle()
    this.fetchOffset = this.base
    this.clearBuffer()
  }

  revoke(): void {
    this.settle()
    this.generation++
    this.revoked = true
    this.interrupted = true
    this.clearBuffer()
  }

  private move(offset: number): void {
    this.lastDone = undefined
    this.generation++
    this.interrupted = true
    this.base = offset
    this.fetchOffset = offset
    this.failures = 0
    this.processAfter = 0
    this.fetchAfter = 0
    this.fetchFailures = 0
    this.clearBuffer()
  }

  private clearBuffer(): void {
    this.buffer.clear()
    this.bufferedBytes = 0
    this.isBlocked = false
  }

  private settle(): void {
    if (this.lastDone === undefined) return
    const offset = Number(this.lastDone.offset) + 1
    this.lastDone = undefined
    this.base = offset
    this.resolvedOffset = offset
  }
}
