import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import type { ClassicGroup } from './classic-group'
import { answerJoin } from './classic-group'
import { refusedJoin, sameProtocols, type ClassicMember, type JoinAnswer, type JoinProtocol } from './classic-member'
import { joinedAnswer, type ClassicRebalance } from './classic-rebalance'
import type { ClientIdentity } from './group-environment'

/** A JoinGroup request. */
export interface JoinRequest extends ClientIdentity {
  readonly groupId: string
  /** Empty: the client has none yet. */
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly sessionTimeoutMs: number
  readonly rebalanceTimeoutMs: number
  readonly protocolType: string
  readonly protocols: readonly JoinProtocol[]
  /** Version 4 and above: a new member is sent away with an id to join again with (KIP-394). */
  readonly requiresMemberId: boolean
  /** Version 9 and above: the leader can be told that nothing changed (KIP-814). */
  readonly knowsSkipAssignment: boolean
  readonly reply: (answer: JoinAnswer) => void
}

/** Who may join a classic group, and what their coming sets off. */
export class ClassicJoin {
  constructor(
    private readonly rebalance: ClassicRebalance,
    private readonly maxSize: () => number
  ) {}

  join(group: ClassicGroup, request: JoinRequest): void {
    const { memberId, reply } = request
    if (!this.hasRoom(group, memberId)) {
      group.remove(memberId)
      reply(refusedJoin(errorCodes.GROUP_MAX_SIZE_REACHED, ''))
    } else if (!group.supportsProtocols(request.protocolType, request.protocols)) {
      reply(refusedJoin(errorCodes.INCONSISTENT_GROUP_PROTOCOL, memberId))
    } else if (memberId === '') this.joinNew(group, request)
    else if (group.pendingJoin.has(memberId)) this.addMember(group, memberId, request)
    else this.joinAgain(group, request)
  }

  private hasRoom(group: ClassicGroup, memberId: string): boolean {
    const maxSize = this.maxSize()
    const member = group.members.get(memberId)
    if (group.state === 'Empty' || group.state === 'Dead') return true
    if (group.state === 'PreparingRebalance') return member?.join !== undefined || group.joiningCount < maxSize
    return member !== undefined || group.members.size < maxSize
  }

  private joinNew(group: ClassicGroup, request: JoinRequest): void {
    const { groupInstanceId } = request
    const memberId = group.makeMemberId(request.clientId, groupInstanceId)
    if (groupInstanceId !== null) {
      if (group.staticMemberId(groupInstanceId) !== undefined) this.replaceStatic(group, groupInstanceId, memberId, request)
      else this.addMember(group, memberId, request)
    } else if (request.requiresMemberId) {
      this.rebalance.addPending(group, memberId, request.sessionTimeoutMs)
      request.reply(refusedJoin(errorCodes.MEMBER_ID_REQUIRED, memberId))
    } else this.addMember(group, memberId, request)
  }

  private joinAgain(group: ClassicGroup, request: JoinRequest): void {
    let member: ClassicMember
    try {
      member = group.checkMember(request.memberId, request.groupInstanceId)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return request.reply(refusedJoin(error.errorCode, request.memberId))
    }
    const isSame = sameProtocols(member.protocols, request.protocols)
    const isLeader = group.leaderId === member.memberId
    if (group.state === 'PreparingRebalance') this.updateMember(group, member, request)
    else if (group.state === 'CompletingRebalance') {
      // The same again: the client may have lost the answer, and gets it once more.
      if (isSame) request.reply(joinedAnswer(group, member.memberId, isLeader ? group.membersForLeader() : []))
      else this.updateMember(group, member, request)
    } else if (group.state === 'Stable') {
      // The leader joins again when something changed that the members' metadata does not show, such as a topic's partitions.
      if (isLeader || !isSame) this.updateMember(group, member, request)
      else request.reply(joinedAnswer(group, member.memberId, []))
    } else request.reply(refusedJoin(errorCodes.UNKNOWN_MEMBER_ID, request.memberId))
  }

  private addMember(group: ClassicGroup, memberId: string, request: JoinRequest): void {
    const member: ClassicMember = {
      memberId,
      groupInstanceId: request.groupInstanceId,
      clientId: request.clientId,
      clientHost: request.clientHost,
      sessionTimeoutMs: request.sessionTimeoutMs,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs,
      protocols: request.protocols,
      assignment: Buffer.alloc(0),
      isNew: true,
      join: request.reply,
      sync: undefined,
      session: undefined
    }
    if (group.state === 'PreparingRebalance' && group.previousState === 'Empty') group.newMemberAdded = true
    group.add(member, request.protocolType)
    this.rebalance.startNewMemberSession(group, member)
    this.rebalance.rebalance(group)
  }

  private updateMember(group: ClassicGroup, member: ClassicMember, request: JoinRequest): void {
    apply(member, request)
    this.rebalance.rebalance(group)
  }

  private replaceStatic(group: ClassicGroup, groupInstanceId: string, memberId: string, request: JoinRequest): void {
    const leaderBefore = group.leaderId ?? ''
    const member = group.replaceStatic(groupInstanceId, memberId)
    this.rebalance.renewSession(group, member)
    apply(member, request)
    if (group.state === 'Stable') {
      if (group.selectProtocol() === group.protocolName) answerJoin(member, this.unchanged(group, member, leaderBefore, request))
      else this.rebalance.prepare(group)
    } else if (group.state === 'CompletingRebalance') {
      // The old id may be in the leader's assignment already; the new one would end up with nothing.
      this.rebalance.prepare(group)
    } else this.rebalance.completeWhenAllJoined(group)
  }

  /** A static member is back, and nobody has to rebalance for it. */
  private unchanged(group: ClassicGroup, { memberId }: ClassicMember, leaderBefore: string, request: JoinRequest): JoinAnswer {
    // Without KIP-814 the leader is shown the id that it had before, so that it does not take itself for the leader and assign.
    if (!request.knowsSkipAssignment) return { ...joinedAnswer(group, memberId, []), leader: leaderBefore }
    const isLeader = group.leaderId === memberId
    return { ...joinedAnswer(group, memberId, isLeader ? group.membersForLeader() : []), skipAssignment: isLeader }
  }
}

function apply(member: ClassicMember, { protocols, rebalanceTimeoutMs, sessionTimeoutMs, reply }: JoinRequest): void {
  // A JoinGroup that the member sent before has nobody left who waits for it.
  Object.assign(member, { protocols, rebalanceTimeoutMs, sessionTimeoutMs, join: reply })
}
