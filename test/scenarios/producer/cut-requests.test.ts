import { Kafka } from '../../../src/kafka'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { EmbeddedKafka } from '../../../src/testing'

// A request that is cut amid its bytes because the broker stops to read (P3 of the scenarios; librdkafka 0047). On sockets, whose buffers
// fill; so the request's time-out is real, and short.
it('a request of which the broker has read a part is never gone on with: the next attempt is on another connection, and whole', async () => {
  const kafka = await EmbeddedKafka.start({ brokers: 1, topics: [{ topic: 't' }] })
  const producer = new Kafka({ brokers: kafka.brokers, logLevel: 0, requestTimeout: 300 }).producer()
  await producer.connect()
  await producer.send({ topic: 't', messages: [{ value: 'warm' }] })
  const values = Array.from('abcdefghijkl').map(letter => letter.repeat(900_000))
  const timedOut = new Promise(resolve => producer.on('producer.network.request_timeout', resolve))
  kafka.freeze(1)
  const sends = values.map(value => producer.send({ topic: 't', messages: [{ value }] }))
  await timedOut
  kafka.thaw(1)
  await Promise.all(sends)
  const stored = kafka.laboratory.partition('t', 0).state.log.storedBatches.flatMap(({ bytes }) =>
    [...readBatches(bytes)].flatMap(batch => {
      batch.verify()
      return (decodeBatch(batch) as { value: Buffer | null }[]).map(({ value }) => String(value?.subarray(0, 1)))
    })
  )
  expect([...new Set(stored)].join('')).toBe('wabcdefghijkl')
  await producer.disconnect()
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})
