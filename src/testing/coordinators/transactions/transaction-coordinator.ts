import { errorCodes } from '../../../errors/error-table'
import type { Clock, Timer } from '../../../utils/clock'
import type { ConfigStore } from '../../configs/config-store'
import { keyHash } from '../key-hash'
import { MarkerWriter, offsetsTopic, type MarkerEnvironment } from './marker-writer'
import { ProducerIdAllocator } from './producer-id-allocator'
import { highestEpoch, isEpochExhausted, noProducerEpoch, noProducerId, Transaction, type ProducerIdentity } from './transaction'
import { checkEnd, checkEndWithBump, type EndDecision } from './transaction-end'

/** What the coordinator needs from the cluster. */
export interface TransactionEnvironment extends MarkerEnvironment {
  readonly clock: Clock
  readonly configs: ConfigStore
  /** Finalized level of `transaction.version`; 0 where the release has no such feature. */
  readonly transactionVersion: number
}

/** A producer id and epoch, or the error code instead of them. */
export type ProducerIdResult = ProducerIdentity | number

/** Partitions by topic, as requests list them. */
export type TopicPartitions = readonly { readonly topic: string; readonly partitions: readonly number[] }[]

/** InitProducerId with a transactional id. */
export interface InitRequest {
  readonly transactionalId: string
  readonly timeoutMs: number
  /** The producer's own id and epoch, when it has them already (KIP-360). */
  readonly expected: ProducerIdentity | undefined
}

/** EndTxn. */
export interface EndRequest extends ProducerIdentity {
  readonly transactionalId: string
  readonly isCommit: boolean
  /** Whether the client takes a new epoch with the answer (EndTxn v5, KIP-890). */
  readonly bumpsEpoch: boolean
}

/** All transactional ids of the cluster. Which broker answers for which is the coordinator map's matter. */
export class TransactionCoordinator {
  readonly markers: MarkerWriter
  private readonly producerIds = new ProducerIdAllocator()
  private readonly transactions = new Map<string, Transaction>()
  private readonly timers = new Map<Transaction, Timer>()
  private coordinatorEpoch = 0

  constructor(private readonly environment: TransactionEnvironment) {
    this.markers = new MarkerWriter(environment)
  }

  /** The transactional id, unless it is unknown or has been idle for `transactional.id.expiration.ms`. */
  find(transactionalId: string): Transaction | undefined {
    const transaction = this.transactions.get(transactionalId)
    if (transaction === undefined || !this.isExpired(transaction)) return transaction
    this.evict(transactionalId)
    return undefined
  }

  /** All transactional ids in their order. */
  all(): Transaction[] {
    return [...this.transactions.keys()]
      .flatMap(transactionalId => this.find(transactionalId) ?? [])
      .sort((a, b) => (a.transactionalId < b.transactionalId ? -1 : 1))
  }

  /** An id for a producer that is idempotent and no more. */
  newProducer(): ProducerIdentity {
    return { producerId: this.producerIds.allocate(), producerEpoch: 0 }
  }

  /** Whether a producer may have this transaction timeout. */
  isTimeoutLegal(timeoutMs: number): boolean {
    return timeoutMs > 0 && timeoutMs <= this.environment.configs.brokerNumber('transaction.max.timeout.ms')
  }

  /** InitProducerId: fences whoever has the transactional id, and ends what is left of its transaction first. */
  initProducerId({ transactionalId, timeoutMs, expected }: InitRequest): ProducerIdResult {
    if (transactionalId === '') return errorCodes.INVALID_REQUEST
    if (!this.isTimeoutLegal(timeoutMs)) return errorCodes.INVALID_TRANSACTION_TIMEOUT
    const transaction = this.find(transactionalId) ?? this.create(transactionalId, timeoutMs)
    if (transaction.isEnding) return errorCodes.CONCURRENT_TRANSACTIONS
    if (expected !== undefined && !mayGoOn(transaction, expected)) return errorCodes.PRODUCER_FENCED
    if (transaction.state === 'Ongoing') {
      this.fence(transaction)
      // The client comes again, and then gets an epoch that even the one who fenced does not have.
      return errorCodes.CONCURRENT_TRANSACTIONS
    }
    const next = this.nextIdentity(transaction, expected)
    if (typeof next === 'number') return next
    transaction.become('Empty', { ...next, timeoutMs, startedAt: -1, updatedAt: this.now() })
    return { producerId: transaction.producerId, producerEpoch: transaction.producerEpoch }
  }

