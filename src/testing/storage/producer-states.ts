import { errorCodes } from '../../errors/error-table'
import { EndedTransactions, type EndedTransaction } from './ended-transactions'
import type { TransactionMarker } from './transaction-marker'

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
  /** ms, of the last batch's records or the last marker. */
  lastTimestamp: number
  /** ms on the wall clock of the last batch or marker. */
  lastUpdate: number
  /** First offset of the running transaction; undefined when there is none. */
  transactionStart: number | undefined
  /** Of the last marker; -1 before the first. */
  coordinatorEpoch: number
}

/** What the checks look at in a batch. */
export interface SequencedBatch {
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly isTransactional: boolean
}

/** A batch whose transaction has been asked about, and that has not been appended yet. */
interface Verification {
  epoch: number
  lowestSequence: number
  readonly bumpsEpoch: boolean
}

const remembered = 5
const highestSequence = 0x7fffffff
const highestEpoch = 0x7fff

/** Idempotence and transactions of one partition: sequence checks, duplicates, running and ended transactions. */
export class ProducerStates {
  private readonly states = new Map<bigint, ProducerState>()
  private readonly verifications = new Map<bigint, Verification>()
  private readonly ended = new EndedTransactions()

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

  /** Whether the producer's transaction, of this epoch, has records here already. */
  isOngoing(producerId: bigint, epoch: number): boolean {
    const state = this.states.get(producerId)
    return state?.transactionStart !== undefined && state.epoch === epoch
  }

  /**
   * The coordinator is about to be asked for a batch. Until one is appended the lowest sequence is kept: one that comes after it, whose
   * turn it is not, must not slip in when the first was refused (KIP-890).
   * @param bumpsEpoch whether each transaction of the producer has an epoch of its own, so that it begins at sequence 0
   */
  beginVerification({ producerId, producerEpoch, baseSequence }: SequencedBatch, bumpsEpoch: boolean): void {
    const known = this.verifications.get(producerId)
    if (known === undefined || producerEpoch > known.epoch) {
      this.verifications.set(producerId, {
        epoch: producerEpoch,
        lowestSequence: baseSequence,
        bumpsEpoch: known?.bumpsEpoch ?? bumpsEpoch
      })
    } else if (producerEpoch === known.epoch && baseSequence < known.lowestSequence) known.lowestSequence = baseSequence
  }

  /** Whether a producer's next batch may carry this epoch and first sequence; an error code. */
  check({ producerId, producerEpoch, baseSequence, isTransactional }: SequencedBatch): number {
    const state = this.states.get(producerId)
    if (state !== undefined && producerEpoch < state.epoch) return errorCodes.INVALID_PRODUCER_EPOCH
    // As Kafka has it, plain batches have to keep to it as well.
    const verification = this.verifications.get(producerId)
    if (verification !== undefined) {
      const isFirst = state === undefined || state.batches.length === 0
      if (verification.bumpsEpoch && isFirst && baseSequence !== 0) return errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER
      if (baseSequence > verification.lowestSequence) return errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER
    }
    // A producer that the partition has never seen, or has forgotten, may begin anywhere (KIP-360).
    if (state === undefined) return errorCodes.NONE
    const expected = producerEpoch > state.epoch ? 0 : nextSequence(state)
    if (baseSequence !== expected) return errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER
    return state.transactionStart !== undefined && !isTransactional ? errorCodes.INVALID_TXN_STATE : errorCodes.NONE
  }

  /** Takes in a batch that was appended. */
  appended(producerId: bigint, epoch: number, batch: ProducedBatch, isTransactional: boolean, now: number): void {
    const state = this.stateOf(producerId, epoch, now)
    state.batches.push(batch)
    state.lastTimestamp = batch.timestamp
    if (state.batches.length > remembered) state.batches.shift()
    if (!isTransactional) return
    state.transactionStart ??= batch.firstOffset
    this.verifications.delete(producerId)
  }

