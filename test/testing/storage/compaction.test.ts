import { produceApi } from '../../../src/protocol/generated/produce'
import { ProducedBatch } from '../../../src/testing/storage/produced-batch'
import { describeRecords } from '../records/scripts/describe-records'
import { EmbeddedKafka } from '../../../src/testing'
import { ManualClock, settle } from '../../support/manual-clock'
import { makeBatch, recordTime, type BatchSpec, type RecordSpec } from '../support/make-batch'
import { WireClient } from '../support/wire-client'

let kafka: EmbeddedKafka
let clock: ManualClock
let client: WireClient

beforeEach(async () => {
  clock = new ManualClock()
  kafka = await EmbeddedKafka.start({
    memory: true,
    clock,
    topics: [
      { topic: 't', configs: { 'delete.retention.ms': '1000' } },
      { topic: 'old', configs: { 'retention.ms': '1000' } },
      { topic: 'big', configs: { 'retention.bytes': '150', 'retention.ms': '-1' } },
      { topic: 'kept', configs: { 'retention.ms': '1000', 'cleanup.policy': 'compact' } }
    ]
  })
  const [host, port] = kafka.brokers[0].split(':')
  client = WireClient.on(kafka.socketFactory({ host, port: Number(port), onConnect: () => {} }))
})

afterEach(async () => {
  client.close()
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})

const partition = (topic = 't') => kafka.laboratory.partition(topic, 0)
const log = (topic = 't') => partition(topic).state.log

async function put(records: readonly RecordSpec[], spec: BatchSpec = {}, topic = 't'): Promise<void> {
  const sent = client.send(produceApi, 9, {
    acks: -1,
    transactionalId: spec.transactional === true ? 'x' : null,
    topicData: [{ name: topic, partitionData: [{ index: 0, records: makeBatch(records, spec) }] }]
  })
  await settle()
  expect((await sent).responses[0].partitionResponses[0].errorCode).toBe(0)
}

/** `key=value` of what is left, by batch. */
async function left(topic = 't'): Promise<string[][]> {
  const batches: string[][] = []
  for (const { bytes } of log(topic).storedBatches) {
    const [, ...records] = await describeRecords(bytes)
    batches.push(records.map(line => line.trim().replace(/ at \d+$/, '')))
  }
  return batches
}

/** Appends as a transaction does whose coordinator is a test. */
function end(isCommit: boolean, producerId = 5n): void {
  const marker = { producerId, producerEpoch: 0, isCommit, coordinatorEpoch: 0, transactionVersion: 0 }
  expect(log().appendMarker(marker)).toBe(0)
}

function putInTransaction(records: readonly RecordSpec[], baseSequence: number, producerId = 5n): void {
  const bytes = makeBatch(records, { transactional: true, producerId, producerEpoch: 0, baseSequence })
  expect(log().append(new ProducedBatch(bytes)).errorCode).toBe(0)
}

