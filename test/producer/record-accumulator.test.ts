import { breakdown } from '../../src/producer/delivery-failure'
import type { PartitionQueue } from '../../src/producer/partition-queue'
import { RecordAccumulator } from '../../src/producer/record-accumulator'
import { SendCall } from '../../src/producer/send-call'
import { deferred } from '../../src/utils/deferred'
import type { RecordMetadata } from '../../src/types/producer'
import { ManualClock } from '../support/manual-clock'
import { rejection } from './support'

const settings = { acks: -1, compression: 0, timeoutMs: 30_000 }

function make(): {
  clock: ManualClock
  accumulator: RecordAccumulator
  queues: PartitionQueue[]
  send: (value: string, partition?: number) => Promise<RecordMetadata[]>
} {
  const clock = new ManualClock()
  const queues: PartitionQueue[] = []
  const accumulator = new RecordAccumulator({
    clock,
    maxBatchBytes: 1_000,
    bufferBytes: 10_000,
    deliveryTimeoutMs: 100_000,
    onBatch: queue => void queues.push(queue),
    onRoom: () => undefined
  })
  const send = (value: string, partition = 0): Promise<RecordMetadata[]> => {
    const { promise, resolve, reject } = deferred<RecordMetadata[]>()
    accumulator.append(new SendCall(resolve, reject), 't', [{ value }], [partition], settings)
    return promise
  }
  return { clock, accumulator, queues, send }
}

it('puts nothing into a batch that was given up while it was open', async () => {
  const { accumulator, queues, send } = make()
  const first = rejection(send('a'))
  const given = queues[0]?.head
  given?.fail(breakdown(new Error('no way in'), 'not-applied'))
  if (given !== undefined) accumulator.settled(given)
  await first
  void send('b')
  expect(queues).toHaveLength(2)
  expect(queues[0]?.head).not.toBe(given)
  expect(queues[0]?.head?.recordCount).toBe(1)
})

it('lets a batch take records for a tenth of the time it has', async () => {
  const { clock, queues, send } = make()
  void send('a').catch(() => undefined)
  await clock.advance(10_000)
  void send('b').catch(() => undefined)
  await clock.advance(1)
  void send('c').catch(() => undefined)
  expect([...(queues[0]?.waiting ?? [])].map(({ recordCount }) => recordCount)).toEqual([2, 1])
})

it('gives up each batch when its time is over, with one timer, and none when nothing is left', async () => {
  const { clock, accumulator, queues, send } = make()
  const first = rejection(send('a'))
  await clock.advance(30_000)
  const second = rejection(send('b', 1))
  expect(clock.pending).toBe(1)
  await clock.advance(69_999)
  expect(accumulator.bufferedBytes).toBeGreaterThan(120)
  await clock.advance(1)
  await expect(first).resolves.toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
  expect(queues[0]?.head).toBeUndefined()
  await clock.advance(30_000)
  await second
  expect(accumulator.bufferedBytes).toBe(0)
  expect(clock.pending).toBe(0)
  await accumulator.whenIdle()
})

it('counts the bytes of what is not settled', () => {
  const { accumulator, queues, send } = make()
  void send('x'.repeat(500))
  void send('y'.repeat(500))
  const sizes = [...(queues[0]?.waiting ?? [])].map(batch => batch.sizeInBytes)
  expect(sizes).toHaveLength(2)
  expect(accumulator.bufferedBytes).toBe(sizes.reduce((a, b) => a + b))
  const batch = accumulator.take(queues[0])
  expect(batch?.close()).toBeUndefined()
  batch?.sent()
  batch?.stored({ baseOffset: 7n, logAppendTimeMs: -1n, logStartOffset: 0n })
  if (batch !== undefined) accumulator.settled(batch)
  expect(accumulator.bufferedBytes).toBe(sizes[1])
})
