import type { DecodedMessage } from '../../protocol/records/decoded-message'
import type { Batch } from '../../types/consumer'
import type { KafkaMessage } from '../../types/messages'

/** What a {@link FetchedMessages} is made of. */
export interface BatchContent {
  readonly topic: string
  readonly partition: number
  /** Offset from which on records were wanted. */
  readonly fromOffset: number
  /** Offset after the last record, those left out included. */
  readonly nextOffset: number
  readonly highWatermark: bigint
  readonly messages: DecodedMessage[]
  /** Control batches or aborted transactions were left out. */
  readonly hasDropped: boolean
}

/**
 * The batch that `eachBatch` gets: what one fetch brought for one partition, as large as it came. KafkaJS's class,
 * with the members that its types do not show.
 */
export class FetchedMessages implements Batch {
  readonly topic: string
  readonly partition: number
  readonly highWatermark: string
  readonly messages: KafkaMessage[]
  /** Offset from which on records were wanted; decimal. */
  readonly fetchedOffset: string
  readonly #content: BatchContent

  constructor(content: BatchContent) {
    this.topic = content.topic
    this.partition = content.partition
    this.highWatermark = String(content.highWatermark)
    this.messages = content.messages as unknown as KafkaMessage[]
    this.fetchedOffset = String(content.fromOffset)
    this.#content = content
  }

  /** The messages; what KafkaJS leaves out is never decoded here. */
  get rawMessages(): KafkaMessage[] {
    return this.messages
  }

  /** The messages; records below the wanted offset are never decoded here. */
  get messagesWithinOffset(): KafkaMessage[] {
    return this.messages
  }

  /** No message for the application. */
  isEmpty(): boolean {
    return this.messages.length === 0
  }

  /** No record at or above the wanted offset, not even one that was left out. */
  isEmptyIncludingFiltered(): boolean {
    return this.isEmpty() && !this.#content.hasDropped
  }

  /** Records came, but none for the application. */
  isEmptyDueToFiltering(): boolean {
    return this.isEmpty() && this.#content.nextOffset > this.#content.fromOffset
  }

  /** Only control records or aborted ones came. */
  isEmptyControlRecord(): boolean {
    return this.isEmpty() && this.#content.hasDropped
  }

  /** Compaction has removed all that came but what lies below the wanted offset. */
  isEmptyDueToLogCompactedMessages(): boolean {
    return this.isEmptyDueToFiltering() && !this.#content.hasDropped
  }

  firstOffset(): string | null {
    const first = this.messages[0]
    if (first !== undefined) return first.offset
    return this.isEmptyIncludingFiltered() ? null : this.fetchedOffset
  }

  /** Of the last record that came, also when that one is not for the application or compacted away. */
  lastOffset(): string {
    return String(this.#content.nextOffset - 1)
  }

  offsetLag(): string {
    return String(this.#content.highWatermark - BigInt(this.#content.nextOffset))
  }

  offsetLagLow(): string {
    const first = this.firstOffset()
    return first === null ? '0' : String(this.#content.highWatermark - 1n - BigInt(first))
  }
}
