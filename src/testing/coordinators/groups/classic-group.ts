import { errorCodes } from '../../../errors/error-table'
import type { Timer } from '../../../utils/clock'
import type { IdSource } from '../../id-source'
import { Refused } from '../../refused'
import { refusedJoin, refusedSync, type ClassicMember, type JoinAnswer, type JoinProtocol, type SyncAnswer } from './classic-member'
import { consumerProtocolType, readSubscription } from './consumer-protocol'

/** State of a classic group, as Kafka names it. */
export type ClassicState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable' | 'Dead'

const successors: Record<ClassicState, readonly ClassicState[]> = {
  Empty: ['PreparingRebalance', 'Dead'],
  PreparingRebalance: ['CompletingRebalance', 'Empty', 'Dead'],
  CompletingRebalance: ['Stable', 'PreparingRebalance', 'Dead'],
  Stable: ['PreparingRebalance', 'Dead'],
  Dead: []
}

/** A group of the classic protocol: who is in it and what they agreed on. When to rebalance is decided elsewhere. */
export class ClassicGroup {
  readonly type = 'classic'
  readonly members = new Map<string, ClassicMember>()
  /** Members that were given an id and have not come back with it yet (KIP-394), with the end of their patience. */
  readonly pendingJoin = new Map<string, Timer>()
  /** Members that were answered and have not sent SyncGroup yet. */
  readonly pendingSync = new Set<string>()
  generationId = 0
  protocolType: string | null = null
  protocolName: string | null = null
  leaderId: string | null = null
  /** ms on the wall clock of the last change of state. */
  stateSince: number
  /** A member joined while the group's first rebalance waits for more. */
  newMemberAdded = false
  /** End of the phase in which members join. */
  joinTimer: Timer | undefined
  /** End of the phase in which members send SyncGroup. */
  syncTimer: Timer | undefined
  private current: ClassicState = 'Empty'
  private previous: ClassicState = 'Empty'
  private readonly staticMembers = new Map<string, string>()

  constructor(
    readonly groupId: string,
    private readonly wallTime: () => number,
    private readonly ids: IdSource
  ) {
    this.stateSince = wallTime()
  }

  get state(): ClassicState {
    return this.current
  }

  get previousState(): ClassicState {
    return this.previous
  }

  get isEmpty(): boolean {
    return this.members.size === 0
  }

  get canRebalance(): boolean {
    return successors[this.current].includes('PreparingRebalance')
  }

  /** The longest that any member may take to rejoin, ms. */
  get rebalanceTimeoutMs(): number {
    return Math.max(0, ...[...this.members.values()].map(member => member.rebalanceTimeoutMs))
  }

  get joiningCount(): number {
    return [...this.members.values()].filter(member => member.join !== undefined).length
  }

  get allJoined(): boolean {
    return this.joiningCount === this.members.size && this.pendingJoin.size === 0
  }

  /** Whether the broker can read what members subscribe to. */
  get usesConsumerProtocol(): boolean {
    return this.protocolType === consumerProtocolType
  }

  moveTo(state: ClassicState): void {
    if (!successors[this.current].includes(state)) throw new Error(`A group cannot go from ${this.current} to ${state}`)
    this.previous = this.current
    this.current = state
    this.stateSince = this.wallTime()
  }

  makeMemberId(clientId: string, groupInstanceId: string | null): string {
    return `${groupInstanceId ?? clientId}-${this.ids.uuid()}`
  }

  staticMemberId(groupInstanceId: string): string | undefined {
    return this.staticMembers.get(groupInstanceId)
  }

  add(member: ClassicMember, protocolType: string): void {
    if (this.members.size === 0) this.protocolType = protocolType
    this.leaderId ??= member.memberId
    this.members.set(member.memberId, member)
    if (member.groupInstanceId !== null) this.staticMembers.set(member.groupInstanceId, member.memberId)
    this.forgetPending(member.memberId)
  }

  remove(memberId: string): void {
    const member = this.members.get(memberId)
    if (member !== undefined) {
      member.session?.cancel()
      this.members.delete(memberId)
      if (member.groupInstanceId !== null) this.staticMembers.delete(member.groupInstanceId)
      if (this.leaderId === memberId) this.leaderId = this.members.keys().next().value ?? null
    }
    this.forgetPending(memberId)
    this.pendingSync.delete(memberId)
  }

  forgetPending(memberId: string): void {
    this.pendingJoin.get(memberId)?.cancel()
    this.pendingJoin.delete(memberId)
  }

