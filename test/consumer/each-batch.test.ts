import type { EachBatchPayload } from '../../src/types/consumer'
import { ConsumerLab, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 1 }] })
})

afterEach(() => lab.stop())

const offsets = ({ batch }: EachBatchPayload): string[] => batch.messages.map(({ offset }) => offset)
const numbers = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => String(from + i))

it('gets what was fetched, as large as it came, with its numbers', async () => {
  for (let i = 0; i < 5; i++) await lab.sendNumbers('topic', 20, { from: i * 20 })
  const batches: EachBatchPayload['batch'][] = []
  await running(lab, lab.consumer(), { eachBatch: async ({ batch }) => void batches.push(batch) })
  await lab.until(() => lab.committed('topic') === 100)
  expect(batches).toHaveLength(1)
  const [batch] = batches
  expect(batch).toMatchObject({ topic: 'topic', partition: 0, highWatermark: '100', fetchedOffset: '0' })
  expect(batch.messages.map(({ value }) => String(value))).toEqual(numbers(0, 100))
  expect([batch.firstOffset(), batch.lastOffset(), batch.offsetLag(), batch.offsetLagLow(), batch.isEmpty()]).toEqual([
    '0',
    '99',
    '0',
    '99',
    false
  ])
})

it('gives what was not resolved again when a batch does not count as done by itself', async () => {
  await lab.sendNumbers('topic', 10)
  const calls: string[][] = []
  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    calls.push(offsets(payload))
    payload.resolveOffset(payload.batch.messages[Math.min(3, payload.batch.messages.length - 1)].offset)
  }
  await running(lab, lab.consumer(), { eachBatch, eachBatchAutoResolve: false })
  await lab.until(() => lab.committed('topic') === 10)
  expect(calls).toEqual([numbers(0, 10), numbers(4, 10), numbers(8, 10)])
})

it('that resolves nothing is not called in a tight loop', async () => {
  await lab.sendNumbers('topic', 10)
  let calls = 0
  await running(lab, lab.consumer(), { eachBatch: async () => void calls++, eachBatchAutoResolve: false })
  await lab.pass(10_000)
  expect(calls).toBeGreaterThan(1)
  expect(calls).toBeLessThan(200)
  expect(lab.committed('topic')).toBe(-1)
})

it('that fails gets what it had not resolved again, and what it had is committed', async () => {
  await lab.sendNumbers('topic', 10)
  const calls: string[][] = []
  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    calls.push(offsets(payload))
    if (calls.length > 1) return
    payload.resolveOffset('3')
    throw new Error('not now')
  }
  await running(lab, lab.consumer(), { eachBatch })
  await lab.until(() => calls.length === 2)
  expect(calls[1]).toEqual(numbers(4, 10))
  await lab.until(() => lab.committed('topic') === 10)
  expect(lab.errors()).toEqual(['Error when calling eachBatch'])
})

it('sees what is not committed, and can commit it or anything else', async () => {
  await lab.sendNumbers('topic', 10)
  const seen: unknown[] = []
  const eachBatch = async ({ resolveOffset, uncommittedOffsets, commitOffsetsIfNecessary }: EachBatchPayload): Promise<void> => {
    seen.push(uncommittedOffsets())
    resolveOffset('4')
    seen.push(uncommittedOffsets())
    await commitOffsetsIfNecessary(uncommittedOffsets())
    seen.push(lab.committed('topic'))
    await commitOffsetsIfNecessary()
  }
  await running(lab, lab.consumer(), { eachBatch, autoCommit: false })
  await lab.until(() => seen.length === 3)
  expect(seen).toEqual([{ topics: [] }, { topics: [{ topic: 'topic', partitions: [{ partition: 0, offset: '5' }] }] }, 5])
})

it('is told that its batch is stale after a seek, and gets what was sought next', async () => {
  await lab.sendNumbers('topic', 10)
  const calls: string[][] = []
  const stale: boolean[] = []
  const consumer = lab.consumer()
  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    calls.push(offsets(payload))
    if (calls.length > 1) return
    stale.push(payload.isStale())
    consumer.seek({ topic: 'topic', partition: 0, offset: '7' })
    stale.push(payload.isStale())
    payload.resolveOffset('9')
  }
  await running(lab, consumer, { eachBatch })
  await lab.until(() => calls.length === 2)
  expect(stale).toEqual([false, true])
  expect(calls[1]).toEqual(numbers(7, 10))
})

it('is told when the consumer stops', async () => {
  await lab.sendNumbers('topic', 10)
  const states: boolean[] = []
  const consumer = lab.consumer()
  const eachBatch = async ({ isRunning }: EachBatchPayload): Promise<void> => {
    states.push(isRunning())
    while (isRunning()) await new Promise<void>(resolve => void lab.clock.schedule(10, resolve))
    states.push(isRunning())
  }
  await running(lab, consumer, { eachBatch })
  await lab.until(() => states.length === 1)
  await lab.settled(consumer.stop())
  expect(states).toEqual([true, false])
})
