import { describeProducersApi } from '../../../../src/protocol/generated/describe-producers'
import { describeTransactionsApi } from '../../../../src/protocol/generated/describe-transactions'
import { listTransactionsApi } from '../../../../src/protocol/generated/list-transactions'
import { writeTxnMarkersApi } from '../../../../src/protocol/generated/write-txn-markers'
import type { Script } from '../../scripts/stage'
import { topicOf, TransactionActor } from './transaction-actor'

/** What administrators see of transactions, and do to them. */
export const adminScripts: Script[] = [
  {
    name: 'lists and descriptions',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const prefix = stage.unique('listed')
      const idle = await TransactionActor.enter(stage, 'idle', `${prefix}.idle`)
      const busy = await TransactionActor.enter(stage, 'busy', `${prefix}.busy`)
      const done = await TransactionActor.enter(stage, 'done', `${prefix}.done`)
      for (const actor of [idle, busy, done]) {
        await actor.init()
        if (actor !== idle) await actor.add(topic.name, [0])
      }
      await done.end(true)
      await stage.wait(300)
      const { client } = idle
      const list = async (label: string, version: number, filter: object): Promise<void> => {
        const answer = await client.send(listTransactionsApi, version, filter)
        const mine = answer.transactionStates.filter(({ transactionalId }) => transactionalId.startsWith(prefix))
        mine.sort((a, b) => (a.transactionalId < b.transactionalId ? -1 : 1))
        stage.record(label, { ...answer, transactionStates: mine })
      }
      for (const version of [0, 1, 2]) await list(`all ${version}`, version, {})
      await list('by state', 0, { stateFilters: ['Ongoing', 'CompleteCommit', 'Nonsense'] })
      await list('by an unknown state', 0, { stateFilters: ['Nonsense'] })
      await list('by state in small letters', 0, { stateFilters: ['ongoing'] })
      await list('by producer', 0, { producerIdFilters: [busy.producerId, 9_000_000n] })
      for (const durationFilter of [0n, 100n, 1_000_000n, -1n]) await list(`longer than ${durationFilter}`, 1, { durationFilter })
      await list('by pattern', 2, { transactionalIdPattern: `${prefix}\\.(idle|d.*)` })
      await list('by part of the name', 2, { transactionalIdPattern: prefix })
      await list('by an empty pattern', 2, { transactionalIdPattern: '' })
      const ids = [`${prefix}.idle`, `${prefix}.busy`, `${prefix}.done`, `${prefix}.nobody`, '']
      await stage.ask('descriptions', client, describeTransactionsApi, 0, { transactionalIds: ids })
      const topics = [
        { name: topic.name, partitionIndexes: [0, 9] },
        { name: stage.unique('nowhere'), partitionIndexes: [0] }
      ]
      await stage.ask('producers', client, describeProducersApi, 0, { topics })
      await busy.end(false)
    }
  },
  {
    name: 'markers by hand',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      for (let i = 0; i < 3; i++) await ann.init()
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 0, ['a'])
      await ann.describeProducers(topic.name)
      const { client, producerId, producerEpoch } = ann
      const write = async (label: string, version: number, more: object = {}): Promise<void> => {
        const topics = [{ name: topic.name, partitionIndexes: [0] }]
        const marker = { producerId, producerEpoch, transactionResult: false, coordinatorEpoch: 0, topics, ...more }
        await stage.ask(label, client, writeTxnMarkersApi, version, { markers: [marker] })
        await ann.describeProducers(topic.name)
      }
      await write('of an old epoch', 1, { producerEpoch: 1 })
      await write('of an old epoch, version 2', 2, { transactionVersion: 2, producerEpoch: 1 })
      await write('of the same epoch, version 2', 2, { transactionVersion: 2 })
      await write('abort', 1)
      await write('abort again', 1)
      await write('abort again, version 2', 2, { transactionVersion: 2 })
      await write('of an old epoch, version 2', 2, { transactionVersion: 2, producerEpoch: 1 })
      await write('of a new epoch, version 2', 2, { transactionVersion: 2, producerEpoch: producerEpoch + 1, transactionResult: true })
      await write('of a higher coordinator', 1, { producerEpoch: producerEpoch + 1, coordinatorEpoch: 3 })
      await write('of a lower coordinator', 1, { producerEpoch: producerEpoch + 1, coordinatorEpoch: 2 })
      await write('of a stranger', 1, { producerId: 9_000_000n })
      const topics = [
        { name: topic.name, partitionIndexes: [9] },
        { name: stage.unique('nowhere'), partitionIndexes: [0] }
      ]
      await write('nowhere', 1, { topics })
      await stage.ask('none', client, writeTxnMarkersApi, 1, { markers: [] })
      await ann.read(topic.name)
    }
  }
]
