import { addOffsetsToTxnApi } from '../../../../src/protocol/generated/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '../../../../src/protocol/generated/add-partitions-to-txn'
import { describeProducersApi } from '../../../../src/protocol/generated/describe-producers'
import { describeTransactionsApi } from '../../../../src/protocol/generated/describe-transactions'
import { endTxnApi } from '../../../../src/protocol/generated/end-txn'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import { findCoordinatorApi } from '../../../../src/protocol/generated/find-coordinator'
import { initProducerIdApi } from '../../../../src/protocol/generated/init-producer-id'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { txnOffsetCommitApi } from '../../../../src/protocol/generated/txn-offset-commit'
import type { Stage } from '../../scripts/stage'
import { describeBatches } from '../../support/describe-batches'
import { makeBatch, type BatchSpec } from '../../support/make-batch'
import type { WireClient } from '../../support/wire-client'

/** Resolves when the broker has producer ids to give; a real one that has just started has none. The id 0 is given to nobody. */
export function readyForProducers(stage: Stage, client: WireClient): Promise<void> {
  return stage.quiet(async () => {
    for (;;) {
      const answer = await stage.ask('ready', client, initProducerIdApi, 4, { transactionalId: null, transactionTimeoutMs: 1000 })
      if (answer.errorCode === 0 && answer.producerId > 0n) return
      await stage.wait(100)
    }
  })
}

/** A topic whose records stay in one segment, whatever times they carry: a fetch does not read past the end of one. */
export function topicOf(stage: Stage, numPartitions: number, name = 'topic'): Promise<{ name: string; id: string }> {
  return stage.topic(name, numPartitions, { 'segment.ms': '9000000000000' })
}

/** A transactional producer that does as it is told, with the id and epoch that it was given last. */
export class TransactionActor {
  producerId = -1n
  producerEpoch = -1

  private constructor(
    readonly stage: Stage,
    readonly client: WireClient,
    readonly name: string,
    readonly transactionalId: string
  ) {}

  /** Connects, and resolves when there is a coordinator for the transactional id. */
  static async enter(stage: Stage, name: string, transactionalId = stage.unique(`${name}'s id`)): Promise<TransactionActor> {
    const actor = new TransactionActor(stage, await stage.client(name), name, transactionalId)
    await stage.quiet(async () => {
      for (;;) {
        // Asking for the coordinator is what makes its internal topic.
        const { errorCode } = await stage.ask('coordinator', actor.client, findCoordinatorApi, 3, { key: transactionalId, keyType: 1 })
        const body = { transactionalIds: [transactionalId] }
        const { transactionStates } = await stage.ask('ready', actor.client, describeTransactionsApi, 0, body)
        if (errorCode === 0 && [0, 105].includes(transactionStates[0].errorCode)) break
        await stage.wait(100)
      }
    })
    await readyForProducers(stage, actor.client)
    return actor
  }

  /** A producer that is idempotent and no more, with an id. */
  static async idempotent(stage: Stage, name: string): Promise<TransactionActor> {
    const actor = new TransactionActor(stage, await stage.client(name), name, '')
    await readyForProducers(stage, actor.client)
    const body = { transactionalId: null, transactionTimeoutMs: 1000 }
    actor.take(await stage.ask(`${name} init`, actor.client, initProducerIdApi, 4, body))
    return actor
  }

  async init(
    version = 4,
    { timeout = 60_000, ...more }: { timeout?: number; producerId?: bigint; producerEpoch?: number } = {}
  ): Promise<number> {
    const body = { transactionalId: this.transactionalId, transactionTimeoutMs: timeout, ...more }
    const answer = await this.stage.ask(`${this.name} init ${version}`, this.client, initProducerIdApi, version, body)
    if (answer.errorCode === 0) this.take(answer)
    return answer.errorCode
  }

  take({ producerId, producerEpoch }: { producerId: bigint; producerEpoch: number }): void {
    this.producerId = producerId
    this.producerEpoch = producerEpoch
  }

  async add(topic: string, partitions: number[], version = 3, more: object = {}): Promise<void> {
    const body = {
      v3AndBelowTransactionalId: this.transactionalId,
      v3AndBelowProducerId: this.producerId,
      v3AndBelowProducerEpoch: this.producerEpoch,
      v3AndBelowTopics: [{ name: topic, partitions }],
      ...more
    }
    await this.stage.ask(`${this.name} add ${version}`, this.client, addPartitionsToTxnApi, version, body)
  }

