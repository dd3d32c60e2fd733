import type { ConsumerCrashEvent } from '../../src/types/events'
import type { Consumer, EachMessagePayload } from '../../src/types/consumer'
import { deferred } from '../../src/utils/deferred'
import { ConsumerLab, fetchOffsets, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

const numbers = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => String(from + i))

interface Recorded {
  consumer: Consumer
  values: string[]
}

/** A running consumer that keeps the values it gets. */
async function recording(fromBeginning = true, consumer = lab.consumer()): Promise<Recorded> {
  const values: string[] = []
  await running(lab, consumer, { eachMessage: async ({ message }) => void values.push(String(message.value)) }, ['topic'], fromBeginning)
  return { consumer, values }
}

describe('reading', () => {
  it('gets all messages of a partition in order, and commits the offset after the last', async () => {
    await lab.sendNumbers('topic', 100)
    const { values } = await recording()
    await lab.until(() => values.length === 100)
    expect(values).toEqual(numbers(100))
    await lab.until(() => lab.committed('topic') === 100)
    expect(lab.errors()).toEqual([])
  })

  it('begins at the end without fromBeginning, and misses nothing from then on', async () => {
    await lab.sendNumbers('topic', 10)
    const { values } = await recording(false)
    await lab.pass(1000)
    await lab.sendNumbers('topic', 10, { from: 10 })
    await lab.until(() => values.length >= 10)
    expect(values).toEqual(numbers(10, 10))
  })

  it('goes on at the committed offset', async () => {
    await lab.sendNumbers('topic', 10)
    const first = await recording()
    await lab.until(() => first.values.length === 10)
    await lab.settled(first.consumer.disconnect())
    await lab.sendNumbers('topic', 10, { from: 10 })
    const second = await recording()
    await lab.until(() => second.values.length >= 10)
    expect(second.values).toEqual(numbers(10, 10))
  })

  it('takes handlers that return nothing to wait for', async () => {
    await lab.sendNumbers('topic', 10)
    const values: string[] = []
    const handler = (({ message }: EachMessagePayload) => void values.push(String(message.value))) as never
    await running(lab, lab.consumer(), { eachMessage: handler })
    await lab.until(() => values.length === 10)
    expect(values).toEqual(numbers(10))
  })

  it('does not let a slow partition hold up another of the same broker (K15)', async () => {
    for (let i = 0; i < 20; i++) await lab.sendNumbers('topic', 100, { partition: 0 })
    const stuck = deferred()
    let fast = 0
    const eachMessage = async ({ partition }: EachMessagePayload): Promise<void> => {
      if (partition === 0) await stuck.promise
      else fast++
    }
    await running(lab, lab.consumer({ maxBytesPerPartition: 1000 }), { eachMessage, partitionsConsumedConcurrently: 2 })
    for (let i = 0; i < 10; i++) await lab.sendNumbers('topic', 100, { partition: 1 })
    await lab.until(() => fast === 1000)
    // What waits for the stuck one is bounded, and not asked for again and again.
    const asked = lab.requests('Fetch').flatMap(({ body }) => fetchOffsets(body, 0))
    expect(asked.length).toBeLessThanOrEqual(3)
    expect(new Set(asked).size).toBe(asked.length)
    stuck.resolve()
  })

  it('never has two handlers at work on one partition', async () => {
    await lab.sendNumbers('topic', 50, { partition: 0 })
    await lab.sendNumbers('topic', 50, { partition: 1 })
    const busy = new Set<number>()
    let together = 0
    let done = 0
    const eachMessage = async ({ partition, heartbeat }: EachMessagePayload): Promise<void> => {
      expect(busy.has(partition)).toBe(false)
      busy.add(partition)
      together = Math.max(together, busy.size)
      await new Promise(resolve => setImmediate(resolve))
      await heartbeat()
      busy.delete(partition)
      done++
    }
    await running(lab, lab.consumer(), { eachMessage, partitionsConsumedConcurrently: 5 })
    await lab.until(() => done === 100)
    expect(together).toBe(2)
  })
})

