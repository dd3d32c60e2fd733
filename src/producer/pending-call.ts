import type { RecordMetadata, TopicMessages } from '../types/producer'
import type { CallSettings } from './record-accumulator'

/** A call of `send` or `sendBatch` whose messages are checked and not in batches yet. */
export class PendingCall {
  /** The topics it names, each once. */
  readonly topics: readonly string[]
  /** Order of coming, among the calls that had to wait. */
  sequence = 0
  /** It goes to its batches, or is rejected, before this point of `clock.now()`. */
  deadlineMs = Infinity
  /** It has left the gate. */
  isGone = false
  /** It stands in line for room in the buffer. */
  waitsForRoom = false
  /** It names a partition that the metadata do not have: they may be older than the partition. */
  refresh: 'not-needed' | 'needed' | 'under-way' | 'done' = 'not-needed'
  /** How often they have been fetched for it. */
  refreshes = 0

  constructor(
    readonly topicMessages: readonly TopicMessages[],
    readonly settings: CallSettings,
    readonly resolve: (results: RecordMetadata[]) => void,
    readonly reject: (error: unknown) => void
  ) {
    this.topics = topicMessages.length === 1 ? [topicMessages[0].topic] : [...new Set(topicMessages.map(({ topic }) => topic))]
  }
}
