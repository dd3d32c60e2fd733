import fc from 'fast-check'
import { errorCodes } from '../../../src/errors/error-table'
import type { OffsetFetchResponse } from '../../../src/protocol/generated/offset-fetch-response'
import { longTimeoutMs, runs } from './runs'
import { World } from './world'

jest.setTimeout(longTimeoutMs)

// A group of two under every order of answers, timers and handlers, with brokers, leaders, coordinators and sessions that are lost. Then a
// record may come twice, but none is left out (I2): an assignment begins where all before has been handled, and goes on without a gap (I7);
// and what the broker holds as committed is never ahead of what handlers have finished, and never goes back (I9).

const topic = 'topic'
const groupId = 'group'
const partitions = 2
const recordsEach = 12
const brokers = 3

/** As a transaction that is open makes it: the group's answer is no error, but that of each partition is. */
const unstable = (response: OffsetFetchResponse): OffsetFetchResponse => {
  for (const { partitions: answers } of response.groups.flatMap(group => group.topics))
    for (const answer of answers) Object.assign(answer, { errorCode: errorCodes.UNSTABLE_OFFSET_COMMIT, committedOffset: -1n })
  return response
}

/** One thing that goes wrong; each happens at a turn of its own. */
const faults: Record<string, (world: World, pick: number) => unknown> = {
  'a leader moves': ({ kafka }, pick) => kafka.laboratory.partition(topic, pick % partitions).moveLeader(1 + (pick % brokers)),
  'the coordinator moves': ({ kafka }, pick) => kafka.laboratory.moveCoordinator('group', groupId, 1 + (pick % brokers), 200),
  'connections break': ({ kafka }, pick) => kafka.laboratory.dropConnections(1 + (pick % brokers)),
  'the answer to a commit is lost': ({ kafka }) => kafka.laboratory.lose({ api: 'OffsetCommit', times: 1 }),
  'a commit is lost': ({ kafka }) => kafka.laboratory.refuse({ api: 'OffsetCommit', times: 1 }),
  'a commit is late': ({ kafka }) => kafka.laboratory.delay({ api: 'OffsetCommit', times: 1 }, { performAfterMs: 4000 }),
  'the answer to a fetch is lost': ({ kafka }) => kafka.laboratory.lose({ api: 'Fetch', times: 1 }, 'reset'),
  'a fetch is refused': ({ kafka }, pick) =>
    kafka.laboratory.fail({ api: 'Fetch', partition: pick % partitions, times: 2 }, [6, 74, 76, 5][pick % 4]),
  'fetch sessions are forgotten': ({ kafka }) => kafka.laboratory.evictFetchSessions(),
  'heartbeats are lost': ({ kafka }) => kafka.laboratory.silence({ api: 'Heartbeat', times: 1 }),
  'offsets are being loaded': ({ kafka }) => kafka.laboratory.fail({ api: 'OffsetFetch', times: 2 }, 14),
  'offsets are not stable after a rebalance': ({ kafka }) => {
    kafka.laboratory.edit({ api: 'OffsetFetch', times: 2 }, unstable)
    kafka.laboratory.bumpGeneration(groupId)
  },
  'a join is lost': ({ kafka }, pick) => kafka.laboratory.lose({ api: pick % 2 === 0 ? 'JoinGroup' : 'SyncGroup', times: 1 }),
  'the group rebalances': ({ kafka }) => kafka.laboratory.bumpGeneration(groupId),
  'a member is put out': ({ kafka }) => {
    const [memberId] = kafka.cluster.groups.find(groupId)?.members.keys() ?? []
    if (memberId !== undefined) kafka.laboratory.evictMember(groupId, memberId)
  },
  'a broker is gone for a second': async (world, pick) => {
    const nodeId = 1 + (pick % brokers)
    await world.kafka.kill(nodeId)
    await new Promise<void>(resolve => world.clock.schedule(1000, resolve))
    await world.kafka.revive(nodeId)
  }
}

/** What a group has been given and has done with one partition. */
class PartitionLedger {
  private readonly finished = new Set<number>()
  committed = 0

  /** All before it has been handled. */
  get doneTo(): number {
    let offset = 0
    while (this.finished.has(offset)) offset++
    return offset
  }

  finish(offset: number): void {
    this.finished.add(offset)
  }
}

class Ledger {
  readonly wrong: string[] = []
  readonly of = Array.from({ length: partitions }, () => new PartitionLedger())

  get isDone(): boolean {
    return this.wrong.length > 0 || this.of.every(({ doneTo }) => doneTo === recordsEach)
  }

  /** What the broker holds by now. */
  look(world: World): void {
    for (const [index, partition] of this.of.entries()) {
      const offset = world.kafka.cluster.groups.offsets.of(groupId).get(topic, index)?.offset ?? 0
      if (offset < partition.committed) this.wrong.push(`${index}: committed ${offset} after ${partition.committed}`)
      if (offset > partition.doneTo) this.wrong.push(`${index}: committed ${offset}, handled ${partition.doneTo}`)
      partition.committed = offset
    }
  }
}

/** @returns when all is read; the consumer is then gone */
async function member(world: World, ledger: Ledger, name: string): Promise<void> {
  const consumer = world.consumer({ sessionTimeout: 6000, heartbeatInterval: 1000, maxBytesPerPartition: 400 }, { requestTimeout: 3000 })
  consumer.on('consumer.crash', ({ payload }) => ledger.wrong.push(`${name} crashed: ${payload.error.message}`))
  const next = new Array<number | undefined>(partitions).fill(undefined)
  consumer.on('consumer.group_join', () => next.fill(undefined))
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    partitionsConsumedConcurrently: 2,
    eachMessage: async ({ partition, message }) => {
      const offset = Number(message.offset)
      const { doneTo, committed } = ledger.of[partition]
      const expected = next[partition]
      if (expected === undefined && (offset > doneTo || offset < committed))
        ledger.wrong.push(`${name} begins ${partition} at ${offset}, committed ${committed}, handled ${doneTo}`)
      if (expected !== undefined && offset !== expected) ledger.wrong.push(`${name} got ${partition} ${offset} instead of ${expected}`)
      next[partition] = offset + 1
      await world.turn(`handler of ${name}`)
      ledger.of[partition].finish(offset)
    }
  })
  await world.until(() => ledger.isDone)
  await consumer.disconnect()
}

it('leaves nothing out, and commits what is done, whatever is lost', async () => {
  const fault = fc.tuple(fc.constantFrom(...Object.keys(faults)), fc.nat(11), fc.nat(60))
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fault, { maxLength: 4 }), fc.constantFrom(0, 100, 1000, 4000), (scheduler, chosen, slackMs) =>
      World.play(scheduler, { brokers, topics: [{ topic, numPartitions: partitions, replicationFactor: brokers }] }, async world => {
        const ledger = new Ledger()
        for (let partition = 0; partition < partitions; partition++)
          for (let from = 0; from < recordsEach; from += 4) world.append(topic, partition, ['a', 'b', 'c', 'd'])
        const members = ['first', 'second'].map(name => member(world, ledger, name))
        await world.until(() => world.kafka.requests.find({ api: 'SyncGroup' }).length > 0)
        world.slackMs = slackMs
        world.afterEachStep(() => ledger.look(world))
        const trouble = chosen.map(async ([name, pick, turns], i) => {
          for (let wait = 0; wait <= turns; wait++) await world.turn(`trouble ${i}`)
          await faults[name](world, pick)
        })
        await Promise.all([...members, ...trouble])
        world.kafka.laboratory.clear()
        expect(ledger.wrong).toEqual([])
      })
    ),
    runs(15)
  )
})
