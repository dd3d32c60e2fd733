import { produceApi } from '../../../../src/protocol/generated/produce'
import type { Script } from '../../scripts/stage'
import { makeBatch } from '../../support/make-batch'
import { topicOf, TransactionActor } from './transaction-actor'

/** What brokers check before they append to a transaction. */
export const produceScripts: Script[] = [
  {
    name: 'batches outside of a transaction',
    async play(stage) {
      const topic = await topicOf(stage, 2)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      for (const version of [3, 7, 9, 10, 11]) await ann.produce(topic.name, 0, 0, ['a'], { version })
      await ann.produce(topic.name, 0, 0, ['a'], { transactionalId: null })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 3, transactionalId: null })
      await ann.produce(topic.name, 0, 0, ['a'], { transactionalId: '' })
      await ann.produce(topic.name, 0, 0, ['a'], { transactionalId: stage.unique('stranger') })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12, transactionalId: stage.unique('stranger') })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12, transactionalId: '' })
      await ann.produce(topic.name, 0, 0, ['a'], { producerId: 9_000_000n })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12, producerId: 9_000_000n })
      await ann.produce(topic.name, 0, 0, ['a'], { producerEpoch: 7 })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 9, producerEpoch: 7 })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12, producerEpoch: 7 })
      await ann.produce(topic.name, 0, 0, ['a'], { producerId: -1n, producerEpoch: -1, baseSequence: -1 })
      await ann.add(topic.name, [1])
      for (const version of [10, 11]) await ann.produce(topic.name, 0, 0, ['a'], { version })
      await ann.produce(topic.name, 1, 0, ['b'])
      await ann.produce(topic.name, 0, 0, ['c'], { version: 12 })
      await ann.describe()
      await ann.end(true)
      await ann.produce(topic.name, 0, 1, ['d'])
      await ann.produce(topic.name, 1, 0, ['b'])
      await ann.produce(topic.name, 1, 1, ['e'], { version: 10 })
      await ann.read(topic.name)
      await ann.read(topic.name, 1)
    }
  },
  {
    name: 'sequences in transactions of version 1',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 5, ['a'])
      await ann.produce(topic.name, 0, 7, ['gap'])
      await ann.produce(topic.name, 0, 6, ['b', 'c'])
      await ann.produce(topic.name, 0, 6, ['b', 'c'])
      await ann.produce(topic.name, 0, 8, ['plain'], { transactional: false })
      await ann.produce(topic.name, 0, 8, ['wrong epoch'], { producerEpoch: 3 })
      await ann.produce(topic.name, 0, 0, ['wrong epoch'], { producerEpoch: 3 })
      await ann.end(false)
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 0, ['from the start'])
      await ann.produce(topic.name, 0, 8, ['d'])
      await ann.end(true)
      await ann.produce(topic.name, 0, 9, ['plain'], { transactional: false })
      await ann.read(topic.name)
    }
  },
  {
    name: 'sequences in transactions of version 2',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.produce(topic.name, 0, 5, ['not the first'], { version: 12 })
      await ann.describe()
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12 })
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12 })
      await ann.produce(topic.name, 0, 2, ['gap'], { version: 12 })
      const before = ann.producerEpoch
      await ann.end(true, 5)
      await ann.produce(topic.name, 0, 1, ['late'], { version: 12, producerEpoch: before })
      await ann.produce(topic.name, 0, 1, ['late'], { version: 11, producerEpoch: before })
      await ann.produce(topic.name, 0, 1, ['late'], { version: 11, producerEpoch: before, transactional: false })
      await ann.produce(topic.name, 0, 1, ['not the first'], { version: 12 })
      await ann.produce(topic.name, 0, 0, ['b'], { version: 12 })
      await ann.end(false, 5)
      await ann.produce(topic.name, 0, 0, ['plain'], { version: 12, transactional: false })
      await ann.read(topic.name)
      await ann.describeProducers(topic.name)
    }
  },
  {
    name: 'several partitions in one request',
    async play(stage) {
      stage.ignoreOrder('partitionResponses')
      const topic = await topicOf(stage, 3)
      const ann = await TransactionActor.enter(stage, 'ann')
      const bob = await TransactionActor.enter(stage, 'bob')
      for (const actor of [ann, bob]) await actor.init()
      const { client, transactionalId } = ann
      const batch = (
        index: number,
        { producerId, producerEpoch }: TransactionActor,
        baseSequence: number,
        transactional = true
      ): object => ({
        index,
        records: makeBatch([`of ${index}`], { transactional, producerId, producerEpoch, baseSequence })
      })
      const send = async (label: string, version: number, ...partitionData: object[]): Promise<void> => {
        const topicData = [{ name: topic.name, partitionData: partitionData as never }]
        await stage.ask(`${label} ${version}`, client, produceApi, version, { transactionalId, acks: -1, timeoutMs: 5000, topicData })
      }
      for (const version of [11, 12]) {
        await send('one of two is in the transaction', version, batch(0, ann, 0), batch(9, ann, 0))
        await ann.describe()
      }
      await ann.add(topic.name, [0, 1])
      await send('a gap in one', 11, batch(0, ann, 1), batch(1, ann, 0), batch(2, ann, 0))
      await send('a gap in one', 12, batch(0, ann, 3), batch(1, ann, 1), batch(2, ann, 2))
      await ann.describe()
      await send('one is plain', 12, batch(0, ann, 2), batch(2, ann, 0, false))
      await send('all are plain', 12, batch(1, ann, 2, false), batch(2, ann, 1, false))
      for (const version of [11, 12]) await send('of two producers', version, batch(0, ann, 2), batch(1, bob, 0))
      await send('the other is plain', 12, batch(0, ann, 3), batch(1, bob, 0, false))
      await ann.end(true, 5)
      for (const partition of [0, 1, 2]) await ann.read(topic.name, partition)
    }
  }
]
