import { CompletedFetch } from '../../../src/consumer/fetch/completed-fetch'
import { decodeFetch } from '../../../src/consumer/fetch/decode-fetch'
import { FetchCursor } from '../../../src/consumer/fetch/fetch-cursor'
import { KafkaCorruptRecordError } from '../../../src/errors/decode-errors'
import { batch, type BatchOptions } from '../support/batches'

async function fetchOf(
  batches: (BatchOptions | Buffer)[],
  options: { fetchOffset?: number; aborted?: [producerId: number, firstOffset: number][] } = {}
): Promise<CompletedFetch> {
  const { fetchOffset = 0, aborted = [] } = options
  const parts = await Promise.all(batches.map(async one => (Buffer.isBuffer(one) ? one : batch(one))))
  return new CompletedFetch({
    topic: 'topic',
    partition: 3,
    fetchOffset,
    highWatermark: 1000n,
    abortedTransactions: aborted.map(([producerId, firstOffset]) => ({ producerId: BigInt(producerId), firstOffset: BigInt(firstOffset) })),
    records: Buffer.concat(parts)
  })
}

async function values(fetch: CompletedFetch, from: number): Promise<string[]> {
  return (await decodeFetch(fetch, from)).batch.messages.map(({ value }) => String(value))
}

const two: BatchOptions[] = [
  { baseOffset: 10, values: ['a', 'b', 'c'] },
  { baseOffset: 13, values: ['d', 'e'] }
]

it.each([0, 1, 2, 3, 4])('gives records from any offset on, again and again (codec %i)', async compression => {
  const fetch = await fetchOf(
    two.map(one => ({ ...one, compression })),
    { fetchOffset: 10 }
  )
  expect(fetch.nextOffset).toBe(15)
  for (let from = 10; from <= 15; from++) expect(await values(fetch, from)).toEqual(['a', 'b', 'c', 'd', 'e'].slice(from - 10))
  expect(await values(fetch, 10)).toHaveLength(5)
})

it('leaves out records before the wanted offset: brokers answer with the whole batch that has it (T14)', async () => {
  const fetch = await fetchOf(two, { fetchOffset: 12 })
  expect(await values(fetch, 12)).toEqual(['c', 'd', 'e'])
})

it('goes on after the end of the batch when compaction has removed its last records, or all of them (K17)', async () => {
  const fetch = await fetchOf([{ baseOffset: 10, values: ['a'], nextOffset: 20 }], { fetchOffset: 12 })
  expect(fetch.nextOffset).toBe(20)
  expect(fetch.isEmpty).toBe(false)
  const { batch: decoded, nextOffset } = await decodeFetch(fetch, 12)
  expect(decoded.isEmpty()).toBe(true)
  expect(decoded.isEmptyDueToFiltering()).toBe(true)
  expect(decoded.isEmptyDueToLogCompactedMessages()).toBe(true)
  expect(nextOffset).toBe(20)
})

it('leaves out control batches and goes on after them (K17)', async () => {
  const fetch = await fetchOf([
    { baseOffset: 0, values: ['a'], producerId: 5 },
    { baseOffset: 1, values: ['marker'], producerId: 5, isControl: true }
  ])
  const { batch: decoded, nextOffset } = await decodeFetch(fetch, 0)
  expect(decoded.messages.map(({ offset }) => offset)).toEqual(['0'])
  expect(nextOffset).toBe(2)
  expect(decoded.lastOffset()).toBe('1')
  expect(decoded.offsetLag()).toBe('998')
})

it('leaves out aborted transactions, also when it begins in the middle of one', async () => {
  const batches: BatchOptions[] = [
    { baseOffset: 0, values: ['void 1'], producerId: 5 },
    { baseOffset: 1, values: ['other'], producerId: 6 },
    { baseOffset: 2, values: ['void 2'], producerId: 5 },
    { baseOffset: 3, values: ['abort'], producerId: 5, isControl: true },
    { baseOffset: 4, values: ['good'], producerId: 5 }
  ]
  const fetch = await fetchOf(batches, { aborted: [[5, 0]] })
  for (const [from, expected] of [
    [0, ['other', 'good']],
    [2, ['good']],
    [3, ['good']],
    [4, ['good']]
  ] as const) {
    expect(await values(fetch, from)).toEqual(expected)
  }
})

it('passes over a truncated tail quietly', async () => {
  const whole = await batch(two[0])
  const tail = await batch(two[1])
  for (let cut = 0; cut < tail.length; cut++) {
    const fetch = await fetchOf([whole, tail.subarray(0, cut)], { fetchOffset: 10 })
    expect(fetch.corruption).toBeUndefined()
    expect(fetch.nextOffset).toBe(13)
  }
})

it('says when an answer was too small for a single batch', async () => {
  const whole = await batch(two[0])
  const fetch = await fetchOf([whole.subarray(0, whole.length - 1)])
  expect(fetch.isTooSmall).toBe(true)
  expect(fetch.isEmpty).toBe(true)
  expect((await fetchOf([])).isTooSmall).toBe(false)
})

describe('a batch that cannot be read', () => {
  it('with a wrong checksum stops reading before it, with where it is', async () => {
    const bad = await batch(two[1])
    bad[bad.length - 1] ^= 1
    const fetch = await fetchOf([two[0], bad], { fetchOffset: 10 })
    const { batch: decoded, nextOffset, isWhole } = await decodeFetch(fetch, 10)
    expect(decoded.messages).toHaveLength(3)
    expect(nextOffset).toBe(13)
    expect(isWhole).toBe(false)
    const error = await decodeFetch(fetch, 13).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(KafkaCorruptRecordError)
    expect(error).toMatchObject({ topic: 'topic', partition: 3, offset: '13' })
  })

  it('with a header that cannot be is found when it arrives, and told when its turn comes', async () => {
    const bad = await batch(two[1])
    bad.writeInt8(9, 16)
    const fetch = await fetchOf([two[0], bad], { fetchOffset: 10 })
    expect(fetch.corruption).toBeInstanceOf(KafkaCorruptRecordError)
    expect(fetch.nextOffset).toBe(13)
    expect((await decodeFetch(fetch, 10)).nextOffset).toBe(13)
    const cursor = new FetchCursor(fetch, 13)
    expect(() => cursor.next()).toThrow(KafkaCorruptRecordError)
    expect(() => cursor.next()).toThrow(KafkaCorruptRecordError)
    expect(cursor.position).toBe(13)
  })
})