describe('a handler that fails', () => {
  it('gets the same message again, later, and what was done before is committed', async () => {
    await lab.sendNumbers('topic', 5)
    const seen: { value: string; at: number }[] = []
    let failures = 2
    const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => {
      const value = String(message.value)
      seen.push({ value, at: lab.clock.now() })
      if (value === '3' && failures-- > 0) throw new Error('not now')
    }
    await running(lab, lab.consumer(), { eachMessage })
    await lab.until(() => seen.length === 7)
    expect(seen.map(({ value }) => value)).toEqual(['0', '1', '2', '3', '3', '3', '4'])
    expect(seen[4].at - seen[3].at).toBeGreaterThanOrEqual(240)
    expect(seen[5].at - seen[4].at).toBeGreaterThan(seen[4].at - seen[3].at)
    await lab.until(() => lab.committed('topic') === 5)
    expect(new Set(lab.requests('Fetch').flatMap(({ body }) => fetchOffsets(body, 0)))).toEqual(new Set([0, 5]))
    expect(lab.errors()).toEqual(['Error when calling eachMessage', 'Error when calling eachMessage'])
  })

  it('does not hold up other partitions', async () => {
    await lab.sendNumbers('topic', 1, { partition: 0 })
    await lab.sendNumbers('topic', 10, { partition: 1 })
    const seen: number[] = []
    const eachMessage = async ({ partition }: EachMessagePayload): Promise<void> => {
      seen.push(partition)
      if (partition === 0) throw new Error('never')
    }
    await running(lab, lab.consumer({ retry: { initialRetryTime: 10_000 } }), { eachMessage })
    await lab.until(() => seen.filter(partition => partition === 1).length === 10)
    expect(seen.filter(partition => partition === 0)).toHaveLength(1)
  })

  it('for good makes the consumer crash, and start again where it stood', async () => {
    await lab.sendNumbers('topic', 3)
    const seen: string[] = []
    let isBroken = true
    const crashes: ConsumerCrashEvent['payload'][] = []
    const names: string[] = []
    const consumer = lab.consumer({ retry: { retries: 2 } })
    consumer.on('consumer.crash', ({ payload }) => crashes.push(payload))
    for (const name of ['consumer.stop', 'consumer.disconnect', 'consumer.crash', 'consumer.connect'] as const)
      consumer.on(name, ({ type }: { type: string }) => names.push(type))
    const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => {
      seen.push(String(message.value))
      if (isBroken && String(message.value) === '1') throw new Error('broken')
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => crashes.length === 1)
    expect(seen).toEqual(['0', '1', '1', '1'])
    expect(crashes[0]).toMatchObject({ groupId: 'group', restart: true, error: { name: 'KafkaJSNumberOfRetriesExceeded', retryCount: 2 } })
    expect(lab.committed('topic')).toBe(1)
    isBroken = false
    await lab.until(() => seen.length === 6)
    expect(seen.slice(4)).toEqual(['1', '2'])
    expect(names).toEqual([
      'consumer.connect',
      'consumer.connect',
      'consumer.stop',
      'consumer.disconnect',
      'consumer.crash',
      'consumer.connect'
    ])
  })

  it.each([
    ['restartOnFailure says no', { retries: 0, restartOnFailure: async () => false }, new Error('x'), false],
    ['restartOnFailure fails', { retries: 0, restartOnFailure: () => Promise.reject(new Error('y')) }, new Error('x'), true],
    ['the program is wrong', {}, new TypeError('x'), false],
    ['the error says so itself', {}, Object.assign(new Error('x'), { retriable: false }), false]
  ])('decides about a restart: %s', async (_, retry, error, restart) => {
    await lab.sendNumbers('topic', 1)
    const crashes: ConsumerCrashEvent['payload'][] = []
    const consumer = lab.consumer({ retry })
    consumer.on('consumer.crash', ({ payload }) => crashes.push(payload))
    const eachMessage = (): Promise<void> => Promise.reject(error)
    await running(lab, consumer, { eachMessage })
    await lab.until(() => crashes.length === 1)
    expect(crashes[0].restart).toBe(restart)
    expect(crashes[0].error.cause).toBe(error)
  })
})

