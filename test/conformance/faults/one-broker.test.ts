import { Kafka, logLevel } from '../../../src/index'
import type { ChildProgram } from '../../faults/programs/child-program'
import { ProxiedCluster } from '../../faults/scenario/proxied-cluster'
import { RecordedProducer } from '../../faults/scenario/recorded-producer'
import { chosenCluster } from '../support/chosen-cluster'

function covers(offsets: { partition: number; offset: number }[], partition: number, end: number): boolean {
  return offsets.some(committed => committed.partition === partition && committed.offset === end)
}

const { version, nodes, embedded } = chosenCluster()
const describeReal = version === '4.3.1' && nodes === 1 && !embedded ? describe : describe.skip

const partitions = 3

describeReal('a broker behind the fault proxy', () => {
  let proxied: ProxiedCluster

  beforeAll(async () => {
    proxied = await ProxiedCluster.start({ version, nodes, partitions })
  })

  afterEach(() => proxied.endPrograms())

  afterAll(() => proxied.stop())

  // Without idempotence what is repeated is doubled: how much is in the line.
  test('P1: answers that are lost after the append cost no record, and no order', async () => {
    const topic = 'p1'
    const calls = 400
    const perCall = 5
    await proxied.makeTopic(topic)
    const line = await proxied.stage.play({
      id: 'P1',
      rounds: 1,
      settings: { doubledAtMost: calls * perCall, recoveryMs: 10_000 },
      faults: [{ api: 'Produce', nth: { every: 3, from: 2 }, times: 2, action: { type: 'cut', where: 'after-forward', how: 'rst' } }],
      async play({ history }) {
        const producer = await RecordedProducer.connect(proxied.cluster.bootstrap, history, 'p1')
        const sends: Promise<void>[] = []
        for (let call = 0; call < calls; call++) {
          const values = Array.from({ length: perCall }, (_, i) => `p1:${call * perCall + i}`)
          sends.push(producer.send(topic, call % partitions, values))
          // Several requests, not all in one.
          if (call % 5 === 4) await new Promise(resolve => setImmediate(resolve))
          if (call % 80 === 79) await Promise.all(sends)
        }
        await Promise.all(sends)
        await producer.disconnect()
        await proxied.noteLogs(history, topic)
      }
    })
    console.log(line)
    expect(line).toMatch(/^P1 seed=\w+ rounds=1 records=2000 ok=2000 fail=0 info=0 doubled=\d+ reordered=0 .* fired=2$/)
    expect(proxied.cluster.protocolErrors()).toEqual([])
  })

  test('C6: a member that is killed before, while and after its commit is stored leaves no gap to the next', async () => {
    const topic = 'c6'
    const cut = { type: 'cut', how: 'rst' } as const
    await proxied.makeTopic(topic)
    const line = await proxied.stage.play({
      id: 'C6',
      rounds: 3,
      settings: { recoveryMs: 20_000 },
      faults: [
        { api: 'OffsetCommit', clientId: 'before', nth: 3, action: { ...cut, where: 'before-forward' } },
        { api: 'OffsetCommit', clientId: 'while', nth: 3, action: { ...cut, where: 'after-forward' } }
      ],
      async play({ history, historyFile }) {
        const common = { 'bootstrap-server': proxied.cluster.bootstrap.join(','), topic, history: historyFile }
        const join = (member: string): ChildProgram =>
          proxied.start('verifiable-consumer', { ...common, member, 'group-id': topic, 'session-timeout': 1_000, verbose: true })
        const producer = proxied.start('verifiable-producer', { ...common, session: 'numbers', throughput: 200 })
        const moments: Record<string, (member: ChildProgram) => Promise<unknown>> = {
          before: () => proxied.stage.proxy.next({ type: 'fired', api: 'OffsetCommit', clientId: 'before' }),
          while: () => proxied.stage.proxy.next({ type: 'answered', api: 'OffsetCommit', clientId: 'while' }),
          after: member =>
            member.event('offsets_committed', () => member.events.filter(({ name }) => name === 'offsets_committed').length > 2)
        }
        for (const [name, moment] of Object.entries(moments)) {
          const member = join(name)
          await moment(member)
          await member.kill()
          history.note('ended', { ended: name, how: 'killed' })
        }
        const last = join('last')
        await last.event('partitions_assigned')
        await producer.stop()
        await reachEnd(last, topic)
        await last.stop()
        await proxied.noteLogs(history, topic)
        const committed = await proxied.cluster.java.groupOffsets(topic)
        for (const [partition, { offset }] of Object.entries(committed[topic] ?? {})) {
          history.note('committed', { group: topic, topic, partition: Number(partition), offset: Number(offset) })
        }
      }
    })
    console.log(line)
    expect(line).toMatch(/^C6 seed=\w+ rounds=3 records=\d+ ok=\d+ fail=0 info=0 doubled=0 reordered=0 .* fired=1\+1$/)
  })

  /** Until the group's commit is where the log ends. */
  async function reachEnd(member: ChildProgram, topic: string): Promise<void> {
    const ends = (await proxied.cluster.java.endOffsets(topic)).map(Number)
    for (const [partition, end] of ends.entries()) {
      if (end > 0)
        await member.event('offsets_committed', ({ offsets }) => covers(offsets as { partition: number; offset: number }[], partition, end))
    }
  }

  test('every address that the broker gives is the proxy', async () => {
    const port = Number(proxied.cluster.bootstrap[0]?.split(':')[1])
    expect(port).not.toBe(proxied.cluster.node(1).port)
    const opened = proxied.stage.proxy.next({ type: 'opened', broker: 1 })
    const admin = new Kafka({ brokers: proxied.cluster.bootstrap, logLevel: logLevel.NOTHING }).admin()
    await admin.connect()
    const { brokers } = await admin.describeCluster()
    await admin.disconnect()
    expect(brokers).toEqual([{ nodeId: 1, host: '127.0.0.1', port }])
    await opened
  })
})
