import { readBatches } from '../../../src/protocol/records/record-batch-reader'
import { crc32c } from '../../../src/protocol/crc32c'
import { headerOffsets } from '../../../src/protocol/records/batch-layout'
import { deferred } from '../../../src/utils/deferred'
import { batch } from '../../consumer/support/batches'
import { ConsumerLab, running } from '../../consumer/support/consumer-lab'
import { numbers, Reader } from './reader'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ brokers: 2, topics: [{ topic: 'topic', replicaAssignment: [[1, 2]] }] })
})

afterEach(() => lab.stop())

const partition = (): ReturnType<ConsumerLab['kafka']['laboratory']['partition']> => lab.kafka.laboratory.partition('topic', 0)
const committed = (offset: number): Promise<void> => lab.until(() => lab.committed('topic') === offset, `${offset} is committed`)

/** Commits an offset for the group, as a member that was there before. */
async function commit(offset: number): Promise<void> {
  const consumer = lab.consumer()
  await running(lab, consumer, { autoCommit: false, eachMessage: async () => {} })
  await lab.settled(consumer.commitOffsets([{ topic: 'topic', partition: 0, offset: String(offset) }]))
  await lab.settled(consumer.disconnect())
}

describe('retention (K18)', () => {
  it.each([
    [true, [...numbers(5), ...numbers(5, 20)]],
    [false, numbers(5)]
  ])('past the position of a paused partition: reads on by the reset policy, fromBeginning %s', async (fromBeginning, expected) => {
    const reader = await Reader.start(lab, { fromBeginning })
    await lab.until(() => lab.requests('Fetch').length > 0)
    await lab.sendNumbers('topic', 5)
    await committed(5)
    reader.consumer.pause([{ topic: 'topic' }])
    // The poll that is out would still bring what comes.
    await lab.pass(1000)
    for (let from = 5; from < 25; from += 5) await lab.sendNumbers('topic', 5, { from })
    partition().retain(20)
    reader.consumer.resume([{ topic: 'topic' }])
    await lab.until(() => lab.errors().length > 0)
    await lab.pass(2000)
    expect(reader.of()).toEqual(expected)
    await committed(25)
    await lab.sendNumbers('topic', 1, { from: 99 })
    await lab.until(() => reader.of().includes('99'))
    expect(reader.crashes).toEqual([])
  })

  it('past what is being handled lets the handler finish, and hands out nothing twice', async () => {
    await lab.sendNumbers('topic', 10)
    const release = deferred()
    const reader = await Reader.start(lab, {
      handle: async ({ message }) => {
        if (message.offset === '3') await release.promise
      }
    })
    await reader.got(4)
    partition().retain(8)
    await lab.pass(2000)
    release.resolve()
    await committed(10)
    expect(reader.of()).toEqual(numbers(10))
  })

  it('past the committed offset of a group: the first record that is left is the next, with fromBeginning', async () => {
    await lab.sendNumbers('topic', 10)
    await commit(2)
    partition().retain(6)
    const reader = await Reader.start(lab)
    await committed(10)
    expect(reader.of()).toEqual(numbers(4, 6))
  })

  it('of everything leaves nothing to read, and what comes later is read', async () => {
    await lab.sendNumbers('topic', 10)
    partition().retain(10)
    const reader = await Reader.start(lab)
    await lab.pass(1000)
    await lab.sendNumbers('topic', 3, { from: 10 })
    await committed(13)
    expect(reader.of()).toEqual(numbers(3, 10))
    expect(lab.errors()).toEqual([])
  })
})

describe('truncation (T18)', () => {
  it.each([true, false])('below the position goes on by the reset policy, and says so: fromBeginning %s', async fromBeginning => {
    const reader = await Reader.start(lab, { fromBeginning })
    await lab.until(() => lab.requests('Fetch').length > 0)
    for (const value of numbers(10)) await lab.sendNumbers('topic', 1, { from: Number(value) })
    await committed(10)
    partition().truncate(6)
    await lab.until(() => lab.errors().length > 0)
    await lab.pass(1000)
    await lab.sendNumbers('topic', 3, { from: 100 })
    await lab.until(() => reader.of().includes('102'))
    expect(reader.of().slice(0, 10)).toEqual(numbers(10))
    expect(reader.of().slice(10)).toEqual([...(fromBeginning ? numbers(6) : []), ...numbers(3, 100)])
    await committed(9)
  })

  it('above the position changes nothing', async () => {
    await lab.sendNumbers('topic', 10)
    const release = deferred()
    const reader = await Reader.start(lab, {
      config: { maxBytesPerPartition: 1 },
      handle: async ({ message }) => {
        if (message.offset === '1') await release.promise
      }
    })
    await reader.got(2)
    for (const from of [10, 11, 12, 13]) await lab.sendNumbers('topic', 1, { from })
    partition().truncate(12)
    release.resolve()
    await committed(12)
    expect(reader.of()).toEqual(numbers(12))
    expect(lab.errors()).toEqual([])
  })
})

