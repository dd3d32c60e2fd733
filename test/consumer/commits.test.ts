import type { ConsumerRunConfig, EachMessagePayload } from '../../src/types/consumer'
import { ConsumerLab, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

/** Offsets that were committed for a partition, in order. */
function commits(partition = 0): number[] {
  return lab.requests('OffsetCommit').flatMap(({ body }) => {
    const { topics } = body as { topics: { partitions: { partitionIndex: number; committedOffset: bigint }[] }[] }
    return topics.flatMap(({ partitions }) =>
      partitions.filter(one => one.partitionIndex === partition).map(one => Number(one.committedOffset))
    )
  })
}

/** A handler that takes a while. */
const slowly = (ms: number) => (): Promise<void> => new Promise(resolve => void lab.clock.schedule(ms, resolve))

async function consume(
  run: ConsumerRunConfig
): Promise<{ seen: string[]; commitOffsets: ReturnType<ConsumerLab['consumer']>['commitOffsets'] }> {
  const seen: string[] = []
  const { eachMessage, ...others } = run
  const consumer = lab.consumer()
  const handler = async (payload: EachMessagePayload): Promise<void> => {
    await eachMessage?.(payload)
    seen.push(payload.message.offset)
  }
  await running(lab, consumer, { ...others, eachMessage: handler })
  return { seen, commitOffsets: offsets => consumer.commitOffsets(offsets) }
}

describe('automatic commits', () => {
  it('come after every batch, one at a time, newest first: batches that end meanwhile share the next (KAFKA-6606)', async () => {
    const held: (() => void)[] = []
    const fault = lab.kafka.laboratory.add({ api: 'OffsetCommit' }, () => ({ answerWhen: resume => held.push(resume) }))
    const { seen } = await consume({})
    for (let i = 0; i < 5; i++) {
      await lab.sendNumbers('topic', 1)
      await lab.until(() => seen.length === i + 1)
      await lab.pass(50)
    }
    expect(commits()).toEqual([1])
    fault.remove()
    held.forEach(resume => resume())
    await lab.until(() => lab.committed('topic') === 5)
    expect(commits()).toEqual([1, 5])
  })

  it('never cover a message whose handler has not finished (G7)', async () => {
    await lab.sendNumbers('topic', 20)
    const { seen } = await consume({ autoCommitThreshold: 1, eachMessage: slowly(20) })
    const check = (): boolean => {
      const [last = 0] = commits().slice(-1)
      expect(last).toBeLessThanOrEqual(seen.length + 1)
      return seen.length === 20
    }
    await lab.until(check)
  })

  it('by threshold: after so many messages, whatever batches they came in (K21)', async () => {
    const { seen } = await consume({ autoCommitThreshold: 5 })
    for (let i = 0; i < 12; i++) {
      await lab.sendNumbers('topic', 1)
      await lab.until(() => seen.length === i + 1)
    }
    expect(commits()).toEqual([5, 10])
    // The rest is not left for ever: a group's lag ends at 0.
    await lab.pass(6000)
    expect(commits()).toEqual([5, 10, 12])
  })

  it('by interval: at most so often, and the last message without further traffic (K21)', async () => {
    const { seen } = await consume({ autoCommitInterval: 10_000 })
    const start = lab.clock.now()
    for (let i = 0; i < 10; i++) {
      await lab.sendNumbers('topic', 1)
      await lab.until(() => seen.length === i + 1)
      await lab.pass(2000)
    }
    await lab.pass(20_000)
    const elapsed = lab.clock.now() - start
    expect(commits().length).toBeLessThanOrEqual(Math.ceil(elapsed / 10_000))
    expect(lab.committed('topic')).toBe(10)
  })

  it('are made in the middle of a batch when the interval is over', async () => {
    await lab.sendNumbers('topic', 100)
    const { seen } = await consume({ autoCommitInterval: 1000, eachMessage: slowly(100) })
    await lab.until(() => seen.length === 35)
    expect(commits().length).toBe(3)
    expect(lab.committed('topic')).toBeGreaterThan(20)
  })

  it('that fail are made up for by the next', async () => {
    lab.kafka.laboratory.add({ api: 'OffsetCommit', times: 2 }, ({ body }) => ({
      instead: () => {
        const { topics } = body as { topics: { name: string; partitions: { partitionIndex: number }[] }[] }
        return { topics: topics.map(({ name, partitions }) => ({ name, partitions: partitions.map(one => ({ ...one, errorCode: 14 })) })) }
      }
    }))
    const { seen } = await consume({})
    await lab.sendNumbers('topic', 3)
    await lab.until(() => seen.length === 3)
    await lab.until(() => commits().length === 3)
    expect(lab.errors()).toEqual([])
  })

  it('do not happen when the application wants to commit itself', async () => {
    await lab.sendNumbers('topic', 10)
    const { seen, commitOffsets } = await consume({ autoCommit: false, autoCommitInterval: 100, autoCommitThreshold: 1 })
    await lab.until(() => seen.length === 10)
    await lab.pass(5000)
    expect(commits()).toEqual([])
    await lab.settled(commitOffsets([{ topic: 'topic', partition: 0, offset: '7', metadata: 'mine' }]))
    expect(commits()).toEqual([7])
  })
})

describe('commitOffsets()', () => {
  it('keeps the order of its calls (C16)', async () => {
    const { commitOffsets } = await consume({ autoCommit: false })
    await lab.settled(Promise.all(['100', '200', '150'].map(offset => commitOffsets([{ topic: 'topic', partition: 1, offset }]))))
    expect(commits(1)).toEqual([100, 200, 150])
  })

  it.each([
    [{ topic: '', partition: 0, offset: '1' }, 'Invalid topic'],
    [{ topic: 'topic', partition: NaN, offset: '1' }, 'Invalid partition, expected a number received NaN'],
    [{ topic: 'topic', partition: 0, offset: 'x' }, 'Invalid offset, expected a long received x'],
    [{ topic: 'topic', partition: 0, offset: '-1' }, 'Offset must not be a negative number'],
    [{ topic: 'topic', partition: 0, offset: '1', metadata: 7 as never }, 'Invalid offset metadata, expected string or null, received 7']
  ])('refuses what makes no sense: %j', async (entry, message) => {
    const { commitOffsets } = await consume({})
    const call = (async () => commitOffsets([entry]))()
    await expect(call).rejects.toThrow(message)
  })

  it('needs a consumer that runs', async () => {
    const consumer = lab.consumer()
    const call = (async () => consumer.commitOffsets([{ topic: 'topic', partition: 0, offset: '1' }]))()
    await expect(call).rejects.toThrow('Consumer group was not initialized, consumer#run must be called first')
  })
})
