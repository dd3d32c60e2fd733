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
    /** Called after members have gone by time-out. */
    private readonly afterRemoval: (group: ConsumerGroup) => void
  ) {}

  /**
   * Takes a member's new state in, starts a new epoch where its coming or its wishes ask for one, and takes the member a step on.
   * @param owned what the member says it has; null when it does not say
   * @returns the member after the step
   */
  step(group: ConsumerGroup, before: ConsumerMember, after: ConsumerMember, owned: readonly TopicPartitionList[] | null): ConsumerMember {
    const isNew = !group.members.has(before.memberId)
    const namesChanged = isNew ? after.subscribedTopicNames.length > 0 : !sameNames(before, after)
    const regexChanged = (before.subscribedTopicRegex ?? '') !== (after.subscribedTopicRegex ?? '')
    if (regexChanged) this.checkRegex(after.subscribedTopicRegex ?? '')
    group.put(after)
    this.resolveRegexes(group)
    const topicsChanged = group.topicsChanged()
    if (isNew || namesChanged || regexChanged || topicsChanged || group.groupEpoch === 0) group.groupEpoch++
    if (group.groupEpoch > group.targetEpoch) group.updateTarget()
    return this.reconcileMember(group, after, namesChanged || regexChanged, owned)
  }

  /** A member is gone, or away: what it had is free, and the others get it in a new epoch. */
  remove(group: ConsumerGroup, memberId: string): void {
    group.remove(memberId)
    group.groupEpoch++
    group.topicsChanged()
  }

  /** Starts or restarts the time after which a member that is not heard of is gone. */
  renewSession(group: ConsumerGroup, member: ConsumerMember): void {
    const { memberId, classic } = member
    const timeoutMs = classic?.sessionTimeoutMs ?? this.environment.configs.brokerNumber('group.consumer.session.timeout.ms')
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
    if (!group.members.has(memberId)) return
    this.remove(group, memberId)
    this.afterRemoval(group)
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
    throw new Refused(errorCodes.INVALID_REGULAR_EXPRESSION, `SubscribedTopicRegex \`${regex}\` is not a valid regular expression.`)
  }

  private resolveRegexes(group: ConsumerGroup): void {
    const wanted = new Set([...group.members.values()].flatMap(({ subscribedTopicRegex }) => subscribedTopicRegex || []))
    for (const regex of group.resolvedRegexes.keys()) if (!wanted.has(regex)) group.resolvedRegexes.delete(regex)
    for (const regex of wanted) {
      const pattern = compileTopicRegex(regex)
      const names = this.environment.topics.all().flatMap(({ name }) => (pattern?.test(name) === true ? name : []))
      group.resolvedRegexes.set(regex, names)
    }
  }
}

function sameNames(a: ConsumerMember, b: ConsumerMember): boolean {
  const wanted = new Set(a.subscribedTopicNames)
  return wanted.size === new Set(b.subscribedTopicNames).size && b.subscribedTopicNames.every(name => wanted.has(name))
}
