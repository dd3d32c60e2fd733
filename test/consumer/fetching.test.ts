import type { EachBatchPayload, EachMessagePayload } from '../../src/types/consumer'
import type { ConsumerCrashEvent } from '../../src/types/events'
import type { FetchResponse, PartitionData } from '../../src/protocol/generated/fetch-response'
import { batch } from './support/batches'
import { ConsumerLab, fetchOffsets, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 1 }] })
})

afterEach(() => lab.stop())

const numbers = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => String(from + i))

async function reading(
  values: string[],
  fromBeginning = true,
  config: Parameters<ConsumerLab['consumer']>[0] = {}
): Promise<ConsumerCrashEvent['payload'][]> {
  const consumer = lab.consumer(config)
  const crashes: ConsumerCrashEvent['payload'][] = []
  consumer.on('consumer.crash', ({ payload }) => crashes.push(payload))
  const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => void values.push(String(message.value))
  await running(lab, consumer, { eachMessage }, ['topic'], fromBeginning)
  return crashes
}

/** Alters every answer that has records. */
function editRecords(edit: (data: PartitionData) => void, times = Infinity): { fired: () => number; stop: () => void } {
  let fired = 0
  const fault = lab.kafka.laboratory.add({ api: 'Fetch' }, () => ({
    edit: response => {
      for (const { partitions } of (response as FetchResponse).responses) {
        for (const data of partitions) {
          if (fired >= times || data.records === null || data.records === undefined || data.records.length === 0) continue
          fired++
          // The broker hands out what it has stored piece by piece.
          data.records = Buffer.concat([data.records].flat())
          edit(data)
        }
      }
      return response
    }
  }))
  return { fired: () => fired, stop: () => fault.remove() }
}

/** Answers Fetch with an error of the partition. */
function fail(errorCode: number, times: number): () => number {
  const fault = lab.kafka.laboratory.add({ api: 'Fetch', times }, () => ({
    edit: response => {
      for (const { partitions } of (response as FetchResponse).responses) {
        for (const data of partitions) Object.assign(data, { errorCode, highWatermark: -1n, records: null })
      }
      return response
    }
  }))
  return () => fault.fired
}

describe('an error of a partition', () => {
  it.each([
    ['NOT_LEADER_OR_FOLLOWER', 6],
    ['FENCED_LEADER_EPOCH', 74],
    ['UNKNOWN_LEADER_EPOCH', 75],
    ['UNKNOWN_TOPIC_OR_PARTITION', 3],
    ['UNKNOWN_TOPIC_ID', 100],
    ['KAFKA_STORAGE_ERROR', 56],
    ['CORRUPT_MESSAGE', 2],
    ['UNKNOWN_SERVER_ERROR', -1],
    ['a code of a newer broker', 9999]
  ])('%s twenty times is overcome, with growing waits and without a rebalance (K13)', async (_, code) => {
    await lab.sendNumbers('topic', 5)
    const values: string[] = []
    const fired = fail(code, 20)
    const crashes = await reading(values)
    await lab.until(() => values.length === 5)
    expect(fired()).toBe(20)
    expect(lab.clock.now()).toBeGreaterThan(5000)
    expect(values).toEqual(numbers(5))
    expect(crashes).toEqual([])
    expect(lab.requests('JoinGroup').length).toBeLessThanOrEqual(2)
  })

  it('that says that the consumer may not read the topic ends it, and says so', async () => {
    await lab.sendNumbers('topic', 5)
    fail(29, Infinity)
    const crashes = await reading([])
    await lab.until(() => crashes.length === 1)
    expect(crashes[0]).toMatchObject({ restart: false, error: { type: 'TOPIC_AUTHORIZATION_FAILED' } })
  })
})

