import net, { type Socket } from 'node:net'
import type { Direction, Ending, FaultAction } from './fault-rule'
import { type Frame, FrameSplitter, requestFrame, responseFrame, unknownFrame } from './frame'
import { Lane, type LaneOwner } from './lane'
import { ofFrame, type ProxyEvent } from './proxy-event'
import type { RuleBook, StandingRule } from './rule-book'

/** What a connection needs from its proxy. */
export interface ConnectionOwner {
  readonly rules: RuleBook
  countRequest(api: string): number
  emit(event: Omit<ProxyEvent, 't'>): void
  /** Resolves when the rule is released or removed. */
  gate(rule: StandingRule): Promise<void>
}

/** An answer to a client that is gone may take so long; then the broker's connection is ended without it, ms. */
const longestAnswer = 10_000

/** A client's connection and the one to the broker that belongs to it. */
export class ProxiedConnection implements LaneOwner {
  readonly closed: Promise<void>
  private readonly upstream: Socket
  private readonly requests: Lane
  private readonly responses: Lane
  /** Requests without an answer, in their order. */
  private readonly open: Frame[] = []
  /** The request whose answer nobody gets any more. */
  private orphan: Frame | undefined

  constructor(
    private readonly owner: ConnectionOwner,
    private readonly broker: number,
    private readonly id: number,
    private readonly client: Socket,
    port: number
  ) {
    this.upstream = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    client.setNoDelay(true)
    this.requests = new Lane('request', client, this.upstream, this)
    this.responses = new Lane('response', this.upstream, client, this)
    this.closed = this.follow()
    this.take(client, this.requests, bytes => requestFrame(bytes, api => this.owner.countRequest(api)))
    this.take(this.upstream, this.responses, bytes => responseFrame(bytes, this.open))
  }

  private async follow(): Promise<void> {
    const ended = (socket: Socket): Promise<void> => new Promise(resolve => socket.once('close', () => resolve()))
    this.emit('opened', {})
    await Promise.all([ended(this.client), ended(this.upstream)])
    this.requests.close()
    this.responses.close()
    this.emit('closed', {})
  }

  private take(socket: Socket, lane: Lane, frameOf: (bytes: Buffer) => Frame): void {
    const splitter = new FrameSplitter()
    let ended = false
    socket.on('data', chunk => {
      const { frames, raw } = splitter.push(chunk)
      for (const bytes of frames) this.arrived(lane, frameOf(bytes))
      if (raw !== undefined) lane.push(unknownFrame(lane.direction, raw), [])
    })
    const end = (): void => {
      if (ended) return
      ended = true
      const rest = splitter.takeRest()
      if (rest.length > 0) lane.push(unknownFrame(lane.direction, rest), [])
      lane.end()
    }
    socket.on('end', end)
    // A client that is gone still has delivered what it asked for.
    socket.on('close', end)
    socket.on('error', () => {
      if (socket === this.upstream) endSocket(this.client, 'rst')
    })
  }

  private arrived(lane: Lane, frame: Frame): void {
    if (frame.direction === 'response' && frame.correlationId === this.orphan?.correlationId) {
      this.orphan = undefined
      this.emit('answered', ofFrame(frame))
      this.upstream.end()
      return
    }
    if (lane.isClosed) return
    const rules = this.owner.rules.forFrame(this.broker, frame)
    if (frame.direction === 'request' && frame.api !== '?') this.open.push(frame)
    lane.push(frame, rules)
    for (const { id, rule } of rules) this.emit('fired', { ...ofFrame(frame), rule: id, action: rule.action.type })
  }

  async held(rule: StandingRule, frame: Frame): Promise<void> {
    this.emit('held', { ...ofFrame(frame), rule: rule.id })
    const { action } = rule.rule
    const ms = action.type === 'hold' ? action.ms : 0
    if (ms === undefined) await this.owner.gate(rule)
    else await new Promise(resolve => setTimeout(resolve, ms))
    this.emit('released', { ...ofFrame(frame), rule: rule.id })
  }

  darken(rule: StandingRule, { flow, unread = false }: FaultAction & { type: 'blackhole' }): void {
    if (rule.removed) return
    if (flow !== 'response') this.requests.darken(rule, unread)
    if (flow !== 'request') this.responses.darken(rule, unread)
  }

  /** A rule is gone: what it darkened is light again. */
  lighten(rule: StandingRule): void {
    this.requests.lighten(rule)
    this.responses.lighten(rule)
  }

  cut(_rule: StandingRule, { how, where }: FaultAction & { type: 'cut' }, frame: Frame): void {
    if (where !== 'after-forward') {
      this.end(how)
      return
    }
    this.orphan = frame
    this.requests.close()
    this.responses.close()
    endSocket(this.client, how)
    this.upstream.resume()
    const timer = setTimeout(() => this.upstream.end(), longestAnswer)
    this.upstream.once('close', () => clearTimeout(timer))
  }

  /** Ends both sides; what is on its way is lost. */
  end(how: Ending): void {
    this.requests.close()
    this.responses.close()
    endSocket(this.client, how)
    // In order towards the broker, so that it gets every byte that was passed on.
    this.upstream.destroySoon()
  }

  passed(frame: Frame): void {
    const type = { request: 'forwarded', response: 'returned' } as const satisfies Record<Direction, ProxyEvent['type']>
    if (frame.api !== '?') this.emit(type[frame.direction], ofFrame(frame))
  }

  failed(rule: StandingRule | undefined, frame: Frame, error: unknown): void {
    this.emit('failed', { ...ofFrame(frame), ...(rule === undefined ? {} : { rule: rule.id }), error: String(error) })
  }

  private emit(type: ProxyEvent['type'], fields: Partial<ProxyEvent>): void {
    this.owner.emit({ ...fields, type, broker: this.broker, connection: this.id })
  }
}

/** Ends a socket: a reset, or all that was written and then the end, without waiting for the peer's. */
export function endSocket(socket: Socket, how: Ending): void {
  if (how === 'fin') socket.destroySoon()
  // While its own end is being sent, a socket cannot be reset: Node would neither do it nor ever close it.
  else if (socket.writableEnded && !socket.writableFinished) socket.destroy()
  else socket.resetAndDestroy()
}
