import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import type { EachBatchHandler, EachBatchPayload } from '../../types/consumer'
import type { Offsets } from '../../types/offsets'
import type { Clock } from '../../utils/clock'
import type { AssignedPartition } from '../assigned-partition'
import type { CompletedFetch } from '../fetch/completed-fetch'
import { type DecodedFetch, decodeFetch } from '../fetch/decode-fetch'
import type { SubscriptionState } from '../subscription-state'
import type { AutoCommit } from './auto-commit'
import { BatchEvents } from './batch-events'
import type { HandlerCalls } from './handler-calls'
import { isThenable } from '../../utils/is-thenable'
import type { Processor } from './processor'

/** What an {@link EachBatch} needs. */
export interface EachBatchOptions {
  readonly handler: EachBatchHandler
  /** Whether a batch counts as done when its handler returns. */
  readonly autoResolve: boolean
  readonly calls: HandlerCalls
  readonly autoCommit: AutoCommit
  readonly subscription: SubscriptionState
  readonly instrumentation: InstrumentationEmitter
  readonly clock: Clock
  readonly isRunning: () => boolean
  /** Commits these offsets, as long as the assignment lasts for which the handler was called. */
  readonly commit: (since: AssignedPartition, offsets: Offsets) => Promise<void>
}

/** Calls the handler for what a fetch brought of a partition, as large as it came. */
export class EachBatch implements Processor {
  private readonly events: BatchEvents

  constructor(private readonly options: EachBatchOptions) {
    this.events = new BatchEvents(options.instrumentation, options.clock)
  }

  async process(partition: AssignedPartition, fetch: CompletedFetch): Promise<boolean> {
    const { generation } = partition
    const decoded = await decodeFetch(fetch, partition.position)
    if (partition.interrupted || partition.generation !== generation) return false
    if (decoded.batch.isEmpty()) {
      partition.advance(decoded.nextOffset)
      this.options.autoCommit.batchDone()
      return decoded.isWhole
    }
    const before = partition.resolved
    const ended = this.events.startBatch(decoded.batch)
    try {
      await this.call(partition, decoded, generation)
    } catch (error) {
      // What the handler had resolved before it failed is done.
      if (partition.generation === generation && partition.resolved > partition.position) partition.advance(partition.resolved)
      throw error
    }
    ended()
    if (partition.generation !== generation) return false
    return this.finish(partition, decoded, before)
  }

  private async call(partition: AssignedPartition, { batch }: DecodedFetch, generation: number): Promise<void> {
    const { handler, calls, autoCommit, subscription, commit, isRunning } = this.options
    const isCurrent = (): boolean => partition.generation === generation && !partition.revoked
    const payload: EachBatchPayload = {
      batch,
      // Late calls, for an assignment or a position that is over, change nothing.
      resolveOffset: offset => {
        if (!isCurrent()) return
        partition.resolve(Number(offset) + 1)
        void autoCommit.recordsDone(1)
      },
      heartbeat: calls.heartbeat,
      pause: calls.pauser(partition.topic, partition.partition),
      commitOffsetsIfNecessary: offsets => (offsets === undefined ? autoCommit.ifNecessary() : commit(partition, offsets)),
      uncommittedOffsets: () => subscription.uncommitted(),
      isRunning: () => isRunning() && !partition.revoked,
      isStale: () => !isCurrent()
    }
    const result: unknown = handler(payload)
    if (isThenable(result)) await result
  }

  /** Where to go on: after the batch, or after what the handler has resolved of it. */
  private finish(partition: AssignedPartition, { batch, nextOffset, isWhole }: DecodedFetch, before: number): boolean {
    const { autoResolve, autoCommit } = this.options
    const { resolved } = partition
    const last = batch.messages[batch.messages.length - 1]
    // What lies behind the last message is nothing for applications, and done with it.
    const isAllResolved = last !== undefined && resolved === Number(last.offset) + 1
    if (autoResolve || isAllResolved) {
      partition.advance(nextOffset)
      autoCommit.batchDone()
      return isWhole
    }
    if (resolved > partition.position) partition.advance(resolved)
    if (resolved !== before) autoCommit.batchDone()
    // The rest comes again, from the broker: a handler that resolves nothing must not be called in a tight loop.
    partition.refetch()
    return false
  }
}