describe('an offset that is out of range', () => {
  /** Makes the group's offset point to where the log no longer, or not yet, is. */
  async function commit(offset: string): Promise<void> {
    const consumer = lab.consumer()
    await running(lab, consumer, { autoCommit: false, eachMessage: async () => {} })
    await lab.settled(consumer.commitOffsets([{ topic: 'topic', partition: 0, offset }]))
    await lab.settled(consumer.disconnect())
  }

  it.each([
    [true, numbers(10)],
    [false, numbers(5, 10)]
  ])('follows the reset policy (fromBeginning %s), and commits no offset that is none (K18)', async (fromBeginning, expected) => {
    await lab.sendNumbers('topic', 10)
    await commit('500')
    const values: string[] = []
    await reading(values, fromBeginning)
    await lab.until(() => lab.errors().length > 0)
    expect(lab.errors()).toEqual(['Offset out of range, resetting to default offset'])
    await lab.pass(1000)
    if (!fromBeginning) await lab.sendNumbers('topic', 5, { from: 10 })
    await lab.until(() => values.length === expected.length)
    expect(values).toEqual(expected)
    const committed = lab
      .requests('OffsetCommit')
      .flatMap(({ body }) => JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))
    for (const request of committed) expect(request).not.toContain('"committedOffset":-')
    await lab.until(() => lab.committed('topic') === (fromBeginning ? 10 : 15))
  })

  it('on a broker that lags behind is no reason to move: the leader knows better (K18)', async () => {
    await lab.sendNumbers('topic', 10)
    const values: string[] = []
    const fired = fail(1, 3)
    await reading(values)
    await lab.until(() => values.length === 10)
    expect(fired()).toBe(3)
    expect(values).toEqual(numbers(10))
    expect(lab.errors()).toEqual([])
  })

  it('does not lose what was fetched before and waits for its handler', async () => {
    await lab.sendNumbers('topic', 10)
    const values: string[] = []
    const consumer = lab.consumer()
    let release: (() => void) | undefined
    const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => {
      values.push(String(message.value))
      if (values.length === 1) await new Promise<void>(resolve => (release = resolve))
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => values.length === 1)
    const fault = lab.kafka.laboratory.add({ api: 'Fetch' }, () => ({
      edit: response => {
        for (const { partitions } of (response as FetchResponse).responses)
          for (const data of partitions) Object.assign(data, { errorCode: 1, records: null })
        return response
      }
    }))
    lab.kafka.laboratory.add({ api: 'ListOffsets' }, () => ({
      edit: response => {
        const { topics } = response as { topics: { partitions: { offset: bigint }[] }[] }
        for (const { partitions } of topics) for (const data of partitions) data.offset = 3n
        return response
      }
    }))
    await lab.until(() => fault.fired > 3)
    release?.()
    await lab.until(() => values.length === 10)
    expect(values).toEqual(numbers(10))
  })
})

describe('records that cannot be read', () => {
  const spoil = (data: PartitionData): void => {
    const bytes = Buffer.from(data.records as Buffer)
    bytes[bytes.length - 1] ^= 1
    data.records = bytes
  }

  it('are fetched again: they may have been spoilt on their way', async () => {
    await lab.sendNumbers('topic', 5)
    const values: string[] = []
    const fault = editRecords(spoil, 3)
    const crashes = await reading(values)
    await lab.until(() => values.length === 5)
    expect(fault.fired()).toBe(3)
    expect(values).toEqual(numbers(5))
    expect(crashes).toEqual([])
  })

  it('again and again make the consumer crash with where they are; nothing is skipped (K23)', async () => {
    await lab.sendNumbers('topic', 5)
    await lab.sendNumbers('topic', 5, { from: 5 })
    const values: string[] = []
    editRecords(spoil)
    const crashes = await reading(values)
    await lab.until(() => crashes.length === 1)
    expect(values).toEqual(numbers(5))
    expect(crashes[0].error).toMatchObject({ name: 'KafkaCorruptRecordError', topic: 'topic', partition: 0, offset: '5' })
    expect(lab.committed('topic')).toBe(5)
  })

  it('do not hold up what comes before them in the same answer, and a cut off end is nothing to mention', async () => {
    await lab.sendNumbers('topic', 5)
    await lab.sendNumbers('topic', 5, { from: 5 })
    const values: string[] = []
    editRecords(data => (data.records = (data.records as Buffer).subarray(0, (data.records as Buffer).length - 1)), 1)
    const crashes = await reading(values)
    await lab.until(() => values.length === 10)
    expect(values).toEqual(numbers(10))
    expect(crashes).toEqual([])
    expect(lab.errors()).toEqual([])
  })
})

describe('batches without records for applications', () => {
  /** The log consists of these batches. */
  function serve(records: Buffer, nextOffset: number): void {
    lab.kafka.laboratory.add({ api: 'Fetch' }, ({ body }) => ({
      edit: response => {
        const isNew = fetchOffsets(body, 0).includes(0)
        const answer = { errorCode: 0, records: isNew ? records : null, highWatermark: BigInt(nextOffset) }
        const abortedTransactions = [{ producerId: 5n, firstOffset: 1n }]
        for (const { partitions } of (response as FetchResponse).responses)
          for (const data of partitions) Object.assign(data, answer, { abortedTransactions })
        return response
      }
    }))
  }

  it('are passed, and the group gets to the end of the log (K17, T13)', async () => {
    const values: string[] = []
    const records = Buffer.concat([
      await batch({ baseOffset: 0, values: ['a'], producerId: 4 }),
      await batch({ baseOffset: 1, values: ['void'], producerId: 5 }),
      await batch({ baseOffset: 2, values: ['abort'], producerId: 5, isControl: true }),
      await batch({ baseOffset: 3, values: ['b'], producerId: 5, nextOffset: 9 }),
      await batch({ baseOffset: 9, values: ['commit'], producerId: 4, isControl: true })
    ])
    serve(records, 10)
    await reading(values)
    await lab.until(() => lab.committed('topic') === 10)
    expect(values).toEqual(['a', 'b'])
    expect(lab.requests('Fetch').flatMap(({ body }) => fetchOffsets(body, 0))).toContain(10)
  })

  it('include aborted ones only when committed ones are wanted only', async () => {
    const values: string[] = []
    const records = Buffer.concat([
      await batch({ baseOffset: 0, values: ['a'], producerId: 4 }),
      await batch({ baseOffset: 1, values: ['void'], producerId: 5 })
    ])
    serve(records, 2)
    await reading(values, true, { readUncommitted: true })
    await lab.until(() => lab.committed('topic') === 2)
    expect(values).toEqual(['a', 'void'])
  })

  it('also with eachBatch, whose handler is not called for nothing', async () => {
    serve(await batch({ baseOffset: 0, values: ['commit'], producerId: 4, isControl: true }), 1)
    const batches: unknown[] = []
    await running(lab, lab.consumer(), { eachBatch: async ({ batch }: EachBatchPayload) => void batches.push(batch) })
    await lab.until(() => lab.committed('topic') === 1)
    expect(batches).toEqual([])
  })
})

