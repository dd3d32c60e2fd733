import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import { ClassicBridge } from './classic-bridge'
import { ClassicGroup } from './classic-group'
import { ClassicJoin, type JoinRequest } from './classic-join'
import { refusedJoin, refusedSync } from './classic-member'
import { ClassicRebalance } from './classic-rebalance'
import { ClassicRequests, type LeavingMember, type MemberReference, type SyncRequest } from './classic-requests'
import { ConsumerGroup } from './consumer-group'
import { ConsumerHeartbeats, type ConsumerHeartbeat, type HeartbeatAnswer } from './consumer-heartbeat'
import { ConsumerRounds } from './consumer-rounds'
import type { GroupEnvironment } from './group-environment'
import { GroupMigration } from './group-migration'
import { OffsetManager } from './offset-manager'

/** A group of either protocol. */
export type Group = ClassicGroup | ConsumerGroup

/** All groups of the cluster, of both protocols, and their offsets. Which broker answers for which is the coordinator map's matter. */
export class GroupCoordinator {
  readonly offsets: OffsetManager
  private readonly groups = new Map<string, Group>()
  private readonly rebalance: ClassicRebalance
  private readonly joins: ClassicJoin
  private readonly requests: ClassicRequests
  private readonly rounds: ConsumerRounds
  private readonly heartbeats: ConsumerHeartbeats
  private readonly bridge: ClassicBridge
  private readonly migration: GroupMigration

  constructor(private readonly environment: GroupEnvironment) {
    const config = (name: string) => (): number => environment.configs.brokerNumber(name)
    this.rebalance = new ClassicRebalance(environment)
    this.joins = new ClassicJoin(this.rebalance, config('group.max.size'))
    this.requests = new ClassicRequests(this.rebalance)
    this.rounds = new ConsumerRounds(environment, group => this.consumerGone(group))
    this.heartbeats = new ConsumerHeartbeats(environment, this.rounds)
    this.bridge = new ClassicBridge(environment.topics, this.rounds, config('group.consumer.max.size'), environment.ids)
    this.migration = new GroupMigration(environment, this.rebalance, this.rounds)
    const lookup = { find: (groupId: string) => this.find(groupId), createSimple: (groupId: string) => this.createClassic(groupId) }
    this.offsets = new OffsetManager(environment, lookup, (group, memberId) => this.touch(group, memberId))
  }

  find(groupId: string): Group | undefined {
    return this.groups.get(groupId)
  }

  /** All groups in order of their ids. */
  all(): Group[] {
    return [...this.groups.values()].sort((a, b) => (a.groupId < b.groupId ? -1 : 1))
  }

  /** JoinGroup; the answer may come much later. */
  join(request: JoinRequest): void {
    const { groupId, memberId, sessionTimeoutMs, reply } = request
    const { configs } = this.environment
    if (groupId === '') return reply(refusedJoin(errorCodes.INVALID_GROUP_ID, memberId))
    const isLegal =
      sessionTimeoutMs >= configs.brokerNumber('group.min.session.timeout.ms') &&
      sessionTimeoutMs <= configs.brokerNumber('group.max.session.timeout.ms')
    if (!isLegal) return reply(refusedJoin(errorCodes.INVALID_SESSION_TIMEOUT, memberId))
    const group = this.groups.get(groupId)
    if (group?.type === 'consumer' && !group.isEmpty) {
      try {
        this.bridge.join(group, request)
        // A static member of the classic protocol may have taken the place of the last one of the other.
        this.downgradeIfDue(group)
        return
      } catch (error) {
        return reply(refusedJoin(codeOf(error), ''))
      }
    }
    if (group?.type === 'classic') return this.joins.join(group, request)
    if (memberId !== '') return reply(refusedJoin(errorCodes.UNKNOWN_MEMBER_ID, memberId))
    this.joins.join(this.createClassic(groupId), request)
  }

  /** SyncGroup; the answer may come later. */
  sync(request: SyncRequest): void {
    if (request.groupId === '') return request.reply(refusedSync(errorCodes.INVALID_GROUP_ID))
    const group = this.groups.get(request.groupId)
    if (group === undefined) return request.reply(refusedSync(errorCodes.UNKNOWN_MEMBER_ID))
    try {
      if (group.type === 'consumer') this.bridge.sync(group, request)
      else this.requests.sync(group, request)
    } catch (error) {
      request.reply(refusedSync(codeOf(error)))
    }
  }

  /** Heartbeat of a classic member; its error code. */
  heartbeat(groupId: string, member: MemberReference): number {
    if (groupId === '') return errorCodes.INVALID_GROUP_ID
    const group = this.groups.get(groupId)
    if (group === undefined) return errorCodes.UNKNOWN_MEMBER_ID
    try {
      return group.type === 'consumer' ? this.bridge.heartbeat(group, member) : this.requests.heartbeat(group, member)
    } catch (error) {
      return codeOf(error)
    }
  }

  /** LeaveGroup: an error code for each member. */
  leave(groupId: string, members: readonly LeavingMember[]): number[] {
    const group = this.groups.get(groupId)
    if (group === undefined) return members.map(() => errorCodes.UNKNOWN_MEMBER_ID)
    if (group.type === 'classic') return this.requests.leave(group, members)
    return this.bridge.leave(group, members)
  }

