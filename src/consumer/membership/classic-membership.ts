import type { Cluster } from '../../cluster/cluster'
import { errorCodes, errorEntry } from '../../errors/error-table'
import { protocolError } from '../../errors/protocol-error'
import { KafkaJSProtocolError } from '../../errors/protocol-errors'
import { KafkaJSInvariantViolation } from '../../errors/usage-errors'
import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import { heartbeatApi } from '../../protocol/generated/heartbeat'
import { joinGroupApi } from '../../protocol/generated/join-group'
import type { JoinGroupResponse } from '../../protocol/generated/join-group-response'
import { leaveGroupApi } from '../../protocol/generated/leave-group'
import { syncGroupApi } from '../../protocol/generated/sync-group'
import type { Assigner } from '../../types/assigner'
import type { Logger } from '../../types/logger'
import { type BackoffOptions, backoffMs } from '../../utils/backoff'
import { type Clock, sleep } from '../../utils/clock'
import { type Deferred, deferred } from '../../utils/deferred'
import { AssignerProtocol } from '../assignors/assigner-protocol'
import { failureKind, kindOfCode } from '../failure-policy'
import { GroupLeader } from './group-leader'
import type { GroupIdentity, GroupMembership, MembershipListener } from './group-membership'
import { type GroupTimes, heartbeatRequest, joinRequest, leaveRequest, syncRequest } from './group-requests'
import { Heartbeats } from './heartbeats'
import { type MembershipState, membershipSuccessors } from './membership-state'

/** What a {@link ClassicMembership} is made of. */
export interface ClassicMembershipOptions extends GroupTimes {
  readonly cluster: Cluster
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly groupId: string
  readonly heartbeatIntervalMs: number
  readonly requestTimeoutMs: number
  readonly backoff: BackoffOptions
  readonly assigners: readonly Assigner[]
  /** Topics that this member wants. */
  readonly topics: () => string[]
  readonly listener: MembershipListener
}

/** Why a member joins again. */
type RejoinReason = 'rebalance' | 'lost'

/** Time to leave in, ms; the group finds out by itself when it is not enough. */
const leaveTimeoutMs = 5000

/** The answer was an order to join again from the start, not an error to wait after. */
class JoinAgain extends Error {}

/**
 * A member of a classic group: JoinGroup, SyncGroup, Heartbeat, LeaveGroup (all members give up all partitions when the group
 * rebalances). One loop joins and waits for a reason to join again; heartbeats run beside it from the moment there is a generation.
 */
export class ClassicMembership implements GroupMembership {
  private state: MembershipState = 'unjoined'
  private memberId = ''
  private generationId = -1
  private readonly stopping = new AbortController()
  private readonly heartbeats: Heartbeats
  private readonly leader: GroupLeader
  private readonly offMerge: () => void
  /** Why to join again; undefined while there is no reason. */
  private pending: RejoinReason | undefined
  /** Resolves at the next change of `pending`, or when the member leaves. */
  private changed: Deferred<void> = deferred()
  private loop: Promise<void> = Promise.resolve()

  constructor(private readonly options: ClassicMembershipOptions) {
    const { cluster, clock, heartbeatIntervalMs, sessionTimeoutMs, assigners, logger } = options
    this.leader = new GroupLeader(cluster, assigners, logger)
    this.heartbeats = new Heartbeats({
      clock,
      intervalMs: heartbeatIntervalMs,
      sessionTimeoutMs,
      beat: () => this.beat(),
      onExpired: () => this.askToRejoin('lost'),
      onFailure: error => this.onHeartbeatFailure(error)
    })
    this.offMerge = cluster.metadata.onMerge(({ changed }) => {
      if (changed && this.state === 'stable' && this.leader.hasNews()) this.askToRejoin('rebalance')
    })
  }

  get identity(): GroupIdentity {
    return { groupId: this.options.groupId, memberId: this.memberId, generationId: this.generationId }
  }

  get isRebalancing(): boolean {
    return this.pending !== undefined || this.state !== 'stable'
  }

  start(): void {
    this.loop = this.live()
  }

  generationIsOver(code: number): void {
    if (this.state !== 'stable' && this.state !== 'revoking') return
    if (errorEntry(code).forgetMember) this.memberId = ''
    this.askToRejoin(kindOfCode(code) === 'lost' ? 'lost' : 'rebalance')
  }

  async leave(): Promise<void> {
    if (this.state === 'left' || this.state === 'leaving') return this.loop
    const isMember = this.memberId !== ''
    this.become('leaving')
    this.stopping.abort()
    this.notify()
    this.heartbeats.stop()
    this.offMerge()
    if (isMember) await this.sendLeave()
    await this.loop
    this.become('left')
  }

