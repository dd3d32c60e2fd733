import type { Socket } from 'node:net'
import { changeFrame } from './change-frame'
import type { Direction, FaultAction } from './fault-rule'
import type { Frame } from './frame'
import { between } from './random'
import type { StandingRule } from './rule-book'

/** What a lane asks of its connection. */
export interface LaneOwner {
  /** Resolves when the rule is released, removed, or its time is over. */
  held(rule: StandingRule, frame: Frame): Promise<void>
  /** A rule darkens one direction or both from here on. */
  darken(rule: StandingRule, action: FaultAction & { type: 'blackhole' }): void
  /** Cuts the connection in the way the rule says; nothing more passes. */
  cut(rule: StandingRule, action: FaultAction & { type: 'cut' }, frame: Frame): void
  passed(frame: Frame): void
  failed(rule: StandingRule | undefined, frame: Frame, error: unknown): void
}

interface Passage {
  frame: Frame
  rules: readonly StandingRule[]
  /** Not before, ms of `performance.now()`. */
  dueAt: number
}

/** While more waits to be passed on, nothing more is taken. */
const mostWaiting = 1 << 20

/** One direction of a connection: passes frames on, one after another, and does to each what the rules say. */
export class Lane {
  private readonly waiting: (Passage | 'end')[] = []
  private waitingBytes = 0
  private running = false
  private closed = false
  private swapped: Frame | undefined
  private bytesPerSecond = Number.POSITIVE_INFINITY
  private readonly dark = new Map<StandingRule, { unread: boolean }>()
  private wake: (() => void) | undefined

  constructor(
    readonly direction: Direction,
    private readonly source: Socket,
    private readonly target: Socket,
    private readonly owner: LaneOwner
  ) {}

  get isClosed(): boolean {
    return this.closed
  }

  push(frame: Frame, rules: readonly StandingRule[]): void {
    if (this.closed) return
    const delays = rules.map(({ rule: { action }, random }) => {
      return action.type === 'latency' ? action.ms + (action.jitterMs ?? 0) * (2 * random() - 1) : 0
    })
    this.waiting.push({ frame, rules, dueAt: performance.now() + Math.max(0, ...delays) })
    this.waitingBytes += frame.bytes.length
    if (this.waitingBytes > mostWaiting) this.source.pause()
    this.start()
  }

  /** The source has ended: the target does, too, when all is passed on. */
  end(): void {
    this.waiting.push('end')
    this.start()
  }

  /** Passes nothing on any more. */
  close(): void {
    this.closed = true
    this.waiting.length = 0
    this.wake?.()
  }

  darken(rule: StandingRule, unread: boolean): void {
    this.dark.set(rule, { unread })
    if (unread) this.source.pause()
  }

  /** The end of a rule that darkens. */
  lighten(rule: StandingRule): void {
    if (!this.dark.delete(rule)) return
    this.wake?.()
    if (this.waitingBytes <= mostWaiting) this.source.resume()
  }

  private start(): void {
    if (this.running) return
    this.running = true
    void this.run()
  }

  private async run(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined && !this.closed; next = this.waiting.shift()) {
      if (next === 'end') {
        await this.sendSwapped()
        this.target.end()
        continue
      }
      await this.pass(next)
      this.waitingBytes -= next.frame.bytes.length
      if (this.waitingBytes <= mostWaiting / 2 && !this.isUnread()) this.source.resume()
    }
    this.running = false
  }

  private async pass({ frame, rules, dueAt }: Passage): Promise<void> {
    for (let early = dueAt - performance.now(); early > 0 && !this.closed; early = dueAt - performance.now()) await this.pause(early)
    for (const rule of rules) {
      const { action } = rule.rule
      if (action.type === 'hold') await this.owner.held(rule, frame)
      else if (action.type === 'throttle') this.bytesPerSecond = action.bytesPerSecond
      else if (action.type === 'blackhole') this.owner.darken(rule, action)
    }
    while (this.isUnread() && !this.closed) await this.pause()
    if (this.dark.size > 0 || this.closed || rules.some(({ rule }) => rule.action.type === 'drop')) return
    const bytes = this.changed(frame, rules)
    const cut = rules.find(({ rule }) => rule.action.type === 'cut')
    if (cut !== undefined) {
      await this.cut(cut, frame, bytes)
      return
    }
    if (rules.some(({ rule }) => rule.action.type === 'swap') && this.swapped === undefined) {
      this.swapped = { ...frame, bytes }
      return
    }
    const slice = rules.map(({ rule }) => (rule.action.type === 'slice' ? rule.action.bytes : Number.POSITIVE_INFINITY))
    const copies = rules.some(({ rule }) => rule.action.type === 'duplicate') ? 2 : 1
    for (let copy = 0; copy < copies; copy++) await this.send(bytes, Math.min(...slice), rules)
    this.owner.passed(frame)
    await this.sendSwapped()
  }

  private changed(frame: Frame, rules: readonly StandingRule[]): Buffer {
    let { bytes } = frame
    for (const rule of rules) {
      try {
        bytes = changeFrame({ ...frame, bytes }, [rule.rule.action], rule.random)
      } catch (error) {
        this.owner.failed(rule, frame, error)
      }
    }
    return bytes
  }

  private async cut(rule: StandingRule, frame: Frame, bytes: Buffer): Promise<void> {
    const { action } = rule.rule
    if (action.type !== 'cut') return
    if (action.where === 'mid-request' || action.where === 'mid-response') {
      const at = Math.min(bytes.length, action.at ?? between(rule.random, 1, bytes.length - 1))
      await this.send(bytes.subarray(0, at))
    } else if (action.where === 'after-forward' || action.where === 'after-response') {
      await this.send(bytes)
      this.owner.passed(frame)
    }
    this.close()
    this.owner.cut(rule, action, frame)
  }

  private async sendSwapped(): Promise<void> {
    const { swapped } = this
    this.swapped = undefined
    if (swapped === undefined) return
    await this.send(swapped.bytes)
    this.owner.passed(swapped)
  }

  /** Writes, in pieces where they are asked for or the speed is limited; resolves when the system has taken all. */
  private async send(bytes: Buffer, slice = Number.POSITIVE_INFINITY, rules: readonly StandingRule[] = []): Promise<void> {
    const random = rules.find(({ rule }) => rule.action.type === 'slice')?.random
    for (let start = 0; start < bytes.length && !this.closed; ) {
      const perTick = Math.max(1, Math.floor(this.bytesPerSecond / 20))
      const wanted = random === undefined ? slice : between(random, 1, slice)
      const piece = bytes.subarray(start, start + Math.min(wanted, perTick))
      start += piece.length
      await new Promise<void>(resolve => {
        this.target.write(piece, () => resolve())
      })
      if (this.bytesPerSecond < Number.POSITIVE_INFINITY) await this.pause((piece.length / this.bytesPerSecond) * 1000)
      else if (random !== undefined) await new Promise(resolve => setImmediate(resolve))
    }
  }

  private isUnread(): boolean {
    return [...this.dark.values()].some(({ unread }) => unread)
  }

  /** Until the time is over or something has changed. */
  private pause(ms?: number): Promise<void> {
    return new Promise(resolve => {
      const timer = ms === undefined ? undefined : setTimeout(() => this.wake?.(), ms)
      this.wake = () => {
        clearTimeout(timer)
        this.wake = undefined
        resolve()
      }
    })
  }
}