  /**
   * ConsumerGroupHeartbeat (KIP-848).
   * @throws Refused
   */
  consumerHeartbeat(request: ConsumerHeartbeat): HeartbeatAnswer {
    this.heartbeats.check(request)
    const { groupId, memberEpoch } = request
    if (memberEpoch >= 0) {
      const group = this.consumerGroup(groupId, memberEpoch === 0)
      const answer = this.heartbeats.heartbeat(group, request)
      // Only a group that somebody could join is kept.
      this.groups.set(groupId, group)
      return answer
    }
    const group = this.groups.get(groupId)
    if (group?.type !== 'consumer') throw notFound(groupId, group)
    return this.heartbeats.leave(group, request)
  }

  /** Deletes a group and its offsets; the error code. */
  delete(groupId: string): number {
    const group = this.groups.get(groupId)
    if (group === undefined) return errorCodes.GROUP_ID_NOT_FOUND
    if (group.type === 'classic' ? group.state !== 'Empty' : !group.isEmpty) return errorCodes.NON_EMPTY_GROUP
    this.groups.delete(groupId)
    this.offsets.forget(groupId)
    return errorCodes.NONE
  }

  /** Throws a member out as if its session had ended; false when there is none of that id. */
  evict(groupId: string, memberId: string): boolean {
    const group = this.groups.get(groupId)
    if (group?.type === 'consumer') {
      if (!group.members.has(memberId)) return false
      this.rounds.remove(group, memberId)
      return true
    }
    const member = group?.members.get(memberId)
    if (group === undefined || member === undefined) return false
    this.rebalance.removeMember(group, member)
    this.rebalance.afterRemoval(group)
    return true
  }

  /** Begins another generation, or epoch, behind the members' backs. */
  bumpGeneration(groupId: string): boolean {
    const group = this.groups.get(groupId)
    if (group === undefined) return false
    if (group.type === 'consumer') group.groupEpoch++
    else group.generationId++
    return true
  }

  /** Removes offsets that have outlived their retention, and groups of which then nothing is left. */
  retainOffsets(): void {
    for (const group of this.all()) {
      this.offsets.retain(group.groupId)
      if (group.isEmpty && this.offsets.of(group.groupId).isEmpty) this.delete(group.groupId)
    }
  }

  /** The coordinator moved: requests that wait at the old one are told, and come again at the new one. */
  moved(groupId: string): void {
    const group = this.groups.get(groupId)
    if (group?.type !== 'classic') return
    for (const member of group.members.values()) {
      member.join?.(refusedJoin(errorCodes.NOT_COORDINATOR, member.memberId))
      member.sync?.(refusedSync(errorCodes.NOT_COORDINATOR))
      member.join = undefined
      member.sync = undefined
    }
  }

  /** Ends all timers and requests that wait. */
  stop(): void {
    for (const group of this.groups.values()) {
      if (group.type === 'classic') this.rebalance.release(group, errorCodes.COORDINATOR_NOT_AVAILABLE)
      else for (const memberId of group.members.keys()) group.cancelTimers(memberId)
    }
  }

  private createClassic(groupId: string): ClassicGroup {
    const group = new ClassicGroup(groupId, () => this.environment.clock.wallTime(), this.environment.ids)
    this.groups.set(groupId, group)
    return group
  }

  /** The consumer group of that id; made, or made from a classic one, when a member joins. */
  private consumerGroup(groupId: string, mayCreate: boolean): ConsumerGroup {
    const group = this.groups.get(groupId)
    if (group?.type === 'consumer') return group
    if (!mayCreate) throw notFound(groupId, group)
    const defaultAssignor = (): string => this.environment.configs.broker('group.consumer.assignors').split(',')[0]
    const empty = new ConsumerGroup(groupId, this.environment.topics, defaultAssignor)
    if (group === undefined || (group.state === 'Empty' && group.pendingJoin.size === 0)) return empty
    return this.migration.upgrade(group, empty)
  }

  private downgradeIfDue(group: ConsumerGroup): ClassicGroup | undefined {
    if (!this.migration.canDowngrade(group)) return undefined
    const classic = this.migration.downgrade(group)
    this.groups.set(group.groupId, classic)
    return classic
  }

  /** A member of a consumer group has gone; those that are left may have to share what it had as a classic group. */
  private consumerGone(group: ConsumerGroup): boolean {
    const classic = this.downgradeIfDue(group)
    if (classic !== undefined) this.rebalance.prepare(classic)
    return classic !== undefined
  }

  private touch(group: ClassicGroup, memberId: string): void {
    const member = group.members.get(memberId)
    if (member !== undefined) this.rebalance.renewSession(group, member)
  }
}

function notFound(groupId: string, group: Group | undefined): Refused {
  const text = group === undefined ? `Consumer group ${groupId} not found.` : `Group ${groupId} is not a consumer group.`
  return new Refused(errorCodes.GROUP_ID_NOT_FOUND, text)
}

function codeOf(error: unknown): number {
  if (error instanceof Refused) return error.errorCode
  throw error
}
