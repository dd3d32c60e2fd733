import { deferred } from '../../src/utils/deferred'
import { ConsumerLab, running } from './support/consumer-lab'

describe('a consumer that handles each message', () => {
  let lab: ConsumerLab

  beforeEach(async () => {
    lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 1 }] })
  })

  afterEach(() => lab.stop())

  it('gets all messages in order, and commits the offset after the last', async () => {
    await lab.sendNumbers('topic', 100)
    const seen: string[] = []
    const consumer = lab.consumer()
    await running(lab, consumer, { eachMessage: async ({ message }) => void seen.push(String(message.value)) })
    await lab.until(() => seen.length === 100)
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => String(i)))
    await lab.until(() => lab.committed('topic') === 100)
    expect(lab.errors()).toEqual([])
  })
})
