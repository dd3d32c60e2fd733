import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import type { RecordCursor } from '../../protocol/records/record-cursor'
import type { EachMessageHandler, EachMessagePayload } from '../../types/consumer'
import type { KafkaMessage } from '../../types/messages'
import type { Clock } from '../../utils/clock'
import type { AssignedPartition } from '../assigned-partition'
import type { CompletedFetch } from '../fetch/completed-fetch'
import { FetchCursor } from '../fetch/fetch-cursor'
import type { AutoCommit } from './auto-commit'
import { BatchEvents } from './batch-events'
import type { HandlerCalls } from './handler-calls'
import { isThenable } from '../../utils/is-thenable'
import type { Processor } from './processor'

/** What an {@link EachMessage} needs. */
export interface EachMessageOptions {
  readonly handler: EachMessageHandler
  readonly calls: HandlerCalls
  readonly autoCommit: AutoCommit
  readonly instrumentation: InstrumentationEmitter
  readonly clock: Clock
}

/**
 * Calls the handler for every message. This is the hottest path of a consumer: nothing is made per message but the message and its payload, and
 * nothing is awaited but what can be waited for.
 */
export class EachMessage implements Processor {
  private readonly events: BatchEvents

  constructor(private readonly options: EachMessageOptions) {
    this.events = new BatchEvents(options.instrumentation, options.clock)
  }

  async process(partition: AssignedPartition, fetch: CompletedFetch): Promise<boolean> {
    const { generation } = partition
    const ended = this.events.isWanted ? await this.events.start(fetch, partition.position) : undefined
    const isWhole = await this.walk(partition, new FetchCursor(fetch, partition.position))
    if (partition.generation !== generation) return false
    if (isWhole) partition.advance(fetch.nextOffset)
    ended?.()
    this.options.autoCommit.batchDone()
    return isWhole
  }

  /** @returns false when it was interrupted */
  private async walk(partition: AssignedPartition, cursor: FetchCursor): Promise<boolean> {
    const { generation } = partition
    for (;;) {
      let records = cursor.next()
      if (records instanceof Promise) records = await records
      if (partition.interrupted || partition.generation !== generation) return false
      // What lies before this batch is done, also when it held nothing for the application.
      if (cursor.position > partition.position) partition.advance(cursor.position)
      if (records === undefined) return true
      if (!(await this.handle(partition, records))) return false
    }
  }

  private async handle(partition: AssignedPartition, records: RecordCursor): Promise<boolean> {
    const { handler, calls, autoCommit } = this.options
    const { topic, partition: id, generation } = partition
    const { heartbeat } = calls
    const pause = calls.pauser(topic, id)
    const { counts } = autoCommit
    for (let message = records.next(); message !== undefined; message = records.next()) {
      if (partition.interrupted) return false
      const payload: EachMessagePayload = { topic, partition: id, message: message as unknown as KafkaMessage, heartbeat, pause }
      const result: unknown = handler(payload)
      if (isThenable(result)) await result
      // A seek in the handler has set the position already, and a revoked partition's no longer matters.
      if (partition.generation !== generation) return false
      partition.done(message)
      if (counts) {
        const commit = autoCommit.recordsDone(1)
        if (commit !== undefined) await commit
      }
    }
    return true
  }
}
