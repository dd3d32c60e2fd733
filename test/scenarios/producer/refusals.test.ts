import { errorCodes, errorEntry } from '../../../src/errors/error-table'
import { ClientLab, sendOne } from '../support/client-lab'

// What brokers answer to Produce instead of taking the records (P7, P8, P19 of the scenarios).

describe('every error code', () => {
  let lab: ClientLab

  beforeAll(async () => {
    const topics = Object.values(errorCodes).map(code => ({ topic: `t${code}` }))
    lab = await ClientLab.start({ topics })
  })

  afterAll(() => lab.stop())

  const codes = Object.entries(errorCodes).filter(([, code]) => code !== errorCodes.NONE)

  it.each(codes)(
    '%s ends in a result or in a typed error that says what may have been written, and the next call works',
    async (_, code) => {
      const topic = `t${code}`
      const producer = await lab.producer({ retry: { retries: 3 } })
      const fault = lab.laboratory.fail({ api: 'Produce', topic, times: 1 }, code)
      const { retriable, alreadyApplied, maybeApplied } = errorEntry(code)
      const first = sendOne(producer, topic, 'a')
      const second = sendOne(producer, topic, 'b')
      const [result] = await lab.settled(Promise.allSettled([first, second]))
      fault.assertFired()
      if (retriable || alreadyApplied) expect(result?.status).toBe('fulfilled')
      else {
        const outcome = maybeApplied ? 'maybe-applied' : 'not-applied'
        expect(result).toMatchObject({ status: 'rejected', reason: { name: expect.stringMatching(/^Kafka/), code, outcome } })
      }
      await lab.settled(sendOne(producer, topic, 'c'))
      const stored = lab.values(topic)
      // Both calls shared the batch that failed.
      expect(stored).toEqual(retriable ? ['a', 'b', 'c'] : ['c'])
      await lab.settled(producer.disconnect())
    }
  )
})

describe('a producer', () => {
  let lab: ClientLab

  beforeEach(async () => {
    lab = await ClientLab.start({
      brokers: 2,
      topics: [
        { topic: 't', replicaAssignment: [[1, 2]], configs: { 'min.insync.replicas': '2' } },
        { topic: 'small', numPartitions: 2, configs: { 'max.message.bytes': '1000' } }
      ]
    })
  })

  afterEach(() => lab.stop())

  it('fails alone what the broker finds too large', async () => {
    const producer = await lab.producer()
    const large = sendOne(producer, 'small', 'x'.repeat(2000))
    const other = sendOne(producer, 'small', 'y', 1)
    expect(await lab.rejection(large)).toMatchObject({ name: 'KafkaJSProtocolError', type: 'MESSAGE_TOO_LARGE', outcome: 'not-applied' })
    await lab.settled(other)
    await lab.settled(sendOne(producer, 'small', 'z'))
    expect([lab.values('small', 0), lab.values('small', 1)]).toEqual([['z'], ['y']])
  })

  it('bears twenty seconds without enough replicas', async () => {
    const producer = await lab.producer()
    await lab.kafka.kill(2)
    const sends = Array.from({ length: 50 }, (_, i) => sendOne(producer, 't', String(i)))
    await lab.pass(20_000)
    expect(lab.values('t')).toEqual([])
    await lab.kafka.revive(2)
    await lab.settled(Promise.all(sends))
    expect(lab.values('t')).toEqual(Array.from({ length: 50 }, (_, i) => String(i)))
  })

  it('says not-applied when replicas are too few for longer than it may take', async () => {
    const producer = await lab.producer({}, { limits: { deliveryTimeoutMs: 5000 } })
    await lab.kafka.kill(2)
    const error = await lab.rejection(sendOne(producer, 't', 'a'))
    expect(error).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied', cause: { type: 'NOT_ENOUGH_REPLICAS' } })
    await lab.kafka.revive(2)
    await lab.pass(10_000)
    expect(lab.values('t')).toEqual([])
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['b'])
  })

  it('says maybe-applied when replicas went after the leader had written', async () => {
    const producer = await lab.producer({}, { limits: { deliveryTimeoutMs: 5000 } })
    lab.laboratory.fail({ api: 'Produce' }, errorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND)
    expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ outcome: 'maybe-applied' })
  })

  it('gives the words of the broker', async () => {
    const producer = await lab.producer()
    const message = 'not on a Tuesday'
    const refuse = (response: { responses: { partitionResponses: object[] }[] }) => ({
      ...response,
      responses: response.responses.map(topic => ({
        ...topic,
        partitionResponses: topic.partitionResponses.map(one => ({ ...one, errorCode: errorCodes.POLICY_VIOLATION, errorMessage: message }))
      }))
    })
    lab.laboratory.edit({ api: 'Produce', times: 1 }, refuse)
    expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ code: 44, message: expect.stringContaining(message) })
  })

  it('fails the partition that is refused, and no other of the call’s', async () => {
    const producer = await lab.producer()
    lab.laboratory.fail({ api: 'Produce', topic: 'small', partition: 1 }, errorCodes.INVALID_RECORD)
    const sending = producer.send({ topic: 'small', messages: [0, 1].map(partition => ({ partition, value: 'a' })) })
    expect(await lab.rejection(sending)).toMatchObject({ type: 'INVALID_RECORD' })
    expect([lab.values('small', 0), lab.values('small', 1)]).toEqual([['a'], []])
  })

  it('does not let a later record overtake one that is tried again', async () => {
    const producer = await lab.producer()
    const fault = lab.laboratory.fail({ api: 'Produce', topic: 't', times: 3 }, errorCodes.NOT_ENOUGH_REPLICAS)
    const sends = [sendOne(producer, 't', '0')]
    for (let i = 1; i < 30; i++) {
      await lab.pass(50)
      sends.push(sendOne(producer, 't', String(i)))
    }
    await lab.settled(Promise.all(sends))
    expect(fault.fired).toBe(3)
    expect(lab.values('t')).toEqual(Array.from({ length: 30 }, (_, i) => String(i)))
  })

  it.each([1, 5000])('bears an answer that asks it to wait for %i ms, and a connection that is mute for so long', async throttleTimeMs => {
    const producer = await lab.producer({}, { client: { requestTimeout: 6000 } })
    const throttle = lab.laboratory.throttle({ api: 'Produce', times: 3 }, throttleTimeMs)
    for (const value of ['a', 'b', 'c', 'd']) await lab.settled(sendOne(producer, 't', value))
    expect(throttle.fired).toBe(3)
    expect(lab.values('t')).toEqual(['a', 'b', 'c', 'd'])
    expect(lab.clock.now()).toBeGreaterThanOrEqual(3 * throttleTimeMs)
    expect([lab.lines('ERROR'), lab.lines('WARN')]).toEqual([[], []])
  })

  it('does not take the wait of a throttled connection for a request that is not answered', async () => {
    const producer = await lab.producer({}, { client: { requestTimeout: 2000 } })
    await lab.settled(sendOne(producer, 't', 'warm'))
    lab.laboratory.throttle({ api: 'Produce', times: 1 }, 5000)
    await lab.settled(sendOne(producer, 't', 'a'))
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['warm', 'a', 'b'])
    expect(new Set(lab.requests('Produce').map(({ connectionId }) => connectionId)).size).toBe(1)
  })
})
