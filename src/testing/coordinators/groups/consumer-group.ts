import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import type { TopicStore } from '../../topics/topic-store'
import { assignors, type PartitionCounts } from './assignors'
import { awayEpoch, type ConsumerMember, type MemberTimers, type PartitionsByTopic } from './consumer-member'

/** State of a consumer group, as Kafka names it. */
export type ConsumerState = 'Empty' | 'Assigning' | 'Reconciling' | 'Stable'

const nothing: PartitionsByTopic = new Map()

/** First OffsetCommit version that members of the new protocol may use. */
const consumerCommitVersion = 9

/** A group of the consumer protocol (KIP-848): its members, what they subscribe to and what they shall have. */
export class ConsumerGroup {
  readonly type = 'consumer'
  readonly members = new Map<string, ConsumerMember>()
  readonly timers = new Map<string, MemberTimers>()
  /** Grows with each change of members, subscriptions or topics; the first member finds 2, as with Kafka. */
  groupEpoch = 1
  /** Epoch of the group that the target assignment was made for. */
  targetEpoch = 1
  /** Topics by regular expression, as found when it was last resolved. */
  readonly resolvedRegexes = new Map<string, readonly string[]>()
  private target = new Map<string, PartitionsByTopic>()
  private topicsSeen = '[]'

  constructor(
    readonly groupId: string,
    private readonly topics: TopicStore,
    private readonly defaultAssignor: () => string
  ) {}

  get isEmpty(): boolean {
    return this.members.size === 0
  }

  get state(): ConsumerState {
    if (this.members.size === 0) return 'Empty'
    if (this.groupEpoch > this.targetEpoch) return 'Assigning'
    const isDone = [...this.members.values()].every(({ state, memberEpoch }) => state === 'Stable' && memberEpoch === this.targetEpoch)
    return isDone ? 'Stable' : 'Reconciling'
  }

  /** The assignor that most members ask for, else the broker's first. */
  get assignor(): string {
    const votes = new Map<string, number>()
    for (const { serverAssignor } of this.members.values()) {
      if (serverAssignor !== null) votes.set(serverAssignor, (votes.get(serverAssignor) ?? 0) + 1)
    }
    return [...votes].reduce((best, one) => (one[1] > best[1] ? one : best), [this.defaultAssignor(), 0] as [string, number])[0]
  }

  targetOf(memberId: string): PartitionsByTopic {
    return this.target.get(memberId) ?? nothing
  }

  setTarget(memberId: string, partitions: PartitionsByTopic): void {
    this.target.set(memberId, partitions)
  }

  staticMember(instanceId: string): ConsumerMember | undefined {
    return [...this.members.values()].find(member => member.instanceId === instanceId)
  }

  put(member: ConsumerMember): void {
    this.members.set(member.memberId, member)
  }

  /** Puts a static member that came back in the place of the one that it was. */
  replace(old: ConsumerMember, member: ConsumerMember): void {
    const target = this.targetOf(old.memberId)
    this.remove(old.memberId)
    this.members.set(member.memberId, member)
    this.target.set(member.memberId, target)
  }

  remove(memberId: string): void {
    this.cancelTimers(memberId)
    this.members.delete(memberId)
    this.target.delete(memberId)
  }

  cancelTimers(memberId: string): void {
    const timers = this.timers.get(memberId)
    timers?.session?.cancel()
    timers?.rebalance?.cancel()
    this.timers.delete(memberId)
  }