describe('compaction', () => {
  it('keeps the last record of each key, drops records without key, and leaves offsets as they are', async () => {
    await put([{ key: 'a', value: '1' }, { key: 'b', value: '1' }, 'no key', { key: 'a', value: '2' }])
    await put([{ key: 'b', value: '2' }])
    await put([{ key: 'c', value: '1' }])
    await partition().compact()
    expect(await left()).toEqual([['3: a = 2'], ['4: b = 2'], ['5: c = 1']])
    expect(log().storedBatches.map(({ baseOffset, lastOffset }) => [baseOffset, lastOffset])).toEqual([
      [0, 3],
      [4, 4],
      [5, 5]
    ])
    expect([log().logStartOffset, log().logEndOffset]).toEqual([0, 6])
  })

  it('removes batches of which nothing is left, but not the last one', async () => {
    await put([{ key: 'a', value: '1' }])
    await put([{ key: 'a', value: '2' }])
    await put(['no key'])
    await partition().compact()
    expect(await left()).toEqual([['1: a = 2'], []])
    expect(log().logEndOffset).toBe(3)
    await put([{ key: 'b', value: '1' }])
    await partition().compact()
    expect(await left()).toEqual([['1: a = 2'], ['3: b = 1']])
  })

  it('keeps compression, and the times of records whose batch gets another base', async () => {
    const records = [
      { key: 'a', value: '1', timestamp: recordTime },
      { key: 'b', value: 'x'.repeat(30), timestamp: recordTime + 1_000_000 },
      { key: 'a', value: null, timestamp: recordTime - 7 }
    ]
    await put(records, { compression: 1 })
    await put([{ key: 'z', value: '1' }])
    await partition().compact()
    const [batch] = log().storedBatches
    const lines = await describeRecords(batch.bytes)
    expect(lines[0]).toContain('gzip')
    expect(lines.slice(1)).toEqual([`  1: b = ${'x'.repeat(30)} at ${recordTime + 1_000_000}`, `  2: a = null at ${recordTime - 7}`])
    expect(batch.maxTimestamp).toBe(recordTime + 1_000_000)
  })

  it('gives tombstones a time from which they may go, and removes them in a pass after it', async () => {
    await put([{ key: 'a', value: '1' }])
    await put([{ key: 'a', value: null }])
    await put([{ key: 'z', value: '1' }])
    await partition().compact()
    expect(await left()).toEqual([['1: a = null'], ['2: z = 1']])
    await clock.advance(999)
    await partition().compact()
    expect(await left()).toEqual([['1: a = null'], ['2: z = 1']])
    await clock.advance(1)
    await partition().compact()
    expect(await left()).toEqual([['2: z = 1']])
  })

  it("keeps an empty batch for the producer's last sequence number", async () => {
    const producer = { producerId: 9n, producerEpoch: 0 }
    await put([{ key: 'a', value: '1' }], { ...producer, baseSequence: 0 })
    await put([{ key: 'a', value: '2' }], { ...producer, baseSequence: 1 })
    await put([{ key: 'a', value: '3' }])
    await put([{ key: 'z', value: '1' }])
    await partition().compact()
    expect(await left()).toEqual([[], ['2: a = 3'], ['3: z = 1']])
    expect(log().storedBatches[0]).toMatchObject({ baseOffset: 1, lastOffset: 1, producerId: 9n })
    await partition().compact()
    expect(await left()).toEqual([[], ['2: a = 3'], ['3: z = 1']])
    await put([{ key: 'b', value: '1' }], { ...producer, baseSequence: 2 })
    await partition().compact()
    expect(await left()).toEqual([['2: a = 3'], ['3: z = 1'], ['4: b = 1']])
  })

  it('removes what was aborted, keeps markers for a while, and touches nothing that is not decided', async () => {
    putInTransaction([{ key: 'a', value: 'aborted' }], 0)
    end(false)
    putInTransaction([{ key: 'b', value: 'committed' }], 1)
    end(true)
    putInTransaction([{ key: 'b', value: 'again' }], 2)
    end(true)
    await put([{ key: 'c', value: '1' }])
    putInTransaction([{ key: 'b', value: 'running' }], 0, 6n)
    await put([{ key: 'c', value: '2' }])
    await partition().compact()
    expect(await left()).toEqual([['marker'], ['marker'], ['4: b = again'], ['marker'], ['6: c = 1'], ['7: b = running'], ['8: c = 2']])
    // Now that they belong to nothing, two markers have a time; when it is over they go.
    await partition().compact()
    await clock.advance(1000)
    await partition().compact()
    expect(await left()).toEqual([['4: b = again'], ['marker'], ['6: c = 1'], ['7: b = running'], ['8: c = 2']])
  })
})

describe('retention', () => {
  it('deletes batches that are older than retention.ms, oldest first', async () => {
    const now = clock.wallTime()
    for (const age of [5000, 1001, 1000, 5000]) await put([{ value: String(age), timestamp: now - age }], {}, 'old')
    partition('old').retain()
    expect(await left('old')).toEqual([['2: null = 1000'], ['3: null = 5000']])
    expect(log('old').logStartOffset).toBe(2)
    await clock.advance(1)
    partition('old').retain()
    expect([log('old').logStartOffset, log('old').logEndOffset, log('old').storedBatches.length]).toEqual([4, 4, 0])
  })

  it('takes the time of arrival where records have none', async () => {
    await put([{ value: 'a', timestamp: -1 }], {}, 'old')
    await clock.advance(1000)
    partition('old').retain()
    expect(log('old').logStartOffset).toBe(0)
    await clock.advance(1)
    partition('old').retain()
    expect(log('old').logStartOffset).toBe(1)
  })

  it('deletes batches that are more than retention.bytes, never below it', async () => {
    for (const value of ['a', 'b', 'c']) await put([value], {}, 'big')
    expect(log('big').sizeInBytes).toBe(207)
    partition('big').retain()
    expect(log('big').logStartOffset).toBe(0)
    await put(['d'], {}, 'big')
    partition('big').retain()
    expect([log('big').logStartOffset, log('big').sizeInBytes]).toEqual([1, 207])
  })

  it('leaves topics alone that are only compacted', async () => {
    await put([{ key: 'k', value: 'a', timestamp: 0 }], {}, 'kept')
    partition('kept').retain()
    expect(log('kept').logStartOffset).toBe(0)
  })

  it('deletes nothing that followers do not have yet', async () => {
    for (const value of ['a', 'b']) await put([{ value, timestamp: 0 }], {}, 'old')
    partition('old').holdHighWatermark(1)
    partition('old').retain()
    expect(log('old').logStartOffset).toBe(1)
  })
})
