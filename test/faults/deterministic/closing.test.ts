import fc from 'fast-check'
import { FirstCome } from './first-come'
import { longTimeoutMs, runs } from './runs'
import { type StepScheduler, World } from './world'

jest.setTimeout(longTimeoutMs)

// Closing at every stage (C25): a client is closed after each of the steps of an ordinary run in turn. Whatever it was doing, its
// `disconnect` resolves, each promise that it has given settles, and no timer and no connection is left.

const topics = [{ topic: 'topic', numPartitions: 2 }]

type Closable = { disconnect(): Promise<void> }

/** Each promise settles: notes how. */
class Settlements {
  readonly open = new Set<string>()
  readonly errors: unknown[] = []

  of(name: string, promise: Promise<unknown>): Promise<void> {
    this.open.add(name)
    return promise.then(
      () => void this.open.delete(name),
      (error: unknown) => {
        this.open.delete(name)
        this.errors.push(error)
      }
    )
  }
}

/** A client waits for what it has begun, but not for ever: so long, ms, when answers come, and when time-outs overtake them. */
const closesWithin = { prompt: 5000, slow: 31_000 }

async function closeAfter(world: World, at: number, client: Closable, withinMs: number): Promise<void> {
  while (world.steps < at) await world.turn('closing')
  const before = world.clock.now()
  await client.disconnect()
  expect(world.clock.now() - before).toBeLessThan(withinMs)
}

const sessions: Record<string, (world: World, settlements: Settlements) => [client: Closable, session: Promise<void>]> = {
  producer: (world, settlements) => {
    const producer = world.producer()
    const session = async (): Promise<void> => {
      await settlements.of('connect', producer.connect())
      await Promise.all(
        [0, 1, 2, 3].map(i =>
          settlements.of(`send ${i}`, producer.send({ topic: 'topic', messages: [{ partition: i % 2, value: `${i}` }] }))
        )
      )
      await settlements.of('late send', producer.send({ topic: 'topic', messages: [{ value: 'late' }] }))
    }
    return [producer, session()]
  },
  consumer: (world, settlements) => {
    const consumer = world.consumer({ heartbeatInterval: 500, sessionTimeout: 5000 })
    const read: string[] = []
    const session = async (): Promise<void> => {
      world.append('topic', 0, ['a', 'b', 'c'])
      world.append('topic', 1, ['d', 'e', 'f'])
      await settlements.of('connect', consumer.connect())
      await settlements.of('subscribe', consumer.subscribe({ topic: 'topic', fromBeginning: true }))
      await settlements.of(
        'run',
        consumer.run({
          eachMessage: async ({ message }) => {
            await world.turn('handler')
            read.push(String(message.value))
          }
        })
      )
      while (read.length < 6 && world.steps < 400) await world.turn('reader')
      await settlements.of('stop', consumer.stop())
    }
    return [consumer, session()]
  },
  admin: (world, settlements) => {
    const admin = world.admin()
    const session = async (): Promise<void> => {
      await settlements.of('connect', admin.connect())
      await settlements.of('create', admin.createTopics({ topics: [{ topic: 'other' }], waitForLeaders: true }))
      await Promise.all([
        settlements.of('offsets', admin.fetchTopicOffsets('topic')),
        settlements.of('metadata', admin.fetchTopicMetadata()),
        settlements.of('delete', admin.deleteTopics({ topics: ['other'] }))
      ])
    }
    return [admin, session()]
  }
}

/** Plays a session with a close when `at` steps have passed; gives how many steps there were. */
async function play(kind: string, at: number, scheduler: StepScheduler, slackMs = 0): Promise<number> {
  let steps = 0
  await World.play(scheduler, { brokers: 2, topics }, async world => {
    world.slackMs = slackMs
    const settlements = new Settlements()
    const [client, session] = sessions[kind](world, settlements)
    await Promise.all([session, closeAfter(world, at, client, slackMs > 5000 ? closesWithin.slow : closesWithin.prompt)])
    // The session may have connected again what was closed before it began.
    await client.disconnect()
    expect([...settlements.open]).toEqual([])
    for (const error of settlements.errors) expect(error).toBeInstanceOf(Error)
    steps = world.steps
  })
  return steps
}

describe.each(Object.keys(sessions))('%s', kind => {
  it('closes at every step of an ordinary run', async () => {
    const steps = await play(kind, 0, new FirstCome())
    for (let at = 1; at <= steps; at++) {
      try {
        await play(kind, at, new FirstCome())
      } catch (error) {
        throw new Error(`Closed after step ${at}`, { cause: error })
      }
    }
  })

  it('closes at any step of any run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(200), fc.constantFrom(0, 600, 40_000), async (scheduler, at, slackMs) => {
        await play(kind, at, scheduler, slackMs)
      }),
      runs(30)
    )
  })
})
