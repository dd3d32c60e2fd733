import type { AssignedPartition } from '../assigned-partition'
import type { CompletedFetch } from '../fetch/completed-fetch'

/** Hands what a fetch brought to the application. */
export interface Processor {
  /**
   * @returns whether all of it is done; false when it was interrupted, which leaves the partition's position at what comes next
   * @throws what the handler throws, and KafkaDecodeError for what cannot be read; the position then stays where it failed
   */
  process(partition: AssignedPartition, fetch: CompletedFetch): Promise<boolean>
}
