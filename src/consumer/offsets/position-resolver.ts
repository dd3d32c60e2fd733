import type { Cluster } from '../../cluster/cluster'
import { protocolError } from '../../errors/protocol-error'
import { errorEntry } from '../../errors/error-table'
import { listOffsetsApi } from '../../protocol/generated/list-offsets'
import { offsetFetchApi } from '../../protocol/generated/offset-fetch'
import type { Logger } from '../../types/logger'
import { type BackoffOptions, backoffMs } from '../../utils/backoff'
import { type Clock, sleep } from '../../utils/clock'
import type { AssignedPartition } from '../assigned-partition'
import { failureKind, kindOfCode } from '../failure-policy'
import { keyOf, type SubscriptionState } from '../subscription-state'
import { fetchCommittedOffsets } from './committed-offsets'
import { earliestTimestamp, latestTimestamp, listOffsets, type OffsetAnswer, type OffsetQuery } from './list-offsets'

/** What a {@link PositionResolver} needs. */
export interface PositionResolverOptions {
  readonly cluster: Cluster
  readonly clock: Clock
  readonly logger: Logger
  readonly groupId: string
  readonly subscription: SubscriptionState
  /** 0 read_uncommitted, 1 read_committed: what counts as the latest offset. */
  readonly isolationLevel: 0 | 1
  readonly backoff: BackoffOptions
  /** Ends all waits. */
  readonly signal: AbortSignal
  /** The partition has a position. */
  readonly onReady: (partition: AssignedPartition) => void
  /** A position that the log does not have (any more) was replaced: what the group has committed is good for nothing. */
  readonly onReset: () => void
  readonly onFatal: (error: Error) => void
}

/** A partition that waits for a position, as long as nothing else gives it one. */
interface Waiting {
  readonly partition: AssignedPartition
  readonly generation: number
}

/**
 * Finds where to read on: the group's committed offset, else the earliest or latest one; and what to do when a position is outside the log.
 * Only an answer without error that says "none" counts as no offset. Errors, and partitions that an answer leaves
 * out, are asked for again: taking them for "no offset" would skip or repeat everything.
 */
export class PositionResolver {
  constructor(private readonly options: PositionResolverOptions) {}

  /** Gives every partition its position, for as long as it takes. Never rejects. */
  async resolve(partitions: readonly AssignedPartition[]): Promise<void> {
    let left = partitions.map(waiting)
    for (let attempt = 0; ; attempt++) {
      left = left.filter(isWanted)
      if (left.length === 0 || this.options.signal.aborted) return
      left = await this.applyCommitted(left)
      if (left.length > 0) await this.pause(attempt)
    }
  }

  /** Moves a partition to the beginning or the end of its log because the application wants it there. Never rejects. */
  async seekTo(partition: AssignedPartition, timestamp: number): Promise<void> {
    // Nothing more of the old position is to be handed out while the leader is asked.
    partition.forget()
    await this.reset([waiting(partition)], timestamp, (partition, offset) => partition.seek(offset))
  }

  /** The topic was deleted and made anew: whatever it has is unread, so it is read from its beginning. Never rejects. */
  async restart(partition: AssignedPartition): Promise<void> {
    const { topic, partition: id } = partition
    this.options.logger.warn('The topic was deleted and made anew, reading it from its beginning', { topic, partition: id })
    await this.seekTo(partition, earliestTimestamp)
    this.options.onReset()
  }

  /**
   * A broker said that it does not have the offset. That can be true, or the broker lags behind; the leader knows. Inside the log the partition is
   * simply fetched again, outside the reset policy decides. Never rejects.
   */
  async checkRange(partition: AssignedPartition): Promise<void> {
    const { subscription, signal, logger } = this.options
    const target = waiting(partition)
    const { topic, partition: id, fetchOffset } = partition
    for (let attempt = 0; isWanted(target) && !signal.aborted; attempt++) {
      const [start, end] = await Promise.all([this.ask([target], earliestTimestamp, 0), this.ask([target], latestTimestamp, 0)])
      const earliest = this.offsetIn(start, target)
      const latest = this.offsetIn(end, target)
      if (!isWanted(target)) return
      if (earliest !== undefined && latest !== undefined) {
        if (fetchOffset >= earliest && fetchOffset <= latest) {
          await this.pause(attempt)
          if (!isWanted(target)) return
          partition.isBlocked = false
          return this.options.onReady(partition)
        }
        const timestamp = subscription.fromBeginning(topic) ? earliestTimestamp : latestTimestamp
        const policy = timestamp === earliestTimestamp ? 'earliest' : 'latest'
        logger.error('Offset out of range, resetting to default offset', { topic, partition: id, fetchOffset, earliest, latest, policy })
        // Marked as done, and committed at once: after a restart the end of the log would be another one, and what came meanwhile skipped.
        await this.reset([target], timestamp, (partition, offset) => partition.seek(offset))
        return this.options.onReset()
      }
      await this.pause(attempt)
    }
  }

