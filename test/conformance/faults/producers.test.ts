import type { FaultRule } from '../../faults/proxy/fault-rule'
import { ProxiedCluster } from '../../faults/scenario/proxied-cluster'
import { RecordedProducer } from '../../faults/scenario/recorded-producer'
import type { Run } from '../../faults/scenario/scenario'
import { chosenCluster } from '../support/chosen-cluster'

const { version, nodes, embedded } = chosenCluster()
const describeOnThree = version === '4.3.1' && nodes === 3 && !embedded ? describe : describe.skip

const calls = 400
const perCall = 5
const records = calls * perCall

// Without idempotence what is repeated may be doubled: how much is in the line.
describeOnThree('a producer on three brokers behind the fault proxy', () => {
  let proxied: ProxiedCluster

  beforeAll(async () => {
    proxied = await ProxiedCluster.start({ version, nodes: 3 })
  })

  afterAll(() => proxied.stop())

  interface Played {
    readonly id: string
    readonly faults: readonly FaultRule[]
    readonly recoveryMs?: number
    readonly requestTimeout?: number
    /** By the value's number. */
    readonly value?: (number: number) => string
    /** Happens when a quarter of the calls has been made. */
    readonly strike?: (run: Run, topic: string) => Promise<void>
  }

  /** Sends 2,000 values in 400 calls, and gives the line of the scenario. */
  async function play({ id, faults, recoveryMs = 20_000, requestTimeout = 30_000, value, strike }: Played): Promise<string> {
    const topic = id.toLowerCase()
    await proxied.makeTopic(topic, { 'min.insync.replicas': '2' })
    const line = await proxied.stage.play({
      id,
      rounds: 1,
      settings: { doubledAtMost: records, recoveryMs },
      faults,
      async play(run) {
        const producer = await RecordedProducer.connect(proxied.cluster.bootstrap, run.history, id, { requestTimeout })
        const sends: Promise<void>[] = []
        let struck: Promise<void> | undefined
        for (let call = 0; call < calls; call++) {
          const numbers = Array.from({ length: perCall }, (_, i) => call * perCall + i)
          sends.push(
            producer.send(
              topic,
              call % proxied.partitions,
              numbers.map(number => value?.(number) ?? `${id}:${number}`)
            )
          )
          // Many requests, and time for what happens meanwhile.
          if (call % 4 === 3) await new Promise(resolve => setTimeout(resolve, 10))
          if (call % 100 === 99) await Promise.all(sends)
          if (call === calls / 4) struck = strike?.(run, topic)
        }
        await Promise.all(sends)
        await struck
        await producer.disconnect()
        await proxied.wholeAgain(topic)
        await proxied.noteLogs(run.history, topic)
      }
    })
    console.log(line)
    return line
  }

  test('P2: connections that die half a second after their birth cost no record, and no order', async () => {
    const line = await play({ id: 'P2', faults: [{ action: { type: 'lifetime', minMs: 200, maxMs: 600, how: 'rst' } }] })
    expect(line).toContain(`records=${records} ok=${records} fail=0 info=0`)
    expect(line).toContain('reordered=0')
  })

  test('P3: requests that are cut in the middle cost no record, and the broker sees no half of one', async () => {
    const line = await play({
      id: 'P3',
      faults: [{ api: 'Produce', nth: { every: 5, from: 3 }, times: 3, action: { type: 'cut', where: 'mid-request', how: 'rst' } }],
      value: number => `P3:${number}:${'x'.repeat(2000)}`
    })
    expect(line).toContain(`records=${records} ok=${records} fail=0 info=0 doubled=0 reordered=0`)
    expect(proxied.cluster.protocolErrors()).toEqual([])
  })

  test('P4: answers that come after the time-out are nobody’s', async () => {
    const line = await play({
      id: 'P4',
      requestTimeout: 1000,
      faults: [{ api: 'Produce', nth: { every: 20, from: 5 }, times: 3, action: { type: 'hold', ms: 3000 } }]
    })
    expect(line).toContain(`records=${records} ok=${records} fail=0 info=0`)
    expect(line).toContain('reordered=0')
  })

  test.each([
    ['P5', 'is killed', 'kill', 'start', 30_000],
    ['P6', 'freezes and comes back believing that it leads', 'freeze', 'thaw', 3000]
  ] as const)('%s: a leader that %s costs no record, and no order', async (id, _, down, up, requestTimeout) => {
    const line = await play({
      id,
      faults: [],
      requestTimeout,
      recoveryMs: 60_000,
      strike: async ({ history }, topic) => {
        const leader = await proxied.cluster.waitForLeader(topic, 0)
        history.note('fault', { fault: down, action: down })
        await proxied.cluster.node(leader)[down]()
        await proxied.cluster.waitForLeader(topic, 0, leader)
        await proxied.cluster.node(leader)[up]()
        history.note('heal', { fault: down })
      }
    })
    expect(line).toContain(`records=${records} ok=${records} fail=0 info=0`)
    expect(line).toContain('reordered=0')
  })
})
