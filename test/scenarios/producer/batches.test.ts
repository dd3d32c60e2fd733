import type { ProduceRequest } from '../../../src/protocol/generated/produce-request'
import { errorCodes } from '../../../src/errors/error-table'
import { ClientLab, sendOne } from '../support/client-lab'

// Batches that are sent again, that wait, and that expire (P10, P11 of the scenarios, T1, T2 of the field notes).

let lab: ClientLab

beforeEach(async () => {
  lab = await ClientLab.start({ topics: [{ topic: 't', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

it.each([0, 1])('a batch that is sent again has the same bytes, whatever came meanwhile (compression %i)', async compression => {
  const producer = await lab.producer()
  const seen: string[] = []
  const fault = lab.laboratory.add({ api: 'Produce', times: 3 }, ({ body }, handler, context) => {
    const [topic] = (body as ProduceRequest).topicData
    seen.push(topic?.partitionData[0]?.records?.toString('hex') ?? '')
    return { instead: () => handler.fail(body as never, errorCodes.NOT_ENOUGH_REPLICAS, context.version) }
  })
  const first = producer.send({ topic: 't', compression, messages: ['a', 'b'].map(value => ({ partition: 0, value: value.repeat(100) })) })
  const sends: Promise<unknown>[] = [first]
  await lab.until(() => fault.fired > 0)
  while (fault.fired < 3) {
    sends.push(producer.send({ topic: 't', compression, messages: [{ partition: 0, value: 'c' }] }))
    await lab.pass(100)
  }
  await lab.settled(Promise.all(sends))
  expect(new Set(seen).size).toBe(1)
  expect(lab.values('t').slice(0, 3)).toEqual(['a'.repeat(100), 'b'.repeat(100), 'c'])
})

it('a broker that gave up waiting (REQUEST_TIMED_OUT) may have written: sent again, and the next record comes after it', async () => {
  const producer = await lab.producer()
  // Performed, and then answered as if replicas had not followed in time.
  const slow = (response: { responses: { partitionResponses: object[] }[] }) => ({
    ...response,
    responses: response.responses.map(topic => ({
      ...topic,
      partitionResponses: topic.partitionResponses.map(one => ({ ...one, errorCode: errorCodes.REQUEST_TIMED_OUT, baseOffset: -1n }))
    }))
  })
  const fault = lab.laboratory.edit({ api: 'Produce', times: 1 }, slow)
  const first = sendOne(producer, 't', 'a')
  await lab.until(() => fault.fired === 1)
  await lab.settled(Promise.all([first, sendOne(producer, 't', 'b')]))
  expect(lab.values('t')).toEqual(['a', 'a', 'b'])
})

it('a full buffer holds calls back, and lets them go in their order', async () => {
  const producer = await lab.producer({}, { limits: { bufferBytes: 5000 } })
  await lab.settled(sendOne(producer, 't', 'warm'))
  const held = lab.laboratory.hold({ api: 'Produce' })
  const values = Array.from({ length: 30 }, (_, i) => `${i}/${'x'.repeat(1000)}`)
  let settled = 0
  const sends = values.map(value => sendOne(producer, 't', value).finally(() => settled++))
  await lab.until(() => held.held === 1)
  await lab.pass(1000)
  expect(settled).toBe(0)
  held.remove()
  await lab.settled(Promise.all(sends))
  expect(lab.values('t')).toEqual(['warm', ...values])
})

it('calls that find no room in time were not applied, and those that had room arrive', async () => {
  const producer = await lab.producer({}, { limits: { bufferBytes: 3000, maxBlockMs: 5000 } })
  await lab.settled(sendOne(producer, 't', 'warm'))
  const held = lab.laboratory.hold({ api: 'Produce' })
  const values = Array.from({ length: 10 }, (_, i) => `${i}/${'x'.repeat(1000)}`)
  const results = Promise.allSettled(values.map(value => sendOne(producer, 't', value)))
  await lab.pass(6000)
  held.remove()
  const settled = await lab.settled(results)
  const rejected = settled.filter(result => result.status === 'rejected')
  expect(rejected.length).toBeGreaterThan(0)
  for (const { reason } of rejected) expect(reason).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' })
  const arrived = values.filter((_, i) => settled[i]?.status === 'fulfilled')
  expect(lab.values('t')).toEqual(['warm', ...arrived])
})

it('what expires while its request is out was maybe applied, what expires behind it was not, and what comes later arrives', async () => {
  const producer = await lab.producer({}, { limits: { deliveryTimeoutMs: 5000 }, client: { requestTimeout: 60_000 } })
  await lab.settled(sendOne(producer, 't', 'warm'))
  const held = lab.laboratory.hold({ api: 'Produce' })
  const first = sendOne(producer, 't', 'a')
  await lab.until(() => held.held === 1)
  const second = sendOne(producer, 't', 'b')
  const results = await lab.settled(Promise.allSettled([first, second]))
  expect(results).toMatchObject([
    { status: 'rejected', reason: { name: 'KafkaDeliveryTimeoutError', outcome: 'maybe-applied' } },
    { status: 'rejected', reason: { name: 'KafkaDeliveryTimeoutError', outcome: 'not-applied' } }
  ])
  const third = sendOne(producer, 't', 'c')
  await lab.pass(100)
  // The broker still has the first, so that the third must not overtake it.
  expect(lab.values('t')).toEqual(['warm'])
  held.remove()
  await lab.settled(third)
  expect(lab.values('t')).toEqual(['warm', 'a', 'c'])
})

it('waves of delay cost neither records that were acknowledged nor their order', async () => {
  const producer = await lab.producer({}, { limits: { deliveryTimeoutMs: 2000 }, client: { requestTimeout: 1000 } })
  await lab.settled(sendOne(producer, 't', 'warm'))
  const sends: Promise<string | undefined>[] = []
  for (let wave = 0; wave < 5; wave++) {
    const delay = lab.laboratory.delay({ api: 'Produce' }, { answerAfterMs: wave * 400 })
    for (let i = 0; i < 40; i++) {
      const value = `${wave}/${i}`
      sends.push(
        sendOne(producer, 't', value).then(
          () => value,
          () => undefined
        )
      )
      await lab.pass(50)
    }
    delay.remove()
    await lab.pass(1000)
  }
  const acknowledged = (await lab.settled(Promise.all(sends))).filter(value => value !== undefined)
  const stored = [...new Set(lab.values('t'))].filter(value => value !== 'warm')
  expect(acknowledged.length).toBeGreaterThan(40)
  expect(acknowledged.filter(value => !stored.includes(value))).toEqual([])
  // Some were given up; what is there is in the order of the calls.
  const order = Array.from({ length: 200 }, (_, i) => `${Math.floor(i / 40)}/${i % 40}`)
  expect(stored).toEqual(order.filter(value => stored.includes(value)))
})
