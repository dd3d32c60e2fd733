import { errorCodes } from '../../../errors/error-table'
import type { ConfigStore } from '../../configs/config-store'
import type { SequencedBatch } from '../../storage/producer-states'
import type { Partition } from '../../topics/partition'
import type { CoordinatorMap } from '../coordinator-map'
import { verifyAppend, type TransactionSupport } from './append-verifier'
import type { TransactionCoordinator } from './transaction-coordinator'

/** What a broker that appends needs to ask the coordinator. */
export interface AppendEnvironment {
  readonly transactions: TransactionCoordinator
  readonly coordinators: CoordinatorMap
  readonly configs: ConfigStore
  /** Whether the release asks before it appends (since 3.6, KIP-890). */
  readonly verifiesTransactions: boolean
}

/** Errors of the coordinator that old producers would not know what to do with; they are told something that they retry. */
const passing: readonly number[] = [
  errorCodes.NETWORK_EXCEPTION,
  errorCodes.COORDINATOR_LOAD_IN_PROGRESS,
  errorCodes.COORDINATOR_NOT_AVAILABLE,
  errorCodes.NOT_COORDINATOR
]

/** The transaction that the batches of one Produce request belong to. */
export class AppendTransaction {
  constructor(
    private readonly environment: AppendEnvironment,
    private readonly transactionalId: string,
    private readonly support: TransactionSupport
  ) {}

  /** Whether a batch may be appended as a part of its transaction; an error code. Adds the partition where the client left that to us. */
  verify({ topic, index, log: { producers } }: Partition, batch: SequencedBatch): number {
    const { transactions, coordinators, configs, verifiesTransactions } = this.environment
    const { producerId, producerEpoch } = batch
    const state = producers.get(producerId)
    if (state !== undefined && producerEpoch < state.epoch) return errorCodes.INVALID_PRODUCER_EPOCH
    const isWanted = verifiesTransactions && configs.broker('transaction.partition.verification.enable') === 'true'
    if ((!isWanted && this.support !== 'add') || producers.isOngoing(producerId, producerEpoch)) return errorCodes.NONE
    producers.beginVerification(batch, this.support === 'add')
    const topics = [{ topic, partitions: [index] }]
    const errorCode = verifyAppend(transactions, coordinators, this.support, this.transactionalId, { producerId, producerEpoch }, topics)
    if (passing.includes(errorCode)) return errorCodes.NOT_ENOUGH_REPLICAS
    return errorCode === errorCodes.CONCURRENT_TRANSACTIONS && this.support !== 'add' ? errorCodes.NOT_ENOUGH_REPLICAS : errorCode
  }
}
