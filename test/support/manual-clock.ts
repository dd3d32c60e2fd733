import type { Clock, Timer } from '../../src/utils/clock'

interface Entry {
  due: number
  order: number
  callback: () => void
}

/** A clock that stands still until `advance` moves it; timers fire in order of their due time. */
export class ManualClock implements Clock {
  private time = 0
  private order = 0
  private entries: Entry[] = []

  constructor(private readonly epoch = 1_700_000_000_000) {}

  now(): number {
    return this.time
  }

  /** Whole ms, as wall clocks tell. */
  wallTime(): number {
    return Math.floor(this.epoch + this.time)
  }

  schedule(delayMs: number, callback: () => void): Timer {
    const entry: Entry = { due: this.time + Math.max(0, delayMs), order: this.order++, callback }
    this.entries.push(entry)
    return {
      cancel: () => {
        this.entries = this.entries.filter(e => e !== entry)
      }
    }
  }

  /** How many timers are armed. */
  get pending(): number {
    return this.entries.length
  }

  /** ms until the next timer, or undefined when none is armed. */
  get next(): number | undefined {
    return this.entries.length === 0 ? undefined : Math.min(...this.entries.map(e => e.due)) - this.time
  }

  /** Moves time on and fires what falls due, letting promises settle between timers. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms
    for (;;) {
      await settle()
      const due = this.entries.filter(e => e.due <= end).sort((a, b) => a.due - b.due || a.order - b.order)[0]
      if (due === undefined) break
      this.entries = this.entries.filter(e => e !== due)
      this.time = Math.max(this.time, due.due)
      due.callback()
    }
    this.time = end
    await settle()
  }
}

/** Lets all queued promise reactions and immediates run. */
export async function settle(rounds = 3): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise(resolve => setImmediate(resolve))
}
