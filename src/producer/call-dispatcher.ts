import type { MetadataCache } from '../cluster/metadata-cache'
import type { TopicMetadata } from '../cluster/partition-metadata'
import { KafkaUsageError } from '../errors/usage-errors'
import type { RecordMetadata, TopicMessages } from '../types/producer'
import type { RecordPartitioner } from './partitioners/record-partitioner'
import type { CallSettings, RecordAccumulator } from './record-accumulator'
import { SendCall } from './send-call'

/** A message names a partition that its topic does not have, as far as is known. */
export interface UnknownPartition {
  readonly topic: string
  readonly partition: number
  readonly partitionCount: number
}

/** Where partitions are written before anything is appended; messages of all calls share it, as no call is interrupted. */
let scratch = new Float64Array(1024)

/**
 * Puts the messages of a call into batches: first all partitions are chosen, then all records are appended, in one go. So a call whose
 * partitioner throws leaves nothing behind, and no other call comes in between.
 */
export class CallDispatcher {
  constructor(
    private readonly metadata: MetadataCache,
    private readonly partitioner: RecordPartitioner,
    private readonly accumulator: RecordAccumulator
  ) {}

  /**
   * @param topicMessages metadata of all topics are there
   * @returns what was wrong, in which case nothing has been done
   * @throws what the partitioner throws; KafkaUsageError when what it gives is no partition number
   */
  dispatch(
    topicMessages: readonly TopicMessages[],
    settings: CallSettings,
    resolve: (results: RecordMetadata[]) => void,
    reject: (error: unknown) => void
  ): UnknownPartition | undefined {
    let count = 0
    for (const { messages } of topicMessages) count += messages.length
    if (count === 0) {
      resolve([])
      return undefined
    }
    if (count > scratch.length) scratch = new Float64Array(2 * count)
    const parts: Float64Array[] = []
    let from = 0
    for (const { topic, messages } of topicMessages) {
      const partitions = from === 0 ? scratch : scratch.subarray(from, from + messages.length)
      const unknown = this.assign(this.metadata.topic(topic) as TopicMetadata, messages, partitions)
      if (unknown !== undefined) return unknown
      parts.push(partitions)
      from += messages.length
    }
    const call = new SendCall(resolve, reject)
    for (let i = 0; i < topicMessages.length; i++) {
      const { topic, messages } = topicMessages[i]
      this.accumulator.append(call, topic, messages, parts[i], settings)
    }
    return undefined
  }

  private assign(metadata: TopicMetadata, messages: TopicMessages['messages'], partitions: Float64Array): UnknownPartition | undefined {
    const { topic } = metadata
    const partitionCount = metadata.partitions.length
    this.partitioner.assign(metadata, messages, partitions)
    for (let i = 0; i < messages.length; i++) {
      const partition = partitions[i]
      if (partition >= 0 && partition < partitionCount && Number.isInteger(partition)) continue
      if (Number.isInteger(partition) && partition >= 0) return { topic, partition, partitionCount }
      throw new KafkaUsageError(`The partitioner gave ${partition} for message ${i} for topic "${topic}", which is no partition number`, {
        outcome: 'not-applied'
      })
    }
    return undefined
  }
}
