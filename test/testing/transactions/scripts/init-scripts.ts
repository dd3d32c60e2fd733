import { initProducerIdApi } from '../../../../src/protocol/generated/init-producer-id'
import type { Script } from '../../scripts/stage'
import { readyForProducers, topicOf, TransactionActor } from './transaction-actor'

/** Rules of InitProducerId. */
export const initScripts: Script[] = [
  {
    name: 'ids for idempotent producers, in all versions',
    async play(stage) {
      const client = await stage.client('ann')
      const body = { transactionalId: null, transactionTimeoutMs: -1 }
      await readyForProducers(stage, client)
      for (let version = 0; version <= 5; version++) {
        await stage.ask(`init ${version}`, client, initProducerIdApi, version, body)
      }
      const given = { transactionalId: null, transactionTimeoutMs: 0, producerId: 5n, producerEpoch: 1 }
      await stage.ask('with an id of its own', client, initProducerIdApi, 4, given)
      await stage.ask('with an id and no epoch', client, initProducerIdApi, 4, { ...given, producerEpoch: -1 })
      await stage.ask('with an epoch and no id', client, initProducerIdApi, 4, { ...given, producerId: -1n })
    }
  },
  {
    name: 'a transactional id gets a higher epoch each time, in all versions',
    async play(stage) {
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.describe()
      for (let version = 0; version <= 5; version++) await ann.init(version)
      await ann.init(4, { timeout: 1234 })
      await ann.describe()
    }
  },
  {
    name: 'what InitProducerId refuses',
    async play(stage) {
      const ann = await TransactionActor.enter(stage, 'ann')
      for (const timeout of [0, -1, 900_001, 900_000]) await ann.init(4, { timeout })
      const body = { transactionalId: '', transactionTimeoutMs: 1000 }
      await stage.ask('without a name', ann.client, initProducerIdApi, 4, body)
      await stage.ask('without a name and time', ann.client, initProducerIdApi, 4, { ...body, transactionTimeoutMs: 0 })
      await ann.init(4, { producerId: ann.producerId })
      await ann.init(4, { producerEpoch: 0 })
      await ann.init(3, { timeout: 0, producerId: 77n })
    }
  },
  {
    name: 'a producer that says who it is goes on (KIP-360)',
    async play(stage) {
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init(4, { producerId: 4_000_000n, producerEpoch: 7 })
      const { producerId, producerEpoch } = ann
      await ann.init(4, { producerId, producerEpoch })
      await ann.init(4, { producerId, producerEpoch })
      await ann.init(3, { producerId, producerEpoch: producerEpoch + 1 })
      await ann.init(3, { producerId, producerEpoch })
      await ann.init(4, { producerId, producerEpoch })
      await ann.init(4, { producerId, producerEpoch: 100 })
      await ann.init(4, { producerId: producerId + 1_000_000n, producerEpoch: ann.producerEpoch })
      await ann.init()
      await ann.init(4, { producerId, producerEpoch: ann.producerEpoch - 1 })
      await ann.describe()
    }
  },
  {
    name: 'a second producer fences the first in the middle of a transaction',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      const bob = await TransactionActor.enter(stage, 'bob', ann.transactionalId)
      await ann.init()
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 0, ['a', 'b'])
      await bob.init()
      await bob.settled()
      await bob.describe()
      await bob.init()
      await bob.describe()
      await ann.produce(topic.name, 0, 2, ['c'])
      await ann.produce(topic.name, 0, 2, ['c'], { version: 12 })
      for (const version of [0, 1, 2, 3]) await ann.add(topic.name, [0], version)
      for (const version of [0, 1, 2, 4, 5]) await ann.end(true, version)
      await ann.init(4, { producerId: ann.producerId, producerEpoch: ann.producerEpoch })
      await ann.init(3, { producerId: ann.producerId, producerEpoch: ann.producerEpoch })
      await bob.add(topic.name, [0])
      await bob.produce(topic.name, 0, 0, ['d'])
      await bob.end(true)
      await bob.read(topic.name)
      await bob.describeProducers(topic.name)
    }
  }
]