  /** AddPartitionsToTxn: begins the transaction, or enlarges it; an error code for all partitions. */
  addPartitions(transactionalId: string, producer: ProducerIdentity, topics: TopicPartitions, usesEpochBump: boolean): number {
    if (transactionalId === '') return errorCodes.INVALID_REQUEST
    const transaction = this.find(transactionalId)
    if (transaction === undefined) return errorCodes.INVALID_PRODUCER_ID_MAPPING
    if (transaction.isEnding) return errorCodes.CONCURRENT_TRANSACTIONS
    if (transaction.producerId !== producer.producerId) return errorCodes.INVALID_PRODUCER_ID_MAPPING
    if (transaction.producerEpoch !== producer.producerEpoch) return errorCodes.PRODUCER_FENCED
    const isNew = transaction.state !== 'Ongoing'
    const hasAll = topics.every(({ topic, partitions }) => partitions.every(partition => transaction.has(topic, partition)))
    if (!isNew && hasAll) return errorCodes.NONE
    const now = this.now()
    transaction.become('Ongoing', { updatedAt: now, startedAt: isNew ? now : transaction.startedAt, usesEpochBump })
    for (const { topic, partitions } of topics) for (const partition of partitions) transaction.add(topic, partition)
    if (isNew) this.armTimeout(transaction)
    return errorCodes.NONE
  }

  /** AddOffsetsToTxn: as `addPartitions`, for the partition that keeps the group's offsets. */
  addOffsets(transactionalId: string, producer: ProducerIdentity, groupId: string, usesEpochBump: boolean): number {
    return this.addPartitions(transactionalId, producer, [this.offsetsPartition(groupId)], usesEpochBump)
  }

  /** Whether partitions are part of the running transaction (KIP-890); an error code for each of them in turn, or for all. */
  verifyPartitions(transactionalId: string, producer: ProducerIdentity, topics: TopicPartitions): number | number[][] {
    if (transactionalId === '') return errorCodes.INVALID_REQUEST
    const transaction = this.find(transactionalId)
    if (transaction === undefined || transaction.producerId !== producer.producerId) return errorCodes.INVALID_PRODUCER_ID_MAPPING
    if (transaction.producerEpoch !== producer.producerEpoch) return errorCodes.PRODUCER_FENCED
    if (transaction.isEnding) return errorCodes.CONCURRENT_TRANSACTIONS
    return topics.map(({ topic, partitions }) =>
      partitions.map(partition => (transaction.has(topic, partition) ? errorCodes.NONE : errorCodes.TRANSACTION_ABORTABLE))
    )
  }

  /** EndTxn: the producer id and epoch to go on with. */
  end({ transactionalId, isCommit, bumpsEpoch, ...producer }: EndRequest): ProducerIdResult {
    if (transactionalId === '') return errorCodes.INVALID_REQUEST
    const transaction = this.find(transactionalId)
    if (transaction === undefined) return errorCodes.INVALID_PRODUCER_ID_MAPPING
    const check = bumpsEpoch ? checkEndWithBump : checkEnd
    const decision = check(transaction, producer, isCommit)
    if (typeof decision === 'number') return decision === errorCodes.NONE ? identityOf(transaction) : decision
    return this.complete(transaction, decision, isCommit, bumpsEpoch)
  }

  /** Partition of `__consumer_offsets` that keeps a group's offsets. */
  offsetsPartition(groupId: string): { topic: string; partitions: readonly number[] } {
    const count = this.environment.configs.brokerNumber('offsets.topic.num.partitions')
    return { topic: offsetsTopic, partitions: [keyHash(groupId) % count] }
  }

  /**
   * Forgets a transactional id whatever it is doing, as a coordinator that has lost its log; what its transaction wrote stays undecided.
   * False when there is none.
   */
  evict(transactionalId: string): boolean {
    const transaction = this.transactions.get(transactionalId)
    if (transaction === undefined) return false
    this.disarmTimeout(transaction)
    this.markers.drop(transaction)
    this.transactions.delete(transactionalId)
    return true
  }

  /** Aborts a running transaction as its timeout does; false when none runs. */
  timeOut(transactionalId: string): boolean {
    const transaction = this.find(transactionalId)
    if (transaction?.state !== 'Ongoing') return false
    this.fence(transaction)
    return true
  }

  /** Another broker coordinates: its markers carry a higher epoch. */
  moved(): void {
    this.coordinatorEpoch++
  }

  /** Ends all timers. */
  stop(): void {
    for (const timer of this.timers.values()) timer.cancel()
    this.timers.clear()
  }