describe('old brokers', () => {
  it.each([
    ['Fetch up to v4', { Fetch: [4, 4] }],
    ['Fetch up to v11', { Fetch: [4, 11] }],
    ['Metadata without topic ids, Fetch with', { Metadata: [0, 9] }],
    [
      'the first versions of the group APIs',
      {
        JoinGroup: [0, 1],
        SyncGroup: [0, 0],
        Heartbeat: [0, 0],
        LeaveGroup: [0, 0],
        OffsetFetch: [1, 1],
        OffsetCommit: [2, 2],
        ListOffsets: [1, 1]
      }
    ],
    [
      'middle versions of the group APIs',
      {
        JoinGroup: [0, 5],
        SyncGroup: [0, 3],
        Heartbeat: [0, 3],
        LeaveGroup: [0, 3],
        OffsetFetch: [1, 7],
        OffsetCommit: [2, 7],
        ListOffsets: [1, 5]
      }
    ]
  ] as [string, Record<string, [number, number]>][])('are read all the same: %s', async (_, versions) => {
    for (const [api, [min, max]] of Object.entries(versions)) lab.kafka.laboratory.setVersions(api, { min, max })
    await lab.sendNumbers('topic', 5)
    const values: string[] = []
    await reading(values)
    await lab.until(() => values.length === 5 && lab.committed('topic') === 5)
    expect(values).toEqual(numbers(5))
    for (const [api, [, max]] of Object.entries(versions))
      for (const { version } of lab.requests(api)) expect(version).toBeLessThanOrEqual(max)
    if (versions['Metadata'] !== undefined) for (const { version } of lab.requests('Fetch')) expect(version).toBeLessThanOrEqual(12)
  })
})

describe('fetching ahead', () => {
  it('reads everything once: what is buffered is not asked for again (P5, K20)', async () => {
    for (let i = 0; i < 20; i++) await lab.sendNumbers('topic', 100, { from: i * 100 })
    const values: string[] = []
    await reading(values, true, { maxBytesPerPartition: 3000 })
    await lab.until(() => values.length === 2000)
    expect(values).toEqual(numbers(2000))
    const offsets = lab.requests('Fetch').flatMap(({ body }) => fetchOffsets(body, 0))
    const withData = offsets.filter(offset => offset < 2000)
    expect(new Set(withData).size).toBe(withData.length)
  })

  it('takes a batch that is larger than maxBytesPerPartition (K25)', async () => {
    await lab.send('topic', [{ value: Buffer.alloc(100_000, 'x'), partition: 0 }])
    const sizes: number[] = []
    await running(lab, lab.consumer({ maxBytesPerPartition: 1000 }), {
      eachMessage: async ({ message }) => void sizes.push(message.value?.length ?? 0)
    })
    await lab.until(() => sizes.length === 1)
    expect(sizes).toEqual([100_000])
  })

  it('asks with the isolation level that was chosen', async () => {
    await reading([], true, { readUncommitted: true })
    await lab.until(() => lab.requests('Fetch').length > 0)
    expect(lab.requests('Fetch').map(({ body }) => (body as { isolationLevel: number }).isolationLevel)).toContain(0)
  })
})

describe('a broker that does not wait', () => {
  it('is not asked in a tight loop (K35)', async () => {
    lab.kafka.laboratory.add({ api: 'Fetch' }, ({ body }) => ({
      instead: () => {
        const { topics } = body as { topics: { topicId: string; partitions: { partition: number }[] }[] }
        return {
          responses: topics.map(({ topicId }) => ({ topicId, partitions: [{ partitionIndex: 0, highWatermark: 0n, records: null }] }))
        }
      }
    }))
    await reading([])
    await lab.pass(20_000)
    expect(lab.requests('Fetch').length).toBeLessThan(50)
  })
})

describe('a broker that dies', () => {
  it('costs nothing: another leader takes over', async () => {
    await lab.stop()
    lab = await ConsumerLab.start({ memory: false, brokers: 3, topics: [{ topic: 'topic', replicaAssignment: [[1, 2, 3]] }] })
    await lab.sendNumbers('topic', 10)
    const values: string[] = []
    const crashes = await reading(values)
    await lab.until(() => values.length === 10)
    await lab.kafka.kill(1)
    await lab.sendNumbers('topic', 10, { from: 10 })
    await lab.until(() => values.length >= 20)
    expect(values).toEqual(numbers(20))
    expect(crashes).toEqual([])
  })
})
