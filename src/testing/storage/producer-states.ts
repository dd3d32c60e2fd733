import { errorCodes } from '../../errors/error-table'

/** Where a producer's batch landed. */
export interface ProducedBatch {
  readonly firstSequence: number
  readonly lastSequence: number
  readonly firstOffset: number
  readonly lastOffset: number
  /** ms, the batch's largest. */
  readonly timestamp: number
}

/** What a partition knows of one producer. */
export interface ProducerState {
  readonly producerId: bigint
  epoch: number
  /** Up to five, the newest last: as many as a client may have in flight. */
  batches: ProducedBatch[]
  /** ms on the wall clock of the last batch or marker. */
  lastUpdate: number
  /** First offset of the running transaction; undefined when there is none. */
  transactionStart: number | undefined
  /** Of the last marker; -1 before the first. */
  coordinatorEpoch: number
}

/** An aborted transaction, as Fetch lists it. */
export interface AbortedTransaction {
  readonly producerId: bigint
  readonly firstOffset: number
  /** Offset of the marker. */
  readonly lastOffset: number
}

const remembered = 5
const highestSequence = 0x7fffffff

/** Idempotence and transactions of one partition: sequence checks, duplicates, running and aborted transactions. */
export class ProducerStates {
  private readonly states = new Map<bigint, ProducerState>()
  private readonly aborted: AbortedTransaction[] = []

  get(producerId: bigint): ProducerState | undefined {
    return this.states.get(producerId)
  }

  all(): ProducerState[] {
    return [...this.states.values()]
  }

  /** The batch that this one repeats, if it is one of the last five. */
  duplicate(producerId: bigint, epoch: number, firstSequence: number, lastSequence: number): ProducedBatch | undefined {
    const state = this.states.get(producerId)
    if (state === undefined || state.epoch !== epoch) return undefined
    return state.batches.find(batch => batch.firstSequence === firstSequence && batch.lastSequence === lastSequence)
  }

  /** Whether a producer's next batch may carry this epoch and first sequence; an error code. */
  check(producerId: bigint, epoch: number, firstSequence: number): number {
    const state = this.states.get(producerId)
    // A producer that the partition has never seen, or has forgotten, may begin anywhere (KIP-360).
    if (state === undefined) return errorCodes.NONE
    if (epoch < state.epoch) return errorCodes.INVALID_PRODUCER_EPOCH
    if (epoch > state.epoch) return firstSequence === 0 ? errorCodes.NONE : errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER
    const last = state.batches[state.batches.length - 1]
    // Only markers so far in this epoch: the producer has not begun.
    const expected = last === undefined ? 0 : last.lastSequence === highestSequence ? 0 : last.lastSequence + 1
    return firstSequence === expected ? errorCodes.NONE : errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER
  }

  /** Takes in a batch that was appended. */
  appended(producerId: bigint, epoch: number, batch: ProducedBatch, isTransactional: boolean, now: number): void {
    const state = this.stateOf(producerId, epoch, now)
    state.batches.push(batch)
    if (state.batches.length > remembered) state.batches.shift()
    if (isTransactional) state.transactionStart ??= batch.firstOffset
  }

  /** Takes in a marker. Returns the transaction that it aborted, if it did. */
  ended(producerId: bigint, epoch: number, markerOffset: number, committed: boolean, coordinatorEpoch: number, now: number): void {
    const state = this.stateOf(producerId, epoch, now)
    const firstOffset = state.transactionStart
    state.transactionStart = undefined
    state.coordinatorEpoch = coordinatorEpoch
    if (firstOffset !== undefined && !committed) this.aborted.push({ producerId, firstOffset, lastOffset: markerOffset })
  }

  /** Start of the earliest running transaction. */
  firstUnstableOffset(): number | undefined {
    let first: number | undefined
    for (const { transactionStart } of this.states.values()) {
      if (transactionStart !== undefined && (first === undefined || transactionStart < first)) first = transactionStart
    }
    return first
  }

  /** Aborted transactions that touch the offsets from `from` up to but not including `to`, in order of their markers. */
  abortedIn(from: number, to: number): AbortedTransaction[] {
    return this.aborted.filter(({ firstOffset, lastOffset }) => lastOffset >= from && firstOffset < to)
  }

  /** Forgets one producer, as after `producer.id.expiration.ms`. */
  forget(producerId: bigint): boolean {
    return this.states.delete(producerId)
  }

  /** Forgets producers that have been idle for longer than `limitMs` and have no transaction running. */
  expire(now: number, limitMs: number): void {
    for (const [producerId, state] of this.states) {
      if (state.transactionStart === undefined && now - state.lastUpdate >= limitMs) this.states.delete(producerId)
    }
  }

  /** Forgets what lies at or after `offset`. */
  truncate(offset: number): void {
    for (const [producerId, state] of this.states) {
      state.batches = state.batches.filter(batch => batch.lastOffset < offset)
      if (state.transactionStart !== undefined && state.transactionStart >= offset) state.transactionStart = undefined
      if (state.batches.length === 0 && state.transactionStart === undefined) this.states.delete(producerId)
    }
    this.keepAborted(({ lastOffset }) => lastOffset < offset)
  }

  /** Forgets aborted transactions that end before the log starts. */
  startMoved(logStartOffset: number): void {
    this.keepAborted(({ lastOffset }) => lastOffset >= logStartOffset)
  }

  private keepAborted(keep: (aborted: AbortedTransaction) => boolean): void {
    const kept = this.aborted.filter(keep)
    this.aborted.length = 0
    this.aborted.push(...kept)
  }

  private stateOf(producerId: bigint, epoch: number, now: number): ProducerState {
    let state = this.states.get(producerId)
    if (state === undefined) {
      state = { producerId, epoch, batches: [], lastUpdate: now, transactionStart: undefined, coordinatorEpoch: -1 }
      this.states.set(producerId, state)
    } else if (epoch !== state.epoch) {
      state.epoch = epoch
      state.batches = []
    }
    state.lastUpdate = now
    return state
  }
}
