import fc from 'fast-check'
import type { Consumer } from '../../../src/types/consumer'
import { longTimeoutMs, runs } from './runs'
import { World } from './world'

jest.setTimeout(longTimeoutMs)

// The user moves a consumer about while answers, timers and the handler come in any order (C15). From the moment that `seek` returns, the
// next message that a handler is given is the one sought, and after it follows its successor; from `pause` to `resume` none is given.

const topic = 'topic'
const records = 30

type Move = { kind: 'seek'; offset: number } | { kind: 'pause' } | { kind: 'resume' } | { kind: 'append' }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('seek' as const), offset: fc.nat(records - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const, 'append' as const) }) }
)

/** Where the consumer is, by what has been asked of it. */
class Position {
  next = 0
  paused = false
  end = records
  readonly wrong: string[] = []

  given(offset: number): void {
    if (offset !== this.next) this.wrong.push(`${offset} instead of ${this.next}`)
    if (this.paused) this.wrong.push(`${offset} while paused`)
    this.next = offset + 1
  }
}

function apply(world: World, consumer: Consumer, position: Position, move: Move): void {
  if (move.kind === 'seek') {
    consumer.seek({ topic, partition: 0, offset: String(move.offset) })
    position.next = move.offset
  } else if (move.kind === 'append') {
    world.append(topic, 0, ['more', 'and more'])
    position.end += 2
  } else {
    consumer[move.kind]([{ topic }])
    position.paused = move.kind === 'pause'
  }
}

/** A run of a consumer that is moved before and amid its messages, until it has come to the end. */
async function play(world: World, kind: 'eachMessage' | 'eachBatch', outside: readonly Move[], inside: readonly Move[]): Promise<void> {
  const position = new Position()
  const consumer = world.consumer({ maxBytesPerPartition: 400 })
  const left = [...inside]
  /** Some of the moves are made by the handler itself. */
  const handle = async (offset: string): Promise<void> => {
    position.given(Number(offset))
    await world.turn('handler')
    const next = Number(offset) % 3 === 0 ? left.shift() : undefined
    if (next !== undefined) apply(world, consumer, position, next)
    await world.turn('handler')
  }
  for (let from = 0; from < records; from += 5)
    world.append(
      topic,
      0,
      Array.from({ length: 5 }, (_, i) => `value ${from + i}`)
    )
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run(
    kind === 'eachMessage'
      ? { eachMessage: ({ message }) => handle(message.offset) }
      : {
          eachBatchAutoResolve: false,
          eachBatch: async ({ batch, resolveOffset, isStale, isRunning }) => {
            for (const { offset } of batch.messages) {
              if (isStale() || !isRunning() || position.paused) return
              await handle(offset)
              if (!isStale()) resolveOffset(offset)
            }
          }
        }
  )
  for (const next of outside) {
    await world.turn('user')
    apply(world, consumer, position, next)
  }
  // The handler may pause, too, but it cannot resume.
  const isOver = (): boolean => position.next >= position.end || position.wrong.length > 0
  while (!isOver()) {
    consumer.resume([{ topic }])
    position.paused = false
    await world.until(() => position.paused || isOver())
  }
  await consumer.disconnect()
  expect(position.wrong).toEqual([])
}

it.each(['eachMessage', 'eachBatch'] as const)('%s gets what was sought, and nothing while paused', async kind => {
  const outside = fc.array(move, { maxLength: 12 })
  const inside = fc.array(move, { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), outside, inside, fc.constantFrom(0, 600), (scheduler, some, others, slackMs) =>
      World.play(scheduler, { topics: [{ topic }] }, async world => {
        world.slackMs = slackMs
        await play(world, kind, some, others)
      })
    ),
    runs(40)
  )
})
