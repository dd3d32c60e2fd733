import fs from 'node:fs'
import { EmbeddedKafka } from '../../../src/testing'
import { RecordedProducer, readTopic } from './recorded-producer'
import { faultSeed, noteLog, type Run, type Scenario, ScenarioStage } from './scenario'

// Each test starts a process, which takes its time on a busy machine.
jest.setTimeout(30_000)

const topic = 'orders'
let kafka: EmbeddedKafka
let stage: ScenarioStage
let brokers: string[]

beforeEach(async () => {
  kafka = await EmbeddedKafka.start({ topics: [{ topic }], configs: { 'group.initial.rebalance.delay.ms': '0' } })
  stage = await ScenarioStage.start()
  const port = await stage.proxy.listen({ nodeId: 1, port: Number(kafka.brokers[0]?.split(':')[1]) })
  await stage.proxy.addRule({ api: 'Metadata', action: { type: 'rewrite', edits: [{ path: 'brokers.*.port', value: port }] } })
  brokers = [`127.0.0.1:${port}`]
})

afterEach(async () => {
  await stage.stop()
  await kafka.stop()
})

async function sendTwenty({ history }: Run): Promise<void> {
  const producer = await RecordedProducer.connect(brokers, history, 'p')
  for (let i = 0; i < 20; i++) await producer.send(topic, 0, [`v${i}`])
  await producer.disconnect()
}

const scenario: Scenario = {
  id: 'S1',
  rounds: 1,
  settings: { doubledAtMost: 1 },
  faults: [{ api: 'Produce', nth: 5, action: { type: 'cut', where: 'after-forward', how: 'fin' } }],
  async play(run) {
    await sendTwenty(run)
    noteLog(run.history, 'odradek', topic, await readTopic(brokers, topic, [21]))
  }
}

test('a scenario prints one line', async () => {
  const line = await stage.play(scenario)
  expect(line).toMatch(
    new RegExp(`^S1 seed=${faultSeed} rounds=1 records=20 ok=20 fail=0 info=0 doubled=1 reordered=0 recovery=\\d+ms rss=\\d+MB fired=1$`)
  )
})

test('a fault that never fires fails the scenario, and so does a broken invariant; history and trace are kept', async () => {
  const played = stage.play({
    ...scenario,
    settings: {},
    faults: [...scenario.faults, { api: 'ListGroups', action: { type: 'drop' } }]
  })
  const error: Error = await played.then(
    () => new Error('it passed'),
    (reason: Error) => reason
  )
  expect(error.message).toContain('I3 duplicate, once')
  expect(error.message).toContain('fault 2 of S1 never fired')
  expect(error.message).toContain(`FAULT_SEED=${faultSeed}`)
  const folder = /are in (.*)$/.exec(error.message)?.[1] ?? ''
  expect(fs.readdirSync(folder).sort()).toEqual(['S1.ndjson', 'proxy.ndjson'])
  fs.rmSync(folder, { recursive: true })
})

test('a fault that lasts ends when the scenario says so', async () => {
  const line = await stage.play({
    ...scenario,
    settings: { recoveryMs: 5_000 },
    faults: [{ api: 'Produce', nth: 3, action: { type: 'hold' } }],
    async play(run) {
      const held = stage.proxy.next({ type: 'held' })
      const sent = sendTwenty(run)
      await held
      await run.heal(0)
      await sent
      noteLog(run.history, 'odradek', topic, await readTopic(brokers, topic, [20]))
    }
  })
  expect(line).toMatch(/ ok=20 .* doubled=0 reordered=0 .* fired=1$/)
})
