import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import type { ConsumerGroup } from './consumer-group'
import type { ConsumerMember, TopicPartitionList } from './consumer-member'
import type { GroupEnvironment } from './group-environment'
import { reconcile } from './reconcile'
import { compileTopicRegex } from './topic-regex'

/** Rounds of a consumer group: epochs, targets, reconciliation and time-outs (KIP-848). */
export class ConsumerRounds {
  constructor(
    private readonly environment: GroupEnvironment,
    /** Called after a member has gone: whether the group went back to the classic protocol, so that there is nothing more to do. */
    private readonly wentBack: (group: ConsumerGroup) => boolean
  ) {}

  /**
   * Takes a member's new state in, starts a new epoch where its coming or its wishes ask for one, and takes the member a step on.
   * @param owned what the member says it has; null when it does not say
   * @returns the member after the step
   */
  step(group: ConsumerGroup, before: ConsumerMember, after: ConsumerMember, owned: readonly TopicPartitionList[] | null): ConsumerMember {
    const namesChanged = !sameNames(before, after)
    const regex = after.subscribedTopicRegex ?? ''
    const regexChanged = (before.subscribedTopicRegex ?? '') !== regex
    if (regexChanged) this.checkRegex(regex)
    group.put(after)
    const isResolved = this.refreshRegexes(group)
    const topicsChanged = group.topicsChanged()
    if (namesChanged || topicsChanged || (regexChanged && isResolved)) group.groupEpoch++
    if (group.groupEpoch > group.targetEpoch) group.updateTarget()
    return this.reconcileMember(group, after, namesChanged || regexChanged, owned)
  }

  /** A member is gone, or away: what it had is free, and the others get it in a new epoch. */
  remove(group: ConsumerGroup, memberId: string): void {
    group.remove(memberId)
    if (this.wentBack(group)) return
    group.groupEpoch++
    group.topicsChanged()
  }

  /** Starts or restarts the time after which a member that is not heard of is gone. */
  renewSession(group: ConsumerGroup, member: ConsumerMember): void {
    const { memberId, classic } = member
    const timeoutMs = classic?.sessionTimeoutMs ?? this.environment.configs.groupNumber(group.groupId, 'consumer.session.timeout.ms')
    const timers = group.timers.get(memberId) ?? {}
    group.timers.set(memberId, timers)
    timers.session?.cancel()
    timers.session = this.environment.clock.schedule(timeoutMs, () => this.expire(group, memberId))
  }

  /** Gives a member `timeoutMs` to do what is asked of it; while that time runs, calling again changes nothing. */
  startRebalanceTimer(group: ConsumerGroup, { memberId, rebalanceTimeoutMs }: ConsumerMember, isDone: () => boolean): void {
    const timers = group.timers.get(memberId) ?? {}
    group.timers.set(memberId, timers)
    timers.rebalance ??= this.environment.clock.schedule(rebalanceTimeoutMs, () => {
      delete timers.rebalance
      if (!isDone()) this.expire(group, memberId)
    })
  }

  cancelRebalanceTimer(group: ConsumerGroup, memberId: string): void {
    const timers = group.timers.get(memberId)
    timers?.rebalance?.cancel()
    delete timers?.rebalance
  }

  private expire(group: ConsumerGroup, memberId: string): void {
    if (group.members.has(memberId)) this.remove(group, memberId)
  }

  private reconcileMember(
    group: ConsumerGroup,
    member: ConsumerMember,
    hasSubscriptionChanged: boolean,
    owned: readonly TopicPartitionList[] | null
  ): ConsumerMember {
    const next = reconcile(member, {
      target: group.targetOf(member.memberId),
      targetEpoch: group.targetEpoch,
      subscribedTopicIds: group.subscribedTopicIds(member),
      hasSubscriptionChanged,
      owned,
      isHeld: (topicId, partition) => group.isHeld(topicId, partition)
    })
    group.put(next)
    if (next !== member && next.classic === undefined) {
      this.cancelRebalanceTimer(group, next.memberId)
      if (next.state === 'UnrevokedPartitions') {
        const { memberEpoch } = next
        this.startRebalanceTimer(group, next, () => group.members.get(next.memberId)?.memberEpoch !== memberEpoch)
      }
    }
    return next
  }

  private checkRegex(regex: string): void {
    if (regex === '' || compileTopicRegex(regex) !== undefined) return
    throw new Refused(errorCodes.INVALID_REGULAR_EXPRESSION, `${regex} is no regular expression of RE2`)
  }

  /**
   * Brings what regular expressions match up to date. One that is new is looked up by and by, as Kafka does in a thread of its own:
   * the member that brought it gets its partitions with a later heartbeat.
   * @returns false when one is still to be looked up
   */
  private refreshRegexes(group: ConsumerGroup): boolean {
    const wanted = new Set([...group.members.values()].flatMap(({ subscribedTopicRegex }) => subscribedTopicRegex || []))
    for (const regex of group.resolvedRegexes.keys()) if (!wanted.has(regex)) group.resolvedRegexes.delete(regex)
    const unknown = [...wanted].filter(regex => !group.resolvedRegexes.has(regex))
    for (const regex of group.resolvedRegexes.keys()) group.resolvedRegexes.set(regex, this.topicsLike(regex))
    if (unknown.length === 0) return true
    this.environment.clock.schedule(0, () => {
      for (const regex of unknown) group.resolvedRegexes.set(regex, this.topicsLike(regex))
      group.groupEpoch++
      group.topicsChanged()
    })
    return false
  }

  private topicsLike(regex: string): string[] {
    const pattern = compileTopicRegex(regex)
    return this.environment.topics.all().flatMap(({ name }) => (pattern?.test(name) === true ? name : []))
  }
}

function sameNames(a: ConsumerMember, b: ConsumerMember): boolean {
  const wanted = new Set(a.subscribedTopicNames)
  return wanted.size === new Set(b.subscribedTopicNames).size && b.subscribedTopicNames.every(name => wanted.has(name))
}