describe('pause', () => {
  it('takes effect between two messages; a failure and a resume go on at the very message, without fetching anew (K20)', async () => {
    await lab.sendNumbers('topic', 10)
    const seen: string[] = []
    let isFirst = true
    const consumer = lab.consumer()
    const eachMessage = async ({ message, pause }: EachMessagePayload): Promise<void> => {
      seen.push(String(message.value))
      if (String(message.value) !== '5' || !isFirst) return
      isFirst = false
      pause()
      throw new Error('later')
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => seen.length === 6)
    await lab.pass(5000)
    expect(seen).toHaveLength(6)
    expect(consumer.paused()).toEqual([{ topic: 'topic', partitions: [0] }])
    consumer.resume([{ topic: 'topic' }])
    await lab.until(() => seen.length === 11)
    expect(seen).toEqual([...numbers(6), ...numbers(5, 5)])
    const offsets = lab.requests('Fetch').flatMap(({ body }) => fetchOffsets(body, 0))
    expect(new Set(offsets)).toEqual(new Set([0, 10]))
  })

  it('keeps other partitions going, and is undone by what it returns', async () => {
    await lab.sendNumbers('topic', 5, { partition: 0 })
    await lab.sendNumbers('topic', 5, { partition: 1 })
    const seen: string[] = []
    let resume: (() => void) | undefined
    const eachMessage = async ({ partition, message, pause }: EachMessagePayload): Promise<void> => {
      seen.push(`${partition}/${message.offset}`)
      if (partition === 0 && message.offset === '1') resume = pause()
    }
    await running(lab, lab.consumer(), { eachMessage })
    await lab.until(() => seen.length === 7)
    await lab.pass(2000)
    expect(seen).toHaveLength(7)
    resume?.()
    await lab.until(() => seen.length === 10)
    expect(seen.filter(key => key.startsWith('0'))).toEqual(['0/0', '0/1', '0/2', '0/3', '0/4'])
  })

  it('does not make a resumed partition wait for the end of a long poll', async () => {
    const { consumer, values } = await recording(true, lab.consumer({ maxWaitTimeInMs: 60_000 }))
    consumer.pause([{ topic: 'topic', partitions: [0] }])
    await lab.pass(61_000)
    await lab.sendNumbers('topic', 1)
    await lab.pass(1000)
    expect(values).toEqual([])
    const at = lab.clock.now()
    consumer.resume([{ topic: 'topic', partitions: [0] }])
    await lab.until(() => values.length === 1)
    expect(lab.clock.now() - at).toBeLessThan(1000)
  })
})

describe('seek', () => {
  it('inside a handler: the next message is the one sought, none of the buffer (K19)', async () => {
    await lab.sendNumbers('topic', 10)
    const seen: string[] = []
    const consumer = lab.consumer()
    const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => {
      seen.push(String(message.value))
      if (seen.length === 5) consumer.seek({ topic: 'topic', partition: 0, offset: '2' })
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => seen.length === 13)
    expect(seen).toEqual([...numbers(5), ...numbers(8, 2)])
    await lab.until(() => lab.committed('topic') === 10)
  })

  it('commits the offset sought when commits are automatic, and nothing special', async () => {
    await lab.sendNumbers('topic', 10)
    const { consumer, values } = await recording()
    await lab.until(() => values.length === 10)
    consumer.pause([{ topic: 'topic' }])
    consumer.seek({ topic: 'topic', partition: 0, offset: '4' })
    await lab.until(() => lab.committed('topic') === 4)
    consumer.seek({ topic: 'topic', partition: 0, offset: '-2' })
    await lab.until(() => lab.committed('topic') === 0)
    consumer.seek({ topic: 'topic', partition: 0, offset: '-1' })
    await lab.until(() => lab.committed('topic') === 10)
    consumer.resume([{ topic: 'topic' }])
    await lab.sendNumbers('topic', 1, { from: 10 })
    await lab.until(() => values.length === 11)
    expect(values[10]).toBe('10')
  })

  it('of a partition that is not assigned yet waits for it', async () => {
    await lab.sendNumbers('topic', 10)
    const { values: others, consumer: other } = await recording()
    await lab.until(() => others.length === 10)
    const second = lab.consumer()
    const seen: string[] = []
    await lab.settled(second.connect())
    await lab.settled(second.subscribe({ topic: 'topic', fromBeginning: true }))
    const run = second.run({ eachMessage: async ({ message }) => void seen.push(String(message.value)) })
    await lab.settled(run)
    for (const partition of [0, 1]) second.seek({ topic: 'topic', partition, offset: '7' })
    await lab.settled(other.disconnect())
    await lab.until(() => seen.length === 3)
    expect(seen).toEqual(numbers(3, 7))
  })
})