  /** A static member came back under a new id: it takes the old one's place, and whoever waits under the old id is fenced (KIP-345). */
  replaceStatic(groupInstanceId: string, newMemberId: string): ClassicMember {
    const oldMemberId = this.staticMembers.get(groupInstanceId) as string
    const old = this.members.get(oldMemberId) as ClassicMember
    old.session?.cancel()
    answerJoin(old, refusedJoin(errorCodes.FENCED_INSTANCE_ID, oldMemberId))
    answerSync(old, refusedSync(errorCodes.FENCED_INSTANCE_ID))
    const member: ClassicMember = { ...old, memberId: newMemberId, session: undefined }
    // A SyncGroup that the old id owed stays owed, as with Kafka: the group begins a round when the time for it is over.
    this.members.delete(oldMemberId)
    this.members.set(newMemberId, member)
    this.staticMembers.set(groupInstanceId, newMemberId)
    if (this.leaderId === oldMemberId) this.leaderId = newMemberId
    return member
  }

  /** @throws Refused UNKNOWN_MEMBER_ID or FENCED_INSTANCE_ID */
  checkMember(memberId: string, groupInstanceId: string | null): ClassicMember {
    if (groupInstanceId !== null) {
      const known = this.staticMembers.get(groupInstanceId)
      if (known === undefined) throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, `No static member ${groupInstanceId}`)
      if (known !== memberId) throw new Refused(errorCodes.FENCED_INSTANCE_ID, `${groupInstanceId} is another member now`)
    }
    const member = this.members.get(memberId)
    if (member === undefined) throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, `No member ${memberId}`)
    return member
  }

  /** Whether a member with these protocols can join: one of them is known to all others. */
  supportsProtocols(protocolType: string, protocols: readonly JoinProtocol[]): boolean {
    if (protocolType === '' || protocols.length === 0) return false
    if (this.members.size === 0) return true
    return protocolType === this.protocolType && protocols.some(({ name }) => this.isKnownToAll(name))
  }

  /** The protocol that most members prefer among those that all know. */
  selectProtocol(): string {
    const votes = new Map<string, number>()
    for (const { protocols } of this.members.values()) {
      const vote = protocols.find(({ name }) => this.isKnownToAll(name))
      if (vote !== undefined) votes.set(vote.name, (votes.get(vote.name) ?? 0) + 1)
    }
    return [...votes].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
  }

  /** Members and their metadata for the protocol in force, as the leader gets them. */
  membersForLeader(): JoinAnswer['members'] {
    return [...this.members.values()].map(member => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      metadata: metadataOf(member, this.protocolName)
    }))
  }

  /** Where the leader has not come back, one who has takes its place. Returns whether there is a leader now that has come back. */
  electJoinedLeader(): boolean {
    if (this.leaderId === null) return false
    if (this.members.get(this.leaderId)?.join !== undefined) return true
    for (const member of this.members.values()) {
      if (member.join === undefined) continue
      this.leaderId = member.memberId
      return true
    }
    return false
  }

  /** The next generation begins: with a protocol, or without members. */
  beginGeneration(): void {
    this.generationId++
    this.pendingSync.clear()
    if (this.members.size === 0) {
      this.protocolName = null
      this.moveTo('Empty')
    } else {
      this.protocolName = this.selectProtocol()
      this.moveTo('CompletingRebalance')
    }
  }

  /** Goes on as a stable group in a generation: it was one of another protocol until now. */
  resume(generationId: number): void {
    this.generationId = generationId
    this.protocolName = this.selectProtocol()
    this.previous = 'CompletingRebalance'
    this.current = 'Stable'
    this.stateSince = this.wallTime()
  }

  /** Whether a member subscribes to the topic; false where the broker cannot tell. */
  subscribesTo(topic: string): boolean {
    if (!this.usesConsumerProtocol || this.protocolName === null) return false
    return [...this.members.values()].some(member => readSubscription(metadataOf(member, this.protocolName))?.topics.includes(topic))
  }

  private isKnownToAll(protocol: string): boolean {
    return [...this.members.values()].every(({ protocols }) => protocols.some(({ name }) => name === protocol))
  }
}

/** What a member tells the leader under a protocol. */
export function metadataOf(member: ClassicMember, protocol: string | null): Buffer {
  return member.protocols.find(({ name }) => name === protocol)?.metadata ?? Buffer.alloc(0)
}

/** Answers a JoinGroup that waits; whether there was one. */
export function answerJoin(member: ClassicMember, answer: JoinAnswer): boolean {
  const { join } = member
  member.join = undefined
  join?.(answer)
  return join !== undefined
}

/** Answers a SyncGroup that waits; whether there was one. */
export function answerSync(member: ClassicMember, answer: SyncAnswer): boolean {
  const { sync } = member
  member.sync = undefined
  sync?.(answer)
  return sync !== undefined
}
