import type { KafkaConfig } from '../../src/types/client'
import { ClientLab, sendOne } from '../scenarios/support/client-lab'

// A broker with `connections.max.reauth.ms` closes a connection at the first request after its session's end (KIP-368), and nobody can tell
// what became of that request. (scenario A1)
describe('SASL sessions that end', () => {
  let lab: ClientLab
  const alice: Partial<KafkaConfig> = { sasl: { mechanism: 'plain', username: 'alice', password: 'secret' } }

  beforeEach(async () => {
    lab = await ClientLab.start({
      listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: { users: { alice: 'secret' } } }],
      topics: [{ topic: 't' }]
    })
    lab.laboratory.setSessionLifetime(3000)
  })

  afterEach(() => lab.stop())

  it('cost no call, not even one that may not be repeated, and no line in the log', async () => {
    const producer = await lab.producer({ retry: { retries: 0 } }, { client: alice })
    const admin = await lab.admin({ ...alice, retry: { retries: 0 } })
    for (let i = 0; i < 30; i++) {
      await lab.settled(sendOne(producer, 't', String(i)))
      await lab.settled(admin.listTopics())
      await lab.pass(700)
    }
    expect(lab.values('t')).toEqual(Array.from({ length: 30 }, (_, i) => String(i)))
    expect([lab.lines('ERROR'), lab.lines('WARN').filter(line => !line.includes('PLAIN'))]).toEqual([[], []])
    expect(lab.requests('SaslAuthenticate').length).toBeGreaterThan(10)
  })

  it('let a request finish that is under way', async () => {
    const producer = await lab.producer({ retry: { retries: 0 } }, { client: alice })
    await lab.settled(sendOne(producer, 't', 'warm'))
    lab.laboratory.delay({ api: 'Produce', times: 1 }, { answerAfterMs: 5000 })
    await lab.settled(sendOne(producer, 't', 'a'))
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['warm', 'a', 'b'])
  })
})
