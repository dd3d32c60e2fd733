import type { Script } from '../../scripts/stage'
import { TransactionActor, topicOf } from './transaction-actor'

/** The last epoch that clients are given. */
export const lastEpoch = 0x7ffe

/**
 * What becomes of transactional ids whose epochs are used up.
 * @param climb makes an epoch the last one that a producer can be given; a real broker needs 32,766 requests for that
 */
export function lastEpochScripts(climb: (actor: TransactionActor) => Promise<void>): Script[] {
  const enter = async (stage: Parameters<Script['play']>[0]): Promise<{ ann: TransactionActor; topic: string }> => {
    const { name } = await topicOf(stage, 1)
    const ann = await TransactionActor.enter(stage, 'ann')
    await stage.quiet(() => ann.init())
    await climb(ann)
    await ann.describe()
    return { ann, topic: name }
  }
  return [
    {
      name: 'the last epoch: InitProducerId',
      async play(stage) {
        const { ann } = await enter(stage)
        const { producerId, producerEpoch } = ann
        await ann.init(4, { producerId, producerEpoch: producerEpoch - 1 })
        await ann.init(4, { producerId, producerEpoch })
        await ann.describe()
        await ann.init(4, { producerId, producerEpoch })
        await ann.init(4, { producerId, producerEpoch: producerEpoch - 1 })
        await ann.init()
        await ann.init(4, { producerId, producerEpoch })
      }
    },
    {
      name: 'the last epoch: a new producer',
      async play(stage) {
        const { ann } = await enter(stage)
        const { producerId, producerEpoch } = ann
        await ann.init()
        await ann.init(4, { producerId, producerEpoch })
        await ann.describe()
      }
    },
    {
      name: 'the last epoch: a transaction of version 2',
      async play(stage) {
        const { ann, topic } = await enter(stage)
        const { producerId, producerEpoch } = ann
        await ann.produce(topic, 0, 0, ['a'], { version: 12 })
        await ann.end(true, 5)
        await ann.end(true, 5, { producerId, producerEpoch })
        await ann.end(false, 5, { producerId, producerEpoch })
        await ann.end(true, 5, { producerId, producerEpoch: producerEpoch - 1 })
        await ann.describe()
        await ann.produce(topic, 0, 1, ['late'], { version: 12, producerId, producerEpoch })
        await ann.init(4, { producerId, producerEpoch })
        await ann.describe()
        await ann.produce(topic, 0, 0, ['b'], { version: 12 })
        await ann.end(false, 5)
        await ann.read(topic)
        await ann.describeProducers(topic)
      }
    },
    {
      name: 'the last epoch: an abort without a beginning',
      async play(stage) {
        const { ann } = await enter(stage)
        await ann.end(false, 5)
        await ann.describe()
        await ann.end(false, 5)
      }
    },
    {
      name: 'the last epoch: a transaction of version 1',
      async play(stage) {
        const { ann, topic } = await enter(stage)
        await ann.add(topic, [0])
        await ann.produce(topic, 0, 0, ['a'])
        await ann.end(true, 4)
        await ann.describe()
        await ann.init()
        await ann.read(topic)
      }
    },
    {
      name: 'the last epoch: fenced in the middle of a transaction',
      async play(stage) {
        const { ann, topic } = await enter(stage)
        const { producerId, producerEpoch } = ann
        await ann.produce(topic, 0, 0, ['a'], { version: 12 })
        await ann.init()
        await ann.settled()
        await ann.describe()
        await ann.describeProducers(topic)
        await ann.end(true, 5)
        await ann.init(4, { producerId, producerEpoch })
        await ann.init()
        await ann.describe()
        await ann.produce(topic, 0, 0, ['b'], { version: 12 })
        await ann.end(true, 5)
        await ann.read(topic)
      }
    }
  ]
}