  /** Whether a marker may be written; an error code. */
  checkMarker({ producerId, producerEpoch, coordinatorEpoch, transactionVersion }: TransactionMarker): number {
    const state = this.states.get(producerId)
    if (state === undefined) return errorCodes.NONE
    if (transactionVersion < 2 || producerEpoch === highestEpoch) {
      if (producerEpoch < state.epoch) return errorCodes.INVALID_PRODUCER_EPOCH
    } else if (producerEpoch < state.epoch || (producerEpoch === state.epoch && state.transactionStart !== undefined)) {
      // A transaction ends in a new epoch. A marker of this one is welcome only when it is the same again.
      return errorCodes.INVALID_PRODUCER_EPOCH
    }
    return coordinatorEpoch < state.coordinatorEpoch ? errorCodes.TRANSACTION_COORDINATOR_FENCED : errorCodes.NONE
  }

  /** Takes in a marker. */
  end(
    { producerId, producerEpoch, isCommit, coordinatorEpoch }: TransactionMarker,
    markerOffset: number,
    timestamp: number,
    now: number
  ): void {
    const state = this.stateOf(producerId, producerEpoch, now)
    const firstOffset = state.transactionStart
    state.transactionStart = undefined
    state.coordinatorEpoch = coordinatorEpoch
    state.lastTimestamp = timestamp
    if (firstOffset !== undefined) this.ended.add({ producerId, firstOffset, lastOffset: markerOffset, isAborted: !isCommit })
  }

  /**
   * Start of the earliest transaction that is not decided: one that runs, or one whose marker the followers do not have yet; undefined:
   * there is none.
   */
  firstUnstableOffset(highWatermark: number): number | undefined {
    let first = this.ended.firstAfter(highWatermark)
    for (const { transactionStart } of this.states.values()) {
      if (transactionStart !== undefined && (first === undefined || transactionStart < first)) first = transactionStart
    }
    return first
  }

  /** Aborted transactions that touch the offsets from `from` up to but not including `to`, in order of their markers. */
  abortedIn(from: number, to: number): EndedTransaction[] {
    return this.ended.abortedIn(from, to)
  }

  /** Forgets the ends of transactions: compaction has removed these markers. */
  forgetMarkers(offsets: ReadonlySet<number>): void {
    this.ended.keep(({ lastOffset }) => !offsets.has(lastOffset))
  }

  /** Forgets one producer, as after `producer.id.expiration.ms`. */
  forget(producerId: bigint): boolean {
    this.verifications.delete(producerId)
    return this.states.delete(producerId)
  }

  /** Forgets producers that have been idle for `limitMs` and have no transaction running. */
  expire(now: number, limitMs: number): void {
    for (const [producerId, state] of this.states) {
      if (state.transactionStart === undefined && now - state.lastUpdate >= limitMs) this.forget(producerId)
    }
  }

  /** Forgets everything; the log is about to be read again. */
  clear(): void {
    this.states.clear()
    this.verifications.clear()
    this.ended.keep(() => false)
  }

  /** Forgets transactions that end before the log starts. */
  startMoved(logStartOffset: number): void {
    this.ended.keep(({ lastOffset }) => lastOffset >= logStartOffset)
  }

  private stateOf(producerId: bigint, epoch: number, now: number): ProducerState {
    let state = this.states.get(producerId)
    if (state === undefined) {
      state = { producerId, epoch, batches: [], lastTimestamp: -1, lastUpdate: now, transactionStart: undefined, coordinatorEpoch: -1 }
      this.states.set(producerId, state)
    } else if (epoch !== state.epoch) {
      state.epoch = epoch
      state.batches = []
    }
    state.lastUpdate = now
    return state
  }
}

/** Sequence that follows the last one of the producer's epoch; after markers alone it has not begun. */
function nextSequence({ batches }: ProducerState): number {
  const last = batches[batches.length - 1]?.lastSequence
  return last === undefined || last === highestSequence ? 0 : last + 1
}