  async addOffsets(groupId: string, version = 3, more: object = {}): Promise<void> {
    const { transactionalId, producerId, producerEpoch } = this
    const body = { transactionalId, producerId, producerEpoch, groupId, ...more }
    await this.stage.ask(`${this.name} add offsets ${version}`, this.client, addOffsetsToTxnApi, version, body)
  }

  async commitOffset(groupId: string, topic: string, partition: number, offset: number, version = 3, more: object = {}): Promise<void> {
    const { transactionalId, producerId, producerEpoch } = this
    const topics = [{ name: topic, partitions: [{ partitionIndex: partition, committedOffset: BigInt(offset), committedMetadata: '' }] }]
    const body = { transactionalId, producerId, producerEpoch, groupId, topics, ...more }
    await this.stage.ask(`${this.name} commit offset ${version}`, this.client, txnOffsetCommitApi, version, body)
  }

  /** Sends values as one batch; says what it says of the transaction unless told otherwise. */
  async produce(
    topic: string,
    partition: number,
    baseSequence: number,
    values: string[],
    {
      version = 11,
      acks = -1,
      transactionalId = this.transactionalId,
      ...spec
    }: BatchSpec & { version?: number; acks?: number; transactionalId?: string | null } = {}
  ): Promise<void> {
    const { producerId, producerEpoch } = this
    const records = makeBatch(values, { transactional: true, producerId, producerEpoch, baseSequence, ...spec })
    const topicData = [{ name: topic, partitionData: [{ index: partition, records }] }]
    const label = `${this.name} produce ${version}: ${values.join()}`
    await this.stage.ask(label, this.client, produceApi, version, { transactionalId, acks, timeoutMs: 5000, topicData })
  }

  /** Sends values as one batch that is in no transaction. */
  produceAlone(
    topic: string,
    baseSequence: number,
    values: string[],
    more: BatchSpec & { version?: number; acks?: number } = {}
  ): Promise<void> {
    return this.produce(topic, 0, baseSequence, values, { transactional: false, transactionalId: null, ...more })
  }

  /** Ends the transaction and waits until it is complete. */
  async end(committed: boolean, version = 4, more: object = {}): Promise<void> {
    const { transactionalId, producerId, producerEpoch } = this
    const body = { transactionalId, producerId, producerEpoch, committed, ...more }
    const label = `${this.name} ${committed ? 'commit' : 'abort'} ${version}`
    const answer = await this.stage.ask(label, this.client, endTxnApi, version, body)
    if (answer.errorCode === 0 && version >= 5) this.take(answer)
    await this.settled()
  }

  /** Resolves when the coordinator writes no markers for the transactional id. */
  async settled(): Promise<void> {
    await this.stage.quiet(async () => {
      for (;;) {
        const body = { transactionalIds: [this.transactionalId] }
        const { transactionStates } = await this.stage.ask('state', this.client, describeTransactionsApi, 0, body)
        if (!transactionStates[0].transactionState.startsWith('Prepare')) return
        await this.stage.wait(50)
      }
    })
  }

  async describe(): Promise<void> {
    const answer = await this.client.send(describeTransactionsApi, 0, { transactionalIds: [this.transactionalId] })
    // Which partition keeps a group's offsets depends on its name, which is another each time.
    const transactionStates = answer.transactionStates.map(state => ({
      ...state,
      topics: state.topics.map(one => (one.topic === '__consumer_offsets' ? { ...one, partitions: one.partitions.length } : one))
    }))
    this.stage.record(`describe ${this.name}`, { ...answer, transactionStates })
  }

  async describeProducers(topic: string, partition = 0): Promise<void> {
    const body = { topics: [{ name: topic, partitionIndexes: [partition] }] }
    await this.stage.ask(`producers of ${partition}`, this.client, describeProducersApi, 0, body)
  }

  /** Writes down a partition from an offset on, as a consumer of either isolation level gets it. */
  async read(topic: string, partition = 0, offset = 0, partitionMaxBytes = 1_000_000): Promise<void> {
    for (const isolationLevel of [0, 1]) {
      const partitions = [{ partition, fetchOffset: BigInt(offset), partitionMaxBytes }]
      const body = { maxWaitMs: 0, minBytes: 1, isolationLevel, topics: [{ topic, partitions }] }
      const answer = await this.client.send(fetchApi, 12, body)
      const [
        {
          partitions: [data]
        }
      ] = answer.responses
      const { records, ...facts } = data
      this.stage.record(`read ${partition} ${isolationLevel === 0 ? 'uncommitted' : 'committed'}`, {
        ...facts,
        batches: await describeBatches(records)
      })
    }
  }
}
