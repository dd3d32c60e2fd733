import fc from 'fast-check'
import { FirstCome } from './first-come'
import { longTimeoutMs, runs } from './runs'
import { type StepScheduler, World } from './world'

jest.setTimeout(longTimeoutMs)

// Closing at every stage (C25): a client is closed after each of the steps of an ordinary run in turn. Whatever it was doing, its
// `disconnect` resolves, each promise that it has given settles, and no timer and no connection is left.

const topics = [{ topic: 'topic', numPartitions: 2 }]

type Closable = { disconnect(): Promise<void> }

/** What a session does with its client, and the close that comes amid it. */
class Session {
  isClosing = false
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

/** When answers come a client closes within so long, ms. */
const promptMs = 5000
/** When time-outs overtake answers: a producer gives what it has taken 30 s, a consumer its last commit and its leaving 5 s each. */
const slowMs: Record<string, number> = { producer: 30_000, consumer: 10_000, admin: 0 }

const sessions: Record<string, (world: World, session: Session) => [client: Closable, session: Promise<void>]> = {
  producer: (world, session) => {
    const producer = world.producer()
    const play = async (): Promise<void> => {
      await session.of('connect', producer.connect())
      await Promise.all(
        [0, 1, 2, 3].map(i => session.of(`send ${i}`, producer.send({ topic: 'topic', messages: [{ partition: i % 2, value: `${i}` }] })))
      )
      await session.of('late send', producer.send({ topic: 'topic', messages: [{ value: 'late' }] }))
    }
    return [producer, play()]
  },
  consumer: (world, session) => {
    const consumer = world.consumer({ heartbeatInterval: 500, sessionTimeout: 5000 })
    const read: string[] = []
    const play = async (): Promise<void> => {
      world.append('topic', 0, ['a', 'b', 'c'])
      world.append('topic', 1, ['d', 'e', 'f'])
      await session.of('connect', consumer.connect())
      await session.of('subscribe', consumer.subscribe({ topic: 'topic', fromBeginning: true }))
      await session.of(
        'run',
        consumer.run({
          autoCommitInterval: 1000,
          eachMessage: async ({ message }) => {
            await world.turn('handler')
            read.push(String(message.value))
          }
        })
      )
      await world.until(() => read.length === 6 || session.isClosing)
      await session.of('stop', consumer.stop())
    }
    return [consumer, play()]
  },
  admin: (world, session) => {
    const admin = world.admin()
    const play = async (): Promise<void> => {
      await session.of('connect', admin.connect())
      await session.of('create', admin.createTopics({ topics: [{ topic: 'other' }], waitForLeaders: true }))
      await Promise.all([
        session.of('offsets', admin.fetchTopicOffsets('topic')),
        session.of('metadata', admin.fetchTopicMetadata()),
        session.of('delete', admin.deleteTopics({ topics: ['other'] }))
      ])
    }
    return [admin, play()]
  }
}

/** Plays a session with a close when `at` steps have passed; gives how many steps there were. */
async function play(kind: string, at: number, scheduler: StepScheduler, slackMs = 0): Promise<number> {
  let steps = 0
  await World.play(scheduler, { brokers: 2, topics }, async world => {
    world.slackMs = slackMs
    const session = new Session()
    const [client, played] = sessions[kind](world, session)
    let isOver = false
    const close = async (): Promise<void> => {
      await world.until(() => world.steps >= at || isOver)
      session.isClosing = true
      const before = world.clock.now()
      await client.disconnect()
      expect(world.clock.now() - before).toBeLessThanOrEqual(slackMs > promptMs ? slowMs[kind] : promptMs)
    }
    await Promise.all([played.finally(() => (isOver = true)), close()])
    // The session may have connected again what was closed before it began.
    await client.disconnect()
    expect([...session.open]).toEqual([])
    for (const error of session.errors) expect(error).toBeInstanceOf(Error)
    steps = world.steps
  })
  return steps
}

describe.each(Object.keys(sessions))('%s', kind => {
  it('closes at every step of an ordinary run', async () => {
    const steps = await play(kind, Infinity, new FirstCome())
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
