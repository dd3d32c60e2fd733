import { KafkaJSInvariantViolation } from '../../../errors/usage-errors'

/** What a transactional id is doing, by Kafka's names. */
export type TransactionState =
  | 'Empty'
  | 'Ongoing'
  | 'PrepareCommit'
  | 'PrepareAbort'
  | 'CompleteCommit'
  | 'CompleteAbort'
  | 'PrepareEpochFence'
  | 'Dead'

/** All states, in the order of their numbers in `__transaction_state`. */
export const transactionStates: readonly TransactionState[] = [
  'Empty',
  'Ongoing',
  'PrepareCommit',
  'PrepareAbort',
  'CompleteCommit',
  'CompleteAbort',
  'Dead',
  'PrepareEpochFence'
]

// Aborting what never began is legal since KIP-890: the producer wants a new epoch and does not know whether anything arrived.
const successors: Record<TransactionState, readonly TransactionState[]> = {
  Empty: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  Ongoing: ['Ongoing', 'PrepareCommit', 'PrepareAbort', 'PrepareEpochFence'],
  PrepareCommit: ['CompleteCommit'],
  PrepareAbort: ['CompleteAbort'],
  CompleteCommit: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  CompleteAbort: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  PrepareEpochFence: ['PrepareAbort'],
  Dead: []
}

/** A producer id and its epoch. */
export interface ProducerIdentity {
  readonly producerId: bigint
  readonly producerEpoch: number
}

/** No producer id, in requests and answers. */
export const noProducerId = -1n
/** No epoch, in requests and answers. */
export const noProducerEpoch = -1
/** The highest epoch there is. Clients are never given it, so that there is one left to fence the last of them with. */
export const highestEpoch = 0x7fff

/** What changes along with a state. */
export type TransactionChange = Partial<
  Pick<
    Transaction,
    'producerId' | 'nextProducerId' | 'producerEpoch' | 'lastProducerEpoch' | 'timeoutMs' | 'startedAt' | 'updatedAt' | 'usesEpochBump'
  >
>

/** Whether an epoch is the last one that a client may have. */
export function isEpochExhausted(epoch: number): boolean {
  return epoch >= highestEpoch - 1
}

/** What a coordinator knows of one transactional id. */
export class Transaction {
  producerEpoch = noProducerEpoch
  /** The epoch before the last bump, so that a repeated request is known as one; -1: nobody may ask again. */
  lastProducerEpoch = noProducerEpoch
  /** The producer id before the last change of state, which after the one that changed it is another. */
  previousProducerId = noProducerId
  /** Takes over when the transaction is complete, as the epochs of this one are used up; -1: none. */
  nextProducerId = noProducerId
  /** ms on the wall clock; -1 before the first transaction. */
  startedAt = -1
  /** Whether the transaction ends with a new epoch (transaction.version 2, KIP-890). */
  usesEpochBump = false
  /** Partitions with records or offsets of the running transaction, by topic. */
  readonly partitions = new Map<string, Set<number>>()
  private current: TransactionState = 'Empty'

  constructor(
    readonly transactionalId: string,
    public producerId: bigint,
    public timeoutMs: number,
    /** ms on the wall clock. */
    public updatedAt: number
  ) {}

  get state(): TransactionState {
    return this.current
  }

  /** Whether markers are being written: nothing else may happen until they all are. */
  get isEnding(): boolean {
    return this.current === 'PrepareCommit' || this.current === 'PrepareAbort'
  }

  get isEpochExhausted(): boolean {
    return isEpochExhausted(this.producerEpoch)
  }

  has(topic: string, partition: number): boolean {
    return this.partitions.get(topic)?.has(partition) === true
  }

  add(topic: string, partition: number): void {
    const partitions = this.partitions.get(topic)
    if (partitions === undefined) this.partitions.set(topic, new Set([partition]))
    else partitions.add(partition)
  }

  /** Goes on to another state and assigns what changes with it. */
  become(next: TransactionState, change: TransactionChange): void {
    if (!successors[this.current].includes(next)) {
      throw new KafkaJSInvariantViolation(`Transaction ${this.transactionalId} can't go from ${this.current} to ${next}`)
    }
    this.current = next
    this.previousProducerId = this.producerId
    Object.assign(this, change)
  }
}