  private async applyCommitted(targets: Waiting[]): Promise<Waiting[]> {
    const { cluster, groupId, subscription, logger, onReady, onFatal } = this.options
    let committed
    try {
      committed = await fetchCommittedOffsets(
        cluster,
        groupId,
        targets.map(({ partition }) => partition)
      )
    } catch (error) {
      this.onFailure(error)
      return targets
    }
    const left: Waiting[] = []
    const without: Waiting[] = []
    for (const target of targets.filter(isWanted)) {
      const { partition } = target
      const answer = committed.get(keyOf(partition.topic, partition.partition))
      if (answer === undefined) left.push(target)
      else if (answer.errorCode !== 0) {
        const error = protocolError(answer.errorCode, null, { apiName: offsetFetchApi.name, topic: partition.topic, groupId })
        if (kindOfCode(answer.errorCode) === 'fatal') onFatal(error)
        else logger.debug('No committed offset yet, trying again', { topic: partition.topic, error: error.message })
        left.push(target)
      } else if (answer.offset < 0) without.push(target)
      else {
        partition.start(answer.offset)
        partition.committed = answer.offset
        onReady(partition)
      }
    }
    const start = (partition: AssignedPartition, offset: number): void => partition.start(offset)
    const atBeginning = without.filter(({ partition }) => subscription.fromBeginning(partition.topic))
    const atEnd = without.filter(({ partition }) => !subscription.fromBeginning(partition.topic))
    // Not awaited: partitions whose leader is away must not hold up those that have an answer missing.
    void this.reset(atBeginning, earliestTimestamp, start)
    void this.reset(atEnd, latestTimestamp, start)
    return left
  }

  private async reset(targets: Waiting[], timestamp: number, move: (partition: AssignedPartition, offset: number) => void): Promise<void> {
    const { signal, isolationLevel, onReady } = this.options
    let left = targets
    for (let attempt = 0; ; attempt++) {
      left = left.filter(isWanted)
      if (left.length === 0 || signal.aborted) return
      const answers = await this.ask(left, timestamp, isolationLevel)
      const still: Waiting[] = []
      for (const target of left.filter(isWanted)) {
        const offset = this.offsetIn(answers, target)
        if (offset === undefined) still.push(target)
        else {
          move(target.partition, offset)
          onReady(target.partition)
        }
      }
      left = still
      if (left.length > 0) await this.pause(attempt)
    }
  }

  private ask(targets: readonly Waiting[], timestamp: number, isolationLevel: 0 | 1): Promise<Map<string, OffsetAnswer>> {
    const queries = targets.map(({ partition: { topic, partition } }): OffsetQuery => ({ topic, partition, timestamp }))
    return listOffsets(this.options.cluster, queries, isolationLevel, error => this.onFailure(error))
  }

  private offsetIn(answers: Map<string, OffsetAnswer>, { partition: { topic, partition } }: Waiting): number | undefined {
    const { cluster, onFatal } = this.options
    const answer = answers.get(keyOf(topic, partition))
    if (answer === undefined) {
      if (cluster.metadata.leader(topic, partition) < 0) this.refreshMetadata()
      return undefined
    }
    if (answer.errorCode === 0 && answer.offset >= 0) return answer.offset
    if (kindOfCode(answer.errorCode) === 'fatal') {
      onFatal(protocolError(answer.errorCode, null, { apiName: listOffsetsApi.name, topic, partition }))
    } else if (errorEntry(answer.errorCode).refreshMetadata) this.refreshMetadata()
    return undefined
  }

  private onFailure(error: unknown): void {
    const { cluster, groupId, logger, onFatal } = this.options
    const kind = failureKind(error)
    if (kind === 'closed') return
    if (kind === 'fatal') return onFatal(error as Error)
    logger.debug('Could not learn where to read on, trying again', { groupId, error: (error as Error).message })
    cluster.forgetCoordinator('group', groupId)
    this.refreshMetadata()
  }

  private refreshMetadata(): void {
    this.options.cluster.requestMetadataUpdate().catch(ignore)
  }

  private pause(attempt: number): Promise<void> {
    const { clock, backoff, signal } = this.options
    return sleep(clock, backoffMs(backoff, attempt), signal)
  }
}

function waiting(partition: AssignedPartition): Waiting {
  return { partition, generation: partition.generation }
}

/** Not revoked, and not given a position by a seek in the meantime. */
function isWanted({ partition, generation }: Waiting): boolean {
  return !partition.revoked && partition.generation === generation
}

function ignore(): void {}
