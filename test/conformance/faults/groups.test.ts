import type { ChildProgram } from '../../faults/programs/child-program'
import { ProxiedCluster } from '../../faults/scenario/proxied-cluster'
import type { Run } from '../../faults/scenario/scenario'
import { chosenCluster } from '../support/chosen-cluster'

const { version, nodes, embedded } = chosenCluster()
const describeOnThree = version === '4.3.1' && nodes === 3 && !embedded ? describe : describe.skip

describeOnThree('a group on three brokers behind the fault proxy', () => {
  let proxied: ProxiedCluster

  beforeAll(async () => {
    proxied = await ProxiedCluster.start({ version, nodes: 3, partitions: 4 })
  })

  afterEach(() => proxied.endPrograms())

  afterAll(() => proxied.stop())

  /** Two members read what a producer sends at a steady pace while `strike` happens; then the second member reads to the end. */
  async function play(
    id: string,
    strike: (run: Run, members: { first: ChildProgram; second: ChildProgram }) => Promise<void>
  ): Promise<string> {
    const topic = id.toLowerCase()
    await proxied.makeTopic(topic, { 'min.insync.replicas': '2' })
    const line = await proxied.stage.play({
      id,
      rounds: 1,
      settings: { recoveryMs: 60_000, doubledAtMost: 10_000 },
      faults: [],
      async play(run) {
        const { history, historyFile } = run
        const common = { 'bootstrap-server': proxied.cluster.bootstrap.join(','), topic, history: historyFile }
        const producer = proxied.start('verifiable-producer', { ...common, session: 'numbers', throughput: 200 })
        const join = (member: string): ChildProgram =>
          proxied.start('verifiable-consumer', { ...common, member, 'group-id': topic, 'session-timeout': 3000, verbose: true })
        const first = join('first')
        await first.event('offsets_committed')
        const second = join('second')
        await second.event('offsets_committed')
        await strike(run, { first, second })
        await producer.stop()
        await first.stop()
        await proxied.wholeAgain(topic)
        const ends = (await proxied.cluster.java.endOffsets(topic)).map(Number)
        for (const [partition, end] of ends.entries()) {
          if (end === 0) continue
          await second.event('offsets_committed', ({ offsets }) =>
            (offsets as { partition: number; offset: number }[]).some(one => one.partition === partition && one.offset === end)
          )
        }
        await second.stop()
        await proxied.noteLogs(history, topic)
        const committed = await proxied.cluster.java.groupOffsets(topic)
        for (const [partition, { offset }] of Object.entries(committed[topic] ?? {}))
          history.note('committed', { group: topic, topic, partition: Number(partition), offset: Number(offset) })
      }
    })
    console.log(line)
    return line
  }

  test('C4: goes on when its coordinator is killed', async () => {
    const line = await play('C4', async ({ history }, { second }) => {
      const coordinator = await proxied.cluster.coordinator('c4')
      history.note('fault', { fault: 'kill', action: 'kill' })
      await proxied.cluster.node(coordinator).kill()
      await proxied.cluster.coordinator('c4', coordinator)
      const seen = second.events.length
      await second.event('offsets_committed', event => second.events.indexOf(event) >= seen)
      await proxied.cluster.node(coordinator).start()
      history.note('heal', { fault: 'kill' })
    })
    expect(line).toContain('fail=0 info=0')
  })

  test('C5: takes over from a member that freezes beyond its session, which commits nothing when it wakes', async () => {
    const line = await play('C5', async ({ history }, { first, second }) => {
      history.note('fault', { fault: 'freeze', action: 'freeze' })
      first.freeze()
      const seen = second.events.length
      // All four are the second's.
      await second.event(
        'partitions_assigned',
        event => second.events.indexOf(event) >= seen && (event['partitions'] as unknown[]).length === proxied.partitions
      )
      await second.event('offsets_committed', event => second.events.indexOf(event) >= seen)
      first.thaw()
      history.note('heal', { fault: 'freeze' })
      const woken = first.events.length
      await first.event('offsets_committed', event => first.events.indexOf(event) >= woken && event['success'] !== false)
    })
    expect(line).toContain('fail=0 info=0')
  })
})