  /** Joins, and again whenever there is a reason. */
  private async live(): Promise<void> {
    const { listener } = this.options
    const { signal } = this.stopping
    try {
      while (!signal.aborted) {
        this.become('joining')
        if (!(await this.join())) return
        await this.until(() => this.pending !== undefined)
        if (signal.aborted) return
        if (this.pending === 'rebalance') await this.giveUpInOrder()
        else this.loseAll()
      }
    } catch (error) {
      if (!signal.aborted) listener.onFatal(error as Error)
    } finally {
      this.heartbeats.stop()
    }
  }

  /** The group rebalances while this member still counts: handlers come to an end and offsets are committed, as long as the group waits. */
  private async giveUpInOrder(): Promise<void> {
    const { instrumentation, groupId, listener, clock, rebalanceTimeoutMs } = this.options
    this.become('revoking')
    if (instrumentation.hasListeners('rebalancing')) instrumentation.emit('rebalancing', { groupId, memberId: this.memberId })
    const over = new AbortController()
    // Meanwhile the member may be put out: then there is nothing left to wait for.
    const waits = [
      listener.onRevoking(),
      sleep(clock, rebalanceTimeoutMs - joinMargin(rebalanceTimeoutMs), over.signal),
      this.until(() => this.pending === 'lost' || over.signal.aborted)
    ]
    await Promise.race(waits)
    over.abort()
    if (this.pending === 'lost') this.loseAll()
    else this.pending = undefined
  }

  private loseAll(): void {
    this.heartbeats.stop()
    this.generationId = -1
    this.pending = undefined
    this.options.listener.onLost()
  }

  /** @returns false when the member leaves meanwhile */
  private async join(): Promise<boolean> {
    const { clock, logger, backoff, groupId } = this.options
    const { signal } = this.stopping
    const startedAt = clock.now()
    let failures = 0
    let refusals = 0
    while (!signal.aborted) {
      try {
        await this.joinOnce(startedAt)
        return !signal.aborted
      } catch (error) {
        if (signal.aborted) return false
        this.heartbeats.stop()
        if (this.state === 'syncing') this.become('joining')
        if (error instanceof JoinAgain) continue
        const kind = failureKind(error)
        if (kind === 'closed') return false
        if (kind === 'fatal') throw error
        this.forget(error)
        // To be told once to begin anew is normal; a coordinator that says so again and again gets time.
        if (kind !== 'retry' && refusals++ === 0) continue
        const waitMs = backoffMs(backoff, failures++)
        logger.warn('Joining the group failed, trying again', { groupId, waitMs, error: (error as Error).message })
        await sleep(clock, waitMs, signal)
      }
    }
    return false
  }

  private async joinOnce(startedAt: number): Promise<void> {
    const { cluster, clock, groupId, assigners, topics, rebalanceTimeoutMs, sessionTimeoutMs, requestTimeoutMs, listener } = this.options
    const wanted = topics()
    const protocols = assigners.map(assigner => assigner.protocol({ topics: wanted }))
    const request = joinRequest(this.identity, { sessionTimeoutMs, rebalanceTimeoutMs }, protocols)
    const coordinator = await this.raced(cluster.coordinator('group', groupId))
    const joined = await this.raced(
      cluster.send(coordinator, 'coordination', joinGroupApi, request, { timeoutMs: rebalanceTimeoutMs + requestTimeoutMs })
    )
    if (joined.errorCode === errorCodes.MEMBER_ID_REQUIRED) {
      this.memberId = joined.memberId
      throw new JoinAgain()
    }
    if (joined.errorCode !== errorCodes.NONE) throw this.groupError(joined.errorCode, joinGroupApi.name)
    this.memberId = joined.memberId
    this.generationId = joined.generationId
    this.pending = undefined
    this.become('syncing')
    // From here on the coordinator counts the time since it last heard of the member.
    this.heartbeats.start()
    const assignment = await this.sync(joined, wanted)
    this.become('stable')
    const isLeader = joined.leader === joined.memberId
    const durationMs = clock.now() - startedAt
    listener.onAssigned({
      ...this.identity,
      leaderId: joined.leader,
      isLeader,
      protocol: joined.protocolName ?? '',
      assignment,
      durationMs
    })
  }

  private async sync(joined: JoinGroupResponse, topics: readonly string[]): Promise<Record<string, number[]>> {
    const { cluster, groupId, rebalanceTimeoutMs, requestTimeoutMs } = this.options
    const leads = joined.leader === joined.memberId
    if (!leads) this.leader.resign()
    const assignments = leads && !joined.skipAssignment ? await this.raced(this.leader.assign(joined, topics)) : []
    const coordinator = await this.raced(cluster.coordinator('group', groupId))
    const request = syncRequest(this.identity, joined.protocolName ?? '', assignments)
    const synced = await this.raced(
      cluster.send(coordinator, 'coordination', syncGroupApi, request, { timeoutMs: rebalanceTimeoutMs + requestTimeoutMs })
    )
    if (synced.errorCode !== errorCodes.NONE) throw this.groupError(synced.errorCode, syncGroupApi.name)
    return AssignerProtocol.MemberAssignment.decode(synced.assignment)?.assignment ?? {}
  }