describe('what followers do not have yet', () => {
  it('is not handed out before they do', async () => {
    partition().holdHighWatermark(2)
    for (const value of numbers(4)) await lab.sendNumbers('topic', 1, { from: Number(value) }).catch(() => {})
    const reader = await Reader.start(lab)
    await lab.pass(3000)
    expect(reader.of()).toEqual(numbers(2))
    partition().holdHighWatermark(undefined)
    await committed(4)
    expect(reader.of()).toEqual(numbers(4))
  }, 20_000)
})

describe('compaction (K17, T14)', () => {
  const removals = [[0], [4], [0, 4], [1, 2, 3], [0, 1, 2, 3], [1, 2, 3, 4], [0, 1, 2, 3, 4], [2, 3, 4, 5, 6], numbers(15).map(Number)]

  it.each(removals.map(offsets => [offsets]))('of offsets %j passes the gaps, and the group comes to the end', async offsets => {
    for (const from of [0, 5, 10]) await lab.sendNumbers('topic', 5, { from })
    await partition().compact(offsets)
    const reader = await Reader.start(lab)
    const kept = numbers(15).filter(value => !offsets.includes(Number(value)))
    await lab.sendNumbers('topic', 1, { from: 15 })
    await committed(16)
    expect(reader.of()).toEqual([...kept, '15'])
  })

  it.each(numbers(15).map(Number))('leads to the next record that is left from offset %i, whatever was removed there', async offset => {
    for (const from of [0, 5, 10]) await lab.sendNumbers('topic', 5, { from })
    await commit(offset)
    await partition().compact([2, 3, 4, 5, 6, 12])
    await lab.sendNumbers('topic', 1, { from: 15 })
    const reader = await Reader.start(lab)
    await committed(16)
    const kept = numbers(16).filter(value => Number(value) >= offset && ![2, 3, 4, 5, 6, 12].includes(Number(value)))
    expect(reader.of()).toEqual(kept)
  })

  it('that leaves batches without records is passed', async () => {
    await lab.sendNumbers('topic', 1)
    const empty = await batch({ baseOffset: 1, values: ['x'], nextOffset: 6 })
    const bytes = Buffer.from(empty.subarray(0, 61))
    bytes.writeInt32BE(bytes.length - headerOffsets.partitionLeaderEpoch, headerOffsets.length)
    bytes.writeInt32BE(0, headerOffsets.recordCount)
    bytes.writeUInt32BE(crc32c(bytes.subarray(headerOffsets.attributes)), headerOffsets.crc)
    expect(partition().appendRaw(bytes, 5)).toBe(1)
    await lab.sendNumbers('topic', 1, { from: 6 })
    const reader = await Reader.start(lab)
    await committed(7)
    expect(reader.of()).toEqual(['0', '6'])
  })
})

describe('odd bytes', () => {
  it('a batch that is cut off at any byte is nothing to mention: it comes whole the next time (T15)', async () => {
    await lab.sendNumbers('topic', 2)
    const whole = Buffer.concat(partition().state.log.storedBatches.map(({ bytes }) => bytes))
    expect([...readBatches(whole)]).toHaveLength(1)
    const reader = await Reader.start(lab)
    await committed(2)
    for (let cut = 0; cut < whole.length; cut += 7) {
      const fault = lab.kafka.laboratory.edit(
        { api: 'Fetch', where: () => true },
        (response: { responses: { partitions: { records: Buffer[] | null }[] }[] }) => {
          for (const { partitions } of response.responses)
            for (const data of partitions) {
              const records = Buffer.concat(data.records ?? [])
              if (records.length > 0) data.records = [Buffer.concat([records, whole.subarray(0, cut)])]
            }
          return response
        }
      )
      const from = 2 + cut / 7
      await lab.sendNumbers('topic', 1, { from })
      await reader.got(from + 1)
      fault.remove()
    }
    expect(reader.of()).toEqual(numbers(reader.of().length))
    expect([reader.crashes, lab.errors()]).toEqual([[], []])
  })

  it('a batch larger than every limit is read (K25)', async () => {
    const value = 'x'.repeat(200_000)
    await lab.send('topic', [{ partition: 0, value }])
    await lab.sendNumbers('topic', 3)
    const reader = await Reader.start(lab, { config: { maxBytesPerPartition: 1000, maxBytes: 1000 } })
    await committed(4)
    expect(reader.of()).toEqual([value, ...numbers(3)])
  })
})

describe('transactions that were aborted', () => {
  it('are passed, the group comes to the end, and the lag is none (T13, K17)', async () => {
    const { log } = partition().state
    const sizes = log.logEndOffset
    expect(sizes).toBe(0)
    const marker = { producerEpoch: 0, coordinatorEpoch: 0, transactionVersion: 1 }
    for (let round = 0; round < 3; round++) {
      const producerId = 7 + round
      const data = await batch({ baseOffset: log.logEndOffset, values: ['a', 'b'], producerId })
      const [fetched] = readBatches(data)
      expect(log.append(fetched).errorCode).toBe(0)
      expect(log.appendMarker({ ...marker, producerId: BigInt(producerId), isCommit: round === 1 })).toBe(0)
    }
    partition().state.changed()
    const reader = await Reader.start(lab)
    await committed(9)
    expect(reader.of()).toEqual(['a', 'b'])
  })
})