  private isExpired({ state, isEnding, updatedAt }: Transaction): boolean {
    if (state === 'Ongoing' || isEnding) return false
    return this.now() - updatedAt >= this.environment.configs.brokerNumber('transactional.id.expiration.ms')
  }

  private create(transactionalId: string, timeoutMs: number): Transaction {
    const transaction = new Transaction(transactionalId, this.producerIds.allocate(), timeoutMs, this.now())
    this.transactions.set(transactionalId, transaction)
    return transaction
  }

  /** What InitProducerId gives out, or an error code. */
  private nextIdentity(
    { producerId, producerEpoch, lastProducerEpoch, isEpochExhausted: isExhausted }: Transaction,
    expected: ProducerIdentity | undefined
  ): (ProducerIdentity & { lastProducerEpoch: number }) | number {
    if (isExhausted) {
      // Kafka takes this for a mistake of its own, whoever asks.
      if (expected !== undefined && expected.producerEpoch !== producerEpoch) return errorCodes.UNKNOWN_SERVER_ERROR
      const last = expected === undefined ? noProducerEpoch : producerEpoch
      return { producerId: this.producerIds.allocate(), producerEpoch: 0, lastProducerEpoch: last }
    }
    const bumped = producerEpoch + 1
    if (expected === undefined) return { producerId, producerEpoch: bumped, lastProducerEpoch: noProducerEpoch }
    if (producerEpoch === noProducerEpoch || expected.producerEpoch === producerEpoch) {
      return { producerId, producerEpoch: bumped, lastProducerEpoch: producerEpoch }
    }
    // The answer to the same request got lost: it is given again.
    return expected.producerEpoch === lastProducerEpoch ? { producerId, producerEpoch, lastProducerEpoch } : errorCodes.PRODUCER_FENCED
  }

  /** Takes the producer its epoch away and aborts what it has running. */
  private fence(transaction: Transaction): void {
    const bumpsEpoch = this.environment.transactionVersion >= 2
    const producerEpoch = Math.min(transaction.producerEpoch + 1, highestEpoch)
    // Where every end of a transaction takes the epoch away, this one needs no other way.
    transaction.become('PrepareEpochFence', bumpsEpoch ? {} : { producerEpoch, lastProducerEpoch: noProducerEpoch })
    this.complete(transaction, { isEmpty: false }, false, bumpsEpoch)
  }

  private complete(transaction: Transaction, { isEmpty }: EndDecision, isCommit: boolean, bumpsEpoch: boolean): ProducerIdentity {
    const { producerEpoch, isEpochExhausted: isExhausted } = transaction
    const now = this.now()
    const hasRoom = producerEpoch < highestEpoch
    const nextProducerId = bumpsEpoch && isExhausted ? this.producerIds.allocate() : noProducerId
    this.disarmTimeout(transaction)
    transaction.become(isCommit ? 'PrepareCommit' : 'PrepareAbort', {
      updatedAt: now,
      usesEpochBump: bumpsEpoch,
      nextProducerId,
      ...(isEmpty ? { startedAt: now } : {}),
      ...(bumpsEpoch && hasRoom ? { producerEpoch: producerEpoch + 1, lastProducerEpoch: producerEpoch } : {})
    })
    const next = nextProducerId === noProducerId ? identityOf(transaction) : { producerId: nextProducerId, producerEpoch: 0 }
    this.markers.write(transaction, this.coordinatorEpoch, () =>
      transaction.become(isCommit ? 'CompleteCommit' : 'CompleteAbort', { ...next, nextProducerId: noProducerId, updatedAt: this.now() })
    )
    return next
  }

  private armTimeout(transaction: Transaction): void {
    const timer = this.environment.clock.schedule(transaction.timeoutMs, () => this.timeOut(transaction.transactionalId))
    this.timers.set(transaction, timer)
  }

  private disarmTimeout(transaction: Transaction): void {
    this.timers.get(transaction)?.cancel()
    this.timers.delete(transaction)
  }

  private now(): number {
    return this.environment.clock.wallTime()
  }
}

/** Whether a producer that says who it is may still go on under the transactional id; its epoch is looked at later. */
function mayGoOn(transaction: Transaction, expected: ProducerIdentity): boolean {
  return (
    transaction.producerEpoch === noProducerEpoch ||
    expected.producerId === transaction.producerId ||
    (expected.producerId === transaction.previousProducerId && isEpochExhausted(expected.producerEpoch))
  )
}

function identityOf({ producerId, producerEpoch }: Transaction): ProducerIdentity {
  return { producerId, producerEpoch }
}
