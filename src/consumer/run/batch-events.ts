import type { InstrumentationEmitter } from '../../instrumentation/emitter'
import type { Batch } from '../../types/consumer'
import type { Clock } from '../../utils/clock'
import type { CompletedFetch } from '../fetch/completed-fetch'
import { decodeFetch } from '../fetch/decode-fetch'

/** Emits START_BATCH_PROCESS and END_BATCH_PROCESS; nothing is built unless somebody listens. */
export class BatchEvents {
  constructor(
    private readonly instrumentation: InstrumentationEmitter,
    private readonly clock: Clock
  ) {}

  get isWanted(): boolean {
    return this.instrumentation.hasListeners('start_batch_process') || this.instrumentation.hasListeners('end_batch_process')
  }

  /** For handlers that get one message at a time: decodes the fetch once more, for its numbers. */
  async start(fetch: CompletedFetch, fromOffset: number): Promise<() => void> {
    const { batch } = await decodeFetch(fetch, fromOffset)
    return this.startBatch(batch)
  }

  /** @returns what to call when the batch is done */
  startBatch(batch: Batch): () => void {
    if (!this.isWanted) return nothing
    const { instrumentation, clock } = this
    const payload = {
      topic: batch.topic,
      partition: batch.partition,
      highWatermark: batch.highWatermark,
      offsetLag: batch.offsetLag(),
      offsetLagLow: batch.offsetLagLow(),
      batchSize: batch.messages.length,
      firstOffset: batch.firstOffset(),
      lastOffset: batch.lastOffset()
    }
    const startedAt = clock.now()
    instrumentation.emit('start_batch_process', payload)
    return () => instrumentation.emit('end_batch_process', { ...payload, duration: clock.now() - startedAt })
  }
}

function nothing(): void {}
