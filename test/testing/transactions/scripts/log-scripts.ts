import { deleteRecordsApi } from '../../../../src/protocol/generated/delete-records'
import { deleteTopicsApi } from '../../../../src/protocol/generated/delete-topics'
import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import type { Script } from '../../scripts/stage'
import { TransactionActor, topicOf } from './transaction-actor'

/** What consumers see of logs with transactions. */
export const logScripts: Script[] = [
  {
    name: 'lists of aborted transactions for parts of a log',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      const bob = await TransactionActor.enter(stage, 'bob')
      for (const actor of [ann, bob]) await actor.init()
      const sizes: string[] = ['x'.repeat(300)]
      await ann.produce(topic.name, 0, 0, sizes, { version: 12 })
      await bob.produce(topic.name, 0, 0, sizes, { version: 12 })
      await ann.end(false, 5)
      await ann.produce(topic.name, 0, 0, sizes, { version: 12 })
      await ann.end(true, 5)
      await ann.produce(topic.name, 0, 0, sizes, { version: 12 })
      await bob.end(false, 5)
      await ann.produce(topic.name, 0, 1, sizes, { version: 12 })
      await ann.end(false, 5)
      await bob.produce(topic.name, 0, 0, sizes, { version: 12 })
      for (let offset = 0; offset <= 10; offset++) await ann.read(topic.name, 0, offset)
      for (const offset of [0, 3, 5, 6]) for (const maxBytes of [1, 400, 900]) await ann.read(topic.name, 0, offset, maxBytes)
      await bob.end(true, 5)
      await ann.read(topic.name, 0, 8)
    }
  },
  {
    name: 'offsets of logs by isolation level',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      const list = async (times: bigint[]): Promise<void> => {
        for (const isolationLevel of [0, 1]) {
          for (const timestamp of times) {
            const topics = [{ name: topic.name, partitions: [{ partitionIndex: 0, timestamp }] }]
            await stage.ask(`offset ${timestamp} ${isolationLevel}`, ann.client, listOffsetsApi, 7, {
              replicaId: -1,
              isolationLevel,
              topics
            })
          }
        }
      }
      await ann.init()
      await ann.produce(topic.name, 0, 0, ['plain'], { transactional: false })
      await ann.produce(topic.name, 0, 1, ['a', 'b'])
      await ann.add(topic.name, [0])
      await ann.produce(topic.name, 0, 1, ['a', 'b'])
      await list([-1n, -2n, -3n, 1_000n])
      await ann.end(false)
      await list([-1n, -2n, 1_000n])
    }
  },
  {
    name: 'records deleted in the middle of a transaction',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.enter(stage, 'ann')
      const cut = async (offset: bigint): Promise<void> => {
        const topics = [{ name: topic.name, partitions: [{ partitionIndex: 0, offset }] }]
        await stage.ask(`delete before ${offset}`, ann.client, deleteRecordsApi, 2, { topics, timeoutMs: 5000 })
      }
      await ann.init()
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12 })
      await ann.produce(topic.name, 0, 1, ['b'], { version: 12 })
      await ann.produce(topic.name, 0, 2, ['c'], { version: 12 })
      await cut(1n)
      await ann.read(topic.name, 0, 1)
      await ann.describeProducers(topic.name)
      await cut(-1n)
      await ann.read(topic.name, 0, 3)
      await ann.end(false, 5)
      await ann.read(topic.name, 0, 3)
      await cut(-1n)
      await ann.read(topic.name, 0, 4)
      await ann.describeProducers(topic.name)
      await ann.produce(topic.name, 0, 0, ['d'], { version: 12 })
      await ann.end(true, 5)
      await ann.read(topic.name, 0, 4)
    }
  },
  {
    name: 'a topic deleted in the middle of a transaction',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const other = await topicOf(stage, 1, 'other')
      const ann = await TransactionActor.enter(stage, 'ann')
      await ann.init()
      await ann.produce(topic.name, 0, 0, ['a'], { version: 12 })
      await ann.produce(other.name, 0, 0, ['a'], { version: 12 })
      await stage.ask('delete', ann.client, deleteTopicsApi, 5, { topicNames: [topic.name], timeoutMs: 5000 })
      await stage.wait(300)
      await ann.produce(other.name, 0, 1, ['b'], { version: 12 })
      await ann.describe()
      await ann.end(true, 5)
      await ann.describe()
      await ann.read(other.name)
      await ann.add(topic.name, [0])
    }
  }
]
