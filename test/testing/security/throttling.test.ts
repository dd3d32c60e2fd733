import { fetchApi } from '../../../src/protocol/generated/fetch'
import type { FetchResponse } from '../../../src/protocol/generated/fetch-response'
import { listGroupsApi } from '../../../src/protocol/generated/list-groups'
import { produceApi } from '../../../src/protocol/generated/produce'
import type { EmbeddedKafka } from '../../../src/testing'
import { ClientQuotas } from '../../../src/testing/security/quotas/client-quotas'
import { SampledRate } from '../../../src/testing/security/quotas/sampled-rate'
import { TokenBucket } from '../../../src/testing/security/quotas/token-bucket'
import { EmbeddedBackend } from '../scripts/embedded-backend'
import { makeBatch } from '../support/make-batch'
import type { WireClient } from '../support/wire-client'

let backend: EmbeddedBackend
let kafka: EmbeddedKafka

beforeEach(async () => {
  backend = await EmbeddedBackend.start()
  ;({ kafka } = backend)
  kafka.createTopic({ topic: 'orders' })
})

afterEach(async () => {
  await backend.stop()
  expect(kafka.problems).toEqual([])
})

function limit(clientId: string, key: string, value: number): void {
  kafka.cluster.quotas.set(new Map([['client-id', clientId]]), key, value)
}

function send(client: WireClient, bytes: number, acks = 1): Promise<{ throttleTimeMs: number }> {
  const topicData = [{ name: 'orders', partitionData: [{ index: 0, records: makeBatch(['x'.repeat(bytes)]) }] }]
  return client.send(produceApi, 9, { acks, timeoutMs: 1000, topicData })
}

function read(client: WireClient, fetchOffset: bigint): Promise<FetchResponse> {
  const topics = [{ topic: 'orders', partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 6000 }] }]
  return client.send(fetchApi, 12, { maxWaitMs: 0, minBytes: 1, maxBytes: 100_000, sessionId: 0, sessionEpoch: -1, topics })
}

/** Whether there is an answer by now. */
async function isAnswered(promise: Promise<unknown>): Promise<boolean> {
  let isThere = false
  void promise.then(() => (isThere = true))
  await backend.wait(0)
  return isThere
}

it('who has sent too much is answered at once, and then not served until the rate has fallen', async () => {
  limit('hasty', 'producer_byte_rate', 1000)
  const client = await backend.connect('hasty')
  const { throttleTimeMs } = await backend.settled(send(client, 12_000))
  // 12 kB and some in ten seconds, where 10 kB are allowed.
  expect(throttleTimeMs).toBeGreaterThan(2000)
  expect(throttleTimeMs).toBeLessThan(2500)
  const next = client.send(listGroupsApi, 4, {})
  await backend.wait(throttleTimeMs - 1)
  expect(await isAnswered(next)).toBe(false)
  await backend.wait(1)
  expect(await isAnswered(next)).toBe(true)
  await backend.wait(11_000)
  expect((await backend.settled(send(client, 9000))).throttleTimeMs).toBe(0)
  const other = await backend.connect('patient')
  expect((await backend.settled(send(other, 50_000))).throttleTimeMs).toBe(0)
})

it('who wants no answer has to rest all the same', async () => {
  limit('hasty', 'producer_byte_rate', 1000)
  const client = await backend.connect('hasty')
  void send(client, 12_000, 0).catch(() => {})
  const next = client.send(listGroupsApi, 4, {})
  await backend.wait(2000)
  expect(await isAnswered(next)).toBe(false)
  await backend.wait(500)
  expect(await isAnswered(next)).toBe(true)
})

it('who has read too much gets nothing, and the records when he has rested', async () => {
  const producer = await backend.connect('producer')
  for (let i = 0; i < 4; i++) await backend.settled(send(producer, 4000))
  limit('reader', 'consumer_byte_rate', 1000)
  const client = await backend.connect('reader')
  const first = await backend.settled(read(client, 0n))
  expect(first.throttleTimeMs).toBe(0)
  expect(first.responses[0].partitions[0].records?.length).toBe(6000)
  const second = await backend.settled(read(client, 1n))
  expect(second).toMatchObject({ errorCode: 0, responses: [] })
  expect(second.throttleTimeMs).toBeGreaterThan(2000)
  // What was not sent did not count: when the first answer is forgotten there is room for another.
  await backend.wait(11_000)
  const third = await backend.settled(read(client, 1n))
  expect(third.throttleTimeMs).toBe(0)
  expect(third.responses[0].partitions[0].records?.length).toBe(6000)
})

