import { Heartbeats } from '../../../src/consumer/membership/heartbeats'
import { deferred, type Deferred } from '../../../src/utils/deferred'
import { ManualClock } from '../../support/manual-clock'

const intervalMs = 3000
const sessionTimeoutMs = 10_000

function setUp(): { clock: ManualClock; beats: Deferred<void>[]; expired: number[]; failures: unknown[]; heartbeats: Heartbeats } {
  const clock = new ManualClock()
  const beats: Deferred<void>[] = []
  const expired: number[] = []
  const failures: unknown[] = []
  const heartbeats = new Heartbeats({
    clock,
    intervalMs,
    sessionTimeoutMs,
    beat: () => {
      const beat = deferred()
      beats.push(beat)
      return beat.promise
    },
    onExpired: () => expired.push(clock.now()),
    onFailure: error => failures.push(error)
  })
  return { clock, beats, expired, failures, heartbeats }
}

it('sends one per interval for as long as each is answered', async () => {
  const { clock, beats, expired, heartbeats } = setUp()
  heartbeats.start()
  for (let i = 1; i <= 20; i++) {
    await clock.advance(intervalMs)
    expect(beats).toHaveLength(i)
    beats[i - 1].resolve()
    await clock.advance(0)
  }
  expect(expired).toEqual([])
  heartbeats.stop()
  expect(clock.pending).toBe(0)
})

it('has one out at a time', async () => {
  const { clock, beats, heartbeats } = setUp()
  heartbeats.start()
  await clock.advance(3 * intervalMs)
  expect(beats).toHaveLength(1)
  heartbeats.stop()
})

it('ends the session when no answer comes, counted from when the last answered one was sent', async () => {
  const { clock, beats, expired, heartbeats } = setUp()
  heartbeats.start()
  await clock.advance(intervalMs)
  await clock.advance(2000)
  beats[0].resolve()
  await clock.advance(100_000)
  expect(expired).toEqual([intervalMs + sessionTimeoutMs])
  heartbeats.stop()
  expect(clock.pending).toBe(0)
})

it('ends the session in time when every heartbeat fails, and tries more often until then', async () => {
  const { clock, beats, expired, failures, heartbeats } = setUp()
  heartbeats.start()
  for (let i = 0; i < 100 && expired.length === 0; i++) {
    await clock.advance(100)
    for (const beat of beats) beat.reject(new Error('down'))
    await clock.advance(0)
  }
  expect(expired).toEqual([sessionTimeoutMs])
  expect(failures.length).toBeGreaterThan(5)
  heartbeats.stop()
})

it('hears nothing of what was sent before it was stopped or started anew', async () => {
  const { clock, beats, expired, failures, heartbeats } = setUp()
  heartbeats.start()
  await clock.advance(intervalMs)
  heartbeats.start()
  beats[0].reject(new Error('of the generation before'))
  await clock.advance(0)
  expect(failures).toEqual([])
  await clock.advance(intervalMs)
  expect(beats).toHaveLength(2)
  heartbeats.stop()
  beats[1].reject(new Error('late'))
  await clock.advance(100_000)
  expect(failures).toEqual([])
  expect(expired).toEqual([])
})
