import { errorCodes } from '../../errors/error-table'
import type { Clock, Timer } from '../../utils/clock'
import { keyHash } from './key-hash'

/** What has coordinators. */
export type CoordinatorType = 'group' | 'transaction' | 'share'

/** A broker, as far as coordinators need it. */
interface Candidate {
  readonly nodeId: number
  readonly alive: boolean
}

/**
 * Which broker coordinates what. Without a pin it is the key's hash that decides; when that broker is down the next one takes over, so
 * that a broker's death moves no other keys than its own. They stay there when it is back, as leaders do in Kafka: what a broker was asked
 * before it stood still is not for it to do when it wakes.
 */
export class CoordinatorMap {
  private readonly pins = new Map<string, number>()
  /** Who has taken over, by type and hash. */
  private readonly successors = new Map<string, number>()
  /** End of loading by key; no timer: it ends when the test says so. */
  private readonly loading = new Map<string, Timer | undefined>()
  private readonly moveListeners = new Set<(type: CoordinatorType, key: string) => void>()

  constructor(
    private readonly clock: Clock,
    private readonly nodes: ReadonlyMap<number, Candidate>
  ) {}

  /** Node id of the coordinator; -1 when no broker is alive. */
  coordinatorOf(type: CoordinatorType, key: string): number {
    const pinned = this.nodes.get(this.pins.get(nameOf(type, key)) ?? -1)
    if (pinned?.alive === true) return pinned.nodeId
    const nodes = [...this.nodes.values()].sort((a, b) => a.nodeId - b.nodeId)
    const first = keyHash(key) % Math.max(1, nodes.length)
    const place = nameOf(type, String(first))
    const current = this.nodes.get(this.successors.get(place) ?? nodes[first]?.nodeId ?? -1)
    if (current?.alive === true) return current.nodeId
    const next = [...nodes.slice(first), ...nodes.slice(0, first)].find(node => node.alive)
    if (next === undefined) return -1
    this.successors.set(place, next.nodeId)
    return next.nodeId
  }

  /** Moves a coordinator to a broker; what waited at the old one is told so. While that broker is down the hash decides. */
  pin(type: CoordinatorType, key: string, nodeId: number): void {
    this.change(type, key, () => this.pins.set(nameOf(type, key), nodeId))
  }

  /** Lets the hash decide again; what waited at the broker that was pinned is told so. */
  unpin(type: CoordinatorType, key: string): void {
    this.change(type, key, () => this.pins.delete(nameOf(type, key)))
  }

  /** The coordinator answers COORDINATOR_LOAD_IN_PROGRESS for `durationMs`, or until `stopLoading`. */
  startLoading(type: CoordinatorType, key: string, durationMs?: number): void {
    const name = nameOf(type, key)
    this.loading.get(name)?.cancel()
    this.loading.set(name, durationMs === undefined ? undefined : this.clock.schedule(durationMs, () => this.loading.delete(name)))
  }

  stopLoading(type: CoordinatorType, key: string): void {
    const name = nameOf(type, key)
    this.loading.get(name)?.cancel()
    this.loading.delete(name)
  }

  /** NONE when the broker is the coordinator and ready, else the error code that it answers with. */
  check(type: CoordinatorType, key: string, nodeId: number): number {
    if (this.coordinatorOf(type, key) !== nodeId) return errorCodes.NOT_COORDINATOR
    return this.loading.has(nameOf(type, key)) ? errorCodes.COORDINATOR_LOAD_IN_PROGRESS : errorCodes.NONE
  }

  /** Calls back when a pin, or its end, has moved a coordinator. */
  onMove(listener: (type: CoordinatorType, key: string) => void): void {
    this.moveListeners.add(listener)
  }

  /** Takes all pins and loading states back, and lets go of their timers. */
  clear(): void {
    for (const timer of this.loading.values()) timer?.cancel()
    this.loading.clear()
    for (const name of [...this.pins.keys()]) {
      const at = name.indexOf(':')
      this.unpin(name.slice(0, at) as CoordinatorType, name.slice(at + 1))
    }
  }

  private change(type: CoordinatorType, key: string, make: () => void): void {
    const before = this.coordinatorOf(type, key)
    make()
    if (this.coordinatorOf(type, key) !== before) for (const listener of this.moveListeners) listener(type, key)
  }
}

function nameOf(type: CoordinatorType, key: string): string {
  return `${type}:${key}`
}
