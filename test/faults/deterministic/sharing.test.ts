import fc from 'fast-check'
import type { Consumer } from '../../../src/types/consumer'
import { longTimeoutMs, runs } from './runs'
import { World } from './world'

jest.setTimeout(longTimeoutMs)

// Members that come and go while answers, timers and handlers come in any order. As long as none is taken for dead, a record is given
// to exactly one member once, a partition never to two at a time, its records in order (I2, I7, I8), and what is committed is what
// handlers have finished, never less than before (I9).

const topic = 'topic'
const partitions = 4
const recordsEach = 8

/** What the members of a group have been given, and what is committed. */
class Ledger {
  readonly busy = new Map<number, string>()
  readonly finished = new Array<number>(partitions).fill(0)
  readonly next = new Array<number>(partitions).fill(0)
  readonly wrong: string[] = []

  begin(member: string, partition: number, offset: number): void {
    const other = this.busy.get(partition)
    if (other !== undefined) this.wrong.push(`${member} got ${partition} ${offset} while ${other} is at it`)
    if (offset !== this.next[partition]) this.wrong.push(`${member} got ${partition} ${offset} instead of ${this.next[partition]}`)
    this.busy.set(partition, member)
    this.next[partition] = offset + 1
  }

  end(partition: number, offset: number): void {
    this.busy.delete(partition)
    this.finished[partition] = offset + 1
  }

  get isDone(): boolean {
    return this.wrong.length > 0 || this.finished.every(count => count === recordsEach)
  }
}

/** Commits as the broker got them, held against the ledger at that time. */
function watchCommits(world: World, ledger: Ledger): void {
  const committed = new Array<number>(partitions).fill(-1)
  world.kafka.laboratory.add({ api: 'OffsetCommit' }, ({ body }) => {
    const { topics } = body as { topics: { partitions: { partitionIndex: number; committedOffset: bigint }[] }[] }
    for (const { partitionIndex: partition, committedOffset } of topics.flatMap(one => one.partitions)) {
      const offset = Number(committedOffset)
      if (offset > ledger.finished[partition])
        ledger.wrong.push(`${partition} committed to ${offset}, finished ${ledger.finished[partition]}`)
      if (offset < committed[partition]) ledger.wrong.push(`${partition} committed to ${offset} after ${committed[partition]}`)
      committed[partition] = offset
    }
    return {}
  })
}

async function member(world: World, ledger: Ledger, name: string, leavesAfter: number | undefined): Promise<Consumer> {
  const consumer = world.consumer({ sessionTimeout: 60_000, heartbeatInterval: 1000, maxBytesPerPartition: 300 })
  let handled = 0
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    partitionsConsumedConcurrently: 2,
    eachMessage: async ({ partition, message }) => {
      const offset = Number(message.offset)
      ledger.begin(name, partition, offset)
      await world.turn(`handler of ${name}`)
      ledger.end(partition, offset)
      handled++
    }
  })
  await world.until(() => ledger.isDone || (leavesAfter !== undefined && handled >= leavesAfter))
  return consumer
}

it('gives each record to one member, once', async () => {
  const leaving = fc.array(fc.nat(6), { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), leaving, fc.constantFrom(0, 100, 600), (scheduler, stays, slackMs) =>
      World.play(scheduler, { brokers: 2, topics: [{ topic, numPartitions: partitions }] }, async world => {
        world.slackMs = slackMs
        const ledger = new Ledger()
        watchCommits(world, ledger)
        for (let partition = 0; partition < partitions; partition++)
          for (let from = 0; from < recordsEach; from += 4) world.append(topic, partition, ['a', 'b', 'c', 'd'])
        const stint = async (name: string, leavesAfter?: number): Promise<void> => {
          const consumer = await member(world, ledger, name, leavesAfter)
          await consumer.disconnect()
        }
        await Promise.all([stint('stayer'), ...stays.map((after, i) => stint(`leaver ${i + 1}`, after))])
        expect(ledger.wrong).toEqual([])
      })
    ),
    runs(30)
  )
})
