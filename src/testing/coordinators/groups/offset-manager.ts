import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import type { ClassicGroup } from './classic-group'
import type { ConsumerGroup } from './consumer-group'
import type { GroupEnvironment } from './group-environment'
import { GroupOffsets, type CommittedOffset } from './group-offsets'

/** Who commits. */
export interface Committer {
  readonly groupId: string
  /** Generation of a classic group, epoch of a consumer group's member; negative: no member. */
  readonly generationIdOrMemberEpoch: number
  readonly memberId: string
  readonly groupInstanceId: string | null
  /** Version of the OffsetCommit request; undefined for TxnOffsetCommit. */
  readonly version: number | undefined
}

/** An offset to commit. */
export interface OffsetToCommit {
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly leaderEpoch: number
  readonly metadata: string | null
}

/** A committed offset as OffsetFetch shows it; -1 where there is none. */
export interface FetchedOffset {
  readonly errorCode: number
  readonly offset: number
  readonly leaderEpoch: number
  readonly metadata: string
}

/** First OffsetCommit version that members of consumer groups may use, and that says GROUP_ID_NOT_FOUND (KIP-848). */
const consumerGroupVersion = 9

const none: FetchedOffset = { errorCode: errorCodes.NONE, offset: -1, leaderEpoch: -1, metadata: '' }

/** Where groups are kept. */
export interface GroupLookup {
  find(groupId: string): ClassicGroup | ConsumerGroup | undefined
  /** A group that has no members and is only there for its offsets. */
  createSimple(groupId: string): ClassicGroup
}

/** Commits, reads and deletes offsets, by the rules of the group's protocol. */
export class OffsetManager {
  private readonly byGroup = new Map<string, GroupOffsets>()

  constructor(
    private readonly environment: GroupEnvironment,
    private readonly groups: GroupLookup,
    /** A commit counts as a sign of life of a classic member. */
    private readonly renewSession: (group: ClassicGroup, memberId: string) => void
  ) {
    environment.topics.onDelete(({ name }) => {
      for (const offsets of this.byGroup.values()) offsets.deleteTopic(name)
    })
  }

  /** The group's offsets; made where there are none yet. */
  of(groupId: string): GroupOffsets {
    const offsets = this.byGroup.get(groupId) ?? new GroupOffsets()
    this.byGroup.set(groupId, offsets)
    return offsets
  }

  forget(groupId: string): void {
    this.byGroup.delete(groupId)
  }

  /**
   * Commits offsets and gives an error code for each.
   * @throws Refused when the committer may not commit at all
   */
  commit(committer: Committer, offsets: readonly OffsetToCommit[]): number[] {
    const check = this.checkCommitter(committer)
    const store = this.of(committer.groupId)
    return offsets.map(offset => {
      const errorCode = this.tooLong(offset) ?? check(offset)
      if (errorCode === errorCodes.NONE) store.commit(offset.topic, offset.partition, this.toCommitted(offset))
      return errorCode
    })
  }

  /**
   * Commits offsets that count when the producer's transaction commits (TxnOffsetCommit), and gives an error code for each.
   * @throws Refused when the committer may not commit at all
   */
  commitPending(producerId: bigint, committer: Omit<Committer, 'version'>, offsets: readonly OffsetToCommit[]): number[] {
    const check = this.checkCommitter({ ...committer, version: undefined })
    const store = this.of(committer.groupId)
    return offsets.map(offset => {
      const errorCode = this.tooLong(offset) ?? check(offset)
      if (errorCode === errorCodes.NONE) store.addPending(producerId, offset.topic, offset.partition, this.toCommitted(offset))
      return errorCode
    })
  }

  /** The end of a producer's transaction, in one group or, without a group id, in all. */
  completePending(producerId: bigint, isCommit: boolean, groupId?: string): void {
    const stores = groupId === undefined ? [...this.byGroup.values()] : [this.of(groupId)]
    for (const store of stores) store.complete(producerId, isCommit)
  }

  /**
   * Reads the group's offsets for partitions.
   * @throws Refused when a member asks that is none, or not of the epoch
   */
  fetch(
    groupId: string,
    asker: { memberId: string | null; memberEpoch: number },
    partitions: readonly { topic: string; partition: number }[],
    requireStable: boolean
  ): FetchedOffset[] {
    this.checkAsker(groupId, asker)
    const store = this.byGroup.get(groupId)
    return partitions.map(({ topic, partition }) => {
      if (requireStable && store?.hasPending(topic, partition) === true) return { ...none, errorCode: errorCodes.UNSTABLE_OFFSET_COMMIT }
      return shown(store?.get(topic, partition))
    })
  }

