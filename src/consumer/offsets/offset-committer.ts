import type { Cluster } from '../../cluster/cluster'
import type { RetryConfig } from '../../config/retry-config'
import { errorCodes } from '../../errors/error-table'
import { protocolError } from '../../errors/protocol-error'
import { KafkaJSProtocolError } from '../../errors/protocol-errors'
import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import { offsetCommitApi } from '../../protocol/generated/offset-commit'
import type { OffsetCommitRequestInput } from '../../protocol/generated/offset-commit-request'
import type { TopicOffsets } from '../../types/offsets'
import type { AssignedPartition } from '../assigned-partition'
import { failureKind } from '../failure-policy'
import { rebalanceError } from '../rebalance-error'
import type { GroupIdentity, GroupMembership } from '../membership/group-membership'
import type { SubscriptionState } from '../subscription-state'

/** What an {@link OffsetCommitter} needs. */
export interface OffsetCommitterOptions {
  readonly cluster: Cluster
  readonly instrumentation: InstrumentationEmitter
  readonly subscription: SubscriptionState
  readonly membership: Pick<GroupMembership, 'identity' | 'generationIsOver'>
  readonly retry: RetryConfig
  /** Ends all attempts. */
  readonly signal: AbortSignal
}

/** One offset to commit. */
export interface OffsetToCommit {
  readonly topic: string
  readonly partition: number
  /** Of the next record to read. */
  readonly offset: bigint
  readonly metadata?: string | null | undefined
  /** The assignment that the offset belongs to: when it is over the offset is not sent any more. */
  readonly assigned: AssignedPartition
}

/** From here on topics are named by id only, which old metadata may lack. */
const lastVersionWithNames = 9

/**
 * Commits offsets for the member, one request at a time, so that an older offset never overtakes a newer one. An offset belongs to the
 * generation in which it was handed in; when that is over it is not sent, and the broker would not take it.
 */
export class OffsetCommitter {
  private tail: Promise<void> = Promise.resolve()
  private scheduled: Promise<void> | undefined

  constructor(private readonly options: OffsetCommitterOptions) {}

  /**
   * Commits these offsets, after those that were handed in before.
   * @throws KafkaRebalanceError when an assignment is over by then, KafkaJSProtocolError when the group has moved on or the broker refuses,
   *   KafkaJSNumberOfRetriesExceeded when it cannot be reached
   */
  commit(offsets: readonly OffsetToCommit[]): Promise<void> {
    return this.enqueue(() => {
      const over = offsets.find(({ assigned }) => assigned.revoked)
      if (over !== undefined) throw this.notAssigned(over.topic, over.partition)
      return offsets
    })
  }

  /** For an offset of a partition that this member does not have. */
  notAssigned(topic: string, partition: number): Error {
    return rebalanceError(
      this.options.membership.identity.groupId,
      `${topic}[${partition}] is not assigned to this member (any more), its offset was not committed`
    )
  }

  /** Commits all that is done by the time that the commits before are over; calls made until then share it. */
  commitResolved(): Promise<void> {
    this.scheduled ??= this.enqueue(() => {
      this.scheduled = undefined
      return this.resolved()
    })
    return this.scheduled
  }

  private resolved(): OffsetToCommit[] {
    return this.options.subscription.assigned
      .filter(({ isDirty }) => isDirty)
      .map(assigned => ({ topic: assigned.topic, partition: assigned.partition, offset: BigInt(assigned.resolved), assigned }))
  }

  private enqueue(offsets: () => readonly OffsetToCommit[]): Promise<void> {
    const { identity } = this.options.membership
    const commit = this.tail.then(() => this.send(offsets(), identity))
    this.tail = commit.catch(() => undefined)
    return commit
  }

  private async send(offsets: readonly OffsetToCommit[], since: GroupIdentity): Promise<void> {
    const { cluster, membership, retry, signal, instrumentation } = this.options
    if (offsets.length === 0) return
    const { groupId } = since
    try {
      await cluster.retry(
        'Committing offsets',
        async (_, bail) => {
          const { identity } = membership
          // The group has been joined anew since: who owns the partitions now decides about their offsets.
          if (identity.generationId !== since.generationId) bail(protocolError(errorCodes.ILLEGAL_GENERATION, null, { groupId }))
          await this.attempt(offsets, identity, bail)
        },
        { config: retry, retries: retry.retries, signal, coordinator: { type: 'group', key: groupId } }
      )
    } catch (error) {
      if (error instanceof KafkaJSProtocolError && typeof error.code === 'number') {
        const kind = failureKind(error)
        if (membership.identity.generationId === since.generationId && (kind === 'lost' || kind === 'rejoin'))
          membership.generationIsOver(error.code)
      }
      throw error
    }
    for (const { assigned, offset } of offsets) assigned.committed = Number(offset)
    if (instrumentation.hasListeners('commit_offsets')) {
      const { memberId, generationId } = since
      instrumentation.emit('commit_offsets', { groupId, memberId, groupGenerationId: generationId, topics: topicsOf(offsets) })
    }
  }

  private async attempt(offsets: readonly OffsetToCommit[], identity: GroupIdentity, bail: (error: unknown) => never): Promise<void> {
    const { cluster } = this.options
    const { groupId } = identity
    const coordinator = await cluster.coordinator('group', groupId)
    const response = await cluster.send(coordinator, 'general', offsetCommitApi, request(offsets, identity), {
      maxVersion: lastVersionWithNames
    })
    for (const { name: topic, partitions } of response.topics) {
      for (const { partitionIndex: partition, errorCode } of partitions) {
        if (errorCode === errorCodes.NONE) continue
        const error = protocolError(errorCode, null, { apiName: offsetCommitApi.name, topic, partition, groupId })
        // Only what may go away by itself is tried again; the rest reaches the caller as it is.
        if (error.retriable && failureKind(error) === 'retry') throw error
        bail(error)
      }
    }
  }
}

function request(offsets: readonly OffsetToCommit[], { groupId, memberId, generationId }: GroupIdentity): OffsetCommitRequestInput {
  const topics = new Map<string, { partitionIndex: number; committedOffset: bigint; committedMetadata: string | null }[]>()
  for (const { topic, partition, offset, metadata } of offsets) {
    const entry = { partitionIndex: partition, committedOffset: offset, committedMetadata: metadata ?? '' }
    const known = topics.get(topic)
    if (known === undefined) topics.set(topic, [entry])
    else known.push(entry)
  }
  return {
    groupId,
    memberId,
    generationIdOrMemberEpoch: generationId,
    topics: [...topics].map(([name, partitions]) => ({ name, partitions }))
  }
}

function topicsOf(offsets: readonly OffsetToCommit[]): TopicOffsets[] {
  const topics = new Map<string, { partition: number; offset: string }[]>()
  for (const { topic, partition, offset } of offsets) {
    const known = topics.get(topic) ?? []
    known.push({ partition, offset: String(offset) })
    topics.set(topic, known)
  }
  return [...topics].map(([topic, partitions]) => ({ topic, partitions }))
}
