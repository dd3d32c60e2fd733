import { addPartitionsToTxnApi } from '../../../../src/protocol/generated/add-partitions-to-txn'
import type { Script } from '../../scripts/stage'
import { topicOf, TransactionActor } from './transaction-actor'

/** Transactions from their beginning to their end. */
export const flowScripts: Script[] = [
  {
    name: 'transactions of version 1: commit, abort, commit',
    async play(stage) {
      const topic = await topicOf(stage, 2)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.add(topic.name, [0, 1])
      await ann.describe()
      await ann.produce(topic.name, 0, 0, ['a', 'b'])
      await ann.read(topic.name)
      await ann.describeProducers(topic.name)
      await ann.end(true)
      await ann.describe()
      await ann.read(topic.name)
      await ann.read(topic.name, 1)
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 2, ['c'])
      await ann.produce(topic.name, 0, 3, ['d'])
      await ann.end(false)
      await ann.read(topic.name)
      await ann.add(topic.name, [0])
      await ann.add(topic.name, [0])
      await ann.add(topic.name, [1])
      await ann.describe()
      await ann.produce(topic.name, 0, 4, ['e'])
      await ann.end(true)
      await ann.read(topic.name)
      await ann.read(topic.name, 1)
      await ann.describeProducers(topic.name)
    }
  },
  {
    name: 'transactions of version 2: a new epoch each, partitions added by the brokers',
    async play(stage) {
      const topic = await topicOf(stage, 2)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.produce(topic.name, 0, 0, ['a', 'b'], { version: 12 })
      await ann.describe()
      await ann.produce(topic.name, 1, 0, ['c'], { version: 12 })
      await ann.describe()
      await ann.end(true, 5)
      await ann.describe()
      await ann.read(topic.name)
      await ann.produce(topic.name, 0, 0, ['d'], { version: 12 })
      await ann.produce(topic.name, 0, 1, ['e'], { version: 12 })
      await ann.end(false, 5)
      await ann.read(topic.name)
      await ann.describeProducers(topic.name)
      await ann.end(false, 5)
      await ann.end(true, 5)
      await ann.describe()
      await ann.produce(topic.name, 0, 0, ['f'], { version: 12 })
      await ann.end(true, 5)
      await ann.read(topic.name)
      await ann.read(topic.name, 1)
    }
  },
  {
    name: 'transactions of several producers side by side',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const [ann, bob, eve] = [
        await TransactionActor.enter(stage, 'ann'),
        await TransactionActor.enter(stage, 'bob'),
        await TransactionActor.enter(stage, 'eve')
      ]
      for (const actor of [ann, bob, eve]) await actor.init()
      await ann.add(topic.name, [0])
      await bob.add(topic.name, [0])
      await ann.produce(topic.name, 0, 0, ['a'])
      await bob.produce(topic.name, 0, 0, ['b'])
      await eve.produce(topic.name, 0, 0, ['e'], { transactional: false })
      await ann.read(topic.name)
      await bob.end(false)
      await ann.read(topic.name)
      await ann.produce(topic.name, 0, 1, ['a2'])
      await ann.end(true)
      await ann.read(topic.name)
      await bob.add(topic.name, [0])
      await bob.produce(topic.name, 0, 1, ['b2'])
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 2, ['a3'])
      await ann.end(false)
      await bob.end(false)
      await ann.read(topic.name)
    }
  },
  {
    name: 'ends that come twice, or in the wrong state',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.end(true, 4)
      await ann.end(true, 5)
      await ann.init()
      for (const committed of [true, false]) await ann.end(committed, 4)
      await ann.end(true, 5)
      const first = { producerId: ann.producerId, producerEpoch: ann.producerEpoch }
      await ann.end(false, 5)
      await ann.describe()
      await ann.end(false, 5, first)
      await ann.end(true, 5, first)
      await ann.end(true, 4)
      await ann.end(false, 4)
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12 })
      const second = { producerId: ann.producerId, producerEpoch: ann.producerEpoch }
      await ann.end(true, 5)
      await ann.end(true, 5, second)
      await ann.end(false, 5, second)
      await ann.end(true, 4)
      await ann.end(true, 5)
      await ann.end(false, 4)
      await ann.end(true, 5, { producerEpoch: ann.producerEpoch + 1 })
      await ann.end(true, 5, { producerEpoch: ann.producerEpoch - 2 })
      await ann.end(false, 5, { producerId: 7_000_000n })
      await ann.end(false, 4, { producerId: 7_000_000n })
      await ann.end(false, 4, { transactionalId: '' })
      await ann.end(false, 5, { transactionalId: '' })
      await ann.end(false, 4, { transactionalId: stage.unique('stranger') })
      await ann.add(topic.name, [0])
      await ann.end(true, 4)
      await ann.end(true, 4)
      await ann.end(false, 4)
      await ann.end(true, 5)
      await ann.end(false, 5)
      await ann.describe()
    }
  },
  {
    name: 'what AddPartitionsToTxn refuses',
    async play(stage) {
      const topic = await topicOf(stage, 2)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.add(topic.name, [0])
      await ann.init()
      for (const version of [0, 1, 2, 3]) {
        await ann.add(topic.name, [0], version, { v3AndBelowProducerEpoch: 9 })
        await ann.add(topic.name, [0], version, { v3AndBelowProducerId: 9_000_000n })
      }
      await ann.add(topic.name, [0], 3, { v3AndBelowTransactionalId: '' })
      await ann.add(topic.name, [0, 7, 1])
      await ann.add(stage.unique('nowhere'), [0])
      const { transactionalId, producerId, producerEpoch, client } = ann
      const ask = async (label: string, version: number, more: object): Promise<void> => {
        const one = {
          transactionalId,
          producerId,
          producerEpoch,
          verifyOnly: false,
          topics: [{ name: topic.name, partitions: [0, 1] }],
          ...more
        }
        await stage.ask(label, client, addPartitionsToTxnApi, version, { transactions: [one] })
      }
      await ask('nothing is in it', 4, { verifyOnly: true })
      await ask('add by a broker', 4, { topics: [{ name: topic.name, partitions: [1] }] })
      await ask('one of two is in it', 4, { verifyOnly: true })
      await ask('with another epoch', 4, { verifyOnly: true, producerEpoch: 5 })
      await ask('with another id', 5, { verifyOnly: true, producerId: 5_000_000n })
      await ask('of nobody', 4, { verifyOnly: true, transactionalId: stage.unique('stranger') })
      await ask('without a name', 4, { verifyOnly: true, transactionalId: '' })
      await ask('of an unknown partition', 4, { topics: [{ name: topic.name, partitions: [0, 9] }] })
      await ask('with another epoch', 5, { producerEpoch: 5 })
      await ask('add by a broker', 5, {})
      await ann.describe()
      await ann.end(false, 5)
      await ask('of nothing', 4, { topics: [] })
      await ask('of a topic without partitions', 4, { topics: [{ name: topic.name, partitions: [] }] })
      await ann.add(topic.name, [])
      await ann.describe()
      const two = [{ name: topic.name, partitions: [0] }]
      const ids = { producerId: ann.producerId, producerEpoch: ann.producerEpoch }
      const transactions = [
        { transactionalId: stage.unique('stranger'), producerId, producerEpoch, verifyOnly: false, topics: two },
        { transactionalId, ...ids, verifyOnly: false, topics: two },
        { transactionalId: '', ...ids, verifyOnly: true, topics: two }
      ]
      await stage.ask('several', client, addPartitionsToTxnApi, 4, { transactions })
      await ann.describe()
    }
  }
]
