import { EmbeddedKafka } from '../../../src/testing'
import type { FaultAction } from '../proxy/fault-rule'
import { endOffsets, RecordedProducer, readTopic } from './recorded-producer'
import { noteLog, ScenarioStage } from './scenario'

// Each scenario waits for time-outs.
jest.setTimeout(60_000)

const calls = 60

const answers: Record<string, FaultAction> = {
  'that come too late': { type: 'hold', ms: 1_000 },
  'that never come': { type: 'drop' },
  'that come twice': { type: 'duplicate' },
  'in the wrong order': { type: 'swap' },
  'with another correlation id': { type: 'corrupt', offset: 2, xor: 0x10 },
  'that are too short': { type: 'truncate', bytes: 11 },
  'that have no correlation id': { type: 'truncate', bytes: 2 },
  'that say too much of their length': { type: 'lie', by: 9 },
  'that say too little of their length': { type: 'lie', by: -9 },
  'that end in the middle': { type: 'cut', where: 'mid-response', how: 'rst' },
  'in single bytes': { type: 'slice', bytes: 1 }
}

let kafka: EmbeddedKafka
let stage: ScenarioStage
let brokers: string[]

beforeAll(async () => {
  const topics = Object.keys(answers).flatMap((_, index) => [{ topic: `answers-${index}` }, { topic: `fetched-${index}` }])
  kafka = await EmbeddedKafka.start({ topics, configs: { 'group.initial.rebalance.delay.ms': '0' } })
  stage = await ScenarioStage.start()
  const port = await stage.proxy.listen({ nodeId: 1, port: Number(kafka.brokers[0]?.split(':')[1]) })
  await stage.proxy.addRule({ api: 'Metadata', action: { type: 'rewrite', edits: [{ path: 'brokers.*.port', value: port }] } })
  brokers = [`127.0.0.1:${port}`]
})

afterAll(async () => {
  await stage.stop()
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})

// P4 is the first of them. Whatever the bytes were, no record is lost or told a place where it is not, order is kept, and every call settles.
test.each(Object.entries(answers))('answers to Produce %s', async (name, action) => {
  const topic = `answers-${Object.keys(answers).indexOf(name)}`
  const line = await stage.play({
    id: topic,
    rounds: 1,
    settings: { doubledAtMost: calls, recoveryMs: 20_000 },
    faults: [{ api: 'Produce', nth: { every: 9, from: 3 }, times: 2, action }],
    async play({ history }) {
      const producer = await RecordedProducer.connect(brokers, history, topic, { requestTimeout: 600, retry: { initialRetryTime: 20 } })
      const sends: Promise<void>[] = []
      for (let call = 0; call < calls; call++) {
        sends.push(producer.send(topic, 0, [`${topic}:${call}`]))
        await new Promise(resolve => setImmediate(resolve))
        if (call % 10 === 9) await Promise.all(sends)
      }
      await Promise.all(sends)
      await producer.disconnect()
      noteLog(history, 'odradek', topic, await readTopic(brokers, topic, await endOffsets(kafka.brokers, topic)))
    }
  })
  // Where the length of the answer is right and its body cannot be read, sending again would help as little: the call says so.
  const unread = action.type === 'truncate' || action.type === 'lie'
  const settled = unread ? 'ok=\\d+ fail=0 info=\\d+' : `ok=${calls} fail=0 info=0`
  expect(line).toMatch(new RegExp(`records=${calls} ${settled} doubled=\\d+ reordered=0 .* fired=[12]$`))
})

// The end of what is there is read round the proxy by a second reader, and both have to see the same.
test.each(Object.entries(answers))('answers to Fetch %s', async (name, action) => {
  const topic = `fetched-${Object.keys(answers).indexOf(name)}`
  const line = await stage.play({
    id: topic,
    rounds: 1,
    settings: { recoveryMs: 20_000 },
    faults: [{ api: 'Fetch', clientId: topic, nth: 1, action }],
    async play({ history }) {
      const producer = await RecordedProducer.connect(kafka.brokers, history, topic)
      await Promise.all(Array.from({ length: calls }, (_, call) => producer.send(topic, 0, [`${topic}:${call}`])))
      await producer.disconnect()
      const config = { clientId: topic, requestTimeout: 600, retry: { initialRetryTime: 20 } }
      noteLog(history, 'odradek', topic, await readTopic(brokers, topic, await endOffsets(kafka.brokers, topic), config))
      noteLog(
        history,
        'direct',
        topic,
        await readTopic(kafka.brokers, topic, await endOffsets(kafka.brokers, topic), { clientId: 'direct' })
      )
    }
  })
  expect(line).toMatch(new RegExp(`records=${calls} ok=${calls} fail=0 info=0 doubled=0 reordered=0 .* fired=1$`))
})