  /** `fetch` for everything that the group has committed. */
  fetchAll(
    groupId: string,
    asker: { memberId: string | null; memberEpoch: number },
    requireStable: boolean
  ): { topic: string; partition: number; fetched: FetchedOffset }[] {
    const partitions = this.byGroup.get(groupId)?.all() ?? []
    const fetched = this.fetch(groupId, asker, partitions, requireStable)
    return partitions.map(({ topic, partition }, i) => ({ topic, partition, fetched: fetched[i] }))
  }

  /**
   * Deletes committed offsets and gives an error code for each.
   * @throws Refused GROUP_ID_NOT_FOUND, or NON_EMPTY_GROUP where the broker cannot tell who subscribes to what
   */
  delete(groupId: string, partitions: readonly { topic: string; partition: number }[]): number[] {
    const group = this.groups.find(groupId)
    if (group === undefined) throw new Refused(errorCodes.GROUP_ID_NOT_FOUND, `Group ${groupId} not found.`)
    if (group.type === 'classic' && !group.isEmpty && !group.usesConsumerProtocol) {
      throw new Refused(errorCodes.NON_EMPTY_GROUP, 'The group has members, and the broker cannot tell what they subscribe to')
    }
    const store = this.of(groupId)
    return partitions.map(({ topic, partition }) => {
      if (group.subscribesTo(topic)) return errorCodes.GROUP_SUBSCRIBED_TO_TOPIC
      store.delete(topic, partition)
      return errorCodes.NONE
    })
  }

  /**
   * Removes offsets that are older than `offsets.retention.minutes` and that no member reads on from. A group without members counts
   * from the moment that it became empty.
   */
  retain(groupId: string): void {
    const group = this.groups.find(groupId)
    const now = this.environment.clock.wallTime()
    const retentionMs = this.environment.configs.brokerNumber('offsets.retention.minutes') * 60_000
    this.of(groupId).expire((topic, { committedAt }) => {
      if (group !== undefined && !group.isEmpty && group.subscribesTo(topic)) return false
      const emptySince = group?.type === 'classic' && group.protocolType !== null && group.isEmpty ? group.stateSince : committedAt
      return now - Math.max(emptySince, committedAt) >= retentionMs
    })
  }

  /** Checks who commits; the result checks each partition. */
  private checkCommitter(committer: Committer): (offset: OffsetToCommit) => number {
    const { groupId, generationIdOrMemberEpoch, version } = committer
    let group = this.groups.find(groupId)
    if (group === undefined) {
      if (generationIdOrMemberEpoch >= 0) {
        const isNew = version !== undefined && version >= consumerGroupVersion
        throw new Refused(isNew ? errorCodes.GROUP_ID_NOT_FOUND : errorCodes.ILLEGAL_GENERATION, `Group ${groupId} not found.`)
      }
      group = this.groups.createSimple(groupId)
    }
    if (group.type === 'consumer') return group.checkCommitter(committer)
    this.checkClassicCommitter(group, committer)
    return () => errorCodes.NONE
  }

  private checkClassicCommitter(group: ClassicGroup, { generationIdOrMemberEpoch, memberId, groupInstanceId, version }: Committer): void {
    const isTransactional = version === undefined
    // An administrator, or a consumer that assigns itself: welcome as long as nobody else is there.
    if (generationIdOrMemberEpoch < 0 && group.state === 'Empty') return
    if (generationIdOrMemberEpoch >= 0 || memberId !== '' || groupInstanceId !== null) {
      group.checkMember(memberId, groupInstanceId)
      if (generationIdOrMemberEpoch !== group.generationId) throw new Refused(errorCodes.ILLEGAL_GENERATION, 'Another generation')
    } else if (!isTransactional) throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, 'The group has members, and this is none of them')
    if (isTransactional) return
    if (group.state === 'CompletingRebalance') throw new Refused(errorCodes.REBALANCE_IN_PROGRESS, 'The group rebalances')
    if (group.state === 'Stable' || group.state === 'PreparingRebalance') this.renewSession(group, memberId)
  }

  private checkAsker(groupId: string, asker: { memberId: string | null; memberEpoch: number }): void {
    const group = this.groups.find(groupId)
    if (group?.type === 'consumer') group.checkAsker(asker.memberId, asker.memberEpoch)
  }

  private tooLong({ metadata }: OffsetToCommit): number | undefined {
    const isTooLong = (metadata ?? '').length > this.environment.configs.brokerNumber('offset.metadata.max.bytes')
    return isTooLong ? errorCodes.OFFSET_METADATA_TOO_LARGE : undefined
  }

  private toCommitted({ offset, leaderEpoch, metadata }: OffsetToCommit): CommittedOffset {
    return { offset, leaderEpoch, metadata: metadata ?? '', committedAt: this.environment.clock.wallTime() }
  }
}

function shown(committed: CommittedOffset | undefined): FetchedOffset {
  if (committed === undefined) return none
  const { offset, leaderEpoch, metadata } = committed
  return { errorCode: errorCodes.NONE, offset, leaderEpoch, metadata }
}
