import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import { answerSync, type ClassicGroup } from './classic-group'
import { refusedSync, type SyncAnswer } from './classic-member'
import type { ClassicRebalance } from './classic-rebalance'

/** A SyncGroup request. */
export interface SyncRequest {
  readonly groupId: string
  readonly generationId: number
  readonly memberId: string
  readonly groupInstanceId: string | null
  /** Null: not said; else it must be the group's (KIP-559). */
  readonly protocolType: string | null
  readonly protocolName: string | null
  /** By member id; from the leader only. */
  readonly assignments: ReadonlyMap<string, Buffer>
  readonly reply: (answer: SyncAnswer) => void
}

/** Who sends a heartbeat or a commit. */
export interface MemberReference {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly generationId: number
}

/** A member that shall leave. */
export interface LeavingMember {
  /** Empty: whoever has the instance id. */
  readonly memberId: string
  readonly groupInstanceId: string | null
}

/** SyncGroup, Heartbeat and LeaveGroup of classic groups. */
export class ClassicRequests {
  constructor(private readonly rebalance: ClassicRebalance) {}

  /** @throws Refused when the request is not from a member of the generation */
  sync(group: ClassicGroup, request: SyncRequest): void {
    const member = group.checkMember(request.memberId, request.groupInstanceId)
    if (request.generationId !== group.generationId) throw new Refused(errorCodes.ILLEGAL_GENERATION, 'Another generation')
    const isOther = (said: string | null, known: string | null): boolean => said !== null && said !== known
    if (isOther(request.protocolType, group.protocolType) || isOther(request.protocolName, group.protocolName)) {
      throw new Refused(errorCodes.INCONSISTENT_GROUP_PROTOCOL, 'Another protocol')
    }
    if (group.state === 'PreparingRebalance') return request.reply(refusedSync(errorCodes.REBALANCE_IN_PROGRESS))
    this.rebalance.synced(group, member.memberId)
    if (group.state === 'Stable') return request.reply(this.assignmentOf(group, member.assignment))
    member.sync = request.reply
    if (group.leaderId !== member.memberId) return
    for (const one of group.members.values()) one.assignment = Buffer.from(request.assignments.get(one.memberId) ?? [])
    group.moveTo('Stable')
    for (const one of group.members.values()) {
      if (answerSync(one, this.assignmentOf(group, one.assignment))) this.rebalance.renewSession(group, one)
    }
  }

  /**
   * Keeps a member's session alive.
   * @returns NONE, or REBALANCE_IN_PROGRESS when it has to join again
   * @throws Refused when it is no member of the generation
   */
  heartbeat(group: ClassicGroup, { memberId, groupInstanceId, generationId }: MemberReference): number {
    const member = group.checkMember(memberId, groupInstanceId)
    if (generationId !== group.generationId) throw new Refused(errorCodes.ILLEGAL_GENERATION, 'Another generation')
    this.rebalance.renewSession(group, member)
    return group.state === 'PreparingRebalance' ? errorCodes.REBALANCE_IN_PROGRESS : errorCodes.NONE
  }

  /** Removes members, and gives the error code for each. */
  leave(group: ClassicGroup, leaving: readonly LeavingMember[]): number[] {
    const results = leaving.map(one => this.leaveOne(group, one))
    if (results.includes(errorCodes.NONE)) {
      if (group.state === 'PreparingRebalance') this.rebalance.completeWhenAllJoined(group)
      else this.rebalance.afterRemoval(group)
    }
    return results
  }

  private leaveOne(group: ClassicGroup, { memberId, groupInstanceId }: LeavingMember): number {
    if (group.pendingJoin.has(memberId)) {
      group.forgetPending(memberId)
      return errorCodes.NONE
    }
    // Administrators name static members by their instance id alone.
    const id = memberId === '' && groupInstanceId !== null ? (group.staticMemberId(groupInstanceId) ?? '') : memberId
    try {
      this.rebalance.removeMember(group, group.checkMember(id, groupInstanceId))
      return errorCodes.NONE
    } catch (error) {
      if (error instanceof Refused) return error.errorCode
      throw error
    }
  }

  private assignmentOf({ protocolType, protocolName }: ClassicGroup, assignment: Buffer): SyncAnswer {
    return { errorCode: errorCodes.NONE, protocolType, protocolName, assignment }
  }
}