it('requests count for a tenth of a millisecond each, and bring a second of rest at most', async () => {
  limit('busy', 'request_percentage', 0.01)
  const client = await backend.connect('busy')
  const throttles: number[] = []
  for (let i = 0; i < 30; i++) throttles.push((await backend.settled(client.send(listGroupsApi, 4, {}))).throttleTimeMs)
  // A hundredth of a per cent over ten seconds: ten requests.
  expect(throttles.findIndex(ms => ms > 0)).toBe(10)
  expect(Math.max(...throttles)).toBe(1000)
})

it('the most particular quota holds: users before clients, names before defaults', () => {
  const quotas = new ClientQuotas()
  const inForce = (user: string, clientId: string): number | undefined => quotas.inForce('producer_byte_rate', user, clientId)?.limit
  const steps: [[string, string | null][], number][] = [
    [[['client-id', null]], 1],
    [[['client-id', 'app']], 2],
    [[['user', null]], 3],
    [
      [
        ['user', null],
        ['client-id', null]
      ],
      4
    ],
    [
      [
        ['user', null],
        ['client-id', 'app']
      ],
      5
    ],
    [[['user', 'ann']], 6],
    [
      [
        ['client-id', null],
        ['user', 'ann']
      ],
      7
    ],
    [
      [
        ['client-id', 'app'],
        ['user', 'ann']
      ],
      8
    ]
  ]
  expect(inForce('ann', 'app')).toBeUndefined()
  for (const [names, limit] of steps) {
    quotas.set(new Map(names), 'producer_byte_rate', limit)
    expect(inForce('ann', 'app')).toBe(limit)
  }
  expect(inForce('ann', 'other')).toBe(7)
  expect(inForce('bob', 'app')).toBe(5)
  expect(inForce('bob', 'other')).toBe(4)
  expect(quotas.inForce('consumer_byte_rate', 'ann', 'app')).toBeUndefined()
  quotas.delete(
    new Map([
      ['user', 'ann'],
      ['client-id', 'app']
    ]),
    'producer_byte_rate'
  )
  expect(inForce('ann', 'app')).toBe(7)
})

it('a default is a quota for each, a quota of a user for all of his clients', () => {
  const quotas = new ClientQuotas()
  const sharedBy = (user: string, clientId: string): string | undefined => quotas.inForce('producer_byte_rate', user, clientId)?.sharedBy
  quotas.set(new Map([['client-id', null]]), 'producer_byte_rate', 1)
  expect(sharedBy('ann', 'a')).not.toBe(sharedBy('ann', 'b'))
  expect(sharedBy('ann', 'a')).toBe(sharedBy('bob', 'a'))
  quotas.set(new Map([['user', null]]), 'producer_byte_rate', 1)
  expect(sharedBy('ann', 'a')).toBe(sharedBy('ann', 'b'))
  expect(sharedBy('ann', 'a')).not.toBe(sharedBy('bob', 'a'))
})

it('a rate is measured over ten seconds at least and eleven windows at most', () => {
  const rate = new SampledRate()
  rate.record(1000, 5000)
  expect(rate.rate(5000)).toBe(100)
  expect(rate.throttleMs(100, 5000)).toBe(0)
  expect(rate.throttleMs(50, 5000)).toBe(10_000)
  // In its window time adds up, until a new window takes its place.
  expect(rate.spanMs(5500)).toBe(10_500)
  for (let i = 1; i <= 12; i++) rate.record(1000, 5000 + i * 1000)
  expect(rate.spanMs(17_000)).toBe(10_000)
  expect(rate.rate(17_000)).toBe(1100)
  expect(rate.rate(40_000)).toBe(0)
})

it('permits of partitions come back at their rate, up to those of eleven seconds', () => {
  const bucket = new TokenBucket()
  expect(bucket.left(2, 0)).toBe(22)
  bucket.take(30, 2, 0)
  expect(bucket.throttleMs(2, 0)).toBe(4000)
  expect(bucket.throttleMs(2, 3000)).toBe(1000)
  expect(bucket.throttleMs(2, 4000)).toBe(0)
  expect(bucket.left(2, 100_000)).toBe(22)
})