  /** @throws Refused UNKNOWN_MEMBER_ID */
  member(memberId: string): ConsumerMember {
    const member = this.members.get(memberId)
    if (member === undefined) {
      throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${this.groupId}.`)
    }
    return member
  }

  /** Names of the topics that a member wants, whether they are there or not. */
  wantedTopics({ subscribedTopicNames, subscribedTopicRegex }: ConsumerMember): string[] {
    return [...new Set([...subscribedTopicNames, ...(this.resolvedRegexes.get(subscribedTopicRegex ?? '') ?? [])])]
  }

  subscribedTopicIds(member: ConsumerMember): Set<string> {
    return new Set(this.wantedTopics(member).flatMap(name => this.topics.get(name)?.id ?? []))
  }

  subscribesTo(topic: string): boolean {
    return [...this.members.values()].some(member => this.wantedTopics(member).includes(topic))
  }

  /** Whether some member has the partition or has still to give it up. */
  isHeld(topicId: string, partition: number): boolean {
    const holds = ({ assigned, pendingRevocation }: ConsumerMember): boolean =>
      assigned.get(topicId)?.has(partition) === true || pendingRevocation.get(topicId)?.has(partition) === true
    return [...this.members.values()].some(holds)
  }

  /** Whether a partition that the member waits for is still held by another. */
  waitsForOthers(member: ConsumerMember): boolean {
    return [...this.targetOf(member.memberId)].some(([topicId, partitions]) =>
      [...partitions].some(partition => member.assigned.get(topicId)?.has(partition) !== true && this.isHeld(topicId, partition))
    )
  }

  /** Whether the subscribed topics, or their partitions, are others than when this was last asked. */
  topicsChanged(): boolean {
    const seen = JSON.stringify([...this.partitionCounts()])
    const changed = seen !== this.topicsSeen
    this.topicsSeen = seen
    return changed
  }

  /** Makes the target assignment for the group's epoch. */
  updateTarget(): void {
    const members = [...this.members.values()].map(member => ({
      memberId: member.memberId,
      instanceId: member.instanceId,
      topicIds: this.subscribedTopicIds(member),
      current: this.targetOf(member.memberId)
    }))
    const assign = assignors.get(this.assignor)
    if (assign === undefined) throw new Error(`There is no assignor ${this.assignor}`)
    this.target = assign(members, this.partitionCounts())
    this.targetEpoch = this.groupEpoch
  }

  /**
   * Checks who commits offsets; the result checks each partition: a member may commit with an earlier epoch of its own, as long as it
   * had the partition then (KIP-1251).
   * @throws Refused
   */
  checkCommitter(committer: {
    memberId: string
    groupInstanceId: string | null
    generationIdOrMemberEpoch: number
    version: number | undefined
  }): (of: { topic: string; partition: number }) => number {
    const { memberId, groupInstanceId, generationIdOrMemberEpoch: epoch, version } = committer
    const noCheck = (): number => errorCodes.NONE
    if (epoch < 0 && this.isEmpty) return noCheck
    if (version === undefined && epoch === -1 && memberId === '' && groupInstanceId === null) return noCheck
    const member = this.member(memberId)
    if (version !== undefined && version < consumerCommitVersion && member.classic === undefined) {
      throw new Refused(errorCodes.UNSUPPORTED_VERSION, 'Members of consumer groups commit with OffsetCommit version 9 or above')
    }
    if (epoch === member.memberEpoch) return noCheck
    const stale = staleEpochError(member)
    if (epoch > member.memberEpoch) throw new Refused(stale, `Epoch ${epoch} is newer than the member's ${member.memberEpoch}`)
    return ({ topic, partition }) => {
      const topicId = this.topics.get(topic)?.id ?? ''
      const since = member.assigned.get(topicId)?.get(partition) ?? member.pendingRevocation.get(topicId)?.get(partition)
      return since === undefined || epoch < since ? stale : errorCodes.NONE
    }
  }

  /**
   * Checks who reads offsets: everyone who does not claim to be a member.
   * @throws Refused
   */
  checkAsker(memberId: string | null, memberEpoch: number): void {
    if (memberId === null && memberEpoch < 0) return
    const member = this.member(memberId ?? '')
    if (memberEpoch !== member.memberEpoch) throw new Refused(staleEpochError(member), `The member's epoch is ${member.memberEpoch}`)
  }

  /** Number of partitions by id of each topic that anyone subscribes to. */
  private partitionCounts(): PartitionCounts {
    const names = new Set([...this.members.values()].flatMap(member => this.wantedTopics(member)))
    const found = [...names].sort().flatMap(name => this.topics.get(name) ?? [])
    return new Map(found.map(({ id, partitions }) => [id, partitions.length]))
  }
}

/** Whether the member is a static one that is away. */
export function isAway(member: ConsumerMember): boolean {
  return member.memberEpoch === awayEpoch
}

function staleEpochError(member: ConsumerMember): number {
  return member.classic === undefined ? errorCodes.STALE_MEMBER_EPOCH : errorCodes.ILLEGAL_GENERATION
}
