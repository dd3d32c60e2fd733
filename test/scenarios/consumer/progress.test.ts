import { errorCodes } from '../../../src/errors/error-table'
import type { Timer } from '../../../src/utils/clock'
import { ConsumerLab } from '../../consumer/support/consumer-lab'
import { numbers, Reader, store } from './reader'

/** A generator of numbers from 0 to below 1 that looks random and always gives the same ones. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 0x7fffffff
    return state / 0x7fffffff
  }
}

const partitions = [0, 1, 2, 3]
const readerId = 'reader'
const apis = ['Fetch', 'Heartbeat', 'OffsetCommit', 'JoinGroup', 'SyncGroup', 'FindCoordinator', 'OffsetFetch', 'ListOffsets', 'Metadata']
const passing = [
  errorCodes.NOT_LEADER_OR_FOLLOWER,
  errorCodes.REQUEST_TIMED_OUT,
  errorCodes.COORDINATOR_LOAD_IN_PROGRESS,
  errorCodes.COORDINATOR_NOT_AVAILABLE,
  errorCodes.NOT_COORDINATOR,
  errorCodes.UNKNOWN_SERVER_ERROR,
  errorCodes.KAFKA_STORAGE_ERROR,
  errorCodes.REBALANCE_IN_PROGRESS,
  errorCodes.UNKNOWN_MEMBER_ID,
  errorCodes.ILLEGAL_GENERATION,
  errorCodes.FENCED_LEADER_EPOCH,
  errorCodes.UNKNOWN_TOPIC_ID
]

/** Things that go wrong, and end by themselves or at the end of the run. */
class Mischief {
  private readonly down = new Set<number>()
  private readonly timers: Timer[] = []

  constructor(
    private readonly lab: ConsumerLab,
    private readonly random: () => number
  ) {}

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]
  }

  act(): void {
    const { kafka } = this.lab
    const { laboratory } = kafka
    const rule = { api: this.pick(apis), clientId: readerId, times: 1 + Math.floor(this.random() * 3) }
    const nodeId = this.pick([1, 2, 3])
    const member = this.pick([...(kafka.cluster.groups.find('group')?.members.keys() ?? ['nobody'])])
    this.pick<() => unknown>([
      () => laboratory.fail(rule, this.pick(passing)),
      () => laboratory.lose(rule, this.pick(['close', 'reset'] as const)),
      () => laboratory.refuse(rule),
      () => laboratory.silence({ ...rule, times: 1 }),
      () => laboratory.delay(rule, { performAfterMs: this.random() * 2000, answerAfterMs: this.random() * 5000 }),
      () => laboratory.throttle(rule, this.random() * 1000),
      () => laboratory.split(rule, 3),
      () => laboratory.dropConnections(nodeId),
      () => laboratory.partition('topic', this.pick(partitions)).moveLeader(nodeId),
      () => laboratory.partition('topic', this.pick(partitions)).bumpLeaderEpoch(),
      () => laboratory.moveCoordinator('group', 'group', nodeId, this.random() * 2000),
      () => laboratory.evictMember('group', member),
      () => laboratory.bumpGeneration('group'),
      () => this.later(laboratory.metadata.freeze(nodeId)),
      () => this.later(laboratory.metadata.omitTopic('topic', { nodeId })),
      () => this.later(laboratory.metadata.setPartition('topic', this.pick(partitions), { leaderId: -1 })),
      () => this.kill(nodeId),
      () => this.freeze(nodeId)
    ])()
  }

  async end(): Promise<void> {
    for (const timer of this.timers) timer.cancel()
    this.lab.kafka.laboratory.clear()
    for (const nodeId of [1, 2, 3]) {
      this.lab.kafka.thaw(nodeId)
      await this.lab.kafka.revive(nodeId)
    }
  }

  private in(ms: number, act: () => void): void {
    this.timers.push(this.lab.clock.schedule(ms, act))
  }

  private later(view: { remove(): void }): void {
    this.in(3000, () => view.remove())
  }

  private kill(nodeId: number): void {
    const { kafka } = this.lab
    if (this.down.size > 0) return
    this.down.add(nodeId)
    void kafka.kill(nodeId)
    this.in(4000, () => {
      this.down.delete(nodeId)
      void kafka.revive(nodeId)
    })
  }

  private freeze(nodeId: number): void {
    const { kafka } = this.lab
    if (this.down.size > 0) return
    this.down.add(nodeId)
    kafka.freeze(nodeId)
    this.in(4000, () => {
      this.down.delete(nodeId)
      kafka.thaw(nodeId)
    })
  }
}

afterEach(() => jest.restoreAllMocks())

it.each(numbers(Number(process.env.ODRADEK_SEEDS ?? 4), 1).map(Number))(
  'whatever goes wrong for a minute, every partition is read to its end afterwards, without a gap (K12, seed %i)',
  async seed => {
    const random = dice(seed * 7919)
    jest.spyOn(Math, 'random').mockImplementation(dice(seed))
    const lab = await ConsumerLab.start({
      brokers: 3,
      topics: [{ topic: 'topic', numPartitions: partitions.length, replicationFactor: 3 }]
    })
    const options = { client: { clientId: readerId, requestTimeout: 3000 }, config: { metadataMaxAge: 5000, maxWaitTimeInMs: 300 } }
    const readers = [await Reader.start(lab, options), await Reader.start(lab, options)]
    const mischief = new Mischief(lab, random)
    let stored = 0
    for (; stored < 60; stored++) {
      for (const partition of partitions) await store(lab, partition, stored)
      mischief.act()
      await lab.pass(random() * 2000)
    }
    await mischief.end()
    for (const partition of partitions) await store(lab, partition, stored)
    stored++
    const seen = (partition: number): Set<string> => new Set(readers.flatMap(reader => reader.of(partition)))
    for (const partition of partitions) await lab.until(() => seen(partition).size === stored, `partition ${partition} is read`)
    for (const partition of partitions)
      await lab.until(
        () => lab.committed('topic', partition) === stored,
        `partition ${partition} is committed, not ${lab.committed('topic', partition)}`
      )
    for (const reader of readers) expect(reader.crashes).toEqual([])
    await lab.stop()
  },
  60_000
)
