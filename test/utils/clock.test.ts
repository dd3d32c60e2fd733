import { sleep, systemClock } from '../../src/utils/clock'
import { ManualClock } from '../support/manual-clock'

describe('systemClock', () => {
  it('never goes back and counts in ms', () => {
    const first = systemClock.now()
    const second = systemClock.now()
    expect(second).toBeGreaterThanOrEqual(first)
    expect(Math.abs(systemClock.wallTime() - Date.now())).toBeLessThan(1000)
  })

  it('moves no deadline when the wall clock jumps (R3)', () => {
    const now = systemClock.now()
    const wallTime = systemClock.wallTime()
    const hour = 3_600_000
    for (const jump of [hour, -hour, 30 * 24 * hour]) {
      const clock = jest.spyOn(Date, 'now').mockReturnValue(wallTime + jump)
      expect(systemClock.wallTime()).toBe(wallTime + jump)
      expect(Math.abs(systemClock.now() - now)).toBeLessThan(hour / 2)
      clock.mockRestore()
    }
  })

  it('takes negative delays as 0, also where setTimeout would warn', async () => {
    await new Promise<void>(resolve => systemClock.schedule(-5, resolve))
  })

  it('does not fire a delay beyond 2^31 - 1 ms at once', async () => {
    let fired = false
    const timer = systemClock.schedule(2 ** 31 + 10, () => {
      fired = true
    })
    await new Promise(resolve => setTimeout(resolve, 5))
    timer.cancel()
    expect(fired).toBe(false)
  })

  it.each([NaN, Infinity, -Infinity])('refuses a delay of %p', delay => {
    expect(() => systemClock.schedule(delay, () => {})).toThrow(RangeError)
  })

  it('never runs a cancelled callback', async () => {
    let fired = 0
    const timer = systemClock.schedule(1, () => fired++)
    timer.cancel()
    timer.cancel()
    await new Promise<void>(resolve => systemClock.schedule(3, resolve))
    expect(fired).toBe(0)
  })
})

describe('sleep', () => {
  it('ends when its time is over', async () => {
    const clock = new ManualClock()
    const sleeping = sleep(clock, 100)
    await clock.advance(99)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    await sleeping
    expect(clock.pending).toBe(0)
  })

  it('ends at once on abort and leaves no timer', async () => {
    const clock = new ManualClock()
    const abort = new AbortController()
    const sleeping = sleep(clock, 100, abort.signal)
    abort.abort()
    await sleeping
    expect(clock.pending).toBe(0)
    await sleep(clock, 100, abort.signal)
    expect(clock.pending).toBe(0)
  })
})
