import { deleteRecordsApi } from '../../../../src/protocol/generated/delete-records'
import type { Script } from '../../scripts/stage'
import { TransactionActor, topicOf } from './transaction-actor'

const highestSequence = 0x7fffffff

/** What brokers check in batches of idempotent producers. */
export const idempotentScripts: Script[] = [
  {
    name: 'repetitions are told where the first one is, for five batches',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.idempotent(stage, 'ann')
      const values = (i: number): string[] => (i % 2 === 0 ? [`${i}`] : [`${i}`, `${i}`])
      const sequences: number[] = []
      for (let i = 0, sequence = 0; i < 7; i++) {
        sequences.push(sequence)
        await ann.produceAlone(topic.name, sequence, values(i))
        sequence += values(i).length
      }
      for (let i = 6; i >= 0; i--) await ann.produceAlone(topic.name, sequences[i], values(i))
      await ann.produceAlone(topic.name, sequences[6], ['other', 'count'])
      await ann.produceAlone(topic.name, sequences[5], ['other count'])
      await ann.produceAlone(topic.name, sequences[5] + 1, ['inside'])
      await ann.produceAlone(topic.name, sequences[4], ['spans', 'three', 'batches'])
      await ann.produceAlone(topic.name, sequences[6], ['other value'])
      await ann.produceAlone(topic.name, sequences[6] + 2, ['gap'])
      await ann.produceAlone(topic.name, sequences[6] + 1, ['next'])
      for (const version of [3, 5, 7, 8, 9, 10, 11, 12]) await ann.produceAlone(topic.name, sequences[6] + 1, ['next'], { version })
      for (const version of [3, 8, 9, 10, 12]) await ann.produceAlone(topic.name, 99, ['gap'], { version })
      await ann.produceAlone(topic.name, sequences[6] + 2, ['acks 1'], { acks: 1 })
      await ann.describeProducers(topic.name)
      await ann.read(topic.name)
    }
  },
  {
    name: 'repetitions in a topic that keeps the time of appending',
    async play(stage) {
      const topic = await stage.topic('topic', 1, { 'message.timestamp.type': 'LogAppendTime' })
      const ann = await TransactionActor.idempotent(stage, 'ann')
      for (const sequence of [0, 1, 0, 1]) await ann.produceAlone(topic.name, sequence, ['a'])
      await ann.describeProducers(topic.name)
    }
  },
  {
    name: 'epochs',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.idempotent(stage, 'ann')
      await ann.produceAlone(topic.name, 0, ['a', 'b'])
      await ann.produceAlone(topic.name, 2, ['not the first'], { producerEpoch: 1 })
      await ann.produceAlone(topic.name, 0, ['c'], { producerEpoch: 2 })
      await ann.produceAlone(topic.name, 0, ['c'], { producerEpoch: 2 })
      await ann.produceAlone(topic.name, 0, ['a', 'b'])
      for (const version of [3, 9, 10, 11, 12]) await ann.produceAlone(topic.name, 2, ['old'], { version, producerEpoch: 1 })
      await ann.produceAlone(topic.name, 1, ['d'], { producerEpoch: 2 })
      await ann.produceAlone(topic.name, 0, ['e'], { producerEpoch: 0x7fff })
      await ann.produceAlone(topic.name, 0, ['e'], { producerEpoch: 0x7fff })
      await ann.describeProducers(topic.name)
      await ann.read(topic.name)
    }
  },
  {
    name: 'sequences begin anywhere, and after the highest comes 0',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.idempotent(stage, 'ann')
      await ann.produceAlone(topic.name, highestSequence - 2, ['a'])
      await ann.produceAlone(topic.name, highestSequence - 1, ['b', 'c'])
      await ann.produceAlone(topic.name, 1, ['gap'])
      await ann.produceAlone(topic.name, 0, ['d'])
      await ann.produceAlone(topic.name, highestSequence - 1, ['b', 'c'])
      await ann.produceAlone(topic.name, 0, ['d'])
      await ann.describeProducers(topic.name)
      const bob = await TransactionActor.idempotent(stage, 'bob')
      await bob.produceAlone(topic.name, highestSequence - 1, ['a', 'b', 'c', 'd'])
      await bob.describeProducers(topic.name)
      await bob.produceAlone(topic.name, highestSequence - 1, ['a', 'b', 'c', 'd'])
      await bob.produceAlone(topic.name, 1, ['inside'])
      await bob.produceAlone(topic.name, 2, ['e'])
      await bob.produceAlone(topic.name, highestSequence, ['back'])
      await bob.read(topic.name)
    }
  },
  {
    name: 'batches that name only a part of their producer',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.idempotent(stage, 'ann')
      await ann.produceAlone(topic.name, -1, ['no sequence'])
      await ann.produceAlone(topic.name, 0, ['no epoch'], { producerEpoch: -1 })
      await ann.produceAlone(topic.name, 0, ['no id'], { producerId: -1n })
      await ann.produceAlone(topic.name, -1, ['no id, no sequence'], { producerId: -1n })
      await ann.produceAlone(topic.name, -1, ['nothing'], { producerId: -1n, producerEpoch: -1 })
      await ann.produceAlone(topic.name, 0, ['of nobody'], { producerId: 8_000_000n, producerEpoch: 4 })
      await ann.produce(topic.name, 0, 0, ['with a transactional id'], { transactional: false, transactionalId: 'x' })
      await ann.produce(topic.name, 0, 1, ['with an empty one'], { transactional: false, transactionalId: '' })
      await ann.read(topic.name)
    }
  },
  {
    name: 'producers whose records have been deleted',
    async play(stage) {
      const topic = await topicOf(stage, 1)
      const ann = await TransactionActor.idempotent(stage, 'ann')
      for (const sequence of [0, 1, 2]) await ann.produceAlone(topic.name, sequence, ['a'])
      const topics = [{ name: topic.name, partitions: [{ partitionIndex: 0, offset: 3n }] }]
      await stage.ask('delete', ann.client, deleteRecordsApi, 2, { topics, timeoutMs: 5000 })
      await ann.produceAlone(topic.name, 1, ['a'])
      await ann.produceAlone(topic.name, 4, ['gap'])
      await ann.produceAlone(topic.name, 3, ['b'])
      await ann.describeProducers(topic.name)
      await ann.read(topic.name, 0, 3)
    }
  }
]
