import type { AnyHandler, RequestContext } from '../handler'
import type { LoggedRequest } from '../request-log'
import type { FaultPlan } from './fault-plan'
import { mentions, type FaultTarget } from './fault-target'

/** Which requests a fault hits. All that is given must match. */
export interface FaultRule extends FaultTarget {
  /** API name or names, e.g. `Produce`. */
  readonly api?: string | readonly string[]
  readonly nodeId?: number
  readonly clientId?: string
  /** Looks at the request itself. */
  readonly where?: (request: LoggedRequest) => boolean
  /** Matching requests to let pass first; default 0. */
  readonly skip?: number
  /** How many requests to hit; default: all. */
  readonly times?: number
}

/** A fault that is on; tests keep it to see whether it hit anything, and to take it back. */
export class Fault {
  /** How many requests it has hit. */
  fired = 0
  private skipped = 0

  /** @internal */
  constructor(
    private readonly rule: FaultRule,
    /** @internal */
    readonly plan: (request: LoggedRequest, handler: AnyHandler, context: RequestContext) => FaultPlan,
    private readonly take: () => void
  ) {}

  /** Takes the fault back. */
  remove(): void {
    this.take()
  }

  /** @throws Error when the fault has not hit anything: the test did not test what it says */
  assertFired(): void {
    if (this.fired === 0) throw new Error(`The fault on ${this.what} never fired`)
  }

  /** @internal Whether the fault wants this request; counts when it does. */
  takes(request: LoggedRequest, topicName: (topicId: string) => string | undefined): boolean {
    const { api, nodeId, clientId, where, skip = 0, times = Infinity } = this.rule
    if (this.fired >= times) return false
    if (api !== undefined && !(typeof api === 'string' ? api === request.api : api.includes(request.api))) return false
    if (nodeId !== undefined && nodeId !== request.nodeId) return false
    if (clientId !== undefined && clientId !== request.clientId) return false
    if (!mentions(request.body, this.rule, topicName)) return false
    if (where !== undefined && !where(request)) return false
    if (this.skipped < skip) {
      this.skipped++
      return false
    }
    this.fired++
    return true
  }

  private get what(): string {
    const { api, topic, partition, key } = this.rule
    const about = [topic, partition, key].filter(part => part !== undefined).join('-')
    return `${String(api ?? 'any API')}${about === '' ? '' : ` for ${about}`}`
  }
}

/** A fault that keeps requests, or their answers, until the test lets them go. */
export class HeldFault extends Fault {
  /** @internal */
  readonly waiting: (() => void)[] = []

  /** How many wait now. */
  get held(): number {
    return this.waiting.length
  }

  /** Lets go of those that wait, in the order in which they came, and of none after them: the fault stays on. */
  release(count = this.waiting.length): void {
    for (const resume of this.waiting.splice(0, count)) resume()
  }

  /** Takes the fault back and lets everything go. */
  override remove(): void {
    super.remove()
    this.release()
  }
}
