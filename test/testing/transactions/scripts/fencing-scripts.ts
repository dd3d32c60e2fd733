import type { Script } from '../../scripts/stage'
import { TransactionActor, topicOf } from './transaction-actor'

/** What becomes of transactions of version 2 whose producer is fenced or too slow, and of those that mix both versions. */
export const fencingScripts: Script[] = [
  {
    name: 'a second producer fences the first in the middle of a transaction of version 2',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      const bob = await TransactionActor.enter(stage, 'bob', ann.transactionalId)
      await ann.init()
      await ann.produce(topic.name, 0, 0, ['a', 'b'], { version: 12 })
      await bob.init(5)
      await bob.settled()
      await bob.describe()
      await bob.describeProducers(topic.name)
      await ann.produce(topic.name, 0, 2, ['c'], { version: 12 })
      await ann.end(true, 5)
      await bob.init(5)
      await bob.describe()
      await ann.produce(topic.name, 0, 2, ['c'], { version: 12 })
      await ann.end(true, 5)
      await ann.end(false, 5)
      await ann.init(5, { producerId: ann.producerId, producerEpoch: ann.producerEpoch })
      await bob.produce(topic.name, 0, 0, ['d'], { version: 12 })
      await bob.end(true, 5)
      await bob.read(topic.name)
      await bob.describeProducers(topic.name)
    }
  },
  {
    name: 'a producer that fences itself in the middle of a transaction',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      for (const version of [11, 12]) {
        if (version === 11) await ann.add(topic.name, [0])
        await ann.produce(topic.name, 0, 0, ['a'], { version })
        const { producerId, producerEpoch } = ann
        await ann.init(4, { producerId, producerEpoch })
        await ann.settled()
        await ann.describe()
        await ann.init(4, { producerId, producerEpoch })
        await ann.init(4, { producerId, producerEpoch })
        await ann.describe()
      }
      await ann.produce(topic.name, 0, 0, ['b'], { version: 12 })
      await ann.init(4, { producerId: ann.producerId, producerEpoch: ann.producerEpoch - 1 })
      await ann.settled()
      await ann.describe()
      await ann.init(4, { producerId: ann.producerId + 1n, producerEpoch: ann.producerEpoch })
      await ann.read(topic.name)
    }
  },
  {
    name: 'transactions time out',
    async play(stage) {
      const topic = await topicOf(stage, 4)
      // In partitions of their own: whose markers come first is left to chance.
      const actors = [
        { actor: await TransactionActor.enter(stage, 'ann'), partition: 0, version: 11, endVersion: 4 },
        { actor: await TransactionActor.enter(stage, 'bob'), partition: 1, version: 11, endVersion: 5 },
        { actor: await TransactionActor.enter(stage, 'eve'), partition: 2, version: 12, endVersion: 5 }
      ]
      for (const { actor, partition, version } of actors) {
        await actor.init(4, { timeout: 700 })
        if (version === 11) await actor.add(topic.name, partition === 0 ? [0, 3] : [partition])
        await actor.produce(topic.name, partition, 0, ['a'], { version })
      }
      await stage.wait(2000)
      for (const { actor, partition, version, endVersion } of actors) {
        await actor.settled()
        await actor.describe()
        await actor.describeProducers(topic.name, partition)
        await actor.produce(topic.name, partition, 1, ['b'])
        await actor.produce(topic.name, 3, 0, ['b'])
        await actor.produce(topic.name, partition, 1, ['b'], { version: 12 })
        await actor.add(topic.name, [partition])
        await actor.end(true, endVersion)
        await actor.end(false, endVersion)
        if (version === 11) {
          await actor.init(4, { producerId: actor.producerId, producerEpoch: actor.producerEpoch })
          await actor.init()
        }
        await actor.describe()
        await actor.produce(topic.name, partition, 0, ['c'], { version: 12 })
        await actor.end(true, 5)
        await actor.read(topic.name, partition)
      }
      await actors[0].actor.read(topic.name, 3)
    }
  },
  {
    name: 'transactions that begin by one version and end by the other',
    async play(stage) {
      const topic = await topicOf(stage, 2)
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 0, ['a'])
      await ann.end(true, 5)
      await ann.describe()
      await ann.produce(topic.name, 0, 0, ['b'], { version: 12 })
      await ann.add(topic.name, [1])
      await ann.produce(topic.name, 1, 0, ['b'])
      await ann.describe()
      await ann.end(true, 4)
      await ann.describe()
      await ann.produce(topic.name, 0, 1, ['c'], { version: 12 })
      await ann.produce(topic.name, 1, 1, ['c'], { version: 12 })
      await ann.end(false, 4)
      await ann.describe()
      await ann.describeProducers(topic.name)
      await ann.read(topic.name)
      await ann.read(topic.name, 1)
    }
  }
]
