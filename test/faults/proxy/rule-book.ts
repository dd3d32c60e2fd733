import { type FaultRule, goesWay, isForConnections } from './fault-rule'
import type { Frame } from './frame'
import { type Random, seededRandom } from './random'

/** A rule that stands, and what it has done. */
export interface StandingRule {
  readonly id: number
  readonly rule: FaultRule
  /** What it draws from: the proxy's seed and its own number. */
  readonly random: Random
  /** Frames or connections that fitted. */
  matched: number
  /** How often it acted. */
  fired: number
  removed: boolean
}

/** The rules of a proxy, in the order in which they were added. */
export class RuleBook {
  private readonly rules = new Map<number, StandingRule>()
  private lastId = 0

  constructor(private readonly seed: string) {}

  add(rule: FaultRule): StandingRule {
    const id = ++this.lastId
    const standing = { id, rule, random: seededRandom(`${this.seed}/${id}`), matched: 0, fired: 0, removed: false }
    this.rules.set(id, standing)
    return standing
  }

  remove(id: number): StandingRule | undefined {
    const standing = this.rules.get(id)
    if (standing !== undefined) standing.removed = true
    return standing
  }

  get(id: number): StandingRule | undefined {
    return this.rules.get(id)
  }

  /** Times each rule fired by its id, removed ones too. */
  fired(): Record<number, number> {
    return Object.fromEntries([...this.rules.values()].map(({ id, fired }) => [id, fired]))
  }

  forFrame(broker: number, frame: Frame): StandingRule[] {
    return this.pick(standing => {
      const { rule } = standing
      if (isForConnections(rule) || !goesWay(rule, frame.direction) || !fitsBroker(rule, broker)) return false
      if (rule.clientId !== undefined && rule.clientId !== frame.clientId) return false
      return rule.api === undefined || rule.api === frame.api
    })
  }

  /** Those for a new connection to a broker. */
  forConnection(broker: number): StandingRule[] {
    return this.pick(({ rule }) => isForConnections(rule) && rule.action.type !== 'refuse' && fitsBroker(rule, broker))
  }

  /** Rules that keep a broker's port shut. Each counts as fired while it does. */
  refusing(broker: number): StandingRule[] {
    const refusing = [...this.rules.values()].filter(
      ({ rule, removed }) => !removed && rule.action.type === 'refuse' && fitsBroker(rule, broker)
    )
    for (const standing of refusing) standing.fired = Math.max(1, standing.fired)
    return refusing
  }

  private pick(fits: (standing: StandingRule) => boolean): StandingRule[] {
    return [...this.rules.values()].filter(standing => !standing.removed && fits(standing) && decide(standing))
  }
}

function fitsBroker(rule: FaultRule, broker: number): boolean {
  return rule.broker === undefined || rule.broker === broker
}

/** Counts a frame that fits, and says whether it is one that the rule acts on. */
function decide(standing: StandingRule): boolean {
  const { nth, probability, times } = standing.rule
  const n = ++standing.matched
  if (typeof nth === 'number' && n !== nth) return false
  if (typeof nth === 'object') {
    const from = nth.from ?? nth.every
    if (n < from || (n - from) % nth.every !== 0) return false
  }
  // Drawn for every frame that gets here, so that one draw more or less does not shift the others.
  if (probability !== undefined && standing.random() >= probability) return false
  if (times !== undefined && standing.fired >= times) return false
  standing.fired++
  return true
}
