import { errorCodes } from '../../../errors/error-table'
import type { ClassicMember, JoinAnswer } from './classic-member'
import { refusedJoin, refusedSync } from './classic-member'
import { answerJoin, answerSync, type ClassicGroup } from './classic-group'
import type { GroupEnvironment } from './group-environment'

/** How long a new member's JoinGroup may wait: it has no id yet, so nothing else tells whether its client is still there. */
const newMemberJoinTimeoutMs = 5 * 60_000

/** Rounds of a classic group: who has to come back, when a round is over, and what ends a session. */
export class ClassicRebalance {
  constructor(private readonly environment: GroupEnvironment) {}

  /** Something changed: a new round begins, or the running one may be complete. */
  rebalance(group: ClassicGroup): void {
    if (group.canRebalance) this.prepare(group)
    else this.completeWhenAllJoined(group)
  }

  /** Begins a round: whoever waits for an assignment has to join again. */
  prepare(group: ClassicGroup): void {
    if (group.state === 'CompletingRebalance') {
      for (const member of group.members.values()) {
        member.assignment = Buffer.alloc(0)
        if (answerSync(member, refusedSync(errorCodes.REBALANCE_IN_PROGRESS))) this.renewSession(group, member)
      }
    }
    group.syncTimer?.cancel()
    const isFirst = group.state === 'Empty'
    group.moveTo('PreparingRebalance')
    if (isFirst) {
      const delayMs = this.environment.configs.brokerNumber('group.initial.rebalance.delay.ms')
      this.waitForMore(group, delayMs, Math.max(0, group.rebalanceTimeoutMs - delayMs))
    } else if (group.allJoined) this.complete(group)
    else this.armJoinTimer(group, group.rebalanceTimeoutMs, () => this.complete(group))
  }

  /** Ends the joining phase when everyone is there. A group's first round ends by its timer only, to give others time to start. */
  completeWhenAllJoined(group: ClassicGroup): void {
    if (group.state === 'PreparingRebalance' && group.previousState !== 'Empty' && group.allJoined) this.complete(group)
  }

  /** Starts or restarts the time after which a member that is not heard of is gone. */
  renewSession(group: ClassicGroup, member: ClassicMember, timeoutMs = member.sessionTimeoutMs): void {
    member.session?.cancel()
    member.session = this.environment.clock.schedule(timeoutMs, () => this.expire(group, member))
  }

  /** The session of a member that has no answer yet. */
  startNewMemberSession(group: ClassicGroup, member: ClassicMember): void {
    this.renewSession(group, member, newMemberJoinTimeoutMs)
  }

  /** Keeps a place for a member that was sent away to come back with the id that it was given (KIP-394). */
  addPending(group: ClassicGroup, memberId: string, sessionTimeoutMs: number): void {
    const timer = this.environment.clock.schedule(sessionTimeoutMs, () => {
      group.forgetPending(memberId)
      this.completeWhenAllJoined(group)
    })
    group.pendingJoin.set(memberId, timer)
  }

  /** A member is gone: by its own wish, or because its session is over. */
  removeMember(group: ClassicGroup, member: ClassicMember): void {
    // A new member may be given up while its JoinGroup waits: should it live, this answer makes it try again.
    answerJoin(member, refusedJoin(errorCodes.UNKNOWN_MEMBER_ID, ''))
    group.remove(member.memberId)
  }

  /** After members were removed. */
  afterRemoval(group: ClassicGroup): void {
    if (group.state === 'Stable' || group.state === 'CompletingRebalance') this.rebalance(group)
    else if (group.state === 'PreparingRebalance' && group.allJoined) this.complete(group)
  }

  /** A SyncGroup came from the member. */
  synced(group: ClassicGroup, memberId: string): void {
    group.pendingSync.delete(memberId)
    if (group.pendingSync.size === 0) group.syncTimer?.cancel()
  }

  /** Ends everything that waits or is timed, with an error: the group moves or ends. */
  release(group: ClassicGroup, errorCode: number): void {
    group.joinTimer?.cancel()
    group.syncTimer?.cancel()
    for (const memberId of [...group.pendingJoin.keys()]) group.forgetPending(memberId)
    for (const member of group.members.values()) {
      member.session?.cancel()
      answerJoin(member, refusedJoin(errorCode, member.memberId))
      answerSync(member, refusedSync(errorCode))
    }
  }

  private expire(group: ClassicGroup, member: ClassicMember): void {
    if (group.members.get(member.memberId) !== member) return
    // A member whose request waits here is alive; a new one is not trusted, as its client may have gone long ago.
    if (!member.isNew && (member.join !== undefined || member.sync !== undefined)) return
    this.removeMember(group, member)
    this.afterRemoval(group)
  }

  /** The first round of a group: each member that comes during the wait prolongs it, up to the rebalance timeout. */
  private waitForMore(group: ClassicGroup, delayMs: number, remainingMs: number): void {
    this.armJoinTimer(group, delayMs, () => {
      if (!group.newMemberAdded || remainingMs === 0) return this.complete(group)
      group.newMemberAdded = false
      const initialMs = this.environment.configs.brokerNumber('group.initial.rebalance.delay.ms')
      this.waitForMore(group, Math.min(initialMs, remainingMs), Math.max(0, remainingMs - delayMs))
    })
  }

  private complete(group: ClassicGroup): void {
    group.joinTimer?.cancel()
    group.joinTimer = undefined
    for (const member of [...group.members.values()]) {
      if (member.join === undefined && member.groupInstanceId === null) group.remove(member.memberId)
    }
    if (!group.electJoinedLeader() && group.members.size > 0) {
      // Only static members are left, and none came back. They stay until their sessions end.
      this.armJoinTimer(group, group.rebalanceTimeoutMs, () => this.complete(group))
      return
    }
    group.beginGeneration()
    if (group.state === 'Empty') return
    const membersForLeader = group.membersForLeader()
    for (const member of [...group.members.values()]) {
      const members = group.leaderId === member.memberId ? membersForLeader : []
      answerJoin(member, joinedAnswer(group, member.memberId, members))
      this.renewSession(group, member)
      member.isNew = false
      group.pendingSync.add(member.memberId)
    }
    this.armSyncTimer(group)
  }

  /** Members that joined and then do not ask for their assignment hold up the others: they are removed. */
  private armSyncTimer(group: ClassicGroup): void {
    const { generationId } = group
    group.syncTimer?.cancel()
    group.syncTimer = this.environment.clock.schedule(group.rebalanceTimeoutMs, () => {
      if (group.generationId !== generationId || group.pendingSync.size === 0) return
      if (group.state !== 'CompletingRebalance' && group.state !== 'Stable') return
      for (const memberId of [...group.pendingSync]) group.remove(memberId)
      this.prepare(group)
    })
  }

  private armJoinTimer(group: ClassicGroup, delayMs: number, callback: () => void): void {
    group.joinTimer?.cancel()
    group.joinTimer = this.environment.clock.schedule(delayMs, callback)
  }
}

/** The answer to a member that is in the group's generation. */
export function joinedAnswer(group: ClassicGroup, memberId: string, members: JoinAnswer['members']): JoinAnswer {
  return {
    errorCode: errorCodes.NONE,
    memberId,
    generationId: group.generationId,
    protocolType: group.protocolType,
    protocolName: group.protocolName,
    leader: group.leaderId ?? '',
    skipAssignment: false,
    members
  }
}
