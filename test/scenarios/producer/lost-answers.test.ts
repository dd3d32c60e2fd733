import { ClientLab, sendOne } from '../support/client-lab'

// Answers that are lost, late or damaged (P1, P3, P4 of the scenarios, K27 of the field notes). The producer is not idempotent: what was
// written and not acknowledged is written again.

let lab: ClientLab

beforeEach(async () => {
  lab = await ClientLab.start({ topics: [{ topic: 't', numPartitions: 2 }] })
})

afterEach(() => lab.stop())

describe.each(['close', 'reset'] as const)('an answer that is lost (%s)', how => {
  it('costs no record and no order: what may have been written is sent again before what came later', async () => {
    const producer = await lab.producer()
    const lost = lab.laboratory.lose({ api: 'Produce', times: 1 }, how)
    const first = sendOne(producer, 't', 'a')
    await lab.until(() => lost.fired === 1)
    await lab.settled(Promise.all([first, sendOne(producer, 't', 'b'), sendOne(producer, 't', 'c')]))
    expect(lab.values('t')).toEqual(['a', 'a', 'b', 'c'])
  })

  it('is told as maybe-applied when it may not be sent again', async () => {
    const producer = await lab.producer({ retry: { retries: 0 } })
    lab.laboratory.lose({ api: 'Produce', times: 1 }, how)
    expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ outcome: 'maybe-applied' })
    expect(lab.values('t')).toEqual(['a'])
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['a', 'b'])
  })

  it('is told as maybe-applied too when the request had not been performed: nobody can know', async () => {
    const producer = await lab.producer({ retry: { retries: 0 } })
    lab.laboratory.refuse({ api: 'Produce', times: 1 }, how)
    expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ outcome: 'maybe-applied' })
    expect(lab.values('t')).toEqual([])
  })

  it('stays maybe-applied when later attempts do not even find a broker', async () => {
    const producer = await lab.producer({ retry: { retries: 3 } })
    const lost = lab.laboratory.lose({ api: 'Produce', times: 1 }, how)
    const sending = sendOne(producer, 't', 'a')
    await lab.until(() => lost.fired === 1)
    await lab.kafka.kill(1)
    expect(await lab.rejection(sending)).toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded', outcome: 'maybe-applied' })
    expect(lab.values('t')).toEqual(['a'])
  })
})

it('a broker that refuses connections has not got the records: not-applied', async () => {
  const producer = await lab.producer({ retry: { retries: 1 } })
  await lab.settled(sendOne(producer, 't', 'a'))
  await lab.kafka.kill(1)
  expect(await lab.rejection(sendOne(producer, 't', 'b'))).toMatchObject({
    name: 'KafkaJSNumberOfRetriesExceeded',
    outcome: 'not-applied'
  })
  await lab.kafka.revive(1)
  await lab.settled(sendOne(producer, 't', 'c'))
  expect(lab.values('t')).toEqual(['a', 'c'])
})

it('an answer that comes after the time-out is nobody’s: the connection is another one, and its calls get their own answers', async () => {
  const producer = await lab.producer({}, { client: { requestTimeout: 1000 } })
  await lab.settled(sendOne(producer, 't', 'warm'))
  const late = lab.laboratory.delay({ api: 'Produce', times: 1 }, { answerAfterMs: 1500 })
  const first = sendOne(producer, 't', 'a')
  await lab.until(() => late.fired === 1)
  const [[result]] = await lab.settled(Promise.all([first, sendOne(producer, 't', 'b')]))
  await lab.pass(2000)
  const [last] = await lab.settled(sendOne(producer, 't', 'c'))
  expect(lab.values('t')).toEqual(['warm', 'a', 'a', 'b', 'c'])
  expect([result?.baseOffset, last?.baseOffset]).toEqual(['2', '4'])
  const connections = new Set(lab.requests('Produce').map(({ connectionId }) => connectionId))
  expect(connections.size).toBe(2)
})

