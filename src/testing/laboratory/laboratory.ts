import type { AdvertisedVersions } from '../advertised-versions'
import type { AnyHandler, RequestContext } from '../handler'
import type { VersionRange } from '../profiles'
import type { LoggedRequest } from '../request-log'
import { Fault, type FaultRule } from './fault'
import type { FaultPlan } from './fault-plan'

/** A stage of a connection's life at which a broker can fall silent. */
export type HangStage = 'connect'

/** Faults that tests switch on. */
export class Laboratory {
  private readonly faults: Fault[] = []
  private readonly hanging = new Map<HangStage, Set<number>>()

  constructor(private readonly advertised: AdvertisedVersions) {}

  /** Adds a fault; the first one added that matches a request gets it. */
  add(rule: FaultRule, plan: (request: LoggedRequest, handler: AnyHandler, context: RequestContext) => FaultPlan): Fault {
    const fault = new Fault(rule, plan, () => {
      const at = this.faults.indexOf(fault)
      if (at >= 0) this.faults.splice(at, 1)
    })
    this.faults.push(fault)
    return fault
  }

  /** Takes all faults back. */
  clear(): void {
    this.faults.length = 0
    this.hanging.clear()
    this.advertised.clearOverrides()
  }

  /** Faults that were added and have not hit anything yet. */
  unfired(): readonly Fault[] {
    return this.faults.filter(fault => fault.fired === 0)
  }

  /** Advertises another range for an API on all brokers; null hides the API. */
  setVersions(api: string, range: VersionRange | null): void {
    this.advertised.override(api, range)
  }

  /** Lets a broker fall silent at a stage, or speak again. */
  setHang(stage: HangStage, nodeId: number, on: boolean): void {
    const nodes = this.hanging.get(stage) ?? new Set()
    if (on) nodes.add(nodeId)
    else nodes.delete(nodeId)
    this.hanging.set(stage, nodes)
  }

  /** @internal */
  hangs(stage: HangStage, nodeId: number): boolean {
    return this.hanging.get(stage)?.has(nodeId) === true
  }

  /** @internal The plan of the first fault that wants this request. */
  intercept(request: LoggedRequest, handler: AnyHandler, context: RequestContext): FaultPlan | undefined {
    for (const fault of this.faults) {
      if (fault.takes(request)) return fault.plan(request, handler, context)
    }
    return undefined
  }
}