  /** A step of a join ends early when the member leaves, or is to join again meanwhile. */
  private async raced<T>(step: Promise<T>): Promise<T> {
    const isSyncing = this.state === 'syncing'
    let isOver = false
    // Should it lose the race, nobody else looks at how it ends.
    step.catch(ignore)
    const interrupted = this.until(() => isOver || (isSyncing && this.pending !== undefined)).then(() => Promise.reject(new JoinAgain()))
    interrupted.catch(ignore)
    try {
      return await Promise.race([step, interrupted])
    } finally {
      isOver = true
    }
  }

  private async beat(): Promise<void> {
    const { cluster, groupId, instrumentation, sessionTimeoutMs, requestTimeoutMs } = this.options
    const { identity } = this
    const coordinator = await cluster.coordinator('group', groupId)
    const timeoutMs = Math.min(requestTimeoutMs, sessionTimeoutMs)
    // Not the connection of JoinGroup and SyncGroup: a broker looks at the next request of a connection only when it has answered the last.
    const { errorCode } = await cluster.send(coordinator, 'general', heartbeatApi, heartbeatRequest(identity), { timeoutMs })
    // Joined anew meanwhile: what the coordinator says of the old generation is no news.
    if (identity.generationId !== this.generationId) return
    // The group rebalances: the member counts, and is told to join again.
    if (errorCode === errorCodes.REBALANCE_IN_PROGRESS) return this.askToRejoin('rebalance')
    if (errorCode !== errorCodes.NONE) throw this.groupError(errorCode, heartbeatApi.name)
    if (instrumentation.hasListeners('heartbeat')) {
      instrumentation.emit('heartbeat', { groupId, memberId: this.memberId, groupGenerationId: this.generationId })
    }
  }

  private onHeartbeatFailure(error: unknown): void {
    const { logger, groupId, listener } = this.options
    const kind = failureKind(error)
    if (kind === 'closed') return
    logger.debug('A heartbeat failed', { groupId, memberId: this.memberId, error: (error as Error).message })
    if (kind === 'fatal') listener.onFatal(error as Error)
    else {
      this.forget(error)
      if (kind === 'lost') this.askToRejoin('lost')
      else if (kind === 'rejoin') this.askToRejoin('rebalance')
    }
  }

  /** What an error says to be out of date is looked up again; the member id stays unless the coordinator does not know it. */
  private forget(error: unknown): void {
    const { cluster, groupId } = this.options
    const code = error instanceof KafkaJSProtocolError && typeof error.code === 'number' ? error.code : undefined
    if (code !== undefined && errorEntry(code).forgetMember) this.memberId = ''
    if (code === undefined || errorEntry(code).refreshCoordinator) cluster.forgetCoordinator('group', groupId)
  }

  /** `lost` outweighs `rebalance`, also when it comes second. */
  private askToRejoin(reason: RejoinReason): void {
    if (this.pending === 'lost') return
    this.pending = reason
    this.notify()
  }

  private notify(): void {
    const { changed } = this
    this.changed = deferred()
    changed.resolve()
  }

  /** Resolves when something holds that `pending` decides, or when the member leaves. */
  private async until(holds: () => boolean): Promise<void> {
    while (!this.stopping.signal.aborted && !holds()) await this.changed.promise
  }

  /** Says good-bye, as far as that can be done in a short time. */
  private async sendLeave(): Promise<void> {
    const over = new AbortController()
    await Promise.race([this.tryToLeave(), sleep(this.options.clock, leaveTimeoutMs, over.signal)])
    over.abort()
  }

  private async tryToLeave(): Promise<void> {
    const { cluster, groupId, logger } = this.options
    try {
      const coordinator = await cluster.coordinator('group', groupId)
      await cluster.send(coordinator, 'general', leaveGroupApi, version => leaveRequest(this.identity, version), {
        timeoutMs: leaveTimeoutMs
      })
    } catch (error) {
      logger.debug('Leaving the group failed; the group will find out by itself', { groupId, error: (error as Error).message })
    }
  }

  private groupError(code: number, apiName: string): KafkaJSProtocolError {
    return protocolError(code, null, { apiName, groupId: this.options.groupId })
  }

  private become(next: MembershipState): void {
    if (!membershipSuccessors[this.state].includes(next)) {
      throw new KafkaJSInvariantViolation(`a member of a group cannot go from ${this.state} to ${next}`)
    }
    this.options.logger.debug(`Membership: ${this.state} → ${next}`, { groupId: this.options.groupId, memberId: this.memberId })
    this.state = next
  }
}

/** The join itself has to arrive before the group's time is over. */
function joinMargin(rebalanceTimeoutMs: number): number {
  return Math.min(1000, rebalanceTimeoutMs / 4)
}

function ignore(): void {}