it('answers that are late each time end at the delivery time-out, as maybe-applied', async () => {
  const producer = await lab.producer({}, { client: { requestTimeout: 1000 } })
  lab.laboratory.silence({ api: 'Produce' })
  const before = lab.clock.now()
  expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ name: 'KafkaDeliveryTimeoutError', outcome: 'maybe-applied' })
  expect(lab.clock.now() - before).toBeGreaterThanOrEqual(120_000)
  lab.laboratory.clear()
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['b'])
})

it.each([1, 3, 4, 7])('answers in pieces of %i bytes are read as they are', async bytes => {
  lab.laboratory.split({}, bytes)
  const producer = await lab.producer()
  const results = await lab.settled(Promise.all([0, 1].map(partition => sendOne(producer, 't', 'a', partition))))
  expect(results.flat()).toMatchObject([
    { partition: 0, baseOffset: '0' },
    { partition: 1, baseOffset: '0' }
  ])
})

it('several answers in one piece are all read', async () => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'warm'))
  const held = lab.laboratory.hold({ api: 'Produce', times: 1 })
  const first = sendOne(producer, 't', 'a')
  await lab.until(() => held.held === 1)
  lab.laboratory.merge({ api: 'Produce' }, 2)
  // The second is with the broker when the first is answered.
  const second = sendOne(producer, 't', 'b', 1)
  await lab.pass(50)
  held.release()
  const third = sendOne(producer, 't', 'c')
  await lab.settled(Promise.all([first, second, third]))
  expect([lab.values('t', 0), lab.values('t', 1)]).toEqual([['warm', 'a', 'c'], ['b']])
})

it.each([
  ['ends amid its length', Buffer.from([0, 0])],
  ['ends amid its body', Buffer.from([0, 0, 0, 40, 0, 0, 0, 9, 1, 2, 3])]
])('an answer that %s is a lost one', async (_, bytes) => {
  const producer = await lab.producer()
  const cut = lab.laboratory.answerRaw({ api: 'Produce', times: 1 }, bytes)
  const sending = sendOne(producer, 't', 'a')
  await lab.until(() => cut.fired === 1)
  await lab.pass(20)
  lab.laboratory.dropConnections()
  await lab.settled(sending)
  expect(lab.values('t')).toEqual(['a', 'a'])
})

it.each([
  ['to a request that was never made', Buffer.from([0, 0, 0, 4, 0, 0x7f, 0xff, 0xff])],
  ['that is larger than any', Buffer.from([0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
  ['of a web server', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')]
])('an answer %s ends the connection, and the next attempt has one of its own', async (_, bytes) => {
  const producer = await lab.producer()
  await lab.settled(sendOne(producer, 't', 'warm'))
  lab.laboratory.answerRaw({ api: 'Produce', times: 1 }, bytes)
  const results = await lab.settled(Promise.allSettled([sendOne(producer, 't', 'a')]))
  await lab.settled(sendOne(producer, 't', 'b'))
  const [result] = results
  if (result?.status === 'fulfilled') expect(lab.values('t')).toEqual(['warm', 'a', 'a', 'b'])
  else {
    expect(result?.reason).toMatchObject({ outcome: 'maybe-applied' })
    expect(lab.values('t')).toEqual(['warm', 'a', 'b'])
  }
  expect(new Set(lab.requests('Produce').map(({ connectionId }) => connectionId)).size).toBe(2)
})

it('an answer that leaves a partition out is told as maybe-applied', async () => {
  const producer = await lab.producer()
  lab.laboratory.edit({ api: 'Produce', times: 1 }, (response: { responses: object[] }) => ({ ...response, responses: [] }))
  expect(await lab.rejection(sendOne(producer, 't', 'a'))).toMatchObject({ outcome: 'maybe-applied' })
  await lab.settled(sendOne(producer, 't', 'b'))
  expect(lab.values('t')).toEqual(['a', 'b'])
})
